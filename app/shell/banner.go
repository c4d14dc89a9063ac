package shell

import (
	"errors"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"lectern/app/look"
	"lectern/app/ui"
	"lectern/data"
)

// banner says above everything why this library can only be read; nothing
// where it can be written.
func (s *Shell) banner() fyne.CanvasObject {
	lib := s.config.Desk.Library()
	if !lib.ReadOnly() {
		return container.NewWithoutLayout()
	}
	words := look.FaultText(&data.Fault{Code: data.FaultReadOnly})
	if why := lib.Why(); why != nil {
		words = look.FaultText(why)
	}
	back := canvas.NewRectangle(look.Current().Palette.Caveat.Wash)
	return container.NewStack(back, ui.Inset(6, 6, 14, 14, ui.NewShortLine(ui.Plain, words)))
}

// causeOf is the innermost error, for the log.
func causeOf(err error) error {
	for {
		next := errors.Unwrap(err)
		if next == nil {
			return err
		}
		err = next
	}
}
