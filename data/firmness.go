package data

// Firmness is how firmly a sentence says what it says, from 0 (nothing is known)
// to 1 (no hedge at all). Every hedge takes its part of what is left, by its kind;
// two hedges of one kind count as one, because reports repeat themselves. It says
// nothing about whether the sentence is true.
func (s Sentence) Firmness() float64 {
	firm := 1.0
	seen := map[HedgeKind]bool{}
	for _, h := range s.Hedges {
		if !seen[h.Kind] {
			seen[h.Kind] = true
			firm *= left(h.Kind)
		}
	}
	return firm
}

// left is what a hedge of a kind leaves of a sentence's firmness: reporting and
// approximate words take least, words for what is not known take most.
func left(k HedgeKind) float64 {
	switch k {
	case Modal:
		return 0.5
	case Reporting:
		return 0.6
	case Condition:
		return 0.6
	case Approximator:
		return 0.9
	case NotKnown:
		return 0.2
	case Weasel:
		return 0.5
	}
	return 1
}
