package split

import (
	"strings"

	"lectern/data"
	"lectern/data/name"
)

// somebody is a person whom the report names.
type somebody struct {
	name   string // as the report first gives it in full
	gender gender
	sure   bool // beyond doubt a person: by given name, title or having spoken
	named  int  // how often in full
	role   data.SpeakerRole
	first  int // the sentence in which the name was first met, -1 before
}

// mention is a place where the report names a person, or, once it is read, speaks
// of one by a pronoun.
type mention struct {
	run
	sent   int
	who    int     // index in people.all
	full   bool    // more than a surname
	weight float64 // how much it draws the eye: what stands as a subject most
}

// people are those whom a report names, found before any of its acts is read, so
// that a surname in the headline finds its person too.
type people struct {
	all      []somebody
	mentions []mention // in the order of the text
	spoken   []mention // of those who spoke, in the order in which acts are read
	families map[string][]int
	givens   map[string][]int
	keys     map[string]string           // name.Key by word
	posts    map[string][]post           // by the head of the office, in the order of the text
	places   map[string]int              // by full name
	parts    map[string]data.SpeakerRole // of those who speak without being persons the census knows
	voices   []voiceless
	bodies   []mentionOfBody
	last     string // who spoke last
}

// none is no person.
const none = -1

func newPeople() people {
	return people{families: map[string][]int{}, givens: map[string][]int{}, posts: map[string][]post{}, places: map[string]int{},
		parts: map[string]data.SpeakerRole{}, keys: map[string]string{}}
}

// find is the person of a full name, nil where there is none.
func (p *people) find(name string) *somebody {
	if n, ok := p.places[name]; ok {
		return &p.all[n]
	}
	return nil
}

// roleOf is the part that a speaker was seen to play.
func (p *people) roleOf(name string) data.SpeakerRole {
	if x := p.find(name); x != nil {
		return x.role
	}
	return p.parts[name]
}

func (p *people) plays(name string, role data.SpeakerRole) {
	if x := p.find(name); x != nil {
		x.role = role
		return
	}
	p.parts[name] = role
}

// firstOf is the sentence in which a person was first named.
func (p *people) firstOf(name string) (int, bool) {
	if x := p.find(name); x != nil && x.first >= 0 {
		return x.first, true
	}
	return 0, false
}

// forget takes back what was learned by reading acts, and keeps who is named
// where.
func (p *people) forget() {
	p.spoken, p.voices, p.bodies, p.last = nil, nil, nil, ""
	p.parts = map[string]data.SpeakerRole{}
	for i := range p.all {
		p.all[i].role, p.all[i].first = data.UnknownRole, -1
	}
}

// key is name.Key of one word, kept.
func (p *people) key(w string) string {
	k, ok := p.keys[w]
	if !ok {
		k = name.Key(w)
		p.keys[w] = k
	}
	return k
}

// ends are the keys of a name's first and last word.
func (p *people) ends(full string) (given, family string) {
	words := strings.Fields(full)
	if n := len(words) - 1; n > 1 && isDescent(words[n]) {
		return p.key(words[0]), p.key(words[n-1]) + " " + p.key(words[n])
	}
	return p.key(words[0]), p.key(words[len(words)-1])
}

func isDescent(w string) bool {
	switch strings.TrimSuffix(w, ".") {
	case "Jr", "Sr", "II", "III", "IV":
		return true
	}
	return false
}

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
	return strings.HasSuffix(w, "ish") || strings.HasSuffix(w, "ian") || strings.HasSuffix(w, "ese") || strings.HasSuffix(w, "can") || w == "French" ||
		w == "German" || w == "Democrat" || w == "Republican" || w == "Israeli" || w == "Dutch" || w == "Czech" || w == "Greek"
}

// given is the gender of token i as a given name.
func (d *doc) given(i int) gender {
	t := d.toks[i]
	if t.kind != word || !t.upper {
		return unsaid
	}
	w := d.text[t.start:t.end]
	if g := givenNames[strings.ToLower(w)]; g != unsaid || !d.cyrillic(i) {
		return g
	}
	return givenNames[strings.ToLower(d.nominative(w))]
}

// register enters a full name, and returns whose it is. In a headline, where
// every word may have a capital, only a given name tells a name.
func (d *doc) register(m *mention, headline bool) int {
	p := &d.people
	size := m.last - m.first
	if plain := d.given(m.first) == unsaid && d.titleGender(m.first) == unsaid; plain && (headline || size > 4) || headline && size > 3 {
		return none
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

// genderOf reads the gender of the name [i, end) from its title, its given name or
// its endings, and tells whether a title stands before it.
func (d *doc) genderOf(i, end int) (g gender, titled bool) {
	if g := d.titleGender(i); g != unsaid {
		return g, true
	}
	titled = i > 0 && d.toks[i-1].is(honour) && (d.toks[i-1].upper || d.cyrillic(i))
	if end-i > 1 {
		if g := d.given(i); g != unsaid {
			return g, titled
		}
	}
	w := d.text[d.toks[end-1].start:d.toks[end-1].end]
	for _, e := range [...]string{"ська", "цька", "ская", "цкая", "ова", "єва", "ева", "skaya", "ska"} {
		if strings.HasSuffix(w, e) && len(w) > len(e)+2 {
			return she, titled
		}
	}
	for _, e := range [...]string{"ський", "цький", "ский", "цкий", "skyy", "skyi", "sky", "skiy"} {
		if strings.HasSuffix(w, e) && len(w) > len(e)+2 {
			return he, titled
		}
	}
	return unsaid, titled
}

// titleGender is what the title before token i tells.
func (d *doc) titleGender(i int) gender {
	k := i - 1
	if k > 0 && d.toks[k].kind == stop {
		k--
	}
	if k < 0 {
		return unsaid
	}
	return genderWord(d.toks[k].low)
}

func genderWord(w string) gender {
	switch w {
	case "mr", "sir", "king", "prince", "lord", "congressman", "spokesman", "chairman", "businessman", "actor", "bishop", "father", "пан", "господин":
		return he
	case "mrs", "ms", "miss", "lady", "dame", "queen", "princess", "congresswoman", "spokeswoman", "chairwoman", "actress", "widow", "mother",
		"пані", "госпожа", "президентка", "міністерка", "прем'єрка", "прем'єр-міністерка", "речниця", "представниця", "політологиня", "експертка",
		"економістка", "дослідниця", "канцлерка", "керівниця", "лідерка", "професорка", "аналітикиня", "представительница", "исследовательница":
		return she
	}
	return unsaid
}

// byWord finds the person whom a name means that stands at token at: a surname, a
// given name that only one bears, or the whole name. Of several the one is
// meant who was spoken of last.
func (p *people) byWord(surface string, so []mention, at int, g gender) int {
	words := strings.Fields(surface)
	if len(words) == 0 {
		return none
	}
	given, family := p.ends(surface)
	whose := p.families[family]
	if len(words) > 1 {
		for _, n := range whose {
			if first, _ := p.ends(p.all[n].name); first == given || len(given) == 1 && strings.HasPrefix(first, given) {
				return n
			}
		}
		return none
	}
	if len(whose) == 0 {
		if one := p.givens[family]; len(one) == 1 {
			return one[0]
		}
		return none
	}
	best, most := none, -1.0
	for _, n := range whose {
		if g != unsaid && p.all[n].gender != unsaid && g != p.all[n].gender {
			continue
		}
		score := 0.1 * float64(min(p.all[n].named, 9))
		for k := len(so) - 1; k >= 0 && k > len(so)-60; k-- {
			if so[k].who == n && so[k].first < at {
				score += so[k].weight / float64(len(so)-k)
			}
		}
		if score > most {
			best, most = n, score
		}
	}
	return best
}

// weight is how much a mention draws the eye.
func (d *doc) weight(m *mention) float64 {
	x := d.sents[m.sent]
	if q := d.quoted[m.first]; q >= 0 && d.quotes[q].spoken {
		return 0 // whom a quotation names is not who "he" is
	}
	if m.last < len(d.toks) && d.toks[m.last].kind == clitic {
		return 1
	}
	if x.kind == data.Headline {
		return 1.5
	}
	head := m.first
	for head > x.first && d.toks[head-1].kind == word && (d.toks[head-1].is(honour|official|det|body|outsider|receiver) || d.toks[head-1].upper) && !d.toks[head-1].is(prep|sub) {
		head-- // the title before it
	}
	next := token{}
	if m.last < x.last {
		next = d.toks[m.last]
	}
	switch {
	case next.kind == comma && m.full && d.apposition(m.last+1, x.last):
		return 3.5 // just introduced
	case head > x.first && d.toks[head-1].is(prep) && d.toks[head-1].low != "that":
		return 1
	case head-x.first <= 3 && d.toks[x.first].is(sub) && head > x.first:
		return 3 // While Low was away, …
	case head-x.first <= 3:
		return 4
	case next.is(cue|helper) && next.kind == word:
		return 3
	case d.toks[head-1].kind == comma && next.kind == comma && m.full:
		return 3
	}
	return 1.5
}
