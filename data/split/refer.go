package split

import (
	"math"
	"slices"
	"sort"
	"strings"

	"lectern/data"
)

// voiceless is a source without a name, in the report's own words.
type voiceless struct {
	office
	words  string
	plural bool
	thing  bool // a paper or a body, which "it" may mean
	sent   int
	known  bool // head and words could be told
}

// mentionOfBody is an organisation that spoke.
type mentionOfBody struct {
	name string
	sent int
}

// fading is what is left of a mention's weight a sentence later.
const fading = 0.6

// faint is the salience under which nobody is meant by a pronoun.
const faint = 0.25

// salience is how much a person is on a reader's mind at token at of sentence s.
func (p *people) salience(who, at, s int) float64 {
	best := 0.0
	for _, list := range [...][]mention{p.mentions, p.spoken} {
		from := sort.Search(len(list), func(i int) bool { return list[i].first >= at })
		for k := from - 1; k >= 0 && k >= from-80; k-- {
			m := &list[k]
			if s-m.sent > 9 {
				break
			}
			if m.who == who && m.sent <= s {
				best = max(best, m.weight*math.Pow(fading, float64(s-m.sent)))
			}
		}
	}
	return best
}

// meantBy is the person a pronoun at token at means: of those whom the report spoke
// of just before and who can be he or she, the one it spoke of most prominently
// and last. none where no one stands out.
func (d *doc) meantBy(g gender, at int) int {
	p, s := &d.people, d.sentOf(at)
	best, most := none, faint
	tried := map[int]bool{}
	for _, list := range [...][]mention{p.spoken, p.mentions} {
		from := sort.Search(len(list), func(i int) bool { return list[i].first >= at })
		for k := from - 1; k >= 0 && k >= from-80 && s-list[k].sent <= 9; k-- {
			who := list[k].who
			if tried[who] {
				continue
			}
			tried[who] = true
			x := &p.all[who]
			if x.gender != unsaid && g != unsaid && x.gender != g {
				continue
			}
			score := p.salience(who, at, s)
			if x.gender == unsaid {
				score *= 0.8
			}
			if !x.sure {
				score *= 0.3
			}
			if score > most {
				best, most = who, score
			}
		}
	}
	return best
}

// between are the mentions inside the tokens [first, last).
func (p *people) between(first, last int) []mention {
	from := sort.Search(len(p.mentions), func(i int) bool { return p.mentions[i].first >= first })
	to := from
	for to < len(p.mentions) && p.mentions[to].last <= last {
		to++
	}
	return p.mentions[from:to]
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
	head := d.head(first, last)
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

// speaks puts a person on the reader's mind.
func (d *doc) speaks(who, at int) {
	p := &d.people
	k := sort.Search(len(p.spoken), func(i int) bool { return p.spoken[i].first > at })
	p.spoken = slices.Insert(p.spoken, k, mention{run: run{at, at + 1}, sent: d.sentOf(at), who: who, weight: 5})
	p.all[who].sure = true
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
			return d.paperFrom(first, i) || until-i > 2 && d.toks[until-1].is(body) && d.toks[until-1].upper
		case t.is(joins) && !t.upper && i > first && d.nameWord(i-1):
			return false
		}
	}
	return true
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

// together are the persons of a source that names several: A (D-Ohio) and B.
func (d *doc) together(first, last int) []int {
	var all []int
	at := first
	joined := false
	for _, m := range d.people.between(first, last) {
		join := false
		for i := at; i < m.first; i++ {
			t := d.toks[i]
			switch {
			case t.is(joins) && !t.upper, t.kind == comma && len(all) > 0:
				join = true
			case t.kind == left:
				for i+1 < m.first && d.toks[i].kind != right {
					i++
				}
			case t.kind == stop, t.kind == right, t.is(honour|official|outsider|body) || t.upper && !t.is(prep|det), t.low == "both", t.low == "the" && i+1 < m.first && d.toks[i+1].is(honour|official):
			default:
				if joined {
					return all
				}
				return nil
			}
		}
		if len(all) > 0 && !join {
			return nil
		}
		for i := at; i < m.first; i++ {
			joined = joined || len(all) > 0 && d.toks[i].is(joins)
		}
		all = append(all, m.who)
		at = m.last
	}
	if !joined {
		return nil
	}
	return all
}

// sayTogether names several persons as one speaker.
func (d *doc) sayTogether(who []int, at int) string {
	names := make([]string, len(who))
	for i, n := range who {
		names[i] = d.people.all[n].name
	}
	and := " and "
	if r := names[0][0]; r >= 0x80 {
		and = " і "
		if d.language() == "ru" {
			and = " и "
		}
	}
	all := strings.Join(names[:len(names)-1], ", ") + and + names[len(names)-1]
	d.hear(voiceless{words: all, plural: true, sent: d.sentOf(at)})
	return all
}

// mostVoices bounds how far back words are taken up again.
const mostVoices = 40

// hear notes a source without a name of its own.
func (d *doc) hear(v voiceless) { d.people.voices = append(d.people.voices, v) }

// pronoun resolves token i where it is one; ok tells that.
func (d *doc) pronoun(i int) (name string, known, ok bool) {
	t := d.toks[i]
	switch t.low {
	case "he", "his", "him", "himself", "він", "он", "його", "его":
		return d.meant(he, i), true, true
	case "she", "her", "hers", "herself", "вона", "она", "її", "ее", "её":
		return d.meant(she, i), true, true
	case "they", "their", "them", "вони", "они", "їх", "їхню", "їхнім", "їхніми", "их":
		return d.those(i), t.is(person), true
	case "it", "its":
		return d.that(i), false, true
	case "who", "which", "whom", "хто", "кто", "який", "яка", "які", "который", "которая", "которые":
		name := d.before(i)
		return name, name != "" || t.low == "who", true
	case "i", "we", "you", "us", "я", "ми", "мы":
		return "", true, true
	case "both", "each", "this", "these", "one", "none", "whose":
		return "", false, true
	}
	return "", false, false
}

// meant is the name of whom a pronoun means.
func (d *doc) meant(g gender, at int) string {
	who := d.meantBy(g, at)
	if who == none {
		return ""
	}
	d.speaks(who, at)
	return d.people.all[who].name
}

// those is the last source of several, and never a body.
func (d *doc) those(at int) string {
	s := d.sentOf(at)
	for k := len(d.people.voices) - 1; k >= max(0, len(d.people.voices)-mostVoices); k-- {
		v := &d.people.voices[k]
		if v.plural && s-v.sent <= 2 && s >= v.sent {
			return v.words
		}
	}
	return ""
}

// that is the last body or paper that spoke.
func (d *doc) that(at int) string {
	s := d.sentOf(at)
	best, sent := "", -1
	for k := len(d.people.bodies) - 1; k >= max(0, len(d.people.bodies)-mostVoices); k-- {
		if b := d.people.bodies[k]; s-b.sent <= 2 && s >= b.sent {
			best, sent = b.name, b.sent
			break
		}
	}
	for k := len(d.people.voices) - 1; k >= max(0, len(d.people.voices)-mostVoices); k-- {
		if v := &d.people.voices[k]; v.thing && !v.plural && s-v.sent <= 2 && s >= v.sent && v.sent > sent {
			return v.words
		}
	}
	return best
}

// before is whom a relative pronoun means: the name that it follows.
func (d *doc) before(i int) string {
	end := i
	for end > 0 && (d.toks[end-1].kind == comma || d.toks[end-1].is(prep)) {
		end--
	}
	for _, m := range d.people.between(max(0, end-8), i) {
		if m.last == end {
			d.speaks(m.who, i)
			return d.people.all[m.who].name
		}
	}
	return ""
}

// namedRun resolves a source whose head is a name of nobody whom the census knows:
// a body, a land, a newspaper.
func (d *doc) namedRun(first, head, last int) (name string, known, ok bool) {
	nb, ne := d.lastRun(first, head)
	if nb < 0 || ne != head {
		return "", false, false
	}
	if d.isBody(nb, ne) {
		for ne < last && d.toks[ne].kind == word && !d.toks[ne].is(pronoun&^det) {
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

// trueName tells whether a single word with a capital is a name, and not an
// ordinary word that opens its sentence or shouts.
func (d *doc) trueName(i int) bool {
	t := d.toks[i]
	if t.is(place|media|body) || d.sents[d.inSent[i]].first != i {
		return true
	}
	return true
}

// unnamed is the report's own words for a source that it does not name. "The
// official" is who was "a senior official" before, if only one was.
func (d *doc) unnamed(first, head int) string {
	words := strings.Join(strings.Fields(d.text[d.toks[first].start:d.toks[head-1].end]), " ")
	v := voiceless{words: words, sent: d.sentOf(first)}
	noun := d.nounOf(first, head)
	v.thing = d.toks[noun].is(paper|body|media|pollword) && !d.toks[noun].is(outsider|receiver)
	v.plural = d.plural(noun)
	v.office, v.known = d.describedAs(first, head)
	if v.known && d.toks[first].low == "the" {
		same := none
		for k := max(0, len(d.people.voices)-mostVoices); k < len(d.people.voices); k++ {
			w := &d.people.voices[k]
			if w.known && w.words != words && w.plural == v.plural && w.equals(v.office) {
				if same != none && d.people.voices[same].words != w.words {
					same = none
					break
				}
				same = k
			}
		}
		if same != none {
			v.words = d.people.voices[same].words
		}
	}
	if d.sents[v.sent].kind != data.Headline {
		d.hear(v)
	}
	return v.words
}

// describedAs takes any noun phrase apart as officeOf does an office.
func (d *doc) describedAs(first, head int) (office, bool) {
	noun := d.nounOf(first, head)
	if d.toks[noun].kind != word || d.toks[noun].upper && noun > first {
		return office{}, false
	}
	o := office{head: d.stem(noun)}
	for i := first; i < head; i++ {
		if t := d.toks[i]; i != noun && t.kind == word && !t.is(det|prep) {
			o.words = append(o.words, strings.ToLower(d.text[t.start:t.end]))
		}
	}
	return o, true
}

// nounOf is the head noun of a phrase: the word before its first preposition.
func (d *doc) nounOf(first, head int) int {
	for i := first + 1; i < head; i++ {
		if t := d.toks[i]; t.is(prep) && !t.upper || t.kind != word || t.low == "who" || t.low == "familiar" || t.low == "close" {
			return i - 1
		}
	}
	return head - 1
}

// plural tells whether a noun means several.
func (d *doc) plural(i int) bool {
	t := d.toks[i]
	if d.cyrillic(i) {
		w := d.text[t.start:t.end]
		return strings.HasSuffix(w, "и") || strings.HasSuffix(w, "і") || strings.HasSuffix(w, "ы") || strings.HasSuffix(w, "ці") || strings.HasSuffix(w, "ів")
	}
	w := strings.ToLower(d.text[t.start:t.end])
	return strings.HasSuffix(w, "s") && !strings.HasSuffix(w, "ss") && !strings.HasSuffix(w, "us") || w == "people" || w == "police" || w == "women" || w == "men"
}
