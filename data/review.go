package data

import "math"

// Review says how much of what the machine is unsure of a person wants to look
// at: the review queue.
type Review string

const (
	ReviewNone Review = ""     // nothing: there is no queue
	ReviewMost Review = "most" // the most doubtful, of which the machine has every second one wrong
	ReviewAll  Review = "all"  // all that is doubtful
)

// Reviews lists the ways to review, from the most to the least.
func Reviews() []Review { return []Review{ReviewAll, ReviewMost, ReviewNone} }

// The scores under which a machine's lane is better looked at by a person. On the
// development reports, read out of fold, about one sentence in five lies under
// ReviewBelow, half of those are wrong, and half of all wrong ones are there.
const (
	ReviewBelow     = 0.65
	ReviewMostBelow = 0.5
)

// below is the score under which a passage is to be looked at.
func (r Review) below() float64 {
	switch r {
	case ReviewAll:
		return ReviewBelow
	case ReviewMost:
		return ReviewMostBelow
	}
	return 0
}

// Awaits tells whether the passage is in the review queue: nobody has decided it
// and the machine is unsure, or what somebody decided has gone astray. Captions,
// datelines and the like never are.
func (p Passage) Awaits(r Review) bool {
	switch {
	case r == ReviewNone || p.Kind == Notice || p.Lane == NoLane:
		return false
	case p.Decision != nil:
		return p.Decision.Astray
	}
	// In thousandths, which survive the 32 bits that a library keeps of a score.
	return math.Round(p.Score*1000) < math.Round(r.below()*1000)
}

// ReviewCounts is how many passages of a report are in the review queue.
type ReviewCounts struct{ All, Most int }

// Of is the count for a way to review.
func (c ReviewCounts) Of(r Review) int {
	switch r {
	case ReviewAll:
		return c.All
	case ReviewMost:
		return c.Most
	}
	return 0
}

// Awaiting counts the passages in the review queue.
func Awaiting(all []Passage) (c ReviewCounts) {
	for _, p := range all {
		if p.Awaits(ReviewAll) {
			c.All++
		}
		if p.Awaits(ReviewMost) {
			c.Most++
		}
	}
	return c
}
