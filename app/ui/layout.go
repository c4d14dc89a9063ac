package ui

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
)

// Column stands things under each other, gap units apart, at least width wide;
// both grow with the type.
func Column(gap, width float32, things ...fyne.CanvasObject) *fyne.Container {
	return container.New(&column{gap: gap, width: width}, things...)
}

// ColumnLayout is the layout of Column.
func ColumnLayout(gap, width float32) fyne.Layout { return &column{gap: gap, width: width} }

type column struct{ gap, width float32 }

func (c *column) MinSize(things []fyne.CanvasObject) fyne.Size {
	min := fyne.NewSize(Worn().Wide(c.width), 0)
	for _, o := range things { // what wraps must know its width before its height
		if o.Size().Width == 0 {
			o.Resize(fyne.NewSize(min.Width, o.Size().Height))
		}
	}
	c.each(things, func(o fyne.CanvasObject, y float32) {
		size := o.MinSize()
		min.Width = fyne.Max(min.Width, size.Width)
		min.Height = y + size.Height
	})
	return min
}

func (c *column) Layout(things []fyne.CanvasObject, size fyne.Size) {
	for _, o := range things {
		o.Resize(fyne.NewSize(size.Width, o.Size().Height))
	}
	c.each(things, func(o fyne.CanvasObject, y float32) {
		o.Move(fyne.NewPos(0, y))
		o.Resize(fyne.NewSize(size.Width, o.MinSize().Height))
	})
}

func (c *column) each(things []fyne.CanvasObject, do func(o fyne.CanvasObject, y float32)) {
	y, gap := float32(0), Worn().Wide(c.gap)
	for _, o := range things {
		if !o.Visible() {
			continue
		}
		do(o, y)
		y += o.MinSize().Height + gap
	}
}

// Flowing lays things out like words: side by side, gap units apart, and on as
// many lines as the width asks for. It must be given its width before it can
// tell its height, as Column does.
func Flowing(gap float32) fyne.Layout { return &flow{gap: gap} }

type flow struct{ gap, width float32 }

func (f *flow) MinSize(things []fyne.CanvasObject) fyne.Size {
	min := f.place(things, f.width, false)
	min.Width = 0
	for _, o := range things {
		min.Width = fyne.Max(min.Width, o.MinSize().Width)
	}
	return min
}

func (f *flow) Layout(things []fyne.CanvasObject, size fyne.Size) {
	f.width = size.Width
	f.place(things, size.Width, true)
}

// place puts the things into lines of width, 0 for one line, and returns the
// room that takes.
func (f *flow) place(things []fyne.CanvasObject, width float32, move bool) fyne.Size {
	gap := Worn().Wide(f.gap)
	var x, y, high, widest float32
	for _, o := range things {
		if !o.Visible() {
			continue
		}
		size := o.MinSize()
		if x > 0 && width > 0 && x+size.Width > width+0.5 {
			x, y, high = 0, y+high+gap, 0
		}
		if move {
			o.Move(fyne.NewPos(x, y))
			o.Resize(size)
		}
		widest = fyne.Max(widest, x+size.Width)
		high = fyne.Max(high, size.Height)
		x += size.Width + gap
	}
	return fyne.NewSize(widest, y+high)
}

// Space is empty room of a height.
func Space(height float32) fyne.CanvasObject {
	r := canvas.NewRectangle(color.Transparent)
	r.SetMinSize(fyne.NewSize(0, height))
	return r
}

// Inset puts room around a thing: above, below, left and right of it, growing
// with the type.
func Inset(top, bottom, left, right float32, thing fyne.CanvasObject) *fyne.Container {
	return container.New(&inset{top, bottom, left, right}, thing)
}

type inset struct{ top, bottom, left, right float32 }

func (n *inset) Layout(things []fyne.CanvasObject, size fyne.Size) {
	s := Worn()
	for _, o := range things {
		o.Move(fyne.NewPos(s.Wide(n.left), s.Wide(n.top)))
		o.Resize(fyne.NewSize(size.Width-s.Wide(n.left)-s.Wide(n.right), size.Height-s.Wide(n.top)-s.Wide(n.bottom)))
	}
}

func (n *inset) MinSize(things []fyne.CanvasObject) (min fyne.Size) {
	s := Worn()
	for _, o := range things {
		min = min.Max(o.MinSize())
	}
	return min.AddWidthHeight(s.Wide(n.left)+s.Wide(n.right), s.Wide(n.top)+s.Wide(n.bottom))
}
