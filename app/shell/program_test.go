package shell

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"lectern/app/settings"
	"lectern/app/ui"
	"lectern/data"
	"lectern/data/library"
)

// around stands for the program: it notes what it is asked for.
type around struct{ asked []string }

func (a *around) Open(path string)      { a.asked = append(a.asked, "open "+path) }
func (a *around) Again()                { a.asked = append(a.asked, "again") }
func (a *around) Restore(backup string) { a.asked = append(a.asked, "restore "+backup) }
func (a *around) Move(to string)        { a.asked = append(a.asked, "move "+to) }
func (a *around) Speak(code string)     { a.asked = append(a.asked, "speak "+code) }
func (a *around) Recent() []string      { return nil }

func TestABackupIsAskedForMadeAndProved(t *testing.T) {
	inside(t, func(t *testing.T, h *house) {
		h.BringSamples(nil)
		h.driver.Settle()
		h.backUp()
		field, ok := h.window.Canvas().Focused().(*ui.Field)
		if !ok {
			t.Fatal("no name is asked for")
		}
		field.SetText(strings.TrimSuffix(filepath.Base(h.path), ".lectern")) // the library itself
		field.OnConfirm()
		if _, open := h.window.Canvas().Focused().(*ui.Field); !open {
			t.Error("a name that is taken is no longer asked about")
		}
		field.SetText("copy")
		field.OnConfirm()
		h.driver.Settle()
		if !strings.Contains(h.told(), "copy.lectern") {
			t.Fatalf("told %q", h.told())
		}
		l, err := library.Open(t.Context(), library.Config{Path: filepath.Join(filepath.Dir(h.path), "copy.lectern")})
		if err != nil {
			t.Fatal(err)
		}
		defer l.Close()
		if n, _ := l.Count(t.Context(), library.Filter{}); n != h.reports() {
			t.Errorf("%d reports in the backup", n)
		}
	})
}

func TestANameThatNoFileCanHaveIsRefused(t *testing.T) {
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "there.lectern"), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]data.FaultCode{
		"a/b": data.FaultBadName, "": data.FaultBadName, " ": data.FaultBadName, ".hidden": data.FaultBadName, "what?": data.FaultBadName,
		"there": data.FaultExists, "there.lectern": data.FaultExists,
	} {
		if path, err := library.Place(dir, name); err == nil || data.FaultOf(err).Code != want {
			t.Errorf("%q: %s, %v", name, path, err)
		}
	}
	if path, err := library.Place(dir, "Мої звіти"); err != nil || path != filepath.Join(dir, "Мої звіти.lectern") {
		t.Errorf("%s, %v", path, err)
	}
	if _, err := library.Place(filepath.Join(dir, "none"), "x"); data.FaultOf(err).Code != data.FaultNotFound {
		t.Errorf("a folder that is not there: %v", err)
	}
}

func TestADroppedLibraryOpensAndIsNotBroughtIn(t *testing.T) {
	inside(t, func(t *testing.T, h *house) {
		program := &around{}
		h.config.Program = program
		h.Bring([]string{"/data/Other.LECTERN"})
		h.driver.Settle()
		if len(program.asked) != 1 || program.asked[0] != "open /data/Other.LECTERN" || h.reports() != 0 {
			t.Errorf("asked for %v", program.asked)
		}
	})
}

func TestNothingTakesTheWindowFromWhatIsNotKept(t *testing.T) {
	inside(t, func(t *testing.T, h *house) {
		program := &around{}
		h.config.Program = program
		h.pasteText()
		h.driver.Settle()
		h.speak("uk")
		if len(program.asked) != 0 || h.told() == "" {
			t.Errorf("asked for %v, told %q", program.asked, h.told())
		}
	})
}

func TestSettingsTakeEffectAtOnceAndLeaveWithEsc(t *testing.T) {
	inside(t, func(t *testing.T, h *house) {
		h.ShowSettings()
		h.driver.Settle()
		if _, ok := h.front.(*settings.Settings); !ok {
			t.Fatalf("%T is in front", h.front)
		}
		focused := h.window.Canvas().Focused()
		if focused == nil {
			t.Fatal("nothing has the keyboard")
		}
		focused.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
		h.driver.Settle()
		if h.front != screen(h.shelf) {
			t.Errorf("%T is in front after Esc", h.front)
		}
	})
}

func TestTheStartGoesBackToTheReportOnlyWhereThatIsAskedFor(t *testing.T) {
	inside(t, func(t *testing.T, h *house) {
		h.BringSamples(nil)
		h.driver.Settle()
		ids, err := h.NewestReports(context.Background())
		if err != nil {
			t.Fatal(err)
		}
		for _, resume := range []bool{true, false} {
			h.Open(ids[0], -1, nil)
			h.driver.Settle()
			h.config.App.Preferences().SetBool(keyResume, resume)
			h.leaveOff()
			h.close()
			h.open()
			if got := h.front == screen(h.reading); got != resume {
				t.Errorf("asked to go back: %v, went back: %v", resume, got)
			}
		}
	})
}
