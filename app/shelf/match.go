package shelf

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"lectern/app/ui"
	"lectern/data"
	"lectern/data/search"
)

// marksShown is how many found words one line can mark.
const marksShown = 8

// match draws a search's match in its context: its lane, who says it, and the words found
// on a ground of their own and underlined.
type match struct {
	lane           *ui.Cell
	speaker, words *canvas.Text
	grounds        [marksShown]*canvas.Rectangle
	lines          [marksShown]*canvas.Rectangle
}

func newMatch() *match {
	m := &match{lane: ui.NewCell(), speaker: canvas.NewText("", nil), words: canvas.NewText("", nil)}
	m.speaker.TextStyle.Bold = true
	for i := range m.grounds {
		m.grounds[i], m.lines[i] = canvas.NewRectangle(nil), canvas.NewRectangle(nil)
	}
	return m
}

func (m *match) objects() []fyne.CanvasObject {
	var all []fyne.CanvasObject
	for i := range m.grounds {
		all = append(all, m.grounds[i], m.lines[i])
	}
	return append(append(all, m.lane.Objects()...), m.speaker, m.words)
}

func (m *match) hide(hidden bool) {
	for _, o := range m.objects() {
		if hidden {
			o.Hide()
		}
	}
}

// show draws sn between x and x+room.
func (m *match) show(s ui.Style, sn search.Snippet, x, middle, room float32) {
	end := x + room
	m.speaker.Hidden, m.words.Hidden = sn.Speaker == "", false
	side := s.Wide(16)
	if sn.Lane == data.NoLane {
		side = 0
	}
	m.lane.Set(s, sn.Lane, -1, fyne.NewPos(x, middle-side/2), fyne.NewSquareSize(side))
	if side > 0 {
		x += side + s.Wide(7)
	}
	if sn.Speaker != "" {
		x += ui.Write(m.speaker, sn.Speaker, s.Small, s.Lane(sn.Lane).Ink, x, middle, min(room*0.3, s.Wide(180))) + s.Wide(8)
	}
	words, marks := inSight(sn.Text, sn.Marks, s.Small, end-x)
	words = ui.Fit(words, end-x, s.Small, m.words.TextStyle)
	x = ui.WriteLine(m.words, words, s.Small, s.Ink, x, middle, end-x)
	for i := range m.grounds {
		hidden := i >= len(marks) || marks[i].End > len(words)
		m.grounds[i].Hidden, m.lines[i].Hidden = hidden, hidden
		if hidden {
			continue
		}
		from, to := ui.Place(words, marks[i], s.Small, m.words.TextStyle)
		high := s.Wide(17)
		m.grounds[i].FillColor, m.grounds[i].CornerRadius = s.Found, 3
		m.grounds[i].Move(fyne.NewPos(x+from-1, middle-high/2))
		m.grounds[i].Resize(fyne.NewSize(to-from+2, high))
		m.lines[i].FillColor = s.Ink
		m.lines[i].Move(fyne.NewPos(x+from, middle+high/2-1))
		m.lines[i].Resize(fyne.NewSize(to-from, 1))
	}
}

// inSight cuts the beginning of words where the first mark would else lie behind
// two thirds of room.
func inSight(words string, marks []data.Span, size, room float32) (string, []data.Span) {
	if len(marks) == 0 || marks[0].End > len(words) || width(words[:marks[0].End], size) < room*2/3 {
		return words, marks
	}
	cut := 0
	for i := range words[:marks[0].Start] {
		if i > 0 && words[i-1] == ' ' {
			if cut = i; width(words[i:marks[0].End], size) < room/3 {
				break
			}
		}
	}
	if cut == 0 {
		return words, marks
	}
	const dots = "… "
	moved := make([]data.Span, len(marks))
	for i, m := range marks {
		moved[i] = data.Span{Start: m.Start - cut + len(dots), End: m.End - cut + len(dots)}
	}
	return dots + words[cut:], moved
}

func width(words string, size float32) float32 {
	return fyne.MeasureText(words, size, fyne.TextStyle{}).Width
}
