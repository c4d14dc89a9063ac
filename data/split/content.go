package split

// contentAfter is what is said after a cue, without the listener and the
// occasion ("told reporters on Tuesday that").
func (d *doc) contentAfter(s int, c cueRun) run {
	x := d.sents[s]
	i := c.last
	limit := min(x.last, i+reach)
	if c.bits&tell != 0 && c.bits&say == 0 {
		i = d.listener(i, limit)
	}
	if i < limit && d.toks[i].isHearer() {
		i++
	}
	// An occasion is passed over only when the content announces itself.
	if i < limit && d.toks[i].is(prep|calendar|adverb) && !d.toks[i].is(det) && d.toks[i].low != "that" {
		if k := d.announced(i, limit); k >= 0 {
			i = k
		} else {
			for i < limit && (d.toks[i].is(calendar) || d.toks[i].low == "on" && i+1 < limit && d.toks[i+1].is(calendar)) {
				i++
			}
		}
	} else if i < limit && d.toks[i].kind == comma && c.bits&(say|tell) != 0 {
		if k := d.announced(i, limit); k >= 0 {
			i = k
		}
	}
	for i < x.last && (d.toks[i].kind == comma || d.toks[i].kind == colon) {
		i++
	}
	return run{i, d.contentEnd(i, x.last)}
}

// announced finds "that", a colon or an opening mark ahead of token i.
func (d *doc) announced(i, limit int) int {
	for k := i; k < limit; k++ {
		t := d.toks[k]
		switch {
		case t.low == "that" && k > i:
			return k
		case t.kind == opens && d.quoted[k] >= 0 && d.quotes[d.quoted[k]].first == k && d.quotes[d.quoted[k]].spoken &&
			(k == i || d.toks[k-1].kind == comma || d.toks[k-1].kind == colon || d.toks[k-1].is(prep)):
			return k
		case t.kind == colon:
			return k + 1
		case t.kind == stop, t.is(helper):
			return -1
		}
	}
	return -1
}

// listener passes over who is told.
func (d *doc) listener(i, limit int) int {
	for k := i; k < limit; k++ {
		t := d.toks[k]
		switch {
		case t.low == "that" && k > i, t.low == "to" && k > i, t.kind == opens, t.kind == colon, t.low == "how", t.low == "about":
			return k
		case t.kind == comma, t.is(prep) && k > i:
			return k
		case k > i && (t.is(det|person) || t.low == "it") && !d.toks[k-1].is(det):
			return k
		case k > i && t.is(helper):
			return i // the listener was the subject: "told him" never has this
		}
	}
	return min(i+1, limit)
}

// contentEnd is where a retold content ends: the clause that follows it belongs
// to the report again.
func (d *doc) contentEnd(i, end int) int {
	for end > i && d.toks[end-1].kind == stop && d.quoted[end-1] < 0 {
		end--
	}
	for k := i + 2; k+1 < end; k++ {
		if d.toks[k].kind != comma || d.quoted[k] >= 0 {
			continue
		}
		n := d.toks[k+1]
		switch {
		case n.is(ing) && n.is(say|tell|judge) && n.kind == word,
			n.low == "according", n.low == "but", n.low == "although", n.low == "though", n.low == "while":
			return k
		case n.is(joins) && k+2 < end && d.toks[k+2].is(say|tell) && !d.toks[k+2].is(base|nounish):
			return k
		}
	}
	return end
}

// clauseStart is where the clause before token i begins.
func (d *doc) clauseStart(s, i int) int {
	first := d.sents[s].first
	for n := len(d.acts) - 1; n >= 0 && d.acts[n].sentence == s; n-- {
		for _, r := range d.acts[n].content {
			if r.last <= i && r.last > first {
				first = r.last
			}
		}
	}
	return first
}

// clauseBefore tells whether something was said before the source: a clause that
// ends in a comma.
func (d *doc) clauseBefore(s int, src run) bool {
	first := d.sents[s].first
	return src.first-first >= 4 && d.toks[src.first-1].kind == comma && d.quoted[src.first-1] < 0
}

// nothingAfter tells whether a cue ends its sentence, but for the occasion.
func (d *doc) nothingAfter(c cueRun, end int) bool {
	i := c.last
	if i >= end || d.toks[i].kind == stop {
		return true
	}
	t := d.toks[i]
	if t.kind == comma {
		return i+1 < end && d.toks[i+1].kind != opens
	}
	listening := c.bits&tell != 0 && (t.upper || t.is(det) || t.low == "reporters" || t.is(person))
	if !t.is(prep|calendar|adverb) && !listening || end-i > 22 {
		return false
	}
	for k := i; k < end; k++ {
		if x := d.toks[k]; x.low == "that" || x.kind == opens || x.is(helper) && !listening {
			return false
		}
	}
	return true
}

// trim takes commas, dashes and full stops off a run's ends.
func trim(d *doc, r run) run {
	edge := func(k kind) bool { return k == comma || k == dash || k == colon }
	for !r.empty() && edge(d.toks[r.first].kind) {
		r.first++
	}
	for !r.empty() && edge(d.toks[r.last-1].kind) {
		r.last--
	}
	return r
}
