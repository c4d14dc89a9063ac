package split

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// leastSpeakers is how many of a hundred attributions must have the right speaker
// and the right chain; a little more have.
const leastSpeakers = 94

// Each file of testdata/speakers is a short report of our own, a line "=", and for
// each of its attributions a piece of what is said and who says it through whom.
func TestSpeakersOfWholeReports(t *testing.T) {
	files, err := filepath.Glob("testdata/speakers/*.txt")
	if err != nil || len(files) < 25 {
		t.Fatalf("%d reports, %v", len(files), err)
	}
	for _, s := range []Splitter{NewRules(), learned(t)} {
		right, all := 0, 0
		for _, f := range files {
			b, err := os.ReadFile(f)
			if err != nil {
				t.Fatal(err)
			}
			text, expected, _ := strings.Cut(string(b), "\n=\n")
			said := whoSaid(text, s)
			for line := range strings.SplitSeq(strings.TrimSpace(expected), "\n") {
				piece, want, _ := strings.Cut(line, " = ")
				all++
				if got := said(piece); strings.EqualFold(got, want) {
					right++
				} else {
					t.Logf("%s, %s: “%s”: %q, want %q", s.Model(), filepath.Base(f), piece, got, want)
				}
			}
		}
		t.Logf("%s: %d of %d speakers are right, %.1f %%", s.Model(), right, all, 100*float64(right)/float64(all))
		if right*100 < leastSpeakers*all {
			t.Errorf("%s: %d of %d speakers are right, want %d %%", s.Model(), right, all, leastSpeakers)
		}
	}
}

// whoSaid finds the innermost attribution that holds a piece of the text.
func whoSaid(text string, s Splitter) func(piece string) string {
	r := s.Split(text, Hints{})
	return func(piece string) string {
		who, size := "nobody found", len(text)+1
		for _, a := range r.Attributions {
			for _, c := range a.Content {
				if n := c.End - c.Start; n < size && strings.Contains(c.In(text), piece) {
					who, size = strings.Join(slices.Concat([]string{a.Speaker}, a.Via), " via "), n
				}
			}
		}
		return who
	}
}
