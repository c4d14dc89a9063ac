package shelf

import (
	"context"
	"slices"
	"strconv"
	"time"

	"fyne.io/fyne/v2/lang"

	"lectern/app/look"
	"lectern/app/task"
	"lectern/data/library"
	"lectern/data/search"
)

// How long to wait for more of the same before looking: while a person types,
// and while the library changes.
const (
	typeWait   = 120 * time.Millisecond
	changeWait = 300 * time.Millisecond
)

// follower is a load that has to be done again when what it loads has changed
// meanwhile. It lets the load under way end first, so that a library that never
// stops changing is still shown.
type follower struct {
	slot        *task.Slot
	busy, stale bool
}

// again runs load now, or after the load under way.
func (f *follower) again(load func()) {
	if f.busy {
		f.stale = true
		return
	}
	load()
}

// ended is told of the end of a load.
func (f *follower) ended(load func()) {
	f.busy = false
	if f.stale {
		f.stale = false
		load()
	}
}

// pause waits, unless ctx ends first.
func pause(ctx context.Context, wait time.Duration) error {
	select {
	case <-ctx.Done():
	case <-time.After(wait):
	}
	return ctx.Err()
}

// typed follows the search box.
func (s *Shelf) typed(words string) {
	if words != s.text {
		s.text = words
		s.search(typeWait, false)
	}
}

// filtered follows the side panel and the chips.
func (s *Shelf) filtered(f library.Filter) {
	if f != s.filter {
		s.filter = f
		s.view.showFilter()
		s.search(0, false)
	}
}

// search lists what the search box and the filters ask for. stay keeps the list
// where it is, because only the library has changed.
func (s *Shelf) search(wait time.Duration, stay bool) {
	q, err := search.ParseTyped(s.text)
	if err != nil {
		s.list.slot.Cancel()
		s.list.busy = false
		s.view.showTrouble(look.FaultText(err))
		return
	}
	s.view.showTrouble("")
	filter := s.filter
	s.list.busy = true
	task.Load(s.list.slot, func(ctx context.Context) (search.Found, error) {
		if err := pause(ctx, wait); err != nil {
			return search.Found{}, err
		}
		if !q.Empty() {
			return s.c.Library.Find(ctx, q, search.Ask{Filter: filter})
		}
		ids, err := s.c.Library.IDs(ctx, filter)
		return search.Found{IDs: ids, Total: len(ids)}, err
	}, func(found search.Found, err error) {
		if err != nil {
			s.c.Failed(err)
		} else {
			s.show(asked(q, found), found, stay)
		}
		s.list.ended(func() { s.search(changeWait, true) })
	})
}

// asked is the query that rows show the words of: none where only filters are on.
func asked(typed search.Query, found search.Found) search.Query {
	if typed.Empty() || found.Query.Empty() {
		return typed
	}
	return found.Query
}

// show puts an answer on the list.
func (s *Shelf) show(q search.Query, found search.Found, stay bool) {
	id, had := s.current()
	above := s.view.list.Current()*rowUnits(s) - s.view.list.Offset()
	s.query, s.found, s.loaded = q, found, true
	s.rows.ask(q, stay)
	s.view.showFound()
	if i := slices.Index(found.IDs, id); stay && had {
		if i >= 0 {
			s.view.list.SetCurrent(i)
			s.view.list.SetOffset(i*rowUnits(s) - above)
		}
		s.view.list.SetCurrent(s.view.list.Current()) // where the report went, the next one is
	} else {
		s.view.list.SetCurrent(0)
		s.view.list.SetOffset(0)
	}
	s.view.list.Refresh()
	s.rows.fill()
	if ready := s.listed; ready != nil {
		s.listed = nil
		ready()
	}
}

// summary says in words how much is listed.
func (s *Shelf) summary() string {
	n := s.found.Total
	said := lang.XN("shelf.count", "{{.Count}} reports", n, map[string]any{"Count": grouped(n)})
	switch {
	case s.query.Empty():
		return said + " · " + lang.L("newest first")
	case s.found.Capped:
		return said + " · " + lang.L("the best of the newest {{.Count}} are shown; add a word or a filter to reach the rest",
			map[string]any{"Count": grouped(len(s.found.IDs))})
	}
	return said + " · " + lang.L("best first")
}

// grouped writes a number with its thousands apart.
func grouped(n int) string {
	words := strconv.Itoa(n)
	for i := len(words) - 3; i > 0; i -= 3 {
		words = words[:i] + "\u00a0" + words[i:]
	}
	return words
}
