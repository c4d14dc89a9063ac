package tag

import (
	"strings"
	"sync"
)

// table holds what features add to the gates of the first layer, so that a word
// seen before costs additions alone. Gates are in steps of 1/256, four to a
// 64-bit number, both directions after each other.
type table struct {
	cells [2]*swiftCell
	wide  int       // numbers for all gates of both directions
	rows  [][]int64 // by row below rowFirstFree

	mu    sync.RWMutex
	words map[string][]int64
}

const (
	gateStep  = float32(1.0 / 256)
	gateTop   = 2047 // what one feature may add: 16 of them fit a lane
	mostRows  = 14   // features of a word beside its spelling
	mostWords = 8192 // words remembered at a time
)

func newTable(n *swift) *table {
	t := &table{cells: n.layers[0], wide: 2 * n.size, words: map[string][]int64{}}
	for r := range rowFirstFree {
		t.rows = append(t.rows, t.gates(n.in, n.vecStep, n.vec[r*n.in:(r+1)*n.in]))
	}
	return t
}

// gates is what vectors, added up, do to the gates.
func (t *table) gates(in int, step float32, vectors ...[]int8) []int64 {
	sum := make([]int32, in)
	for _, v := range vectors {
		for i, w := range v {
			sum[i] += int32(w)
		}
	}
	top := int32(127)
	for _, s := range sum {
		top = max(top, s, -s)
	}
	x := make([]unit, in)
	for i, s := range sum {
		x[i] = whole(float32(float32(s)*127) / float32(top))
	}
	step *= float32(top) / 127
	out := make([]int64, t.wide)
	half := t.wide / 2
	for side, c := range t.cells {
		g := make([]float32, 4*half)
		c.wx.times(g, x, step)
		for j, v := range g {
			v = min(max(v/gateStep, -gateTop), gateTop)
			out[side*half+j/4] += int64((v+toHalves)-toHalves) << (16 * (j % 4))
		}
	}
	return out
}

// word is what a word's spelling does to the gates.
func (t *table) word(w string, n *swift, f *features) []int64 {
	t.mu.RLock()
	g, ok := t.words[w]
	t.mu.RUnlock()
	if ok {
		return g
	}
	var vectors [][]int8
	for _, r := range f.spelling(nil, w) {
		vectors = append(vectors, n.vec[int(r)*n.in:(int(r)+1)*n.in])
	}
	g = t.gates(n.in, n.vecStep, vectors...)
	t.mu.Lock()
	defer t.mu.Unlock()
	if len(t.words) >= mostWords {
		clear(t.words)
	}
	t.words[strings.Clone(w)] = g
	return g
}

// input writes the gates of each word as the first layer gets them: n.size*8
// numbers a word, the forward direction's first.
func (t *table) input(p *Paragraph, n *swift, f *features) []float32 {
	out := make([]float32, len(p.Words)*4*t.wide)
	acc := make([]int64, t.wide)
	var rows []int32
	for i, w := range p.Words {
		copy(acc, t.word(w, n, f))
		rows = f.place(rows[:0], p, i)
		for _, r := range rows[:min(len(rows), mostRows)] {
			for k, v := range t.rows[r] {
				acc[k] += v
			}
		}
		dst := out[i*4*t.wide : (i+1)*4*t.wide]
		for k, a := range acc {
			four := (*[4]float32)(dst[4*k:])
			for j := range four {
				low := int64(int16(a))
				four[j] = float32(float32(low) * gateStep)
				a = (a - low) >> 16
			}
		}
	}
	return out
}
