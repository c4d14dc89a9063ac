package shell

import (
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"lectern/app/brief"
	"lectern/app/shelf"
	"lectern/data"
)

func TestMinutesAreReadFromTheMenuCopiedAndLeadToTheReport(t *testing.T) {
	inside(t, func(t *testing.T, h *house) {
		h.bringSamples()
		h.driver.Settle()
		h.toShelf()
		h.showMinutes()
		h.driver.Settle()
		if _, ok := h.front.(*brief.Minutes); !ok {
			t.Fatalf("%T is in front", h.front)
		}
		id := h.shelf.Current()
		began := time.Date(2026, 11, 24, 9, 0, 0, 0, time.UTC)
		_, err := h.config.Desk.Library().KeepPresentation(t.Context(), data.Presentation{
			Brief: 4, Title: "For Monday", Began: began, Ended: began.Add(3 * time.Minute), Withheld: 1,
			Showings: []data.Showing{
				{At: began, Number: 1, Kind: data.NoteCard, Words: "What we know"},
				{At: began.Add(time.Minute), Question: "How long?", Quotes: []data.Quote{{Report: id, Span: data.Span{End: 7}, Words: "Talvora", Lane: data.Statement}}},
			},
		})
		if err != nil {
			t.Fatal(err)
		}
		h.showMinutes()
		h.driver.Settle()
		h.TypeRune('c')
		text := h.config.App.Clipboard().Content()
		for _, want := range []string{"For Monday", "What we know", "How long?", "> Talvora", "1 min 0 s", "2 min 0 s"} {
			if !strings.Contains(text, want) {
				t.Errorf("%q is not in\n%s", want, text)
			}
		}
		h.TypeKey(fyne.KeyRight)
		h.TypeKey(fyne.KeyDown)
		h.TypeKey(fyne.KeyReturn)
		h.driver.Settle()
		if h.front != screen(h.reading) || h.reading.Report().ID != id {
			t.Fatalf("Enter left %T in front", h.front)
		}
		h.TypeKey(fyne.KeyEscape)
		h.TypeKey(fyne.KeyEscape)
		h.driver.Settle()
		if _, ok := h.front.(*brief.Minutes); !ok {
			t.Fatalf("Esc led from the report to %T", h.front)
		}
		h.TypeKey(fyne.KeyEscape)
		h.driver.Settle()
		if _, ok := h.front.(*shelf.Shelf); !ok {
			t.Errorf("Esc led from the minutes to %T", h.front)
		}
	})
}
