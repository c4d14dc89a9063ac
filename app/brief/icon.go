package brief

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"lectern/app/look"
	"lectern/app/ui"
	"lectern/data"
)

// icon draws a kind of step as a small screen with what the room sees on it.
type icon struct{ all []*canvas.Rectangle }

func newIcon() *icon {
	i := &icon{}
	for range 8 {
		i.all = append(i.all, canvas.NewRectangle(nil))
	}
	return i
}

func (i *icon) objects() (all []fyne.CanvasObject) {
	for _, r := range i.all {
		all = append(all, r)
	}
	return all
}

// bar is a piece of an icon, in units of a screen 24 wide and 16 high.
type bar struct {
	x, y, w, h float32
	lane       data.Lane
}

// bars are what stands on the screen.
func bars(k data.BriefStepKind) []bar {
	switch k {
	case data.TitleCard:
		return []bar{{5, 5, 14, 3, ""}, {8, 10, 8, 1.5, ""}}
	case data.NoteCard:
		return []bar{{4, 4, 16, 1.5, ""}, {4, 7.25, 14, 1.5, ""}, {4, 10.5, 10, 1.5, ""}}
	case data.LanesStep:
		return []bar{{4, 4, 4, 8, data.Statement}, {10, 4, 4, 8, data.Caveat}, {16, 4, 4, 8, data.Reaction}}
	case data.StatementStep:
		return []bar{{4, 4, 9, 8, data.Statement}, {15, 4, 5, 3.4, data.Caveat}, {15, 8.6, 5, 3.4, data.Reaction}}
	case data.PairStep:
		return []bar{{4, 4, 7, 1.5, ""}, {4, 7.25, 7, 1.5, ""}, {4, 10.5, 5, 1.5, ""}, {13, 4, 7, 1.5, ""}, {13, 7.25, 7, 1.5, ""}, {13, 10.5, 4, 1.5, ""}}
	}
	return []bar{{4, 4, 7, 8, data.Statement}, {13, 4, 7, 1.5, ""}, {13, 7.25, 7, 1.5, ""}, {13, 10.5, 7, 1.5, ""}}
}

// set draws a kind at a place; the icon is 24 units wide and 16 high at 100 %.
func (i *icon) set(s ui.Style, k data.BriefStepKind, at fyne.Position) {
	unit := func(v float32) float32 { return v * s.Grow }
	put := func(r *canvas.Rectangle, b bar) {
		r.Hidden = false
		r.Move(at.AddXY(unit(b.x), unit(b.y)))
		r.Resize(fyne.NewSize(unit(b.w), unit(b.h)))
	}
	screen := i.all[0]
	screen.FillColor, screen.StrokeColor, screen.StrokeWidth, screen.CornerRadius = look.Fade(s.Ink, 0.04), s.Dim, 1, s.Wide(2.5)
	put(screen, bar{0, 0, 24, 16, ""})
	shown := bars(k)
	for n, r := range i.all[1:] {
		if r.Hidden = n >= len(shown); r.Hidden {
			continue
		}
		r.FillColor, r.CornerRadius = s.Dim, 0.75
		if shown[n].lane != "" {
			r.FillColor, r.CornerRadius = s.Lane(shown[n].lane).Edge, 1
		}
		put(r, shown[n])
	}
}
