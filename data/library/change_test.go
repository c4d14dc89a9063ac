package library_test

import (
	"path/filepath"
	"slices"
	"testing"
	"time"

	"lectern/data"
	"lectern/data/library"
)

func shown(t testing.TB, l *library.Library, id data.ReportID, i int) data.Passage {
	t.Helper()
	d, err := l.Document(ctx, id)
	must(t, err)
	return d.Passages[i]
}

// other is a lane that p is not shown in.
func other(p data.Passage) data.Lane {
	if p.Shown() == data.Caveat {
		return data.Reaction
	}
	return data.Caveat
}

func TestADecisionSaysWhoAndWhenAndOutlivesARestart(t *testing.T) {
	path := filepath.Join(t.TempDir(), "l.lectern")
	l := open(t, path)
	id := add(t, l, some(0, 1)...)[0]
	p := shown(t, l, id, 2)
	machine, lane := p.Lane, other(p)
	before, _ := l.Report(ctx, id)
	must(t, l.Decide(ctx, []data.PassageID{p.ID}, lane))
	must(t, l.Close())

	l = open(t, path)
	p = shown(t, l, id, 2)
	if p.Decision == nil || p.Decision.By != "Vera" || p.Decision.At.IsZero() || p.Shown() != lane || p.Lane != machine {
		t.Fatalf("got %+v", p)
	}
	after, _ := l.Report(ctx, id)
	if after.Lanes.Of(lane) != before.Lanes.Of(lane)+1 || after.Lanes.Of(machine) != before.Lanes.Of(machine)-1 {
		t.Errorf("counts went from %+v to %+v", before.Lanes, after.Lanes)
	}
	step, err := l.Undo(ctx)
	must(t, err)
	if step.Kind != library.StepDecide || step.Count != 1 || step.Subject != string(lane) || !slices.Equal(step.Passages, []data.PassageID{p.ID}) {
		t.Errorf("step %+v", step)
	}
	if p = shown(t, l, id, 2); p.Decision != nil || p.Shown() != machine {
		t.Errorf("after undo: %+v", p)
	}
	if now, _ := l.Report(ctx, id); now.Lanes != before.Lanes {
		t.Errorf("counts %+v, want %+v", now.Lanes, before.Lanes)
	}
	_, err = l.Redo(ctx)
	must(t, err)
	must(t, l.Withdraw(ctx, []data.PassageID{p.ID}))
	if p = shown(t, l, id, 2); p.Decision != nil {
		t.Errorf("withdrawn, and still %+v", p.Decision)
	}
	_, err = l.Undo(ctx)
	must(t, err)
	if p = shown(t, l, id, 2); p.Shown() != lane || p.Decision.At.IsZero() {
		t.Errorf("undoing a withdrawal left %+v", p)
	}
	sound(t, l)
}

func TestADecisionNeverMovesToOtherWords(t *testing.T) {
	l := fresh(t)
	r := some(0, 1)[0]
	id := add(t, l, r)[0]
	stays, goes := shown(t, l, id, 1), shown(t, l, id, 3)
	must(t, l.Decide(ctx, []data.PassageID{stays.ID}, other(stays)))
	must(t, l.Decide(ctx, []data.PassageID{goes.ID}, other(goes)))

	// The new model joins sentences 3 and 4.
	again := r.Reading
	again.Model = "synth-2"
	again.Sentences = slices.Clone(r.Reading.Sentences)
	again.Sentences[3].End = again.Sentences[4].End
	again.Sentences = slices.Delete(again.Sentences, 4, 5)
	must(t, l.Reread(ctx, id, again))

	d, err := l.Document(ctx, id)
	must(t, err)
	if d.Model != "synth-2" || len(d.Passages) != len(again.Sentences) {
		t.Fatalf("model %q, %d passages", d.Model, len(d.Passages))
	}
	if p := d.Passages[1]; p.Decision == nil || p.Decision.Astray || p.Shown() != other(stays) {
		t.Errorf("the decision on the same words is %+v", p.Decision)
	}
	if p := d.Passages[3]; p.Decision == nil || !p.Decision.Astray || p.Shown() != p.Lane {
		t.Errorf("the decision on other words is %+v and shows %s", p.Decision, p.Shown())
	}
	sound(t, l)

	// Reading it as before brings the decision home.
	must(t, l.Reread(ctx, id, r.Reading))
	if p := shown(t, l, id, 3); p.Decision == nil || p.Decision.Astray || p.Shown() != other(goes) {
		t.Errorf("back home: %+v", p.Decision)
	}
	// A new word about it settles one that is astray.
	must(t, l.Reread(ctx, id, again))
	p := shown(t, l, id, 3)
	must(t, l.Decide(ctx, []data.PassageID{p.ID}, data.Background))
	if p = shown(t, l, id, 3); p.Decision.Astray || p.Shown() != data.Background {
		t.Errorf("decided again: %+v", p.Decision)
	}
	_, err = l.Undo(ctx)
	must(t, err)
	if p = shown(t, l, id, 3); p.Decision == nil || !p.Decision.Astray {
		t.Errorf("undone: %+v", p.Decision)
	}
}

func TestTheSameDocumentTwiceIsNoticed(t *testing.T) {
	l := fresh(t)
	all := some(0, 3)
	sameText := all[0]
	sameText.Source = []byte("another page around it")
	added, err := l.Add(ctx, []library.NewReport{all[0], all[1], all[0], sameText})
	must(t, err)
	if added[0].Known || added[1].Known || !added[2].Known || !added[3].Known || added[2].ID != added[0].ID || added[3].ID != added[0].ID {
		t.Errorf("got %+v", added)
	}
	if n, _ := l.Count(ctx, library.Filter{}); n != 2 {
		t.Errorf("%d reports", n)
	}
	id, known, err := l.Known(ctx, data.HashOf(all[1].Source), data.Hash{})
	must(t, err)
	if !known || id != added[1].ID {
		t.Error("the original is not known")
	}
	if _, known, err := l.Known(ctx, data.HashOf(all[2].Source), data.HashOf([]byte(all[2].Body))); known || err != nil {
		t.Error("a report that never came is known", err)
	}
	// Adding only what is known is no step.
	_, err = l.Add(ctx, all[:1])
	must(t, err)
	if s, _ := l.NextUndo(ctx); s.Count != 2 {
		t.Errorf("next undo is %+v", s)
	}
}

func TestARemovedReportIsGoneFromEverythingUntilUndo(t *testing.T) {
	l := fresh(t)
	all := some(0, 3)
	ids := add(t, l, all...)
	must(t, l.Tag(ctx, ids, "envoys"))
	must(t, l.Remove(ctx, ids[:1]))
	if _, err := l.Document(ctx, ids[0]); err == nil {
		t.Error("it still opens")
	}
	wantFault(t, l.Remove(ctx, ids[:1]), data.FaultNotFound)
	list, _ := l.IDs(ctx, library.Filter{})
	tags, _ := l.Tags(ctx)
	if len(list) != 2 || slices.Contains(list, ids[0]) || tags[0].Count != 2 {
		t.Errorf("list %v, tags %v", list, tags)
	}
	sound(t, l)
	// Brought in again it is a new report, though the old one sleeps.
	again := add(t, l, all[0])[0]
	if again == ids[0] {
		t.Error("a number was used again")
	}
	for range 2 {
		_, err := l.Undo(ctx)
		must(t, err)
	}
	list, _ = l.IDs(ctx, library.Filter{})
	if len(list) != 3 || !slices.Contains(list, ids[0]) {
		t.Errorf("after undo: %v", list)
	}
	sound(t, l)
	// A new change ends the chance to redo, and what only redo could show goes.
	must(t, l.MarkRead(ctx, ids[:1], true))
	if _, ok := l.NextRedo(ctx); ok {
		t.Error("redo survived a new change")
	}
	sound(t, l)
}

func TestListsComeNewestFirstAndFiltered(t *testing.T) {
	l := fresh(t)
	all := some(0, 40)
	all[7].Published = time.Time{} // entered today, so it stands first
	all[9].Sample = true
	ids := add(t, l, all...)
	by := make(map[data.ReportID]library.NewReport)
	for i, id := range ids {
		by[id] = all[i]
	}
	list, err := l.IDs(ctx, library.Filter{})
	must(t, err)
	if len(list) != 40 || list[0] != ids[7] {
		t.Fatalf("%d reports, first %d", len(list), list[0])
	}
	for i := 2; i < len(list); i++ {
		if by[list[i]].Published.After(by[list[i-1]].Published) {
			t.Errorf("%d stands after %d", list[i], list[i-1])
		}
	}
	must(t, l.Tag(ctx, ids[3:5], " talks "))
	must(t, l.Opened(ctx, ids[0]))
	speakers, err := l.Speakers(ctx)
	must(t, err)
	publishers, err := l.Publishers(ctx)
	must(t, err)
	if speakers[0].Count < speakers[len(speakers)-1].Count || publishers[0].Count < publishers[len(publishers)-1].Count {
		t.Error("facets are not in order")
	}
	for _, c := range []struct {
		name   string
		filter library.Filter
		pass   func(r library.NewReport, i int) bool
	}{
		{"lane", library.Filter{Lane: data.Caveat}, func(r library.NewReport, _ int) bool {
			return slices.ContainsFunc(r.Reading.Sentences, func(s data.Sentence) bool { return s.Lane == data.Caveat })
		}},
		{"speaker", library.Filter{Speaker: speakers[0].Name}, func(r library.NewReport, _ int) bool {
			return slices.ContainsFunc(r.Reading.Attributions, func(a data.Attribution) bool { return a.Speaker == speakers[0].Name })
		}},
		{"publisher", library.Filter{Publisher: publishers[0].Name}, func(r library.NewReport, _ int) bool { return r.Publisher == publishers[0].Name }},
		{"tag", library.Filter{Tag: "talks"}, func(_ library.NewReport, i int) bool { return i == 3 || i == 4 }},
		{"unread", library.Filter{Unread: true}, func(_ library.NewReport, i int) bool { return i != 0 }},
		{"samples", library.Filter{Samples: true}, func(_ library.NewReport, i int) bool { return i == 9 }},
		{"dates", library.Filter{From: all[1].Published, To: all[1].Published.AddDate(1, 0, 0)}, func(r library.NewReport, _ int) bool {
			return !r.Published.Before(all[1].Published) && !r.Published.After(all[1].Published.AddDate(1, 0, 0))
		}},
		{"no such lane", library.Filter{Lane: "x' OR 1"}, func(library.NewReport, int) bool { return false }},
	} {
		var want []data.ReportID
		for i, id := range ids {
			if c.pass(all[i], i) {
				want = append(want, id)
			}
		}
		got, err := l.IDs(ctx, c.filter)
		must(t, err)
		n, err := l.Count(ctx, c.filter)
		must(t, err)
		slices.Sort(got)
		if !slices.Equal(got, want) || n != len(want) {
			t.Errorf("%s: got %v, count %d, want %v", c.name, got, n, want)
		}
	}
	rows, err := l.Reports(ctx, []data.ReportID{ids[4], 999, ids[0]})
	must(t, err)
	if len(rows) != 2 || rows[0].ID != ids[4] || !slices.Equal(rows[0].Tags, []string{"talks"}) || !rows[1].Read {
		t.Errorf("rows %+v", rows)
	}
}

func TestThoseWhoSubscribedHearOfEachChangeAfterIt(t *testing.T) {
	l := fresh(t)
	var heard []data.Change
	cancel := l.Subscribe(func(c data.Change) {
		heard = append(heard, c)
		if _, err := l.Count(ctx, library.Filter{}); err != nil {
			t.Error("a listener cannot read:", err)
		}
	})
	id := add(t, l, some(0, 1)...)[0]
	must(t, l.Opened(ctx, id))
	must(t, l.Decide(ctx, []data.PassageID{shown(t, l, id, 0).ID}, data.Caveat))
	must(t, l.Remove(ctx, []data.ReportID{id}))
	_, err := l.Undo(ctx)
	must(t, err)
	wantFault(t, l.Decide(ctx, []data.PassageID{library.PassageAt(id, 100_000)}, data.Caveat), data.FaultNotFound)
	cancel()
	must(t, l.MarkRead(ctx, []data.ReportID{id}, false))
	var kinds []data.ChangeKind
	for _, c := range heard {
		kinds = append(kinds, c.Kind)
		if !slices.Equal(c.Reports, []data.ReportID{id}) {
			t.Errorf("%s names %v", c.Kind, c.Reports)
		}
	}
	want := []data.ChangeKind{data.ReportsAdded, data.ReportChanged, data.PassageDecided, data.ReportsRemoved, data.ReportsAdded}
	if !slices.Equal(kinds, want) {
		t.Errorf("heard %v, want %v", kinds, want)
	}
}

func TestABulkImportIsOneStepAndLeavesTheIndexAsItWas(t *testing.T) {
	path := filepath.Join(t.TempDir(), "l.lectern")
	l := open(t, path)
	all := some(0, 30)
	must(t, l.Bulk(ctx, func(addSome func([]library.NewReport) ([]library.Added, error)) error {
		for from := 0; from < 30; from += 10 {
			if _, err := addSome(all[from : from+10]); err != nil {
				return err
			}
			// A person works on meanwhile.
			must(t, l.MarkRead(ctx, []data.ReportID{1}, from%20 == 0))
		}
		return nil
	}))
	if got := rawValue(t, path, `SELECT count(*) FROM search_config WHERE k IN ('hashsize','automerge') AND v NOT IN (1048576, 4)`); got != "0" {
		t.Error("the index is still tuned for bulk")
	}
	for range 3 {
		_, err := l.Undo(ctx)
		must(t, err)
	}
	step, err := l.Undo(ctx)
	must(t, err)
	if n, _ := l.Count(ctx, library.Filter{}); step.Kind != library.StepAdd || step.Count != 30 || n != 0 {
		t.Errorf("undid %+v, %d reports are left", step, n)
	}
	_, err = l.Redo(ctx)
	must(t, err)
	if n, _ := l.Count(ctx, library.Filter{}); n != 30 {
		t.Errorf("%d reports after redo", n)
	}
	sound(t, l)
}
