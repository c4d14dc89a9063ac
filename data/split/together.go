package split

import (
	"strings"
)

// together are the persons of a source that names several: A (D-Ohio) and B.
func (d *doc) together(first, last int) []int {
	var all []int
	at := first
	joined := false
	for _, m := range d.people.between(first, last) {
		join := false
		for i := at; i < m.first; i++ {
			t := d.toks[i]
			switch {
			case t.is(joins) && !t.upper, t.kind == comma && len(all) > 0:
				join = true
			case t.kind == left:
				for i+1 < m.first && d.toks[i].kind != right {
					i++
				}
			case t.kind == stop, t.kind == right, t.is(honour|official|outsider|body) || t.upper && !t.is(prep|det), t.low == "both", t.low == "the" && i+1 < m.first && d.toks[i+1].is(honour|official):
			default:
				if joined {
					return all
				}
				return nil
			}
		}
		if len(all) > 0 && !join {
			return nil
		}
		for i := at; i < m.first; i++ {
			joined = joined || len(all) > 0 && d.toks[i].is(joins)
		}
		all = append(all, m.who)
		at = m.last
	}
	if !joined {
		return nil
	}
	return all
}

// sayTogether names several persons as one speaker.
func (d *doc) sayTogether(who []int, at int) string {
	names := make([]string, len(who))
	for i, n := range who {
		names[i] = d.people.all[n].name
	}
	and := " and "
	if r := names[0][0]; r >= 0x80 {
		and = " і "
		if d.language() == "ru" {
			and = " и "
		}
	}
	all := strings.Join(names[:len(names)-1], ", ") + and + names[len(names)-1]
	d.hear(voiceless{words: all, plural: true, sent: d.sentOf(at)})
	return all
}
