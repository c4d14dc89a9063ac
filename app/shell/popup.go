package shell

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"lectern/app/ui"
)

// popup is the one panel that may lie over a screen. A click beside it or Esc
// closes it; it never blocks the text for longer.
type popup struct {
	panel  *widget.PopUp
	dialog fileDialog // nil unless one was opened; it may have closed itself since
	place  func()     // puts the panel where it belongs, also after its size changed
}

// openPopup shows body beside a button, or in the upper middle of the window
// when beside is nil.
func (s *Shell) openPopup(body fyne.CanvasObject, beside fyne.CanvasObject) {
	s.closePopup()
	s.shelf.FoldOffers()
	c := s.window.Canvas()
	panel := widget.NewPopUp(ui.Inset(12, 12, 14, 14, body), c)
	s.popup.panel = panel
	s.popup.place = func() {
		size := panel.MinSize()
		at := fyne.NewPos((c.Size().Width-size.Width)/2, c.Size().Height/9)
		if beside != nil {
			at = fyne.CurrentApp().Driver().AbsolutePositionForObject(beside).AddXY(0, beside.Size().Height+4)
			at.X = min(at.X, c.Size().Width-size.Width-8)
		}
		at.Y = min(at.Y, c.Size().Height-size.Height-8)
		panel.Resize(size)
		panel.ShowAtPosition(fyne.NewPos(max(8, at.X), max(8, at.Y)))
	}
	s.popup.place()
}

// replacePopup fits an open panel to another size of type.
func (s *Shell) replacePopup() {
	if s.popup.panel != nil && s.popup.panel.Visible() {
		s.popup.panel.Refresh()
		s.popup.place()
	}
}

// closePopup closes the panel, if one is open, and reports whether it was.
func (s *Shell) closePopup() bool {
	if d := s.popup.dialog; d != nil {
		s.popup.dialog = nil
		if s.window.Canvas().Overlays().Top() != nil {
			d.Hide()
			return true
		}
	}
	if s.popup.panel == nil || !s.popup.panel.Visible() {
		s.popup.panel = nil
		return false
	}
	s.popup.panel.Hide()
	s.popup.panel = nil
	return true
}

// showMenu shows a menu at a place on the canvas.
func (s *Shell) showMenu(items []*fyne.MenuItem, at fyne.Position) {
	widget.ShowPopUpMenuAtPosition(fyne.NewMenu("", items...), s.window.Canvas(), at)
}

// roomy gives the body of a panel a size at 100 %, no larger than the window has
// room for.
type roomy struct {
	canvas        fyne.Canvas
	width, height float32
}

func (s *Shell) roomy(width, height float32, body fyne.CanvasObject) fyne.CanvasObject {
	return container.New(&roomy{s.window.Canvas(), width, height}, body)
}

// MinSize is for Fyne.
func (r *roomy) MinSize([]fyne.CanvasObject) fyne.Size {
	worn, window := ui.Worn(), r.canvas.Size()
	return fyne.NewSize(min(worn.Wide(r.width), window.Width-60), min(worn.Wide(r.height), window.Height*0.7))
}

// Layout is for Fyne.
func (r *roomy) Layout(o []fyne.CanvasObject, size fyne.Size) { o[0].Resize(size) }
