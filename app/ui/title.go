package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// title is a screen's heading that goes on in a second line where it has no room in one.
type title struct {
	widget.BaseWidget
	words string
}

// NewTitle makes a heading of one line or two. It must be given its width before it
// can tell its height, as Column does.
func NewTitle(words string) fyne.CanvasObject {
	t := &title{words: words}
	t.ExtendBaseWidget(t)
	return t
}

// CreateRenderer is for Fyne.
func (t *title) CreateRenderer() fyne.WidgetRenderer {
	t.ExtendBaseWidget(t)
	lines := []*canvas.Text{newText(true), newText(true)}
	broken := func(width float32) (first, rest string) {
		if width == 0 {
			return t.words, ""
		}
		return Broken(t.words, width, Worn().Big, fyne.TextStyle{Bold: true})
	}
	return newPainter([]fyne.CanvasObject{lines[0], lines[1]}, func() fyne.Size {
		high := Worn().Big * 1.36
		if _, rest := broken(t.Size().Width); rest != "" {
			return fyne.NewSize(Worn().Wide(80), 2*high)
		}
		return fyne.NewSize(Worn().Wide(80), high)
	}, func(size fyne.Size) {
		s := Worn()
		high := s.Big * 1.36
		first, rest := broken(size.Width)
		for i, words := range []string{first, rest} {
			lines[i].Hidden = words == ""
			Write(lines[i], words, s.Big, s.Ink, 0, (float32(i)+0.5)*high, size.Width)
		}
	})
}
