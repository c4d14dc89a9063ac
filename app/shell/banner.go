package shell

import (
	"errors"
	"image/color"
	"path/filepath"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

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
	words := look.FaultText(lib.Why())
	if lib.Why().Code == data.FaultReadOnly {
		words = lang.X("banner.protected", "{{.Name}} is write-protected, so it is open for reading only.", map[string]any{"Name": filepath.Base(lib.Path())})
	}
	again := ui.NewButton(ui.Bare, lang.L("Try again"), "", func() { s.another(func() { s.config.Program.Again() }) })
	if lib.Why().Code == data.FaultNewer {
		again.Hide()
	}
	back := ui.NewGround(func(s ui.Style) color.Color { return s.Caveat.Wash })
	return container.NewStack(back, ui.Inset(4, 4, 14, 14,
		container.NewBorder(nil, nil, nil, again, ui.NewShortLine(ui.Plain, words))))
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
