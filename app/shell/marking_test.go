package shell

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"lectern/app/ui"
	"lectern/data"
	"lectern/data/library"
)

// markings are the labels of all reports, the newest first.
func (h *house) markings() string {
	h.t.Helper()
	lib := h.config.Desk.Library()
	ids, err := h.NewestReports(h.t.Context())
	if err != nil {
		h.t.Fatal(err)
	}
	all, err := lib.Reports(h.t.Context(), ids)
	if err != nil {
		h.t.Fatal(err)
	}
	var words []string
	for _, r := range all {
		words = append(words, string(r.Marking))
	}
	return strings.Join(words, " ")
}

func TestAMarkingIsGivenFromShelfAndReadingAndTakenBack(t *testing.T) {
	inside(t, func(t *testing.T, h *house) {
		h.bringSamples()
		h.driver.Settle()
		h.toShelf()
		h.driver.Settle()
		list, ok := h.window.Canvas().Focused().(*ui.Rows)
		if !ok {
			t.Fatalf("%T has the keyboard", h.window.Canvas().Focused())
		}
		list.TypedShortcut(&fyne.ShortcutSelectAll{})
		h.TypeRune('m')
		h.driver.Settle()
		h.TypeKey(fyne.KeyDown) // from no marking to the first label
		h.TypeKey(fyne.KeyDown)
		h.TypeKey(fyne.KeyReturn)
		h.driver.Settle()
		if got := h.markings(); got != "TLP:GREEN TLP:GREEN" {
			t.Fatalf("marked %q (told %q)", got, h.told())
		}
		h.Open(h.shelf.Current(), -1, nil)
		h.driver.Settle()
		h.TypeRune('m')
		h.driver.Settle()
		h.TypeRune('5')
		h.driver.Settle()
		if got := h.reading.Report().Marking; got != data.Red {
			t.Errorf("the open report is marked %q (told %q)", got, h.told())
		}
		h.undo()
		h.driver.Settle()
		h.undo()
		h.driver.Settle()
		if got := h.markings(); got != " " {
			t.Errorf("after undoing both: %q", got)
		}
	})
}

func TestTheDetailsFormKeepsAMarkingAndSaysNothingWhereNothingChanged(t *testing.T) {
	inside(t, func(t *testing.T, h *house) {
		h.bringSamples()
		h.driver.Settle()
		h.Open(h.shelf.Current(), -1, nil)
		h.driver.Settle()
		h.notice.hide()
		r := h.reading.Report()
		d := detailsOf(r)
		h.describe(r.ID, d, data.Unmarked)
		h.driver.Settle()
		if h.told() != "" {
			t.Errorf("told %q of nothing", h.told())
		}
		h.describe(r.ID, d, data.Amber)
		h.driver.Settle()
		if h.reading.Report().Marking != data.Amber || h.told() == "" {
			t.Errorf("marked %q, told %q", h.reading.Report().Marking, h.told())
		}
	})
}

func detailsOf(r data.Report) library.Details {
	return library.Details{Title: r.Title, Author: r.Author, Publisher: r.Publisher, URL: r.URL, Lang: r.Lang, Published: r.Published}
}
