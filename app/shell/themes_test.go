package shell

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"lectern/app/ui"
)

// fields are those of the open panel, top to bottom.
func (h *house) fields() (all []*ui.Field) {
	for _, o := range test.LaidOutObjects(h.popup.panel.Content) {
		if f, ok := o.(*ui.Field); ok {
			all = append(all, f)
		}
	}
	return all
}

// pressIn presses the button of the open panel that a screen reader calls name.
func (h *house) pressIn(name string) {
	h.t.Helper()
	for _, o := range test.LaidOutObjects(h.popup.panel.Content) {
		a, named := o.(fyne.Accessible)
		tap, ok := o.(fyne.Tappable)
		if named && ok && strings.HasPrefix(a.AccessibilityLabel(), name) {
			tap.Tapped(&fyne.PointEvent{})
			h.driver.Settle()
			return
		}
	}
	h.t.Fatalf("there is no %q to press", name)
}

func TestAThemeIsMadeChangedAndRemovedByHand(t *testing.T) {
	inside(t, func(t *testing.T, h *house) {
		h.BringSamples(nil)
		h.driver.Settle()
		open := func(name string) {
			h.showThemes()
			h.driver.Settle()
			h.pressIn(name)
		}
		open("New theme")
		f := h.fields()
		f[1].SetText("monitor*\n\nMonitor*\nbridge")
		h.pressIn("Keep")
		if h.popup.panel == nil {
			t.Fatal("a theme without a name was kept")
		}
		f[0].SetText("Prisoners")
		h.pressIn("Keep")
		if h.popup.panel == nil {
			t.Fatal("two themes were given one name")
		}
		f[0].SetText("Bridges")
		h.pressIn("Keep")
		if h.touching("Bridges") != 2 {
			t.Errorf("%d reports touch the new theme", h.touching("Bridges"))
		}

		open("Bridges")
		h.fields()[1].SetText("monitors")
		h.fields()[1].OnConfirm()
		h.driver.Settle()
		if h.touching("Bridges") != 1 {
			t.Errorf("%d reports touch the changed theme", h.touching("Bridges"))
		}

		open("Bridges")
		h.pressIn("Remove")
		if themes, _ := h.config.Desk.Library().Themes(t.Context()); len(themes) != 8 || h.touching("Bridges") != 0 {
			t.Errorf("%d themes are left", len(themes))
		}
		h.undo()
		h.driver.Settle()
		if h.touching("Bridges") != 1 {
			t.Errorf("after undo %d reports touch it", h.touching("Bridges"))
		}
	})
}
