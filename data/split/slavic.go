package split

import (
	"strings"
	"unicode/utf8"
)

// cyrillic tells whether token i is a word in Cyrillic letters.
func (d *doc) cyrillic(i int) bool {
	t := d.toks[i]
	if t.kind != word {
		return false
	}
	r, _ := utf8.DecodeRuneInString(d.text[t.start:t.end])
	return 'Ѐ' <= r && r <= 'ӿ'
}

// isThat tells whether a token opens what was said: that, що, что.
func (t token) isThat() bool {
	switch t.low {
	case "that", "що", "щоб", "что", "чтобы":
		return true
	}
	return false
}

// isHearer tells whether a token is who was told, by its case ending.
func (t token) isHearer() bool {
	switch t.low {
	case "журналістам", "репортерам", "пресі", "виданню", "агенції", "телеканалу", "журналистам", "прессе", "изданию", "агентству":
		return true
	}
	return false
}

// interjections takes what a report puts between dashes inside a quotation out
// of it: «Ми готові, — сказала вона. — Ми чекаємо». Guillemets close only once.
func (d *doc) interjections() {
	found := false
	for _, q := range d.quotes {
		found = found || q.words > 2 && d.interjection(q) >= 0
	}
	if !found {
		return
	}
	whole := d.quotes
	d.quotes = make([]quotation, 0, len(whole)+8)
	for _, q := range whole {
		for {
			k := d.interjection(q)
			if k < 0 {
				break
			}
			end := d.interjectionEnd(k, q.last)
			before, rest := q, q
			before.last, before.closed, before.spoken = k-1, true, true
			if d.toks[k-1].kind == comma {
				before.last--
			}
			d.keepQuotation(before)
			for i := before.last + 1; i <= min(end, q.last); i++ {
				d.quoted[i] = -1
			}
			rest.first, rest.spoken, rest.resumed = end+1, true, true
			if q = rest; q.first >= q.last {
				break
			}
		}
		if q.first < q.last {
			d.keepQuotation(q)
		}
	}
}

func (d *doc) keepQuotation(q quotation) {
	q.words = 0
	for i := q.first; i <= q.last; i++ {
		d.quoted[i] = int32(len(d.quotes))
		if k := d.toks[i].kind; k == word || k == number {
			q.words++
		}
	}
	d.quotes = append(d.quotes, q)
}

// interjection is the first dash in a quotation after which the report tells who
// speaks, -1 where there is none.
func (d *doc) interjection(q quotation) int {
	for i := q.first + 2; i+1 < q.last; i++ {
		if d.toks[i].kind != dash || d.toks[i+1].start == d.toks[i].end || d.toks[i+1].upper || !d.cyrillic(i+1) {
			continue
		}
		if k := d.toks[i-1].kind; k != comma && k != stop {
			continue
		}
		for k := i + 1; k < q.last && k < i+4 && d.toks[k].kind == word; k++ {
			if d.toks[k].is(say | tell | think | vow) {
				return i
			}
		}
	}
	return -1
}

// interjectionEnd is the dash that leads back into the quotation, or the token
// before last where none does.
func (d *doc) interjectionEnd(i, last int) int {
	for k := i + 2; k < last; k++ {
		if p := d.toks[k-1].kind; d.toks[k].kind == dash && (p == comma || p == stop) {
			return k
		}
	}
	return last
}

// accordingToThem reads "на її думку": who speaks stands inside the phrase.
func (d *doc) accordingToThem(s, i, end int) bool {
	x := d.sents[s]
	c := run{d.clauseStart(s, i), i}
	if i-x.first <= 1 {
		c = run{end, d.contentEnd(end, x.last)}
	}
	if c = trim(d, c); c.empty() {
		return false
	}
	d.add(act{form: according, bits: say, sentence: s, source: []run{{i + 1, i + 2}}, cue: []run{{i, i + 1}, {i + 2, end}}, content: []run{c}})
	return true
}

// office reads a sentence without a subject: "У канцелярії це спростували", "Чи
// так, у міністерстві не сказали", "Там пообіцяли": the place is who speaks.
func (d *doc) office(s int, c cueRun) bool {
	from, src := d.inOffice(s, c)
	if src.empty() {
		return false
	}
	x := d.sents[s]
	a := act{form: sourceCueThat, bits: c.bits, sentence: s, source: []run{src}, cue: []run{c.run}}
	content := d.contentAfter(s, c)
	switch {
	case !content.empty():
		if !d.fill(&a, s, c, content) {
			return false
		}
	case from > x.first && d.toks[from-1].kind == comma:
		content = trim(d, run{d.clauseStart(s, from), from})
	default:
		content = run{src.last, c.first}
	}
	if content.empty() {
		return false
	}
	if len(a.content) == 0 {
		a.content = []run{content}
	}
	d.add(a)
	return true
}

// inOffice finds the place before a cue in the plural, and where its preposition
// stands.
func (d *doc) inOffice(s int, c cueRun) (from int, src run) {
	x := d.sents[s]
	t := d.toks[c.head]
	verb := d.text[t.start:t.end]
	if !strings.HasSuffix(verb, "ли") && !strings.HasSuffix(verb, "ють") && !strings.HasSuffix(verb, "ют") {
		return 0, run{}
	}
	k := c.first
	for k > x.first && c.first-k < 8 && d.toks[k-1].kind == word {
		k--
	}
	if k == c.first {
		return 0, run{}
	}
	switch d.text[d.toks[k].start:d.toks[k].end] {
	case "Там", "там":
		return k, run{k, k + 1}
	case "У", "у", "В", "в":
	default:
		return 0, run{}
	}
	last := c.first
	for last > k+2 && isSmall(d.text[d.toks[last-1].start:d.toks[last-1].end]) {
		last--
	}
	for i := k + 1; i < last; i++ {
		if d.toks[i].is(official | body) {
			return k, run{k + 1, last}
		}
	}
	return 0, run{}
}

// isSmall knows the words that may stand between such a place and its verb.
func isSmall(w string) bool {
	switch w {
	case "це", "не", "ні", "його", "її", "их", "это", "этого", "також", "уже", "вже":
		return true
	}
	return false
}

// landAfterPost tells whether the name at token i begins with the land of a post:
// президентка Талвори Єльна Корват. A father's name in the middle tells otherwise.
func (d *doc) landAfterPost(i, end int) bool {
	if i == 0 || end-i < 2 || !d.toks[i-1].is(honour|official) || !d.cyrillic(i) {
		return false
	}
	if w := d.text[d.toks[i].start:d.toks[i].end]; end-i == 2 {
		return len(w) > len("Неї") && (strings.HasSuffix(w, "и") || strings.HasSuffix(w, "ії") || strings.HasSuffix(w, "ы") || strings.HasSuffix(w, "ии"))
	}
	w := d.text[d.toks[i+1].start:d.toks[i+1].end]
	for _, father := range [...]string{"вич", "вича", "вна", "вни", "вны", "вичу", "вичем"} {
		if strings.HasSuffix(w, father) {
			return false
		}
	}
	return true
}

// declined reads "від коментарів відмовилася": what is refused stands before
// the verb.
func (d *doc) declined(s int, c cueRun) bool {
	x := d.sents[s]
	k := c.first - 2
	if k <= x.first || d.toks[k+1].low != "коментарів" && d.toks[k+1].low != "комментариев" {
		return false
	}
	src, ok := d.sourceBefore(s, cueRun{run{k, k + 1}, k, c.bits})
	if !ok {
		return false
	}
	d.add(act{form: sourceCueThat, bits: c.bits, sentence: s, source: []run{src}, cue: []run{c.run}, content: []run{{k, k + 2}}})
	return true
}

// learnsGender notes from a verb's ending whether its subject is she.
func (d *doc) learnsGender(a *act) {
	if len(a.cue) == 0 || !a.named || a.form == according {
		return
	}
	p := d.people.find(a.speaker)
	i := a.cue[0].last - 1
	if p == nil || !d.cyrillic(i) || d.toks[a.source[0].first].is(person) {
		return
	}
	if g := d.verbGender(i); g != unsaid {
		p.gender = g
	}
}

// verbGender is what the ending of a verb in the past tells of its subject.
func (d *doc) verbGender(i int) gender {
	switch w := d.text[d.toks[i].start:d.toks[i].end]; {
	case strings.HasSuffix(w, "ла"), strings.HasSuffix(w, "лася"), strings.HasSuffix(w, "лась"):
		return she
	case strings.HasSuffix(w, "в"), strings.HasSuffix(w, "вся"), strings.HasSuffix(w, "л"), strings.HasSuffix(w, "лся"):
		return he
	}
	return unsaid
}
