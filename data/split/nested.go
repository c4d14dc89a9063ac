package split

import (
	"cmp"
	"slices"
)

// reach of acts around one in which those are looked for that carry it.
const nearby = 12

// carriers tells for every act through whom the report has it, from the
// outermost inward: in "an official said the president told leaders that …" the
// president's words come through the official.
func (d *doc) carriers() {
	for n := range d.acts {
		a := &d.acts[n]
		at := a.anchor()
		if at.empty() {
			continue
		}
		type carrier struct{ size, act int }
		var around []carrier
		for m := max(0, n-nearby); m < min(len(d.acts), n+nearby+1); m++ {
			if size := d.acts[m].holds(at); m != n && size > 0 && a.holds(d.acts[m].anchor()) == 0 {
				around = append(around, carrier{size, m})
			}
		}
		slices.SortStableFunc(around, func(x, y carrier) int { return cmp.Compare(y.size, x.size) })
		a.via = nil
		if a.through != "" && a.through != a.speaker && !d.accorded(a.sentence, n) {
			a.via = append(a.via, a.through)
		}
		for _, c := range around {
			who := d.acts[c.act].speaker
			if k := len(a.via); who != "" && who != a.speaker && (k == 0 || a.via[k-1] != who) {
				a.via = append(a.via, who)
			}
		}
	}
}

// through is by whom it is known that somebody told: "According to an official, Low
// told leaders that …", or at the end of what was told.
func (d *doc) through(a *act) string {
	if a.form == according || len(a.cue) == 0 || len(a.source) == 0 {
		return ""
	}
	x := d.sents[a.sentence]
	if who := d.authority(x.first, x.last); who != "" && a.source[0].first > x.first {
		return who
	}
	for i := max(a.cue[0].last, a.source[0].last); i < x.last; i++ {
		if d.toks[i-1].kind == comma {
			if who := d.authority(i, x.last); who != "" {
				return who
			}
		}
	}
	return ""
}

// authority is whom "according to" at token i names, "" where other words stand.
func (d *doc) authority(i, end int) string {
	hint, after := phraseAt(d.toks[:end], i)
	if hint != accordingTo || d.quoted[i] >= 0 {
		return ""
	}
	last := after
	for last < end && d.toks[last].kind != comma && d.toks[last].kind != stop && d.toks[last].kind != opens {
		last++
	}
	if last == after {
		return ""
	}
	who, _ := d.speaker(after, last)
	return who
}

// accorded tells whether an act near act n gives the words of sentence s to whom
// it is according to, by itself.
func (d *doc) accorded(s, n int) bool {
	for m := max(0, n-nearby); m < min(len(d.acts), n+nearby+1); m++ {
		if d.acts[m].sentence == s && d.acts[m].form == according {
			return true
		}
	}
	return false
}

// anchor is where an act is told: its cue, and its source where both stand
// together.
func (a *act) anchor() run {
	var r run
	for _, list := range [...][]run{a.cue, a.source} {
		if len(list) == 0 {
			continue
		}
		if x := list[0]; r.empty() {
			r = x
		} else {
			r = run{min(r.first, x.first), max(r.last, x.last)}
		}
	}
	return r
}

// clipped are an act's sources without an earlier act's cue that stands in them:
// of "an official said the president told", the second is the president.
func (d *doc) clipped(a *act, before []act) []run {
	if len(a.source) == 0 {
		return nil
	}
	r := a.source[0]
	for n := len(before) - 1; n >= 0 && before[n].sentence == a.sentence; n-- {
		for _, c := range before[n].cue {
			if r.first < c.first && c.last < r.last && before[n].holds(run{c.last, r.last}) > 0 {
				r.first = c.last
			}
		}
	}
	if r == a.source[0] {
		return a.source
	}
	return append([]run{r}, a.source[1:]...)
}

// holds is the length of the piece of an act's content that has all of r in it,
// 0 where none has.
func (a *act) holds(r run) int {
	for _, c := range a.content {
		if c.first <= r.first && r.last <= c.last && !r.empty() {
			return c.last - c.first
		}
	}
	return 0
}

// takesIn is the piece of c in that content of the act which has all of at in it; ok
// tells whether there is enough of it: "the president told leaders that …, an
// official said".
func (a *act) takesIn(at, c run) (piece run, ok bool) {
	for _, own := range a.content {
		if own.first <= at.first && at.last <= own.last && own.first <= c.first {
			c.last = min(c.last, own.last)
			return c, c.last-c.first >= 2
		}
	}
	return c, false
}

// nested lists the acts, of those that the rules found, that stand whole inside
// the content of one that the model found. The model labels each word once and
// so cannot tell them itself.
func (d *doc) nested(ruled []act, found []likelyAct) []likelyAct {
	var out []likelyAct
	from := 0
	for n := range ruled {
		a := &ruled[n]
		if a.bits&(say|tell) == 0 || a.bits&(quiet|loose|nounish|passive|ing) != 0 || len(a.source) == 0 || len(a.cue) == 0 {
			continue
		}
		switch a.form {
		case sourceCueThat, sourceCueQuote:
		case sourceCue:
			if a.bits&aloud == 0 {
				continue
			}
		default:
			continue
		}
		for from < len(found) && found[from].sentence < a.sentence-nearby {
			from++
		}
		inner := *a
		inner.source = d.clipped(a, ruled[:n])
		at := inner.anchor()
		for k := from; k < len(found) && found[k].sentence <= a.sentence+nearby; k++ {
			outer := &found[k].act
			whole, ok := outer.takesIn(at, a.content[0])
			if !ok {
				continue
			}
			inner.content = []run{whole}
			if n := len(a.content); whole == a.content[0] && n > 1 {
				inner.content = a.content
			}
			inner.inner, inner.via, inner.speaker, inner.named, inner.role, inner.why = true, nil, "", false, "", ""
			out = append(out, likelyAct{inner, formWords[a.form].score})
			break
		}
	}
	return out
}
