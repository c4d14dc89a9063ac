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
	page := fyne.NewSize(fyne.Min(room.Width-s.Wide(48), s.Wide(600)), room.Height-s.Wide(90))
	x := fyne.Max(0, (size.Width-left-page.Width-s.Wide(48))/2)
	if !all[1].Visible() {
		x = (size.Width - left) / 2
	}
	all[0].Move(fyne.NewPos(x, 0))
	all[0].Resize(fyne.NewSize(left, size.Height))
	all[1].Move(fyne.NewPos(x+left+s.Wide(8), s.Wide(66)))
	all[1].Resize(page)
}
