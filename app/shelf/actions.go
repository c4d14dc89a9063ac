package shelf

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/widget"

	"lectern/app/task"
	"lectern/app/ui"
	"lectern/data"
)

// write changes the library and says so. Nothing on screen waits for it: the
// library tells of the change, and that is shown.
func (s *Shelf) write(said string, change func(context.Context) error) {
	s.writeOr(said, change, func() {})
}

// writeOr does the same, and calls failed where the change could not be made.
func (s *Shelf) writeOr(said string, change func(context.Context) error, failed func()) {
	task.Change(s.c.Changes,
		func(ctx context.Context) (struct{}, error) { return struct{}{}, change(ctx) },
		func(_ struct{}, err error) {
			if err != nil {
				failed()
				s.c.Failed(err)
			} else if s.c.Say != nil {
				s.c.Say(said)
			}
		})
}

// key is asked about each key typed on the list.
func (s *Shelf) key(index int, ev *fyne.KeyEvent) bool {
	switch ev.Name {
	case fyne.KeyDelete:
		s.remove(s.found.IDs[index])
	case fyne.KeyEscape:
		if s.text == "" {
			return false
		}
		s.SetSearch("")
	default:
		return s.c.Key != nil && s.c.Key(ev)
	}
	return true
}

// letter is told of each letter typed on the list.
func (s *Shelf) letter(index int, r rune) {
	switch ui.Letter(r) {
	case 'u':
		if e, ok := s.rows.entry(index); ok {
			s.turnRead(e)
		}
	case 't':
		s.tag(index)
	case '/':
		s.FocusSearch()
	default:
		if s.c.Rune != nil {
			s.c.Rune(r)
		}
	}
}

// remove takes a report out of the library. It can be undone, so nobody is asked.
func (s *Shelf) remove(id data.ReportID) {
	said := lang.L("Removed from the library")
	if e, ok := s.rows.reports.get(id); ok && !e.gone {
		said = lang.X("say.removed", "“{{.Title}}” removed", map[string]any{"Title": ui.Shortened(e.Title, 40)})
	}
	s.write(said, func(ctx context.Context) error { return s.c.Library.Remove(ctx, []data.ReportID{id}) })
}

// turnRead marks a read report as unread and the other way round.
func (s *Shelf) turnRead(e entry) {
	said := lang.L("Marked as read")
	if e.Read {
		said = lang.L("Marked as unread")
	}
	s.write(said, func(ctx context.Context) error {
		return s.c.Library.MarkRead(ctx, []data.ReportID{e.ID}, !e.Read)
	})
}

// tag opens the line in which the report's tags are changed.
func (s *Shelf) tag(index int) {
	if e, ok := s.rows.entry(index); ok {
		s.view.tagging.open(e.Report)
	}
}

// menu shows what can be done with a report.
func (s *Shelf) menu(index int, at fyne.Position) {
	e, ok := s.rows.entry(index)
	c := fyne.CurrentApp().Driver().CanvasForObject(s.view.list)
	if ok && c != nil {
		widget.ShowPopUpMenuAtPosition(fyne.NewMenu("", s.items(e)...), c, at)
	}
}

// items are the lines of that menu. They keep to the report they were opened for:
// the list may move on below them.
func (s *Shelf) items(e entry) []*fyne.MenuItem {
	read := lang.L("Mark as read")
	if e.Read {
		read = lang.L("Mark as unread")
	}
	items := []*fyne.MenuItem{
		fyne.NewMenuItem(lang.L("Open"), func() { s.open(e.ID) }),
		fyne.NewMenuItem(read, func() { s.turnRead(e) }),
		fyne.NewMenuItem(lang.L("Tags…"), func() { s.view.tagging.open(e.Report) }),
	}
	if e.Publisher != "" {
		items = append(items, fyne.NewMenuItem(
			lang.L("Only from {{.Publisher}}", map[string]any{"Publisher": e.Publisher}), func() {
				f := s.filter
				f.Publisher = e.Publisher
				s.filtered(f)
			}))
	}
	if e.Versions > 1 && s.c.Versions != nil {
		items = append(items, fyne.NewMenuItem(lang.L("Compare versions"), func() { s.c.Versions(e.ID) }))
	}
	if s.c.Export != nil && s.c.Cite != nil {
		items = append(items, fyne.NewMenuItemSeparator(),
			fyne.NewMenuItem(lang.L("Copy citation"), func() { s.c.Cite(e.Report) }),
			fyne.NewMenuItem(lang.L("Export…"), func() { s.c.Export(e.Report) }))
	}
	return append(items, fyne.NewMenuItemSeparator(),
		fyne.NewMenuItem(lang.L("Remove from library"), func() { s.remove(e.ID) }))
}
