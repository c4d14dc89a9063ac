package tag

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"
)

// every calls do with each way to label n words.
func every(n int, do func([]Label)) {
	var walk func(labels []Label)
	walk = func(labels []Label) {
		if len(labels) == n {
			if !labels[n-1].open() {
				do(labels)
			}
			return
		}
		for l := range Label(labelCount) {
			if k := len(labels); k == 0 && l.starts() || k > 0 && mayFollow(labels[k-1], l) {
				walk(append(labels, l))
			}
		}
	}
	walk(nil)
}

// The chain's best labels and its chances have to be those that trying every
// way to label a few words gives.
func TestChainAgreesWithTryingAll(t *testing.T) {
	rng := rand.New(rand.NewPCG(3, 4))
	for range 20 {
		var c chain
		for i := range c.next {
			for j := range c.next[i] {
				c.next[i][j] = float32(rng.NormFloat64())
			}
		}
		e := newMatrix(4, width)
		for i := range e.v {
			e.v[i] = float32(rng.NormFloat64() * 2)
		}
		total, top := 0.0, math.Inf(-1)
		var best []Label
		chance := map[Run]float64{}
		every(4, func(labels []Label) {
			s := float64(e.v[labels[0]])
			for i := 1; i < 4; i++ {
				s += float64(c.next[labels[i-1]][labels[i]] + e.v[i*width+int(labels[i])])
			}
			total += math.Exp(s)
			for _, r := range Runs(labels) {
				chance[r] += math.Exp(s)
			}
			if s > top {
				top, best = s, slices.Clone(labels)
			}
		})
		if got := c.best(e); !slices.Equal(got, best) {
			t.Fatalf("best is %v, trying all finds %v", got, best)
		}
		var runs []Run
		for r := range chance {
			runs = append(runs, r)
		}
		for i, got := range newLikely(&c).chances(e, runs) {
			if want := chance[runs[i]] / total; math.Abs(got-want) > 1e-5 {
				t.Fatalf("the chance of %v is %g, trying all finds %g", runs[i], got, want)
			}
		}
	}
}

// The slopes have to be those of the loss itself.
func TestSlopesAreThoseOfTheLoss(t *testing.T) {
	rng := rand.New(rand.NewPCG(5, 6))
	s := shapeOf{In: 16, Size: 16, Layers: 2}
	n, grad := newNet(20, s), newNet(20, s)
	n.randomize(rng)
	rows := [][]int32{{1, 5}, {2}, {3, 4, 19}, {1}, {7}}
	gold := Spell(5, []Run{{0, 2, Source}, {3, 5, Content}})
	all := func(int, matrix) func(matrix) { return func(matrix) {} }
	n.learn(rows, gold, grad, all)
	weights, slopes := append(n.dense(), n.vec.v), append(grad.dense(), grad.vec.v)
	for b := range weights {
		for range 4 {
			i := rng.IntN(len(weights[b]))
			was := weights[b][i]
			const nudge = 1e-2
			weights[b][i] = was + nudge
			up := n.learn(rows, gold, newNet(20, s), all)
			weights[b][i] = was - nudge
			down := n.learn(rows, gold, newNet(20, s), all)
			weights[b][i] = was
			if want, got := (up-down)/(2*nudge), float64(slopes[b][i]); math.Abs(want-got) > 1e-3+0.02*math.Abs(want) {
				t.Errorf("block %d weight %d: slope %g, the loss says %g", b, i, got, want)
			}
		}
	}
}

func TestRunsAndSpellUndoEachOther(t *testing.T) {
	runs := []Run{{0, 1, Cue}, {1, 4, Content}, {4, 6, Content}, {8, 9, Source}}
	if got := Runs(Spell(10, runs)); !slices.Equal(got, runs) {
		t.Errorf("got %v, want %v", got, runs)
	}
}
