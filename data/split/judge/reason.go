package judge

import (
	"strings"

	"lectern/data"
)

// What carried a lane that the judge chose against a splitter's rule. Screens
// translate each word as "reason.<word>".
const (
	BySpeaker   = "learned-speaker"
	ByForecast  = "learned-forecast"
	ByJudgement = "learned-judgement"
	ByWording   = "learned-wording"
	ByContext   = "learned-context"
)

// reason names what speaks most for lane against the lane that the rules chose
// for sentence i, and the stretch of the report that it lies in.
func (j *Judge) reason(v *view, i int, traits []Trait, lane int) data.Reason {
	x := &v.says[i]
	var sums [len(groups)]float64
	var word string
	strongest := 0.0
	for _, t := range traits {
		n, ok := j.First.at[t.Name]
		if !ok {
			continue
		}
		w := j.First.Weights[n]
		rules := 0.0
		for l, name := range data.Lanes() {
			if name == x.Lane {
				rules = float64(w[l])
			}
		}
		c := float64((float64(w[lane]) - rules) * t.Value)
		g := group(t.Name)
		sums[g] += c
		if rest, ok := strings.CutPrefix(t.Name, "word "); ok && c > strongest {
			strongest, word = c, rest
		}
	}
	best := 0
	for g := range sums {
		if sums[g] > sums[best] {
			best = g
		}
	}
	out := data.Reason{Rule: groups[best]}
	switch out.Rule {
	case BySpeaker:
		out.Evidence = v.sourceWords(x)
	case ByWording, ByForecast, ByJudgement:
		for _, w := range x.words {
			if w.low == word {
				out.Evidence = w.at.In(v.text)
				break
			}
		}
	}
	return out
}

var groups = [...]string{ByContext, BySpeaker, ByWording, ByForecast, ByJudgement}

// group is the index in groups of what a trait is about.
func group(trait string) int {
	first, _, _ := strings.Cut(trait, " ")
	switch {
	case strings.HasSuffix(trait, "kind expectations"), strings.HasSuffix(trait, "uncertain") && !strings.Contains(trait, "report"):
		return 3
	case strings.HasSuffix(trait, "kind evaluation"), strings.Contains(trait, "argues"):
		return 4
	case first == "word", first == "kind", strings.Contains(trait, ", kind "), first == "long", first == "quoted", first == "speech":
		return 2
	case first == "source", first == "cue", first == "role", first == "speaker", first == "form", first == "words", first == "nobody":
		return 1
	}
	return 0
}

// sourceWords are the report's words for who speaks in a sentence.
func (v *view) sourceWords(x *saying) string {
	for _, n := range append([]int{x.Attribution}, x.acts...) {
		if n >= 0 && n < len(v.r.Attributions) && len(v.r.Attributions[n].Source) > 0 {
			return v.r.Attributions[n].Source[0].In(v.text)
		}
	}
	return ""
}
