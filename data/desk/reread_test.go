package desk

import (
	"context"
	"errors"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"lectern/data"
	"lectern/data/library"
	"lectern/data/split"
)

// joined is a splitter of another model: it takes a whole text for one sentence
// of one speaker.
type joined struct{ panics string }

func (joined) Model() string { return "joined-1" }

func (j joined) Split(text string, _ split.Hints) data.Reading {
	if j.panics != "" && strings.Contains(text, j.panics) {
		panic("a mistake of ours")
	}
	whole := data.Span{End: len(text)}
	return data.Reading{Model: "joined-1", Lang: "en",
		Sentences:    []data.Sentence{{Span: whole, Kind: data.Body, Lane: data.Caveat, Score: 0.5}},
		Attributions: []data.Attribution{{Content: []data.Span{whole}, Speaker: "Quillon Marsh"}}}
}

// filled is a desk with n stories in its library, and their numbers.
func filled(t *testing.T, n int) (*Desk, []data.ReportID) {
	t.Helper()
	d, dir := newDesk(t), t.TempDir()
	for i := range n {
		write(t, dir, string(rune('a'+i/26))+string(rune('a'+i%26))+".txt", story(i))
	}
	outcomes, err := bring(t, d, dir)
	if err != nil {
		t.Fatal(err)
	}
	var ids []data.ReportID
	for _, o := range outcomes {
		ids = append(ids, o.Report)
	}
	return d, ids
}

func document(t *testing.T, d *Desk, id data.ReportID) data.Document {
	t.Helper()
	doc, err := d.Library().Document(t.Context(), id)
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

func TestRereadingAllReplacesReadingsAndNoDecision(t *testing.T) {
	d, ids := filled(t, 3)
	p := document(t, d, ids[0]).Passages[1]
	if err := d.Library().Decide(t.Context(), []data.PassageID{p.ID}, data.Reaction); err != nil {
		t.Fatal(err)
	}
	if done, err := d.RereadAll(t.Context(), nil); err != nil || done.Done != 0 {
		t.Errorf("with the model that made them: %+v, %v", done, err)
	}

	other := New(Config{Library: d.Library(), Splitter: joined{}})
	var last Progress
	done, err := other.RereadAll(t.Context(), func(p Progress) { last = p })
	if err != nil || done.Done != 3 || done.Failed != nil || last.Done != 3 || last.Total != 3 {
		t.Fatalf("%+v, %v, last %+v", done, err, last)
	}
	doc := document(t, d, ids[0])
	if doc.Model != "joined-1" || len(doc.Passages) != 1 || doc.Passages[0].Decision == nil || !doc.Passages[0].Decision.Astray {
		t.Errorf("model %s, %d passages, decision %+v", doc.Model, len(doc.Passages), doc.Passages[0].Decision)
	}
	if n, _ := d.Library().Count(t.Context(), library.Filter{Speaker: "Quillon Marsh"}); n != 3 {
		t.Errorf("%d reports of the new speaker", n)
	}

	// The old model brings everything back, the decision too.
	if _, err := d.RereadAll(t.Context(), nil); err != nil {
		t.Fatal(err)
	}
	if back := document(t, d, ids[0]).Passages[1]; back.Decision == nil || back.Decision.Astray || back.Shown() != data.Reaction {
		t.Errorf("the decision came back as %+v", back.Decision)
	}
	if problems, err := d.Library().Check(t.Context(), nil); err != nil || len(problems) > 0 {
		t.Errorf("%v, %v", problems, err)
	}
}

func TestRereadingStopsWhenToldAndGoesOnWhereItStopped(t *testing.T) {
	d, _ := filled(t, renewBatch+5)
	other := New(Config{Library: d.Library(), Splitter: joined{}})
	ctx, cancel := context.WithCancel(t.Context())
	done, err := other.RereadAll(ctx, func(Progress) { cancel() })
	if data.FaultOf(err) == nil || data.FaultOf(err).Code != data.FaultStopped || done.Done != renewBatch {
		t.Errorf("stopped with %+v, %v", done, err)
	}
	if done, err := other.RereadAll(t.Context(), nil); err != nil || done.Done != 5 {
		t.Errorf("went on with %+v, %v", done, err)
	}
}

func TestOneReportThatCannotBeSplitStopsNoOther(t *testing.T) {
	d, ids := filled(t, 4)
	other := New(Config{Library: d.Library(), Splitter: joined{panics: "number 2\n"}})
	done, err := other.RereadAll(t.Context(), nil)
	if err != nil || done.Done != 3 || !slices.Equal(done.Failed, ids[2:3]) {
		t.Errorf("%+v, %v", done, err)
	}
	if doc := document(t, d, ids[2]); doc.Model == "joined-1" || len(doc.Passages) < 2 {
		t.Error("the one that failed was changed")
	}
}

func TestAChangedThemeIsFoundAfterRetagging(t *testing.T) {
	d, ids := filled(t, 3)
	lib := d.Library()
	if _, err := lib.AddTheme(t.Context(), data.Theme{Name: "Calls", Phrases: []string{"hold call*", "call number"}}); err != nil {
		t.Fatal(err)
	}
	with := func(theme string) int {
		n, err := lib.Count(t.Context(), library.Filter{Theme: theme})
		if err != nil {
			t.Fatal(err)
		}
		return n
	}
	if with("Calls") != 0 {
		t.Error("found before anybody looked")
	}
	if done, err := d.Retag(t.Context(), nil); err != nil || done.Done != 3 || with("Calls") != 3 {
		t.Errorf("retagged %+v, %v: %d reports", done, err, with("Calls"))
	}
	if r := document(t, d, ids[0]); len(r.Themes) != 1 || r.Themes[0].Count != 1 {
		t.Errorf("themes: %+v", r.Themes)
	}
	// What comes in later is looked through at once.
	if _, err := d.Keep(t.Context(), mustPropose(t, d, story(77))); err != nil || with("Calls") != 4 {
		t.Errorf("a new report: %d, %v", with("Calls"), err)
	}
	if done, err := d.Retag(t.Context(), nil); err != nil || done.Done != 0 {
		t.Errorf("nothing was left to do: %+v, %v", done, err)
	}
}

func mustPropose(t *testing.T, d *Desk, text string) Proposal {
	t.Helper()
	p, err := d.ProposeText(t.Context(), text)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func TestPromisesAreDatedFromTheDayOfPublication(t *testing.T) {
	d := newDesk(t)
	p := mustPropose(t, d, "Envoys hold a call\n\n\"Within two weeks we will hand over the list,\" President Taras Velm said on Tuesday.\n")
	p.Published = time.Date(2026, 10, 6, 0, 0, 0, 0, time.UTC)
	added, err := d.Keep(t.Context(), p)
	if err != nil {
		t.Fatal(err)
	}
	due := func() string {
		doc := document(t, d, added.ID)
		if len(doc.Expectations) != 1 || !strings.HasSuffix(doc.Expectations[0].Speaker, "Velm") || doc.Expectations[0].When.In(doc.Body) != "Within two weeks" {
			t.Fatalf("promises: %+v", doc.Expectations)
		}
		return doc.Expectations[0].Due.Format(time.DateOnly)
	}
	if due() != "2026-10-20" {
		t.Errorf("due %s", due())
	}
	err = d.Describe(t.Context(), added.ID, library.Details{Title: "The call", Published: time.Date(2026, 11, 6, 0, 0, 0, 0, time.UTC)})
	if err != nil || due() != "2026-11-17" { // that Friday, Tuesday was the third
		t.Errorf("after the day was corrected: due %s, %v", due(), err)
	}
	var gone *data.Fault
	if err := d.Describe(t.Context(), 99, library.Details{}); !errors.As(err, &gone) || gone.Code != data.FaultNotFound {
		t.Errorf("a report that is not there: %v", err)
	}
}

func TestALibraryThatCanOnlyBeReadIsNotReread(t *testing.T) {
	path := filepath.Join(t.TempDir(), "l.lectern")
	open(t, path)
	lib, err := library.Open(t.Context(), library.Config{Path: path, ReadOnly: true})
	if err != nil {
		t.Fatal(err)
	}
	defer lib.Close()
	if _, err := New(Config{Library: lib, Splitter: joined{}}).RereadAll(t.Context(), nil); err == nil {
		t.Error("no word about it")
	}
}
