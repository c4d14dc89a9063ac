package page

import (
	"sort"

	"fyne.io/fyne/v2"
)

// spot is a place in the page's text: a rune border of a block's text.
type spot struct {
	block int
	at    int
}

func (s spot) before(o spot) bool {
	return s.block < o.block || s.block == o.block && s.at < o.at
}

// At is what stands at a position of the viewport: the block's key and the
// nearest rune border, as a byte of the report. ok is false beside all blocks.
func (p *Page) At(pos fyne.Position) (key, offset int, ok bool) {
	i := p.blockAt(pos.Y + p.offset)
	if i < 0 {
		return 0, 0, false
	}
	b := p.blocks[i]
	y := pos.Y + p.offset
	if y < b.top || y >= b.top+b.height || pos.X < p.set.left || pos.X >= p.set.left+p.set.width {
		return 0, 0, false
	}
	return b.Key, b.Base + p.nearest(pos).at, true
}

// nearest is the place in the text closest to a position of the viewport.
func (p *Page) nearest(pos fyne.Position) spot {
	y := pos.Y + p.offset
	i := p.blockAt(y)
	if i < 0 {
		return spot{}
	}
	b := p.blocks[i]
	switch {
	case len(b.lines) == 0 || y < b.top:
		return spot{i, 0}
	case y >= b.top+b.height:
		return spot{i, len(b.Text)}
	}
	l := b.lines[b.lineAt(y-b.top)]
	return spot{i, p.hitLine(b, l, pos.X)}
}

// hitLine is the byte of a line nearest to x.
func (p *Page) hitLine(b *laid, l line, x float32) int {
	runs := p.runsOf(b, l)
	if len(runs) == 0 {
		return int(l.start)
	}
	r := runs[len(runs)-1]
	for _, candidate := range runs {
		if x < candidate.x+candidate.w {
			r = candidate
			break
		}
	}
	return p.hitRun(b, r, x)
}

func (p *Page) hitRun(b *laid, r run, x float32) int {
	stops := []int{r.start}
	for at := r.start; at < r.end; {
		at = min(cluster(b.Text, at), r.end)
		stops = append(stops, at)
	}
	along := func(at int) float32 { // how far from where the run begins
		if r.rtl() {
			return r.x + r.w - p.caret(b, r, at)
		}
		return p.caret(b, r, at) - r.x
	}
	want := x - r.x
	if r.rtl() {
		want = r.x + r.w - x
	}
	i := sort.Search(len(stops), func(i int) bool { return along(stops[i]) >= want })
	if i == len(stops) {
		return r.end
	}
	if i > 0 && want-along(stops[i-1]) < along(stops[i])-want {
		i--
	}
	return stops[i]
}
