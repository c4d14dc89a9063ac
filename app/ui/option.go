package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"lectern/app/look"
	"lectern/data"
)

// Option is one row of a filter: words at the left, a count at the right, set
// apart while it is chosen. A lane's option begins with its letter.
type Option struct {
	press
	words, count string
	lane         data.Lane
	chosen       bool
}

// NewOption makes an option; count is shown as it is, "" for none.
func NewOption(lane data.Lane, words, count string, tapped func()) *Option {
	o := &Option{words: words, count: count, lane: lane}
	o.tapped = tapped
	o.rename()
	o.ExtendBaseWidget(o)
	return o
}

// Set shows another state.
func (o *Option) Set(words, count string, chosen bool) {
	if o.words != words || o.count != count || o.chosen != chosen {
		o.words, o.count, o.chosen = words, count, chosen
		o.rename()
		o.Refresh()
	}
}

// Chosen reports whether the option is on.
func (o *Option) Chosen() bool { return o.chosen }

func (o *Option) rename() { o.name = o.words + ", " + o.count }

// CreateRenderer is for Fyne.
func (o *Option) CreateRenderer() fyne.WidgetRenderer {
	o.ExtendBaseWidget(o)
	box, bar := canvas.NewRectangle(nil), canvas.NewRectangle(nil)
	words, count, cell := newText(false), newText(false), NewCell()
	objects := []fyne.CanvasObject{box, bar, words, count}
	if o.lane != data.NoLane {
		objects = append(objects, cell.Objects()...)
	}
	min := func() fyne.Size {
		s := Worn()
		return fyne.NewSize(s.Wide(80), s.Wide(27))
	}
	return newPainter(objects, min, func(size fyne.Size) {
		s := Worn()
		box.FillColor, box.StrokeWidth, box.StrokeColor = look.Fade(s.Ink, 0), 0, s.Accent
		box.CornerRadius = s.Wide(6)
		ink := s.Ink
		switch {
		case o.chosen:
			box.FillColor = s.Select
		case o.over:
			box.FillColor = look.Fade(s.Ink, 0.06)
		}
		if o.focused {
			box.StrokeWidth = 2
		}
		box.Resize(size)
		bar.Hidden, bar.FillColor, bar.CornerRadius = !o.chosen, s.Accent, 1.5
		bar.Move(fyne.NewPos(0, size.Height*0.25))
		bar.Resize(fyne.NewSize(3, size.Height*0.5))

		x, right := s.Wide(9), size.Width-s.Wide(9)
		if o.lane != data.NoLane {
			side := s.Wide(19)
			cell.Set(s, o.lane, -1, fyne.NewPos(x, (size.Height-side)/2), fyne.NewSize(side, side))
			x += side + s.Wide(8)
		}
		width := fyne.MeasureText(o.count, s.Small, count.TextStyle).Width
		Write(count, o.count, s.Small, s.Dim, right-width, size.Height/2, width+1)
		words.TextStyle.Bold = o.chosen
		WriteLine(words, o.words, s.Body, ink, x, size.Height/2, right-width-s.Wide(8)-x)
	})
}
