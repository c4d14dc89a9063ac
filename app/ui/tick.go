package ui

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"lectern/app/look"
	"lectern/data"
)

// Tick is a box to tick beside a passage: its lane's letter, two lines of its
// words, and a quiet line below that says something about it.
type Tick struct {
	press
	lane      data.Lane
	words, by string
	on        bool
}

// NewTick makes a box that calls tapped when it is pressed; only Set ticks it.
func NewTick(lane data.Lane, words, by string, on bool, tapped func()) *Tick {
	t := &Tick{lane: lane, words: strings.Join(strings.Fields(words), " "), by: by, on: on}
	t.tapped = tapped
	t.rename()
	t.ExtendBaseWidget(t)
	return t
}

// Set shows another state and another quiet line.
func (t *Tick) Set(on bool, by string) {
	if t.on != on || t.by != by {
		t.on, t.by = on, by
		t.rename()
		t.Refresh()
	}
}

// On reports whether the box is ticked.
func (t *Tick) On() bool { return t.on }

func (t *Tick) rename() {
	mark := "☐ "
	if t.on {
		mark = "☑ "
	}
	t.name = mark + t.words + ", " + t.by
}

// CreateRenderer is for Fyne.
func (t *Tick) CreateRenderer() fyne.WidgetRenderer {
	t.ExtendBaseWidget(t)
	back, box, mark, by, cell := canvas.NewRectangle(nil), canvas.NewRectangle(nil), newText(true), newText(false), NewCell()
	lines := []*canvas.Text{newText(false), newText(false)}
	objects := append([]fyne.CanvasObject{back, box, mark, by, lines[0], lines[1]}, cell.Objects()...)
	min := func() fyne.Size {
		s := Worn()
		return fyne.NewSize(s.Wide(180), s.Wide(59))
	}
	return newPainter(objects, min, func(size fyne.Size) {
		s := Worn()
		back.FillColor, back.StrokeWidth, back.StrokeColor, back.CornerRadius = look.Fade(s.Ink, 0), 0, s.Accent, s.Wide(6)
		if t.over {
			back.FillColor = look.Fade(s.Ink, 0.05)
		}
		if t.focused {
			back.StrokeWidth = 2
		}
		back.Resize(size)
		side, x, middle := s.Wide(16), s.Wide(8), s.Wide(15)
		box.Move(fyne.NewPos(x, middle-side/2))
		box.Resize(fyne.NewSquareSize(side))
		box.CornerRadius, box.StrokeWidth, box.StrokeColor, box.FillColor = s.Wide(4), 1.4, s.Dim, s.Sheet
		sign, ink := "", s.Dim
		if t.on {
			sign, ink, box.StrokeColor, box.FillColor = "✓", s.Ink, s.Accent, s.Accent
		}
		Write(mark, sign, s.Body, s.OnAcc, x+s.Wide(2.5), middle, side)
		x += side + s.Wide(8)
		letter := s.Wide(19)
		cell.Set(s, t.lane, -1, fyne.NewPos(x, middle-letter/2), fyne.NewSquareSize(letter))
		x += letter + s.Wide(8)
		room := size.Width - x - s.Wide(8)
		first, rest := Broken(t.words, room, s.Body, lines[0].TextStyle)
		WriteLine(lines[0], first, s.Body, ink, x, middle, room)
		WriteLine(lines[1], rest, s.Body, ink, x, s.Wide(32), room)
		under := s.Wide(48)
		if rest == "" {
			under = s.Wide(31)
		}
		WriteLine(by, t.by, s.Small, s.Dim, x, under, room)
	})
}

// Broken takes from words as many as one line of a width has room for; a word
// that is longer is left whole.
func Broken(words string, width, size float32, style fyne.TextStyle) (first, rest string) {
	shortened := Fit(words, width, size, style)
	if shortened == words {
		return words, ""
	}
	head := strings.TrimSuffix(shortened, "…")
	if i := strings.LastIndexByte(words[:min(len(head)+1, len(words))], ' '); i > 0 {
		return words[:i], words[i+1:]
	}
	return words, ""
}
