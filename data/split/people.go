package split

import "lectern/data"

// meet reads who is named in sentence s, in the order of the report: when each
// was first named, and how the report introduces them.
func (d *doc) meet(s int) {
	x := d.sents[s]
	if x.kind == data.Notice {
		return
	}
	for i := x.first; i < x.last; i++ {
		if q := d.quoted[i]; q >= 0 && d.quotes[q].spoken || !d.nameWord(i) {
			continue
		}
		if w := d.name(i, i+1); w != "" {
			if _, ok := d.mentioned[w]; !ok {
				d.mentioned[w] = s
			}
		}
	}
	for _, m := range d.people.between(x.first, x.last) {
		if m.weight == 0 {
			continue // only a quotation names it
		}
		p := &d.people.all[m.who]
		if p.first < 0 {
			p.first = s
		}
		if m.full {
			d.introduce(p, m.first, m.last)
		}
	}
}

// introduce learns the part a person plays from the words around the first full
// name: "barrister Colin Yeo", "Ada Low, a professor at Lund,".
func (d *doc) introduce(p *somebody, i, end int) {
	if p.role != data.UnknownRole {
		return
	}
	if i > 0 && d.toks[i-1].kind == word {
		if r := partOf(d.toks[i-1]); r != data.UnknownRole {
			p.role = r
			return
		}
	}
	if end+1 >= len(d.toks) || d.toks[end].kind != comma || !d.toks[end+1].is(det) {
		return
	}
	for k := end + 2; k < len(d.toks) && k < end+10 && d.toks[k].kind == word; k++ {
		if r := partOf(d.toks[k]); r != data.UnknownRole {
			p.role = r
			return
		}
	}
}

// partOf is the part that a describing word alone gives; offices give none, so
// that better evidence can still come.
func partOf(t token) data.SpeakerRole {
	switch {
	case t.is(outsider) && !t.is(official):
		return data.Judge
	case t.is(receiver) && !t.is(official|outsider):
		return data.Responder
	}
	return data.UnknownRole
}
