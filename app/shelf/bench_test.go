package shelf

import (
	"context"
	"fmt"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"lectern/app/task/tasktest"
	"lectern/data"
	"lectern/data/library"
	"lectern/data/search"
)

// shelves is a library of any size that keeps nothing.
type shelves struct {
	ids []data.ReportID
	err error
}

func newShelves(n int) *shelves {
	s := &shelves{}
	for i := range n {
		s.ids = append(s.ids, data.ReportID(n-i))
	}
	return s
}

func (s *shelves) IDs(context.Context, library.Filter) ([]data.ReportID, error) { return s.ids, s.err }

func (s *shelves) Reports(_ context.Context, ids []data.ReportID) ([]data.Report, error) {
	var all []data.Report
	for _, id := range ids {
		all = append(all, data.Report{
			ID: id, Title: fmt.Sprintf("Report %d: envoys discuss a pause along the river, and doubt that all of it can hold until the winter", id),
			Publisher: "Harbour Telegraph Agency", Author: "Kit Marrowby", Published: time.Date(2026, 10, 1, 0, 0, 0, 0, time.UTC),
			Lanes: data.LaneCounts{Statement: 12, Caveat: 3, Reaction: 1, Background: 40}, Tags: []string{"pause", "river"},
		})
	}
	return all, s.err
}

func (s *shelves) Count(context.Context, library.Filter) (int, error)  { return len(s.ids), s.err }
func (s *shelves) Publishers(context.Context) ([]library.Facet, error) { return nil, s.err }
func (s *shelves) Speakers(context.Context) ([]library.Facet, error)   { return nil, s.err }
func (s *shelves) Tags(context.Context) ([]library.Facet, error)       { return nil, s.err }
func (s *shelves) Touched(context.Context) ([]library.Facet, error)    { return nil, s.err }

func (s *shelves) Warm(context.Context) error { return s.err }

func (s *shelves) Find(context.Context, search.Query, search.Ask) (search.Found, error) {
	return search.Found{IDs: s.ids, Total: len(s.ids)}, s.err
}

func (s *shelves) Passages(context.Context, search.Query, search.Ask, int) (search.FoundPassages, error) {
	return search.FoundPassages{}, s.err
}

func (s *shelves) Facets(context.Context, search.Found, int) (library.Facets, error) {
	return library.Facets{}, s.err
}

func (s *shelves) Complete(context.Context, string, int) ([]search.Offer, error) { return nil, s.err }

func (s *shelves) Suggest(context.Context, search.Query) ([]search.Suggestion, error) {
	return nil, s.err
}

func (s *shelves) Searches(context.Context) ([]library.SavedSearch, error)      { return nil, s.err }
func (s *shelves) SaveSearch(context.Context, string, string) error             { return s.err }
func (s *shelves) RenameSearch(context.Context, library.SearchID, string) error { return s.err }
func (s *shelves) RemoveSearch(context.Context, library.SearchID) error         { return s.err }

func (s *shelves) Snippets(context.Context, search.Query, []data.ReportID) ([]search.Snippet, error) {
	return nil, s.err
}

func (s *shelves) MarkRead(context.Context, []data.ReportID, bool) error { return s.err }
func (s *shelves) Tag(context.Context, []data.ReportID, string) error    { return s.err }
func (s *shelves) Untag(context.Context, []data.ReportID, string) error  { return s.err }
func (s *shelves) Remove(context.Context, []data.ReportID) error         { return s.err }

const many = 100_000

// benchShelf is a shelf of many reports with all of those in loaded at hand, so
// that only drawing is measured.
func benchShelf(b *testing.B) *Shelf {
	d := tasktest.NewApp(b)
	fake := newShelves(many)
	s := New(Config{Context: b.Context(), Library: fake, Failed: func(err error) { b.Error(err) }})
	test.NewTempWindow(b, s.Content()).Resize(fyne.NewSize(1280, 800))
	for s.found.IDs == nil {
		time.Sleep(time.Millisecond)
		if show := d.Next(); show != nil {
			show()
		}
	}
	s.rows.slot.Cancel()
	s.rows.busy = true // from here on the benchmark loads by itself
	return s
}

func (s *Shelf) loadNow() {
	reports, _ := s.rows.lacking()
	got, _ := s.c.Library.Reports(context.Background(), reports)
	s.rows.keep(reports, nil, loaded{reports: got})
}

// BenchmarkScroll100000 is one turn of the wheel, all new rows drawn with what
// they show.
func BenchmarkScroll100000(b *testing.B) {
	s := benchShelf(b)
	s.view.list.SetOffset(many / 2 * rowUnits(s))
	for b.Loop() {
		s.view.list.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, -60)})
		b.StopTimer()
		s.loadNow()
		b.StartTimer()
	}
}

// BenchmarkJump100000 goes from one end to the other and draws a screen full of
// rows never seen before.
func BenchmarkJump100000(b *testing.B) {
	s := benchShelf(b)
	for i := 0; b.Loop(); i++ {
		b.StopTimer()
		s.rows.reports = newRecent[entry](kept)
		b.StartTimer()
		s.view.list.SetCurrent(i % 2 * many)
		s.loadNow()
		s.view.list.Refresh()
	}
}

// BenchmarkShow100000 puts a new answer of many reports on the list.
func BenchmarkShow100000(b *testing.B) {
	s := benchShelf(b)
	found := search.Found{IDs: newShelves(many).ids, Total: many}
	for b.Loop() {
		s.show(answer{Found: found}, true)
	}
}
