package page

import (
	"testing"

	"fyne.io/fyne/v2"
)

func TestALoosePageBringsAnyCardToAnyHeight(t *testing.T) {
	p, _ := shownPage(t, 300, 400, card(1, 0, "first words"), card(2, 20, "last words"))
	p.Loose = true
	for _, y := range []float32{10, 150, 300} {
		for _, key := range []int{1, 2} {
			p.ScrollTo(key, y)
			if top, _, _ := p.Where(key); top != y {
				t.Errorf("card %d asked to %v stands at %v", key, y, top)
			}
		}
	}
	p.ScrollTo(1, 300)
	p.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, 50)})
	if top, _, _ := p.Where(1); top > 300 {
		t.Errorf("a person could scroll further into nothing, to %v", top)
	}
	p.Settle()
	if p.Offset() != 0 {
		t.Errorf("settled at %v, want 0", p.Offset())
	}
}
