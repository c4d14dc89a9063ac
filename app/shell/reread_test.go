package shell

import (
	"slices"
	"strings"
	"testing"

	"lectern/data"
	"lectern/data/library"
)

func (h *house) touching(theme string) int {
	h.t.Helper()
	n, err := h.config.Desk.Library().Count(h.t.Context(), library.Filter{Theme: theme})
	if err != nil {
		h.t.Fatal(err)
	}
	return n
}

func TestAChangedThemeIsLookedForInTheBackground(t *testing.T) {
	inside(t, func(t *testing.T, h *house) {
		h.BringSamples(nil)
		h.driver.Settle()
		lib := h.config.Desk.Library()
		if _, err := lib.AddTheme(t.Context(), data.Theme{Name: "Bridges", Phrases: []string{"bridge*"}}); err != nil {
			t.Fatal(err)
		}
		h.driver.Settle()
		if n := h.touching("Bridges"); n != 2 {
			t.Errorf("%d reports touch the new theme", n)
		}
		h.undo()
		h.driver.Settle()
		if !strings.Contains(h.told(), "theme “Bridges” added") {
			t.Errorf("told %q", h.told())
		}
		if stale, err := lib.Stale(t.Context(), ""); err != nil || len(stale) > 0 {
			t.Errorf("after undo %v are out of date, %v", stale, err)
		}
	})
}

func TestPromisesAreDatedAgainWhenADayIsCorrectedOrTakenBack(t *testing.T) {
	inside(t, func(t *testing.T, h *house) {
		h.Bring([]string{h.file("bridge.txt", article)})
		h.driver.Settle()
		h.KeepForm()
		h.driver.Settle()
		lib, id := h.config.Desk.Library(), h.reading.Report().ID
		due := func() string {
			t.Helper()
			d, err := lib.Document(t.Context(), id)
			if err != nil || len(d.Expectations) != 1 {
				t.Fatalf("promises %+v, %v", d.Expectations, err)
			}
			return d.Expectations[0].Due.Format("2 Jan")
		}
		first := due()
		r := h.reading.Report()
		h.describe(id, library.Details{Title: r.Title, Published: r.Published.AddDate(0, 1, 0)}, data.Unmarked)
		h.driver.Settle()
		if due() == first {
			t.Errorf("still due on %s", due())
		}
		h.undo()
		h.driver.Settle()
		if due() != first {
			t.Errorf("after undo due on %s, want %s", due(), first)
		}
	})
}

func TestSplittingAllReportsAgainSaysWhatItDid(t *testing.T) {
	inside(t, func(t *testing.T, h *house) {
		h.BringSamples(nil)
		h.driver.Settle()
		h.splitAgain()
		h.driver.Settle()
		if !strings.Contains(h.told(), "already") {
			t.Errorf("told %q", h.told())
		}
		lib := h.config.Desk.Library()
		ids, err := lib.IDs(t.Context(), library.Filter{})
		if err != nil {
			t.Fatal(err)
		}
		d, err := lib.Document(t.Context(), ids[0])
		if err != nil {
			t.Fatal(err)
		}
		if err := lib.Reread(t.Context(), ids[0], data.Reading{Model: "older", Attributions: d.Attributions}); err != nil {
			t.Fatal(err)
		}
		h.splitAgain()
		h.driver.Settle()
		if !strings.Contains(h.told(), "1 report brought up to date") {
			t.Errorf("told %q", h.told())
		}
		again, err := lib.Document(t.Context(), ids[0])
		if err != nil || again.Model != d.Model || !slices.EqualFunc(again.Passages, d.Passages, func(a, b data.Passage) bool { return a.Span == b.Span && a.Lane == b.Lane }) {
			t.Errorf("model %s, %d passages, %v", again.Model, len(again.Passages), err)
		}
	})
}
