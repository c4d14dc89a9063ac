package original

import (
	"errors"

	"fyne.io/fyne/v2"
)

var errLarge = errors.New("a picture of a page that is too large")

// turn goes to the top of a page, as a person asked.
func (s *sheets) turn(n int) {
	n = max(0, min(n, len(s.sizes)-1))
	s.goTo(n, 0)
	if s.onTurn != nil {
		s.onTurn(n)
	}
}

// goTo brings a place of a page into sight: share is how far down it stands.
func (s *sheets) goTo(n int, share float64) {
	if s.tops == nil || n < 0 || n >= len(s.sizes) {
		s.at = max(0, min(n, len(s.sizes)-1))
		return
	}
	high := s.tops[n+1] - s.tops[n]
	y := s.tops[n] - gap + max(0, min(float32(share)*high-s.view.Height/3, high-s.view.Height))
	s.put(y)
	if s.at != n { // a page lower than a third of the view, or the last ones
		s.at = n
		if s.onSeen != nil {
			s.onSeen()
		}
	}
}

// step goes on by as much as is in sight: to the rest of a page first, then to
// the next one.
func (s *sheets) step(by int) {
	if s.tops == nil {
		return
	}
	n := s.at
	top, foot := s.tops[n]-gap, s.tops[n+1]-s.view.Height
	y, far := s.scroll.Offset.Y, s.view.Height*0.9
	switch {
	case by > 0 && y < foot-2:
		s.put(min(y+far, foot))
	case by > 0:
		s.turn(n + 1)
	case y > top+2:
		s.put(max(y-far, top))
	case n > 0:
		s.turn(n - 1)
		s.put(max(s.tops[n-1]-gap, s.tops[n]-s.view.Height))
	}
	if s.onSeen != nil {
		s.onSeen()
	}
}

// zoomBy shows pages larger or smaller; 0 fills the width.
func (s *sheets) zoomBy(by int) {
	to := max(0, min(s.zoom+by, len(zooms)-1))
	if by == 0 {
		to = fitWidth
	}
	if to != s.zoom {
		middle := zooms[to] <= 1
		s.zoom = to
		if middle {
			s.scroll.Offset.X = 0
		}
		s.resize(s.view)
	}
}

// window is the layout that hears how much room there is.
type window struct{ s *sheets }

// MinSize is for Fyne.
func (*window) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(160, 120) }

// Layout is for Fyne.
func (w *window) Layout(o []fyne.CanvasObject, size fyne.Size) {
	o[0].Resize(size)
	if size != w.s.view {
		w.s.resize(size)
	}
}

// sheetLayout is the layout of all pages, of which only those in sight are
// there; they are put in their places when they are made.
type sheetLayout struct{ s *sheets }

// MinSize is for Fyne.
func (l *sheetLayout) MinSize([]fyne.CanvasObject) fyne.Size {
	s := l.s
	if s.tops == nil {
		return fyne.NewSize(0, 0)
	}
	return fyne.NewSize(max(s.view.Width-2*gap, 40)*zooms[s.zoom]+2*gap, s.tops[len(s.sizes)])
}

// Layout is for Fyne.
func (*sheetLayout) Layout([]fyne.CanvasObject, fyne.Size) {}
