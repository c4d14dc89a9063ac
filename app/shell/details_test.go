package shell

import (
	"testing"

	"fyne.io/fyne/v2/test"

	"lectern/app/reading"
	"lectern/app/ui"
	"lectern/data"
)

// says tells whether a line of the open panel reads so.
func (h *house) says(words string) bool {
	for _, o := range test.LaidOutObjects(h.popup.panel.Content) {
		if l, ok := o.(*ui.Line); ok && l.Words() == words {
			return true
		}
	}
	return false
}

func TestDetailsSayWhereTheyWereFound(t *testing.T) {
	inside(t, func(t *testing.T, h *house) {
		h.Bring([]string{h.file("bridge.txt", article)})
		h.driver.Settle()
		h.KeepForm()
		h.driver.Settle()
		h.editOpen()
		h.driver.Settle()
		for _, words := range []string{"found in: the first line", "found in: a line of the text"} {
			if !h.says(words) {
				t.Errorf("the panel does not say %q", words)
			}
		}
		h.fields()[1].SetText("A. Marrow")
		h.pressIn("Keep")
		h.driver.Settle()
		h.editOpen()
		h.driver.Settle()
		if !h.says("in your words") {
			t.Error("what a person corrected is not told as theirs")
		}
	})
}

func TestItIsToldWhereNobodyCanSayWhereDetailsWereFound(t *testing.T) {
	inside(t, func(t *testing.T, h *house) {
		h.edit(data.Report{ID: 7, Title: "Gone meanwhile"})
		h.driver.Settle()
		if h.told() == "" {
			t.Error("a failure is silent")
		}
		if _, ok := h.front.(*reading.View); ok {
			t.Error("a report that is gone was opened")
		}
	})
}
