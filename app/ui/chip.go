package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/lang"

	"lectern/app/look"
)

// Chip is a small rounded word: a tag, or a filter that is on. Pressing one with
// a cross takes it away.
type Chip struct {
	press
	words string
	cross bool
}

// NewChip makes a chip that does something when it is pressed.
func NewChip(words string, tapped func()) *Chip { return newChip(words, words, false, tapped) }

// NewRemovable makes a chip with a cross: pressing it, or Delete, removes it.
func NewRemovable(words string, remove func()) *Chip {
	return newChip(words, lang.L("Remove {{.Name}}", map[string]any{"Name": words}), true, remove)
}

func newChip(words, name string, cross bool, tapped func()) *Chip {
	c := &Chip{words: words, cross: cross}
	c.name, c.tapped = name, tapped
	c.keys = func(ev *fyne.KeyEvent) bool {
		gone := cross && (ev.Name == fyne.KeyDelete || ev.Name == fyne.KeyBackspace)
		if gone {
			tapped()
		}
		return gone
	}
	c.ExtendBaseWidget(c)
	return c
}

// widestChip is where a chip's words are cut, at 100 %.
const widestChip = 260

// CreateRenderer is for Fyne.
func (c *Chip) CreateRenderer() fyne.WidgetRenderer {
	c.ExtendBaseWidget(c)
	box, words, cross := canvas.NewRectangle(nil), newText(false), newText(false)
	min := func() fyne.Size {
		s := Worn()
		width := fyne.Min(fyne.MeasureText(c.words, s.Small, words.TextStyle).Width, s.Wide(widestChip))
		if c.cross {
			width += s.Wide(16)
		}
		return fyne.NewSize(width+s.Wide(20), s.Wide(24))
	}
	return newPainter([]fyne.CanvasObject{box, words, cross}, min, func(size fyne.Size) {
		s := Worn()
		box.FillColor, box.StrokeColor, box.StrokeWidth = s.Select, look.Fade(s.Accent, 0.3), 1
		if !c.cross {
			box.FillColor, box.StrokeColor = s.Raised, s.Line
		}
		if c.over || c.focused {
			box.StrokeColor = s.Accent
		}
		if c.focused {
			box.StrokeWidth = 2
		}
		box.CornerRadius = size.Height / 2
		box.Resize(size)
		room := size.Width - s.Wide(20)
		if c.cross {
			room -= s.Wide(16)
		}
		x := s.Wide(10)
		x += Write(words, c.words, s.Small, s.Ink, x, size.Height/2, room+0.5)
		cross.Hidden = !c.cross
		ink := s.Dim
		if c.over || c.focused {
			ink = s.Ink
		}
		Write(cross, "×", s.Body, ink, x+s.Wide(7), size.Height/2-1, s.Wide(20))
	})
}
