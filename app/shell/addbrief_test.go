package shell

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"lectern/app/brief"
	"lectern/app/shelf"
	"lectern/app/ui"
	"lectern/data"
)

// steps are the steps of the brief changed last, each by its kind and how many it
// comes with.
func (h *house) steps() string {
	h.t.Helper()
	all, err := h.config.Desk.Library().Briefs(h.t.Context())
	if err != nil {
		h.t.Fatal(err)
	}
	if len(all) == 0 {
		return "no brief"
	}
	var words []string
	for _, s := range all[0].Steps {
		words = append(words, string(s.Kind)+strings.Repeat("+", len(s.With)))
	}
	return strings.Join(words, " ")
}

func (h *house) want(after, steps string) {
	h.t.Helper()
	h.driver.Settle()
	if got := h.steps(); got != steps {
		h.t.Errorf("after %s the brief has: %s\nwant: %s (told %q)", after, got, steps, h.told())
	}
}

func TestWhateverIsChosenIsAddedToABriefByOneKey(t *testing.T) {
	inside(t, func(t *testing.T, h *house) {
		h.bringSamples()
		h.driver.Settle()
		h.toShelf()
		h.driver.Settle()
		h.TypeRune('a') // there is no brief: the form asks for the name of one
		h.driver.Settle()
		h.TypeKey(fyne.KeyReturn)
		h.want("A and Enter on the shelf", "lanes")
		if !strings.Contains(h.told(), "new brief") {
			t.Errorf("told %q", h.told())
		}
		h.focusSoon(h.shelf, h.shelf.FocusList)
		h.driver.Settle()
		h.window.Canvas().Focused().(*ui.Rows).TypedShortcut(&fyne.ShortcutSelectAll{})
		h.TypeRune('a')
		h.want("A on two chosen reports", "lanes pair+")
		if !strings.Contains(h.told(), "step 2") {
			t.Errorf("told %q", h.told())
		}
		ids, _ := h.NewestReports(t.Context())
		for _, id := range ids {
			r, _ := h.config.Desk.Library().Report(t.Context(), id)
			if strings.HasPrefix(r.Title, "Talvora") {
				h.Open(id, -1, nil)
			}
		}
		h.driver.Settle()
		h.TypeRune('a')
		h.want("A on a report", "lanes pair+ lanes")
		at := strings.Index(article, "We will")
		h.addChosen([]shelf.Place{{Report: h.reading.Report().ID, At: data.Span{Start: at, End: at + 10}}}, false)
		h.want("adding words", "lanes pair+ lanes quotation")
		h.notice.button.Tapped(nil)
		h.want("Undo in the notice", "lanes pair+ lanes")
		h.bringBelonging()
		for !h.onStatement() {
			h.TypeKey(fyne.KeyDown)
		}
		h.TypeRune('a') // the caveat that belongs to it has to be confirmed
		h.driver.Settle()
		if h.popup.panel == nil {
			t.Fatalf("nothing is asked about the caveats (told %q): %s", h.told(), h.steps())
		}
		h.TypeKey(fyne.KeyReturn)
		h.want("A and Enter on a statement", "lanes pair+ lanes statement+")
		h.notice.second.Tapped(nil)
		h.driver.Settle()
		if e, ok := h.front.(*brief.Editor); !ok || e.Brief() == 0 {
			t.Errorf("Open left %T in front", h.front)
		}
	})
}

func TestManyReportsAreAddedAsOneChange(t *testing.T) {
	inside(t, func(t *testing.T, h *house) {
		h.bringSamples()
		h.driver.Settle()
		ids, _ := h.NewestReports(t.Context())
		h.addReports([]data.ReportID{ids[0], ids[1], ids[0]}, true)
		h.driver.Settle()
		h.TypeKey(fyne.KeyReturn)
		h.want("adding three", "lanes lanes lanes")
		h.addReports([]data.ReportID{ids[0], ids[1], ids[0]}, false)
		h.want("adding three more", "lanes lanes lanes lanes lanes lanes")
		h.undo()
		h.want("undo", "lanes lanes lanes")
		h.addReports(make([]data.ReportID, 51), false)
		h.want("adding too many", "lanes lanes lanes")
	})
}

// bringBelonging opens a report with a caveat that belongs to its statement.
func (h *house) bringBelonging() {
	h.t.Helper()
	h.Bring([]string{h.file("belonging.txt", `Bridge to open, minister says

"We will open the bridge within two weeks," Minister Jelna Korvath said on Monday. Analysts cautioned that Korvath may not be able to open the bridge.
`)})
	h.driver.Settle()
	h.KeepForm()
	h.driver.Settle()
}

// onStatement reports whether a statement below the headline is chosen in the open report.
func (h *house) onStatement() bool {
	h.t.Helper()
	d, err := h.config.Desk.Library().Document(h.t.Context(), h.reading.Report().ID)
	if err != nil {
		h.t.Fatal(err)
	}
	for _, p := range d.Passages {
		if p.Start == h.reading.At() {
			return p.Shown() == data.Statement && p.Kind == data.Body
		}
	}
	return false
}
