package shelf

import (
	"context"
	"sync"
	"testing"

	"lectern/app/task/tasktest"
	"lectern/data"
)

func TestAMatchFollowsTheLaneThatAPersonDecided(t *testing.T) {
	inside(t, func(t *testing.T, d *tasktest.Driver) {
		r := newRoom(t, d, wide, three()...)
		r.shelf.SetSearch("doubt")
		r.wait()
		before, ok := r.shelf.rows.snippet(0)
		if !ok || before.Lane != data.Caveat {
			t.Fatalf("the match is %+v", before)
		}
		if err := r.lib.Decide(t.Context(), []data.PassageID{before.Passage}, data.Reaction); err != nil {
			t.Fatal(err)
		}
		r.wait()
		if after, _ := r.shelf.rows.snippet(0); after.Lane != data.Reaction {
			t.Errorf("the match still stands in %s", after.Lane)
		}
	})
}

// late is a library whose next answer waits until it is let go.
type late struct {
	Library
	answered, let chan struct{}
	once          sync.Once
}

func (l *late) Reports(ctx context.Context, ids []data.ReportID) ([]data.Report, error) {
	got, err := l.Library.Reports(ctx, ids)
	l.once.Do(func() { close(l.answered); <-l.let })
	return got, err
}

func TestAChangeDuringALoadIsNotCoveredByItsOldAnswer(t *testing.T) {
	inside(t, func(t *testing.T, d *tasktest.Driver) {
		r := newRoom(t, d, wide, three()...)
		slow := &late{Library: r.shelf.c.Library, answered: make(chan struct{}), let: make(chan struct{})}
		r.shelf.c.Library = slow
		id := r.shelf.found.IDs[0]
		r.shelf.rows.forget(nil)
		<-slow.answered
		if err := r.lib.MarkRead(t.Context(), []data.ReportID{id}, true); err != nil {
			t.Fatal(err)
		}
		d.Settle()
		close(slow.let)
		r.wait()
		if e, _ := r.shelf.rows.entry(0); !e.Read {
			t.Error("the row shows what was before")
		}
	})
}
