package page

import (
	"image/color"

	"fyne.io/fyne/v2"
)

// Look is how a page is set: type, measure and colours. A zero field takes the
// value that DefaultLook gives it.
type Look struct {
	Size    float32 // height of the body type in Fyne units (what canvas.Text calls TextSize)
	Measure int     // most characters a line, on average; 0 lets lines fill the page
	Leading float32 // line height as a multiple of Size, such as 1.5
	Margin  float32 // empty space left and right of the text column
	Faces   Faces
	Colours Colours
}

// Faces are the fonts; a nil one is the theme's own.
type Faces struct {
	Body fyne.Resource // running text and headings
	Bold fyne.Resource // sources in running text, headings
}

// Colours are everything a page paints with. No colour means anything alone:
// each mark has a shape of its own too.
type Colours struct {
	Paper     color.Color // behind everything; nil leaves it to what lies behind the page
	Ink       color.Color // running text
	Quiet     color.Color // notes, badges, bullets
	Dim       color.Color // text that is not chosen while something else is
	Accent    color.Color // edge of the chosen card, focus
	Chosen    color.Color // behind chosen stretches of text
	Selection color.Color // behind selected text
	Hover     color.Color // laid over the card under the pointer
	Tint      color.Color // marks: behind the words
	Cue       color.Color // line under a cue
	Hedge     color.Color // dots under a hedge
	Found     color.Color // behind a search hit
	Bar       color.Color // scroll bar
}

// DefaultLook is a plain light look.
func DefaultLook() Look {
	return Look{Size: 16, Leading: 1.5, Margin: 24, Colours: Colours{
		Ink:       color.NRGBA{0x22, 0x24, 0x28, 0xff},
		Quiet:     color.NRGBA{0x5c, 0x61, 0x6b, 0xff},
		Dim:       color.NRGBA{0x8d, 0x91, 0x99, 0xff},
		Accent:    color.NRGBA{0x2d, 0x5f, 0xb8, 0xff},
		Chosen:    color.NRGBA{0x2d, 0x5f, 0xb8, 0x22},
		Selection: color.NRGBA{0x5b, 0x8d, 0xe0, 0x55},
		Hover:     color.NRGBA{0x00, 0x00, 0x00, 0x0a},
		Tint:      color.NRGBA{0xf2, 0xd9, 0x7a, 0x66},
		Cue:       color.NRGBA{0x5c, 0x61, 0x6b, 0xff},
		Hedge:     color.NRGBA{0xb3, 0x5c, 0x00, 0xff},
		Found:     color.NRGBA{0xff, 0xd8, 0x4d, 0xcc},
		Bar:       color.NRGBA{0x60, 0x66, 0x70, 0x80},
	}}
}

// filled is the look with the gaps closed.
func (l Look) filled() Look {
	d := DefaultLook()
	if l.Size <= 0 {
		l.Size = d.Size
	}
	if l.Leading <= 0 {
		l.Leading = d.Leading
	}
	if l.Margin <= 0 {
		l.Margin = d.Margin
	}
	c, from := &l.Colours, d.Colours
	for _, p := range []struct {
		to   *color.Color
		from color.Color
	}{
		{&c.Ink, from.Ink}, {&c.Quiet, from.Quiet}, {&c.Dim, from.Dim},
		{&c.Accent, from.Accent}, {&c.Chosen, from.Chosen}, {&c.Selection, from.Selection},
		{&c.Hover, from.Hover}, {&c.Tint, from.Tint}, {&c.Cue, from.Cue},
		{&c.Hedge, from.Hedge}, {&c.Found, from.Found}, {&c.Bar, from.Bar},
	} {
		if *p.to == nil {
			*p.to = p.from
		}
	}
	return l
}
