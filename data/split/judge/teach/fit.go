// Package teach learns the weights of the sentence models from annotated news.
// The program itself never trains; lectern-cli train does. Same corpora, same
// seed: same bytes.
package teach

import (
	"math"
	"math/rand/v2"

	"lectern/data/split/judge"
)

// example is a sentence with its hashed features and the right answer.
type example struct {
	features []uint64
	class    int // 0 or 1 for a question of yes or no
}

// lesson is how a head is learned.
type lesson struct {
	name    string
	classes []string
	bits    int
	epochs  int
	rate    float64
	decay   float64 // what part of every weight is lost in each epoch
	cut     float32
	min     int  // features seen in fewer examples are left out
	bayes   bool // begin from how much more often a feature goes with yes (NB)
}

// learn fits a head by stochastic gradients with a step of its own for every
// weight (AdaGrad), and rounds the weights to eight bits.
func (l lesson) learn(xs []example, seed uint64) *judge.Head {
	rows := len(l.classes)
	mask := uint64(1)<<l.bits - 1
	w := make([]float64, rows<<l.bits)
	g := make([]float64, rows<<l.bits)
	bias := make([]float64, rows)
	order := make([]int, len(xs))
	for i := range order {
		order[i] = i
	}
	pre := l.scale(xs)
	random := rand.New(rand.NewPCG(seed, 7))
	p := make([]float64, max(rows, 2))
	for epoch := range l.epochs {
		random.Shuffle(len(order), func(a, b int) { order[a], order[b] = order[b], order[a] })
		for _, n := range order {
			x := xs[n]
			for c := range rows {
				s := bias[c]
				row := w[c<<l.bits : (c+1)<<l.bits]
				for _, f := range x.features {
					s += float64(pre[f&mask] * row[f&mask])
				}
				p[c] = s
			}
			if rows == 1 {
				p[1] = p[0]
				p[0] = 0
				judge.Softmax(p[:2])
				p[0] = p[1] - float64(x.class)
			} else {
				judge.Softmax(p[:rows])
				p[x.class]--
			}
			for c := range rows {
				d := p[c]
				if math.Abs(d) < 1e-4 {
					continue
				}
				bias[c] -= float64(0.01 * d)
				base := c << l.bits
				dd := float64(d * d)
				for _, f := range x.features {
					v := pre[f&mask]
					k := base + int(f&mask)
					g[k] += float64(dd * v * v)
					w[k] -= float64(l.rate*d*v) / math.Sqrt(g[k]+1)
				}
			}
		}
		if epoch < l.epochs-1 {
			for k := range w {
				w[k] = float64(w[k] * (1 - l.decay))
			}
		}
	}
	for k := range w {
		w[k] *= pre[uint64(k)&mask]
	}
	return l.round(w, bias)
}

// scale says what each feature is worth to begin with: nothing where it is too
// rare; with bayes, more the more often it goes with one answer.
func (l lesson) scale(xs []example) []float64 {
	mask := uint64(1)<<l.bits - 1
	pre := make([]float64, 1<<l.bits)
	count := make([][2]float64, 1<<l.bits)
	var all [2]float64
	for _, x := range xs {
		y := min(x.class, 1)
		all[y]++
		for _, f := range x.features {
			count[f&mask][y]++
		}
	}
	for k := range pre {
		switch {
		case count[k][0]+count[k][1] < float64(l.min):
		case !l.bayes:
			pre[k] = 1
		default:
			pre[k] = math.Abs(math.Log((count[k][1]+1)/(all[1]+2)) - math.Log((count[k][0]+1)/(all[0]+2)))
		}
	}
	return pre
}

// round keeps a head's weights in eight bits, each row with a scale of its own.
// The largest of a row's weights lie far out and are cut off.
func (l lesson) round(w, bias []float64) *judge.Head {
	h := &judge.Head{Name: l.name, Classes: l.classes, Bits: l.bits, Heat: 1, Cut: l.cut, Weights: make([]int8, len(w))}
	for c := range l.classes {
		row := w[c<<l.bits : (c+1)<<l.bits]
		top := 1e-9
		for _, x := range row {
			top = max(top, math.Abs(x))
		}
		unit := top / 127
		for k, x := range row {
			h.Weights[c<<l.bits+k] = int8(math.Round(x / unit))
		}
		h.Scale = append(h.Scale, float32(unit))
		h.Bias = append(h.Bias, float32(bias[c]))
	}
	return h
}
