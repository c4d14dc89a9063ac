package shell

import (
	"testing"

	"fyne.io/fyne/v2"

	"lectern/app/original"
	"lectern/app/send"
	"lectern/data"
	"lectern/data/brief"
)

// withBrief makes a brief of a quotation and a card.
func withBrief(h *house) data.BriefID {
	h.t.Helper()
	h.BringSamples(nil)
	h.driver.Settle()
	lib := h.config.Desk.Library()
	ids, err := h.NewestReports(h.ctx)
	if err != nil || len(ids) == 0 {
		h.t.Fatal(ids, err)
	}
	d, err := lib.Document(h.ctx, ids[0])
	if err != nil {
		h.t.Fatal(err)
	}
	id, err := lib.AddBrief(h.ctx, data.Brief{Title: "The bridge", Steps: []data.BriefStep{
		{Kind: data.QuotationStep, Main: brief.QuoteOf(d, d.Passages[1], d.Entered)}, {Kind: data.TitleCard, Title: "The end"},
	}})
	if err != nil {
		h.t.Fatal(err)
	}
	return id
}

func TestTheOpenBriefIsPresentedAndExported(t *testing.T) {
	inside(t, func(t *testing.T, h *house) {
		id := withBrief(h)
		h.showBriefs()
		h.driver.Settle()
		if h.front != screen(h.briefs) || h.briefs.Brief() != id {
			t.Fatalf("the screen shows brief %d", h.briefs.Brief())
		}
		h.TypeKey(fyne.KeyF5)
		h.driver.Settle()
		if h.OnStage() == nil {
			t.Error("F5 presents nothing")
		} else {
			h.OnStage().Close()
			h.driver.Settle()
		}
		h.export()
		h.driver.Settle()
		form, ok := h.front.(*send.Form)
		if !ok {
			t.Fatalf("%T asks what to export", h.front)
		}
		form.Leave()
		h.driver.Settle()
		if h.front != screen(h.briefs) {
			t.Errorf("after it, %T is in front", h.front)
		}
		h.TypeKey(fyne.KeyEscape)
		h.driver.Settle()
		if h.front != screen(h.shelf) {
			t.Error("Esc does not lead to the library")
		}
	})
}

func TestFromAStepToItsPlaceAndBack(t *testing.T) {
	inside(t, func(t *testing.T, h *house) {
		withBrief(h)
		h.showBriefs()
		h.driver.Settle()
		h.TypeRune('o')
		h.driver.Settle()
		if h.front != screen(h.reading) || h.reading.At() < 0 {
			t.Fatalf("O leads to %T, at %d", h.front, h.reading.At())
		}
		h.showOriginal() // and further, to what it came as
		h.driver.Settle()
		if _, ok := h.front.(*original.View); !ok {
			t.Fatalf("%T is in front", h.front)
		}
		for range 3 { // out of it, out of the passage, out of the report
			h.TypeKey(fyne.KeyEscape)
			h.driver.Settle()
		}
		if h.front != screen(h.briefs) {
			t.Errorf("the way back leads to %T", h.front)
		}
	})
}

func TestWhatIsTypedIntoABriefIsKeptWhenTheScreenIsLeft(t *testing.T) {
	inside(t, func(t *testing.T, h *house) {
		id := withBrief(h)
		h.showBriefs()
		h.driver.Settle()
		h.TypeKey(fyne.KeyEnd)
		h.TypeKey(fyne.KeyReturn)
		h.driver.Settle()
		for _, r := range "Well, " {
			h.TypeRune(r)
		}
		h.toShelf() // by a menu, say
		h.driver.Settle()
		b, err := h.config.Desk.Library().Brief(h.ctx, id)
		if err != nil || b.Steps[1].Title != "Well, The end" {
			t.Errorf("kept: %+v, %v", b.Steps, err)
		}
	})
}
