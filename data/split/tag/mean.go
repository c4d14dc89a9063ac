package tag

// mean is the average of a net's weights over the end of its training, which
// reads unseen text better than the last weights alone.
type mean struct {
	sum *net
	n   int
}

func newMean(n *net, s shapeOf) *mean { return &mean{sum: newNet(n.vec.rows, s)} }

func (m *mean) add(n *net) {
	m.n++
	to := append(m.sum.dense(), m.sum.vec.v)
	for i, w := range append(n.dense(), n.vec.v) {
		addScaledPlain(to[i], w, 1)
	}
}

// net is the average.
func (m *mean) net() *net {
	share := 1 / float32(m.n)
	for _, w := range append(m.sum.dense(), m.sum.vec.v) {
		for i := range w {
			w[i] *= share
		}
	}
	return m.sum
}
