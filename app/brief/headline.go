package brief

import (
	"fyne.io/fyne/v2"

	"lectern/app/ui"
)

// headline lays out a way back, a title, a row of facts and a row of buttons. The
// facts stand under the title beside the buttons where there is room for both, and
// have the whole width else.
type headline struct{ facts []fyne.CanvasObject }

// gap is the room between facts, at 100 %.
const gap = 10

// wanted is the width that the facts need to stand in one line.
func (h *headline) wanted() (width float32) {
	for _, o := range h.facts {
		if w := o.MinSize().Width; w > 0 {
			width += w + ui.Worn().Wide(gap)
		}
	}
	return width
}

// MinSize is for Fyne.
func (h *headline) MinSize(o []fyne.CanvasObject) fyne.Size {
	back, buttons := o[0].MinSize(), o[3].MinSize()
	return fyne.NewSize(back.Width+buttons.Width+ui.Worn().Wide(120), ui.Worn().Wide(36+34))
}

// Layout is for Fyne.
func (h *headline) Layout(o []fyne.CanvasObject, size fyne.Size) {
	s := ui.Worn()
	first := s.Wide(36)
	back, buttons := o[0].MinSize(), o[3].MinSize()
	left, right := back.Width+s.Wide(8), size.Width-buttons.Width
	put := func(o fyne.CanvasObject, x, middle, width float32) {
		high := o.MinSize().Height
		o.Move(fyne.NewPos(x, middle-high/2))
		o.Resize(fyne.NewSize(width, high))
	}
	middle, from := size.Height/2, left
	if left+h.wanted() > right {
		middle, from = first/2, s.Wide(9) // under the words of the way back
	}
	put(o[0], 0, middle, back.Width)
	put(o[3], right, middle, buttons.Width)
	put(o[1], left, first/2, right-left-s.Wide(12))
	x := from
	for _, fact := range h.facts {
		w := fact.MinSize().Width
		if w == 0 {
			continue
		}
		w = min(w, max(size.Width-x, 0))
		put(fact, x, first+s.Wide(17), w)
		x += w + s.Wide(gap)
	}
}
