package ui

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"

	"lectern/app/look"
	"lectern/data/bidi"
)

// Style is what a widget needs of the look worn now: colours, the four sizes of
// type, and how much wider than usual things must be for them.
type Style struct {
	look.Palette
	Small, Body, Lead, Big float32
	Grow                   float32
}

// Worn is the style of the look worn now.
func Worn() Style {
	t := look.Current()
	s := Style{
		Palette: t.Palette,
		Small:   t.Size(theme.SizeNameCaptionText), Body: t.Size(theme.SizeNameText),
		Lead: t.Size(theme.SizeNameSubHeadingText), Big: t.Size(theme.SizeNameHeadingText),
	}
	s.Grow = s.Body / bodySize
	return s
}

// bodySize is the body type at 100 %, which Grow is measured by.
const bodySize = 13.5

// Wide is a length at 100 % made to fit the type worn, in whole units.
func (s Style) Wide(length float32) float32 { return float32(int(length*s.Grow + 0.5)) }

// newText makes a canvas text to be filled by write.
func newText(bold bool) *canvas.Text {
	t := canvas.NewText("", color.Transparent)
	t.TextStyle.Bold = bold
	return t
}

// Write sets a text, shortened to width, with its left edge at x and its middle
// at y; it returns the width taken. Titles and passages are for WriteLine.
func Write(t *canvas.Text, words string, size float32, ink color.Color, x, y, width float32) float32 {
	t.TextSize, t.Color = size, ink
	t.FontSource = look.EastAsian(words)
	t.Text = bidi.OneLine(Fit(words, width, size, t.TextStyle))
	min := measure(t.Text, size, t.TextStyle, t.FontSource)
	t.Move(fyne.NewPos(x, y-min.Height/2))
	t.Resize(min)
	return min.Width
}
