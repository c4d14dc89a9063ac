package shell

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"lectern/app/look"
	"lectern/app/ui"
)

// ShowFault shows a window with nothing but a plain sentence, for when there is
// no library to show. It returns when the window has been closed.
func ShowFault(a fyne.App, words string) {
	a.Settings().SetTheme(look.NewTheme(look.Load(a.Preferences()), false))
	w := a.NewWindow("Lectern")
	end := ui.NewButton(ui.Strong, lang.L("Quit"), "", a.Quit)
	w.SetContent(ui.NewEmpty(lang.L("The library cannot be opened"), words, end))
	w.Resize(fyne.NewSize(720, 480))
	w.SetContent(container.NewPadded(w.Content()))
	w.ShowAndRun()
}
