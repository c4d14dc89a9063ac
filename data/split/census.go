package split

import (
	"strings"

	"lectern/data"
)

// census finds the persons of the whole report and where they are named.
func (d *doc) census() {
	d.people = newPeople()
	var runs []mention
	for s := range d.sents {
		runs = d.runsOf(s, runs)
	}
	for _, headlines := range [...]bool{false, true} {
		for i := range runs {
			if m := &runs[i]; m.who == none && m.full && (d.sents[m.sent].kind == data.Headline) == headlines {
				m.who = d.register(m, headlines)
			}
		}
	}
	p := &d.people
	for n := range p.all {
		p.places[p.all[n].name] = n
	}
	for i := range runs {
		m := runs[i]
		if m.who == none {
			m.who = p.byWord(d.name(m.first, m.last), p.mentions, m.first, d.titleGender(m.first))
		}
		if m.who != none {
			m.weight = d.weight(&m)
			p.mentions = append(p.mentions, m)
			d.findPosts(&m)
		}
	}
}

// runsOf adds the runs of capitalised words of sentence s that may name a person.
func (d *doc) runsOf(s int, runs []mention) []mention {
	x := d.sents[s]
	if x.kind == data.Notice {
		return runs
	}
	for i := x.first; i < x.last; {
		if !d.nameWord(i) {
			i++
			continue
		}
		if i == x.first && (d.cyrillic(i) && d.common(i) || d.toks[i].is(starter)) {
			i++ // Політологиня Ганна Лис
			continue
		}
		end := d.nameEnd(i, x.last)
		if d.landAfterPost(i, end) {
			i++
		}
		from := d.personIn(i, end)
		if from < 0 {
			i = end
			continue
		}
		titled := from-1 >= x.first && (d.toks[from-1].is(honour) || from-2 >= x.first && d.toks[from-1].kind == stop && d.toks[from-2].is(honour))
		// A title before one name is as good as a given name: Mr. Brown.
		runs = append(runs, mention{run: run{from, end}, sent: s, who: none, full: end-from > 1 || titled && d.sayWho(from)})
		i = end
	}
	return runs
}

// sayWho tells whether the title before token i is one that stands before names
// alone: Mr, not White House.
func (d *doc) sayWho(i int) bool {
	t := d.toks[i-1]
	if t.kind == stop {
		t = d.toks[i-2]
	}
	return t.is(honour|abbrev) && !d.toks[i].is(body|media|place) && (t.upper || d.cyrillic(i))
}

// personIn is where in the capitalised words [i, end) a person's name begins, -1
// where they name a body: "Democrat Joe Biden", "Refugee Council Enver Solomon".
func (d *doc) personIn(i, end int) int {
	if end-i == 1 {
		if d.toks[i].is(body|media) && !d.toks[i].is(honour) {
			return -1
		}
		return i
	}
	for k := i; k+1 < end; k++ {
		if d.given(k) != unsaid && (k == i || d.leads(k-1)) && !d.isBody(k, end) {
			return k
		}
	}
	if !d.isBody(i, end) {
		if d.toks[i].bits == 0 && !d.leads(i) || end-i < 3 {
			return i
		}
		return i + 1
	}
	for k := end - 2; k > i; k-- {
		if d.toks[k-1].is(body) && !d.isBody(k, end) && !d.toks[k].is(body|place) {
			return k
		}
	}
	return -1
}

// leads tells whether token i describes whom the name after it names.
func (d *doc) leads(i int) bool {
	t := d.toks[i]
	if t.is(body | place | media | official | outsider | receiver) {
		return true
	}
	w := d.text[t.start:t.end]
	if one, ok := strings.CutSuffix(w, "s"); ok && lexicon[strings.ToLower(one)].bits&honour != 0 {
		return true // Senators
	}
	return strings.HasSuffix(w, "ish") || strings.HasSuffix(w, "ian") || strings.HasSuffix(w, "ese") || strings.HasSuffix(w, "can") || w == "French" || leading[strings.ToLower(w)] ||
		w == "German" || w == "Democrat" || w == "Republican" || w == "Israeli" || w == "Dutch" || w == "Czech" || w == "Greek"
}

// leading words describe whom the name after them names, and are of no list.
var leading = wordSet("rival challenger incumbent nominee candidate ally actor actress singer activist billionaire tycoon opponent star veteran")

// register enters a full name, and returns whose it is. In a headline, where
// every word may have a capital, only a given name tells a name.
func (d *doc) register(m *mention, headline bool) int {
	p := &d.people
	size := m.last - m.first
	if plain := d.given(m.first) == unsaid && d.titleGender(m.first) == unsaid; plain && (headline || size > 4) || headline && size > 3 {
		return none
	}
	if t := d.toks[m.last-1]; size > 1 && t.caps && t.end-t.start <= longestAcronym && !d.toks[m.first].caps && !isDescent(d.text[t.start:t.end]) {
		return none // Interim DNC
	}
	for i := m.first; i < m.last; i++ {
		if t := d.toks[i]; t.caps && t.end-t.start > 3 && !d.toks[m.last-1].caps {
			return none // BORROWING Back
		}
	}
	full := d.name(m.first, m.last)
	given, family := p.ends(full)
	gender, titled := d.genderOf(m.first, m.last)
	for _, n := range p.families[family] {
		x := &p.all[n]
		g, _ := p.ends(x.name)
		one := size == 1 || !strings.Contains(x.name, " ")
		if g != given && !one && !(len(g) == 1 || len(given) == 1) || one && (gender != unsaid && x.gender != unsaid && gender != x.gender) {
			continue
		}
		if !strings.Contains(x.name, " ") && size > 1 {
			x.name = full // Mr. Brown is Ada Brown
			p.givens[given] = append(p.givens[given], n)
		}
		if x.gender == unsaid {
			x.gender = gender
		}
		x.named++
		x.sure = x.sure || titled || gender != unsaid
		return n
	}
	n := len(p.all)
	p.all = append(p.all, somebody{name: full, gender: gender, sure: titled || gender != unsaid, named: 1, first: -1})
	p.families[family] = append(p.families[family], n)
	if size > 1 {
		p.givens[given] = append(p.givens[given], n)
	}
	return n
}
