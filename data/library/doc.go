// Package library keeps reports: one SQLite file that holds their originals,
// their texts, what the machine read in them and what people decided.
//
// It is the only package with tables and SQL in it. Texts and originals are
// evidence and never change; what the machine read can be made again; what a
// person did carries who and when, and can be undone, also after a restart.
package library
