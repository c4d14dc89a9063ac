package tag

import "math"

// adam moves weights against their slopes by Adam's rule. The feature vectors of
// rows that a batch did not touch stay where they are.
type adam struct {
	n, grad, mean, square *net
	touched               []int32
	isTouched             []bool
	meanLeft, squareLeft  float64 // decays to the power of step
}

func newAdam(n *net, s shapeOf) *adam {
	rows := n.vec.rows
	return &adam{n: n, grad: newNet(rows, s), mean: newNet(rows, s), square: newNet(rows, s),
		isTouched: make([]bool, rows), meanLeft: 1, squareLeft: 1}
}

// touch records whose vectors the batch uses.
func (a *adam) touch(rows [][]int32) {
	for _, list := range rows {
		for _, r := range list {
			if !a.isTouched[r] {
				a.isTouched[r] = true
				a.touched = append(a.touched, r)
			}
		}
	}
}

const (
	meanDecay   = 0.9
	squareDecay = 0.99
	longest     = 5 // the whole slope of a batch is cut to this length
)

// move takes one step at the given rate and clears the slopes.
func (a *adam) move(rate, share float32) {
	a.meanLeft *= meanDecay
	a.squareLeft *= squareDecay
	length := 0.0
	blocks := a.blocks()
	for _, b := range blocks {
		for _, g := range b.grad {
			length += float64(float64(g) * float64(g))
		}
	}
	if l := math.Sqrt(length) * float64(share); l > longest {
		share *= float32(longest / l)
	}
	up := float32(float64(rate) / (1 - a.meanLeft))
	fix := float32(1 / (1 - a.squareLeft))
	for _, b := range blocks {
		w, m, q := b.weight[:len(b.grad)], b.mean[:len(b.grad)], b.square[:len(b.grad)]
		for i, g := range b.grad {
			g *= share
			m[i] = float32(m[i]*meanDecay) + float32(g*(1-meanDecay))
			q[i] = float32(q[i]*squareDecay) + float32(float32(g*g)*(1-squareDecay))
			w[i] -= float32(up*m[i]) / (float32(math.Sqrt(float64(float32(q[i]*fix)))) + 1e-8)
			b.grad[i] = 0
		}
	}
	for _, r := range a.touched {
		a.isTouched[r] = false
	}
	a.touched = a.touched[:0]
}

type block struct{ weight, grad, mean, square []float32 }

func (a *adam) blocks() []block {
	var out []block
	g, m, q := a.grad.dense(), a.mean.dense(), a.square.dense()
	for i, w := range a.n.dense() {
		out = append(out, block{w, g[i], m[i], q[i]})
	}
	for _, r := range a.touched {
		k := int(r)
		out = append(out, block{a.n.vec.row(k), a.grad.vec.row(k), a.mean.vec.row(k), a.square.vec.row(k)})
	}
	return out
}
