package shelf

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/widget"

	"lectern/app/ui"
	"lectern/data"
	"lectern/data/library"
	"lectern/data/search"
)

// tools stand beside the summary: by report or by passage, in which order, and
// what else can be done with a search.
type tools struct {
	s                 *Shelf
	content           *fyne.Container
	reports, passages *ui.Toggle
	order, further    *ui.Button
	save              *ui.Button
}

func newTools(s *Shelf) *tools {
	t := &tools{s: s}
	t.reports = ui.NewToggle(data.NoLane, "", lang.L("Reports"), func() { t.by(false) })
	t.passages = ui.NewToggle(data.NoLane, "", lang.L("Passages"), func() { t.by(true) })
	t.order = ui.NewButton(ui.Bare, "", "", t.chooseOrder)
	t.further = ui.NewButton(ui.Bare, lang.L("Look through all"), "", func() {
		s.through = search.Everything
		s.search(0, true)
	})
	t.save = ui.NewButton(ui.Bare, lang.L("Save search"), "", t.keep)
	t.content = container.NewHBox(t.further, t.save, t.order, t.reports, t.passages)
	return t
}

func (t *tools) by(passage bool) {
	if t.s.byPassage != passage {
		t.s.byPassage = passage
		t.s.search(0, false)
	}
}

// show shows what can be done with the answer on screen.
func (t *tools) show() {
	s := t.s
	t.reports.Set(!s.byPassage, lang.L("Reports"))
	t.passages.Set(s.byPassage, lang.L("Passages"))
	t.order.SetWords(orderName(s.orderNow()) + " ▾")
	searching := s.text != ""
	setVisible(t.reports, searching)
	setVisible(t.passages, searching)
	setVisible(t.further, s.found.Looked > 0)
	setVisible(t.save, searching || s.filter != (library.Filter{}))
	words := lang.L("Save search")
	if _, ok := s.savedNow(); ok {
		words = lang.L("Saved search…")
	}
	t.save.SetWords(words)
	t.content.Refresh()
}

// orderNow is the order that the list stands in.
func (s *Shelf) orderNow() library.Order {
	if s.order != "" {
		return s.order
	}
	if s.text == "" {
		return library.Newest
	}
	return library.Best
}

func orderName(o library.Order) string {
	switch o {
	case library.Newest:
		return lang.L("Newest first")
	case library.Oldest:
		return lang.L("Oldest first")
	case library.ByPublisher:
		return lang.L("By publisher")
	case library.ByTitle:
		return lang.L("By title")
	}
	return lang.L("Best first")
}

func (t *tools) chooseOrder() {
	var items []*fyne.MenuItem
	for _, o := range []library.Order{library.Best, library.Newest, library.Oldest, library.ByPublisher, library.ByTitle} {
		if o == library.Best && t.s.text == "" {
			continue
		}
		item := fyne.NewMenuItem(orderName(o), func() {
			t.s.order = o
			t.s.search(0, false)
		})
		item.Checked = o == t.s.orderNow()
		items = append(items, item)
	}
	t.menu(t.order, items)
}

func (t *tools) menu(under fyne.CanvasObject, items []*fyne.MenuItem) {
	d := fyne.CurrentApp().Driver()
	if c := d.CanvasForObject(under); c != nil {
		at := d.AbsolutePositionForObject(under).AddXY(0, under.Size().Height+2)
		widget.ShowPopUpMenuAtPosition(fyne.NewMenu("", items...), c, at)
	}
}

// asText is the search as it is saved: the words typed and the filters, in one.
func (s *Shelf) asText() string {
	q, err := search.Parse(s.text)
	if err != nil {
		return strings.TrimSpace(s.text)
	}
	return q.With(s.filter).String()
}

// savedNow is the saved search that is on screen.
func (s *Shelf) savedNow() (library.SavedSearch, bool) {
	text := s.asText()
	for _, x := range s.saved {
		if x.Query == text {
			return x.SavedSearch, true
		}
	}
	return library.SavedSearch{}, false
}

// keep asks for a name, or offers what can be done with a search that has one.
func (t *tools) keep() {
	now, ok := t.s.savedNow()
	if !ok {
		t.s.view.naming.open(lang.L("NAME OF THIS SEARCH"), t.s.asText(), func(name string) { t.s.saveAs(name) })
		return
	}
	t.menu(t.save, []*fyne.MenuItem{
		fyne.NewMenuItem(lang.L("Rename…"), func() { t.rename(now) }),
		fyne.NewMenuItem(lang.L("Remove"), func() { t.remove(now) }),
	})
}

func (t *tools) rename(x library.SavedSearch) {
	t.s.view.naming.open(lang.L("ANOTHER NAME FOR THIS SEARCH"), x.Name, func(name string) {
		t.s.write(lang.L("Search renamed"), func(ctx context.Context) error { return t.s.c.Library.RenameSearch(ctx, x.ID, name) })
	})
}

func (t *tools) remove(x library.SavedSearch) {
	t.s.write(lang.X("say.search-removed", "Search “{{.Name}}” removed", map[string]any{"Name": x.Name}),
		func(ctx context.Context) error { return t.s.c.Library.RemoveSearch(ctx, x.ID) })
}

func (s *Shelf) saveAs(name string) {
	query := s.asText()
	s.write(lang.X("say.search-saved", "Search “{{.Name}}” saved", map[string]any{"Name": name}),
		func(ctx context.Context) error { return s.c.Library.SaveSearch(ctx, name, query) })
}

// naming is the line above the list in which a search gets a name.
type naming struct {
	s       *Shelf
	content *fyne.Container
	heading *ui.Line
	field   *ui.Field
	done    func(name string)
}

func newNaming(s *Shelf) *naming {
	n := &naming{s: s, heading: ui.NewShortLine(ui.Section, ""), field: ui.NewField(lang.L("Name, then Enter"))}
	n.field.OnSubmitted = func(name string) {
		if name = strings.TrimSpace(name); name != "" {
			n.close()
			n.done(name)
		}
	}
	n.field.OnEscape, n.field.OnDown = n.close, n.close
	n.content = ui.Inset(0, 6, 14, 14, container.NewStack(
		ui.NewCard(ui.Raised, ui.Rule, 8),
		ui.Inset(10, 10, 12, 12, ui.Column(8, 200, n.heading,
			container.NewBorder(nil, nil, nil, ui.NewButton(ui.Bare, lang.L("Cancel"), lang.L("Esc"), n.close), n.field)))))
	n.content.Hide()
	return n
}

func (n *naming) open(heading, now string, done func(string)) {
	n.done = done
	n.heading.Set(ui.Section, heading)
	n.field.SetText(now)
	n.content.Show()
	n.s.view.root.Refresh()
	n.field.TypedShortcut(&fyne.ShortcutSelectAll{}) // so that typing replaces it
	focusSoon(n.s, n.field, n.content)
}

func (n *naming) close() {
	n.content.Hide()
	n.s.view.root.Refresh()
	n.s.FocusList()
}
