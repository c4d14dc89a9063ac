package main

import (
	"strings"
	"testing"
)

// A small archive of every kind of file comes in whole, though its import is
// killed twice: nothing is lost, and nothing is there twice.
func TestAnArchiveComesInWholeThoughItsImportIsKilled(t *testing.T) {
	r := call(t, "--rules", "bench", "--mixed", "200", "--kills", "2")
	if r.status != allDone || !strings.Contains(r.out, " 0 lost, 0 twice, 0 problems") || strings.Count(r.out, "then killed") != 2 {
		t.Errorf("status %d\n%s%s", r.status, r.out, r.errs)
	}
}
