//go:build !race

package library_test

const (
	killRounds = 20
	undoChecks = "25" // each is dozens of synced commits
)
