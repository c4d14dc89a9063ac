package shelf

import (
	"context"
	"unicode"

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
func (s *Shelf) key(_ int, ev *fyne.KeyEvent) bool {
	switch ev.Name {
	case fyne.KeyDelete:
		s.remove(s.Picked())
	case fyne.KeyEscape:
		if s.picked.Any() {
			s.unpick()
			return true
		}
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
func (s *Shelf) letter(_ int, r rune) {
	switch ui.Letter(r) {
	case 'u':
		s.turnRead(s.Picked())
	case 't':
		s.view.tagging.open(s.Picked())
	case 'm':
		s.mark()
	case 'a':
		s.adding(s.Picked())(unicode.IsUpper(r))
	case '/':
		s.FocusSearch()
	default:
		if s.c.Rune != nil {
			s.c.Rune(r)
		}
	}
}

// remove takes reports out of the library. It can be undone, so nobody is asked.
func (s *Shelf) remove(ids []data.ReportID) {
	said := lang.XN("step.remove", "{{.Count}} reports removed", len(ids), map[string]any{"Count": len(ids)})
	if all := s.known(ids); len(ids) == 1 && len(all) == 1 {
		said = lang.X("say.removed", "“{{.Title}}” removed", map[string]any{"Title": ui.Shortened(all[0].Title, 40)})
	}
	s.write(said, func(ctx context.Context) error { return s.c.Library.Remove(ctx, ids) })
}

// turnRead marks reports as read, or as unread where all of them are read.
func (s *Shelf) turnRead(ids []data.ReportID) {
	said, read := lang.L("Marked as read"), !allRead(s.known(ids))
	if !read {
		said = lang.L("Marked as unread")
	}
	s.write(said, func(ctx context.Context) error {
		return s.c.Library.MarkRead(ctx, ids, read)
	})
}

// menu shows what can be done with a report.
func (s *Shelf) menu(index int, at fyne.Position) {
	e, ok := s.rows.entry(index)
	c := fyne.CurrentApp().Driver().CanvasForObject(s.view.list)
	if ok && c != nil {
		widget.ShowPopUpMenuAtPosition(fyne.NewMenu("", s.items(e)...), c, at)
	}
}

// items are the lines of that menu. They keep to the reports it was opened for: the
// list may move on below them.
func (s *Shelf) items(e entry) []*fyne.MenuItem {
	ids := s.picked.with(e.ID)
	read := lang.L("Mark as read")
	if allRead(s.known(ids)) {
		read = lang.L("Mark as unread")
	}
	items := []*fyne.MenuItem{
		fyne.NewMenuItem(lang.L("Open"), func() { s.open(e.ID) }),
		fyne.NewMenuItem(read, func() { s.turnRead(ids) }),
		fyne.NewMenuItem(lang.L("Tags…"), func() { s.view.tagging.open(ids) }),
	}
	if s.c.Mark != nil {
		items = append(items, fyne.NewMenuItem(lang.L("Marking…"), func() { s.c.Mark(ids) }))
	}
	if s.c.Add != nil {
		add := s.adding(ids)
		items = append(items, fyne.NewMenuItem(lang.L("Add to brief"), func() { add(false) }),
			fyne.NewMenuItem(lang.L("Add to another brief…"), func() { add(true) }))
	}
	if len(ids) > 1 {
		if s.c.ExportChosen != nil {
			items = append(items, fyne.NewMenuItemSeparator(), fyne.NewMenuItem(lang.L("Export…"), s.c.ExportChosen))
		}
		return append(items, fyne.NewMenuItemSeparator(),
			fyne.NewMenuItem(lang.L("Remove from library"), func() { s.remove(ids) }))
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
		fyne.NewMenuItem(lang.L("Remove from library"), func() { s.remove(ids) }))
}
