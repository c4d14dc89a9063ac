package brief

import (
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/layout"

	"lectern/app/ui"
	"lectern/data"
)

// stepMenu offers what can be done with the chosen step.
func (e *Editor) stepMenu() []*fyne.MenuItem {
	at, n := e.chosen(), len(e.brief().Steps)
	item := func(words, key string, on bool, do func()) *fyne.MenuItem {
		if key != "" {
			words += "   " + key
		}
		m := fyne.NewMenuItem(words, do)
		m.Disabled = !on
		return m
	}
	step, _ := e.step()
	quotes := len(step.Quotes()) > 0
	return e.withTurned([]*fyne.MenuItem{
		item(lang.L("Move up"), lang.L("Alt+Up"), at > 0, func() { e.move(-1) }),
		item(lang.L("Move down"), lang.L("Alt+Down"), at >= 0 && at < n-1, func() { e.move(1) }),
		item(lang.L("Move to the beginning"), "", at > 0, func() { e.carry(at, 0) }),
		item(lang.L("Move to the end"), "", at >= 0 && at < n-1, func() { e.carry(at, n-1) }),
		fyne.NewMenuItemSeparator(),
		item(lang.L("Open at its place in the report"), "O", quotes, e.original),
		item(lang.L("Present from here"), lang.L("Shift")+"+F5", at >= 0, e.c.PresentFrom),
		item(lang.L("Duplicate"), "D", at >= 0, e.double),
		item(lang.L("Remove from the brief"), lang.L("Del"), at >= 0, e.remove),
	}, 6)
}

// briefMenu offers what can be done with the open brief.
func (e *Editor) briefMenu() []*fyne.MenuItem {
	others := fyne.NewMenuItem(lang.L("Open another"), nil)
	others.ChildMenu = fyne.NewMenu("")
	for _, b := range e.all[:min(len(e.all), mostListed)] {
		item := fyne.NewMenuItem(ui.Shortened(b.Title, 50), func() { e.turn(b.ID) })
		item.Checked = b.ID == e.at
		others.ChildMenu.Items = append(others.ChildMenu.Items, item)
	}
	others.Disabled = len(e.all) < 2
	return []*fyne.MenuItem{
		others,
		fyne.NewMenuItem(lang.L("New brief…")+"   N", func() { e.newBrief() }),
		fyne.NewMenuItem(lang.L("Rename…")+"   F2", e.rename),
		fyne.NewMenuItem(lang.L("Duplicate"), e.doubleBrief),
		fyne.NewMenuItemSeparator(),
		fyne.NewMenuItem(lang.L("Present")+"   F5", e.c.Present),
		fyne.NewMenuItem(lang.L("Export…"), e.c.Export),
		fyne.NewMenuItem(lang.X("minutes.menu", "Minutes: what was shown…"), func() { e.c.Minutes(e.brief()) }),
		fyne.NewMenuItemSeparator(),
		fyne.NewMenuItem(lang.L("Remove this brief"), e.removeBrief),
	}
}

// levelMenu offers what the room may see.
func (e *Editor) levelMenu(button fyne.CanvasObject) {
	b := e.brief()
	var items []*fyne.MenuItem
	for _, m := range append([]data.Marking{data.Unmarked}, data.Markings()...) {
		words := lang.L("No limit: everything is shown")
		if m != data.Unmarked {
			words = lang.L("{{.Level}} and below", map[string]any{"Level": string(m)})
		}
		item := fyne.NewMenuItem(words, func() { e.describe(b.Title, m) })
		item.Checked = m == b.Level
		items = append(items, item)
	}
	e.c.Menu(items, under(button))
}

// newBrief asks what a new brief is called, and makes it.
func (e *Editor) newBrief() {
	e.name(lang.L("New brief"), newTitle(time.Now()), lang.L("Make it"), func(title string) { e.add(data.Brief{Title: title}, "") })
}

// rename asks what the open brief is to be called.
func (e *Editor) rename() {
	if b := e.brief(); b.ID != 0 {
		e.name(lang.L("Rename the brief"), b.Title, lang.L("Rename"), func(title string) { e.describe(title, b.Level) })
	}
}

// name asks for a name.
func (e *Editor) name(heading, title, do string, named func(string)) {
	field, wrong := ui.NewField(lang.L("What it is called")), ui.NewShortLine(ui.Alert, "")
	field.SetText(title)
	keep := func() {
		now := strings.TrimSpace(field.Text)
		if now == "" {
			wrong.Set(ui.Alert, lang.L("Please give it a name."))
			return
		}
		e.c.Close()
		named(now)
		e.Focus()
	}
	field.OnSubmitted, field.OnConfirm = func(string) { keep() }, keep
	field.OnEscape = func() { e.c.Close() }
	e.c.Popup(ui.Column(6, 420, ui.NewLine(ui.Heading, heading), field, wrong, container.NewHBox(layout.NewSpacer(),
		ui.NewButton(ui.Bare, lang.L("Cancel"), lang.L("Esc"), e.c.Close), ui.NewButton(ui.Strong, do, lang.L("Enter"), keep))))
	focus(field)
	field.TypedShortcut(&fyne.ShortcutSelectAll{})
}
