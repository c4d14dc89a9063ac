package settings

import (
	"fyne.io/fyne/v2"

	"lectern/app/ui"
)

// halves puts the settings at the left and the page that shows the look at the
// right; where there is no room for both, the settings alone.
type halves struct{}

// MinSize is for Fyne.
func (halves) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(360, 240) }

// Layout is for Fyne.
func (halves) Layout(all []fyne.CanvasObject, size fyne.Size) {
	s := ui.Worn()
	left := fyne.Min(fyne.Max(s.Wide(500), size.Width*0.52), s.Wide(820))
	room := fyne.NewSize(size.Width-left, size.Height)
	if room.Width < s.Wide(320) {
		left = fyne.Min(size.Width, s.Wide(820))
		all[1].Hide()
	} else {
		all[1].Show()
	}
	all[0].Resize(fyne.NewSize(left, size.Height))
	page := fyne.NewSize(fyne.Min(room.Width-s.Wide(48), s.Wide(600)), room.Height-s.Wide(32))
	all[1].Move(fyne.NewPos(left+s.Wide(8), s.Wide(4)))
	all[1].Resize(page)
}
