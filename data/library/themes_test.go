package library_test

import (
	"path/filepath"
	"slices"
	"testing"
	"time"

	"lectern/data"
	"lectern/data/library"
)

// looked says that a report was looked through: it touches theme n times.
func looked(t testing.TB, l *library.Library, r library.NewReport, theme data.ThemeID, n int) library.Finds {
	t.Helper()
	all, err := l.Themes(ctx)
	must(t, err)
	return library.Finds{
		Themes: []data.ThemeCount{{Theme: theme, Count: n}}, Edition: all.Edition(), Published: r.Published,
		Expectations: []data.Expectation{{Passage: r.Reading.Sentences[1].Span, Speaker: "Ilya Maren",
			When: data.Span{Start: 3, End: 9}, Due: time.Date(2026, 10, 20, 0, 0, 0, 0, time.UTC), Precision: data.ToTheWeek}},
	}
}

func TestANewLibraryKnowsTheThemesOutOfTheBox(t *testing.T) {
	all, err := fresh(t).Themes(ctx)
	must(t, err)
	want := data.DefaultThemes()
	if len(all) != 8 {
		t.Fatalf("%d themes", len(all))
	}
	for i, theme := range all {
		if theme.ID == 0 || theme.Name != want[i].Name || !slices.Equal(theme.Phrases, want[i].Phrases) {
			t.Errorf("got %+v, want %+v", theme, want[i])
		}
	}
}

func TestReportsAreListedByThemeWithTheirPromises(t *testing.T) {
	path := filepath.Join(t.TempDir(), "l.lectern")
	l := open(t, path)
	all := some(0, 3)
	themes, err := l.Themes(ctx)
	must(t, err)
	all[0].Finds = looked(t, l, all[0], themes[4].ID, 7)
	all[1].Finds = looked(t, l, all[1], themes[4].ID, 2)
	all[1].Finds.Themes = append(all[1].Finds.Themes, data.ThemeCount{Theme: themes[0].ID, Count: 5})
	ids := add(t, l, all...)
	must(t, l.Close())
	l = open(t, path)

	got, err := l.IDs(ctx, library.Filter{Theme: themes[4].Name})
	must(t, err)
	slices.Sort(got)
	if !slices.Equal(got, ids[:2]) {
		t.Errorf("with the theme: %v", got)
	}
	touched, err := l.Touched(ctx)
	must(t, err)
	if want := []library.Facet{{Name: themes[4].Name, Count: 2}, {Name: themes[0].Name, Count: 1}}; !slices.Equal(touched, want) {
		t.Errorf("touched: %v", touched)
	}
	d, err := l.Document(ctx, ids[1])
	must(t, err)
	if len(d.Themes) != 2 || d.Themes[0].Name != themes[0].Name || d.Themes[1].Count != 2 {
		t.Errorf("themes: %+v", d.Themes)
	}
	if !slices.Equal(d.Expectations, all[1].Finds.Expectations) {
		t.Errorf("promises: %+v", d.Expectations)
	}
	// What nobody has looked through is stale, and so is another model's reading.
	if stale, _ := l.Stale(ctx, ""); !slices.Equal(stale, ids[2:]) {
		t.Errorf("stale: %v", stale)
	}
	if stale, _ := l.Stale(ctx, all[0].Reading.Model+"x"); !slices.Equal(stale, ids) {
		t.Errorf("stale for another model: %v", stale)
	}
	must(t, l.Remove(ctx, ids[:1]))
	if touched, _ = l.Touched(ctx); touched[0].Count != 1 {
		t.Errorf("after a removal: %v", touched)
	}
	sound(t, l)
}

func TestEveryChangeOfAThemeCanBeUndone(t *testing.T) {
	path := filepath.Join(t.TempDir(), "l.lectern")
	l := open(t, path)
	before, err := l.Themes(ctx)
	must(t, err)
	r := some(0, 1)[0]
	r.Finds = looked(t, l, r, before[2].ID, 3)
	id := add(t, l, r)[0]
	var heard []data.ChangeKind
	l.Subscribe(func(c data.Change) { heard = append(heard, c.Kind) })

	added, err := l.AddTheme(ctx, data.Theme{Name: " Grain ", Phrases: []string{"grain  ships", "Grain ships", "", "insurance"}})
	must(t, err)
	renamed := before[2]
	renamed.Name = "Aid"
	must(t, l.ChangeTheme(ctx, renamed))
	if stale, _ := l.Stale(ctx, ""); len(stale) != 1 {
		t.Error("a new theme has to be looked for")
	}
	must(t, l.RemoveTheme(ctx, before[0].ID))
	now, err := l.Themes(ctx)
	must(t, err)
	if len(now) != 8 || now[7].ID != added || now[7].Name != "Grain" || !slices.Equal(now[7].Phrases, []string{"grain ships", "insurance"}) || now[1].Name != "Aid" {
		t.Errorf("now %+v", now)
	}
	if d, _ := l.Report(ctx, id); len(d.Themes) != 1 || d.Themes[0].Name != "Aid" {
		t.Errorf("a renamed theme stays where it was found: %+v", d.Themes)
	}
	must(t, l.Close())
	l = open(t, path)
	for _, want := range []library.StepKind{library.StepThemeRemove, library.StepThemeChange, library.StepThemeAdd} {
		step, err := l.Undo(ctx)
		must(t, err)
		if step.Kind != want || step.Subject == "" {
			t.Errorf("undid %+v, want %s", step, want)
		}
	}
	back, err := l.Themes(ctx)
	must(t, err)
	if back.Edition() != before.Edition() || back[2].Name != before[2].Name {
		t.Errorf("undone: %+v", back)
	}
	if stale, _ := l.Stale(ctx, ""); len(stale) != 0 {
		t.Errorf("with the themes as they were, %v are stale", stale)
	}
	_, err = l.Redo(ctx)
	must(t, err)
	if now, _ = l.Themes(ctx); len(now) != 9 || now[8].ID != added {
		t.Errorf("redone: %+v", now)
	}
	if want := []data.ChangeKind{data.ThemesChanged, data.ThemesChanged, data.ThemesChanged}; !slices.Equal(heard, want) {
		t.Errorf("heard %v", heard)
	}
}

func TestAThemeNeedsANameOfItsOwn(t *testing.T) {
	l := fresh(t)
	all, err := l.Themes(ctx)
	must(t, err)
	if _, err := l.AddTheme(ctx, data.Theme{Name: "  "}); err == nil {
		t.Error("a theme without a name")
	}
	if _, err := l.AddTheme(ctx, data.Theme{Name: all[0].Name}); err == nil {
		t.Error("two themes of one name")
	}
	wantFault(t, l.RemoveTheme(ctx, 999), data.FaultNotFound)
	if _, ok := l.NextUndo(ctx); ok {
		t.Error("what failed can be undone")
	}
	must(t, l.ChangeTheme(ctx, all[0])) // nothing changed is no step
	if _, ok := l.NextUndo(ctx); ok {
		t.Error("a change of nothing can be undone")
	}
}

func TestRenewingReplacesWhatTheMachineFoundAndNoDecision(t *testing.T) {
	l := fresh(t)
	all := some(0, 2)
	themes, err := l.Themes(ctx)
	must(t, err)
	all[0].Finds = looked(t, l, all[0], themes[1].ID, 4)
	ids := add(t, l, all...)
	p := shown(t, l, ids[0], 1)
	must(t, l.Decide(ctx, []data.PassageID{p.ID}, other(p)))

	again := all[0].Reading
	again.Model = "synth-2"
	again.Attributions = slices.Clone(again.Attributions)
	for i := range again.Attributions {
		again.Attributions[i].Speaker = "Quillon Marsh"
	}
	found := looked(t, l, all[0], themes[3].ID, 1)
	found.Expectations = nil
	must(t, l.Remove(ctx, ids[1:]))
	must(t, l.Renew(ctx, []library.Renewed{{ID: ids[0], Reading: &again, Finds: found}, {ID: ids[1], Reading: &again}, {ID: 99}}))
	d, err := l.Document(ctx, ids[0])
	must(t, err)
	if d.Model != "synth-2" || len(d.Themes) != 1 || d.Themes[0].Name != themes[3].Name || d.Expectations != nil {
		t.Errorf("got model %s, themes %+v, promises %+v", d.Model, d.Themes, d.Expectations)
	}
	if now := d.Passages[1]; now.Decision == nil || now.Decision.Astray || now.Shown() != other(p) {
		t.Errorf("the decision is %+v", now.Decision)
	}
	var spoken []data.ReportID
	must(t, l.Look(ctx, func(x library.Lookup) (err error) {
		spoken, err = x.Match(`speakers : "quillon"`, 0, 10)
		return err
	}))
	if speakers, _ := l.Speakers(ctx); !slices.Equal(spoken, ids[:1]) || len(speakers) != 1 || speakers[0].Name != "Quillon Marsh" {
		t.Errorf("found under the new speaker: %v; speakers %v", spoken, speakers)
	}
	sound(t, l)
}

func TestPromisesForAnotherDayOfPublicationAreNotTold(t *testing.T) {
	l := fresh(t)
	r := some(0, 1)[0]
	themes, _ := l.Themes(ctx)
	r.Finds = looked(t, l, r, themes[0].ID, 1)
	id := add(t, l, r)[0]
	promises := func() int {
		d, err := l.Document(ctx, id)
		must(t, err)
		return len(d.Expectations)
	}
	must(t, l.Describe(ctx, id, library.Details{Title: r.Title, Published: r.Published.AddDate(0, 0, 3)}))
	if stale, _ := l.Stale(ctx, ""); promises() != 0 || len(stale) != 1 {
		t.Errorf("after the day was corrected: %d promises, stale %v", promises(), stale)
	}
	_, err := l.Undo(ctx)
	must(t, err)
	if stale, _ := l.Stale(ctx, ""); promises() != 1 || len(stale) != 0 {
		t.Errorf("after undo: %d promises, stale %v", promises(), stale)
	}
}
