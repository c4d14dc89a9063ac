package shelf

import (
	"context"
	"slices"
	"strings"
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
	typeWait   = 15 * time.Millisecond // the next key ends the search for the last
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
		s.text, s.through = words, 0
		s.search(typeWait, false)
		s.view.offers.follow()
	}
}

// filtered follows the side panel and the chips.
func (s *Shelf) filtered(f library.Filter) {
	if f != s.filter {
		s.filter, s.through = f, 0
		s.view.showFilter()
		s.search(0, false)
	}
}

// mostPassages is how many passages are listed at once.
const mostPassages = 500

// answer is what one search brought.
type answer struct {
	search.Found
	typed     search.Query
	passages  []search.Snippet
	suggested []search.Suggestion
}

// search lists what the search box and the filters ask for. stay keeps the list
// where it is, because only the library has changed. While the search cannot be
// understood, the last good answer stays.
func (s *Shelf) search(wait time.Duration, stay bool) {
	q, err := search.ParseTyped(s.text)
	s.view.showTrouble(err)
	if err != nil {
		s.list.slot.Cancel()
		s.list.busy = false
		return
	}
	ask, byPassage, lib := search.Ask{Filter: s.filter, Order: s.order, Through: s.through}, s.byPassage && !q.Empty(), s.c.Library
	s.list.busy = true
	task.Load(s.list.slot, func(ctx context.Context) (a answer, err error) {
		if err := pause(ctx, wait); err != nil {
			return a, err
		}
		a.typed = q
		switch {
		case byPassage:
			err = a.findPassages(ctx, lib, ask)
		case q.Empty() && (ask.Order == "" || ask.Order == library.Newest):
			a.IDs, err = lib.IDs(ctx, ask.Filter)
			a.Total, a.Reports = len(a.IDs), library.SetOf(a.IDs)
		default:
			a.Found, err = lib.Find(ctx, q, ask)
		}
		if err == nil && a.Total == 0 && !q.Empty() {
			a.suggested, err = lib.Suggest(ctx, q)
		}
		return a, err
	}, func(a answer, err error) {
		if err != nil {
			s.c.Failed(err)
		} else {
			s.show(a, stay)
		}
		s.list.ended(func() { s.search(changeWait, true) })
		if err == nil {
			s.deepen(a)
		}
	})
}

// deepen looks further by itself where only the few latest reports were looked
// through, so that the first hits are on screen at once.
func (s *Shelf) deepen(a answer) {
	if a.Looked > 0 && a.Looked < search.Further && s.through == 0 && s.passages == nil && !s.list.busy {
		s.through = search.Further
		s.search(0, true)
	}
}

// warm makes ready what searches need, behind the first list.
func (s *Shelf) warm() {
	task.Load(s.warming, func(ctx context.Context) (struct{}, error) {
		return struct{}{}, s.c.Library.Warm(ctx)
	}, func(struct{}, error) {}) // the search itself will tell what is wrong
}

func (a *answer) findPassages(ctx context.Context, lib Library, ask search.Ask) error {
	found, err := lib.Passages(ctx, a.typed, ask, mostPassages)
	a.passages = found.Passages
	if a.passages == nil {
		a.passages = []search.Snippet{}
	}
	a.Query, a.Also, a.Looked, a.Reports, a.Capped = found.Query, found.Also, found.Looked, found.Reports, found.More
	for _, p := range a.passages {
		a.IDs = append(a.IDs, p.Report)
	}
	a.Total = len(a.IDs)
	return err
}

// asked is the query that rows show the words of: none where only filters are on.
func (a answer) asked() search.Query {
	if a.typed.Empty() || a.Query.Empty() {
		return a.typed
	}
	return a.Query
}

// show puts an answer on the list.
func (s *Shelf) show(a answer, stay bool) {
	q, found := a.asked(), a.Found
	id, had := s.current()
	above := s.view.list.Current()*rowUnits(s) - s.view.list.Offset()
	if !s.loaded {
		s.warm()
	}
	before := s.passages
	s.query, s.found, s.loaded = q, found, true
	s.passages, s.suggested = a.passages, a.suggested
	s.rows.ask(q, stay)
	if stay {
		s.picked.follow(before, a.passages, found.IDs)
	} else {
		s.picked.clear()
	}
	s.view.showFound()
	if i := slices.Index(found.IDs, id); stay && had {
		if i >= 0 {
			s.view.list.Follow(i)
			s.view.list.SetOffset(i*rowUnits(s) - above)
		}
		s.view.list.Follow(s.view.list.Current()) // where the report went, the next one is
	} else {
		s.view.list.SetCurrent(0)
		s.view.list.SetOffset(0)
	}
	s.view.list.Refresh()
	s.rows.fill()
	s.loadSides(0)
	if ready := s.listed; ready != nil {
		s.listed = nil
		ready()
	}
}

// summary says in words how much is listed, and how far was looked.
func (s *Shelf) summary() string {
	n := s.found.Total
	count := map[string]any{"Count": look.Number(n)}
	parts := []string{lang.XN("shelf.count", "{{.Count}} reports", n, count)}
	if s.passages != nil {
		parts[0] = lang.XN("shelf.passages", "{{.Count}} passages", n, count)
		if s.found.Capped {
			parts[0] = lang.X("shelf.first-passages", "the first {{.Count}} passages", count)
		}
	}
	if s.found.Looked > 0 {
		parts = append(parts, lang.X("shelf.looked", "the newest {{.Count}} looked through", map[string]any{"Count": look.Number(s.found.Looked)}))
	} else if s.found.Capped && s.passages == nil {
		parts = append(parts, lang.X("shelf.ranked", "the best of the newest {{.Count}}", map[string]any{"Count": look.Number(len(s.found.IDs))}))
	}
	for _, a := range s.found.Also {
		if s.query.Empty() {
			break
		}
		parts = append(parts, lang.X("shelf.also", "also: {{.Names}}", map[string]any{"Names": strings.Join(a.Spellings, ", ")}))
	}
	return strings.Join(parts, " · ")
}
