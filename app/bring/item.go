package bring

import (
	"path/filepath"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/lang"

	"lectern/app/look"
	"lectern/app/ui"
	"lectern/data/library"
)

// itemRow draws one document: a sign, its name, what became of it, its folder.
type itemRow struct {
	item                    func(int) (library.ImportItem, bool)
	sign, name, why, folder *canvas.Text
}

func newItemRow(item func(int) (library.ImportItem, bool)) *itemRow {
	text := func(bold bool) *canvas.Text {
		t := canvas.NewText("", nil)
		t.TextStyle.Bold = bold
		return t
	}
	return &itemRow{item: item, sign: text(true), name: text(true), why: text(false), folder: text(false)}
}

// Objects is for the list.
func (r *itemRow) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.sign, r.name, r.why, r.folder}
}

// Show draws the document at index.
func (r *itemRow) Show(index int, size fyne.Size) {
	s := ui.Worn()
	it, there := r.item(index)
	for _, o := range r.Objects() {
		o.(*canvas.Text).Hidden = !there
	}
	ink := s.Accent
	switch it.Status {
	case library.ItemFailed:
		ink = s.Alarm
	case library.ItemKnown:
		ink = s.Dim
	}
	left, width := s.Wide(46), size.Width-s.Wide(70)
	ui.Write(r.sign, sign(it.Status), s.Lead, ink, s.Wide(24), s.Wide(18), s.Wide(20))
	x := left + ui.Write(r.name, itemName(it), s.Body, s.Ink, left, s.Wide(18), width) + s.Wide(12)
	ui.Write(r.folder, filepath.Dir(it.Path), s.Small, s.Dim, x, s.Wide(18), left+width-x)
	if it.Status != library.ItemFailed {
		ink = s.Dim
	}
	ui.Write(r.why, why(it), s.Small, ink, left, s.Wide(36), width)
}

// sign tells a status without colour.
func sign(status library.ItemStatus) string {
	switch status {
	case library.ItemNew:
		return "+"
	case library.ItemKnown:
		return "="
	case library.ItemVersion:
		return "↑"
	case library.ItemFailed:
		return "!"
	}
	return ""
}

// itemName is a document's file, and its place in it.
func itemName(it library.ImportItem) string {
	name := filepath.Base(it.Path)
	if it.Name != "" {
		name += " › " + it.Name
	}
	return name
}

// why says what became of a document.
func why(it library.ImportItem) string {
	switch it.Status {
	case library.ItemNew:
		return lang.L("New in the library")
	case library.ItemKnown:
		return lang.L("Already there")
	case library.ItemVersion:
		return lang.L("A newer version of a report that was there")
	case library.ItemFailed:
		return look.FaultText(it.Err)
	}
	return ""
}
