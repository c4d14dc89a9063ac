// Package judge lays models learned from annotated news over what a splitter
// made of a report: whether somebody's speech is reported in a sentence, whether
// it is sure, and in which lane it belongs. Where it overrules a splitter's
// rule, it says what carried that.
//
// The arithmetic gives the same bits on every platform.
package judge

import (
	"slices"
	"strings"

	"lectern/data"
)

// Judge is a set of models. It is safe for concurrent use.
type Judge struct {
	Name string // name and version, "lanes-1"
	Words
	Speech    Head
	Uncertain Head
	Kind      Head      // what part a sentence plays in a news report
	First     LaneModel // looks at a sentence and its surroundings
	Second    LaneModel // looks again, once the first has seen the whole report
	// Heat is what the logarithms of the lanes' chances are multiplied with, so
	// that of the decisions given 0.8 about 8 in 10 are right.
	Heat float32
}

// lean is how many times its chance counts when a lane is chosen: caveats and
// reactions are rare, and a reader misses them more than a wrong one disturbs.
var lean = [4]float64{1, 1.5, 1.5, 1}

// doubtful is the chance from which the runner-up is a sentence's second lane.
const doubtful = 0.35

// Model names the judge with its version.
func (j *Judge) Model() string { return j.Name }

// Apply judges the sentences of a reading of text anew: it rewrites Speech,
// Uncertain, Lane, Secondary, Score and Reason, and adds its name to the
// reading's Model. It only knows English; a reading in another language is left
// as it is. What is furniture stays where it is.
func (j *Judge) Apply(text string, r *data.Reading) {
	if !english(r.Lang) {
		return
	}
	r.Model += "+" + j.Name
	if len(r.Sentences) == 0 {
		return
	}
	v := j.view(j.open(text, r))
	traits := make([][]Trait, len(v.says))
	for i := range traits {
		traits[i] = v.traits(j.Kind.Classes, i)
	}
	chances := j.Chances(r, traits)
	for i := range r.Sentences {
		s := &r.Sentences[i]
		s.Speech = v.speech[i] >= float64(j.Speech.Cut)
		s.Uncertain = v.uncertain[i] >= float64(j.Uncertain.Cut)
		if s.Lane == data.NoLane || s.Kind == data.Notice {
			continue
		}
		lane := Choose(chances[i])
		second := runnerUp(chances[i], lane)
		if chosen := data.Lanes()[lane]; chosen != s.Lane {
			s.Reason = j.reason(v, i, traits[i], lane)
			s.Lane, s.Secondary = chosen, data.NoLane
		}
		s.Score = chances[i][lane]
		if s.Secondary == data.NoLane && second >= 0 {
			s.Secondary = data.Lanes()[second]
		}
	}
}

func english(lang string) bool {
	base, _, _ := strings.Cut(lang, "-")
	return strings.EqualFold(base, "en")
}

// Chances are the calibrated chances of the lanes of every sentence of a
// reading: what both looks say, in equal parts.
func (j *Judge) Chances(r *data.Reading, traits [][]Trait) [][4]float64 {
	first := j.First.All(traits)
	second := j.Second.All(Again(r, first))
	for i := range first {
		for l := range first[i] {
			first[i][l] = (first[i][l] + second[i][l]) / 2
		}
		first[i] = Warm(first[i], float64(j.Heat))
	}
	return first
}

// Warm makes chances bolder (heat over 1) or meeker, and keeps three decimals:
// more would be pretended.
func Warm(c [4]float64, heat float64) [4]float64 {
	for l := range c {
		c[l] = float64(heat * log(max(c[l], 1e-9)))
	}
	Softmax(c[:])
	for l := range c {
		c[l] = float64(int(float64(c[l]*1000)+0.5)) / 1000
	}
	return c
}

// Choose is the index in data.Lanes of the lane that chances speak for.
func Choose(c [4]float64) int {
	for l := range c {
		c[l] = float64(c[l] * lean[l])
	}
	return slices.Index(c[:], slices.Max(c[:]))
}

// runnerUp is the other lane that a sentence may well serve too, -1 for none.
func runnerUp(c [4]float64, lane int) int {
	best := -1
	for l := range c {
		if l != lane && c[l] >= doubtful && (best < 0 || c[l] > c[best]) {
			best = l
		}
	}
	return best
}

// Traits lists, for every sentence of a reading, what speaks for its lane. For
// training.
func (j *Judge) Traits(text string, r *data.Reading) [][]Trait {
	v := j.view(j.open(text, r))
	out := make([][]Trait, len(v.says))
	for i := range out {
		out[i] = v.traits(j.Kind.Classes, i)
	}
	return out
}

// Features are what the heads see of every sentence of a reading: alone, what a
// sentence tells by itself; together, with its neighbours. For training.
func (w *Words) Features(text string, r *data.Reading) (alone, together [][]uint64) {
	p := w.open(text, r)
	for i := range p.says {
		alone = append(alone, p.alone(i))
		together = append(together, p.together(i))
	}
	return alone, together
}
