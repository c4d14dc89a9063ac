package shell

import (
	"testing"

	"lectern/app/bring"
)

func TestATableIsAskedForItsColumnsAndThenBroughtIn(t *testing.T) {
	inside(t, func(t *testing.T, h *house) {
		h.Bring([]string{h.file("calls.csv", "headline,text\nFirst call,The envoy said that it was the first call.\nSecond call,The minister said that it failed.\n")})
		h.driver.Settle()
		form, ok := h.front.(*bring.Columns)
		if !ok {
			t.Fatalf("%T is in front, want the columns (told %q)", h.front, h.told())
		}
		if h.reports() != 0 {
			t.Error("rows came in before anybody said so")
		}
		form.Keep()
		h.driver.Settle()
		if h.front != screen(h.shelf) || h.reports() != 2 {
			t.Errorf("%T is in front, %d reports (told %q)", h.front, h.reports(), h.told())
		}
	})
}

func TestWhatIsOnlyCalledATableIsShownAsADocument(t *testing.T) {
	inside(t, func(t *testing.T, h *house) {
		h.Bring([]string{h.file("story.csv", article)})
		h.driver.Settle()
		if _, ok := h.front.(*bring.Form); !ok {
			t.Errorf("%T is in front, want the form (told %q)", h.front, h.told())
		}
	})
}
