package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"lectern/app/look"
	"lectern/data"
)

var (
	_ fyne.Tappable      = (*Toggle)(nil)
	_ fyne.Focusable     = (*Toggle)(nil)
	_ desktop.Hoverable  = (*Toggle)(nil)
	_ desktop.Cursorable = (*Toggle)(nil)
)

// Toggle is a pill that stands for a column or a lane: filled while it is on,
// outlined while it is off. Its letter says the same as its colour.
type Toggle struct {
	widget.BaseWidget
	Lane     data.Lane // colours; NoLane takes the interface's own
	Letter   string
	Text     string
	On       bool
	OnTapped func()

	over, focused bool
}

// NewToggle makes a pill that calls tapped when it is pressed.
func NewToggle(lane data.Lane, letter, text string, tapped func()) *Toggle {
	t := &Toggle{Lane: lane, Letter: letter, Text: text, OnTapped: tapped}
	t.ExtendBaseWidget(t)
	return t
}

// Show what the toggle stands for now.
func (t *Toggle) Set(on bool, text string) {
	if t.On != on || t.Text != text {
		t.On, t.Text = on, text
		t.Refresh()
	}
}

// Tapped is for Fyne.
func (t *Toggle) Tapped(*fyne.PointEvent) {
	if t.OnTapped != nil {
		t.OnTapped()
	}
}

// MouseIn is for Fyne.
func (t *Toggle) MouseIn(*desktop.MouseEvent) { t.over = true; t.Refresh() }

// MouseMoved is for Fyne.
func (t *Toggle) MouseMoved(*desktop.MouseEvent) {}

// MouseOut is for Fyne.
func (t *Toggle) MouseOut() { t.over = false; t.Refresh() }

// Cursor is for Fyne.
func (t *Toggle) Cursor() desktop.Cursor { return desktop.PointerCursor }

// FocusGained is for Fyne.
func (t *Toggle) FocusGained() { t.focused = true; t.Refresh() }

// FocusLost is for Fyne.
func (t *Toggle) FocusLost() { t.focused = false; t.Refresh() }

// TypedRune is for Fyne.
func (t *Toggle) TypedRune(rune) {}

// TypedKey is for Fyne.
func (t *Toggle) TypedKey(ev *fyne.KeyEvent) {
	if ev.Name == fyne.KeySpace || ev.Name == fyne.KeyReturn || ev.Name == fyne.KeyEnter {
		t.Tapped(nil)
	}
}

// CreateRenderer is for Fyne.
func (t *Toggle) CreateRenderer() fyne.WidgetRenderer {
	t.ExtendBaseWidget(t)
	r := &toggleRenderer{
		t: t, pill: canvas.NewRectangle(nil), letter: canvas.NewText("", nil), text: canvas.NewText("", nil),
	}
	r.letter.TextStyle.Bold = true
	r.Refresh()
	return r
}

type toggleRenderer struct {
	t            *Toggle
	pill         *canvas.Rectangle
	letter, text *canvas.Text
}

const togglePad = 9

func (r *toggleRenderer) Layout(size fyne.Size) {
	r.pill.Resize(size)
	x := float32(togglePad)
	if r.t.Letter != "" {
		x = r.place(r.letter, x, size) + 6
	}
	r.place(r.text, x, size)
}

func (r *toggleRenderer) place(t *canvas.Text, x float32, size fyne.Size) float32 {
	min := t.MinSize()
	t.Move(fyne.NewPos(x, (size.Height-min.Height)/2))
	t.Resize(min)
	return x + min.Width
}

func (r *toggleRenderer) MinSize() fyne.Size {
	w, h := r.text.MinSize().Width+2*togglePad, r.text.MinSize().Height
	if r.t.Letter != "" {
		w += r.letter.MinSize().Width + 6
	}
	return fyne.NewSize(w, h+9)
}

func (r *toggleRenderer) Refresh() {
	pal := look.Current().Palette
	colours := pal.Lane(r.t.Lane)
	ink, wash := colours.Ink, colours.Wash
	if r.t.Lane == data.NoLane {
		ink, wash = pal.Accent, pal.Select
	}
	r.pill.FillColor, r.pill.StrokeColor, r.pill.StrokeWidth = look.Fade(wash, 0), pal.Line, 1
	r.letter.Color, r.text.Color = ink, pal.Dim
	if r.t.On {
		r.pill.FillColor, r.pill.StrokeColor = wash, look.Fade(ink, 0.45)
		r.text.Color = ink
	}
	if r.t.over || r.t.focused {
		r.pill.StrokeColor = ink
	}
	if r.t.focused {
		r.pill.StrokeWidth = 2
	}
	size := theme.TextSize()
	r.letter.TextSize, r.text.TextSize = size, size
	r.letter.Text, r.text.Text = r.t.Letter, r.t.Text
	r.Layout(r.t.Size())
	r.pill.CornerRadius = r.MinSize().Height / 2
	r.pill.Refresh()
	r.letter.Refresh()
	r.text.Refresh()
}

func (r *toggleRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.pill, r.letter, r.text}
}

func (r *toggleRenderer) Destroy() {}
