package split

import "strings"

// mentionOfBody is an organisation that spoke.
type mentionOfBody struct {
	name string
	sent int
}

// nameSpeaker resolves who speaks in act a.
func (d *doc) nameSpeaker(a int) {
	x := &d.acts[a]
	if len(x.source) > 0 {
		r := d.clipped(x, d.acts[:a])[0]
		x.speaker, x.named = d.speaker(r.first, r.last)
		d.learnsGender(x)
		if x.named && x.speaker != "" && x.bits&(say|tell|vow) != 0 {
			d.people.last = x.speaker
		}
	}
	x.through = d.through(x)
	d.rate(x)
}

// speaker resolves the tokens of a source: to a person's full name, which known
// tells, or to the report's own words for whom it does not name, "" for
// nobody. Who speaks is on the reader's mind from then on.
func (d *doc) speaker(first, last int) (name string, known bool) {
	for first < last && (d.toks[first].kind == comma || d.toks[first].kind == dash || d.toks[first].is(joins) && !d.toks[first].upper) {
		first++
	}
	if first >= last {
		return "", false
	}
	if last-1 > first && d.toks[last-1].kind == clitic {
		last-- // John Roe’s claim
	}
	head := d.whole(first, d.head(first, last), last)
	for head-1 > first && d.toks[head-1].kind == stop {
		head-- // Smith Jr.
	}
	if head == first+1 {
		if name, known, ok := d.pronoun(first); ok {
			return name, known
		}
	}
	if several := d.together(first, last); len(several) > 1 {
		return d.sayTogether(several, first), true
	}
	if who := d.personMeant(first, head, last); who != none {
		d.speaks(who, first)
		return d.people.all[who].name, true
	}
	if name, known, ok := d.namedRun(first, head, last); ok {
		return name, known
	}
	return d.unnamed(first, head), false
}

// whole is the end of a source's head that says who it is: not "nearly eight" but
// "nearly eight of ten voters", not "a 52" but "a 52-count complaint", not
// "Low’s" but "Low’s “Diary”".
func (d *doc) whole(first, head, last int) int {
	if head == last {
		return head
	}
	t := d.toks[head-1]
	count := t.kind == number || t.kind == word && countWord(strings.ToLower(d.text[t.start:t.end]))
	switch next := d.toks[head]; {
	case t.kind == clitic && next.kind == opens && d.quoted[head] >= 0:
		return min(d.quotes[d.quoted[head]].last+1, last)
	case count && next.low == "of", count && next.kind == dash && next.start == t.end:
		for head++; head < last && (d.toks[head].kind == word || d.toks[head].kind == number || d.toks[head].start == d.toks[head-1].end) && d.toks[head].kind != comma; head++ {
		}
	}
	return head
}

// personMeant finds the person whom the head of a source names.
func (d *doc) personMeant(first, head, last int) int {
	p := &d.people
	for _, m := range p.between(first, head) {
		if m.last == head && d.describesOnly(first, m.first) {
			return m.who
		}
	}
	// "the mayor of Tarn, Ada Low,"
	if head+2 < last && d.toks[head].kind == comma {
		for _, m := range p.between(head+1, last) {
			if m.first == head+1 && m.full && (m.last == last || d.toks[m.last].kind == comma) {
				return m.who
			}
		}
	}
	if o, ok := d.officeOf(first, head); ok && d.definite(first, head) {
		return d.holder(o, first)
	}
	return none
}

// describesOnly tells whether the words before a name in a source describe its
// bearer: "former president", not "supporters of" or "the wife of".
func (d *doc) describesOnly(first, until int) bool {
	for i := first; i < until; i++ {
		t := d.toks[i]
		switch {
		case t.kind == opens && d.titled(i):
			i = d.quotes[d.quoted[i]].last
		case t.kind == opens, t.kind == comma, t.kind == closes:
			return false
		case t.kind == clitic && i+1 == until:
			return false
		case t.is(prep) && !t.upper && !t.is(honour):
			// "CEO of the Refugee Council Enver Solomon"
			if i > first && d.toks[i-1].is(official|honour) && t.low == "of" && d.landsOnly(i+1, until) {
				continue // Governor of Tarn Ada Low
			}
			return d.paperFrom(first, i) || until-i > 2 && d.toks[until-1].is(body) && d.toks[until-1].upper
		case t.is(joins) && !t.upper && i > first && d.nameWord(i-1):
			return false
		}
	}
	return true
}

// landsOnly tells whether the tokens [i, end) name nothing but where somebody holds
// office, or the staff of which somebody is chief.
func (d *doc) landsOnly(i, end int) bool {
	for k := i; k < end; k++ {
		if t := d.toks[k]; !t.is(place) && t.low != "staff" && t.low != "state" && t.low != "the" {
			return false
		}
	}
	return i < end
}

// definite tells whether a phrase means somebody known: the president, his
// spokesman; Ukrainian and Russian have no article.
func (d *doc) definite(first, last int) bool {
	switch d.toks[first].low {
	case "the", "his", "her", "their", "this", "that":
		return true
	}
	return d.cyrillic(first) && last-first <= 3
}

// namedRun resolves a source whose head is a name of nobody whom the census knows:
// a body, a land, a newspaper.
func (d *doc) namedRun(first, head, last int) (name string, known, ok bool) {
	nb, ne := d.lastRun(first, head)
	if nb < 0 || ne != head {
		return "", false, false
	}
	if d.isBody(nb, ne) {
		for ne < last && d.toks[ne].kind == word && !d.toks[ne].is(pronoun&^det) && d.toks[ne].low != "at" && d.toks[ne].low != "in" && d.toks[ne].low != "from" {
			ne++ // Committee for a Responsible Budget
		}
		n := d.name(nb, ne)
		d.people.bodies = append(d.people.bodies, mentionOfBody{n, d.sentOf(nb)})
		return n, false, true
	}
	if nb > first && ne == nb+1 && d.text[d.toks[nb].start] >= 0x80 && d.toks[nb-1].is(honour) {
		return d.name(first, ne), true, true // Президент України: the word is the country
	}
	n := d.name(nb, ne)
	if ne-nb == 1 && !d.trueName(nb) {
		return "", false, false
	}
	if d.toks[nb].is(place) || d.toks[nb].caps || ne-nb == 1 {
		d.people.bodies = append(d.people.bodies, mentionOfBody{n, d.sentOf(nb)})
	}
	return n, true, true
}

// lastRun is the last capitalised run of a source's head, after any title.
func (d *doc) lastRun(first, head int) (nb, ne int) {
	nb, ne = -1, -1
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
	return nb, ne
}
