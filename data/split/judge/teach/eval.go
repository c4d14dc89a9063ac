package teach

import (
	"context"
	"slices"

	"lectern/data"
	"lectern/data/split"
	"lectern/data/split/judge"
)

// PRF is precision, recall and their harmonic mean, in percent.
type PRF struct{ P, R, F1 float64 }

func prf(right, said, gold int) PRF {
	var x PRF
	if said > 0 {
		x.P = 100 * float64(right) / float64(said)
	}
	if gold > 0 {
		x.R = 100 * float64(right) / float64(gold)
	}
	if right > 0 {
		x.F1 = 2 * x.P * x.R / (x.P + x.R)
	}
	return x
}

// Figures is how well judges do on what they have not seen.
type Figures struct {
	// Lanes, by cross-validation over the lane documents: no judge has learned
	// from the document that it is scored on.
	Lane      [4]PRF // in the order of data.Lanes
	Confusion [4][4]int
	Accuracy  float64
	MacroF1   float64
	Rules     PRFs    // the same without the judge
	ECE       float64 // expected calibration error of the lanes' scores
	Speech    PRF     // newsdiscourse/validation
	Uncertain PRF     // wikiweasel, cross-validated over its sentences
	Heat      float64
}

// PRFs is the accuracy and the macro F1 of a way to choose lanes.
type PRFs struct{ Accuracy, MacroF1 float64 }

// Evaluate learns judges as Train does and scores them. It stops as Train does.
func Evaluate(ctx context.Context, c Config) (Figures, error) {
	var f Figures
	s, err := c.read(ctx)
	if err != nil {
		return f, err
	}
	j := s.heads
	j.Speech = *speechLesson.learn(s.discourse, s.Seed)
	held, err := s.outOfFold(ctx, &j)
	if err != nil {
		return f, err
	}
	f.lanes(s, held)
	from := corpora{Dir: c.Corpora, Splitter: split.NewRules(), words: j.Words, ctx: ctx}
	heldOut, err := from.discourse("validation", "speech", yes, nil)
	if err != nil {
		return f, err
	}
	f.Speech = flagged(&j.Speech, heldOut)
	c.tell("scoring certainty", 0, 1)
	f.Uncertain = crossed(uncertainLesson, s.hedged, c.Seed)
	return f, ctx.Err()
}

// lanes scores what was judged out of fold as the scorer of the contract does:
// every marked sentence against the sentence of the reading that covers most of it.
func (f *Figures) lanes(s *school, held [][][4]float64) {
	f.Heat = float64(heat(s.reports, held))
	var sure bins
	var rules [4][4]int
	lanes := data.Lanes()
	for d := range s.reports {
		r := &s.reports[d]
		for _, m := range r.wanted {
			gold := slices.Index(lanes, m.lane)
			at, best := -1, 0
			for i, x := range r.reading.Sentences {
				if n := min(m.End, x.End) - max(m.Start, x.Start); n > best {
					at, best = i, n
				}
			}
			if at < 0 {
				continue // no sentence covers it: it counts as missed
			}
			x := &r.reading.Sentences[at]
			byRule := slices.Index(lanes, x.Lane)
			rules[gold][byRule]++
			chances := judge.Warm(held[d][at], f.Heat)
			said := judge.Choose(chances)
			score := chances[said]
			if x.Kind == data.Notice {
				said, score = byRule, x.Score
			}
			f.Confusion[gold][said]++
			sure.add(score, said == gold)
		}
	}
	f.Accuracy, f.MacroF1, f.Lane = totals(f.Confusion)
	f.Rules.Accuracy, f.Rules.MacroF1, _ = totals(rules)
	f.ECE = sure.expected()
}

func totals(confusion [4][4]int) (accuracy, macro float64, lanes [4]PRF) {
	right, all := 0, 0
	for l := range confusion {
		said, gold := 0, 0
		for k := range confusion {
			said += confusion[k][l]
			gold += confusion[l][k]
		}
		lanes[l] = prf(confusion[l][l], said, gold)
		macro += lanes[l].F1 / float64(len(confusion))
		right += confusion[l][l]
		all += gold
	}
	if all > 0 {
		accuracy = 100 * float64(right) / float64(all)
	}
	return accuracy, macro, lanes
}

// flagged scores a head's answers.
func flagged(h *judge.Head, xs []example) PRF {
	right, said, gold := 0, 0, 0
	for _, x := range xs {
		yes := h.Chance(x.features) >= float64(h.Cut)
		gold += x.class
		if yes {
			said++
			right += x.class
		}
	}
	return prf(right, said, gold)
}

// crossed scores a lesson by ten-fold cross-validation.
func crossed(l lesson, xs []example, seed uint64) PRF {
	const parts = 10
	right, said, gold := 0, 0, 0
	for k := range parts {
		var others, held []example
		for i, x := range xs {
			if i%parts == k {
				held = append(held, x)
			} else {
				others = append(others, x)
			}
		}
		h := l.learn(others, seed)
		for _, x := range held {
			yes := h.Chance(x.features) >= float64(h.Cut)
			gold += x.class
			if yes {
				said++
				right += x.class
			}
		}
	}
	return prf(right, said, gold)
}
