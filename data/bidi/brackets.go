package bidi

import (
	"slices"

	"golang.org/x/text/unicode/bidi"
)

// deepest is how many brackets can be open in one another: as many as UAX 9 says.
const deepest = 63

// pair is where two brackets stand that belong together.
type pair struct{ open, close int }

// brackets gives two brackets that belong together one direction, that of what they
// hold or stand in: N0.
func (p *paragraph) brackets() {
	for _, at := range p.pairs() {
		inside, against := false, false
		for i := at.open + 1; i < at.close; i++ {
			if isNeutral(p.is[i]) {
				continue
			}
			if sideOf(p.is[i]) == p.side {
				inside = true
				break
			}
			against = true
		}
		to := p.side
		switch {
		case inside:
		case against:
			before := p.side
			for i := at.open - 1; i >= 0; i-- {
				if !isNeutral(p.is[i]) {
					before = sideOf(p.is[i])
					break
				}
			}
			to = before // that of what they hold, where what stands before has it too
		default:
			continue
		}
		for _, i := range []int{at.open, at.close} {
			p.is[i] = to
			for i++; i < len(p.is) && p.was[i] == bidi.NSM; i++ {
				p.is[i] = to
			}
		}
	}
}

// pairs are the brackets that belong together, by where they open.
func (p *paragraph) pairs() (found []pair) {
	type waiting struct {
		closer rune
		at     int
	}
	var open []waiting
	for i, r := range p.runes {
		if p.is[i] != bidi.ON {
			continue
		}
		kind, _ := bidi.LookupRune(r)
		switch {
		case !kind.IsBracket():
		case kind.IsOpeningBracket():
			if len(open) == deepest {
				return nil
			}
			open = append(open, waiting{canonical(other(r)), i})
		default:
			for n := len(open) - 1; n >= 0; n-- {
				if open[n].closer == canonical(r) {
					found = append(found, pair{open[n].at, i})
					open = open[:n]
					break
				}
			}
		}
	}
	slices.SortFunc(found, func(a, b pair) int { return a.open - b.open })
	return found
}

// canonical is the one of two same brackets that Unicode would rather have.
func canonical(r rune) rune {
	if r == '\u232a' {
		return '\u3009'
	}
	return r
}
