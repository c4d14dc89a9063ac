package split

import "lectern/data"

// The rules that decide a lane, in the order of the lanes guide. Each word is
// stable: screens translate it as "reason.<word>".
const (
	RuleParty     = "party-speaks"
	RuleSource    = "source-speaks"
	RuleCarried   = "quote-runs-on"
	RulePaper     = "paper-says"
	RuleAnalyst   = "analyst-speaks"
	RuleReceiver  = "receiver-speaks"
	RuleReception = "reception"
	RulePoll      = "poll-numbers"
	RuleNotKnown  = "not-known"
	RuleForecast  = "forecast"
	RuleJudgement = "judgement"
	RuleFact      = "plain-fact"
	RuleHeading   = "heading"
	RuleFurniture = "furniture"
	RuleNoLanes   = "no-lanes"

	// What carried a lane that the learned judge (data/split/judge) chose against a rule.
	RuleBySpeaker   = "learned-speaker"
	RuleByForecast  = "learned-forecast"
	RuleByJudgement = "learned-judgement"
	RuleByWording   = "learned-wording"
	RuleByContext   = "learned-context"
)

// rules tells of each rule how often its decisions were right on the development
// reports, drawn towards the mean where few were seen.
var rules = map[string]float64{
	RuleParty:     0.86,
	RuleSource:    0.76,
	RuleCarried:   0.70,
	RulePaper:     0.60,
	RuleAnalyst:   0.72,
	RuleReceiver:  0.80,
	RuleReception: 0.67,
	RulePoll:      0.74,
	RuleNotKnown:  0.60,
	RuleForecast:  0.50,
	RuleJudgement: 0.64,
	RuleFact:      0.83,
	RuleHeading:   0.89,
	RuleFurniture: 0.95,
	RuleNoLanes:   0,

	// The judge gives every one of its decisions a score of its own.
	RuleBySpeaker:   0.7,
	RuleByForecast:  0.7,
	RuleByJudgement: 0.7,
	RuleByWording:   0.7,
	RuleByContext:   0.7,
}

// verdict is the lane of a sentence with its reason.
type verdict struct {
	lane, second data.Lane
	rule         string
	evidence     run
	act          int
}

// judgeLane puts sentence s in a lane by the guide's ordered rules.
func (d *doc) judgeLane(s int, touching []int) verdict {
	x := d.sents[s]
	if x.kind == data.Notice {
		return verdict{lane: data.Background, rule: RuleFurniture, act: -1}
	}
	if v, ok := d.poll(s); ok {
		return v
	}
	if n := d.decides(s, touching); n >= 0 {
		return d.spoken(s, n)
	}
	if v, ok := d.received(s); ok {
		return v
	}
	if v, ok := d.ownVoice(s); ok {
		return v
	}
	if x.kind == data.Headline {
		return verdict{lane: data.Background, rule: RuleHeading, act: -1}
	}
	return verdict{lane: data.Background, rule: RuleFact, act: -1}
}

// decides chooses the act that tells the lane of sentence s, -1 for none: one
// whose cue stands in it goes before one whose words run on into it.
func (d *doc) decides(s int, touching []int) int {
	best, rank := -1, 0
	for _, n := range touching {
		a := &d.acts[n]
		if !d.lanes(a) {
			continue
		}
		r := 1
		if a.sentence == s {
			r = 2
			if a.bits&(say|tell) != 0 && a.form != according {
				r = 3
			}
			if a.role == data.Judge || a.role == data.Responder {
				r++
			}
		}
		if r > rank {
			best, rank = n, r
		}
	}
	return best
}

// lanes tells whether an act is speech, a thought or a refusal of somebody, and
// not a figure of speech ("the numbers show").
func (d *doc) lanes(a *act) bool {
	src := bits(0)
	for _, r := range a.source {
		for i := r.first; i < r.last; i++ {
			src |= d.toks[i].bits
			if w := d.toks[i].low; w == "i" || w == "we" || w == "you" {
				return false // the report's own voice
			}
		}
	}
	named := a.role != data.UnknownRole || src&(person|official|receiver|outsider) != 0
	switch a.form {
	case carried, orphan, quoteCueSource, quoteSourceCue, sourceCueQuote, headColon:
		return true
	case according:
		return named || src&media == 0
	}
	if src&media != 0 && !named && !a.named && a.kind == data.Indirect {
		return false // a newspaper that only carries it
	}
	if len(a.source) == 0 {
		return false
	}
	if x := d.sents[a.sentence]; d.toks[x.first].low == "whether" && (a.form == sourceCue || a.form == sourceCueThat) {
		return false // Whether they would agree is uncertain.
	}
	if a.bits&loose != 0 || a.form == passiveForm && a.bits&quiet != 0 {
		return false
	}
	if w := d.toks[a.source[0].first].low; (w == "they" || w == "it") && a.form == sourceCue && a.bits&aloud == 0 {
		return false
	}
	if d.interprets(a) {
		return false // the report reads a meaning into something
	}
	human := a.named || named
	human = human || src&(person|official|receiver|outsider|media|body|place|paper) != 0
	if a.bits&quiet != 0 || a.bits&(say|tell|judge|vow) == 0 {
		return human && (a.form == sourceCueThat || a.bits&(think|vow|judge) != 0)
	}
	return human || a.form == sourceCueThat || a.form == clauseCue
}

// interprets tells whether a thing, not a person, "signals" or "suggests".
func (d *doc) interprets(a *act) bool {
	if len(a.cue) == 0 || !interpreting(d.toks[a.cue[0].last-1].low) {
		return false
	}
	r := a.source[0]
	for i := r.first; i < r.last; i++ {
		t := d.toks[i]
		if t.is(paper) || t.kind == clitic && i+1 < r.last && !d.toks[i+1].upper && !d.toks[i+1].is(official|body|outsider|receiver) {
			return true
		}
	}
	return false
}

func interpreting(w string) bool {
	switch w {
	case "signals", "signal", "suggests", "suggest", "indicates", "indicate", "implies", "reflects", "underscores":
		return true
	}
	return false
}

// spoken is the lane of a sentence in which somebody speaks.
func (d *doc) spoken(s, n int) verdict {
	a := &d.acts[n]
	v := verdict{act: n, rule: RuleSource, lane: data.Statement}
	if len(a.cue) > 0 {
		v.evidence = a.cue[0]
	}
	if len(a.source) > 0 {
		v.evidence = a.source[0]
	}
	switch {
	case a.role == data.Judge:
		v.lane, v.rule = data.Caveat, RuleAnalyst
	case a.role == data.Responder:
		v.lane, v.rule = data.Reaction, RuleReceiver
	case a.form == carried || a.sentence != s:
		v.rule = RuleCarried
	case a.bits&show != 0 && a.bits&say == 0:
		v.rule = RulePaper
	case a.role == data.Party:
		v.rule = RuleParty
	}
	if v.lane == data.Statement && d.ownDoubt(s, a) {
		v.second = data.Caveat
	}
	return v
}

// ownDoubt tells whether the report adds that something is not known, outside
// what was said.
func (d *doc) ownDoubt(s int, a *act) bool {
	x := d.sents[s]
	for i := x.first; i < x.last; i++ {
		if hint, _ := phraseAt(d.toks[:x.last], i); hint == unclear && !inside(a.content, i) {
			return true
		}
	}
	return false
}

func inside(rs []run, i int) bool {
	for _, r := range rs {
		if r.first <= i && i < r.last {
			return true
		}
	}
	return false
}
