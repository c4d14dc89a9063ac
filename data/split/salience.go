package split

import (
	"math"
	"sort"

	"lectern/data"
)

// fading is what is left of a mention's weight a sentence later.
const fading = 0.6

// faint is the salience under which nobody is meant by a pronoun.
const faint = 0.25

// salience is how much a person is on a reader's mind at token at of sentence s.
func (p *people) salience(who, at, s int) float64 {
	best := 0.0
	for _, list := range [...][]mention{p.mentions, p.spoken} {
		from := sort.Search(len(list), func(i int) bool { return list[i].first >= at })
		for k := from - 1; k >= 0 && k >= from-80; k-- {
			m := &list[k]
			if s-m.sent > 9 {
				break
			}
			if m.who == who && m.sent <= s {
				best = max(best, m.weight*math.Pow(fading, float64(s-m.sent)))
			}
		}
	}
	return best
}

// weight is how much a mention draws the eye.
func (d *doc) weight(m *mention) float64 {
	x := d.sents[m.sent]
	if q := d.quoted[m.first]; q >= 0 && d.quotes[q].spoken {
		return 0 // whom a quotation names is not who "he" is
	}
	if m.last < len(d.toks) && d.toks[m.last].kind == clitic {
		return 1
	}
	if x.kind == data.Headline {
		return 1.5
	}
	head := m.first
	for head > x.first && d.toks[head-1].kind == word && (d.toks[head-1].is(honour|official|det|body|outsider|receiver) || d.toks[head-1].upper) && !d.toks[head-1].is(prep|sub) {
		head-- // the title before it
	}
	next := token{}
	if m.last < x.last {
		next = d.toks[m.last]
	}
	switch {
	case next.kind == comma && m.full && d.apposition(m.last+1, x.last):
		return 3.5 // just introduced
	case head > x.first && d.toks[head-1].is(prep) && d.toks[head-1].low != "that":
		return 1
	case head-x.first <= 3 && d.toks[x.first].is(sub) && head > x.first:
		return 3 // While Low was away, …
	case head-x.first <= 3:
		return 4
	case next.is(cue|helper) && next.kind == word:
		return 3
	case d.toks[head-1].kind == comma && next.kind == comma && m.full:
		return 3
	}
	return 1.5
}
