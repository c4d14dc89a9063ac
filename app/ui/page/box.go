package page

import (
	"image/color"
	"sort"

	"lectern/app/look"
	"lectern/data/bidi"
)

// radius is how round cards are.
const radius = 7

// boxed reports whether a block has more to show than its lines of text.
func (p *Page) boxed(b *laid) bool {
	return b.Kind == Card || b.Kind == Item || b.Head != "" || b.Badge != "" || len(b.notes) > 0
}

// writeBox paints what stands around a block's text.
func (p *Page) writeBox(s *slate, b *laid) {
	dim := p.dimming() && !b.open && len(p.chosenIn(b)) == 0
	if b.Kind == Card {
		p.writeCard(s, b, dim)
	}
	if b.Kind == Item {
		p.writeBullet(s, b)
	}
	top := float32(0)
	if b.Kind == Card {
		top = p.set.padY
	}
	p.writeHead(s, b, top, dim)
	p.writeNote(s, b)
}

func (p *Page) writeCard(s *slate, b *laid, dim bool) {
	x, w, share := p.set.left, p.set.width, float32(1)
	if dim {
		share = 0.45
	}
	var line color.Color
	stroke := float32(0)
	if b.open {
		line, stroke = p.look.Colours.Accent, 1.5
		if b.Edge != nil {
			line = b.Edge
		}
	}
	s.rect(x, 0, w, b.height, fade(b.Tint, share), radius, line, stroke)
	if p.pointer.over >= 0 && p.blocks[p.pointer.over] == b {
		s.rect(x, 0, w, b.height, p.look.Colours.Hover, radius, nil, 0)
	}
	if b.Edge == nil {
		return
	}
	inset := float32(radius)
	if b.Soft {
		s.dots(x+3, inset, p.set.edge, b.height-2*inset, fade(b.Edge, share), 5, 4)
	} else {
		s.rect(x+3, inset, p.set.edge, b.height-2*inset, fade(b.Edge, share), p.set.edge/2, nil, 0)
	}
}

func (p *Page) writeBullet(s *slate, b *laid) {
	d := max(4, round(p.set.size*0.3))
	x := p.set.left + p.set.indent*0.35
	if b.rtl {
		x = p.set.left + p.set.width - p.set.indent*0.35 - d
	}
	y := b.textTop + p.baseline(p.set.body, b.size, b.lead) - round(b.size*0.33) - d/2
	ink := p.look.Colours.Quiet
	if p.dimming() && !b.open {
		ink = p.look.Colours.Dim
	}
	s.rect(x, y, d, d, ink, d/2, nil, 0)
}

// writeHead sets the speaker at the left and the badge at the right; the other way
// round where the text reads from the right.
func (p *Page) writeHead(s *slate, b *laid, top float32, dim bool) {
	if b.Head == "" && b.Badge == "" {
		return
	}
	ink := b.Ink
	switch {
	case dim:
		ink = p.look.Colours.Dim
	case ink == nil:
		ink = p.look.Colours.Ink
	}
	room := b.textWidth
	small := p.set.small
	base := top + p.baseline(p.set.uiBold, small, p.set.smallUp)
	if b.Badge != "" {
		size, face := small*0.9, eastern(p.set.ui, b.Badge)
		words := p.fit(b.Badge, room*0.6/size, face)
		w := p.ruler.width(words, face) * size
		pad := round(small * 0.5)
		x := b.textLeft + b.textWidth - w - pad
		if b.rtl {
			x = b.textLeft + pad
		}
		if b.Edge != nil {
			back := fade(b.Edge, 0.18)
			if dim {
				back = fade(b.Edge, 0.08)
			}
			s.rect(x-pad, base-round(size*1.05), w+2*pad, round(size*1.45), back, round(size*1.45)/2, nil, 0)
		}
		s.text(bidi.OneLine(words), x, base, size, w, face, p.ruler.foot(face), ink)
		room -= w + 3*pad
	}
	if b.Head != "" {
		face := eastern(p.set.uiBold, b.Head)
		words := p.fit(b.Head, room/small, face)
		w := p.ruler.width(words, face) * small
		x := b.textLeft
		if b.rtl {
			x += b.textWidth - w
		}
		s.text(bidi.OneLine(words), x, base, small, w, face, p.ruler.foot(face), ink)
	}
}

// eastern is the face of a line of words that is drawn in one: that of East Asia, which
// has Latin letters too, where some of them need it.
func eastern(f typeface, words string) typeface {
	if east := look.EastAsian(words); east != nil {
		return typeface{font: east}
	}
	return f
}

// fit shortens words to a width at size 1.
func (p *Page) fit(words string, limit float32, f typeface) string {
	words = shown(words)
	if p.ruler.width(words, f) <= limit {
		return words
	}
	n := sort.Search(len(words), func(n int) bool {
		return p.ruler.width(words[:border(words, n)]+"…", f) > limit
	})
	return words[:border(words, max(0, n-1))] + "…"
}

// writeNote sets the note under a hairline.
func (p *Page) writeNote(s *slate, b *laid) {
	if len(b.notes) == 0 {
		return
	}
	c := &p.look.Colours
	gap := p.noteGap()
	y := b.textFoot() + gap
	s.rect(b.textLeft, y, b.textWidth, 1, fade(c.Quiet, 0.3), 0, nil, 0)
	y += gap
	face := eastern(p.set.ui, b.Note)
	base := p.baseline(p.set.ui, p.set.small, p.set.smallUp)
	for i, l := range b.notes {
		words := bidi.OneLine(shown(b.Note[l.start:l.vis]))
		s.text(words, b.textLeft, y+float32(i)*p.set.smallUp+base, p.set.small, l.width*p.set.small, face, p.ruler.foot(face), c.Quiet)
	}
}
