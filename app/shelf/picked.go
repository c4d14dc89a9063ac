package shelf

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"lectern/app/look"
	"lectern/app/ui"
	"lectern/data"
	"lectern/data/search"
)

var _ ui.Picking = (*picked)(nil)

// picked are the reports that a person has chosen in the list, where there are
// several; while there are none, the report that the keyboard is on counts as
// chosen. They are reports and not rows, so that a list that moves on keeps them.
// Where passages are listed, they are rows: a report may have many.
type picked struct {
	s    *Shelf
	ids  map[data.ReportID]bool
	rows map[int]bool // of passages
}

func newPicked(s *Shelf) *picked {
	return &picked{s: s, ids: map[data.ReportID]bool{}, rows: map[int]bool{}}
}

// Picked is for the list.
func (p *picked) Picked(index int) bool {
	if p.s.passages != nil {
		return p.rows[index]
	}
	return index < len(p.s.found.IDs) && p.ids[p.s.found.IDs[index]]
}

// Any is for the list.
func (p *picked) Any() bool { return p.count() > 0 }

func (p *picked) count() int { return len(p.ids) + len(p.rows) }

// Pick is for the list.
func (p *picked) Pick(how ui.Pick, first, last int) {
	if how == ui.PickNone || how == ui.PickOnly {
		p.clear()
	}
	for i := max(first, 0); i <= last && i < len(p.s.found.IDs) && how != ui.PickNone; i++ {
		if p.s.passages != nil {
			put(p.rows, i, how)
		} else {
			put(p.ids, p.s.found.IDs[i], how)
		}
	}
	p.s.view.showPicked()
}

func put[T comparable](set map[T]bool, one T, how ui.Pick) {
	if how == ui.PickOther && set[one] {
		delete(set, one)
	} else {
		set[one] = true
	}
}

func (p *picked) clear() {
	clear(p.ids)
	clear(p.rows)
}

// follow goes on with what is still listed after the library has changed: passages
// are where they were, or none is chosen any more.
func (p *picked) follow(was, now []search.Snippet, listed []data.ReportID) {
	same := func(a, b search.Snippet) bool { return a.Report == b.Report && a.At == b.At }
	if (was == nil) != (now == nil) || !slices.EqualFunc(was, now, same) {
		p.clear()
	}
	if len(p.ids) == 0 {
		return
	}
	still := make(map[data.ReportID]bool, len(p.ids))
	for _, id := range listed {
		if p.ids[id] {
			still[id] = true
		}
	}
	p.ids = still
}

// all are the reports chosen, in the order of the list, each once.
func (p *picked) all() (ids []data.ReportID) {
	if !p.Any() {
		return nil
	}
	seen := map[data.ReportID]bool{}
	for i, id := range p.s.found.IDs {
		if p.Picked(i) && !seen[id] {
			ids, seen[id] = append(ids, id), true
		}
	}
	return ids
}

// with are the reports that something done to one of them is meant for: all that
// are chosen where it is one of them, else it alone.
func (p *picked) with(id data.ReportID) []data.ReportID {
	if all := p.all(); slices.Contains(all, id) {
		return all
	}
	return []data.ReportID{id}
}

// Picked are the reports chosen, in the order of the list: those ticked, or the one
// that the keyboard is on.
func (s *Shelf) Picked() []data.ReportID {
	if ids := s.picked.all(); len(ids) > 0 {
		return ids
	}
	if id, ok := s.current(); ok {
		return []data.ReportID{id}
	}
	return nil
}

// unpick lets go of all that is chosen.
func (s *Shelf) unpick() {
	s.picked.Pick(ui.PickNone, 0, 0)
	s.view.list.Refresh()
	s.FocusList()
}

// pickedBar stands in place of the summary while reports are chosen: how many, and
// what can be done with all of them.
type pickedBar struct {
	content *fyne.Container
	count   *ui.Line
	remove  *ui.Button      // not of passages: what goes would be their reports
	buttons *fyne.Container // on as many lines as they need, after the count
}

func newPickedBar(s *Shelf) *pickedBar {
	b := &pickedBar{count: ui.NewLine(ui.Plain, "")}
	button := func(words, key string, do func([]data.ReportID)) *ui.Button {
		one := ui.NewButton(ui.Bare, words, key, func() { do(s.picked.all()) })
		b.buttons.Add(one)
		return one
	}
	b.buttons = container.New(ui.Flowing(0), ui.Inset(6, 7, 0, 18, b.count))
	if s.c.Add != nil {
		button(lang.L("Add to brief"), lang.L("A"), func(ids []data.ReportID) { s.adding(ids)(false) })
	}
	button(lang.L("Tags…"), lang.L("T"), func(ids []data.ReportID) { s.view.tagging.open(ids) })
	if s.c.Mark != nil {
		button(lang.L("Marking…"), lang.L("M"), s.c.Mark)
	}
	b.remove = button(lang.L("Remove"), lang.L("Del"), s.remove)
	b.buttons.Add(ui.NewButton(ui.Bare, lang.L("Let go"), lang.L("Esc"), s.unpick))
	b.content = container.NewStack(ui.NewCard(ui.Hint, ui.HintEdge, 8),
		ui.Inset(0, 0, 12, 4, b.buttons))
	return b
}

// showPicked shows how many reports are chosen, or the summary again.
func (v *view) showPicked() {
	n := v.s.picked.count()
	switch what := map[string]any{"Count": look.Number(n)}; {
	case n > 0 && v.s.passages != nil:
		v.picked.count.Set(ui.Plain, lang.XN("shelf.picked-passages", "{{.Count}} passages chosen", n, what))
	case n > 0:
		v.picked.count.Set(ui.Plain, lang.XN("shelf.picked", "{{.Count}} reports chosen", n, what))
	}
	setVisible(v.picked.remove, v.s.passages == nil)
	if v.rows.picked.Visible() != (n > 0) {
		setVisible(v.rows.picked, n > 0)
		v.showSummary()
		v.root.Refresh()
		return
	}
	v.picked.buttons.Refresh()
}

// adding puts reports into a brief or, where passages are listed, those chosen; ask
// asks into which brief. The list may move on before it is called.
func (s *Shelf) adding(ids []data.ReportID) func(ask bool) {
	var all []Place
	for i, sn := range s.passages {
		if s.picked.rows[i] || len(s.picked.rows) == 0 && i == s.view.list.Current() {
			all = append(all, Place{sn.Report, sn.At})
		}
	}
	for _, id := range ids {
		if s.passages == nil {
			all = append(all, Place{Report: id})
		}
	}
	return func(ask bool) {
		if s.c.Add != nil && len(all) > 0 {
			s.c.Add(all, ask)
		}
	}
}

// AddToBrief puts what is chosen into a brief; ask asks into which.
func (s *Shelf) AddToBrief(ask bool) { s.adding(s.Picked())(ask) }

// mark asks how far what is chosen may be passed on.
func (s *Shelf) mark() {
	if ids := s.Picked(); s.c.Mark != nil && len(ids) > 0 {
		s.c.Mark(ids)
	}
}

// known are the reports of those that are loaded.
func (s *Shelf) known(ids []data.ReportID) (all []data.Report) {
	for _, id := range ids {
		if e, ok := s.rows.reports.get(id); ok && !e.gone {
			all = append(all, e.Report)
		}
	}
	return all
}

// allRead reports whether every one of those that are loaded is read.
func allRead(all []data.Report) bool {
	return len(all) > 0 && !slices.ContainsFunc(all, func(r data.Report) bool { return !r.Read })
}
