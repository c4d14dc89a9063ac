package ui

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"lectern/app/look"
)

// Tone is how loud a line of words is.
type Tone int

// Title heads a screen, Heading a part of one, Section a group in a side panel,
// Plain is running words, Quiet says things beside them, Alert what went wrong.
const (
	Title Tone = iota
	Heading
	Section
	Plain
	Quiet
	Alert
)

var _ fyne.Accessible = (*Line)(nil)

// Line is one line of words, shortened to the room it has. Unlike a stock label
// it has no padding, so that lines stand exactly above each other.
type Line struct {
	widget.BaseWidget
	words string
	tone  Tone
	// Least is the width it asks for at 100 %; 0 asks for all of its words.
	Least float32
}

// NewLine makes a line that asks for room for all of its words.
func NewLine(tone Tone, words string) *Line {
	l := &Line{words: words, tone: tone}
	l.ExtendBaseWidget(l)
	return l
}

// NewShortLine makes a line that can be shortened to almost nothing.
func NewShortLine(tone Tone, words string) *Line {
	l := NewLine(tone, words)
	l.Least = 24
	return l
}

// Set shows other words.
func (l *Line) Set(tone Tone, words string) {
	if l.words != words || l.tone != tone {
		l.words, l.tone = words, tone
		l.Refresh()
	}
}

// Words are the words shown.
func (l *Line) Words() string { return l.words }

// AccessibilityLabel is the words, not shortened.
func (l *Line) AccessibilityLabel() string { return l.words }

// AccessibilityRole is text.
func (l *Line) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

func (l *Line) face() (size float32, bold bool, ink color.Color) {
	s := Worn()
	switch l.tone {
	case Title:
		return s.Big, true, s.Ink
	case Heading:
		return s.Lead, true, s.Ink
	case Section:
		return s.Small, true, s.Dim
	case Quiet:
		return s.Small, false, s.Dim
	case Alert:
		return s.Small, false, s.Alarm
	}
	return s.Body, false, s.Ink
}

// CreateRenderer is for Fyne.
func (l *Line) CreateRenderer() fyne.WidgetRenderer {
	l.ExtendBaseWidget(l)
	t := canvas.NewText("", nil)
	return newPainter([]fyne.CanvasObject{t}, func() fyne.Size {
		size, bold, _ := l.face()
		min := measure(l.words, size, fyne.TextStyle{Bold: bold}, look.EastAsian(l.words))
		if l.Least > 0 {
			min.Width = fyne.Min(min.Width, Worn().Wide(l.Least))
		}
		return min
	}, func(size fyne.Size) {
		letters, bold, ink := l.face()
		t.TextStyle.Bold = bold
		WriteLine(t, l.words, letters, ink, 0, size.Height/2, size.Width+0.5)
	})
}
