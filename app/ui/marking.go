package ui

import (
	"image/color"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"lectern/data"
)

var _ fyne.Accessible = (*Marking)(nil)

// Marking shows how far something may be passed on, as TLP 2.0 wants it: in the
// label's own colour on black, whatever look is worn. It is hidden while there is
// no label.
type Marking struct {
	widget.BaseWidget
	marking data.Marking
}

// NewMarking makes one without a label.
func NewMarking() *Marking {
	m := &Marking{}
	m.ExtendBaseWidget(m)
	m.Hide()
	return m
}

// Set shows another label, or hides it.
func (m *Marking) Set(marking data.Marking) {
	m.marking = marking
	if marking == data.Unmarked {
		m.Hide()
		return
	}
	m.Show()
	m.Refresh()
}

// AccessibilityLabel is the label.
func (m *Marking) AccessibilityLabel() string { return string(m.marking) }

// AccessibilityRole is text.
func (m *Marking) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// CreateRenderer is for Fyne.
func (m *Marking) CreateRenderer() fyne.WidgetRenderer {
	m.ExtendBaseWidget(m)
	ground, words := canvas.NewRectangle(color.Black), newText(true)
	min := func() fyne.Size {
		s := Worn()
		return fyne.NewSize(fyne.MeasureText(string(m.marking), s.Body, words.TextStyle).Width+s.Wide(18), s.Wide(26))
	}
	return newPainter([]fyne.CanvasObject{ground, words}, min, func(size fyne.Size) {
		s := Worn()
		ground.CornerRadius = s.Wide(4)
		ground.Resize(size)
		Write(words, string(m.marking), s.Body, labelInk(m.marking), s.Wide(9), size.Height/2, size.Width)
	})
}

// labelInk is the colour of a label, which is written as "#RRGGBB".
func labelInk(m data.Marking) color.Color {
	v, err := strconv.ParseUint(m.Colour()[1:], 16, 24)
	if err != nil {
		return color.White
	}
	return color.NRGBA{R: uint8(v >> 16), G: uint8(v >> 8), B: uint8(v), A: 0xff}
}
