package shelf

import (
	"context"
	"slices"
	"strings"

	"lectern/app/look"
	"lectern/app/task"
	"lectern/data"
	"lectern/data/search"
)

// How many rows around those in sight are loaded with them, and about how many
// stay in memory. Snippets need whole texts to be read, so only few are loaded
// ahead.
const (
	ahead        = 50
	aheadSnippet = 4
	kept         = 1000
)

// loader loads what rows show, one load at a time: the rows in sight when it
// ends decide what comes next, so that dragging through the list never piles up
// work, nor ever starves it.
type loader struct {
	s        *Shelf
	slot     *task.Slot
	busy     bool
	query    search.Query
	reports  *recent[entry]
	snippets *recent[extract]
	missed   [][]data.ReportID // forgotten while a load was busy, which may bring the old
}

// entry is a report in the words that a row shows.
type entry struct {
	data.Report
	day   string
	gone  bool // the library has it no more
	stale bool // it has changed since
}

// extract is the match that a row shows.
type extract struct {
	search.Snippet
	stale bool // its report has changed since
}

func newLoader(s *Shelf) *loader {
	return &loader{
		s: s, slot: task.NewSlot(s.c.Context),
		reports: newRecent[entry](kept), snippets: newRecent[extract](kept),
	}
}

// ask begins an answer to q. same tells that it is the query asked before.
func (l *loader) ask(q search.Query, same bool) {
	l.query = q
	if !same {
		l.slot.Cancel()
		l.busy, l.missed = false, nil
		l.snippets = newRecent[extract](kept)
	}
}

// forget loads these reports again when they are seen; none named means all.
// Until then they are shown as they were.
func (l *loader) forget(ids []data.ReportID) {
	l.spoil(ids)
	if l.busy {
		l.missed = append(l.missed, ids)
	}
	l.fill()
}

func (l *loader) spoil(ids []data.ReportID) {
	if ids == nil {
		l.reports.each(func(e *entry) { e.stale = true })
		l.snippets.each(func(x *extract) { x.stale = true })
	}
	for _, id := range ids {
		if e, ok := l.reports.get(id); ok {
			e.stale = true
			l.reports.put(id, e)
		}
		if x, ok := l.snippets.get(id); ok {
			x.stale = true
			l.snippets.put(id, x)
		}
	}
}

// loaded is what one load brought.
type loaded struct {
	reports  []data.Report
	snippets []search.Snippet
}

// fill loads what the rows in sight lack.
func (l *loader) fill() {
	if l.busy {
		return
	}
	reports, snippets := l.lacking()
	if len(reports)+len(snippets) == 0 {
		return
	}
	l.busy = true
	q, lib := l.query, l.s.c.Library
	task.Load(l.slot, func(ctx context.Context) (got loaded, err error) {
		if len(reports) > 0 {
			if got.reports, err = lib.Reports(ctx, reports); err != nil {
				return got, err
			}
		}
		if len(snippets) > 0 {
			got.snippets, err = lib.Snippets(ctx, q, snippets)
		}
		return got, err
	}, func(got loaded, err error) {
		missed := l.missed
		l.busy, l.missed = false, nil
		if err != nil {
			l.s.c.Failed(err)
			return
		}
		l.keep(reports, snippets, got)
		for _, ids := range missed {
			l.spoil(ids)
		}
		l.s.view.list.Refresh()
		l.fill()
	})
}

// lacking lists what the rows in sight, and some around them, do not have yet.
func (l *loader) lacking() (reports, snippets []data.ReportID) {
	first, end := l.s.view.list.Seen()
	ids := l.s.found.IDs
	end = min(end, len(ids))
	reports = around(ids, first, end, ahead, func(id data.ReportID) bool {
		e, ok := l.reports.get(id)
		return !ok || e.stale
	})
	if !l.query.Empty() && l.s.passages == nil {
		snippets = around(ids, first, end, aheadSnippet, func(id data.ReportID) bool {
			x, ok := l.snippets.get(id)
			return !ok || x.stale
		})
	}
	return reports, snippets
}

// around lists those of ids from first to end, and as far as margin around them,
// that are lacking; but none while a quarter of the margin is still complete, so
// that scrolling loads many rows now and then and not one row at every step.
func around(ids []data.ReportID, first, end, margin int, lacks func(data.ReportID) bool) (lacking []data.ReportID) {
	within := func(m int) []data.ReportID { return ids[min(max(first-m, 0), len(ids)):min(end+m, len(ids))] }
	if !slices.ContainsFunc(within(margin/4), lacks) {
		return nil
	}
	for _, id := range within(margin) {
		if lacks(id) {
			lacking = append(lacking, id)
		}
	}
	return lacking
}

// keep takes in what was loaded; what was asked for and did not come is gone.
func (l *loader) keep(reports, snippets []data.ReportID, got loaded) {
	for _, r := range got.reports {
		l.reports.put(r.ID, entry{Report: r, day: look.Day(r.Published)})
	}
	for _, id := range reports {
		if !slices.ContainsFunc(got.reports, func(r data.Report) bool { return r.ID == id }) {
			l.reports.put(id, entry{gone: true})
		}
	}
	for _, id := range snippets {
		l.snippets.put(id, extract{Snippet: search.Snippet{Report: id}})
	}
	for _, sn := range got.snippets {
		l.snippets.put(sn.Report, extract{Snippet: sn})
	}
}

// entry is what is known of the report listed at index.
func (l *loader) entry(index int) (entry, bool) {
	if index >= len(l.s.found.IDs) {
		return entry{}, false
	}
	e, ok := l.reports.get(l.s.found.IDs[index])
	return e, ok && !e.gone
}

// snippet is the match in the report listed at index.
func (l *loader) snippet(index int) (search.Snippet, bool) {
	if l.query.Empty() || index >= len(l.s.found.IDs) {
		return search.Snippet{}, false
	}
	if index < len(l.s.passages) {
		return l.s.passages[index], true
	}
	x, ok := l.snippets.get(l.s.found.IDs[index])
	return x.Snippet, ok && x.Text != ""
}

// label is what a screen reader calls a row.
func (l *loader) label(index int) string {
	e, _ := l.entry(index)
	words := strings.Join([]string{e.Title, e.Publisher, e.day}, ", ")
	if e.Marking != data.Unmarked {
		words += ", " + string(e.Marking)
	}
	return words
}
