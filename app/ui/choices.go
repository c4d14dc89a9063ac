package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"lectern/app/look"
)

// Choice is one of a few things of which one is chosen: a round mark, words, and a
// quiet line below them.
type Choice struct {
	press
	words, note string
	on          bool

	// Asks says that choosing it asks for more: Up and Down go to it without
	// choosing it.
	Asks bool
}

// NewChoices makes choices that stand for one another: Up and Down go from one to
// the next; others gets Esc, the page keys, and Enter on the one that is chosen.
// chosen is told of each that is chosen, also of one that was before.
func NewChoices(at int, chosen func(int), others func(*fyne.KeyEvent), all ...[2]string) []*Choice {
	out := make([]*Choice, len(all))
	choose := func(i int) {
		for j, c := range out {
			c.Set(j == i)
		}
		chosen(i)
	}
	for i, words := range all {
		c := &Choice{words: words[0], note: words[1], on: i == at}
		c.tapped = func() { choose(i) }
		c.keys = func(ev *fyne.KeyEvent) bool {
			var next int
			switch ev.Name {
			case fyne.KeyDown:
				next = min(i+1, len(out)-1)
			case fyne.KeyUp:
				next = max(i-1, 0)
			case fyne.KeyReturn, fyne.KeyEnter:
				if !c.on {
					return false
				}
				others(ev)
				return true
			case fyne.KeyEscape, fyne.KeyPageUp, fyne.KeyPageDown:
				others(ev)
				return true
			default:
				return false
			}
			if on := fyne.CurrentApp().Driver().CanvasForObject(c); on != nil && next != i {
				on.Focus(out[next])
				if !out[next].Asks {
					out[next].tapped()
				}
			}
			return true
		}
		c.rename()
		c.ExtendBaseWidget(c)
		out[i] = c
	}
	return out
}

// Set says whether it is the one chosen.
func (c *Choice) Set(on bool) {
	if c.on != on {
		c.on = on
		c.rename()
		c.Refresh()
	}
}

// SetNote shows another quiet line.
func (c *Choice) SetNote(note string) {
	c.note = note
	c.rename()
	c.Refresh()
}

// On reports whether it is the one chosen.
func (c *Choice) On() bool { return c.on }

func (c *Choice) rename() {
	mark := "○ "
	if c.on {
		mark = "● "
	}
	c.name = mark + c.words
	if c.note != "" {
		c.name += ", " + c.note
	}
}

// CreateRenderer is for Fyne.
func (c *Choice) CreateRenderer() fyne.WidgetRenderer {
	c.ExtendBaseWidget(c)
	box, ring, dot := canvas.NewRectangle(nil), canvas.NewCircle(nil), canvas.NewCircle(nil)
	words, note := newText(false), newText(false)
	min := func() fyne.Size {
		s := Worn()
		if c.note == "" {
			return fyne.NewSize(s.Wide(160), s.Wide(38))
		}
		return fyne.NewSize(s.Wide(160), s.Wide(54))
	}
	return newPainter([]fyne.CanvasObject{box, ring, dot, words, note}, min, func(size fyne.Size) {
		s := Worn()
		box.FillColor, box.StrokeColor, box.StrokeWidth, box.CornerRadius = s.Sheet, s.Line, 1, s.Wide(8)
		switch {
		case c.on:
			box.FillColor, box.StrokeColor = s.Select, look.Fade(s.Accent, 0.5)
		case c.over:
			box.FillColor = s.Raised
		}
		if c.focused {
			box.StrokeColor, box.StrokeWidth = s.Accent, 2
		}
		box.Resize(size)
		middle, x := size.Height/2, s.Wide(14)
		if c.note != "" {
			middle = s.Wide(18)
		}
		side := s.Wide(15)
		ring.FillColor, ring.StrokeColor, ring.StrokeWidth = s.Sheet, s.Dim, 1.4
		if c.on {
			ring.StrokeColor = s.Accent
		}
		ring.Move(fyne.NewPos(x, middle-side/2))
		ring.Resize(fyne.NewSquareSize(side))
		inner := s.Wide(7)
		dot.Hidden, dot.FillColor = !c.on, s.Accent
		dot.Move(fyne.NewPos(x+(side-inner)/2, middle-inner/2))
		dot.Resize(fyne.NewSquareSize(inner))
		x += side + s.Wide(11)
		room := size.Width - x - s.Wide(12)
		words.TextStyle.Bold = c.on
		Write(words, c.words, s.Body, s.Ink, x, middle, room)
		note.Hidden = c.note == ""
		Write(note, c.note, s.Small, s.Dim, x, s.Wide(37), room)
	})
}
