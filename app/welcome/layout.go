package welcome

import (
	"fyne.io/fyne/v2"

	"lectern/app/ui"
)

// halves puts the questions at the left, and at the right the page that shows what
// they do, on a ground of its own; where there is no room for both, the questions alone.
type halves struct{}

// MinSize is for Fyne.
func (halves) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(360, 320) }

// Layout is for Fyne.
func (halves) Layout(all []fyne.CanvasObject, size fyne.Size) {
	s := ui.Worn()
	left := fyne.Max(s.Wide(480), size.Width*0.46)
	if size.Width-left < s.Wide(330) {
		left = size.Width
		all[1].Hide()
		all[2].Hide()
	} else {
		all[1].Show()
		all[2].Show()
	}
	wide := fyne.Min(left, s.Wide(664))
	all[0].Move(fyne.NewPos((left-wide)/2, 0))
	all[0].Resize(fyne.NewSize(wide, size.Height))
	all[1].Move(fyne.NewPos(left, 0))
	all[1].Resize(fyne.NewSize(size.Width-left, size.Height))
	room := fyne.NewSize(size.Width-left, size.Height)
	page := fyne.NewSize(fyne.Min(room.Width-s.Wide(80), s.Wide(600)), fyne.Min(room.Height-s.Wide(88), s.Wide(640)))
	all[2].Move(fyne.NewPos(left+(room.Width-page.Width)/2, (room.Height-page.Height)/2))
	all[2].Resize(page)
}

// middle stands a question a little above the middle of its room, and no wider than
// is read with ease.
type middle struct{}

// MinSize is for Fyne.
func (middle) MinSize(all []fyne.CanvasObject) fyne.Size {
	if all[0].Size().Width == 0 { // what wraps must know its width before its height
		all[0].Resize(fyne.NewSize(ui.Worn().Wide(460), 1))
	}
	return fyne.NewSize(ui.Worn().Wide(260), all[0].MinSize().Height)
}

// Layout is for Fyne.
func (middle) Layout(all []fyne.CanvasObject, size fyne.Size) {
	wide := fyne.Min(size.Width, ui.Worn().Wide(560))
	all[0].Resize(fyne.NewSize(wide, size.Height))
	high := all[0].MinSize().Height
	all[0].Move(fyne.NewPos(0, fyne.Max(0, (size.Height-high)*0.4)))
	all[0].Resize(fyne.NewSize(wide, high))
}
