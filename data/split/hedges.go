package split

import "lectern/data"

// hedge is a hedge by its tokens.
type hedge struct {
	run
	kind data.HedgeKind
}

// findHedges lists the hedges of sentence s, in order and not overlapping.
func (d *doc) findHedges(s int) []hedge {
	x := d.sents[s]
	var found []hedge
	for i := x.first; i < x.last; {
		t := d.toks[i]
		if t.low == "" {
			i++
			continue
		}
		if hint, end := phraseAt(d.toks[:x.last], i); end > 0 {
			if k, ok := hedgePhrases[hint]; ok && (hint != reserve || d.doubts(i, end)) {
				found = append(found, hedge{run{i, end}, k})
				i = end
				continue
			}
		}
		if k, ok := d.hedgeWord(i, x); ok {
			found = append(found, hedge{run{i, i + 1}, k})
		}
		i++
	}
	return found
}

var hedgePhrases = map[phraseHint]data.HedgeKind{
	unclear: data.NotKnown,
	vague:   data.Weasel,
	reserve: data.Modal,
	odds:    data.Modal,
}

// doubts tells whether a phrase of reserve is about how sure something is; "will
// need" limits without being a hedge.
func (d *doc) doubts(i, end int) bool {
	for ; i < end; i++ {
		if d.toks[i].is(doubt | seems) {
			return true
		}
	}
	return false
}

func (d *doc) hedgeWord(i int, x sentence) (data.HedgeKind, bool) {
	t := d.toks[i]
	next := token{}
	if i+1 < x.last {
		next = d.toks[i+1]
	}
	switch {
	case t.is(modal):
		// May is also a month and a name.
		if t.upper && (i > x.first || next.kind == number) {
			return "", false
		}
		return data.Modal, true
	case t.is(unknown):
		return data.NotKnown, true
	case t.low == "if" || t.low == "unless" || t.low == "якщо" || t.low == "если" || t.is(ifword) && next.low == "on":
		return data.Condition, true
	case t.is(approx) && (next.kind == number || next.is(det) && isCount(next.low)):
		return data.Approximator, true
	case t.is(doubt) && !t.upper && t.low != "expected" && t.low != "risk" && t.low != "risks" && t.low != "threatens" && t.low != "threaten":
		return data.Modal, true
	case t.is(seems) && (next.low == "to" || next.low == "that" || next.low == "like" || t.low == "seems" || t.low == "appears") &&
		t.low != "set" && !t.upper:
		return data.Reporting, true
	case t.is(weasel) && t.low != "some" && t.low != "many" && t.low != "often" && t.low != "most" && t.low != "certain" && t.low != "various" && t.low != "numerous" && t.low != "perhaps" && t.low != "probably" && t.low != "usually":
		return data.Weasel, true
	}
	return "", false
}

func isCount(w string) bool {
	switch w {
	case "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten":
		return true
	}
	return false
}

// uncertain tells whether the sentence's main claim is hedged: a hedge that is
// neither a rounded number nor inside a quotation.
func (d *doc) uncertain(s int, found []hedge) bool {
	for _, h := range found {
		if h.kind == data.Approximator || h.kind == data.Condition {
			continue
		}
		if q := d.quoted[h.first]; q >= 0 && d.quotes[q].spoken {
			continue
		}
		return true
	}
	return d.vagueCount(s)
}

// vagueCount knows claims about an unnamed some or many: "Some historians
// think", "in many countries"; "some 500" is a rounded number.
func (d *doc) vagueCount(s int) bool {
	x := d.sents[s]
	for i := x.first; i+1 < x.last; i++ {
		t := d.toks[i]
		if t.low != "some" && t.low != "many" && t.low != "various" && t.low != "numerous" {
			continue
		}
		if q := d.quoted[i]; q >= 0 && d.quotes[q].spoken {
			continue
		}
		if n := d.toks[i+1]; n.kind == word && !n.is(calendar) && (i == x.first || d.toks[i-1].low != "how") {
			return true
		}
	}
	return false
}
