// Package worker reads outside files in a child process of the same program, so
// that no document takes the program down.
//
// A document that crashes its reader, sends it round in circles, or makes it eat
// memory ends one child. The file gets a *data.Fault that says so, and the next
// one a new child. A child serves many files, one at a time; it knows its parent
// only by a pipe at each end, and ends when the parent does.
//
// A program that has a Pool must call BeChild as the first thing in main, and so
// must the TestMain of a package whose tests have one.
package worker
