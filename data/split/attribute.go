package split

import "lectern/data"

// run is a stretch of tokens, last not included.
type run struct{ first, last int }

func (r run) empty() bool { return r.last <= r.first }

// act is one act of saying, writing or thinking while it is being put together.
type act struct {
	kind     data.AttributionKind
	source   []run
	cue      []run
	content  []run
	bits     bits // of the cue's head
	form     form // which way of saying it
	sentence int  // where the cue, or without one the content, stands
	speaker  string
	named    bool // speaker is a person's name
	role     data.SpeakerRole
	why      string // the word that decided the role
	via      []string
	through  string // by whom it is known, named where its words end
	inner    bool   // stands in another's content, where only the rules see it
}

// form is the shape in which an act was found; each has its own reliability.
type form uint8

const (
	quoteCueSource form = iota // “…,” said X
	quoteSourceCue             // “…,” X said
	sourceCueQuote             // X said: “…”
	sourceCueThat              // X said that …
	sourceCue                  // X said …
	clauseCue                  // …, X said   or   …, said X
	according                  // according to X
	thoughtForm                // X hopes that …
	nounForm                   // X's claim that
	passiveForm                // was criticised by X
	carried                    // a quotation that runs on without a cue
	orphan                     // a quotation whose speaker cannot be told
	headColon                  // Warren: “Resign”
	formCount
)

// maxSentence is more tokens than a person puts into a sentence. What is longer is
// a dump or a table, in which looking for speakers would only cost time.
const maxSentence = 500

// attribute finds the acts of every sentence, from the top down.
func (d *doc) attribute() {
	d.mentioned = map[string]int{}
	d.genre()
	d.forms = d.nominatives()
	d.census()
	for s := range d.sents {
		d.meet(s)
		d.turns(s)
		before := len(d.acts)
		if x := d.sents[s]; x.kind != data.Notice && x.last-x.first <= maxSentence {
			d.inSentence(s)
		}
		for a := before; a < len(d.acts); a++ {
			d.nameSpeaker(a)
		}
		d.leftOver(s)
	}
}

// inSentence looks at every cue of sentence s.
func (d *doc) inSentence(s int) {
	x := d.sents[s]
	done := x.first
	for i := x.first; i < x.last; i++ {
		t := d.toks[i]
		if t.kind == colon && d.text[t.start] == ':' {
			d.headlineColon(s, i)
			continue
		}
		if t.low == "" || i < done {
			continue
		}
		if q := d.quoted[i]; q >= 0 && d.quotes[q].spoken && d.quotes[q].first != i {
			continue
		}
		if hint, end := phraseAt(d.toks[:x.last], i); hint == accordingTo {
			if d.accordingTo(s, i, end) {
				done = end
			}
			continue
		}
		if hint, end := phraseAt(d.toks[:x.last], i); hint == accordingToThem && d.accordingToThem(s, i, end) {
			done = end
			continue
		}
		if t.low == "issued" || t.low == "released" || t.low == "delivered" {
			if d.issued(s, i) {
				continue
			}
		}
		if !t.is(cue) {
			continue
		}
		if c, ok := d.cueAt(s, i); ok {
			if d.build(s, c) {
				done = c.last
			}
		} else if t.is(nounish|say) && t.bits&(say|vow) != 0 {
			d.nounCue(s, i)
		}
	}
}

// build makes the act of one verb cue: finds its source before or after it and
// its content on the other side.
func (d *doc) build(s int, c cueRun) bool {
	x := d.sents[s]
	if c.bits&passive != 0 {
		return d.buildPassive(s, c)
	}
	if d.declined(s, c) || d.office(s, c) {
		return true
	}
	a := act{sentence: s, bits: c.bits, cue: []run{c.run}}
	before, okBefore := d.sourceBefore(s, c)
	after := d.contentAfter(s, c)
	pre := d.preQuote(s, c.first, before, okBefore)
	if pre >= 0 && d.quotes[pre].first > x.first && !after.empty() && !d.nothingAfter(c, x.last) {
		pre = -1 // a title in the lead-in: In “Face the Nation,” X said that …
	}
	switch {
	case !okBefore && pre >= 0: // “…,” said X
		a.form = quoteCueSource
		src := d.sourceAfter(c.last, x.last)
		if src.empty() {
			return false
		}
		a.source = []run{src}
		d.takeQuote(&a, pre)
		d.resume(&a, src.last, x.last)
	case okBefore && pre >= 0: // “…,” X said
		a.form = quoteSourceCue
		a.source = []run{before}
		d.takeQuote(&a, pre)
		d.resume(&a, c.last, x.last)
	case okBefore && c.bits&say != 0 && c.bits&(ing|loose) == 0 && d.clauseBefore(s, before) && d.nothingAfter(c, x.last): // …, X said.
		a.form = clauseCue
		a.source = []run{before}
		a.content = []run{trim(d, run{d.clauseStart(s, before.first), before.first})}
		d.interrupted(&a, c.last, x.last)
	case !okBefore && c.bits&say != 0 && c.first > x.first && d.toks[c.first-1].kind == comma && d.clauseBefore(s, run{c.first, c.first}): // …, said X.
		src := d.sourceAfter(c.last, x.last)
		if src.empty() {
			return false
		}
		a.form = clauseCue
		a.source = []run{src}
		a.content = []run{trim(d, run{d.clauseStart(s, c.first), c.first})}
		d.interrupted(&a, src.last, x.last)
	default:
		if !okBefore && c.bits&ing == 0 || after.empty() {
			return false
		}
		if okBefore {
			a.source = []run{before}
		} else if n := len(d.acts); n > 0 && d.acts[n-1].sentence == s && len(d.acts[n-1].source) > 0 {
			a.source = d.acts[n-1].source // "…, adding that"
		}
		if !d.fill(&a, s, c, after) {
			return false
		}
	}
	if len(a.content) == 0 || a.content[0].empty() {
		return false
	}
	d.add(a)
	return true
}

// fill gives an act the content that follows its cue.
func (d *doc) fill(a *act, s int, c cueRun, after run) bool {
	first := d.toks[after.first]
	if c.bits&toOnly != 0 && first.low != "to" && first.low != "that" && first.kind != opens {
		return false
	}
	switch {
	case first.kind == opens && d.quoted[after.first] >= 0 && d.quotes[d.quoted[after.first]].spoken:
		a.form = sourceCueQuote
		q := d.quotes[d.quoted[after.first]]
		end := max(q.last+1, after.last)
		if n := q.last + 1; n < end && (d.toks[n].is(joins|sub) || d.toks[n].kind == comma) {
			end = n // 'I am staying,' and smiled
		}
		a.content = []run{{q.first, end}}
		d.resume(a, end, max(end, d.sents[s].last))
	case first.isThat():
		a.form = sourceCueThat
		a.content = []run{after}
	case c.bits&(say|tell) != 0:
		a.form = sourceCue
		a.content = []run{after}
	case c.bits&vow != 0 && first.low == "to":
		a.form = sourceCueThat
		a.content = []run{after}
	case c.bits&(judge|vow) != 0:
		a.form = sourceCue
		a.content = []run{after}
	default:
		a.form = thoughtForm
		a.content = []run{after}
	}
	// "said" needs more than a word; "a statement" after "issued" is no content.
	return after.last-after.first >= 2 || c.bits&(judge|vow) != 0 || first.kind == opens
}

// interrupted adds the rest of a clause that a source broke into: "Recipients,
// said Mauer, are required to …".
func (d *doc) interrupted(a *act, i, end int) {
	if i+2 >= end || d.toks[i].kind != comma {
		return
	}
	n := d.toks[i+1]
	if n.is(ing|sub|joins|prep|det|calendar) && !n.is(helper) || n.upper || n.kind != word {
		return
	}
	if r := (run{i + 1, d.contentEnd(i+1, end)}); !r.empty() {
		a.content = append(a.content, r)
	}
}

// add keeps an act and lets it own the quotations that begin in its content.
func (d *doc) add(a act) {
	quoted, total := 0, 0
	for _, r := range a.content {
		for i := r.first; i < r.last; i++ {
			if k := d.toks[i].kind; k == word || k == number {
				total++
				if d.quoted[i] >= 0 {
					quoted++
				}
			}
		}
	}
	switch {
	case quoted == 0:
		a.kind = data.Indirect
	case quoted*10 >= total*9:
		a.kind = data.Direct
	default:
		a.kind = data.Mixed
	}
	n := len(d.acts)
	for _, r := range a.content {
		for i := r.first; i < r.last; i++ {
			if q := d.quoted[i]; q >= 0 && d.quotes[q].act < 0 {
				d.quotes[q].act = n
			}
		}
	}
	d.acts = append(d.acts, a)
}

// buildPassive makes the act of "X was criticised by Y" and of "was told that".
func (d *doc) buildPassive(s int, c cueRun) bool {
	x := d.sents[s]
	a := act{sentence: s, bits: c.bits, form: passiveForm, cue: []run{c.run}}
	before, ok := d.sourceBefore(s, c)
	if c.last < x.last && d.toks[c.last].low == "by" {
		src := d.sourceAfter(c.last+1, x.last)
		if src.empty() || !ok {
			return false
		}
		a.cue[0].last++
		a.source, a.content = []run{src}, []run{before}
		d.add(a)
		return true
	}
	after := d.contentAfter(s, c)
	if c.bits&tell == 0 || after.empty() || d.toks[after.first].low != "that" && d.toks[after.first].low != "to" {
		return false
	}
	a.content = []run{after}
	d.add(a)
	return true
}

// issued reads "issued a statement regarding …": an act whose words may follow
// in quotations of their own.
func (d *doc) issued(s, i int) bool {
	x := d.sents[s]
	for k := i + 1; k < x.last && k < i+4; k++ {
		switch d.toks[k].low {
		case "statement", "response", "apology", "warning":
			c := cueRun{run{i, k + 1}, i, say}
			src, ok := d.sourceBefore(s, c)
			content := run{k + 1, d.contentEnd(k+1, x.last)}
			if !ok || content.empty() {
				return false
			}
			d.add(act{sentence: s, bits: say, form: nounForm, cue: []run{c.run}, source: []run{src}, content: []run{content}})
			return true
		}
	}
	return false
}
