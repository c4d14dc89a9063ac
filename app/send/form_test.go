package send

import (
	"context"
	"path/filepath"
	"slices"
	"testing"
	"testing/synctest"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"lectern/app/task/tasktest"
	"lectern/data"
	"lectern/data/export"
)

func TestTheFormSaysWhatLeavesBeforeItIsWritten(t *testing.T) {
	driver := tasktest.NewApp(t)
	synctest.Test(t, func(t *testing.T) { formSays(t, driver) })
}

func formSays(t *testing.T, driver *tasktest.Driver) {
	var sent export.Order
	path, left := "", false
	f := New(Config{
		Context: context.Background(), Choice: Choice{Format: export.PDF, Page: export.A4, Folder: "/tmp"},
		Things: []Thing{{Words: "one", Name: "a/b: c", Reports: []data.ReportID{1}}, {Words: "both", Name: "Reports", Reports: []data.ReportID{1, 2}}},
		Look: func(_ context.Context, o export.Order) (export.Outgoing, error) {
			if o.Level == data.Green {
				return export.Outgoing{Withheld: len(o.Reports)}, nil
			}
			return export.Outgoing{Reports: o.Reports, Marking: data.Red}, nil
		},
		Exists: func(string) bool { return false },
		Send:   func(o export.Order, to string, _ Choice) { sent, path = o, to },
		Leave:  func() { left = true }, Failed: func(err error) { t.Error(err) },
	})
	w := test.NewTempWindow(t, f.Content())
	w.Resize(fyne.NewSize(1000, 700))
	driver.Settle()
	f.things[1].Tapped(nil)
	driver.Settle()
	f.formats[export.PDF].TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	f.Keep()
	if !slices.Equal(sent.Reports, []data.ReportID{1, 2}) || sent.Format != export.Word || sent.Notes || path != filepath.Join("/tmp", "Reports.docx") {
		t.Errorf("sent %+v to %s", sent, path)
	}
	if !f.marking.Visible() || f.marking.AccessibilityLabel() != "TLP:RED" {
		t.Error("the highest marking is not shown")
	}
	path = ""
	f.levels[data.Green].Tapped(nil)
	driver.Settle()
	f.Keep()
	if path != "" {
		t.Error("a file of nothing was written")
	}
	f.formats[export.PDF].TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if !left {
		t.Error("Esc does not leave")
	}
}

func TestAFileIsNamedAsEverySystemTakesIt(t *testing.T) {
	for words, want := range map[string]string{"a/b: c?": "a b c", "  ..": "lectern", "«Список»": "«Список»", "x\ny": "x y"} {
		if got := fileName(words); got != want {
			t.Errorf("%q is named %q, want %q", words, got, want)
		}
	}
}
