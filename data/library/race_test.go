//go:build race

package library_test

// The race detector makes SQLite, a C program turned into Go, some ten times
// slower, and its own work is not what is looked at here.
const (
	killRounds = 4
	undoChecks = "5"
)
