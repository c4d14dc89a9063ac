package split

import "lectern/data"

// Rules is the splitter that works by hand-written rules and word lists.
type Rules struct{}

var _ Splitter = (*Rules)(nil)

// NewRules returns the rule-based splitter.
func NewRules() *Rules { return &Rules{} }

// Model is "rules-2".
func (*Rules) Model() string { return "rules-2" }

// Split reads text; see Splitter.
func (r *Rules) Split(text string, hints Hints) data.Reading {
	d := newDoc(text, hints, false)
	d.attribute()
	for n := range d.acts {
		d.acts[n].source = d.clipped(&d.acts[n], d.acts[:n])
	}
	d.carriers()
	return d.reading(r.Model(), d.languageOf(hints))
}

// languageOf is the language a text is said or found to be in.
func (d *doc) languageOf(h Hints) string {
	if h.Lang != "" {
		return h.Lang
	}
	return d.language()
}

// reading is what the rest of Lectern sees of a text whose acts are found.
func (d *doc) reading(model, lang string) data.Reading {
	out := data.Reading{Model: model, Lang: lang}
	out.Attributions = make([]data.Attribution, len(d.acts))
	touching := make([][]int, len(d.sents))
	for n := range d.acts {
		out.Attributions[n] = d.attribution(&d.acts[n])
		d.touches(n, touching)
	}
	out.Sentences = make([]data.Sentence, 0, len(d.sents))
	lanes := laned(out.Lang)
	for s := range d.sents {
		x := d.sentence(s, touching[s])
		if !lanes {
			x.Lane, x.Secondary, x.Score, x.Reason = data.NoLane, data.NoLane, 0, data.Reason{Rule: RuleNoLanes}
		}
		out.Sentences = append(out.Sentences, x)
	}
	return out
}

// touches records in which sentences act n has its cue or its content.
func (d *doc) touches(n int, touching [][]int) {
	add := func(s int) {
		if k := len(touching[s]); k == 0 || touching[s][k-1] != n {
			touching[s] = append(touching[s], n)
		}
	}
	a := &d.acts[n]
	if len(a.cue) > 0 {
		add(a.sentence)
	}
	for _, r := range a.content {
		for s := int(d.inSent[r.first]); s <= int(d.inSent[r.last-1]); s++ {
			add(s)
		}
	}
}

// sentence is sentence s as the rest of Lectern sees it.
func (d *doc) sentence(s int, touching []int) data.Sentence {
	x := d.sents[s]
	found := d.findHedges(s)
	v := d.judgeLane(s, touching)
	out := data.Sentence{
		Span: d.sentenceSpan(x), Kind: x.kind,
		Lane: v.lane, Secondary: v.second, Score: rules[v.rule],
		Reason:      data.Reason{Rule: v.rule, Evidence: d.span(v.evidence).In(d.text)},
		Speech:      d.speech(s, touching),
		Uncertain:   d.uncertain(s, found),
		Attribution: v.act,
	}
	for _, h := range found {
		out.Hedges = append(out.Hedges, data.Hedge{Span: d.span(h.run), Kind: h.kind})
	}
	return out
}

func (d *doc) sentenceSpan(x sentence) data.Span {
	if x.first == x.last {
		l := d.lines[x.line]
		return data.Span{Start: l.start, End: l.end}
	}
	return d.span(run{x.first - x.dateline, x.last})
}

func (d *doc) span(r run) data.Span {
	if r.empty() {
		return data.Span{}
	}
	return data.Span{Start: d.toks[r.first].start, End: d.toks[r.last-1].end}
}

func (d *doc) spans(rs []run) []data.Span {
	out := make([]data.Span, 0, len(rs))
	for _, r := range rs {
		if !r.empty() {
			out = append(out, d.span(r))
		}
	}
	return out
}

// attribution is an act as the rest of Lectern sees it.
func (d *doc) attribution(a *act) data.Attribution {
	f := formWords[a.form]
	return data.Attribution{
		Kind: a.kind, Source: d.spans(a.source), Cue: d.spans(a.cue), Content: d.spans(a.content),
		Speaker: a.speaker, Via: a.via, Role: a.role, Score: f.score,
		Reason: data.Reason{Rule: f.rule, Evidence: a.why},
	}
}

// formWords gives each form of saying its word and how often its content was
// exactly right on PolNeAR's development part, edges apart; most of the rest
// overlaps a marked one.
var formWords = [formCount]struct {
	rule  string
	score float64
}{
	quoteCueSource: {"quote-cue-source", 0.98},
	quoteSourceCue: {"quote-source-cue", 0.96},
	sourceCueQuote: {"source-cue-quote", 0.77},
	sourceCueThat:  {"source-cue-that", 0.59},
	sourceCue:      {"source-cue", 0.44},
	clauseCue:      {"clause-cue", 0.61},
	according:      {"according-to", 0.74},
	thoughtForm:    {"thought", 0.26},
	nounForm:       {"noun-cue", 0.55},
	passiveForm:    {"passive", 0.46},
	carried:        {"quote-runs-on", 0.58},
	orphan:         {"quote-alone", 0.50},
	headColon:      {"colon", 0.75},
}

// speech tells whether somebody's spoken or written words are reported in
// sentence s: a quotation, or a retelling by a plain verb of saying. Decisions,
// denials and what a paper holds are attributions too, but not speech.
func (d *doc) speech(s int, touching []int) bool {
	for _, n := range touching {
		a := &d.acts[n]
		switch a.form {
		case quoteCueSource, quoteSourceCue, sourceCueQuote, carried, orphan:
			return true
		case sourceCue, sourceCueThat, clauseCue:
			if a.sentence == s && a.bits&aloud != 0 && (a.named || a.role != data.UnknownRole || len(a.source) == 0 || d.capital(a)) {
				return true
			}
		}
	}
	return false
}

// capital tells whether the source begins with a name, of an organisation too.
func (d *doc) capital(a *act) bool {
	r := a.source[0]
	return r.last-r.first <= 3 && d.toks[r.first].upper && !d.toks[r.first].is(det) || d.toks[r.first].is(person)
}
