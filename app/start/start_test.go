package start

import (
	"context"
	"log/slog"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"
	"testing/synctest"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/test"

	"lectern/app/look"
	"lectern/app/shell"
	"lectern/app/task/tasktest"
	"lectern/assets"
	"lectern/data"
	"lectern/data/library"
	"lectern/data/split"
)

func TestMain(m *testing.M) {
	if err := lang.AddTranslationsFS(assets.Translations, assets.TranslationsDir); err != nil {
		panic(err)
	}
	os.Exit(m.Run())
}

// day is one start of the program, with a person in front of it.
type day struct {
	*Program
	t      *testing.T
	driver *tasktest.Driver
	dir    string
}

// on runs a test with an empty home folder. The bubble makes pauses last no time.
func on(t *testing.T, do func(*testing.T, *day)) {
	t.Helper()
	driver := tasktest.NewApp(t)
	t.Cleanup(func() { look.Speak("") })
	synctest.Test(t, func(t *testing.T) {
		look.Speak("en")
		d := &day{t: t, driver: driver, dir: t.TempDir()}
		defer d.end()
		do(t, d)
	})
}

func (d *day) file(name string) string { return filepath.Join(d.dir, name) }

// begin starts the program.
func (d *day) begin(path string, files ...string) {
	d.t.Helper()
	d.Program = New(Config{
		App: fyne.CurrentApp(), Splitter: split.NewRules(), Who: "Ada", Path: path, Default: d.file("usual.lectern"), Files: files, Unwatched: true,
		Shell: shell.Config{Samples: fstest.MapFS{"1.txt": {Data: []byte("A headline\n\nThe bridge is long.\n")}},
			Version: "test", Log: slog.New(slog.DiscardHandler)},
	})
	if err := d.Begin(); err != nil {
		d.t.Fatal(err)
	}
	d.driver.Settle()
}

// end closes the program's window.
func (d *day) end() {
	d.t.Helper()
	if d.Program == nil {
		return
	}
	if d.shell != nil {
		d.shell.End(func() {})
		d.driver.Settle()
	}
	if err := d.Close(); err != nil {
		d.t.Error(err)
	}
	d.Program = nil
}

func (d *day) press(keys ...fyne.KeyName) {
	for _, k := range keys {
		c := d.window.Canvas()
		if f := c.Focused(); f != nil {
			f.TypedKey(&fyne.KeyEvent{Name: k})
		} else if c.OnTypedKey() != nil {
			c.OnTypedKey()(&fyne.KeyEvent{Name: k})
		}
		d.driver.Settle()
	}
}

func (d *day) reports() int {
	d.t.Helper()
	n, err := d.lib.Count(context.Background(), library.Filter{})
	if err != nil {
		d.t.Fatal(err)
	}
	return n
}

// files are the names in the home folder.
func (d *day) files() (names []string) {
	entries, err := os.ReadDir(d.dir)
	if err != nil {
		d.t.Fatal(err)
	}
	for _, e := range entries {
		names = append(names, e.Name())
	}
	return names
}

// library makes a library with some reports in it.
func (d *day) library(path string, reports ...string) {
	d.t.Helper()
	l, err := library.Open(context.Background(), library.Config{Path: path, Who: "Ada"})
	if err != nil {
		d.t.Fatal(err)
	}
	for _, title := range reports {
		body := title + " is all it says."
		if _, err := l.Add(context.Background(), []library.NewReport{{Report: data.Report{Title: title}, Body: body,
			Reading: data.Reading{Model: "m", Sentences: []data.Sentence{{Span: data.Span{End: len(body)}, Lane: data.Statement, Attribution: -1}}}}}); err != nil {
			d.t.Fatal(err)
		}
	}
	if err := l.Close(); err != nil {
		d.t.Fatal(err)
	}
}

func TestTheFirstDayAsksThreeThingsWritesNothingBeforeAndNeverAsksAgain(t *testing.T) {
	on(t, func(t *testing.T, d *day) {
		d.begin("")
		if d.shell != nil || len(d.files()) != 0 {
			t.Fatalf("before anything was answered there is %v", d.files())
		}
		d.press(fyne.KeyUp) // from English to German
		if look.Spoken() != "de" {
			t.Errorf("speaks %s", look.Spoken())
		}
		d.press(fyne.KeyReturn, fyne.KeyDown) // from light to dark
		if look.Load(d.prefs).Mode != look.Dark || look.Current().Settings.Mode != look.Dark {
			t.Error("it is not dark")
		}
		d.press(fyne.KeyReturn)
		if len(d.files()) != 0 {
			t.Errorf("there is %v already", d.files())
		}
		d.press(fyne.KeyReturn)
		if d.shell == nil || d.lib.Path() != d.file("usual.lectern") || d.reports() != 1 {
			t.Fatal("the library with the samples is not open")
		}
		d.end()
		d.begin("")
		if d.shell == nil || d.reports() != 1 {
			t.Error("it asks again")
		}
	})
}

func TestSkippingTakesTheDefaults(t *testing.T) {
	on(t, func(t *testing.T, d *day) {
		d.begin("")
		tapWords(t, d.window.Content(), "Skip, use defaults")
		d.driver.Settle()
		if d.shell == nil || d.lib.Path() != d.file("usual.lectern") || look.Load(d.prefs) != look.Defaults() || look.LanguageChosen(d.prefs) != "" {
			t.Error("the defaults were not taken")
		}
	})
}

// tapWords presses the button that says these words.
func tapWords(t *testing.T, thing fyne.CanvasObject, words string) {
	t.Helper()
	found := false
	var walk func(fyne.CanvasObject)
	walk = func(o fyne.CanvasObject) {
		if b, ok := o.(interface {
			fyne.Tappable
			AccessibilityLabel() string
		}); ok && b.AccessibilityLabel() == words && !found {
			found = true
			b.Tapped(nil)
			return
		}
		var inside []fyne.CanvasObject
		switch o := o.(type) {
		case *fyne.Container:
			inside = o.Objects
		case fyne.Widget:
			inside = test.WidgetRenderer(o).Objects()
		}
		for _, inner := range inside {
			walk(inner)
		}
	}
	walk(thing)
	if !found {
		t.Fatalf("nothing says %q", words)
	}
}

func TestWithALibraryNamedOnTheCommandLineNobodyIsAskedWhere(t *testing.T) {
	on(t, func(t *testing.T, d *day) {
		d.library(d.file("mine.lectern"), "One")
		d.begin(d.file("mine.lectern"))
		if d.shell == nil || d.reports() != 1 {
			t.Fatal("a library that is there does not open at once")
		}
		d.end()
		d.prefs0().RemoveValue(keyWelcomed)
		d.begin(d.file("new.lectern"))
		d.press(fyne.KeyReturn, fyne.KeyReturn, fyne.KeyDown, fyne.KeyReturn) // the third asks for samples alone: none
		if d.shell == nil || d.lib.Path() != d.file("new.lectern") || d.reports() != 0 {
			t.Fatal("the new library is not open, or not empty")
		}
	})
}

func (d *day) prefs0() fyne.Preferences { return fyne.CurrentApp().Preferences() }

func TestAnotherLibraryOpensInTheSameWindowAndIsThereTheNextDay(t *testing.T) {
	on(t, func(t *testing.T, d *day) {
		d.library(d.file("usual.lectern"), "One")
		d.library(d.file("other.lectern"), "One", "Two")
		d.begin("")
		window := d.window
		d.Open(d.file("other.lectern"))
		d.driver.Settle()
		if d.reports() != 2 || d.window != window {
			t.Fatal("the other library is not open")
		}
		// The one before can be written to by others again.
		l, err := library.Open(context.Background(), library.Config{Path: d.file("usual.lectern")})
		if err != nil || l.ReadOnly() {
			t.Error("the library before was not closed")
		} else {
			l.Close()
		}
		if got := d.Recent(); len(got) != 2 || got[0] != d.file("other.lectern") {
			t.Errorf("recent: %v", got)
		}
		// What is no library changes nothing.
		if err := os.WriteFile(d.file("notes.lectern"), []byte("only notes"), 0o600); err != nil {
			t.Fatal(err)
		}
		d.Open(d.file("notes.lectern"))
		d.driver.Settle()
		if d.reports() != 2 || !strings.Contains(d.shell.Told(), "notes.lectern") {
			t.Errorf("told %q", d.shell.Told())
		}
		d.end()
		d.begin("")
		if d.reports() != 2 {
			t.Error("the next day another library is open")
		}
	})
}

func TestALibraryThatIsGoneIsNotMadeAnew(t *testing.T) {
	on(t, func(t *testing.T, d *day) {
		d.prefs0().SetBool(keyWelcomed, true)
		d.prefs0().SetString(keyLibrary, d.file("stick.lectern"))
		d.begin("")
		if d.shell != nil || len(d.files()) != 0 {
			t.Fatalf("there is %v", d.files())
		}
		tapWords(t, d.window.Content(), "Begin with an empty one")
		d.driver.Settle()
		if d.shell == nil || d.lib.Path() != d.file("usual.lectern") {
			t.Error("no empty library is open")
		}
	})
}

func TestMovingAndRestoringGoOnInTheSameWindow(t *testing.T) {
	on(t, func(t *testing.T, d *day) {
		d.library(d.file("usual.lectern"), "One", "Two", "Three")
		d.begin("")
		if err := d.lib.Backup(context.Background(), d.file("backup.lectern"), nil); err != nil {
			t.Fatal(err)
		}
		ids, _ := d.lib.IDs(context.Background(), library.Filter{})
		if err := d.lib.Remove(context.Background(), ids[:2]); err != nil {
			t.Fatal(err)
		}
		d.driver.Settle()
		d.Move(d.file("moved.lectern"))
		d.driver.Settle()
		if d.lib.Path() != d.file("moved.lectern") || d.reports() != 1 || !strings.Contains(d.shell.Told(), d.dir) {
			t.Fatalf("moved to %s, told %q", d.lib.Path(), d.shell.Told())
		}
		d.Restore(d.file("backup.lectern"))
		d.driver.Settle()
		if d.lib.Path() != d.file("moved.lectern") || d.reports() != 3 || !strings.Contains(d.shell.Told(), "moved.replaced-") {
			t.Fatalf("told %q", d.shell.Told())
		}
		d.Restore(d.file("none.lectern"))
		d.driver.Settle()
		if d.shell == nil || d.reports() != 3 {
			t.Error("a backup that is not there took the library away")
		}
	})
}

func TestALibraryThatAnotherLecternHadIsWrittenToOnceThatIsClosed(t *testing.T) {
	on(t, func(t *testing.T, d *day) {
		d.library(d.file("usual.lectern"), "One")
		other, err := library.Open(context.Background(), library.Config{Path: d.file("usual.lectern")})
		if err != nil {
			t.Fatal(err)
		}
		d.begin("")
		if why := d.lib.Why(); why == nil || why.Code != data.FaultInUse {
			t.Errorf("why: %v", why)
		}
		if err := other.Close(); err != nil {
			t.Fatal(err)
		}
		tapWords(t, d.window.Content(), "Try again")
		d.driver.Settle()
		if d.lib.ReadOnly() {
			t.Error("it is still open for reading only:", d.lib.Why())
		}
	})
}

func TestAnotherLanguageShowsEverythingAnewWithTheSameLibrary(t *testing.T) {
	on(t, func(t *testing.T, d *day) {
		d.library(d.file("usual.lectern"), "One")
		d.begin("")
		lib := d.lib
		d.Speak("uk")
		d.driver.Settle()
		if d.lib != lib || look.Spoken() != "uk" || d.window.MainMenu().Items[0].Label != "Файл" {
			t.Errorf("speaks %s", look.Spoken())
		}
		tapWords(t, d.window.Content(), "English")
		d.driver.Settle()
		if look.Spoken() != "en" || d.window.MainMenu().Items[0].Label != "File" {
			t.Error("Settings did not stay in front, or do not work the second time")
		}
	})
}

func TestALibraryOfANewerLecternIsShownForReadingAndNothingIsWritten(t *testing.T) {
	on(t, func(t *testing.T, d *day) {
		d.library(d.file("newer.lectern"), "One")
		newer(t, d.file("newer.lectern"))
		before, err := os.ReadFile(d.file("newer.lectern"))
		if err != nil {
			t.Fatal(err)
		}
		d.begin(d.file("newer.lectern"))
		if d.shell == nil || d.lib.Why() == nil || d.lib.Why().Code != data.FaultNewer {
			t.Fatal("it is not open for reading")
		}
		if told := d.shell.Told(); told != "" {
			t.Errorf("told %q though nobody did anything", told)
		}
		d.shell.BringSamples(nil)
		d.driver.Settle()
		if !strings.Contains(d.shell.Told(), "newer Lectern") {
			t.Errorf("bringing something in is answered with %q", d.shell.Told())
		}
		d.end()
		if after, _ := os.ReadFile(d.file("newer.lectern")); string(after) != string(before) {
			t.Error("it was written to")
		}
	})
}

// newer makes a library look as if a later Lectern had made it: SQLite's user_version
// stands in bytes 60 to 63 of the file.
func newer(t *testing.T, path string) {
	t.Helper()
	f, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if _, err := f.WriteAt([]byte{0, 0, 0, 99}, 60); err != nil {
		t.Fatal(err)
	}
}
