package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"lectern/app/look"
	"lectern/data"
)

// NewEmpty makes what a screen shows while it has nothing to show: a picture, a
// heading, a few sentences that teach, and what can be done about it.
func NewEmpty(heading, teaches string, actions ...fyne.CanvasObject) fyne.CanvasObject {
	return container.NewCenter(container.New(&column{gap: 14, width: 460},
		container.NewCenter(newSheets()),
		container.NewCenter(NewLine(Title, heading)),
		NewProse(teaches),
		Space(4),
		container.NewCenter(container.New(layout.NewCustomPaddedHBoxLayout(10), actions...)),
	))
}

// NewProse makes a short paragraph of quiet words, wrapped and centred.
func NewProse(words string) fyne.CanvasObject {
	l := widget.NewLabel(words)
	l.Wrapping, l.Alignment, l.Importance = fyne.TextWrapWord, fyne.TextAlignCenter, widget.LowImportance
	return l
}

// NewParagraph makes a short paragraph of quiet words, wrapped, from the left, as
// under a heading.
func NewParagraph(words string) fyne.CanvasObject {
	l := widget.NewLabel(words)
	l.Wrapping, l.Importance = fyne.TextWrapWord, widget.LowImportance
	return Inset(0, 0, -theme.InnerPadding(), -theme.InnerPadding(), l)
}

// sheets is a drawing: a report, and the lanes that it is read in.
type sheets struct{ widget.BaseWidget }

func newSheets() *sheets {
	s := &sheets{}
	s.ExtendBaseWidget(s)
	return s
}

// CreateRenderer is for Fyne.
func (w *sheets) CreateRenderer() fyne.WidgetRenderer {
	w.ExtendBaseWidget(w)
	var all []fyne.CanvasObject
	for range 40 {
		all = append(all, canvas.NewRectangle(nil))
	}
	return newPainter(all, func() fyne.Size { return fyne.NewSize(208, 116) }, func(size fyne.Size) {
		d := drawing{s: Worn(), left: all, x: (size.Width - 208) / 2}
		d.report()
		for i, l := range []data.Lane{data.Statement, data.Caveat, data.Reaction} {
			d.lane(l, 92+float32(i)*40, i)
		}
		for _, rest := range d.left {
			rest.Hide()
		}
	})
}

type drawing struct {
	s    Style
	left []fyne.CanvasObject
	x    float32
}

func (d *drawing) rect(x, y, w, h, radius float32) *canvas.Rectangle {
	r := d.left[0].(*canvas.Rectangle)
	d.left = d.left[1:]
	r.Move(fyne.NewPos(d.x+x, y))
	r.Resize(fyne.NewSize(w, h))
	r.CornerRadius = radius
	return r
}

// report draws a page whose lines have the colours of the lanes they go to.
func (d *drawing) report() {
	sheet := d.rect(0, 4, 76, 108, 6)
	sheet.FillColor, sheet.StrokeColor, sheet.StrokeWidth = d.s.Sheet, d.s.Line, 1.5
	d.rect(10, 16, 40, 6, 3).FillColor = d.s.Dim
	lanes := []data.Lane{data.Statement, data.Statement, data.Background, data.Caveat, data.Reaction, data.Background, data.Caveat, data.Reaction}
	for i, l := range lanes {
		width := []float32{56, 48, 56, 52, 56, 40, 54, 34}[i]
		d.rect(10, 32+float32(i)*9, width, 4, 2).FillColor = look.Fade(d.s.Lane(l).Edge, 0.75)
	}
}

// lane draws a column of two passages.
func (d *drawing) lane(l data.Lane, x float32, step int) {
	y := []float32{4, 20, 36}[step]
	for range 2 {
		d.rect(x, y, 34, 36, 4).FillColor = d.s.Lane(l).Wash
		d.rect(x, y, 3, 36, 1.5).FillColor = d.s.Lane(l).Edge
		for i, w := range []float32{20, 22, 14} {
			d.rect(x+8, y+9+float32(i)*8, w, 3, 1.5).FillColor = look.Fade(d.s.Lane(l).Ink, 0.45)
		}
		y += 40
	}
}
