package library_test

import (
	"path/filepath"
	"reflect"
	"slices"
	"testing"
	"time"

	"lectern/data"
	"lectern/data/library"
)

func titles(b data.Brief) (all []string) {
	for _, s := range b.Steps {
		all = append(all, s.Title)
	}
	return all
}

func TestABriefIsPutTogetherAndUndoneStepByStep(t *testing.T) {
	path := filepath.Join(t.TempDir(), "l.lectern")
	l := open(t, path)
	id, err := l.AddBrief(ctx, data.Brief{Title: " The call ", Level: data.Amber, Steps: []data.BriefStep{{Kind: data.TitleCard, Title: "one"}}})
	must(t, err)
	first := data.BriefStep{Kind: data.StatementStep, Title: "two", Minutes: 3, Notes: "slowly",
		Main: data.Quote{Report: 4, Span: data.Span{Start: 3, End: 8}, Words: "words", Lane: data.Statement, At: time.Date(2026, 1, 2, 3, 4, 5, 0, time.UTC)}}
	two, err := l.PutStep(ctx, id, first, -1)
	must(t, err)
	_, err = l.PutStep(ctx, id, data.BriefStep{Title: "zero"}, 0)
	must(t, err)
	must(t, l.MoveStep(ctx, id, two, 0))
	b, err := l.Brief(ctx, id)
	must(t, err)
	if !slices.Equal(titles(b), []string{"two", "zero", "one"}) || b.Title != "The call" || b.Level != data.Amber || b.Minutes() != 3 {
		t.Fatalf("brief: %+v", b)
	}
	first.ID = two
	if !reflect.DeepEqual(b.Steps[0], first) {
		t.Errorf("step: %+v", b.Steps[0])
	}
	first.Notes = "quickly"
	must(t, l.ChangeStep(ctx, id, first))
	must(t, l.ChangeStep(ctx, id, first)) // nothing new, so nothing to undo
	must(t, l.TakeStep(ctx, id, two))
	must(t, l.DescribeBrief(ctx, id, "Another", data.Unmarked))
	must(t, l.RemoveBrief(ctx, id))
	_, err = l.Brief(ctx, id)
	wantFault(t, err, data.FaultNotFound)
	must(t, l.Close())

	l = open(t, path)
	deeds := []library.BriefDeed{"", library.DeedRenamed, library.DeedTaken, library.DeedNotes, library.DeedMoved}
	for i, want := range [][]string{{"zero", "one"}, {"zero", "one"}, {"two", "zero", "one"}, {"two", "zero", "one"}, {"zero", "one", "two"}} {
		step, err := l.Undo(ctx)
		must(t, err)
		if step.Brief != deeds[i] {
			t.Errorf("%d undone: %q, want %q", i+1, step.Brief, deeds[i])
		}
		if b, _ = l.Brief(ctx, id); !slices.Equal(titles(b), want) {
			t.Errorf("after %d undone: %v, want %v", i+1, titles(b), want)
		}
		if i == 2 && b.Steps[0].Notes != "quickly" || i == 3 && b.Steps[0].Notes != "slowly" {
			t.Errorf("after %d undone the notes say %q", i+1, b.Steps[0].Notes)
		}
	}
	for range 5 {
		_, err := l.Redo(ctx)
		must(t, err)
	}
	if all, _ := l.Briefs(ctx); len(all) != 0 {
		t.Errorf("after all was done again: %v", all)
	}
}

func TestMarkingsAreGivenAndUndone(t *testing.T) {
	l := fresh(t)
	ids := add(t, l, some(0, 3)...)
	must(t, l.Mark(ctx, ids[:1], data.Red))
	must(t, l.Mark(ctx, ids, data.Green))
	markings := func() (all []data.Marking) {
		reports, err := l.Reports(ctx, ids)
		must(t, err)
		for _, r := range reports {
			all = append(all, r.Marking)
		}
		return all
	}
	if got := markings(); !slices.Equal(got, []data.Marking{data.Green, data.Green, data.Green}) {
		t.Fatalf("marked %v", got)
	}
	step, err := l.Undo(ctx)
	must(t, err)
	if got := markings(); step.Kind != library.StepMark || !slices.Equal(got, []data.Marking{data.Red, "", ""}) {
		t.Errorf("after undo: %v, %+v", got, step)
	}
}

func TestMinutesAreKeptWhileAPresentationGoesOn(t *testing.T) {
	l := fresh(t)
	began := time.Date(2026, 11, 23, 10, 0, 0, 0, time.UTC)
	p := data.Presentation{Brief: 7, Title: "For Monday", Began: began, Ended: began, Withheld: 2,
		Display:  data.Display{Kind: data.SecondDisplay, Width: 1920, Height: 1080},
		Showings: []data.Showing{{At: began, Step: 3, Number: 1, Kind: data.TitleCard, Title: "A"}}}
	var err error
	p.ID, err = l.KeepPresentation(ctx, p)
	must(t, err)
	p.Ended = began.Add(time.Hour)
	p.Showings = append(p.Showings, data.Showing{At: p.Ended, Question: "Why?", Quotes: []data.Quote{{Words: "Because"}}})
	again, err := l.KeepPresentation(ctx, p)
	must(t, err)
	other := data.Presentation{Brief: 8, Began: began.Add(time.Hour), Ended: began.Add(time.Hour)}
	_, err = l.KeepPresentation(ctx, other)
	must(t, err)
	if every, err := l.Presentations(ctx, 0); err != nil || len(every) != 2 || every[0].Brief != 8 {
		t.Errorf("of all briefs: %+v, %v", every, err)
	}
	all, err := l.Presentations(ctx, 7)
	must(t, err)
	if again != p.ID || !reflect.DeepEqual(all, []data.Presentation{p}) {
		t.Errorf("kept: %+v", all)
	}
}
