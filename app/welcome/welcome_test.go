package welcome

import (
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"lectern/app/look"
	"lectern/app/ui"
)

// asking is the screen, with what a person would choose.
func asking(t *testing.T, settled bool, folder, there string) (*Welcome, *[]Answer) {
	t.Helper()
	test.NewTempApp(t)
	window := test.NewTempWindow(t, nil)
	answers, settings := &[]Answer{}, look.Defaults()
	c := Config{
		Canvas: window.Canvas(), Speak: look.Speak,
		Look: func() look.Settings { return settings }, Wear: func(s look.Settings) { settings = s },
		PickFolder:  func(chosen func(string)) { chosen(folder) },
		PickLibrary: func(chosen func(string)) { chosen(there) },
		Done:        func(a Answer) { *answers = append(*answers, a) },
	}
	if !settled {
		c.Places = func() []Place {
			return []Place{{"Usual", "/usual/library.lectern"}, {"Documents", "/docs/library.lectern"}}
		}
	}
	w := New(c)
	window.SetContent(w.Content())
	window.Resize(fyne.NewSize(1280, 800))
	w.Focus()
	return w, answers
}

func press(t *testing.T, w *Welcome, keys ...fyne.KeyName) {
	t.Helper()
	for _, k := range keys {
		f := w.c.Canvas.Focused()
		if f == nil {
			t.Fatalf("nothing has the keyboard before %s", k)
		}
		f.TypedKey(&fyne.KeyEvent{Name: k})
	}
}

func TestEverythingIsAnsweredByKeys(t *testing.T) {
	const enter, down, up, esc, space = fyne.KeyReturn, fyne.KeyDown, fyne.KeyUp, fyne.KeyEscape, fyne.KeySpace
	for name, c := range map[string]struct {
		settled       bool
		folder, there string
		keys          []fyne.KeyName
		want          Answer
	}{
		"as it stands":         {keys: []fyne.KeyName{enter, enter, enter}, want: Answer{"/usual/library.lectern", true}},
		"among documents":      {keys: []fyne.KeyName{enter, enter, down, enter}, want: Answer{"/docs/library.lectern", true}},
		"there and back":       {keys: []fyne.KeyName{enter, enter, esc, esc, enter, enter, down, up, enter}, want: Answer{"/usual/library.lectern", true}},
		"a folder":             {folder: "/stick", keys: []fyne.KeyName{enter, enter, down, down, space, enter}, want: Answer{filepath.Join("/stick", "library.lectern"), true}},
		"no folder after all":  {keys: []fyne.KeyName{enter, enter, down, down, space, enter}, want: Answer{"/docs/library.lectern", true}},
		"one that is there":    {there: "/old/mine.lectern", keys: []fyne.KeyName{enter, enter, down, down, down, enter, enter}, want: Answer{"/old/mine.lectern", false}},
		"settled, and empty":   {settled: true, keys: []fyne.KeyName{enter, enter, down, enter}, want: Answer{"", false}},
		"one, and then not it": {there: "/old/mine.lectern", keys: []fyne.KeyName{enter, enter, down, down, down, enter, up, up, enter}, want: Answer{"/docs/library.lectern", true}},
	} {
		t.Run(name, func(t *testing.T) {
			w, answers := asking(t, c.settled, c.folder, c.there)
			press(t, w, c.keys...)
			if len(*answers) != 1 || (*answers)[0] != c.want {
				t.Errorf("answered %v, want %v", *answers, c.want)
			}
		})
	}
}

func TestThePageBesideGivesWayInANarrowWindow(t *testing.T) {
	w, _ := asking(t, false, "", "")
	shown := func() bool {
		for _, o := range w.root.Objects[1].(*fyne.Container).Objects {
			if s, ok := o.(*ui.Specimen); ok {
				return s.Visible()
			}
		}
		t.Fatal("there is no page")
		return false
	}
	if !shown() {
		t.Error("it is not there at 1280")
	}
	w.root.Resize(fyne.NewSize(640, 420))
	if shown() {
		t.Error("it is there at 640")
	}
}
