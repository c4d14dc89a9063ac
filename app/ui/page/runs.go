package page

import (
	"sort"

	"lectern/data"
	"lectern/data/bidi"
)

// run is a stretch of a line that is drawn as one piece: one face, one ink, one
// direction. x and w are in Fyne units, x on the page.
type run struct {
	start, end int // bytes of the block's text
	x, w       float32
	strong     bool // bold
	dim        bool
	level      int  // odd from right to left
	turn       bool // no letters in a right-to-left stretch: we mirror it
	east       bool // letters of East Asia
}

func (r run) rtl() bool { return r.level%2 == 1 }

// runsOf takes a line apart into runs, left to right as they stand on paper.
// The result is valid until the next call.
func (p *Page) runsOf(b *laid, l line) []run {
	runs := p.scratch[:0]
	runs = b.waysOf(runs, int(l.start), int(l.vis))
	runs = cutRuns(runs, b.strong, func(r *run) { r.strong = true })
	if b.east != nil {
		runs = cutEast(runs, b.Text)
	}
	if p.dimming() {
		for i := range runs {
			runs[i].dim = !b.open
		}
		if !b.open {
			runs = cutRuns(runs, p.chosenIn(b), func(r *run) { r.dim = false })
		}
	}
	bidi.Order(runs, func(r run) int { return r.level })
	p.placeRuns(b, runs)
	p.scratch = runs
	return runs
}

func (p *Page) placeRuns(b *laid, runs []run) {
	var total float32
	for i := range runs {
		r := &runs[i]
		r.w = p.ruler.width(b.Text[r.start:r.end], p.face(b, r)) * b.size
		total += r.w
	}
	x := b.textLeft
	if b.rtl {
		x += b.textWidth - total
	}
	for i := range runs {
		runs[i].x = x
		x += runs[i].w
	}
}

// cutRuns cuts runs at the borders of spans and sets what lies inside.
func cutRuns(runs []run, spans []data.Span, set func(*run)) []run {
	for i := 0; i < len(runs); i++ {
		r := runs[i]
		k := sort.Search(len(spans), func(k int) bool { return spans[k].End > r.start })
		if k == len(spans) || spans[k].Start >= r.end {
			continue
		}
		cut := spans[k].End // inside a span: what lies behind it becomes a run
		inside := spans[k].Start <= r.start
		if !inside {
			cut = spans[k].Start
		}
		if cut < r.end {
			runs = append(runs, run{})
			copy(runs[i+1:], runs[i:])
			runs[i].end = cut
			runs[i+1].start = cut
		}
		if inside {
			set(&runs[i])
		}
	}
	return runs
}

// cutEast cuts runs where letters of East Asia begin or end.
func cutEast(runs []run, text string) []run {
	for i := 0; i < len(runs); i++ {
		n, east := kindOf(text[runs[i].start:runs[i].end])
		runs[i].east = east
		if cut := runs[i].start + n; cut < runs[i].end {
			runs = append(runs, run{})
			copy(runs[i+1:], runs[i:])
			runs[i].end, runs[i+1].start = cut, cut
		}
	}
	return runs
}

func (p *Page) face(b *laid, r *run) typeface {
	f := p.set.body
	if r.strong {
		f = p.set.bold
	}
	f.east = b.east
	return f.of(r.east)
}

// textOf is what is drawn for a run.
func (r run) textOf(text string) string {
	s := shown(text[r.start:r.end])
	if r.turn {
		return bidi.Turned(s)
	}
	return s
}

// caret is where a byte of the block's text stands: its x on the page. at lies
// in the run or at one of its ends.
func (p *Page) caret(b *laid, r run, at int) float32 {
	before := b.Text[r.start:at]
	if !r.rtl() {
		return r.x + p.ruler.width(before, p.face(b, &r))*b.size
	}
	if at < r.end && bidi.Joined(before, b.Text[at:r.end]) {
		before += joiner // a letter within a word is narrower than one that ends it
	}
	return r.x + r.w - min(r.w, p.ruler.width(before, p.face(b, &r))*b.size)
}

const joiner = "\u200d"

// xOf is where a byte of a line stands: its x on the page.
func (p *Page) xOf(b *laid, l line, at int) float32 {
	runs := p.runsOf(b, l)
	last := -1
	for i, r := range runs {
		if r.start <= at && at < r.end {
			return p.caret(b, r, at)
		}
		if last < 0 || r.end > runs[last].end {
			last = i
		}
	}
	if last < 0 {
		if b.rtl {
			return b.textLeft + b.textWidth
		}
		return b.textLeft
	}
	return p.caret(b, runs[last], runs[last].end)
}

// rangesOf are the stretches of paper that text[from:to] takes in a line, left
// to right, neighbours joined.
func (p *Page) rangesOf(b *laid, runs []run, from, to int) [][2]float32 {
	var out [][2]float32
	for _, r := range runs {
		start, end := max(from, r.start), min(to, r.end)
		if start >= end {
			continue
		}
		x, to := p.caret(b, r, start), p.caret(b, r, end)
		if to < x {
			x, to = to, x
		}
		if n := len(out); n > 0 && x-out[n-1][1] < 0.5 {
			out[n-1][1] = to
			continue
		}
		out = append(out, [2]float32{x, to})
	}
	return out
}
