package shelf

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"lectern/app/look"
	"lectern/app/task/tasktest"
	"lectern/app/ui"
	"lectern/data"
	"lectern/data/library"
)

func TestNewestReportsComeFirstAndEnterOpensOne(t *testing.T) {
	inside(t, func(t *testing.T, d *tasktest.Driver) {
		r := newRoom(t, d, wide, three()...)
		r.want("New | Middle | Old")
		r.key(fyne.KeyDown)
		r.key(fyne.KeyReturn)
		e, _ := r.shelf.rows.entry(1)
		if len(r.opened) != 1 || r.opened[0] != e.ID || e.Title != "Middle" {
			t.Errorf("opened %v, want Middle, which is %d", r.opened, e.ID)
		}
		if !r.says("3 reports") {
			t.Error("it does not say how many there are")
		}
	})
}

func TestSearchAnswersWhileTypingWithTheMatchInContext(t *testing.T) {
	inside(t, func(t *testing.T, d *tasktest.Driver) {
		r := newRoom(t, d, wide, three()...)
		for _, typed := range []string{"h", "ha", "harb"} {
			r.shelf.SetSearch(typed)
		}
		r.wait()
		first, ok := r.shelf.rows.snippet(0)
		if got := len(r.shelf.found.IDs); got != 2 || !ok || len(first.Marks) != 1 {
			t.Fatalf("%d found, first match %+v", got, first)
		}
		if got := first.Marks[0].In(first.Text); !strings.HasPrefix(strings.ToLower(got), "harb") {
			t.Errorf("marked %q", got)
		}
		r.shelf.SetSearch("переговор")
		r.wait()
		r.want("New")
		r.shelf.SetSearch("said:soon ")
		r.wait()
		if !strings.Contains(r.shelf.view.trouble.says, "a date like 2025-08 was expected after said:") {
			t.Error("a search that means nothing is not named")
		}
		r.want("New") // the last good answer
		r.shelf.view.searchBox.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
		r.wait()
		r.want("New | Middle | Old")
		if r.shelf.view.trouble.Visible() {
			t.Error("the complaint stays")
		}
	})
}

func TestFiltersNarrowTheListAndTheirChipsWidenIt(t *testing.T) {
	inside(t, func(t *testing.T, d *tasktest.Driver) {
		r := newRoom(t, d, wide, three()...)
		r.press("Courier")
		r.want("New | Old")
		r.press("Jelna Korvath")
		r.want("Old")
		r.press("Remove Publisher: Courier")
		r.want("Old")
		r.press("Remove Speaker: Jelna Korvath")
		r.press("Caveats")
		r.want("Middle")
		r.press("Unread only")
		r.press("Clear all")
		r.want("New | Middle | Old")
	})
}

func TestDatesFilterByPresetAndByTypedDays(t *testing.T) {
	inside(t, func(t *testing.T, d *tasktest.Driver) {
		r := newRoom(t, d, wide, three()...)
		r.press("Last 7 days")
		r.want("New")
		r.press("Last 30 days")
		r.want("New | Middle | Old")
		days := r.shelf.view.panel.dates
		days.from.SetText("2026-10-02")
		days.to.SetText("2026-10-12")
		r.wait()
		r.want("Middle")
		days.to.SetText("2026-10-40")
		r.wait()
		if !r.says("“2026-10-40” is not a day") {
			t.Error("a wrong day is not named")
		}
		r.want("Middle")
		days.to.SetText("2026-10-01")
		r.wait()
		if !r.says("ends before it begins") {
			t.Error("a period that ends before it begins is not named")
		}
	})
}

func TestKeysRemoveMarkAndTag(t *testing.T) {
	inside(t, func(t *testing.T, d *tasktest.Driver) {
		r := newRoom(t, d, wide, three()...)
		r.key(fyne.KeyDown)
		r.letter('u')
		if e, _ := r.shelf.rows.entry(1); !e.Read {
			t.Error("U did not mark it as read")
		}
		r.letter('t')
		r.shelf.view.tagging.field.SetText("grain ")
		r.shelf.view.tagging.field.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
		r.wait()
		if e, _ := r.shelf.rows.entry(1); len(e.Tags) != 1 || e.Tags[0] != "grain" {
			t.Errorf("tags are %q", e.Tags)
		}
		r.press("Remove grain")
		if e, _ := r.shelf.rows.entry(1); len(e.Tags) != 0 {
			t.Errorf("tags are still %q", e.Tags)
		}
		r.shelf.view.tagging.field.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
		r.key(fyne.KeyDelete)
		r.want("New | Old")
		if id, _ := r.shelf.current(); id != r.shelf.found.IDs[1] {
			t.Error("after a removal the next report is not current")
		}
		if _, err := r.lib.Undo(t.Context()); err != nil {
			t.Fatal(err)
		}
		r.wait()
		r.want("New | Middle | Old")
	})
}

func TestEmptyShelfTeachesWhatToDo(t *testing.T) {
	inside(t, func(t *testing.T, d *tasktest.Driver) {
		r := newRoom(t, d, wide)
		for _, name := range []string{"Bring in a report", "Paste text", "Try the twelve samples"} {
			r.press(name)
		}
		if got := fmt.Sprint(r.asked); got != "[file text samples]" {
			t.Errorf("asked for %s", got)
		}
		if _, err := r.lib.Add(t.Context(), three()); err != nil {
			t.Fatal(err)
		}
		r.wait()
		r.want("New | Middle | Old")
		r.shelf.SetSearch("nowhere")
		r.wait()
		r.press("Clear search")
		r.want("New | Middle | Old")
	})
}

func TestReportsThatComeInDoNotMoveWhatIsRead(t *testing.T) {
	inside(t, func(t *testing.T, d *tasktest.Driver) {
		r := newRoom(t, d, fyne.NewSize(1000, 400), three()...)
		r.key(fyne.KeyEnd)
		id, _ := r.shelf.current()
		if _, err := r.lib.Add(t.Context(), []library.NewReport{report(20, "Newer", "Courier", "The bridge opened today.")}); err != nil {
			t.Fatal(err)
		}
		r.wait()
		if now, _ := r.shelf.current(); now != id {
			t.Errorf("current was %d and is %d", id, now)
		}
	})
}

func TestEveryLookAndSizeHasRoomForTitles(t *testing.T) {
	for _, size := range []float32{360, 520, 800, 1280, 1920} {
		for _, scale := range []int{80, 100, 200} {
			test.NewTempApp(t).Settings().SetTheme(look.NewTheme(look.Settings{Mode: look.Dark, Scale: scale}, false))
			c := columnsOf(ui.Worn(), size)
			if c.title < 100 {
				t.Errorf("at %v units and %d %% a title has %v units", size, scale, c.title)
			}
		}
	}
}

func TestFailuresAreToldAndTheShelfGoesOn(t *testing.T) {
	inside(t, func(t *testing.T, d *tasktest.Driver) {
		fake := newShelves(10)
		var failed []error
		s := New(Config{Context: t.Context(), Library: fake, Failed: func(err error) { failed = append(failed, err) }})
		test.NewTempWindow(t, s.Content()).Resize(wide)
		d.Settle()
		fake.err = errors.New("the disk went away")
		s.Changed(data.Change{})
		d.Settle()
		fake.err = nil
		if len(failed) == 0 {
			t.Error("nobody was told")
		}
		s.Changed(data.Change{})
		d.Settle()
		if got := len(s.found.IDs); got != 10 {
			t.Errorf("%d listed afterwards", got)
		}
		s.Close()
	})
}
