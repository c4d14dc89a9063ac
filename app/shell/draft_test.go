package shell

import (
	"testing"

	"lectern/app/bring"
	"lectern/app/reading"
)

// quit is Quit but for the end of the program.
func (h *house) quit() {
	h.keepDraft()
	h.driver.Settle()
	h.restart()
	h.driver.Settle()
}

func (h *house) offered() string {
	if len(h.offers.waiting) == 0 {
		return ""
	}
	return h.offers.waiting[0].words
}

func TestAFormThatWasNotKeptIsOfferedAgain(t *testing.T) {
	inside(t, func(t *testing.T, h *house) {
		h.Bring([]string{h.file("bridge.txt", article)})
		h.driver.Settle()
		h.quit()
		if want := "You had not kept “Talvora opens the bridge”. Go on with it?"; h.offered() != want {
			t.Fatalf("offered %q, want %q", h.offered(), want)
		}
		h.quit()
		h.offers.answer(func(one offer) { one.do() })
		h.driver.Settle()
		if _, ok := h.front.(*bring.Form); !ok {
			t.Fatalf("%T is in front, want the form (told %q)", h.front, h.told())
		}
		h.quit()
		h.offers.answer(func(one offer) { one.do() })
		h.driver.Settle()
		h.KeepForm()
		h.driver.Settle()
		if _, ok := h.front.(*reading.View); !ok || h.reports() != 1 {
			t.Fatalf("%T is in front, %d reports, want the report", h.front, h.reports())
		}
		h.quit()
		if h.offered() != "" {
			t.Errorf("what was kept is offered: %q", h.offered())
		}
	})
}

func TestPastedTextIsOfferedAgainUntilItIsGivenUp(t *testing.T) {
	inside(t, func(t *testing.T, h *house) {
		h.pasteText()
		h.driver.Settle()
		h.quit()
		if h.offered() != "" {
			t.Errorf("nothing was typed, and it offers %q", h.offered())
		}
		h.pasteText()
		h.front.(*bring.Paste).SetText("A headline\n\nThe bridge is long.")
		h.driver.Settle()
		h.quit()
		if h.offered() == "" {
			t.Fatal("nothing is offered")
		}
		h.offers.answer(func(one offer) { one.do() })
		h.driver.Settle()
		p, ok := h.front.(*bring.Paste)
		if !ok || p.Text() != "A headline\n\nThe bridge is long." {
			t.Fatalf("%T is in front, want the pasted text", h.front)
		}
		p.Leave()
		h.driver.Settle()
		h.quit()
		if h.offered() != "" {
			t.Errorf("what was given up is offered: %q", h.offered())
		}
	})
}
