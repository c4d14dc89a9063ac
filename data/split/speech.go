package split

import "lectern/data"

// preQuote finds the quotation that ends right before a source or, without one,
// before the cue; -1 where none does.
func (d *doc) preQuote(s, cueFirst int, src run, ok bool) int {
	p := cueFirst - 1
	if ok {
		p = src.first - 1
	}
	for p > d.sents[s].first && (d.toks[p].kind == comma || d.toks[p].kind == dash || d.toks[p].is(joins)) {
		p-- // “…”, — said X
	}
	if p < d.sents[s].first || d.quoted[p] < 0 {
		return -1
	}
	q := int(d.quoted[p])
	if d.quotes[q].last != p || !d.quotes[q].spoken && d.quotes[q].first != d.sents[s].first || d.quotes[q].act >= 0 {
		return -1
	}
	return q
}

// takeQuote makes quotation q the content of an act, with the words that lead
// into it where it begins inside a sentence.
func (d *doc) takeQuote(a *act, q int) {
	x := d.quotes[q]
	first := x.first
	if head := d.sents[x.sentence].first; head < first && d.toks[first-1].kind != colon {
		words := 0
		for i := head; i < first; i++ {
			if d.toks[i].kind == word {
				words++
			}
		}
		if words >= 2 {
			first = d.clauseStart(x.sentence, first)
		}
	}
	a.content = append(a.content, run{first, x.last + 1})
}

// resume adds the rest of a broken quotation: “…,” he said, “….”
func (d *doc) resume(a *act, from, end int) {
	for i := from; i < end; i++ {
		t := d.toks[i]
		if t.is(cue) && !t.is(nounish|ing) && d.quoted[i] < 0 {
			return
		}
		if d.quoted[i] < 0 {
			continue
		}
		q := d.quotes[d.quoted[i]]
		if t.kind != opens && !q.resumed || q.first != i || !q.spoken {
			continue
		}
		if p := d.toks[i-1]; p.kind == comma || p.kind == colon || p.kind == dash || p.kind == stop {
			a.content = append(a.content, run{q.first, q.last + 1})
			i = q.last
		}
	}
}

// leftOver gives the quotations that end in sentence s and belong to nobody yet
// to whoever spoke last, as a reader would.
func (d *doc) leftOver(s int) {
	for ; d.pending < len(d.quotes) && d.quotes[d.pending].sentence <= s; d.pending++ {
		q := &d.quotes[d.pending]
		if int(d.inSent[q.last]) > s {
			return // its cue may still come
		}
		if n := int(d.inSent[q.last]) + 1; !q.closed && n > s && d.opensWithMark(n) {
			return // it goes on in the next paragraph
		}
		if q.act >= 0 || !q.spoken || q.words < 2 || q.words < 3 && q.first > d.sents[q.sentence].first || d.sents[q.sentence].kind == data.Notice {
			continue
		}
		d.carry(d.pending)
	}
}

// opensWithMark tells whether sentence n begins with an opening mark.
func (d *doc) opensWithMark(n int) bool {
	return n < len(d.sents) && d.sents[n].first < d.sents[n].last && d.toks[d.sents[n].first].kind == opens
}

// carry gives one such quotation its speaker.
func (d *doc) carry(which int) {
	q := d.quotes[which]
	x := d.sents[q.sentence]
	opensIt := q.first <= x.first+1
	content := run{q.first, q.last + 1}
	if len(d.acts) > 0 {
		prev := len(d.acts) - 1
		a := &d.acts[prev]
		spoke := a.bits&(say|tell|judge|vow) != 0 || a.form == carried
		near := q.sentence - a.sentence
		if n := int(d.inSent[q.last]) + 1; !q.closed && d.opensWithMark(n) && inside(a.content, d.sents[n].first) && a.sentence >= n {
			a.content = append([]run{content}, a.content...)
			d.quotes[which].act = prev
			return
		}
		sameLine := d.sents[a.sentence].line == x.line
		if spoke && near >= 0 && (sameLine && near <= 3 || near <= 1) && opensIt {
			if sameLine && a.form != headColon {
				a.content = append(a.content, content)
				if a.kind == data.Indirect {
					a.kind = data.Mixed
				}
				d.quotes[which].act = prev
				return
			}
			d.add(act{form: carried, sentence: q.sentence, content: []run{content}, bits: a.bits, speaker: a.speaker, named: a.named, role: a.role, why: a.why})
			return
		}
		if spoke && near >= 0 && (near <= 3 || near <= 8 && d.leftOpen(a)) && opensIt {
			d.add(act{form: carried, sentence: q.sentence, content: []run{content}, bits: a.bits, speaker: a.speaker, named: a.named, role: a.role, why: a.why})
			return
		}
	}
	if (!opensIt || family(d.text, d.toks[q.first]) == 1) && q.words < 7 {
		return // a slogan or a title inside the report's own sentence
	}
	a := act{form: orphan, sentence: q.sentence, content: []run{content}, bits: say}
	if q.first > 0 && d.toks[q.first-1].kind == colon {
		a.speaker, a.named = d.people.last, d.people.last != ""
	}
	d.rate(&a)
	d.add(a)
}

// leftOpen tells whether the last quotation of an act never closed, which says
// that the speaker goes on in the next paragraph.
func (d *doc) leftOpen(a *act) bool {
	if len(a.content) == 0 {
		return false
	}
	q := d.quoted[a.content[len(a.content)-1].last-1]
	return q >= 0 && !d.quotes[q].closed
}

// accordingTo reads "according to X" at tokens [i, end) of sentence s.
func (d *doc) accordingTo(s, i, end int) bool {
	x := d.sents[s]
	src := run{end, end}
	atStart := i-x.first <= 1
	for k := end; k < x.last; k++ {
		t := d.toks[k]
		if t.kind == opens || t.kind == closes || t.kind == colon || t.is(sub) && !t.is(det|prep|pronoun) ||
			t.kind == dash && k+1 < x.last && d.toks[k+1].start > t.end {
			break
		}
		if t.kind == comma && (atStart || !d.apposition(k+1, x.last)) {
			break
		}
		if t.kind == stop && k+1 == x.last {
			break
		}
		src.last = k + 1
	}
	if src.empty() {
		return false
	}
	a := act{form: according, bits: say, sentence: s, cue: []run{{i, end}}, source: []run{src}}
	c := run{d.clauseStart(s, i), i}
	if atStart {
		c = run{src.last, d.contentEnd(src.last, x.last)}
	}
	c = trim(d, c)
	if c.empty() {
		return false
	}
	a.content = []run{c}
	d.add(a)
	return true
}

// nounCue reads "X's claim that".
func (d *doc) nounCue(s, i int) {
	x := d.sents[s]
	if i+2 >= x.last || d.toks[i+1].low != "that" || i-1 <= x.first {
		return
	}
	k := i - 1
	for k > x.first && d.toks[k].kind == word && d.toks[k].bits == 0 && !d.toks[k].upper {
		k-- // "repeated", "unfounded"
	}
	var src run
	switch {
	case d.toks[k].kind == clitic:
		src = run{k - 1, k + 1}
		for src.first > x.first && d.nameWord(src.first-1) {
			src.first--
		}
	case d.toks[k].low == "his" || d.toks[k].low == "her" || d.toks[k].low == "their":
		src = run{k, k + 1}
	default:
		return
	}
	c := run{i + 1, d.contentEnd(i+1, x.last)}
	for k := c.first; k < c.last; k++ {
		if d.toks[k].kind == comma {
			c.last = k
		}
	}
	d.add(act{form: nounForm, bits: say, sentence: s, cue: []run{{i, i + 1}}, source: []run{src}, content: []run{c}})
}

// headlineColon reads "Warren: ‘Resign’" and "Poll: voters tire".
func (d *doc) headlineColon(s, i int) {
	x := d.sents[s]
	if i == x.first || i-x.first > 6 || i+2 >= x.last {
		return
	}
	quoted := d.toks[i+1].kind == opens
	for k := x.first; k < i; k++ {
		if t := d.toks[k]; t.kind != word && t.kind != stop && t.kind != clitic || t.kind == word && !t.upper || t.is(cue) && !t.is(nounish) {
			return
		}
	}
	if !quoted && (x.kind != data.Headline || i-x.first > 4) {
		return
	}
	src := run{x.first, i}
	end := d.contentEnd(i+1, x.last)
	d.add(act{form: headColon, bits: say, sentence: s, source: []run{src}, cue: []run{{i, i + 1}}, content: []run{{i + 1, end}}})
}
