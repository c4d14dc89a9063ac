package scene

import (
	"fmt"
	"image/color"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"lectern/app/look"
	"lectern/data"
)

// drawing collects the objects of a view, bottom to top.
type drawing struct {
	palette   look.Palette
	spotlight bool
	objects   []fyne.CanvasObject
}

// behindSpot is how much of what is stepped back is left.
const behindSpot = 0.28

var black = color.NRGBA{A: 0xff}

func (d *drawing) add(all ...fyne.CanvasObject) { d.objects = append(d.objects, all...) }

func (d *drawing) rect(x, y, w, h float32, fill color.Color, radius float32) {
	r := canvas.NewRectangle(fill)
	r.CornerRadius = radius
	r.Move(fyne.NewPos(x, y))
	r.Resize(fyne.NewSize(w, h))
	d.add(r)
}

// draw draws a view, counted from 0.
func (p plan) draw(d *drawing, view int) {
	w, h := p.size.Width, p.size.Height
	if p.cover == Black {
		d.rect(0, 0, w, h, black, 0)
		return
	}
	d.rect(0, 0, w, h, d.palette.Paper, 0)
	view = max(0, min(view, p.views()-1))
	y := (band + gutter*0.6) * h
	for _, it := range p.heading {
		d.item(it, gutter*1.25*h, y)
		y += it.height() + gutter*0.8*h
	}
	bottom := h - (band+gutter*0.6)*h
	for _, c := range p.columns {
		if len(c.pages) == 0 {
			continue
		}
		items := c.pages[min(view, len(c.pages)-1)]
		at := y
		if p.centred {
			at += max(0, (bottom-y-c.high(items, gutter*0.8*h))/2)
		}
		for _, it := range items {
			d.item(it, c.x+it.in, at)
			at += it.height() + gutter*0.8*h
		}
	}
	p.bands(d, view)
}

// high is the height by which a page of a column is set in the middle: its own, or
// where words go on from page to page that of the highest, so that they do not jump.
func (c column) high(page []item, gap float32) float32 {
	high, goes := highOf(page, gap), false
	for _, items := range c.pages {
		for _, it := range items {
			goes = goes || it.from > 0
		}
	}
	for _, items := range c.pages {
		if goes {
			high = max(high, highOf(items, gap))
		}
	}
	return high
}

func highOf(items []item, gap float32) (high float32) {
	for i, it := range items {
		if i > 0 {
			high += gap
		}
		high += it.height()
	}
	return high
}

// bands draws the marking at top and bottom, and how far the slide has come.
func (p plan) bands(d *drawing, view int) {
	w, h := p.size.Width, p.size.Height
	high := float32(int(band * h))
	for _, y := range []float32{0, h - high} {
		if p.marking == data.Unmarked {
			continue
		}
		d.rect(0, y, w, high, black, 0)
		size := float32(int(label * h))
		words := string(p.marking)
		t := canvas.NewText(words, hex(p.marking.Colour()))
		t.TextSize, t.TextStyle.Bold = size, true
		need := fyne.MeasureText(words, size, t.TextStyle)
		t.Move(fyne.NewPos(w-gutter*1.25*h-need.Width, y+(high-need.Height)/2))
		t.Resize(need)
		d.add(t)
	}
	if n := p.views(); n > 1 {
		line := p.set.Set(fmt.Sprintf("%d / %d", view+1, n), label*h, w, true)
		d.add(line.Draw(0, gutter*1.25*h, h-high+(high-line.Lead)/2, d.palette.Dim)...)
	}
}

// hex reads "#RRGGBB".
func hex(s string) color.NRGBA {
	v, err := strconv.ParseUint(s[1:], 16, 32)
	if err != nil {
		return color.NRGBA{R: 0xff, G: 0xff, B: 0xff, A: 0xff}
	}
	return color.NRGBA{R: uint8(v >> 16), G: uint8(v >> 8), B: uint8(v), A: 0xff}
}

// item draws a piece with its upper left corner at x and y.
func (d *drawing) item(it item, x, y float32) {
	dim := d.spotlight && !it.main
	ink := func(c color.NRGBA) color.Color {
		if dim {
			return look.Fade(c, behindSpot)
		}
		return c
	}
	left, p := x, d.palette
	switch it.kind {
	case card:
		left += it.pad() + it.edge()
		d.card(it, x, y, ink, dim)
	case extract:
		left += it.pad()
		d.rect(x, y, it.width, it.height(), ink(p.Raised), it.body*0.25)
	}
	at := y + it.above()
	for i := it.from; i < it.to; i++ {
		if it.kind == extract {
			d.add(it.lines.Behind(i, it.here, left, at, p.Found)...)
		}
		d.add(it.lines.Draw(i, left, at, ink(p.Ink))...)
		at += it.lines.Lead
	}
	if it.kind == card || it.kind == extract {
		at += it.body * 0.25
	}
	for i := range it.under.Len() {
		d.add(it.under.Draw(i, left, at, ink(p.Dim))...)
		at += it.under.Lead
	}
	for i := range it.fate.Len() {
		d.add(it.fate.Draw(i, left, at, ink(p.Alarm))...)
		at += it.fate.Lead
	}
}

// card draws what tells a quotation's lane: wash and edge in its colour, its
// letter and its word.
func (d *drawing) card(it item, x, y float32, ink func(color.NRGBA) color.Color, dim bool) {
	lane := d.palette.Lane(it.lane)
	d.rect(x, y, it.width, it.height(), ink(lane.Wash), it.body*0.25)
	d.rect(x, y, it.edge(), it.height(), ink(lane.Edge), 0)
	left, top := x+it.pad()+it.edge(), y+it.pad()
	size := float32(int(it.body * small))
	side := float32(int(it.body * 0.98))
	at := left
	if letter := it.lane.Letter(); letter != "" {
		d.rect(at, top, side, side, ink(lane.Ink), side*0.2)
		mark := it.set.Set(letter, size, side, true)
		d.add(mark.Draw(0, at+(side-it.set.Width(letter, size, true))/2, top+(side-mark.Lead)/2, d.palette.Paper)...)
		at += side + it.body*0.35
	}
	word := it.set.Set(d.tag(it, left+it.width-2*it.pad()-it.edge()-at, &size), size, 2*it.width, true)
	d.add(word.Draw(0, at, top+(side-word.Lead)/2, ink(lane.Ink))...)
}

// tag is the word of a card's lane, and whether its words began before, as far
// as there is room; the type is made smaller only where the word alone is too wide.
func (d *drawing) tag(it item, room float32, size *float32) string {
	if words := it.tag(); it.set.Width(words, *size, true) <= room {
		return words
	}
	word := laneWord(it.lane)
	if need := it.set.Width(word, *size, true); need > room {
		*size = max(1, *size*room/need)
	}
	return word
}

// scale draws in the middle of to what was drawn for from.
func (d *drawing) scale(from, to fyne.Size) {
	k := min(to.Width/from.Width, to.Height/from.Height)
	at := fyne.NewPos((to.Width-from.Width*k)/2, (to.Height-from.Height*k)/2)
	for _, o := range d.objects {
		switch o := o.(type) {
		case *canvas.Text:
			o.TextSize = float32(int(o.TextSize * k)) // letters are drawn in whole sizes: never wider than their line
		case *canvas.Rectangle:
			o.CornerRadius *= k
		}
		p, s := o.Position(), o.Size()
		o.Move(fyne.NewPos(at.X+p.X*k, at.Y+p.Y*k))
		o.Resize(fyne.NewSize(s.Width*k, s.Height*k))
	}
}
