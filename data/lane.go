package data

import "fmt"

// Lane is the voice a passage speaks with. Its value is the word that stands in
// the library, in the command-line contract and in exchange files.
type Lane string

// The four lanes. NoLane is the absence of one: no secondary lane, or a report
// in a language that Lectern shows without lanes.
const (
	NoLane     Lane = ""
	Statement  Lane = "statement"  // what the parties themselves said
	Caveat     Lane = "caveat"     // what limits, doubts or forecasts are attached
	Reaction   Lane = "reaction"   // how others received it
	Background Lane = "background" // facts carried without speech or judgement
)

// Lanes returns the four lanes in the order they are shown, left to right.
func Lanes() []Lane { return []Lane{Statement, Caveat, Reaction, Background} }

// Letter is the key and the mark of a lane: S, C, R or B, and "" for NoLane.
func (l Lane) Letter() string {
	switch l {
	case Statement:
		return "S"
	case Caveat:
		return "C"
	case Reaction:
		return "R"
	case Background:
		return "B"
	}
	return ""
}

// ParseLane reads a lane's word. NoLane is not a lane a passage can be put in,
// so the empty word is an error.
func ParseLane(word string) (Lane, error) {
	for _, l := range Lanes() {
		if string(l) == word {
			return l, nil
		}
	}
	return NoLane, fmt.Errorf("%q is not a lane", word)
}

// LaneCounts is how many passages of a report lie in each lane.
type LaneCounts struct {
	Statement, Caveat, Reaction, Background int
}

// Of returns the count of one lane, 0 for NoLane.
func (c LaneCounts) Of(l Lane) int {
	switch l {
	case Statement:
		return c.Statement
	case Caveat:
		return c.Caveat
	case Reaction:
		return c.Reaction
	case Background:
		return c.Background
	}
	return 0
}

// Add counts n more passages in lane l; NoLane is not counted.
func (c *LaneCounts) Add(l Lane, n int) {
	switch l {
	case Statement:
		c.Statement += n
	case Caveat:
		c.Caveat += n
	case Reaction:
		c.Reaction += n
	case Background:
		c.Background += n
	}
}
