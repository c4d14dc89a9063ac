package tag

import "fmt"

// Score counts spans of one role: those found, those marked, and those that are
// exactly the same.
type Score struct{ Right, Found, Marked int }

// F1 is the harmonic mean of precision and recall, 0 to 100.
func (s Score) F1() float64 {
	if s.Found+s.Marked == 0 {
		return 0
	}
	return 200 * float64(s.Right) / float64(s.Found+s.Marked)
}

// Scores holds a Score for each role.
type Scores [roleCount]Score

// String is the three figures in the order source, cue, content.
func (s Scores) String() string {
	return fmt.Sprintf("%.1f %.1f %.1f", s[Source].F1(), s[Cue].F1(), s[Content].F1())
}

// Measure compares what tag says of paragraphs with their Gold.
func Measure(paragraphs []Paragraph, tag func(*Paragraph) []Label) Scores {
	var out Scores
	for i := range paragraphs {
		p := &paragraphs[i]
		marked := map[Run]bool{}
		for _, r := range Runs(p.Gold) {
			marked[r] = true
			out[r.Role].Marked++
		}
		for _, r := range Runs(tag(p)) {
			out[r.Role].Found++
			if marked[r] {
				out[r.Role].Right++
			}
		}
	}
	return out
}
