package reading

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"lectern/app/look"
	"lectern/data"
)

// link is the thin line from a chosen passage's card to its place in the
// original. It lies over the columns and lets every event through.
type link struct {
	box   *fyne.Container
	lines [3]*canvas.Line // over the columns between, along the gutter, to the card
	ends  [2]*canvas.Circle
}

func newLink() *link {
	l := &link{}
	for i := range l.lines {
		l.lines[i] = canvas.NewLine(nil)
		l.lines[i].StrokeWidth = 1.5
	}
	for i := range l.ends {
		l.ends[i] = canvas.NewCircle(nil)
	}
	l.box = &fyne.Container{Objects: []fyne.CanvasObject{l.lines[0], l.lines[1], l.lines[2], l.ends[0], l.ends[1]}}
	l.box.Hide()
	return l
}

func (l *link) hide() {
	if l.box.Visible() {
		l.box.Hide()
	}
}

// show draws the line between two points in the columns' space; the bend is at
// the x of the gutter beside the card.
func (l *link) show(lane data.Lane, at, card fyne.Position, bend float32) {
	ink := look.Fade(look.Current().Palette.Lane(lane).Edge, 0.9)
	points := []fyne.Position{at, fyne.NewPos(bend, at.Y), fyne.NewPos(bend, card.Y), card}
	for i, line := range l.lines {
		line.StrokeColor, line.StrokeWidth = ink, 1.5
		if i == 0 && bend-at.X > 3*gutter || i == 0 && at.X-bend > 3*gutter {
			line.StrokeColor, line.StrokeWidth = look.Fade(ink, 0.4), 1 // it crosses other people's words
		}
		line.Position1, line.Position2 = points[i], points[i+1]
		line.Refresh()
	}
	const dot = 6
	for i, p := range []fyne.Position{at, card} {
		l.ends[i].FillColor = ink
		l.ends[i].Resize(fyne.NewSquareSize(dot))
		l.ends[i].Move(p.SubtractXY(dot/2, dot/2))
		l.ends[i].Refresh()
	}
	l.box.Show()
}
