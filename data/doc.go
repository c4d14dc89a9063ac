// Package data is Lectern's vocabulary: the words that every other room shares.
//
// It holds plain types, knows no database, no file format and no screen, and
// imports nothing outside the standard library. One word stands for one thing
// everywhere: here, on screen, in the help and in the library's tables.
package data
