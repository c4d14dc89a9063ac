package page

import (
	"fyne.io/fyne/v2"

	"lectern/data"
)

// anchor is a place in the text and where it stood in the viewport, so that it
// can be put there again after everything around it got another size.
type anchor struct {
	set   bool
	key   int
	block bool // the block's top counts, not one of its lines
	at    int  // byte of the block's text
	y     float32
}

// hold takes note of the first whole line in the viewport. While nobody
// scrolls it stays the same one, so that the text does not creep away under a
// divider that is dragged.
func (p *Page) hold() anchor {
	if p.held.set && p.blockOf(p.held.key) != nil {
		return p.held
	}
	if p.offset <= 0 || len(p.blocks) == 0 {
		return anchor{}
	}
	i := p.blockAt(p.offset)
	b := p.blocks[i]
	if b.top >= p.offset || len(b.lines) == 0 {
		return anchor{set: true, key: b.Key, block: true, y: b.top - p.offset}
	}
	n := b.lineAt(p.offset - b.top)
	if b.lineTop(n) < p.offset && n+1 < len(b.lines) {
		n++
	}
	return anchor{set: true, key: b.Key, at: int(b.lines[n].start), y: b.lineTop(n) - p.offset}
}

// keep puts an anchor's place where it stood.
func (p *Page) keep(a anchor) {
	p.held = a
	b := p.blockOf(a.key)
	switch {
	case !a.set || b == nil:
		p.offset = p.clamp(p.offset)
	case a.block || len(b.lines) == 0:
		p.offset = p.reach(b.top - a.y)
	default:
		p.offset = p.reach(b.lineTop(b.lineOf(a.at)) - a.y)
	}
}

// clamp is the offset nearest to y that a person can scroll the page to. A loose
// page that stands beyond its ends may be scrolled back to them, not further.
func (p *Page) clamp(y float32) float32 {
	low, high := float32(0), max(0, p.extent-p.Size().Height)
	if p.Loose {
		low, high = min(low, p.offset), max(high, p.offset)
	}
	return round(max(low, min(y, high)))
}

// reach is the offset nearest to y that a screen can put the page to.
func (p *Page) reach(y float32) float32 {
	if !p.Loose {
		return p.clamp(y)
	}
	air := p.set.lead * 2
	return round(max(min(0, air-p.Size().Height), min(y, max(0, p.extent-air))))
}

// Offset is how far the page is scrolled, from 0 to Extent minus the page's height.
func (p *Page) Offset() float32 { return p.offset }

// Extent is the height of everything on the page.
func (p *Page) Extent() float32 { return p.extent }

// SetOffset scrolls there, or as far as there is text.
func (p *Page) SetOffset(y float32) {
	if p.Size().Height <= 0 {
		p.later = append(p.later[:0], func() { p.SetOffset(y) })
		return
	}
	p.moveTo(p.clamp(y))
}

// moveTo scrolls to an offset that was found fit.
func (p *Page) moveTo(y float32) {
	p.slack, p.held = 0, anchor{}
	if y == p.offset {
		return
	}
	p.offset = y
	p.paint(false)
	p.tell()
}

// tell says that blocks moved.
func (p *Page) tell() {
	if p.OnScrolled != nil {
		p.OnScrolled()
	}
}

// changed paints everything anew and says that blocks may have moved.
func (p *Page) changed() {
	p.paint(true)
	p.tell()
}

// ScrollTo scrolls until the block's top is at y in the viewport, or as near as
// the ends of the page allow.
func (p *Page) ScrollTo(key int, y float32) {
	if p.Size().Height <= 0 {
		p.later = append(p.later[:0], func() { p.ScrollTo(key, y) })
		return
	}
	if b := p.blockOf(key); b != nil {
		p.moveTo(p.reach(b.top - y))
	}
}

// ScrollToSpan does the same for the line in which a span of the report begins.
func (p *Page) ScrollToSpan(span data.Span, y float32) {
	if p.Size().Height <= 0 {
		p.later = append(p.later[:0], func() { p.ScrollToSpan(span, y) })
		return
	}
	if top, _, ok := p.placeOf(span); ok {
		p.moveTo(p.reach(top - y))
	}
}

// Settle scrolls a loose page back to where its text fills it.
func (p *Page) Settle() { p.moveTo(round(max(0, min(p.offset, p.extent-p.Size().Height)))) }

// Reveal scrolls as little as needed to bring the block into sight.
func (p *Page) Reveal(key int) {
	if p.Size().Height <= 0 {
		p.later = append(p.later[:0], func() { p.Reveal(key) })
		return
	}
	if b := p.blockOf(key); b != nil {
		p.bring(b.top, b.height)
	}
}

// RevealSpan scrolls as little as needed to bring a span of the report into sight.
func (p *Page) RevealSpan(span data.Span) {
	if p.Size().Height <= 0 {
		p.later = append(p.later[:0], func() { p.RevealSpan(span) })
		return
	}
	if top, height, ok := p.placeOf(span); ok {
		p.bring(top, height)
	}
}

// bring shows a stretch of the page with some air around it. Of one that is
// higher than the viewport it shows the beginning.
func (p *Page) bring(top, height float32) {
	air := p.set.gap
	room := p.Size().Height
	switch {
	case top-air < p.offset || height+2*air > room:
		p.SetOffset(top - air)
	case top+height+air > p.offset+room:
		p.SetOffset(top + height + air - room)
	}
}

// Scrolled is for Fyne: the wheel.
func (p *Page) Scrolled(ev *fyne.ScrollEvent) {
	to := p.offset + p.slack - ev.Scrolled.DY
	whole := p.clamp(to)
	p.SetOffset(whole)
	if whole > 0 && whole < p.extent-p.Size().Height-1 {
		p.slack = to - whole
	}
}

// thumbPlace is where the scroll bar's thumb stands: ok is false where
// everything is in sight.
func (p *Page) thumbPlace() (top, height float32, ok bool) {
	room := p.Size().Height
	if p.extent <= room || room <= 0 {
		return 0, 0, false
	}
	height = min(max(room*room/p.extent, 32), room)
	top = max(0, min(room-height, (room-height)*p.offset/(p.extent-room)))
	return top, height, true
}

// dragThumb scrolls so that the thumb's top is at y.
func (p *Page) dragThumb(y float32) {
	room := p.Size().Height
	_, height, ok := p.thumbPlace()
	if ok && room > height {
		p.SetOffset(y / (room - height) * (p.extent - room))
	}
}
