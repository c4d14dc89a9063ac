package split

import (
	"strings"

	"lectern/data"
)

// poll knows a sentence that gives a poll's figures.
func (d *doc) poll(s int) (verdict, bool) {
	x := d.sents[s]
	at, figures := -1, 0
	for i := x.first; i < x.last; i++ {
		t := d.toks[i]
		if t.is(pollword) && at < 0 && !(i+1 < x.last && (d.toks[i+1].low == "station" || d.toks[i+1].low == "stations" || d.toks[i+1].low == "place")) {
			at = i
		}
		if hint, end := phraseAt(d.toks[:x.last], i); hint == reception && end > 0 && d.figures(i) {
			at = i
			figures++
		}
		if t.kind == number || t.low == "percent" {
			figures++
		}
	}
	for i := x.first; i < x.last; i++ {
		if w := d.toks[i].low; w == "conducted" || w == "margin" || w == "sample" {
			return verdict{}, false // how it was taken is a plain fact
		}
	}
	if at >= 0 && d.pollSays(s) {
		figures = 2
	}
	if at >= 0 && figures >= 2 || at >= 0 && x.kind == data.Headline {
		return verdict{lane: data.Reaction, rule: RulePoll, evidence: run{at, at + 1}, act: -1}, true
	}
	return verdict{}, false
}

// pollSays tells whether a poll is the subject or the source in sentence s.
func (d *doc) pollSays(s int) bool {
	x := d.sents[s]
	for i := x.first + 1; i < x.last; i++ {
		t := d.toks[i]
		if t.is(pollword) && (d.toks[i-1].low == "to" || d.toks[i-1].is(media) || d.toks[i-1].low == "national" || i+1 < x.last && d.toks[i+1].is(show)) {
			return true
		}
	}
	return x.first < x.last && d.toks[min(x.first+1, x.last-1)].is(pollword)
}

// received knows a reception without words: protests, markets, "drew criticism".
func (d *doc) received(s int) (verdict, bool) {
	x := d.sents[s]
	receivers, greetsAt, feelsAt, modals := -1, -1, -1, 0
	for i := x.first; i < x.last; i++ {
		t := d.toks[i]
		if hint, end := phraseAt(d.toks[:x.last], i); hint == reception {
			return verdict{lane: data.Reaction, rule: RuleReception, evidence: run{i, end}, act: -1}, true
		}
		switch {
		case t.is(receiver) && receivers < 0:
			receivers = i
		case t.is(greets) && greetsAt < 0:
			greetsAt = i
		case t.is(feels) && feelsAt < 0:
			feelsAt = i
		case t.is(modal):
			modals++
		}
	}
	if greetsAt >= 0 && (receivers >= 0 || d.toks[greetsAt].low == "backlash" || d.toks[greetsAt].low == "outcry" ||
		d.toks[greetsAt].low == "criticism" || d.toks[greetsAt].low == "reactions") {
		return verdict{lane: data.Reaction, rule: RuleReception, evidence: run{greetsAt, greetsAt + 1}, act: -1}, true
	}
	if receivers >= 0 && feelsAt >= 0 {
		return verdict{lane: data.Reaction, rule: RuleReception, evidence: run{feelsAt, feelsAt + 1}, act: -1}, true
	}
	return verdict{}, false
}

// turns notes where the report turns to how its news was received, so that
// those who are first heard after it are known as receivers.
func (d *doc) turns(s int) {
	x := d.sents[s]
	for i := x.first; i < x.last; i++ {
		t := d.toks[i]
		if d.quoted[i] >= 0 {
			continue
		}
		if x.kind == data.Headline && s > 0 && (t.low == "reaction" || t.low == "reactions" || t.low == "reception" || t.low == "response" ||
			t.low == "реакція" || t.low == "реакції" || t.low == "реакция" || t.low == "реакции") {
			d.turn(s, t.low)
			return
		}
		if hint, end := phraseAt(d.toks[:x.last], i); hint == reception && !d.figures(i) {
			d.turn(s, strings.ToLower(d.span(run{i, end}).In(d.text)))
			return
		}
	}
}

// figures tells a phrase of a poll from one of a reception.
func (d *doc) figures(i int) bool {
	switch d.toks[i].low {
	case "percentage", "likely", "approval", "among", "of", "percent", "shares", "stocks", "markets":
		return true
	}
	return false
}
