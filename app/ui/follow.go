package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// Following makes a scroll of things that brings whichever has the keyboard into
// sight, so that all of them can be reached without a pointer. used is asked first
// about the keys of those that have no keys of their own.
func Following(things fyne.CanvasObject, used func(*fyne.KeyEvent) bool) fyne.CanvasObject {
	scroll := container.NewVScroll(things)
	follow(scroll, things, used)
	return WithoutShadow(scroll)
}

func follow(scroll *container.Scroll, thing fyne.CanvasObject, used func(*fyne.KeyEvent) bool) {
	if box, ok := thing.(*fyne.Container); ok {
		for _, o := range box.Objects {
			follow(scroll, o, used)
		}
	}
	switch p := thing.(type) {
	case *Toggle:
		p.OnKey(used)
	case *Button:
		p.OnKey(used)
	}
	if p, ok := thing.(interface{ OnFocus(func()) }); ok {
		p.OnFocus(func() { bring(scroll, thing) })
	}
}

// bring scrolls as little as it takes.
func bring(scroll *container.Scroll, thing fyne.CanvasObject) {
	d := fyne.CurrentApp().Driver()
	y := d.AbsolutePositionForObject(thing).Y - d.AbsolutePositionForObject(scroll.Content).Y
	room, high := Worn().Wide(16), thing.Size().Height
	to := scroll.Offset.Y
	to = fyne.Min(to, y-room)
	to = fyne.Max(to, y+high+room-scroll.Size().Height)
	to = fyne.Max(0, fyne.Min(to, scroll.Content.MinSize().Height-scroll.Size().Height))
	if to != scroll.Offset.Y {
		scroll.ScrollToOffset(fyne.NewPos(0, to))
	}
}
