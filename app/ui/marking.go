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

// MarkingChip is a label that can be pressed, as to choose another. Without a label
// it says so.
type MarkingChip struct {
	press
	marking data.Marking
	without string
}

// NewMarkingChip makes one that calls tapped; without is what it says while there is
// no label, "" hides it then.
func NewMarkingChip(without string, tapped func()) *MarkingChip {
	c := &MarkingChip{without: without}
	c.tapped, c.name = tapped, without
	c.ExtendBaseWidget(c)
	c.Set(data.Unmarked)
	return c
}

// SetTapped says what pressing does.
func (c *MarkingChip) SetTapped(tapped func()) { c.tapped = tapped }

// Set shows another label.
func (c *MarkingChip) Set(marking data.Marking) {
	c.marking, c.name = marking, string(marking)
	if marking == data.Unmarked {
		c.name = c.without
	}
	if c.name == "" {
		c.Hide()
		return
	}
	c.Show()
	c.Refresh()
}

// CreateRenderer is for Fyne.
func (c *MarkingChip) CreateRenderer() fyne.WidgetRenderer {
	c.ExtendBaseWidget(c)
	ring, cell, words := canvas.NewRectangle(nil), NewMarkingCell(), newText(false)
	min := func() fyne.Size {
		s := Worn()
		if c.marking != data.Unmarked {
			return fyne.NewSize(cell.Wide(s, c.marking)+s.Wide(2), s.Wide(22))
		}
		return fyne.NewSize(fyne.MeasureText(c.without, s.Small, words.TextStyle).Width+s.Wide(14), s.Wide(22))
	}
	return newPainter(append([]fyne.CanvasObject{ring, words}, cell.Objects()...), min, func(size fyne.Size) {
		s := Worn()
		cell.Set(s, c.marking, size.Width-1, size.Height/2)
		words.Hidden = c.marking != data.Unmarked
		ring.FillColor, ring.StrokeColor, ring.StrokeWidth, ring.CornerRadius = color.Transparent, color.Transparent, 1, s.Wide(4)
		if !words.Hidden {
			ring.StrokeColor = s.Line
			Write(words, c.without, s.Small, s.Dim, s.Wide(7), size.Height/2, size.Width)
		}
		if c.over || c.focused {
			ring.StrokeColor, ring.StrokeWidth = s.Accent, 2
		}
		ring.Resize(size)
	})
}

// MarkingCell draws a small label inside something else, like the row of a list.
type MarkingCell struct {
	ground *canvas.Rectangle
	words  *canvas.Text
}

// NewMarkingCell makes one without a label.
func NewMarkingCell() *MarkingCell {
	return &MarkingCell{canvas.NewRectangle(color.Black), newText(true)}
}

// Objects is what it is made of.
func (c *MarkingCell) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{c.ground, c.words} }

// Wide is the room that a label takes, 0 for none.
func (c *MarkingCell) Wide(s Style, marking data.Marking) float32 {
	if marking == data.Unmarked {
		return 0
	}
	return fyne.MeasureText(string(marking), s.Small, c.words.TextStyle).Width + s.Wide(13)
}

// Set draws a label that ends at right, and returns the room it takes.
func (c *MarkingCell) Set(s Style, marking data.Marking, right, middle float32) float32 {
	c.ground.Hidden, c.words.Hidden = marking == data.Unmarked, marking == data.Unmarked
	wide := c.Wide(s, marking)
	if wide == 0 {
		return 0
	}
	high := s.Wide(18)
	c.ground.FillColor, c.ground.CornerRadius = color.Black, s.Wide(3)
	c.ground.Resize(fyne.NewSize(wide, high))
	c.ground.Move(fyne.NewPos(right-wide, middle-high/2))
	Write(c.words, string(marking), s.Small, labelInk(marking), right-wide+s.Wide(6.5), middle, wide)
	return wide
}

// Label draws a marking in a row of a list. It is no widget, as Cell is none.
type Label struct {
	box   *canvas.Rectangle
	words *canvas.Text
}

// NewLabel makes one without a marking.
func NewLabel() *Label { return &Label{box: canvas.NewRectangle(color.Black), words: newText(true)} }

// Objects are what the label is drawn with, bottom to top.
func (l *Label) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{l.box, l.words} }

// Set shows a marking with its right edge and its middle at these places, and
// returns the width taken: 0 for Unmarked, which hides it.
func (l *Label) Set(s Style, m data.Marking, right, middle float32) float32 {
	l.box.Hidden, l.words.Hidden = m == data.Unmarked, m == data.Unmarked
	if m == data.Unmarked {
		return 0
	}
	size := s.Small * 0.9
	width := fyne.MeasureText(string(m), size, l.words.TextStyle).Width + s.Wide(10)
	high := s.Wide(17)
	l.box.Move(fyne.NewPos(right-width, middle-high/2))
	l.box.Resize(fyne.NewSize(width, high))
	l.box.CornerRadius, l.box.FillColor = s.Wide(3), color.Black
	Write(l.words, string(m), size, labelInk(m), right-width+s.Wide(5), middle, width)
	return width
}

// labelInk is the colour of a label, which is written as "#RRGGBB".
func labelInk(m data.Marking) color.Color {
	v, err := strconv.ParseUint(m.Colour()[1:], 16, 24)
	if err != nil {
		return color.White
	}
	return color.NRGBA{R: uint8(v >> 16), G: uint8(v >> 8), B: uint8(v), A: 0xff}
}
