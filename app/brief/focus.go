package brief

import (
	"time"

	"fyne.io/fyne/v2"

	"lectern/app/task"
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
