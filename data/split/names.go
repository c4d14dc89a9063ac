package split

import "strings"

// nameWord tells whether token i can be part of a person's name.
func (d *doc) nameWord(i int) bool {
	t := d.toks[i]
	if t.kind != word || !t.upper || t.is(honour|calendar) {
		return false
	}
	if t.is(det|prep|sub|pronoun|helper|adverb|joins) && !t.caps {
		return false
	}
	return !t.caps || t.end-t.start <= 3 || t.bits == 0
}

// nameEnd is the end of the name that begins at token i: capitalised words,
// initials, and the small words inside a name (de, van, bin).
func (d *doc) nameEnd(i, limit int) int {
	end := i + 1
	for end < limit && end < i+6 {
		t := d.toks[end]
		switch {
		case d.nameWord(end) && !d.toks[end].is(calendar):
			end++
		case t.kind == stop && t.end == t.start+1 && end+1 < limit && letters(d.text[d.toks[end-1].start:d.toks[end-1].end]) == 1 && d.nameWord(end+1):
			end++
		case t.kind == word && !t.upper && end+1 < limit && d.nameWord(end+1) && isParticle(d.text[t.start:t.end]):
			end += 2
		default:
			return end
		}
	}
	return end
}

func isParticle(w string) bool {
	switch w {
	case "de", "del", "della", "di", "da", "van", "von", "der", "den", "bin", "ibn", "al", "el", "la", "le", "du", "dos":
		return true
	}
	return false
}

func (d *doc) name(i, end int) string {
	if end == i+1 {
		return d.nominative(d.text[d.toks[i].start:d.toks[i].end])
	}
	return d.nominative(strings.Join(strings.Fields(d.text[d.toks[i].start:d.toks[end-1].end]), " "))
}

func (d *doc) isBody(i, end int) bool {
	for k := i; k < end; k++ {
		if d.toks[k].is(body|media|official) && !d.toks[k].is(honour) && (k == end-1 || !d.toks[k].is(prep)) {
			return true
		}
	}
	return d.toks[end-1].caps && d.toks[end-1].end-d.toks[end-1].start <= 5 && end-i > 1 && d.toks[end-2].caps
}

// head is the end of a source's head: before its apposition or the place it
// speaks from.
func (d *doc) head(first, last int) int {
	for i := first + 1; i < last; i++ {
		t := d.toks[i]
		switch {
		case t.kind == opens && d.titled(i):
			i = min(d.quotes[d.quoted[i]].last, last-1)
		case t.kind == comma, t.kind == left, t.kind == dash, t.kind == opens:
			return i
		case t.low == "who" || t.low == "which" || t.low == "whose":
			return i
		case t.is(prep) && !t.upper:
			// "the Department of Justice" stays whole.
			if t.low == "of" && d.toks[i-1].upper && !d.wholeName(first, i) && !(i-1 == first && d.common(first)) && i+1 < last && (d.toks[i+1].upper || d.toks[i+1].low == "the") {
				continue
			}
			if d.hasName(first, i) {
				return i
			}
		}
	}
	return last
}

// wholeName tells whether a person's first and last name end right before token
// i: "Ada Low of Tarn House" is Ada Low.
func (d *doc) wholeName(first, i int) bool {
	return i-2 >= first && d.nameWord(i-1) && d.nameWord(i-2) && !d.common(i-2) && !d.isBody(i-2, i)
}

// common tells whether a capital says nothing about token i: an ordinary word
// that opens its sentence.
func (d *doc) common(i int) bool {
	t := d.toks[i]
	return t.is(starter) || t.is(receiver|outsider|paper|pollword|official) && !t.is(body) && d.sents[d.inSent[i]].first == i
}

// paperFrom tells whether tokens [first, i) are a paper and token i says whose:
// "the statement from Zelensky".
func (d *doc) paperFrom(first, i int) bool {
	if w := d.toks[i].low; w != "from" && w != "by" || i == first {
		return false
	}
	return d.toks[i-1].is(paper)
}

func (d *doc) hasName(first, last int) bool {
	for i := first; i < last; i++ {
		if d.nameWord(i) && !(i == first && d.common(i)) {
			return true
		}
	}
	return false
}
