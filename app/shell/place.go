package shell

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/storage"

	"lectern/app/look"
	"lectern/app/ui"
	"lectern/data/library"
)

// place asks for the name and the folder of a library that is to be written. Fyne's
// own dialog would empty a file that is there before anybody can say no.
type place struct {
	heading, words, confirm string
	folder, name            string
	do                      func(path string)
}

func (s *Shell) askPlace(p place) {
	field, wrong := ui.NewField(lang.L("Name")), ui.NewShortLine(ui.Alert, "")
	field.SetText(p.name)
	wrong.Hide()
	confirm := func() {
		path, err := library.Place(p.folder, field.Text)
		if err != nil {
			wrong.Set(ui.Alert, look.FaultText(err))
			wrong.Show()
			s.replacePopup()
			return
		}
		s.closePopup()
		p.do(path)
	}
	field.OnSubmitted = func(string) { confirm() }
	field.OnConfirm = confirm
	field.OnEscape = func() { s.closePopup() }
	other := ui.NewButton(ui.Outlined, lang.L("Another folder…"), "", func() {
		p.name = field.Text
		s.pickFolderFor(p)
	})
	body := ui.Column(8, 500, ui.NewLine(ui.Heading, p.heading), ui.NewParagraph(p.words),
		ui.NewLine(ui.Section, lang.L("Name")), field,
		ui.NewLine(ui.Section, lang.L("Folder")),
		container.NewBorder(nil, nil, nil, other, ui.Inset(0, 0, 0, 10, ui.NewShortLine(ui.Plain, p.folder))),
		wrong, ui.Space(4),
		container.NewHBox(layout.NewSpacer(), ui.NewButton(ui.Bare, lang.L("Cancel"), lang.L("Esc"), func() { s.closePopup() }),
			ui.NewButton(ui.Strong, p.confirm, lang.L("Enter"), confirm)))
	s.openPopup(body, nil)
	s.window.Canvas().Focus(field)
	field.TypedShortcut(&fyne.ShortcutSelectAll{})
}

// pickFolderFor lets a person choose the folder, and goes on asking.
func (s *Shell) pickFolderFor(p place) {
	pick := dialog.NewFolderOpen(func(folder fyne.ListableURI, err error) {
		if err != nil {
			s.fail(err)
			return
		}
		if folder != nil {
			p.folder = folder.Path()
		}
		s.askPlace(p)
	}, s.window)
	if at, err := storage.ListerForURI(storage.NewFileURI(p.folder)); err == nil {
		pick.SetLocation(at)
	}
	s.showDialog(pick)
}
