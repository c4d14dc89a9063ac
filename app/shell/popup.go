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
	panel *widget.PopUp
}

// openPopup shows body beside a button, or in the upper middle of the window
// when beside is nil.
func (s *Shell) openPopup(body fyne.CanvasObject, beside fyne.CanvasObject) {
	s.closePopup()
	c := s.window.Canvas()
	panel := widget.NewPopUp(ui.Inset(12, 12, 14, 14, body), c)
	s.popup.panel = panel
	size := panel.MinSize()
	at := fyne.NewPos((c.Size().Width-size.Width)/2, c.Size().Height/9)
	if beside != nil {
		at = fyne.CurrentApp().Driver().AbsolutePositionForObject(beside).AddXY(0, beside.Size().Height+4)
		at.X = min(at.X, c.Size().Width-size.Width-8)
	}
	panel.ShowAtPosition(fyne.NewPos(max(8, at.X), max(8, at.Y)))
}

// closePopup closes the panel, if one is open, and reports whether it was.
func (s *Shell) closePopup() bool {
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

// scrolled gives a long body a height, with a scroll bar.
func scrolled(body fyne.CanvasObject, size fyne.Size) fyne.CanvasObject {
	scroll := container.NewVScroll(body)
	scroll.SetMinSize(size)
	return scroll
}
