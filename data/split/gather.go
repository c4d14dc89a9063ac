package split

import (
	"slices"

	"lectern/data/split/tag"
)

// found is a span that the model found, in tokens.
type found struct {
	run
	role   tag.Role
	chance float64 // of having just these ends
}

// unit is a cue with its source, or a source that has no cue.
type unit struct {
	cue, source run
	content     []found
}

// first is the unit's first token outside its contents.
func (u *unit) first() int {
	if u.cue.empty() || !u.source.empty() && u.source.first < u.cue.first {
		return u.source.first
	}
	return u.cue.first
}

// distance says how ill two runs fit together: the tokens between them, sentence
// borders, and cues in between.
func (d *doc) distance(a, b run, cues []run) int {
	if b.first < a.first {
		a, b = b, a
	}
	n := max(b.first-a.last, 0)
	n += 8 * int(d.inSent[b.first]-d.inSent[a.last-1])
	for _, c := range cues {
		if c.first >= a.last && c.last <= b.first {
			n += 20
		}
	}
	return n
}

// tooFar is a distance at which two spans have nothing to do with each other.
const tooFar = 60

// gather puts the spans of a paragraph together: each cue with the source and
// each content with the cue that stand nearest. Contents without either come
// back alone.
func (d *doc) gather(spans []found) (units []unit, alone []found) {
	var cues, sources []run
	for _, s := range spans {
		switch s.role {
		case tag.Cue:
			cues = append(cues, s.run)
		case tag.Source:
			sources = append(sources, s.run)
		}
	}
	taken := make([]bool, len(sources))
	for _, c := range cues {
		u := unit{cue: c}
		best, which := tooFar, -1
		for i, s := range sources {
			n := d.distance(s, c, cues)
			if taken[i] {
				n += 10 // "X said …, adding …" shares its source
			}
			if s.first > c.first {
				n++
			}
			if n < best {
				best, which = n, i
			}
		}
		if which >= 0 {
			u.source, taken[which] = sources[which], true
		}
		units = append(units, u)
	}
	for i, s := range sources {
		if !taken[i] {
			units = append(units, unit{source: s})
		}
	}
	for _, s := range spans {
		if s.role != tag.Content {
			continue
		}
		best, which := tooFar, -1
		for i := range units {
			n := tooFar
			if c := units[i].cue; !c.empty() {
				n = d.distance(c, s.run, cues)
			}
			if src := units[i].source; !src.empty() {
				n = min(n, d.distance(src, s.run, cues)+1)
			}
			if n < best {
				best, which = n, i
			}
		}
		if which < 0 {
			alone = append(alone, s)
			continue
		}
		units[which].content = append(units[which].content, s)
	}
	units = slices.DeleteFunc(units, func(u unit) bool { return len(u.content) == 0 })
	slices.SortStableFunc(units, func(a, b unit) int { return a.first() - b.first() })
	return units, alone
}

// relearn puts acts made of found spans, a list a paragraph, in the place of the
// rules' own, and tells how likely each is. What the rules knew of a cue is kept.
func (d *doc) relearn(paragraphs [][]found) []float64 {
	ruled := make(map[int]*act, len(d.acts)) // by each token of its cue
	old := d.acts
	for n := range old {
		for _, c := range old[n].cue {
			for i := c.first; i < c.last; i++ {
				ruled[i] = &old[n]
			}
		}
	}
	var next []likelyAct
	for _, spans := range paragraphs {
		units, alone := d.gather(spans)
		from := len(next)
		for i := range units {
			next = append(next, likelyAct{d.actOf(&units[i], ruled), chance(units[i].content)})
		}
		for _, c := range alone {
			a := act{content: []run{c.run}, sentence: int(d.inSent[c.first]), form: orphan, bits: say}
			next = append(next, likelyAct{a, c.chance})
		}
		slices.SortStableFunc(next[from:], func(a, b likelyAct) int { return a.sentence - b.sentence })
	}
	// Found ones are in the order of their paragraphs, and of sentences in each.
	next = append(next, d.nested(old, next)...)
	slices.SortStableFunc(next, func(a, b likelyAct) int { return a.sentence - b.sentence })
	d.forget()
	var chances []float64
	n := 0
	for s := range d.sents {
		d.meet(s)
		d.turns(s)
		for ; n < len(next) && next[n].sentence <= s; n++ {
			a := next[n].act
			if len(a.cue)+len(a.source) == 0 {
				d.carryOn(&a)
			}
			d.add(a)
			chances = append(chances, next[n].chance)
			if a.form != carried {
				d.nameSpeaker(len(d.acts) - 1)
			}
		}
	}
	d.carriers()
	return chances
}

// likelyAct is an act with the chance that its content is right.
type likelyAct struct {
	act
	chance float64
}

// chance is the mean of the contents'.
func chance(contents []found) float64 {
	sum := 0.0
	for _, c := range contents {
		sum += c.chance
	}
	return sum / float64(len(contents))
}

// forget takes back what the rules found, so that speakers can be named anew.
func (d *doc) forget() {
	d.acts = nil
	d.people.forget()
	d.mentioned = map[string]int{}
	d.turned, d.turnedTo, d.turnedBy = 0, 0, ""
	for i := range d.quotes {
		d.quotes[i].act = -1
	}
}

// carryOn gives a content that stands alone to whoever spoke just before.
func (d *doc) carryOn(a *act) {
	if len(d.acts) == 0 {
		return
	}
	prev := &d.acts[len(d.acts)-1]
	near := a.sentence - prev.sentence
	if prev.bits&(say|tell|judge|vow) != 0 && near >= 0 && (near <= 3 || near <= 8 && d.leftOpen(prev)) {
		a.form, a.bits = carried, prev.bits
		a.speaker, a.named, a.role, a.why = prev.speaker, prev.named, prev.role, prev.why
	}
}

// actOf makes an act of a unit.
func (d *doc) actOf(u *unit, ruled map[int]*act) act {
	a := act{sentence: int(d.inSent[u.first()])}
	for _, c := range u.content {
		a.content = append(a.content, c.run)
	}
	if !u.source.empty() {
		a.source = []run{u.source}
	}
	if u.cue.empty() {
		a.form, a.bits = sourceCue, say
		return a
	}
	a.cue = []run{u.cue}
	a.sentence = int(d.inSent[u.cue.first])
	for i := u.cue.first; i < u.cue.last; i++ {
		if r := ruled[i]; r != nil {
			a.form, a.bits = r.form, r.bits
			return a
		}
		if t := d.toks[i]; t.is(cue) {
			a.bits = t.bits
		}
	}
	if a.bits == 0 {
		a.bits = judge | quiet | loose // no list has it
	}
	a.form = d.formOf(u, a.bits)
	return a
}

// formOf reads off a unit in which way it is said.
func (d *doc) formOf(u *unit, b bits) form {
	c := u.content[0]
	before := c.first < u.cue.first
	spoken := false
	if q := d.quoted[c.first]; q >= 0 {
		spoken = d.quotes[q].spoken
	}
	switch {
	case d.toks[u.cue.first].low == "according":
		return according
	case before && spoken && u.source.first > u.cue.first:
		return quoteCueSource
	case before && spoken:
		return quoteSourceCue
	case spoken:
		return sourceCueQuote
	case before && d.toks[u.cue.last-1].low == "by":
		return passiveForm
	case before:
		return clauseCue
	case b&nounish != 0 && u.cue.last-u.cue.first == 1 && b&base != 0:
		return nounForm
	case d.toks[c.first].low == "that":
		return sourceCueThat
	case b&(say|tell) != 0:
		return sourceCue
	}
	return thoughtForm
}
