package ui

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"lectern/app/look"
)

// Weight is how much a button asks to be pressed: at most one Strong a screen.
type Weight int

// Strong is filled, Outlined has an edge, Bare is only words until the pointer
// is on it.
const (
	Strong Weight = iota
	Outlined
	Bare
)

// Button is a button with words, and the key that does the same beside them.
type Button struct {
	press
	words, key string
	weight     Weight
}

// NewButton makes a button; key names its shortcut, "" for none.
func NewButton(weight Weight, words, key string, tapped func()) *Button {
	b := &Button{words: words, key: key, weight: weight}
	b.name, b.tapped = words, tapped
	b.ExtendBaseWidget(b)
	return b
}

// SetWords shows other words.
func (b *Button) SetWords(words string) {
	if b.words != words {
		b.words, b.name = words, words
		b.Refresh()
	}
}

// SetTapped says what pressing does.
func (b *Button) SetTapped(tapped func()) { b.tapped = tapped }

// Enable lets the button be pressed, or not.
func (b *Button) Enable(on bool) { b.set(&b.disabled, !on) }

// CreateRenderer is for Fyne.
func (b *Button) CreateRenderer() fyne.WidgetRenderer {
	b.ExtendBaseWidget(b)
	box, words, key := canvas.NewRectangle(nil), newText(true), newText(false)
	min := func() fyne.Size {
		s := Worn()
		size := fyne.MeasureText(b.words, s.Body, words.TextStyle)
		if b.key != "" {
			size.Width += s.Wide(10) + fyne.MeasureText(b.key, s.Small, key.TextStyle).Width
		}
		return fyne.NewSize(size.Width+2*b.pad(s), s.Wide(32))
	}
	return newPainter([]fyne.CanvasObject{box, words, key}, min, func(size fyne.Size) {
		s := Worn()
		fill, edge, ink, quiet := b.colours(s)
		box.FillColor, box.StrokeColor, box.StrokeWidth, box.CornerRadius = fill, edge, 1, s.Wide(7)
		if b.focused {
			box.StrokeColor, box.StrokeWidth = s.Accent, 2
			if b.weight == Strong {
				box.StrokeColor = s.Ink
			}
		}
		box.Resize(size)
		x := (size.Width - min().Width) / 2
		x += b.pad(s)
		x += Write(words, b.words, s.Body, ink, x, size.Height/2, size.Width)
		key.Hidden = b.key == ""
		Write(key, b.key, s.Small, quiet, x+s.Wide(10), size.Height/2+0.5, size.Width)
	})
}

func (b *Button) pad(s Style) float32 {
	if b.weight == Bare {
		return s.Wide(9)
	}
	return s.Wide(15)
}

func (b *Button) colours(s Style) (fill, edge, ink, key color.Color) {
	clear := look.Fade(s.Ink, 0)
	switch b.weight {
	case Strong:
		f := s.Accent
		if b.disabled {
			return s.Line, clear, s.Dim, s.Dim
		}
		if b.over {
			f = mix(f, s.Ink, 0.15)
		}
		return f, clear, s.OnAcc, look.Fade(s.OnAcc, 0.8)
	case Outlined:
		fill, edge = s.Sheet, s.Line
	default:
		fill, edge = clear, clear
	}
	ink = s.Accent
	if b.disabled {
		return fill, edge, s.Dim, s.Dim
	}
	if b.over {
		fill = look.Fade(s.Ink, 0.06)
	}
	return fill, edge, ink, s.Dim
}

// mix is a with a share of b in it.
func mix(a, b color.NRGBA, share float32) color.NRGBA {
	part := func(x, y uint8) uint8 { return uint8(float32(x)*(1-share) + float32(y)*share) }
	return color.NRGBA{R: part(a.R, b.R), G: part(a.G, b.G), B: part(a.B, b.B), A: a.A}
}
