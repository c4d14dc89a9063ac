package page

import (
	"slices"

	"lectern/data"
)

// blockOf finds a block by its key, nil when there is none.
func (p *Page) blockOf(key int) *laid {
	if i, ok := p.keys[key]; ok {
		return p.blocks[i]
	}
	return nil
}

// blocksIn returns the first and last block that show some of a span of the
// report, in the order of the report; nil where no block does.
func (p *Page) blocksIn(span data.Span) (first, last *laid) {
	i, _ := slices.BinarySearchFunc(p.byBase, span.Start, func(i, start int) int {
		if b := p.blocks[i]; b.Base+len(b.Text) <= start {
			return -1
		}
		return 1
	})
	for ; i < len(p.byBase); i++ {
		b := p.blocks[p.byBase[i]]
		if b.Base >= max(span.End, span.Start+1) {
			break
		}
		if first == nil {
			first = b
		}
		last = b
	}
	return first, last
}

// index makes blocks findable by key and by place in the report.
func (p *Page) index() {
	p.keys = make(map[int]int, len(p.blocks))
	p.byBase = p.byBase[:0]
	for i, b := range p.blocks {
		p.keys[b.Key] = i
		p.byBase = append(p.byBase, i)
	}
	slices.SortStableFunc(p.byBase, func(a, b int) int { return p.blocks[a].Base - p.blocks[b].Base })
}

// placeOf is the top and height of a span's lines on the page.
func (p *Page) placeOf(span data.Span) (top, height float32, ok bool) {
	first, last := p.blocksIn(span)
	if first == nil {
		return 0, 0, false
	}
	begin := max(0, span.Start-first.Base)
	top = first.lineTop(first.lineOf(begin))
	end := min(max(span.End-1-last.Base, 0), len(last.Text))
	foot := last.lineTop(last.lineOf(end)) + last.lead
	if foot < top { // the report's order is not the page's
		top, foot = foot-last.lead, top+first.lead
	}
	return top, foot - top, true
}

// Where is the place of a block in the viewport: its top may be negative or
// below the page. visible tells whether any of it is in sight; top and height
// are right also when it is not, and 0 when there is no such block.
func (p *Page) Where(key int) (top, height float32, visible bool) {
	b := p.blockOf(key)
	if b == nil {
		return 0, 0, false
	}
	return p.inView(b.top, b.height)
}

// WhereSpan is the place of the lines that a span of the report stands in.
func (p *Page) WhereSpan(span data.Span) (top, height float32, visible bool) {
	top, height, ok := p.placeOf(span)
	if !ok {
		return 0, 0, false
	}
	return p.inView(top, height)
}

func (p *Page) inView(top, height float32) (float32, float32, bool) {
	top -= p.offset
	return top, height, top < p.Size().Height && top+height > 0
}

// Column is where the text column lies in the page: from left to right, cards
// with their edges.
func (p *Page) Column() (left, right float32) {
	return p.set.left, p.set.left + p.set.width
}
