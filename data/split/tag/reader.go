package tag

// swift is a net for reading: weights of eight bits, sums of integers. Its
// output is a float32 worked out in one fixed order.
type swift struct {
	in, size int
	vec      []int8  // a feature's vector by row
	vecStep  float32 // what one of them is worth
	layers   [][2]*swiftCell
	table    *table
	out      packed
	bias     [labelCount]float32
	chain    chain
}

type swiftCell struct {
	wx, wh packed
	b      []float32
}

// outStep is what one step of a cell's output, which lies between -1 and 1, is
// worth.
const outStep = float32(1.0 / 127)

// score adds the labels' scores of each word to e, width a row.
func (n *swift) score(p *Paragraph, f *features, e matrix) {
	words, both := len(p.Words), 2*n.size
	gates := n.table.input(p, n, f)
	var h []unit
	for depth, l := range n.layers {
		if depth > 0 {
			clear(gates)
			for t := range words {
				for side, c := range l {
					c.wx.times(gates[(2*t+side)*4*n.size:(2*t+side+1)*4*n.size], h[t*both:(t+1)*both], outStep)
				}
			}
		}
		h = make([]unit, words*both)
		for side, c := range l {
			c.run(gates, h, n.size, side)
		}
	}
	for t := range words {
		n.out.times(e.row(t)[:labelCount], h[t*both:(t+1)*both], outStep)
		for j, b := range n.bias {
			e.v[t*width+j] += b
		}
	}
}

// run takes one direction's gates of each word and writes its output, in steps
// of outStep, beside the other's to h.
func (c *swiftCell) run(gates []float32, h []unit, size, side int) {
	words := len(gates) / (8 * size)
	state := make([]float32, size)
	var before []unit
	for i := range words {
		t := i
		if side == 1 {
			t = words - 1 - i
		}
		g := gates[(2*t+side)*4*size : (2*t+side+1)*4*size]
		for j, b := range c.b {
			g[j] += b
		}
		if before != nil {
			c.wh.times(g, before, outStep)
		}
		in, keep, out, fresh := g[:size], g[size:2*size], g[2*size:3*size], g[3*size:]
		before = h[(2*t+side)*size : (2*t+side+1)*size]
		for j, s := range state {
			s = float32(sigmoidAt(keep[j])*s) + float32(sigmoidAt(in[j])*tanhAt(fresh[j]))
			state[j] = s
			before[j] = whole(float32(float32(sigmoidAt(out[j])*tanhAt(s)) * 127))
		}
	}
}
