package shelf

import (
	"context"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"lectern/app/task/tasktest"
	"lectern/data"
	"lectern/data/search"
)

// typeInto types words into the search box as a keyboard does.
func (r *room) typeInto(words string) {
	r.shelf.view.focus(r.shelf.view.searchBox)
	for _, c := range words {
		r.shelf.view.searchBox.TypedRune(c)
	}
	r.wait()
}

// boxKeys presses keys in the search box.
func (r *room) boxKeys(names ...fyne.KeyName) {
	for _, name := range names {
		r.shelf.view.searchBox.TypedKey(&fyne.KeyEvent{Name: name})
		r.wait()
	}
}

// offered are the words offered below the search box, the chosen one in brackets.
func (r *room) offered() string {
	o := r.shelf.view.offers
	if !o.open() {
		return ""
	}
	var all []string
	for i, x := range o.all {
		words := x.words
		if i == o.chosen {
			words = "[" + words + "]"
		}
		all = append(all, words)
	}
	return strings.Join(all, " | ")
}

func TestAFieldAndItsValueAreCompletedByKeysAlone(t *testing.T) {
	inside(t, func(t *testing.T, d *tasktest.Driver) {
		r := newRoom(t, d, wide, three()...)
		r.typeInto("spea")
		if got := r.offered(); got != "speaker:" {
			t.Fatalf("offered %q", got)
		}
		r.boxKeys(fyne.KeyTab)
		if r.shelf.text != "speaker:" || !strings.Contains(r.offered(), "Jelna Korvath") {
			t.Fatalf("after Tab %q, offered %q", r.shelf.text, r.offered())
		}
		r.typeInto("jel")
		r.boxKeys(fyne.KeyDown)
		if got := r.offered(); got != "[Jelna Korvath]" {
			t.Fatalf("offered %q", got)
		}
		r.boxKeys(fyne.KeyReturn)
		if got := strings.TrimSpace(r.shelf.text); got != `speaker:"Jelna Korvath"` {
			t.Errorf("the box says %q", got)
		}
		r.want("Old")
		if !r.shelf.view.searchBox.Focused() {
			t.Error("the keyboard has left the box")
		}
		r.typeInto("bri") // and typing goes on behind what was completed
		r.want("Old")
	})
}

func TestEscClosesTheOffersFirstAndThenClearsTheSearch(t *testing.T) {
	inside(t, func(t *testing.T, d *tasktest.Driver) {
		r := newRoom(t, d, wide, three()...)
		r.typeInto("lane:")
		if !strings.HasPrefix(r.offered(), "statement · Statements") {
			t.Fatalf("offered %q", r.offered())
		}
		r.boxKeys(fyne.KeyUp) // the last
		if got := r.offered(); !strings.HasSuffix(got, "]") {
			t.Errorf("Up from nothing chose %q", got)
		}
		r.boxKeys(fyne.KeyEscape)
		if r.offered() != "" || r.shelf.text != "lane:" {
			t.Fatalf("after Esc %q, offered %q", r.shelf.text, r.offered())
		}
		r.boxKeys(fyne.KeyEscape)
		if r.shelf.text != "" {
			t.Errorf("after the second Esc %q", r.shelf.text)
		}
	})
}

func TestAnEmptyBoxTeachesByExamplesThatCanBeRun(t *testing.T) {
	inside(t, func(t *testing.T, d *tasktest.Driver) {
		r := newRoom(t, d, wide, three()...)
		r.typeInto("")
		all := r.shelf.view.offers.all
		if len(all) < 4 {
			t.Fatalf("offered %q", r.offered())
		}
		for _, x := range all {
			if _, err := search.Parse(x.words); err != nil || x.note == "" {
				t.Errorf("the example %q: %v, explained %q", x.words, err, x.note)
			}
		}
		r.boxKeys(fyne.KeyDown, fyne.KeyReturn)
		if r.shelf.text != all[0].words {
			t.Errorf("the box says %q", r.shelf.text)
		}
	})
}

func TestAMistakeIsMarkedWhereItStandsAndStaysInSightBelowTheBox(t *testing.T) {
	inside(t, func(t *testing.T, d *tasktest.Driver) {
		r := newRoom(t, d, wide, three()...)
		r.typeInto("harbour said:soon lane:")
		w := r.shelf.view.trouble
		if !w.Visible() || w.typed[w.at[0]:w.at[1]] != "soon" {
			t.Fatalf("marked %q of %q: %s", w.typed[w.at[0]:w.at[1]], w.typed, w.says)
		}
		o, row := r.shelf.view.offers.content, r.shelf.view.rows.trouble
		driver := fyne.CurrentApp().Driver()
		if !o.Visible() {
			t.Fatal("nothing is offered")
		}
		below := driver.AbsolutePositionForObject(row).Y + row.Size().Height
		if driver.AbsolutePositionForObject(o).Y < below {
			t.Error("what is offered hides the mistake")
		}
	})
}

func TestPassagesAreListedEachWithItsPlace(t *testing.T) {
	inside(t, func(t *testing.T, d *tasktest.Driver) {
		r := newRoom(t, d, wide, report(1, "Twice", "Herald", "The harbour was closed. Nobody came.\n\nThe harbour was opened again on Friday."))
		var at []int
		r.shelf.c.Open = func(_ data.ReportID, place int) { at = append(at, place) }
		r.shelf.SetSearch("harbour ")
		r.wait()
		r.want("Twice")
		r.press("Passages")
		r.want("Twice | Twice")
		if !r.says("2 passages") || r.says("Title") {
			t.Error("it does not say that passages are listed")
		}
		r.key(fyne.KeyReturn)
		r.key(fyne.KeyDown)
		r.key(fyne.KeyReturn)
		if len(at) != 2 || at[0] == at[1] {
			t.Errorf("opened at %v, want two places", at)
		}
		r.press("Reports")
		r.want("Twice")
	})
}

func TestOtherSpellingsAreOfferedWhereNothingIsFound(t *testing.T) {
	inside(t, func(t *testing.T, d *tasktest.Driver) {
		r := newRoom(t, d, wide, three()...)
		r.shelf.SetSearch("harbuor ")
		r.wait()
		r.press("Did you mean harbour?")
		r.want("New | Middle")
	})
}

func TestASavedSearchIsMadeRenamedAndRemovedAndEachCanBeUndone(t *testing.T) {
	inside(t, func(t *testing.T, d *tasktest.Driver) {
		r := newRoom(t, d, wide, three()...)
		name := func(words string) {
			t.Helper()
			f := r.shelf.view.naming.field
			if f.SelectedText() != f.Text {
				t.Errorf("only %q of %q is selected, so that typing would not replace it", f.SelectedText(), f.Text)
			}
			f.SetText(words)
			f.OnSubmitted(words)
			r.wait()
		}
		saved := func() string {
			var all []string
			for _, x := range r.shelf.view.panel.saved.shown {
				all = append(all, x.Name)
			}
			return strings.Join(all, " | ")
		}
		undo := func() {
			if _, err := r.lib.Undo(context.Background()); err != nil {
				t.Error(err)
			}
			r.wait()
		}
		r.shelf.SetSearch("harbour")
		r.wait()
		r.press("Courier")
		r.press("Save search")
		name("Port")
		if saved() != "Port" {
			t.Fatalf("saved %q", saved())
		}
		r.shelf.SetSearch("")
		r.wait()
		r.press("Remove Publisher")
		r.want("New | Middle | Old")
		r.press("Port")
		r.want("New")

		now, ok := r.shelf.savedNow()
		if !ok {
			t.Fatal("what is on screen is not known as the saved search")
		}
		r.shelf.view.tools.rename(now)
		r.wait()
		name("Harbour in the Courier")
		if saved() != "Harbour in the Courier" {
			t.Errorf("after renaming %q", saved())
		}
		r.shelf.view.tools.remove(now)
		r.wait()
		if saved() != "" {
			t.Errorf("after removing %q", saved())
		}
		for _, want := range []string{"Harbour in the Courier", "Port", ""} {
			if undo(); saved() != want {
				t.Errorf("after undo %q, want %q", saved(), want)
			}
		}
	})
}

func TestFacetsCountWhatASearchHasLeft(t *testing.T) {
	inside(t, func(t *testing.T, d *tasktest.Driver) {
		r := newRoom(t, d, wide, three()...)
		p := r.shelf.view.panel
		if got := p.publishers.shown; len(got) != 2 || got[0].Count != 2 {
			t.Fatalf("publishers %v", got)
		}
		r.shelf.SetSearch("grain ")
		r.wait()
		if got := p.publishers.shown; len(got) != 1 || got[0].Name != "Herald" || got[0].Count != 1 {
			t.Errorf("with a search: publishers %v", got)
		}
		if p.offer.unread != 1 || p.offer.review > 1 {
			t.Errorf("with a search: %d unread, %d to review", p.offer.unread, p.offer.review)
		}
		r.press("2026")
		r.want("Middle")
	})
}

func TestTheAnswersToAListOfSearchesOpenOneAndSaveAll(t *testing.T) {
	inside(t, func(t *testing.T, d *tasktest.Driver) {
		r := newRoom(t, d, wide, three()...)
		queries, err := search.Queries(strings.NewReader("query\nharbour\nzzyzx\nsaid:soon\n"))
		if err != nil {
			t.Fatal(err)
		}
		var all []search.Answered
		if err := search.RunAll(t.Context(), r.lib, queries, HitsShown, func(a search.Answered) error {
			all = append(all, a)
			return nil
		}); err != nil {
			t.Fatal(err)
		}
		var asked, saved string
		a := NewAnswers(AnswersConfig{Name: "list.csv", All: all, Asked: 4, Open: func(q string) { asked = q }, Close: func() {}})
		for i, want := range []string{"harbour, 2 reports · 2 passages", "zzyzx, nothing found", "said:soon, not understood"} {
			if got := a.rows.Label(i); got != want {
				t.Errorf("row %d says %q, want %q", i, got, want)
			}
		}
		a.choose("wrong")
		if a.rows.Length() != 1 {
			t.Errorf("%d are not understood", a.rows.Length())
		}
		a.rows.OnOpen(0)
		if asked != "said:soon" {
			t.Errorf("opened %q", asked)
		}
		var b strings.Builder
		if err := a.WriteCSV(t.Context(), &b); err != nil {
			t.Fatal(err)
		}
		if saved = b.String(); strings.Count(saved, "harbour,") != 2 || !strings.Contains(saved, "said:soon") {
			t.Errorf("saved:\n%s", saved)
		}
	})
}
