package brief

import (
	"time"

	"fyne.io/fyne/v2"

	"lectern/app/task"
	"lectern/app/ui"
)

// drawn is how long a thing takes to be drawn for the first time: before, Fyne
// does not know which window it is in.
const drawn = 60 * time.Millisecond

// focus gives the keyboard to a widget, once it is on a canvas.
func focus(w fyne.Focusable) {
	if !focused(w) {
		task.After(drawn, func() { focused(w) })
	}
}

// unfocused takes the keyboard from a list that has no rows: it knows no use for keys,
// and the screen has.
func unfocused(rows *ui.Rows) {
	if c := fyne.CurrentApp().Driver().CanvasForObject(rows); c != nil && rows.Length() == 0 && c.Focused() == fyne.Focusable(rows) {
		c.Unfocus()
	}
}

func focused(w fyne.Focusable) bool {
	o, ok := w.(fyne.CanvasObject)
	if !ok {
		return true
	}
	c := fyne.CurrentApp().Driver().CanvasForObject(o)
	if c != nil {
		c.Focus(w)
	}
	return c != nil
}
