package shell

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/widget"

	"lectern/app/ui"
)

// matching are the actions whose titles hold every word typed, in menu order.
func matching(all []action, typed string) []action {
	var out []action
next:
	for _, a := range all {
		title := strings.ToLower(a.title)
		for _, word := range strings.Fields(strings.ToLower(typed)) {
			if !strings.Contains(title, word) {
				continue next
			}
		}
		out = append(out, a)
	}
	return out
}

// showPalette finds every action by its name.
func (s *Shell) showPalette() {
	var all []action
	for _, g := range s.groups() {
		for _, a := range g.actions {
			if a.do != nil {
				all = append(all, a)
			}
		}
	}
	shown, at := all, 0
	field := ui.NewField(lang.L("What would you like to do?"))
	list := widget.NewList(
		func() int { return len(shown) },
		func() fyne.CanvasObject {
			return ui.Inset(0, 0, 2, 14, // with room for the scroll bar
				container.NewBorder(nil, nil, nil, ui.NewLine(ui.Quiet, ""), ui.NewShortLine(ui.Plain, "")))
		},
		func(id widget.ListItemID, o fyne.CanvasObject) {
			row := o.(*fyne.Container).Objects[0].(*fyne.Container)
			row.Objects[0].(*ui.Line).Set(ui.Plain, shown[id].title)
			row.Objects[1].(*ui.Line).Set(ui.Quiet, keyWords(shown[id].key))
			row.Refresh()
		})
	run := func(id int) {
		if id < len(shown) {
			s.closePopup()
			shown[id].do()
		}
	}
	list.OnSelected = func(id widget.ListItemID) {
		if id != at { // by a click; the keys have moved at already
			run(id)
		}
	}
	move := func(to int) {
		if to >= 0 && to < len(shown) {
			at = to
			list.Select(at)
		}
	}
	field.OnChanged = func(typed string) {
		shown = matching(all, typed)
		list.UnselectAll()
		list.Refresh()
		move(0)
	}
	field.OnDown, field.OnUp = func() { move(at + 1) }, func() { move(at - 1) }
	field.OnSubmitted = func(string) { run(at) }
	field.OnEscape = func() { s.closePopup() }
	list.Select(0)
	s.openPopup(container.NewBorder(field, nil, nil, nil, s.roomy(560, 420, list)), nil)
	s.window.Canvas().Focus(field)
}
