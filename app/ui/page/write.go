package page

import (
	"image/color"
	"sort"

	"fyne.io/fyne/v2/canvas"

	"lectern/data"
)

// style changes a rectangle only where it differs, so that nothing is redrawn for nothing.
func style(r *canvas.Rectangle, fill, line color.Color, stroke, radius float32) {
	if r.FillColor == fill && r.StrokeColor == line && r.StrokeWidth == stroke && r.CornerRadius == radius {
		return
	}
	r.FillColor, r.StrokeColor, r.StrokeWidth, r.CornerRadius = fill, line, stroke, radius
	r.Refresh()
}

// baseline is how far the baseline lies below the top of a line that is lead high.
func (p *Page) baseline(f typeface, size, lead float32) float32 {
	at := p.ruler.foot(f)
	return round((lead-at.height*size)/2 + at.baseline*size)
}

// writeLine sets one line of text: what lies behind the words, the words, and
// what lies under them.
func (p *Page) writeLine(s *slate, b *laid, l line) {
	runs := p.runsOf(b, l)
	base := p.baseline(p.set.body, b.size, b.lead)
	p.writeBehind(s, b, l, runs, base)
	for _, r := range runs {
		face := p.face(b, &r)
		ink := p.look.Colours.Ink
		if r.dim {
			ink = p.look.Colours.Dim
		}
		s.text(r.textOf(b.Text), r.x, base, b.size, r.w, face, p.ruler.foot(face), ink)
	}
	p.writeUnder(s, b, l, runs, base)
	p.writeAsk(s, b, l, base)
}

// writeAsk sets a question mark beside a line in which something begins that is
// asked about.
func (p *Page) writeAsk(s *slate, b *laid, l line, base float32) {
	asked := false
	p.marksIn(b, l, func(m Mark, from, _ int) {
		asked = asked || m.Style == Ask && b.within(m.Span).Start == from
	})
	if !asked {
		return
	}
	size := round(p.set.small * 0.95)
	w := p.ruler.width("?", p.set.uiBold) * size
	side := round(size * 1.35)
	x := p.set.left - side - 4
	if b.rtl {
		x = p.set.left + p.set.width + 4
	}
	c := &p.look.Colours
	y := base - round(size*1.0)
	s.rect(x, y, side, side, nil, side/2, c.Quiet, 1)
	s.text("?", x+(side-w)/2, base, size, w, p.set.uiBold, p.ruler.foot(p.set.uiBold), c.Ink)
}

// writeBehind paints chosen stretches, tints, search hits and the selection.
func (p *Page) writeBehind(s *slate, b *laid, l line, runs []run, base float32) {
	c := &p.look.Colours
	band := func(from, to int, ink color.Color) {
		for _, x := range p.rangesOf(b, runs, from, to) {
			s.rect(x[0]-1, 0, x[1]-x[0]+2, b.lead, ink, 0, nil, 0)
		}
	}
	if p.dimming() && !b.open {
		for _, span := range p.chosenIn(b) {
			if !p.tinted(b, span) { // a tint stands out by itself
				band(span.Start, span.End, c.Chosen)
			}
		}
	}
	p.marksIn(b, l, func(m Mark, from, to int) {
		ink := m.Color
		switch {
		case m.Style == Found && ink == nil:
			ink = c.Found
		case m.Style == Tint && ink == nil:
			ink = c.Tint
		case m.Style != Found && m.Style != Tint:
			return
		}
		if m.Style == Tint && p.dimmed(b, runs, from) {
			ink = fade(ink, fading)
		}
		for _, x := range p.rangesOf(b, runs, from, to) {
			s.rect(x[0]-2, base-round(b.size*0.98), x[1]-x[0]+4, round(b.size*1.28), ink, 3, nil, 0)
		}
	})
	if from, to, ok := p.selection.in(p, b); ok {
		ink := c.Selection
		if !p.focused {
			ink = fade(ink, 0.6) // copying would take another page's selection
		}
		band(from, to, ink)
	}
}

// writeUnder draws the lines under cues and hedges.
func (p *Page) writeUnder(s *slate, b *laid, l line, runs []run, base float32) {
	thick, dot := max(1, round(b.size/14)), max(2, round(b.size/9))
	y := base + max(2, round(b.size*0.14))
	p.marksIn(b, l, func(m Mark, from, to int) {
		if m.Style != Cue && m.Style != Hedge {
			return
		}
		ink := m.Color
		if ink == nil {
			ink = p.look.Colours.Cue
			if m.Style == Hedge {
				ink = p.look.Colours.Hedge
			}
		}
		if p.dimmed(b, runs, from) {
			ink = fade(ink, fading)
		}
		for _, x := range p.rangesOf(b, runs, from, to) {
			if m.Style == Cue {
				s.rect(x[0], y, x[1]-x[0], thick, ink, 0, nil, 0)
			} else {
				s.dots(x[0], y, x[1]-x[0], dot, ink, dot, dot)
			}
		}
	})
}

// tinted reports whether a mark tints all of a stretch of the block's text.
func (p *Page) tinted(b *laid, span data.Span) bool {
	for _, m := range b.Marks {
		if s := b.within(m.Span); m.Style == Tint && s.Start <= span.Start && span.End <= s.End {
			return true
		}
	}
	return false
}

// dimmed reports whether a byte of the text is shown dimmed.
func (p *Page) dimmed(b *laid, runs []run, at int) bool {
	for _, r := range runs {
		if r.start <= at && at < r.end {
			return r.dim
		}
	}
	return false
}

// marksIn calls do for each mark that shows in a line, with the part of the
// line it covers.
func (p *Page) marksIn(b *laid, l line, do func(m Mark, from, to int)) {
	n := sort.Search(len(b.Marks), func(i int) bool { return b.Marks[i].Span.Start-b.Base >= int(l.vis) })
	for _, m := range b.Marks[:n] {
		s := b.within(m.Span)
		if from, to := max(s.Start, int(l.start)), min(s.End, int(l.vis)); from < to {
			do(m, from, to)
		}
	}
}
