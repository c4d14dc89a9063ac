package tidy

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/synctest"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/test"

	"lectern/app/task"
	"lectern/app/task/tasktest"
	"lectern/assets"
	"lectern/data"
	"lectern/data/library"
)

func TestMain(m *testing.M) {
	if err := lang.AddTranslationsFS(assets.Translations, assets.TranslationsDir); err != nil {
		panic(err)
	}
	os.Exit(m.Run())
}

// room is the screen over a real library, in a window.
type room struct {
	*Tidy
	t      *testing.T
	driver *tasktest.Driver
	lib    *library.Library
	said   []string
	failed error
	left   bool
}

// inside runs a test on the screen. The library has three publishers with three,
// two and one reports.
func inside(t *testing.T, do func(*testing.T, *room)) {
	t.Helper()
	driver := tasktest.NewApp(t)
	synctest.Test(t, func(t *testing.T) {
		lib, err := library.Open(t.Context(), library.Config{Path: filepath.Join(t.TempDir(), "l.lectern")})
		if err != nil {
			t.Fatal(err)
		}
		ctx, cancel := context.WithCancel(t.Context())
		r := &room{t: t, driver: driver, lib: lib}
		defer func() {
			cancel()
			driver.Settle()
			lib.Close()
		}()
		for i, publisher := range []string{"Harbour Post", "Harbour Post", "Harbour Post", "The Harbour Post", "The Harbour Post", "Hill Herald"} {
			_, err := lib.Add(ctx, []library.NewReport{{Body: fmt.Sprint("Words of report ", i, "."),
				Report:  data.Report{Title: fmt.Sprint("Report ", i), Publisher: publisher, Lang: "en"},
				Reading: data.Reading{Model: "m", Lang: "en"}}})
			if err != nil {
				t.Fatal(err)
			}
		}
		r.Tidy = New(Config{Context: ctx, Library: lib, Changes: task.NewLine(ctx),
			Said: func(w string) { r.said = append(r.said, w) }, Failed: func(err error) { r.failed = err }, Leave: func() { r.left = true }})
		w := test.NewTempWindow(t, r.Content())
		w.Resize(fyne.NewSize(1280, 800))
		driver.Settle()
		do(t, r)
		if r.failed != nil {
			t.Error("told as failed:", r.failed)
		}
	})
}

// publishers turns to the publishers.
func (r *room) publishers() {
	r.press("Publishers")
	if got := r.names(); !slices.Equal(got, []string{"Harbour Post", "The Harbour Post", "Hill Herald"}) {
		r.t.Fatalf("listed are %q", got)
	}
}

func (r *room) names() (all []string) {
	for _, e := range r.entries {
		all = append(all, e.name)
	}
	return all
}

// press presses what a screen reader calls name.
func (r *room) press(name string) {
	r.t.Helper()
	for _, o := range test.LaidOutObjects(r.Content()) {
		a, named := o.(fyne.Accessible)
		tap, ok := o.(fyne.Tappable)
		if named && ok && strings.HasPrefix(a.AccessibilityLabel(), name) {
			tap.Tapped(&fyne.PointEvent{})
			r.driver.Settle()
			return
		}
	}
	r.t.Fatalf("there is no %q to press", name)
}

// key types keys into the list.
func (r *room) key(names ...fyne.KeyName) {
	for _, name := range names {
		r.rows.TypedKey(&fyne.KeyEvent{Name: name})
		r.driver.Settle()
	}
}

func (r *room) reportsOf(publisher string) int {
	r.t.Helper()
	n, err := r.lib.Count(r.t.Context(), library.Filter{Publisher: publisher})
	if err != nil {
		r.t.Fatal(err)
	}
	return n
}

func TestTwoSpellingsOfAPublisherBecomeOne(t *testing.T) {
	inside(t, func(t *testing.T, r *room) {
		r.publishers()
		r.key(fyne.KeyReturn, fyne.KeyDown, fyne.KeyReturn)
		if r.side.name.Text != "Harbour Post" {
			t.Errorf("proposed is %q, not the name most reports have", r.side.name.Text)
		}
		r.press("Make them one")
		if n := r.reportsOf("Harbour Post"); n != 5 || len(r.said) != 1 {
			t.Fatalf("%d reports, said %q", n, r.said)
		}
		if got := r.names(); !slices.Equal(got, []string{"Harbour Post", "Hill Herald"}) || !slices.Equal(r.chosen, []string{"Harbour Post"}) {
			t.Errorf("listed are %q, chosen %q", got, r.chosen)
		}
		if _, err := r.lib.Undo(t.Context()); err != nil {
			t.Fatal(err)
		}
		r.Changed(data.Change{})
		r.driver.Settle()
		if n := r.reportsOf("The Harbour Post"); n != 2 || len(r.entries) != 3 {
			t.Errorf("after undo %d reports under %q", n, r.names())
		}
	})
}

func TestANameIsNotChangedIntoNothingOrItself(t *testing.T) {
	inside(t, func(t *testing.T, r *room) {
		r.publishers()
		r.key(fyne.KeyReturn)
		for typed, wrong := range map[string]string{"  ": "Please give it a name.", "Harbour Post": "That is its name already."} {
			r.side.name.SetText(typed)
			r.press("Rename")
			if got := r.side.wrong.Words(); got != wrong {
				t.Errorf("%q: said is %q", typed, got)
			}
		}
		r.side.name.SetText(" Harbour Daily ")
		r.press("Rename")
		if n := r.reportsOf("Harbour Daily"); n != 3 || r.side.wrong.Words() != "" {
			t.Errorf("%d reports, %q", n, r.side.wrong.Words())
		}
	})
}

func TestSomeReportsAreTakenOutFromUnderAPublisher(t *testing.T) {
	inside(t, func(t *testing.T, r *room) {
		r.publishers()
		r.key(fyne.KeyReturn)
		r.press("Report 2")
		r.side.name.SetText("Harbour Post")
		r.press("Take 1 apart")
		if r.side.wrong.Words() == "" {
			t.Error("taken apart under the name that the rest has")
		}
		r.press("Report 1")
		r.press("Report 0")
		r.side.name.SetText("Elsewhere")
		r.press("Take 3 apart")
		if r.side.wrong.Words() == "" || r.reportsOf("Elsewhere") != 0 {
			t.Error("nothing was left under the old name")
		}
		r.press("Report 0")
		r.side.name.SetText("Elsewhere")
		r.press("Take 2 apart")
		if a, b := r.reportsOf("Harbour Post"), r.reportsOf("Elsewhere"); a != 1 || b != 2 {
			t.Errorf("%d stayed, %d went", a, b)
		}
	})
}

func TestAThemeDoesNotTakeTheNameOfAnother(t *testing.T) {
	inside(t, func(t *testing.T, r *room) {
		r.press("Themes")
		if len(r.entries) < 2 {
			t.Fatalf("listed are %q", r.names())
		}
		other := r.entries[1].shownName()
		r.key(fyne.KeyReturn)
		r.side.name.SetText(other)
		r.press("Rename")
		if r.side.wrong.Words() == "" || len(r.said) != 0 {
			t.Errorf("two themes are called %q", other)
		}
	})
}

func TestWhatIsSoughtNarrowsTheListAndKeepsTheChoice(t *testing.T) {
	inside(t, func(t *testing.T, r *room) {
		r.publishers()
		r.key(fyne.KeyEnd, fyne.KeyReturn)
		r.find.SetText("harbour")
		r.driver.Settle()
		if got := r.names(); !slices.Equal(got, []string{"Harbour Post", "The Harbour Post"}) {
			t.Errorf("sought: %q", got)
		}
		r.find.SetText("nowhere")
		r.driver.Settle()
		if len(r.entries) != 0 || !strings.Contains(r.empty.Words(), "nowhere") {
			t.Errorf("%q, said %q", r.names(), r.empty.Words())
		}
		r.find.SetText("")
		r.driver.Settle()
		if !slices.Equal(r.chosen, []string{"Hill Herald"}) {
			t.Errorf("chosen is %q", r.chosen)
		}
		r.key(fyne.KeyEscape)
		if len(r.chosen) != 0 || r.left {
			t.Error("Esc does not first let go of what is chosen")
		}
		r.key(fyne.KeyEscape)
		if !r.left {
			t.Error("Esc does not leave")
		}
	})
}

func TestAFailureIsTold(t *testing.T) {
	inside(t, func(t *testing.T, r *room) {
		r.change(func(context.Context) error { return errors.New("full disk") }, "x", "Done")
		r.driver.Settle()
		if r.failed == nil || len(r.said) != 0 {
			t.Errorf("told %v, said %q", r.failed, r.said)
		}
		r.failed = nil
	})
}
