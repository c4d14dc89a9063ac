package teach

import (
	"math"
	"slices"
	"strings"

	"lectern/data/split/judge"
)

// weighing is how the lane model is learned.
type weighing struct {
	rounds int
	rate   float64
	ridge  float64 // how strongly weights are drawn to zero
	words  float64 // how much stronger that is for single words
	seen   int     // reports in which a trait has to occur
	extra  float64 // what a sentence of the corpora counts, beside one of the lane documents
}

// learn fits a lane model on reports by whole-set gradients with AdaGrad steps.
func (w weighing) learn(rs []report) judge.LaneModel {
	names := w.names(rs)
	at := make(map[string]int, len(names))
	for i, n := range names {
		at[n] = i
	}
	type item struct {
		n int
		v float64
	}
	var xs [][]item
	var ys []int
	var ws []float64
	total := 0.0
	for _, r := range rs {
		for i, g := range r.gold {
			if g < 0 {
				continue
			}
			var x []item
			for _, t := range r.traits[i] {
				if n, ok := at[t.Name]; ok {
					x = append(x, item{n, t.Value})
				}
			}
			xs, ys = append(xs, x), append(ys, g)
			weight := 1.0
			if r.extra {
				weight = w.extra
			}
			ws = append(ws, weight)
			total += weight
		}
	}
	m := make([][4]float64, len(names))
	sum := make([][4]float64, len(names))
	grad := make([][4]float64, len(names))
	for range w.rounds {
		for n := range grad {
			ridge := w.ridge
			if single(names[n]) {
				ridge *= w.words
			}
			for l := range grad[n] {
				grad[n][l] = float64(ridge * m[n][l])
			}
		}
		for k, x := range xs {
			var s [4]float64
			for _, t := range x {
				for l := range s {
					s[l] += float64(m[t.n][l] * t.v)
				}
			}
			judge.Softmax(s[:])
			s[ys[k]]--
			for l := range s {
				s[l] = float64(s[l] * ws[k])
			}
			for _, t := range x {
				for l := range s {
					grad[t.n][l] += float64(s[l] * t.v)
				}
			}
		}
		for n := range m {
			for l := range m[n] {
				g := grad[n][l]
				sum[n][l] += float64(g * g)
				m[n][l] -= float64(w.rate*g) / math.Sqrt(sum[n][l]+1)
			}
		}
	}
	out := make([][4]float32, len(names))
	for n := range m {
		for l := range m[n] {
			out[n][l] = float32(math.Round(m[n][l]*1e4) / 1e4) // more digits only make the file larger
		}
	}
	return judge.NewLaneModel(names, out)
}

// names lists the traits that occur in enough reports, in order.
func (w weighing) names(rs []report) []string {
	count := map[string]int{}
	for _, r := range rs {
		here := map[string]bool{}
		for _, ts := range r.traits {
			for _, t := range ts {
				if !here[t.Name] {
					here[t.Name] = true
					count[t.Name]++
				}
			}
		}
	}
	var out []string
	for n, c := range count {
		if c >= w.seen || !single(n) {
			out = append(out, n)
		}
	}
	slices.Sort(out)
	return out
}

// single tells whether a trait is about one word.
func single(name string) bool {
	return strings.HasPrefix(name, "word ") || strings.HasPrefix(name, "source ") || strings.HasPrefix(name, "cue ")
}
