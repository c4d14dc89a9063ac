package library_test

import (
	"path/filepath"
	"slices"
	"testing"

	"lectern/data"
	"lectern/data/library"
)

// unsure is a report whose sentences have these scores.
func unsure(n int, scores ...float64) library.NewReport {
	r := some(n, 1)[0]
	for i := range r.Reading.Sentences {
		r.Reading.Sentences[i].Score = 0.9
		if i < len(scores) {
			r.Reading.Sentences[i].Score = scores[i]
		}
	}
	return r
}

// waiting lists what the filter lets through, in the order of their numbers.
func waiting(t *testing.T, l *library.Library, r data.Review) []data.ReportID {
	t.Helper()
	ids, err := l.IDs(ctx, library.Filter{Review: r})
	must(t, err)
	n, err := l.Count(ctx, library.Filter{Review: r})
	must(t, err)
	if n != len(ids) {
		t.Errorf("%d counted, %d listed", n, len(ids))
	}
	slices.Sort(ids)
	return ids
}

func TestTheReviewQueueFollowsDecisionsUndoAndNewReadings(t *testing.T) {
	path := filepath.Join(t.TempDir(), "l.lectern")
	l := open(t, path)
	all := []library.NewReport{unsure(0, 0.4, 0.6), unsure(1, 0.6), unsure(2)}
	ids := add(t, l, all...)
	if got := waiting(t, l, data.ReviewAll); !slices.Equal(got, ids[:2]) {
		t.Errorf("to review: %v", got)
	}
	if got := waiting(t, l, data.ReviewMost); !slices.Equal(got, ids[:1]) {
		t.Errorf("the most doubtful: %v", got)
	}
	counts := func(id data.ReportID) data.ReviewCounts {
		rs, err := l.Reports(ctx, []data.ReportID{id})
		must(t, err)
		return rs[0].Review
	}
	if got := counts(ids[0]); got != (data.ReviewCounts{All: 2, Most: 1}) {
		t.Errorf("counted %+v", got)
	}

	// To accept what is proposed is a decision too.
	first := all[0].Reading.Sentences[0]
	must(t, l.Decide(ctx, []data.PassageID{library.PassageAt(ids[0], first.Start)}, first.Lane))
	if got := counts(ids[0]); got != (data.ReviewCounts{All: 1}) {
		t.Errorf("after a decision %+v", got)
	}
	must(t, l.Close())
	l = open(t, path)
	_, err := l.Undo(ctx)
	must(t, err)
	if got := counts(ids[0]); got != (data.ReviewCounts{All: 2, Most: 1}) {
		t.Errorf("after undo %+v", got)
	}
	must(t, l.Reread(ctx, ids[1], unsure(1).Reading))
	if got := waiting(t, l, data.ReviewAll); !slices.Equal(got, ids[:1]) {
		t.Errorf("after a surer reading: %v", got)
	}
	sound(t, l)
}

func TestReportsOfAnOlderLibraryAreCountedWhenTheyAreLookedThrough(t *testing.T) {
	path := filepath.Join(t.TempDir(), "l.lectern")
	l := open(t, path)
	r := unsure(0, 0.4)
	themes, err := l.Themes(ctx)
	must(t, err)
	r.Finds = looked(t, l, r, themes[0].ID, 1)
	id := add(t, l, r)[0]
	must(t, l.Close())
	raw(t, path, `UPDATE reports SET review = 0, review_most = 0; UPDATE finds SET edition = 0`) // as migration 8 leaves it
	l = open(t, path)
	sound(t, l)
	if stale, err := l.Stale(ctx, ""); err != nil || !slices.Equal(stale, []data.ReportID{id}) {
		t.Fatalf("stale: %v, %v", stale, err)
	}
	must(t, l.Renew(ctx, []library.Renewed{{ID: id, Finds: r.Finds}}))
	if got := waiting(t, l, data.ReviewMost); len(got) != 1 {
		t.Errorf("to review: %v", got)
	}
	sound(t, l)
}

func TestReviewGoesFromReportToReportAndRound(t *testing.T) {
	l := fresh(t)
	ids := add(t, l, unsure(0, 0.4), unsure(1), unsure(2, 0.6), unsure(3, 0.4))
	order, err := l.IDs(ctx, library.Filter{Review: data.ReviewAll})
	must(t, err)
	for i, id := range order {
		next, err := l.NextToReview(ctx, id, data.ReviewAll)
		must(t, err)
		if want := order[(i+1)%len(order)]; next != want {
			t.Errorf("after %d comes %d, want %d", id, next, want)
		}
	}
	if next, err := l.NextToReview(ctx, 0, data.ReviewAll); err != nil || next != order[0] {
		t.Errorf("from the library: %d, %v", next, err)
	}
	must(t, l.Remove(ctx, []data.ReportID{ids[3]}))
	if next, err := l.NextToReview(ctx, ids[0], data.ReviewMost); err != nil || next != 0 {
		t.Errorf("the only one: %d, %v", next, err)
	}
}
