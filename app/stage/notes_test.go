package stage

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"lectern/app/ui/page"
)

// Where a display goes, its window is closed, and all that was in it is drawn by other
// renderers in the window that is left.
func TestNotesAreThereInAnotherWindowOfTheSameSize(t *testing.T) {
	test.NewTempApp(t)
	n := newNotes(page.NewSetter(page.Faces{}))
	n.words = "Welcome them"
	n.Resize(fyne.NewSize(400, 200))
	if r := n.CreateRenderer(); len(r.Objects()) == 0 {
		t.Error("the notes are gone")
	}
}
