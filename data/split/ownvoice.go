package split

import "lectern/data"

// ownVoice knows the report's own doubt, forecast and judgement.
func (d *doc) ownVoice(s int) (verdict, bool) {
	x := d.sents[s]
	forecast, valued, own := run{}, run{}, 0
	for i := x.first; i < x.last; i++ {
		t := d.toks[i]
		if t.low == "" || d.quoted[i] >= 0 && d.quotes[d.quoted[i]].spoken {
			continue
		}
		hint, end := phraseAt(d.toks[:x.last], i)
		switch hint {
		case unclear:
			return verdict{lane: data.Caveat, rule: RuleNotKnown, evidence: run{i, end}, act: -1}, true
		case reserve, odds, vague:
			if forecast.empty() && (hint != vague || !t.is(helper)) {
				forecast = run{i, end}
			}
		}
		if k, ok := d.hedgeWord(i, x); ok && forecast.empty() {
			switch k {
			case data.Modal, data.Reporting:
				forecast = run{i, i + 1}
			case data.NotKnown:
				return verdict{lane: data.Caveat, rule: RuleNotKnown, evidence: run{i, i + 1}, act: -1}, true
			}
		}
		if forecast.empty() && interpreting(t.low) && i > x.first && (d.toks[i-1].kind == word || d.toks[i-1].kind == comma) && !d.toks[i-1].is(det|prep) {
			forecast = run{i, i + 1}
		}
		if t.is(values) && !t.upper {
			if valued.empty() {
				valued = run{i, i + 1}
			}
			own++
		}
		if t.low == "you" || t.low == "we" || t.low == "our" || t.low == "your" || t.low == "us" {
			own++
		}
	}
	if !forecast.empty() && x.kind != data.Headline {
		return verdict{lane: data.Caveat, rule: RuleForecast, evidence: forecast, act: -1}, true
	}
	if d.assessment && x.kind != data.Headline && d.judges(s) {
		return verdict{lane: data.Caveat, rule: RuleJudgement, evidence: valued, act: -1}, true
	}
	if d.opinion && x.kind == data.Body && !d.narrates(s) {
		return verdict{lane: data.Caveat, rule: RuleJudgement, evidence: valued, act: -1}, true
	}
	if own >= 2 && !valued.empty() {
		return verdict{lane: data.Caveat, rule: RuleJudgement, evidence: valued, act: -1}, true
	}
	return verdict{}, false
}

// judges tells whether an analysts' paper speaks for itself in sentence s, or of
// what would follow.
func (d *doc) judges(s int) bool {
	x := d.sents[s]
	for i := x.first; i < x.last; i++ {
		switch d.toks[i].low {
		case "we", "our", "us", "would", "should", "cannot", "can", "could":
			return true
		}
	}
	return false
}

// narrates tells whether an opinion piece only tells what happened in sentence s:
// nothing in it is in the present, and nobody is addressed.
func (d *doc) narrates(s int) bool {
	x := d.sents[s]
	for i := x.first; i < x.last; i++ {
		switch d.toks[i].low {
		case "is", "are", "isn't", "aren't", "has", "have", "haven't", "do", "does", "don't", "doesn't", "will", "would", "should",
			"must", "you", "we", "our", "can", "cannot", "can't":
			return false
		}
	}
	return true
}
