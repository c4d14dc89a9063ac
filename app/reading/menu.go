package reading

import (
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"lectern/app/look"
	"lectern/data"
)

// passageMenu offers what can be done with the passage that was clicked.
func (v *View) passageMenu(id columnID, offset int, at fyne.Position) {
	i := v.passageAt(offset)
	if i == none {
		return
	}
	v.choose(i, id)
	v.align(id)
	p := v.doc.Passages[i]
	var items []*fyne.MenuItem
	for n, l := range data.Lanes() {
		item := fyne.NewMenuItem(fmt.Sprintf("%s · %d   %s", l.Letter(), n+1, look.LaneName(l)), func() { v.decide(l) })
		item.Checked = p.Shown() == l
		items = append(items, item)
	}
	back := fyne.NewMenuItem(lang.L("Back to Lectern's proposal"), v.withdraw)
	back.Disabled = p.Decision == nil
	words := v.columns[id].page
	selected, text := words.Selection()
	what, label := p.In(v.doc.Body), lang.L("Copy passage with its source")
	span := p.Span
	if text != "" {
		what, label, span = text, lang.L("Copy selection with its source"), selected
	}
	items = append(items, fyne.NewMenuItemSeparator(), back, fyne.NewMenuItemSeparator())
	items = append(items, v.addItems()...)
	items = append(items,
		fyne.NewMenuItem(lang.L("Show in the original, as it came"), v.toOriginal),
		fyne.NewMenuItem(label, func() { v.config.Copy(v.withSource(what, span)) }))
	v.config.Menu(items, at)
}

// columnMenu offers what can be done with a column.
func (v *View) columnMenu(id columnID, button fyne.CanvasObject) {
	left := fyne.NewMenuItem(lang.L("Move left"), func() { v.keep(v.arr.moved(id, -1)) })
	right := fyne.NewMenuItem(lang.L("Move right"), func() { v.keep(v.arr.moved(id, 1)) })
	hide := fyne.NewMenuItem(lang.L("Hide this column"), func() { v.keep(v.arr.toggled(id)) })
	reset := fyne.NewMenuItem(lang.L("Reset the columns"), func() { v.keep(defaultArrangement()) })
	shown := v.arr.shown()
	left.Disabled = v.shape != allColumns || shown[0] == id
	right.Disabled = v.shape != allColumns || shown[len(shown)-1] == id
	hide.Disabled = len(shown) == 1
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(button).AddXY(0, button.Size().Height)
	v.config.Menu([]*fyne.MenuItem{left, right, hide, fyne.NewMenuItemSeparator(), reset}, at)
}

// marking asks how far the report may be passed on.
func (v *View) marking() {
	if v.config.Mark != nil && v.doc.ID != 0 {
		v.config.Mark()
	}
}

// toOriginal opens what the report came as, at the chosen passage.
func (v *View) toOriginal() {
	if v.config.Original != nil && v.doc.ID != 0 {
		v.config.Original()
	}
}
