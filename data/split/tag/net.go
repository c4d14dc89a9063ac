package tag

// net scores the labels of a paragraph's words: the sum of a word's feature
// vectors goes through two-way layers to a score for each label.
type net struct {
	in     int    // length of a feature vector
	vec    matrix // a feature's vector by row
	layers []layer
	out    matrix // from both directions of the last layer to the labels
	bias   []float32
	chain  chain
}

// layer reads a paragraph from both ends.
type layer struct{ fore, back *cell }

// shapeOf is how large a net is.
type shapeOf struct{ In, Size, Layers int }

func newNet(rows int, s shapeOf) *net {
	n := &net{in: s.In, vec: newMatrix(rows, s.In), out: newMatrix(2*s.Size, width), bias: make([]float32, width)}
	in := s.In
	for range s.Layers {
		n.layers = append(n.layers, layer{newCell(in, s.Size), newCell(in, s.Size)})
		in = 2 * s.Size
	}
	return n
}

// dense are all weights but the feature vectors, which are learned row by row.
func (n *net) dense() [][]float32 {
	var out [][]float32
	for _, l := range n.layers {
		for _, c := range []*cell{l.fore, l.back} {
			out = append(out, c.wx.v, c.wh.v, c.b)
		}
	}
	out = append(out, n.out.v, n.bias)
	for i := range n.chain.next {
		out = append(out, n.chain.next[i][:])
	}
	return out
}

// sum is the input of the first layer.
func (n *net) sum(rows [][]int32) matrix {
	x := newMatrix(len(rows), n.in)
	for t, list := range rows {
		for _, r := range list {
			addScaled(x.row(t), n.vec.row(int(r)), 1)
		}
	}
	return x
}

// beside joins what both directions say of each word.
func beside(a, b matrix) matrix {
	x := newMatrix(a.rows, a.cols+b.cols)
	for t := range a.rows {
		copy(x.row(t), a.row(t))
		copy(x.row(t)[a.cols:], b.row(t))
	}
	return x
}

// scores are the labels' scores of each word, width a row.
func (n *net) scores(rows [][]int32) matrix {
	x := n.sum(rows)
	for _, l := range n.layers {
		x = beside(l.fore.run(x, false).h, l.back.run(x, true).h)
	}
	return n.judge(x)
}

func (n *net) judge(x matrix) matrix {
	e := newMatrix(x.rows, width)
	for t := range x.rows {
		copy(e.row(t), n.bias)
		n.out.addRows(e.row(t), x.row(t))
	}
	return e
}

// learn adds the slopes of the loss on a paragraph to grad, and returns the loss.
// drop blots out parts of each layer's input.
func (n *net) learn(rows [][]int32, gold []Label, grad *net, drop func(depth int, x matrix) (undo func(dx matrix))) float64 {
	x := n.sum(rows)
	undo := make([]func(matrix), len(n.layers)+1)
	fore, back := make([]*trace, len(n.layers)), make([]*trace, len(n.layers))
	for i, l := range n.layers {
		undo[i] = drop(i, x)
		fore[i], back[i] = l.fore.run(x, false), l.back.run(x, true)
		x = beside(fore[i].h, back[i].h)
	}
	undo[len(n.layers)] = drop(len(n.layers), x)
	e := n.judge(x)
	de := newMatrix(e.rows, width)
	loss := n.chain.learn(e, gold, &grad.chain, de)
	grad.out.addOuter(x, de)
	dx := newMatrix(x.rows, x.cols)
	for t := range de.rows {
		addScaled(grad.bias, de.row(t), 1)
		n.out.dotRows(dx.row(t), de.row(t))
	}
	undo[len(n.layers)](dx)
	for i := len(n.layers) - 1; i >= 0; i-- {
		l, g := n.layers[i], grad.layers[i]
		df, db := apart(dx, l.fore.size)
		dx = newMatrix(fore[i].x.rows, fore[i].x.cols)
		l.fore.learn(fore[i], df, g.fore, dx)
		l.back.learn(back[i], db, g.back, dx)
		undo[i](dx)
	}
	for t, list := range rows {
		for _, r := range list {
			addScaled(grad.vec.row(int(r)), dx.row(t), 1)
		}
	}
	return loss
}

// apart cuts rows into their first n columns and the others.
func apart(x matrix, n int) (a, b matrix) {
	a, b = newMatrix(x.rows, n), newMatrix(x.rows, x.cols-n)
	for t := range x.rows {
		copy(a.row(t), x.row(t))
		copy(b.row(t), x.row(t)[n:])
	}
	return a, b
}
