package split

import (
	"slices"
	"sort"
	"strings"
	"unicode/utf8"
)

// post is what somebody is by office or trade: the president of Ukraine, an analyst.
type post struct {
	office
	who int
	at  int // the token at which the report told so
}

// office is a describing phrase taken apart: head "minister", words "foreign" and
// "russia".
type office struct {
	head  string
	words []string
	past  bool // former, late
}

// officeOf takes the tokens of a describing phrase apart: "the foreign minister of
// Russia". It is no office when its head is none that a person bears.
func (d *doc) officeOf(first, last int) (office, bool) {
	end := first
	for end < last && !(d.toks[end].is(prep) && !d.toks[end].upper && !d.toks[end].is(honour)) && d.toks[end].kind == word {
		end++
	}
	var o office
	k := end - 1
	if d.anyCyrillic(first, last) {
		for k = first; k < end && !d.borne(k); k++ {
		}
		if k == end {
			return o, false
		}
	}
	if k < first || !d.borne(k) && genderWord(d.toks[k].low) == unsaid {
		return o, false
	}
	o.head = d.stem(k)
	if k > first && (d.toks[k-1].low == "prime" || d.toks[k-1].low == "vice") {
		o.head = d.toks[k-1].low + " " + o.head
	}
	for i := first; i < last; i++ {
		t := d.toks[i]
		if i == k || t.kind != word || t.is(det|joins) || t.is(prep) && !t.upper {
			continue
		}
		w := strings.ToLower(d.text[t.start:t.end])
		switch w {
		case "prime", "vice":
			if i == k-1 {
				continue
			}
		case "former", "ex", "late", "then", "колишній", "колишня", "бывший", "бывшая":
			o.past = true
			continue
		case "retired", "acting", "deputy", "shadow", "assistant":
			o.head = w + " " + o.head
			continue
		}
		o.words = append(o.words, w)
	}
	return o, true
}

// borne tells whether token i is an office or a trade that a person has, and not
// a house full of them.
func (d *doc) borne(i int) bool {
	t := d.toks[i]
	if !t.is(official | outsider | receiver | honour) {
		return false
	}
	switch t.low {
	case "campaign", "administration", "government", "police", "department", "ministry", "company", "court", "agency", "committee", "bank", "firm",
		"bureau", "council", "commission", "white", "kremlin", "pentagon", "military", "army", "authorities", "source", "analysis", "press", "home",
		"defence", "defense", "foreign", "interior", "shadow", "union", "opposition", "caucus", "coalition", "community", "public", "market",
		"міністерство", "уряд", "адміністрація", "канцелярія", "поліція", "партія", "суд", "прокуратура", "посольство", "мзс", "делегація",
		"правительство", "министерство", "администрация", "полиция", "мид", "опозиція", "оппозиция", "спілка", "профспілка", "профсоюз", "союз":
		return false
	}
	return true
}

func (d *doc) anyCyrillic(first, last int) bool {
	for i := first; i < last; i++ {
		if d.cyrillic(i) {
			return true
		}
	}
	return false
}

// stem is token i in small letters, in Cyrillic without its case ending.
func (d *doc) stem(i int) string {
	w := strings.ToLower(d.text[d.toks[i].start:d.toks[i].end])
	if !d.cyrillic(i) {
		return w
	}
	for _, e := range [...]string{"ові", "еві", "єві", "ами", "ями", "ою", "ею", "єю", "ом", "ем", "єм", "ой", "ей", "ів", "ов", "а", "у", "я", "ю", "и", "і", "ы", "е", "ь", "й"} {
		if s, ok := strings.CutSuffix(w, e); ok && utf8.RuneCountInString(s) > 2 {
			return s
		}
	}
	return w
}

// fits tells whether a later, shorter phrase can mean the office.
func (o *office) fits(later office) bool {
	if o.head != later.head || o.past != later.past {
		return false
	}
	for _, w := range later.words {
		if !slices.ContainsFunc(o.words, func(own string) bool { return kindred(own, w) }) {
			return false
		}
	}
	return true
}

// equals tells whether two phrases have the same words.
func (o *office) equals(other office) bool {
	return o.fits(other) && other.fits(*o)
}

// kindred tells whether two words are of one root: Ukraine and Ukrainian.
func kindred(a, b string) bool {
	if a == b || lands[a] == b || lands[b] == a {
		return true
	}
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	return n >= 4 && (a[0] < utf8.RuneSelf || n >= 8)
}

// lands are lands whose people are not called by their first four letters.
var lands = map[string]string{
	"france": "french", "poland": "polish", "spain": "spanish", "netherlands": "dutch", "wales": "welsh", "u.s": "american",
	"america": "us", "greece": "greek", "switzerland": "swiss", "ireland": "irish", "us": "american", "u.s.": "american", "britain": "uk", "iran": "iranian",
	"iraq": "iraqi", "turkey": "turkish", "норвегії": "норвезький",
}

// findPosts reads what the words around a mention say about who it is: "Ukrainian
// President X", "X, the mayor of Tarn,", "the mayor of Tarn, X,".
func (d *doc) findPosts(m *mention) {
	x := d.sents[m.sent]
	if from := d.titleBefore(m, x.first); from < m.first {
		d.hold(from, m.first, m)
	}
	if k := m.last + 1; m.full && k < x.last && d.toks[m.last].kind == comma {
		end := d.phraseEnd(k, x.last)
		if end > k && (d.toks[k].is(det) || !d.toks[k].upper || d.toks[k].is(honour|official)) {
			d.hold(k, end, m)
		}
	}
	if k := m.first - 1; m.full && k > x.first && d.toks[k].kind == comma {
		from := k
		for from > x.first && k-from < 10 && d.toks[from-1].kind == word && !d.toks[from].is(det) && !d.toks[from-1].is(helper|cue&^show) {
			from--
		}
		if from < k && d.toks[from].is(det) && d.toks[from].low == "the" {
			d.hold(from, k, m)
		}
	}
}

func (d *doc) hold(first, last int, m *mention) {
	o, ok := d.officeOf(first, last)
	if !ok {
		return
	}
	p := &d.people.all[m.who]
	p.sure = true
	if g := genderWord(o.head); p.gender == unsaid && g != unsaid {
		p.gender = g
	}
	d.people.posts[o.head] = append(d.people.posts[o.head], post{o, m.who, m.first})
}

// titleBefore is where the title right before a mention begins: "White House press
// secretary", «міністр закордонних справ».
func (d *doc) titleBefore(m *mention, first int) int {
	k := m.first
	if k-1 > first && d.cyrillic(m.first) {
		for n := k - 1; n >= first && k-n <= 4 && d.cyrillic(n); n-- {
			if d.toks[n].is(official | honour | outsider) {
				return n
			}
		}
		return m.first
	}
	if k-1 < first || !d.toks[k-1].is(honour|official|outsider) || d.toks[k-1].is(abbrev) {
		return m.first
	}
	for k > first && m.first-k < 7 {
		t := d.toks[k-1]
		if t.kind == clitic && k-2 >= first {
			k -= 2
			break
		}
		if t.kind != word || t.is(det|prep|cue|sub|joins|helper) && !t.is(honour|official) || !t.upper && !t.is(honour|official|outsider|body) && t.low != "" {
			break
		}
		k--
	}
	return k
}

// phraseEnd is where a describing phrase that begins at token k ends: before a
// comma, a verb or a clause.
func (d *doc) phraseEnd(k, end int) int {
	for i := k; i < end; i++ {
		t := d.toks[i]
		switch {
		case i-k > 12, t.kind != word && t.kind != clitic, t.is(helper), t.is(cue) && !t.is(nounish|official|honour) && i > k, t.low == "who", t.low == "which":
			return i
		}
	}
	return end
}

// holder is the person that a phrase means by an office, none where nobody in the
// report is known to hold it.
func (d *doc) holder(o office, at int) int {
	list := d.people.posts[o.head]
	now := sort.Search(len(list), func(i int) bool { return list[i].at >= at })
	best, most := none, -1.0
	for k := now - 1; k >= 0 && k >= now-mostPosts; k-- {
		if !list[k].fits(o) {
			continue
		}
		if score := d.people.salience(list[k].who, at, d.sentOf(at)); score > most {
			best, most = list[k].who, score
		}
	}
	for k := now; best == none && k < len(list) && k < now+mostPosts; k++ {
		if list[k].equals(o) {
			best = list[k].who // named only later: The president … Ada Low, the president
		}
	}
	return best
}

// mostPosts bounds how far a report is searched for the holder of an office.
const mostPosts = 24

func (d *doc) sentOf(i int) int { return int(d.inSent[min(i, len(d.inSent)-1)]) }
