package shell

import (
	"image/color"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"lectern/app/ui"
)

// matching are the actions whose titles hold every word typed, in menu order; those
// that hold them just as they were typed come first.
func matching(all []action, typed string) []action {
	var exact, out []action
next:
	for _, a := range all {
		title := strings.ToLower(a.title)
		for _, word := range strings.Fields(strings.ToLower(typed)) {
			if !strings.Contains(title, word) {
				continue next
			}
		}
		if strings.Contains(title, strings.ToLower(strings.TrimSpace(typed))) {
			exact = append(exact, a)
		} else {
			out = append(out, a)
		}
	}
	return append(exact, out...)
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
	shown := all
	field := ui.NewField(lang.L("What would you like to do?"))
	rows := ui.NewRows()
	rows.Name = lang.L("Find an action…")
	rows.Length = func() int { return len(shown) }
	rows.Height = func() float32 { return ui.Worn().Wide(30) }
	rows.Label = func(i int) string { return shown[i].title }
	rows.Create = func() ui.Row {
		return &paletteRow{action: func(i int) action { return shown[i] },
			title: canvas.NewText("", color.Transparent), key: canvas.NewText("", color.Transparent)}
	}
	rows.OnOpen = func(i int) {
		if i < len(shown) {
			s.closePopup()
			shown[i].do()
		}
	}
	field.OnChanged = func(typed string) {
		shown = matching(all, typed)
		rows.SetCurrent(0)
		rows.SetOffset(0)
		rows.Refresh()
	}
	field.OnDown, field.OnUp = func() { rows.SetCurrent(rows.Current() + 1) }, func() { rows.SetCurrent(rows.Current() - 1) }
	field.OnSubmitted = func(string) { rows.OnOpen(max(0, rows.Current())) }
	field.OnEscape = func() { s.closePopup() }
	s.openPopup(container.NewBorder(ui.Inset(0, 6, 0, 0, field), nil, nil, nil, s.roomy(560, 420, rows)), nil)
	s.window.Canvas().Focus(field)
}

// paletteRow shows one action: its name at the left, its key at the right.
type paletteRow struct {
	action     func(index int) action
	title, key *canvas.Text
}

// Objects is for the list.
func (r *paletteRow) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.title, r.key} }

// Show draws the action at index.
func (r *paletteRow) Show(index int, size fyne.Size) {
	s, a := ui.Worn(), r.action(index)
	words := keyWords(a.key)
	right := size.Width - s.Wide(22) // the scroll bar's room
	width := fyne.MeasureText(words, s.Small, r.key.TextStyle).Width
	ui.Write(r.key, words, s.Small, s.Dim, right-width, size.Height/2, width+1)
	ui.Write(r.title, a.title, s.Body, s.Ink, s.Wide(12), size.Height/2, right-width-s.Wide(24))
}
