package tag

import (
	"context"
	"fmt"
	"log/slog"
	"math"
	"math/rand/v2"
)

// Config says what to learn from and how long.
type Config struct {
	Train                     []Paragraph // with Gold
	Dev                       []Paragraph // with Gold: reported on while learning, never learned from
	Seed                      uint64
	Nets                      int // how many networks judge together; 0 is 2
	Epochs                    int // how often each sees Train; 0 is 10
	In                        int // length of a feature's vector; 0 is 96
	Size                      int // cells in each direction; 0 is 64
	Layers                    int // 0 is 1
	Rate                      float64
	DropIn, DropOut, DropWord float64
	Log                       *slog.Logger
	// Progress is told after every step how many of all are done; nil tells nobody.
	Progress func(done, total int)
}

func (c *Config) fill() {
	or := func(p *int, v int) {
		if *p == 0 {
			*p = v
		}
	}
	orf := func(p *float64, v float64) {
		if *p == 0 {
			*p = v
		}
	}
	or(&c.Nets, 1)
	or(&c.Epochs, 10)
	or(&c.In, 96)
	or(&c.Size, 64)
	or(&c.Layers, 1)
	orf(&c.Rate, 0.002)
	orf(&c.DropIn, 0.35)
	orf(&c.DropOut, 0.35)
	orf(&c.DropWord, 0.4)
	if c.Log == nil {
		c.Log = slog.New(slog.DiscardHandler)
	}
}

// batch is how many paragraphs are learned from before the weights move.
const batch = 8

// meanEvery is after how many steps the weights are added to their average.
const meanEvery = 40

// TrainNets learns the nets of a model.
func TrainNets(ctx context.Context, c Config) (*Draft, error) {
	c.fill()
	if len(c.Train) == 0 {
		return nil, fmt.Errorf("no paragraphs to learn from")
	}
	f, seen := collect(c.Train)
	d := &Draft{features: f}
	for i := range c.Nets {
		n, err := c.one(ctx, f, seen, c.Seed+uint64(i), i)
		if err != nil {
			return nil, err
		}
		d.nets = append(d.nets, n)
		c.Log.Info("nets together", "nets", i+1, "dev", fmt.Sprint(Measure(c.Dev, d.Tag)))
	}
	return d, nil
}

// Draft is a model with whole float32 weights, before they are rounded.
type Draft struct {
	features *features
	nets     []*net
}

// Tag labels a paragraph.
func (d *Draft) Tag(p *Paragraph) []Label {
	rows := d.features.all(p)
	var e matrix
	var c chain
	for k, n := range d.nets {
		s := n.scores(rows)
		if k == 0 {
			e = s
		} else {
			addScaled(e.v, s.v, 1)
		}
		for i := range c.next {
			for j := range c.next[i] {
				c.next[i][j] += n.chain.next[i][j]
			}
		}
	}
	return c.best(e)
}

func (f *features) all(p *Paragraph) [][]int32 {
	rows := make([][]int32, len(p.Words))
	buf := make([]int32, 0, 16*len(p.Words))
	for i := range p.Words {
		from := len(buf)
		buf = f.of(buf, p, i)
		rows[i] = buf[from:len(buf):len(buf)]
	}
	return rows
}

// one trains a net.
func (c *Config) one(ctx context.Context, f *features, seen map[key]int, seed uint64, which int) (*net, error) {
	rng := rand.New(rand.NewPCG(seed, 1))
	s := shapeOf{c.In, c.Size, c.Layers}
	n := newNet(f.rows(), s)
	n.randomize(rng)
	opt := newAdam(n, s)
	rows := make([][][]int32, len(c.Train))
	for i := range c.Train {
		rows[i] = f.all(&c.Train[i])
	}
	rare := make([]float64, f.rows())
	for i, k := range f.keys {
		if k.kind == kindWord {
			rare[rowFirstFree+i] = c.DropWord / (c.DropWord + float64(seen[k]))
		}
	}
	average := newMean(n, s)
	order := rng.Perm(len(c.Train))
	steps := c.Epochs * ((len(order) + batch - 1) / batch)
	step := 0
	drop := func(depth int, x matrix) func(matrix) {
		share := c.DropOut
		if depth == 0 {
			share = c.DropIn
		}
		return blot(rng, x, share)
	}
	for epoch := range c.Epochs {
		rng.Shuffle(len(order), func(i, k int) { order[i], order[k] = order[k], order[i] })
		loss, words := 0.0, 0
		for from := 0; from < len(order); from += batch {
			if err := ctx.Err(); err != nil {
				return nil, err
			}
			for _, i := range order[from:min(from+batch, len(order))] {
				if len(rows[i]) == 0 {
					continue
				}
				seenRows := hideRare(rng, rows[i], rare)
				opt.touch(seenRows)
				loss += n.learn(seenRows, c.Train[i].Gold, opt.grad, drop)
				words += len(rows[i])
			}
			left := 1 - float64(step)/float64(steps+1)
			opt.move(float32(c.Rate*math.Max(left, 0.02)), 1.0/batch)
			step++
			if c.Progress != nil {
				c.Progress(which*steps+step, c.Nets*steps)
			}
			if late := steps - step; late == 0 || late < steps*2/5 && late%meanEvery == 0 {
				average.add(n)
			}
		}
		one := Draft{f, []*net{n}}
		c.Log.Info("epoch", "net", which, "epoch", epoch+1, "loss", fmt.Sprintf("%.4f", loss/float64(words)), "dev", fmt.Sprint(Measure(c.Dev, one.Tag)))
	}
	return average.net(), nil
}

// hideRare now and then reads a rare word as one never seen, so that unknown
// words are learned about too.
func hideRare(rng *rand.Rand, rows [][]int32, rare []float64) [][]int32 {
	out := make([][]int32, len(rows))
	for t, list := range rows {
		out[t] = list
		if p := rare[list[0]]; p > 0 && rng.Float64() < p {
			out[t] = append([]int32{rowUnknown}, list[1:]...)
		}
	}
	return out
}

// blot sets a share of x to nothing and makes the rest larger for it; the
// function it returns does the same to the slopes.
func blot(rng *rand.Rand, x matrix, share float64) func(matrix) {
	keep := make([]float32, len(x.v))
	least, scale := uint32(share*(1<<16)), float32(1/(1-share))
	for i := 0; i < len(keep); i += 4 {
		bits := rng.Uint64()
		for k := i; k < i+4; k++ {
			if uint32(bits&0xffff) >= least {
				keep[k] = scale
			}
			bits >>= 16
		}
	}
	apply := func(m matrix) {
		for i := range m.v {
			m.v[i] *= keep[i]
		}
	}
	apply(x)
	return apply
}

func (n *net) randomize(rng *rand.Rand) {
	fill := func(v []float32, reach float64) {
		for i := range v {
			v[i] = float32((rng.Float64()*2 - 1) * reach)
		}
	}
	fill(n.vec.v, 0.1)
	for _, l := range n.layers {
		for _, c := range []*cell{l.fore, l.back} {
			fill(c.wx.v, math.Sqrt(6/float64(c.wx.rows+c.size)))
			fill(c.wh.v, math.Sqrt(3/float64(c.size)))
			for j := range c.size {
				c.b[c.size+j] = 1 // remember, to begin with
			}
		}
	}
	fill(n.out.v, math.Sqrt(6/float64(n.out.rows+labelCount)))
}
