package shell

import (
	"log/slog"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"
	"testing/synctest"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"lectern/app/bring"
	"lectern/app/look"
	"lectern/app/reading"
	"lectern/app/shelf"
	"lectern/app/task/tasktest"
	"lectern/assets"
	"lectern/data"
	"lectern/data/desk"
	"lectern/data/library"
	"lectern/data/split"
)

const article = `Talvora opens the bridge
By Ada Marrow
6 October 2026

"We will open the bridge within two weeks," President Jelna Korvath said on Monday.

Analysts cautioned that any pause would need monitors.

Opposition leader Radko Imrin accused her of giving in.
`

func TestMain(m *testing.M) {
	if err := lang.AddTranslationsFS(assets.Translations, assets.TranslationsDir); err != nil {
		panic(err)
	}
	os.Exit(m.Run())
}

// house is the main window on a real library, with a person's hands.
type house struct {
	*Shell
	t      *testing.T
	driver *tasktest.Driver
	path   string
	close  func() // window and library
}

// inside runs a test in the main window. The bubble makes pauses last no time.
func inside(t *testing.T, do func(*testing.T, *house)) {
	t.Helper()
	driver := tasktest.NewApp(t)
	synctest.Test(t, func(t *testing.T) {
		h := &house{t: t, driver: driver, path: filepath.Join(t.TempDir(), "t.lectern")}
		h.open()
		defer func() { h.close() }() // also of a library opened again
		do(t, h)
	})
}

// open opens the library and its window.
func (h *house) open() {
	h.t.Helper()
	lib, err := library.Open(h.t.Context(), library.Config{Path: h.path, Who: "Ada"})
	if err != nil {
		h.t.Fatal(err)
	}
	h.Shell = New(Config{
		App: fyne.CurrentApp(), Desk: desk.New(desk.Config{Library: lib, Splitter: split.NewRules()}),
		Samples: fstest.MapFS{"1.txt": {Data: []byte(article)}, "2.txt": {Data: []byte("Another headline\n\nThe bridge is long.\n")}},
		Version: "test", Log: slog.New(slog.DiscardHandler),
	})
	h.driver.Settle()
	h.close = func() {
		h.unhook()
		h.cancel()
		h.shelf.Close()
		h.driver.Settle()
		if err := lib.Close(); err != nil {
			h.t.Error(err)
		}
	}
}

func (h *house) file(name, text string) string {
	h.t.Helper()
	path := filepath.Join(h.t.TempDir(), name)
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		h.t.Fatal(err)
	}
	return path
}

func (h *house) reports() int {
	h.t.Helper()
	n, err := h.config.Desk.Library().Count(h.t.Context(), library.Filter{})
	if err != nil {
		h.t.Fatal(err)
	}
	return n
}

// told is what the notice says; "" when it is hidden.
func (h *house) told() string { return h.Told() }

func TestOneFileIsShownBeforeItIsKeptAndThenOpened(t *testing.T) {
	inside(t, func(t *testing.T, h *house) {
		h.Bring([]string{h.file("bridge.txt", article)})
		h.driver.Settle()
		if _, ok := h.front.(*bring.Form); !ok {
			t.Fatalf("%T is in front, want the form (told %q)", h.front, h.told())
		}
		if h.reports() != 0 {
			t.Error("kept before anybody said so")
		}
		h.KeepForm()
		h.driver.Settle()
		if _, ok := h.front.(*reading.View); !ok || h.reading.Report().Title != "Talvora opens the bridge" {
			t.Fatalf("%T with %q is in front, want the report", h.front, h.reading.Report().Title)
		}
	})
}

func TestACorrectionIsThereAfterARestartAndCanStillBeUndone(t *testing.T) {
	inside(t, func(t *testing.T, h *house) {
		h.Bring([]string{h.file("bridge.txt", article)})
		h.driver.Settle()
		h.KeepForm()
		h.driver.Settle()
		before := h.reading.Report().Lanes
		h.TypeKey(fyne.KeyDown)
		h.TypeRune('c')
		h.driver.Settle()
		moved := h.reading.Report().Lanes
		if moved == before {
			t.Fatal("C moved nothing")
		}
		h.leaveOff()
		h.restart()
		if _, ok := h.front.(*reading.View); !ok {
			t.Fatalf("%T is in front after a restart, want the report", h.front)
		}
		if got := h.reading.Report().Lanes; got != moved {
			t.Errorf("after a restart %+v, want %+v", got, moved)
		}
		h.undo()
		h.driver.Settle()
		if got := h.reading.Report().Lanes; got != before {
			t.Errorf("after undo %+v, want %+v", got, before)
		}
		h.redo()
		h.driver.Settle()
		if got := h.reading.Report().Lanes; got != moved {
			t.Errorf("after redo %+v, want %+v", got, moved)
		}
	})
}

// restart closes library and window and opens them again.
func (h *house) restart() {
	h.close()
	h.open()
}

func TestSamplesComeAndGoInOneStep(t *testing.T) {
	inside(t, func(t *testing.T, h *house) {
		h.bringSamples()
		h.driver.Settle()
		if h.reports() != 2 {
			t.Fatalf("%d reports, want 2 (told %q)", h.reports(), h.told())
		}
		h.removeSamples()
		h.driver.Settle()
		if h.reports() != 0 {
			t.Errorf("%d reports left", h.reports())
		}
		h.undo()
		h.driver.Settle()
		if h.reports() != 2 {
			t.Errorf("%d reports after undo, want 2", h.reports())
		}
	})
}

func TestAFileThatCannotBeReadIsSaidPlainlyAndChangesNothing(t *testing.T) {
	for name, c := range map[string]struct {
		text string
		code data.FaultCode
	}{
		"empty.txt":   {"", data.FaultEmptyFile},
		"picture.txt": {"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00", data.FaultNotText},
		"nul.txt":     {"some\x00words\x00with\x00nothing\x00between", data.FaultNotText},
	} {
		t.Run(name, func(t *testing.T) {
			inside(t, func(t *testing.T, h *house) {
				h.Bring([]string{h.file(name, c.text)})
				h.driver.Settle()
				want := strings.ReplaceAll(data.FaultMessage(c.code), "{{.Subject}}", name)
				if h.told() != want {
					t.Errorf("told %q, want %q", h.told(), want)
				}
				if h.reports() != 0 {
					t.Error("something was kept")
				}
			})
		})
	}
}

func TestManyFilesAreBroughtInTogetherAndWhatFailedIsListed(t *testing.T) {
	inside(t, func(t *testing.T, h *house) {
		h.Bring([]string{h.file("a.txt", article), h.file("b.txt", "Quiet day\n\nNothing happened.\n"), h.file("empty.txt", "")})
		h.driver.Settle()
		if h.reports() != 2 {
			t.Errorf("%d reports, want 2", h.reports())
		}
		if _, ok := h.front.(*bring.Summary); !ok {
			t.Errorf("%T is in front, want the summary", h.front)
		}
		h.typedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
		if _, ok := h.front.(*shelf.Shelf); !ok {
			t.Errorf("Esc left %T in front", h.front)
		}
	})
}

func TestASecondWindowOnTheSameLibraryCanOnlyReadAndSaysWhy(t *testing.T) {
	inside(t, func(t *testing.T, h *house) {
		h.bringSamples()
		h.driver.Settle()
		second := &house{t: t, driver: h.driver, path: h.path}
		second.open()
		defer func() { second.close() }()
		if !second.config.Desk.Library().ReadOnly() || second.banner() == nil {
			t.Fatal("the second can write")
		}
		second.removeSamples()
		h.driver.Settle()
		if h.reports() != 2 || second.told() == "" {
			t.Errorf("%d reports, told %q", h.reports(), second.told())
		}
	})
}

func TestEveryActionHasAWordAndOneKey(t *testing.T) {
	inside(t, func(t *testing.T, h *house) {
		keys := map[string]string{}
		for _, g := range h.groups() {
			for _, a := range g.actions {
				if a.do == nil {
					continue
				}
				if a.title == "" {
					t.Errorf("an action without a name in %s", g.title)
				}
				if k := keyWords(a.key); k != "" {
					if other, twice := keys[k]; twice {
						t.Errorf("%s is the key of %q and %q", k, other, a.title)
					}
					keys[k] = a.title
				}
			}
		}
	})
}

func TestThePaletteFindsAnActionByAnyOfItsWords(t *testing.T) {
	all := []action{{title: "Bring in a file…"}, {title: "Bring in a folder…"}, {title: "Undo"}}
	for typed, want := range map[string]int{"": 3, "bring": 2, "fold in": 1, "UNDO": 1, "xyz": 0} {
		if got := len(matching(all, typed)); got != want {
			t.Errorf("%q finds %d, want %d", typed, got, want)
		}
	}
	if first := matching([]action{{title: "Compare this version"}, {title: "Is a version of…"}}, "is a version")[0]; first.title != "Is a version of…" {
		t.Errorf("%q comes first", first.title)
	}
}

func TestEveryLookFitsEveryScreen(t *testing.T) {
	inside(t, func(t *testing.T, h *house) {
		h.bringSamples()
		h.driver.Settle()
		for _, open := range []func(){h.showPalette, h.showKeys, h.showCredits, h.showHelp, func() { h.showLooks(h.root) }, h.pasteText} {
			for _, mode := range []look.Mode{look.Light, look.Contrast} {
				for _, scale := range []int{look.MinScale, look.MaxScale} {
					h.wear(look.Settings{Mode: mode, Scale: scale, Measure: 60})
					open()
					if size := h.window.Canvas().Capture().Bounds().Size(); size.X == 0 || size.Y == 0 {
						t.Fatalf("%s at %d %%: nothing drawn", mode, scale)
					}
				}
			}
		}
	})
}
