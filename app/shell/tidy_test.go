package shell

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"lectern/app/tidy"
	"lectern/app/ui"
	"lectern/data/library"
)

// inFront finds what is shown in front by what a screen reader calls it.
func inFront[T any](h *house, name string) (found T) {
	h.t.Helper()
	for _, o := range test.LaidOutObjects(h.front.(*tidy.Tidy).Content()) {
		w, ok := o.(T)
		if a, named := o.(fyne.Accessible); ok && (name == "" || named && strings.HasPrefix(a.AccessibilityLabel(), name)) {
			return w
		}
	}
	h.t.Fatalf("there is no %q in front", name)
	return found
}

func TestSpeakersAreMadeOneAndTakenApartByHand(t *testing.T) {
	inside(t, func(t *testing.T, h *house) {
		h.BringSamples(nil)
		h.driver.Settle()
		h.showTidy()
		h.driver.Settle()
		lib := h.config.Desk.Library()
		before, err := lib.Actors(h.ctx, "")
		if err != nil || len(before) < 3 {
			t.Fatal(before, err)
		}
		press := func(name string) {
			inFront[fyne.Tappable](h, name).Tapped(&fyne.PointEvent{})
			h.driver.Settle()
		}
		rows := inFront[*ui.Rows](h, "Names and themes")
		key := func(names ...fyne.KeyName) {
			for _, name := range names {
				rows.TypedKey(&fyne.KeyEvent{Name: name})
			}
		}
		key(fyne.KeyReturn, fyne.KeyDown, fyne.KeyReturn)
		inFront[*ui.Field](h, "").SetText("The two of them")
		press("Make them one")
		find := func(name string) (found library.Actor) {
			all, err := lib.Actors(h.ctx, name)
			if err != nil || len(all) != 1 {
				t.Fatalf("actors called %q: %v, %v", name, all, err)
			}
			return all[0]
		}
		if got := find("The two of them"); len(got.Names) != 2 {
			t.Fatalf("made one: %+v", got)
		}
		// It is chosen now, with its names to take apart.
		press(before[1].Name)
		press("Take 1 apart")
		if got := find(before[1].Name); len(got.Names) != 1 {
			t.Errorf("taken apart: %+v", got)
		}
		h.undo()
		h.driver.Settle()
		h.undo()
		h.driver.Settle()
		if got := find(before[0].Name); len(got.Names) != len(before[0].Names) {
			t.Errorf("after undo: %+v", got)
		}
		key(fyne.KeyEscape, fyne.KeyEscape)
		if h.front != screen(h.shelf) {
			t.Error("Esc does not lead back to the shelf")
		}
	})
}
