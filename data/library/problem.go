package library

import "lectern/data"

// ProblemKind names what Check found. Screens translate it by the key
// "problem.<kind>".
type ProblemKind string

const (
	ProblemFile     ProblemKind = "file"     // SQLite finds its own file damaged
	ProblemText     ProblemKind = "text"     // a text is not what was brought in
	ProblemOriginal ProblemKind = "original" // an original is not what was brought in
	ProblemReading  ProblemKind = "reading"  // the machine's reading cannot be used; Reread mends it
	ProblemImprint  ProblemKind = "imprint"  // what copies of a report are known by is missing or wrong; RenewImprint mends it
	ProblemIndex    ProblemKind = "index"    // the search index or a count disagrees; Reindex mends it
)

// Problem is one thing that Check found wrong.
type Problem struct {
	Kind   ProblemKind
	Report data.ReportID // 0 when it is about the whole library
	Detail string        // for the log and the command line, in English
}
