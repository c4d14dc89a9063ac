package ui

import "fyne.io/fyne/v2"

// painter is the renderer of a widget that sets all its objects in one go, at a
// new size as well as at a new look.
type painter struct {
	objects []fyne.CanvasObject
	min     func() fyne.Size
	paint   func(fyne.Size)
	size    fyne.Size
}

func newPainter(objects []fyne.CanvasObject, min func() fyne.Size, paint func(fyne.Size)) *painter {
	p := &painter{objects: objects, min: min, paint: paint}
	paint(min())
	return p
}

func (p *painter) Layout(size fyne.Size) {
	p.size = size
	p.paint(size)
}

func (p *painter) Refresh() {
	p.paint(p.size)
	for _, o := range p.objects {
		o.Refresh()
	}
}

func (p *painter) MinSize() fyne.Size           { return p.min() }
func (p *painter) Objects() []fyne.CanvasObject { return p.objects }
func (p *painter) Destroy()                     {}
