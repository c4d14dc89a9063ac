package shelf

import (
	"errors"
	"fmt"
	"path/filepath"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"lectern/app/look"
	"lectern/app/ui"
	"lectern/data"
	"lectern/data/library"
	"lectern/data/split"
)

// room is a shelf in a window, over a real library.
type room struct {
	t      *testing.T
	driver *queuedDriver
	lib    *library.Library
	shelf  *Shelf
	opened []data.ReportID
	failed []error
	asked  []string
}

var today = time.Date(2026, 10, 20, 9, 0, 0, 0, time.UTC)

// newRoom opens a window of a size on a library with reports. It has to be
// called inside a synctest bubble.
func newRoom(t *testing.T, driver *queuedDriver, size fyne.Size, reports ...library.NewReport) *room {
	t.Helper()
	lib, err := library.Open(t.Context(), library.Config{
		Path: filepath.Join(t.TempDir(), "shelf.lectern"), Who: "tester", Clock: func() time.Time { return today },
	})
	if err != nil {
		t.Fatal(err)
	}
	if len(reports) > 0 {
		if _, err := lib.Add(t.Context(), reports); err != nil {
			t.Fatal(err)
		}
	}
	r := &room{t: t, driver: driver, lib: lib}
	ask := func(what string) func() { return func() { r.asked = append(r.asked, what) } }
	r.shelf = New(Config{
		Context: t.Context(), Library: Of(lib), Now: func() time.Time { return today },
		Open:  func(id data.ReportID) { r.opened = append(r.opened, id) },
		Bring: ask("file"), BringText: ask("text"), BringSamples: ask("samples"),
		Failed: func(err error) { r.failed = append(r.failed, err) },
	})
	cancel := lib.Subscribe(func(c data.Change) { fyne.Do(func() { r.shelf.Changed(c) }) })
	w := test.NewTempWindow(t, r.shelf.Content())
	w.SetPadded(false)
	w.Resize(size)
	t.Cleanup(func() {
		if len(r.failed) > 0 {
			t.Errorf("the shelf reported %v", r.failed)
		}
	})
	r.wait()
	r.end(cancel)
	return r
}

// end closes shelf and library when the test's function returns, inside the bubble.
func (r *room) end(cancel func()) {
	r.t.Cleanup(func() {
		cancel()
		r.shelf.Close()
		synctest.Wait()
		if err := r.lib.Close(); err != nil {
			r.t.Error(err)
		}
	})
}

// wait lets all loads come to their end.
func (r *room) wait() { settle(r.driver) }

// titles are those of the rows in sight, top to bottom.
func (r *room) titles() string {
	first, end := r.shelf.view.list.Seen()
	var all []string
	for i := first; i < end; i++ {
		e, ok := r.shelf.rows.entry(i)
		if !ok {
			all = append(all, "?")
			continue
		}
		all = append(all, e.Title)
	}
	return strings.Join(all, " | ")
}

func (r *room) want(titles string) {
	r.t.Helper()
	if got := r.titles(); got != titles {
		r.t.Errorf("listed: %s\n  want: %s", got, titles)
	}
}

// says tells whether words stand anywhere on the screen.
func (r *room) says(words string) bool {
	for _, o := range test.LaidOutObjects(r.shelf.Content()) {
		if l, ok := o.(*ui.Line); ok && strings.Contains(l.Words(), words) {
			return true
		}
	}
	return false
}

// press presses the button, option or chip that a screen reader calls name.
func (r *room) press(name string) {
	r.t.Helper()
	for _, o := range test.LaidOutObjects(r.shelf.Content()) {
		a, ok := o.(fyne.Accessible)
		tap, too := o.(fyne.Tappable)
		if ok && too && o.Visible() && strings.HasPrefix(a.AccessibilityLabel(), name) {
			tap.Tapped(&fyne.PointEvent{})
			r.wait()
			return
		}
	}
	r.t.Fatalf("there is no %q to press", name)
}

func (r *room) key(name fyne.KeyName) {
	r.shelf.view.list.TypedKey(&fyne.KeyEvent{Name: name})
	r.wait()
}

func (r *room) letter(c rune) {
	r.shelf.view.list.TypedRune(c)
	r.wait()
}

func report(day int, title, publisher, body string) library.NewReport {
	r := library.NewReport{Body: body, Reading: split.NewRules().Split(body, split.Hints{Lang: "en"})}
	r.Title, r.Publisher, r.Published = title, publisher, time.Date(2026, 10, day, 0, 0, 0, 0, time.UTC)
	return r
}

func three() []library.NewReport {
	return []library.NewReport{
		report(1, "Old", "Courier", `"We will hold the bridge," President Jelna Korvath said on Thursday.`),
		report(12, "Middle", "Herald", "Grain moved through the harbour on Monday. Analysts doubt that the pause will last."),
		report(19, "New", "Courier", "Зеленський заявив, що переговори тривають. The harbour was closed."),
	}
}

// inside runs a test with a clock of its own.
func inside(t *testing.T, run func(t *testing.T, d *queuedDriver)) {
	d := newApp(t)
	synctest.Test(t, func(t *testing.T) { run(t, d) })
}

var wide = fyne.NewSize(1280, 800)

func TestNewestReportsComeFirstAndEnterOpensOne(t *testing.T) {
	inside(t, func(t *testing.T, d *queuedDriver) {
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
	inside(t, func(t *testing.T, d *queuedDriver) {
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
		r.shelf.SetSearch("-harbour")
		r.wait()
		if !r.says("cannot be understood") {
			t.Error("a search that means nothing is not named")
		}
		r.shelf.view.searchBox.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
		r.wait()
		r.want("New | Middle | Old")
		if r.says("cannot be understood") {
			t.Error("the complaint stays")
		}
	})
}

func TestFiltersNarrowTheListAndTheirChipsWidenIt(t *testing.T) {
	inside(t, func(t *testing.T, d *queuedDriver) {
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
	inside(t, func(t *testing.T, d *queuedDriver) {
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
	inside(t, func(t *testing.T, d *queuedDriver) {
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
	inside(t, func(t *testing.T, d *queuedDriver) {
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
	inside(t, func(t *testing.T, d *queuedDriver) {
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
	inside(t, func(t *testing.T, d *queuedDriver) {
		fake := newShelves(10)
		var failed []error
		s := New(Config{Context: t.Context(), Library: fake, Failed: func(err error) { failed = append(failed, err) }})
		test.NewTempWindow(t, s.Content()).Resize(wide)
		settle(d)
		fake.err = errors.New("the disk went away")
		s.Changed(data.Change{})
		settle(d)
		fake.err = nil
		if len(failed) == 0 {
			t.Error("nobody was told")
		}
		s.Changed(data.Change{})
		settle(d)
		if got := len(s.found.IDs); got != 10 {
			t.Errorf("%d listed afterwards", got)
		}
		s.Close()
	})
}
