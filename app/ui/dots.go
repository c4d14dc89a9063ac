package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// dots are small: the step that is on is longer, so that it is not told by colour.
type dots struct {
	widget.BaseWidget
	now, all int
}

// CreateRenderer is for Fyne.
func (d *dots) CreateRenderer() fyne.WidgetRenderer {
	d.ExtendBaseWidget(d)
	objects := make([]fyne.CanvasObject, d.all)
	for i := range objects {
		objects[i] = canvas.NewRectangle(nil)
	}
	const small, long, gap = 7, 22, 8
	min := func() fyne.Size {
		s := Worn()
		return fyne.NewSize(s.Wide(float32((d.all-1)*(small+gap)+long)), s.Wide(small))
	}
	return newPainter(objects, min, func(size fyne.Size) {
		s, x := Worn(), float32(0)
		for i, o := range objects {
			r := o.(*canvas.Rectangle)
			wide := s.Wide(small)
			r.FillColor = s.Line
			if i == d.now {
				wide, r.FillColor = s.Wide(long), s.Accent
			}
			r.CornerRadius = s.Wide(small) / 2
			r.Move(fyne.NewPos(x, (size.Height-s.Wide(small))/2))
			r.Resize(fyne.NewSize(wide, s.Wide(small)))
			x += wide + s.Wide(gap)
		}
	})
}

// Dots show how many steps there are, and which one this is.
func Dots(now, all int) fyne.CanvasObject {
	d := &dots{now: now, all: all}
	d.ExtendBaseWidget(d)
	return d
}
