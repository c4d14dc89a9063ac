package split

// reach bounds how far a source is looked for, so that cost stays linear.
const reach = 40

// clauseEdge tells whether token i ends the search for a source to its right.
func (d *doc) clauseEdge(i int) bool {
	t := d.toks[i]
	switch t.kind {
	case stop:
		// Inside a sentence a single full stop is an abbreviation's.
		return t.end-t.start > 1 || d.text[t.start] != '.' || d.quoted[i] >= 0
	case opens, closes:
		return !d.titled(i)
	case colon:
		return true
	case dash:
		return t.end-t.start > 1 || i+1 < len(d.toks) && d.toks[i+1].start > t.end
	case word:
		return t.is(sub) && !t.is(prep|det) && !t.upper || t.low == "that" && i > 0 && d.toks[i-1].is(cue)
	}
	return false
}

// titled tells whether the mark at token i stands around a name: «Кур'єр».
func (d *doc) titled(i int) bool {
	if d.quoted[i] < 0 || family(d.text, d.toks[i]) != 2 {
		return false
	}
	q := d.quotes[d.quoted[i]]
	return !q.spoken && q.closed && q.words <= 4
}

// sourceBefore finds who speaks to the left of a cue, appositions included.
func (d *doc) sourceBefore(s int, c cueRun) (run, bool) {
	x := d.sents[s]
	k := c.first
	for k > x.first && d.toks[k-1].kind == word && d.toks[k-1].is(adverb) && !d.toks[k-1].is(pronoun&^det) {
		k--
	}
	if k == x.first {
		return run{}, false
	}
	prev := d.toks[k-1]
	switch {
	case prev.kind == closes, prev.kind == stop && d.clauseEdge(k-1), prev.kind == colon, prev.kind == opens:
		return run{}, false
	case prev.is(person) || prev.low == "it" || prev.low == "who" || prev.low == "which":
		return run{k - 1, k}, true
	case prev.is(joins) && !prev.is(pronoun):
		return d.subject(s, k-1)
	case prev.kind == comma || prev.kind == right || prev.kind == dash:
		if c.bits&ing != 0 || d.inverted(c, x.last) {
			return run{}, false
		}
		return d.withApposition(s, k)
	case prev.is(sub) && !prev.is(det|pronoun|prep):
		return run{}, false
	}
	if c.bits&ing != 0 && c.first == c.head {
		return run{}, false
	}
	first := k - 1
	for first > x.first && k-first < reach && !d.clauseEdge(first-1) && d.toks[first-1].kind != comma && d.toks[first-1].kind != right {
		if t := d.toks[first-1]; t.is(joins) && first-1 > x.first && d.toks[first-2].kind == comma {
			break
		}
		first--
	}
	if first > x.first && d.toks[first-1].kind == right {
		return d.withApposition(s, k)
	}
	return d.lead(run{first, k})
}

// withApposition reads a source that ends in a comma: "Smith, head of X, said".
func (d *doc) withApposition(s, k int) (run, bool) {
	x := d.sents[s]
	first := k - 1
	for first > x.first && k-first < reach {
		t := d.toks[first-1]
		if d.clauseEdge(first-1) && !t.is(pronoun) {
			break
		}
		first--
	}
	return d.lead(run{first, k})
}

// lead drops what stands before the subject: "On Tuesday,", "But", "In a letter,".
func (d *doc) lead(r run) (run, bool) {
	for !r.empty() {
		t := d.toks[r.first]
		if t.kind == comma || t.is(joins) && t.kind == word || t.kind == right {
			r.first++
			continue
		}
		opener := t.is(prep|sub|adverb|calendar|ing) && !t.is(pronoun&^det) && !t.is(det) || t.low == "that"
		if !opener {
			break
		}
		next := d.afterComma(r)
		if next < 0 {
			if t.is(calendar|adverb|sub) || t.low == "that" {
				r.first++
				continue
			}
			// "In Kyiv officials": only a preposition's own words go.
			if t.is(prep) && r.first+2 < r.last && d.toks[r.first+1].is(calendar) {
				r.first += 2
				for r.first < r.last && d.toks[r.first].kind == number {
					r.first++
				}
				continue
			}
			break
		}
		r.first = next
	}
	r = d.withoutTime(r)
	if d.holdsClause(r) {
		return run{}, false
	}
	return r, !r.empty() && !(d.toks[r.first].is(prep) && !d.toks[r.first].is(det|adverb))
}

// withoutTime drops adverbs and times from a source's end: "Acme just this month".
func (d *doc) withoutTime(r run) run {
	for r.first < r.last {
		t := d.toks[r.last-1]
		switch {
		case t.is(adverb) && !t.is(pronoun|det), t.is(calendar) && r.last-1 > r.first:
			r.last--
		case (t.low == "week" || t.low == "month" || t.low == "year" || t.low == "day") && r.last-2 > r.first && d.toks[r.last-2].is(det|adverb):
			r.last -= 2
		default:
			return r
		}
	}
	return r
}

// holdsClause tells whether a run is a clause rather than somebody: a helper
// stands in it ("much of which can be credited"), or a relative opens it.
func (d *doc) holdsClause(r run) bool {
	if r.last-r.first > 1 && (d.toks[r.first].low == "who" || d.toks[r.first].low == "which") {
		return true
	}
	switch d.toks[r.first].low {
	case "what", "how", "why", "where", "when":
		return true
	}
	for i := r.first; i < r.last; i++ {
		switch t := d.toks[i]; {
		case t.kind == comma, t.low == "who", t.low == "which", t.low == "that", t.low == "whose":
			return false
		case t.is(helper) && t.kind == word && !t.upper:
			return true
		}
	}
	return false
}

// afterComma is the token after the first comma in r that has words behind it,
// -1 where there is none.
func (d *doc) afterComma(r run) int {
	for i := r.first; i < r.last-1; i++ {
		if d.toks[i].kind == comma {
			return i + 1
		}
	}
	return -1
}

// subject is the subject of the clause that token i belongs to, for "He smiled
// and said".
func (d *doc) subject(s, i int) (run, bool) {
	x := d.sents[s]
	if n := len(d.acts); n > 0 && d.acts[n-1].sentence == s && len(d.acts[n-1].source) > 0 {
		return d.acts[n-1].source[0], true
	}
	first := x.first
	for first < i && (d.toks[first].kind != word || d.toks[first].is(sub|joins) && !d.toks[first].is(det|pronoun)) {
		first++
	}
	last := first
	for last < i && last < first+12 {
		t := d.toks[last]
		if t.is(helper|cue) && !t.is(nounish) || d.clauseEdge(last) || t.kind == comma || verbLike(d.text, t) {
			break
		}
		last++
	}
	if last == first || last >= i || d.toks[first].is(prep) {
		return run{}, false
	}
	return run{first, last}, true
}

// verbLike guesses a past form.
func verbLike(text string, t token) bool {
	w := text[t.start:t.end]
	return t.kind == word && !t.upper && len(w) > 4 && w[len(w)-2:] == "ed"
}

// inverted tells whether a cue after a comma is followed by its source and
// nothing more: "…, said the mayor."
func (d *doc) inverted(c cueRun, end int) bool {
	if c.bits&(tell|say) == tell {
		return false // who stands after "told" listens
	}
	r := d.sourceAfter(c.last, end)
	if r.empty() {
		return false
	}
	for i := r.last; i < end; i++ {
		t := d.toks[i]
		if t.is(helper) && d.quoted[i] < 0 {
			return false
		}
		if t.kind == comma || t.kind == stop || t.kind == opens {
			break
		}
	}
	return true
}

// sourceAfter reads the source that stands at token i: "said the mayor of X, who …".
func (d *doc) sourceAfter(i, end int) run {
	if i < end && d.toks[i].isHearer() {
		i++
	}
	if i >= end {
		return run{}
	}
	t := d.toks[i]
	if t.kind != word && t.kind != number || !t.upper && !t.is(det|honour|pronoun|outsider|receiver|official|media|paper) && t.bits != 0 {
		return run{}
	}
	if t.is(calendar) && t.upper || t.low == "that" && i+1 < end && !d.toks[i+1].is(official) || t.low == "it" || t.is(prep) && !t.is(det) {
		return run{}
	}
	r := run{i, i + 1}
	if t.is(person) {
		return r
	}
	for k := i + 1; k < end && k < i+reach; k++ {
		t := d.toks[k]
		switch {
		case t.kind == opens, t.kind == closes, t.kind == colon:
			return r
		case t.kind == stop:
			if k+1 < end && t.end-t.start == 1 && (d.toks[k-1].is(abbrev|shortened|honour) || d.toks[k-1].upper && d.toks[k-1].end-d.toks[k-1].start == 1) {
				continue
			}
			return r
		case t.kind == comma:
			if !d.apposition(k+1, end) {
				return r
			}
		case t.kind == dash && k+1 < end && d.toks[k+1].start > t.end:
			return r
		case t.is(helper) && r.last-r.first < 6 && d.quoted[k] < 0:
			return run{} // it was a clause: "said the plan was"
		case t.kind == word && !t.upper && (t.low == "in" || t.low == "on" || t.low == "at" || t.low == "during" || t.low == "after" ||
			t.low == "as" || t.low == "when" || t.low == "while" || t.low == "before" || t.low == "about" || t.low == "but"):
			if (t.low == "in" || t.low == "at") && d.pastComma(r) {
				break
			}
			return r
		case t.is(calendar) && t.upper:
			return r
		case t.low == "to" && d.toks[k-1].upper && d.nameWord(r.first):
			return r // said Low to the crowd
		}
		r.last = k + 1
	}
	for r.last > r.first && d.toks[r.last-1].kind == comma {
		r.last--
	}
	return r
}

func (d *doc) pastComma(r run) bool {
	for i := r.first; i < r.last; i++ {
		if d.toks[i].kind == comma {
			return true
		}
	}
	return false
}

// apposition tells whether what stands at token i goes on describing a source.
func (d *doc) apposition(i, end int) bool {
	if i >= end {
		return false
	}
	t := d.toks[i]
	if t.kind == number || t.low == "who" || t.low == "of" || t.low == "a" || t.low == "an" || t.low == "the" || t.is(honour) && !t.upper {
		return t.low != "the" || i+1 < end && !d.toks[i+1].upper || t.is(det)
	}
	return t.is(outsider|official|body) && !t.is(ing) || t.upper && t.is(body|place)
}
