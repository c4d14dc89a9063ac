package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"lectern/app/look"
	"lectern/data"
)

// Toggle is a pill that stands for a column, a lane or a choice: filled while it
// is on, outlined while it is off. Its letter says the same as its colour.
type Toggle struct {
	press
	lane   data.Lane
	letter string
	words  string
	on     bool
}

// NewToggle makes a pill that calls tapped when it is pressed. NoLane takes the
// interface's own colours; letter may be "".
func NewToggle(lane data.Lane, letter, words string, tapped func()) *Toggle {
	t := &Toggle{lane: lane, letter: letter, words: words}
	t.name, t.tapped = words, tapped
	t.ExtendBaseWidget(t)
	return t
}

// Set shows another state.
func (t *Toggle) Set(on bool, words string) {
	if t.on != on || t.words != words {
		t.on, t.words, t.name = on, words, words
		t.Refresh()
	}
}

// On reports whether the pill is filled.
func (t *Toggle) On() bool { return t.on }

// CreateRenderer is for Fyne.
func (t *Toggle) CreateRenderer() fyne.WidgetRenderer {
	t.ExtendBaseWidget(t)
	pill, letter, words := canvas.NewRectangle(nil), newText(true), newText(false)
	min := func() fyne.Size {
		s := Worn()
		width := fyne.MeasureText(t.words, s.Body, words.TextStyle).Width + s.Wide(22)
		if t.letter != "" {
			width += fyne.MeasureText(t.letter, s.Body, letter.TextStyle).Width + s.Wide(6)
		}
		return fyne.NewSize(width, s.Wide(28))
	}
	return newPainter([]fyne.CanvasObject{pill, letter, words}, min, func(size fyne.Size) {
		s := Worn()
		ink, wash := s.Lane(t.lane).Ink, s.Lane(t.lane).Wash
		if t.lane == data.NoLane {
			ink, wash = s.Accent, s.Select
		}
		pill.FillColor, pill.StrokeColor, pill.StrokeWidth = look.Fade(wash, 0), s.Line, 1
		text := s.Dim
		if t.on {
			pill.FillColor, pill.StrokeColor, text = wash, look.Fade(ink, 0.5), ink
		}
		if t.over || t.focused {
			pill.StrokeColor = ink
		}
		if t.focused {
			pill.StrokeWidth = 2
		}
		pill.CornerRadius = size.Height / 2
		pill.Resize(size)
		x := s.Wide(11)
		letter.Hidden = t.letter == ""
		if t.letter != "" {
			x += Write(letter, t.letter, s.Body, ink, x, size.Height/2, size.Width) + s.Wide(6)
		}
		Write(words, t.words, s.Body, text, x, size.Height/2, size.Width-x)
	})
}
