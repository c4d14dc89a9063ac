package shelf

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"lectern/app/ui"
)

// carrier follows rows that are dragged out of the list: the button of the briefs says
// that they can be put down on it, and adds them.
func (s *Shelf) carrier(briefs *ui.Button) func(at fyne.Position, how ui.Carried) {
	return func(at fyne.Position, how ui.Carried) {
		if how == ui.CarriedOn {
			briefs.SetWords(lang.L("Add to a brief: drop here"))
			return
		}
		on := over(briefs, at)
		briefs.SetWords(lang.L("Briefs"))
		if how == ui.CarriedThere && on {
			s.AddToBrief(false)
		}
	}
}

// over reports whether a place on the canvas lies on an object.
func over(o fyne.CanvasObject, at fyne.Position) bool {
	from := fyne.CurrentApp().Driver().AbsolutePositionForObject(o)
	return at.X >= from.X && at.Y >= from.Y && at.X < from.X+o.Size().Width && at.Y < from.Y+o.Size().Height
}
