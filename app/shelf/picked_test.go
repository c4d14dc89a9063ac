package shelf

import (
	"fmt"
	"testing"

	"fyne.io/fyne/v2"

	"lectern/app/task/tasktest"
	"lectern/data"
	"lectern/data/library"
)

// chooseAll presses Ctrl+A on the list.
func (r *room) chooseAll() {
	r.shelf.view.list.TypedShortcut(&fyne.ShortcutSelectAll{})
	r.wait()
}

func TestWhatIsDoneIsDoneToAllThatAreChosen(t *testing.T) {
	inside(t, func(t *testing.T, d *tasktest.Driver) {
		r := newRoom(t, d, wide, three()...)
		r.key(fyne.KeySpace)
		r.key(fyne.KeyDown)
		if r.shelf.view.rows.picked.Visible() || !r.shelf.view.rows.summary.Visible() {
			t.Error("an arrow alone did not let go of what was chosen")
		}
		r.chooseAll()
		if !r.says("3 reports chosen") || !r.shelf.view.rows.picked.Visible() || r.shelf.view.rows.summary.Visible() {
			t.Error("it does not say that three are chosen")
		}
		r.letter('t')
		if !r.says("Tags of 3 reports") {
			t.Fatal("the tags of all three are not open")
		}
		r.shelf.view.tagging.field.SetText("grain")
		r.shelf.view.tagging.field.OnSubmitted("grain")
		r.wait()
		r.letter('u')
		for i := range 3 {
			if e, _ := r.shelf.rows.entry(i); fmt.Sprint(e.Tags) != "[grain]" || !e.Read {
				t.Errorf("%q has the tags %v, read %v", e.Title, e.Tags, e.Read)
			}
		}
		r.press("Done")
		r.key(fyne.KeyDelete)
		r.want("")
		if _, err := r.lib.Undo(t.Context()); err != nil {
			t.Fatal(err)
		}
		r.wait()
		r.want("New | Middle | Old")
	})
}

func TestTagsOfSeveralSayHowManyHaveThem(t *testing.T) {
	inside(t, func(t *testing.T, d *tasktest.Driver) {
		r := newRoom(t, d, wide, three()...)
		if err := r.lib.Tag(t.Context(), []data.ReportID{r.shelf.Current()}, "harbour"); err != nil {
			t.Fatal(err)
		}
		r.wait()
		r.chooseAll()
		r.letter('t')
		r.press("Remove harbour · 1 of 3")
		if tags, _ := r.lib.Tags(t.Context()); len(tags) != 0 {
			t.Errorf("left: %v", tags)
		}
	})
}

func TestChosenReportsStayChosenWhenOthersComeAndGoWithASearch(t *testing.T) {
	inside(t, func(t *testing.T, d *tasktest.Driver) {
		r := newRoom(t, d, wide, three()...)
		r.key(fyne.KeySpace) // New
		if _, err := r.lib.Add(t.Context(), []library.NewReport{report(20, "Newest", "Herald", "The bridge opened.")}); err != nil {
			t.Fatal(err)
		}
		r.wait()
		r.want("Newest | New | Middle | Old")
		if ids := r.shelf.Picked(); len(ids) != 1 || ids[0] != r.shelf.found.IDs[1] {
			t.Errorf("chosen: %v of %v", ids, r.shelf.found.IDs)
		}
		r.shelf.SetSearch("harbour")
		r.wait()
		if r.shelf.picked.Any() {
			t.Error("another search keeps what was chosen in the last")
		}
	})
}

func TestAddAndMarkAskForWhatIsChosen(t *testing.T) {
	inside(t, func(t *testing.T, d *tasktest.Driver) {
		r := newRoom(t, d, wide, three()...)
		r.letter('m')
		r.chooseAll()
		r.letter('a')
		r.letter('A')
		r.letter('M')
		r.key(fyne.KeyEscape)
		if r.shelf.picked.Any() {
			t.Error("Esc lets go of nothing")
		}
		r.shelf.SetSearch("harbour")
		r.wait()
		r.press("Passages")
		r.letter('a')
		r.chooseAll()
		if !r.says("2 passages chosen") {
			t.Error("it does not say that both passages are chosen")
		}
		r.letter('a')
		want := "mark 1; add 3 false; add 3 true; mark 3; add 1 false at 79; add 2 false at 79 at 0; "
		if r.did != want {
			t.Errorf("asked for %q, want %q", r.did, want)
		}
	})
}

func TestReportsAreFilteredByTheirMarking(t *testing.T) {
	inside(t, func(t *testing.T, d *tasktest.Driver) {
		r := newRoom(t, d, wide, three()...)
		ids := r.shelf.found.IDs
		if err := r.lib.Mark(t.Context(), ids[1:2], data.AmberStrict); err != nil {
			t.Fatal(err)
		}
		if err := r.lib.Mark(t.Context(), ids[2:], data.Amber); err != nil {
			t.Fatal(err)
		}
		r.wait()
		r.press("TLP:AMBER+STRICT")
		r.want("Middle")
		r.shelf.SetSearch("harbour")
		r.wait()
		r.want("Middle")
		if got := r.shelf.asText(); got != "harbour marking:amber+strict" {
			t.Errorf("saved it would be %q", got)
		}
		r.press("Remove TLP:AMBER+STRICT")
		if n := len(r.shelf.found.IDs); n != 2 {
			t.Errorf("without the filter it finds %d", n)
		}
	})
}
