package library_test

import (
	"path/filepath"
	"reflect"
	"testing"
	"time"

	"pgregory.net/rapid"

	"lectern/data"
	"lectern/data/library"
)

// state is all that a person can see of a library.
func state(t testing.TB, l *library.Library) any {
	t.Helper()
	ids, err := l.IDs(ctx, library.Filter{})
	must(t, err)
	documents := make([]data.Document, 0)
	must(t, l.Documents(ctx, ids, func(d data.Document) error {
		documents = append(documents, d)
		return nil
	}))
	publishers, err := l.Publishers(ctx)
	must(t, err)
	speakers, err := l.Speakers(ctx)
	must(t, err)
	tags, err := l.Tags(ctx)
	must(t, err)
	return []any{ids, documents, publishers, speakers, tags}
}

func TestUndoingEverythingAndRedoingItComesToTheSame(t *testing.T) {
	pool := some(0, 8)
	rapid.Check(t, func(rt *rapid.T) {
		path := filepath.Join(t.TempDir(), "l.lectern")
		l := open(t, path)
		defer func() { l.Close() }()
		start := state(t, l)
		for range rapid.IntRange(3, 14).Draw(rt, "changes") {
			change(t, rt, l, pool)
			if rapid.IntRange(0, 9).Draw(rt, "restart") == 0 {
				must(t, l.Close())
				l = open(t, path)
			}
		}
		end := state(t, l)
		steps := 0
		for ; ; steps++ {
			if _, err := l.Undo(ctx); err != nil {
				wantFault(t, err, data.FaultNothingToDo)
				break
			}
		}
		if got := state(t, l); !reflect.DeepEqual(got, start) {
			rt.Fatalf("after undoing all %d steps: %+v", steps, got)
		}
		must(t, l.Close())
		l = open(t, path)
		for range steps {
			_, err := l.Redo(ctx)
			must(t, err)
		}
		if _, err := l.Redo(ctx); data.FaultOf(err) == nil || data.FaultOf(err).Code != data.FaultNothingToDo {
			rt.Fatal("there was more to redo than had been undone")
		}
		if got := state(t, l); !reflect.DeepEqual(got, end) {
			rt.Fatalf("after redoing all %d steps:\n%+v\nwant\n%+v", steps, got, end)
		}
		sound(t, l)
	})
}

// change makes one change, any that a person can make.
func change(t testing.TB, rt *rapid.T, l *library.Library, pool []library.NewReport) {
	ids, err := l.IDs(ctx, library.Filter{})
	must(t, err)
	kind := rapid.IntRange(0, 8).Draw(rt, "kind")
	if len(ids) == 0 || kind == 0 {
		from := rapid.IntRange(0, len(pool)-1).Draw(rt, "from")
		add(t, l, pool[from:rapid.IntRange(from+1, len(pool)).Draw(rt, "to")]...)
		return
	}
	some := rapid.SliceOfNDistinct(rapid.SampledFrom(ids), 1, min(3, len(ids)), rapid.ID).Draw(rt, "reports")
	tag := rapid.SampledFrom([]string{"peace", "Київ", "x"}).Draw(rt, "tag")
	var passages []data.PassageID
	d, err := l.Document(ctx, some[0])
	must(t, err)
	for _, p := range d.Passages[:min(4, len(d.Passages))] {
		if rapid.Bool().Draw(rt, "passage") {
			passages = append(passages, p.ID)
		}
	}
	switch kind {
	case 1:
		must(t, l.Remove(ctx, some))
	case 2, 3:
		must(t, l.Decide(ctx, passages, rapid.SampledFrom(data.Lanes()).Draw(rt, "lane")))
	case 4:
		must(t, l.Withdraw(ctx, passages))
	case 5:
		must(t, l.Tag(ctx, some, tag))
	case 6:
		must(t, l.Untag(ctx, some, tag))
	case 7:
		must(t, l.MarkRead(ctx, some, rapid.Bool().Draw(rt, "read")))
	case 8:
		must(t, l.Describe(ctx, some[0], library.Details{
			Title:     rapid.StringN(0, 20, -1).Draw(rt, "title"),
			Publisher: rapid.SampledFrom([]string{"", "A", "B"}).Draw(rt, "publisher"),
			Published: time.Date(rapid.SampledFrom([]int{1, 2024, 2025}).Draw(rt, "year"), 1, 1, 0, 0, 0, 0, time.UTC),
		}))
	}
}

func TestStepsThatWereOneAreUndoneAndDoneAgainAsOne(t *testing.T) {
	l := fresh(t)
	add(t, l, some(0, 1)...)
	reports := add(t, l, some(1, 2)...)
	first := l.LastStep()
	_, err := l.AddBrief(ctx, data.Brief{Title: "On them"})
	must(t, err)
	must(t, l.JoinSteps(ctx, first, l.LastStep()))
	for range 2 {
		if next, ok := l.NextUndo(ctx); !ok || next.ID != first {
			t.Fatalf("next: %+v", next)
		}
		step, err := l.Undo(ctx)
		must(t, err)
		briefs, _ := l.Briefs(ctx)
		ids, _ := l.IDs(ctx, library.Filter{})
		if step.ID != first || step.Count != len(reports) || len(briefs) != 0 || len(ids) != 1 {
			t.Fatalf("undone: %+v, with %d briefs and %d reports left", step, len(briefs), len(ids))
		}
		step, err = l.Redo(ctx)
		must(t, err)
		briefs, _ = l.Briefs(ctx)
		if step.ID != first || len(briefs) != 1 {
			t.Fatalf("done again: %+v, with %d briefs", step, len(briefs))
		}
	}
	_, err = l.Undo(ctx)
	must(t, err)
	if step, err := l.Undo(ctx); err != nil || step.ID == first {
		t.Errorf("the step before it: %+v, %v", step, err)
	}
}
