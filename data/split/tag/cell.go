package tag

// cell is one direction of a recurrent layer (an LSTM). Its gates stand side by
// side in a row: in, forget, out, new.
type cell struct {
	size   int
	wx, wh matrix
	b      []float32
}

func newCell(in, size int) *cell {
	return &cell{size, newMatrix(in, 4*size), newMatrix(size, 4*size), make([]float32, 4*size)}
}

// trace is what a cell did on a paragraph, kept for learning.
type trace struct {
	x, gates, c, tc, h matrix
	back               bool
}

// step is the row of the i-th word in reading order.
func (tr *trace) step(i int) int {
	if tr.back {
		return tr.x.rows - 1 - i
	}
	return i
}

// run reads the rows of x in order, or from the last to the first.
func (k *cell) run(x matrix, back bool) *trace {
	n, s := x.rows, k.size
	tr := &trace{x, newMatrix(n, 4*s), newMatrix(n, s), newMatrix(n, s), newMatrix(n, s), back}
	for t := range n {
		copy(tr.gates.row(t), k.b)
		k.wx.addRows(tr.gates.row(t), x.row(t))
	}
	zero := make([]float32, s)
	for i := range n {
		t := tr.step(i)
		g, before := tr.gates.row(t), zero
		if i > 0 {
			p := tr.step(i - 1)
			before = tr.c.row(p)
			k.wh.addRows(g, tr.h.row(p))
		}
		c, tc, h := tr.c.row(t), tr.tc.row(t), tr.h.row(t)
		sigmoids(g[:3*s])
		tanhs(g[3*s:], g[3*s:])
		in, keep, out, fresh := g[:s], g[s:2*s], g[2*s:3*s], g[3*s:4*s]
		for j := range c {
			c[j] = float32(keep[j]*before[j]) + float32(in[j]*fresh[j])
		}
		tanhs(tc, c)
		for j := range h {
			h[j] = out[j] * tc[j]
		}
	}
	return tr
}

// learn takes the slope of the loss by the cell's output, adds the slopes by its
// weights to grad, and adds the slope by its input to dx.
func (k *cell) learn(tr *trace, dh matrix, grad *cell, dx matrix) {
	n, s := tr.x.rows, k.size
	dg := newMatrix(n, 4*s)
	dc, dnext, zero := make([]float32, s), make([]float32, s), make([]float32, s)
	for i := n - 1; i >= 0; i-- {
		t := tr.step(i)
		before := zero
		if i > 0 {
			before = tr.c.row(tr.step(i - 1))
		}
		g, d, tc, out := tr.gates.row(t), dg.row(t), tr.tc.row(t), dh.row(t)
		for j := range s {
			in, fo, ou, nw := g[j], g[s+j], g[2*s+j], g[3*s+j]
			slope := out[j] + dnext[j]
			dcj := dc[j] + float32(float32(slope*ou)*(1-float32(tc[j]*tc[j])))
			d[j] = float32(dcj*nw) * float32(in*(1-in))
			d[s+j] = float32(dcj*before[j]) * float32(fo*(1-fo))
			d[2*s+j] = float32(slope*tc[j]) * float32(ou*(1-ou))
			d[3*s+j] = float32(dcj*in) * (1 - float32(nw*nw))
			dc[j] = dcj * fo
		}
		clear(dnext)
		if i > 0 {
			k.wh.dotRows(dnext, d)
		}
	}
	for t := range n {
		k.wx.dotRows(dx.row(t), dg.row(t))
		addScaled(grad.b, dg.row(t), 1)
	}
	grad.wx.addOuter(tr.x, dg)
	if n < 2 {
		return
	}
	h, d := matrix{n - 1, s, tr.h.v[:(n-1)*s]}, matrix{n - 1, 4 * s, dg.v[4*s:]}
	if tr.back {
		h, d = matrix{n - 1, s, tr.h.v[s:]}, matrix{n - 1, 4 * s, dg.v[:(n-1)*4*s]}
	}
	grad.wh.addOuter(h, d)
}
