package shelf

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"lectern/app/task/tasktest"
	"lectern/app/ui"
	"lectern/data"
	"lectern/data/library"
	"lectern/data/split"
)

// room is a shelf in a window, over a real library.
type room struct {
	t      *testing.T
	driver *tasktest.Driver
	lib    *library.Library
	shelf  *Shelf
	opened []data.ReportID
	failed []error
	asked  []string
	did    string // what was asked for with reports
}

var today = time.Date(2026, 10, 20, 9, 0, 0, 0, time.UTC)

// newRoom opens a window of a size on a library with reports. It has to be
// called inside a synctest bubble.
func newRoom(t *testing.T, driver *tasktest.Driver, size fyne.Size, reports ...library.NewReport) *room {
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
		Open:  func(id data.ReportID, _ int) { r.opened = append(r.opened, id) },
		Bring: ask("file"), BringText: ask("text"), BringSamples: ask("samples"),
		Mark: func(ids []data.ReportID) { r.did += fmt.Sprintf("mark %d; ", len(ids)) },
		Add: func(all []Place, ask bool) {
			r.did += fmt.Sprintf("add %d %v", len(all), ask)
			for _, one := range all {
				if one.At.Len() > 0 {
					r.did += fmt.Sprintf(" at %d", one.At.Start)
				}
			}
			r.did += "; "
		},
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
func (r *room) wait() { r.driver.Settle() }

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
func inside(t *testing.T, run func(t *testing.T, d *tasktest.Driver)) {
	d := tasktest.NewApp(t)
	synctest.Test(t, func(t *testing.T) { run(t, d) })
}

var wide = fyne.NewSize(1280, 800)
