package split

// quotation is a pair of quotation marks and what stands between them; first and
// last are the indexes of its outermost tokens, both included. A quotation that
// was never closed ends with its paragraph.
type quotation struct {
	first, last int
	closed      bool
	words       int  // number of words in it
	spoken      bool // long enough, or cut like speech: not a single word in scare quotes
	sentence    int  // the sentence it begins in
	resumed     bool // goes on with the one before after the report broke in: it has no opening mark
	act         int  // index of the act that owns it, -1 for none
}

// maxQuoted bounds how many lines a quotation may run over when every line is a
// sentence, so that one forgotten mark cannot swallow a report.
const maxQuoted = 12

// family tells which marks close which: straight and round double ones are one
// family, because writers mix them.
func family(text string, t token) int {
	switch s := text[t.start:t.end]; s {
	case "'", "‘", "’", "`", "‹", "›":
		return 1
	case "«", "»":
		return 2
	default:
		return 3
	}
}

// pair finds the quotations of the tokens in [from, to) and records for each
// token the outermost quotation it lies in.
func (d *doc) pair(from, to int) {
	open := -1
	kindOfOpen := 0
	for i := from; i < to; i++ {
		t := &d.toks[i]
		if t.kind != opens && t.kind != closes {
			continue
		}
		f := family(d.text, *t)
		switch {
		case open < 0:
			if t.kind == closes && f != 3 || f == 3 && t.kind == closes && !d.mayOpen(i, from) {
				t.kind = other
				continue
			}
			if f == 1 && !d.closedSoon(i, to) {
				t.kind = other
				continue
			}
			t.kind = opens
			open, kindOfOpen = i, f
		case f != kindOfOpen:
			t.kind = other // a quotation inside a quotation
		case t.kind == opens && d.straight(i) && i == from:
			continue
		case t.kind == opens && f != 3:
			t.kind = other
		case t.kind == opens && d.text[t.start] != '"' && d.lowNine(open):
			t.kind = closes // „Deutsch“
			d.close(open, i, true)
			open = -1
		case t.kind == opens:
			// A second opening mark: the first was never closed.
			d.close(open, i-1, false)
			open = i
		case f == 1 && i > 0 && !d.endsQuote(i):
			t.kind = other
		default:
			d.close(open, i, true)
			open = -1
		}
	}
	if open >= 0 {
		d.close(open, to-1, false)
	}
}

func (d *doc) straight(i int) bool { c := d.text[d.toks[i].start]; return c == '"' || c == '\'' }

func (d *doc) lowNine(i int) bool {
	t := d.toks[i]
	return d.text[t.start:t.end] == "„"
}

// mayOpen tells whether a mark that looks like a closing one can open, as in
// `communities," For example`.
func (d *doc) mayOpen(i, from int) bool {
	if i == from {
		return true
	}
	if p := d.toks[i-1]; p.kind == number {
		return false // inches
	}
	return d.text[d.toks[i].start] == '"'
}

// closedSoon tells whether a single mark has its partner near, so that an
// apostrophe does not open a quotation.
func (d *doc) closedSoon(i, to int) bool {
	for k := i + 1; k < to && k < i+120; k++ {
		if t := d.toks[k]; (t.kind == closes) && family(d.text, t) == 1 && d.endsQuote(k) {
			return true
		}
	}
	return false
}

// endsQuote tells whether a single closing mark ends a quotation rather than
// being the apostrophe of "workers’".
func (d *doc) endsQuote(i int) bool {
	if i == 0 {
		return false
	}
	p := d.toks[i-1]
	if p.kind != word || i+1 >= len(d.toks) {
		return true
	}
	last := d.text[p.end-1]
	next := d.toks[i+1]
	return last != 's' || next.kind != word || next.is(cue|helper|joins)
}

// close records the quotation from token a to token b.
func (d *doc) close(a, b int, closed bool) {
	if b <= a {
		return
	}
	q := quotation{first: a, last: b, closed: closed, act: -1}
	ends := false
	for i := a + 1; i < b; i++ {
		if k := d.toks[i].kind; k == word || k == number {
			q.words++
		}
	}
	inner := b
	if closed {
		inner = b - 1
	}
	if k := d.toks[inner].kind; k == comma || k == stop {
		ends = true
	}
	if closed && b+1 < len(d.toks) && d.toks[b+1].kind == comma {
		ends = true
	}
	q.spoken = q.words >= 5 || ends && q.words >= 2
	n := int32(len(d.quotes))
	d.quotes = append(d.quotes, q)
	for i := a; i <= b; i++ {
		d.quoted[i] = n
	}
}
