package page

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// viewKey names what a slate shows: a line of a block, or its box (-1).
type viewKey struct {
	block *laid
	line  int
}

// fading is how much of a mark's colour is left where the text is dimmed.
const fading = 0.4

// paint puts what is in sight on slates. Slates of lines that were in sight
// before only move, unless fresh asks to write them again.
func (p *Page) paint(fresh bool) {
	size := p.Size()
	if size.Width <= 0 || size.Height <= 0 {
		return
	}
	p.pass++
	p.objects = p.objects[:0]
	p.paintPaper(size)
	if len(p.blocks) > 0 {
		for i := p.blockAt(p.offset); i < len(p.blocks) && p.blocks[i].top < p.offset+size.Height; i++ {
			p.paintBlock(p.blocks[i], size.Height, fresh)
		}
	}
	for key, s := range p.shownAs {
		if s.pass != p.pass {
			delete(p.shownAs, key)
			p.spare = append(p.spare, s)
		}
	}
	p.paintBar(size)
	p.repaint()
}

func (p *Page) paintPaper(size fyne.Size) {
	if p.look.Colours.Paper == nil {
		return
	}
	if p.paper.FillColor != p.look.Colours.Paper {
		p.paper.FillColor = p.look.Colours.Paper
		p.paper.Refresh()
	}
	p.paper.Resize(size)
	p.objects = append(p.objects, p.paper)
}

func (p *Page) paintBlock(b *laid, room float32, fresh bool) {
	y := b.top - p.offset
	if p.boxed(b) {
		p.show(viewKey{b, -1}, y, fresh, func(s *slate) { p.writeBox(s, b) })
	}
	if len(b.lines) == 0 {
		return
	}
	for i := b.lineAt(-y); i < len(b.lines); i++ {
		top := b.lineTop(i) - p.offset
		if top >= room {
			break
		}
		if top+b.lead > 0 {
			p.show(viewKey{b, i}, top, fresh, func(s *slate) { p.writeLine(s, b, b.lines[i]) })
		}
	}
}

// show places the slate of key at y, writing it first where that is needed.
func (p *Page) show(key viewKey, y float32, fresh bool, write func(*slate)) {
	s := p.shownAs[key]
	if s == nil {
		if n := len(p.spare); n > 0 {
			s, p.spare = p.spare[n-1], p.spare[:n-1]
		} else {
			s = newSlate()
		}
		p.shownAs[key] = s
		fresh = true
	}
	if fresh {
		s.wipe()
		write(s)
	}
	s.pass = p.pass
	s.box.Move(fyne.NewPos(0, y))
	p.objects = append(p.objects, s.box)
}

func (p *Page) paintBar(size fyne.Size) {
	if top, height, ok := p.thumbPlace(); ok {
		wide, share := float32(4), float32(0.7)
		if p.pointer.onBar || p.pointer.doing == draggingBar {
			wide, share = 8, 1
		}
		style(p.thumb, fade(p.look.Colours.Bar, share), nil, 0, wide/2)
		p.thumb.Resize(fyne.NewSize(wide, height-4))
		p.thumb.Move(fyne.NewPos(size.Width-wide-2, top+2))
		p.objects = append(p.objects, p.thumb)
	}
	if p.focused && !p.pointer.gaveFocus {
		style(p.ring, nil, p.look.Colours.Accent, 2, 4)
		p.ring.Resize(size)
		p.objects = append(p.objects, p.ring)
	}
}

// repaint asks for a new frame without throwing away what is on the graphics card.
func (p *Page) repaint() {
	c := fyne.CurrentApp().Driver().CanvasForObject(p)
	if d, ok := c.(interface{ SetDirty() }); ok {
		d.SetDirty()
	} else if c != nil {
		canvas.Refresh(p.thumb)
	}
}
