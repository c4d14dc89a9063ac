package library_test

import (
	"flag"
	"os"
	"testing"
)

// TestMain lets the test binary play the program that is killed in the middle of
// an import.
func TestMain(m *testing.M) {
	if path := os.Getenv("LECTERN_TEST_IMPORT"); path != "" {
		importUntilKilled(path)
		return
	}
	flag.Parse()
	if flag.Lookup("rapid.checks").Value.String() == "100" {
		flag.Set("rapid.checks", undoChecks)
	}
	os.Exit(m.Run())
}
