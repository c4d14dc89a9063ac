package split

import (
	"strings"

	"lectern/data"
)

// people remembers who was named so far in a report, so that a surname, a title
// or a pronoun finds its person. It is filled from the top of the report down,
// as a reader would.
type people struct {
	names map[string]string // last name, or any part of the name -> full name
	title map[string]string // "president", "ukrainian president" -> full name
	role  map[string]data.SpeakerRole
	first map[string]int  // sentence in which a person was first named
	woman map[string]bool // known to be she; absent when not known
	last  string          // the last person who spoke or was named at the head of a sentence
}

func newPeople() people {
	return people{map[string]string{}, map[string]string{}, map[string]data.SpeakerRole{}, map[string]int{}, map[string]bool{}, ""}
}

// meet reads the names in sentence s: "Ukrainian President Volodymyr Zelensky".
func (d *doc) meet(s int) {
	x := d.sents[s]
	if x.kind == data.Notice {
		return
	}
	titleCase := x.kind == data.Headline
	for i := x.first; i < x.last; {
		if q := d.quoted[i]; q >= 0 && d.quotes[q].spoken || !d.nameWord(i) {
			i++ // whom a quotation names is not who "he" is
			continue
		}
		if i == x.first && d.cyrillic(i) && d.common(i) {
			i++ // Політологиня Ганна Лис
			continue
		}
		end := d.nameEnd(i, x.last)
		if d.landAfterPost(i, end) {
			i++
		}
		name := d.name(i, end)
		for k := i; k < end; k++ {
			w := d.name(k, k+1)
			if _, ok := d.mentioned[w]; !ok {
				d.mentioned[w] = s
			}
		}
		switch {
		case titleCase && end-i > 3:
		case end-i >= 2 && !d.isBody(i, end):
			if i == x.first && d.toks[i].is(starter) {
				break
			}
			d.know(name, i, end, x.first, s)
		case end-i == 1:
			if full, ok := d.people.names[name]; ok {
				d.seen(full, i, x.first)
			} else if i-1 > x.first && d.toks[i-1].kind == stop && d.toks[i-2].is(honour) {
				d.know(name, i, end, x.first, s) // Mr. Brown
			}
		}
		i = end
	}
}

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

// know records a full name with the title before it.
func (d *doc) know(name string, i, end, from, s int) {
	p := &d.people
	last := d.name(end-1, end)
	if full, ok := p.names[last]; ok && full != name && strings.HasSuffix(name, " "+last) && len(full) > len(name) {
		name = full
	}
	if _, ok := p.first[name]; !ok {
		p.first[name] = s
	}
	p.names[last] = name
	p.names[name] = name
	if i > from {
		t := d.toks[i-1]
		if t.kind == stop && i-1 > from {
			t = d.toks[i-2]
		}
		switch t.low {
		case "mrs", "ms", "mr":
			p.woman[name] = t.low != "mr"
		}
		if t.is(honour) && !t.is(abbrev) {
			p.title[t.low] = name
			if i-2 >= from && d.toks[i-2].upper {
				p.title[strings.ToLower(d.text[d.toks[i-2].start:t.end])] = name
			}
		}
	}
	d.introduce(name, i, end)
	d.seen(name, i, from)
}

// introduce learns the part a person plays from the words around the first full
// name: "barrister Colin Yeo", "Ada Low, a professor at Lund,".
func (d *doc) introduce(name string, i, end int) {
	if d.people.role[name] != data.UnknownRole {
		return
	}
	if i > 0 && d.toks[i-1].kind == word {
		if r := partOf(d.toks[i-1]); r != data.UnknownRole {
			d.people.role[name] = r
			return
		}
	}
	if end+1 >= len(d.toks) || d.toks[end].kind != comma || !d.toks[end+1].is(det) {
		return
	}
	for k := end + 2; k < len(d.toks) && k < end+10 && d.toks[k].kind == word; k++ {
		if r := partOf(d.toks[k]); r != data.UnknownRole {
			d.people.role[name] = r
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

// seen makes a person the one that "he" or "she" means, when the sentence begins
// with the name or nobody else is known.
func (d *doc) seen(name string, i, from int) {
	end := d.nameEnd(i, len(d.toks))
	if end < len(d.toks) && d.toks[end].kind == clitic {
		return
	}
	introduced := end+1 < len(d.toks) && d.toks[end].kind == comma && end-i > 1 && d.apposition(end+1, len(d.toks))
	apposed := i-from <= 8 && i > 0 && d.toks[i-1].kind == comma && end < len(d.toks) && d.toks[end].kind == comma && end-i > 1
	if i-from <= 4 || apposed || d.people.last == "" || introduced {
		d.people.last = name
	}
}

// speaker resolves a source's tokens to a name, or to the report's own words.
func (d *doc) speaker(first, last int) (name string, known bool) {
	p := &d.people
	for first < last && (d.toks[first].kind == comma || d.toks[first].kind == dash || d.toks[first].is(joins) && !d.toks[first].upper) {
		first++
	}
	if first >= last {
		return "", false
	}
	if last-1 > first && d.toks[last-1].kind == clitic {
		last-- // John Roe’s claim
	}
	head := d.head(first, last)
	for head-1 > first && d.toks[head-1].kind == stop {
		head-- // Smith Jr.
	}
	if head == first+1 {
		if w := d.toks[first]; w.is(person) {
			return d.pronoun(w), true
		}
	}
	// The last capitalised run of the head, after any title, is the name.
	nb, ne := -1, -1
	for i := first; i < head; {
		if d.toks[i].kind == opens && d.titled(i) {
			i = d.quotes[d.quoted[i]].last + 1
			continue
		}
		if t := d.toks[i]; nb < 0 && t.is(prep) && !t.upper && !d.paperFrom(first, i) {
			break // "supporters of Ukraine": the name is not who speaks
		}
		if d.nameWord(i) && !(i == first && d.common(i)) {
			e := d.nameEnd(i, head)
			for e+1 < head && d.toks[e].low == "of" && d.nameWord(e+1) && d.isBody(i, e) {
				e = d.nameEnd(e+1, head) // Department of Justice
			}
			nb, ne = i, e
			if d.landAfterPost(i, e) {
				nb++
			}
			if d.cyrillic(i) && d.isBody(i, e) {
				ne = head // Міністерство закордонних справ Талвори
			}
			i = ne
			continue
		}
		if nb >= 0 && ne == i && d.toks[i].kind == clitic && i+1 < head {
			nb = -1 // "Clinton's campaign": somebody of hers, not she
		}
		i++
	}
	if nb >= 0 && ne == head {
		n := d.name(nb, ne)
		if full, ok := p.names[n]; ok {
			return full, true
		}
		if last := d.name(ne-1, ne); ne-nb == 1 {
			if full, ok := p.names[last]; ok {
				return full, true
			}
		}
		if d.isBody(nb, ne) {
			for ne < last && d.toks[ne].kind == word && !d.toks[ne].is(pronoun&^det) {
				ne++ // Committee for a Responsible Budget
			}
			return d.name(nb, ne), false
		}
		if nb > first && ne == nb+1 && d.text[d.toks[nb].start] >= 0x80 && d.toks[nb-1].is(honour) {
			return d.name(first, ne), true // Президент України: the word is the country
		}
		return n, true
	}
	if name, ok := d.namedAfter(head, last); ok {
		return name, true
	}
	words := strings.Join(strings.Fields(d.text[d.toks[first].start:d.toks[head-1].end]), " ")
	key := strings.ToLower(words)
	if rest, ok := strings.CutPrefix(key, "the "); ok {
		if full, ok := p.title[rest]; ok {
			return full, true
		}
	}
	return words, false
}

// namedAfter reads the name that a description ends with: "the mayor of Tarn, Ada
// Low,". head is the end of the description.
func (d *doc) namedAfter(head, last int) (string, bool) {
	if head+2 >= last || d.toks[head].kind != comma || !d.nameWord(head+1) {
		return "", false
	}
	end := d.nameEnd(head+1, last)
	if end-head < 3 || end < last && d.toks[end].kind != comma || d.isBody(head+1, end) {
		return "", false
	}
	name := d.name(head+1, end)
	if full, ok := d.people.names[name]; ok {
		name = full
	}
	return name, true
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

// who is the person spoken of last, "" where that one is known not to be meant.
func (p *people) who(woman, tells bool) string {
	if w, known := p.woman[p.last]; known && tells && w != woman {
		return ""
	}
	return p.last
}

func (d *doc) pronoun(t token) string {
	p := &d.people
	switch t.low {
	case "he", "who", "він", "он", "його", "его":
		return p.who(false, t.low != "who")
	case "she", "вона", "она", "її", "ее", "её":
		return p.who(true, true)
	}
	return ""
}
