package brief

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/lang"

	"lectern/app/look"
	"lectern/app/ui"
	"lectern/data"
)

// newList lists the presentations.
func (m *Minutes) newList() *ui.Rows {
	rows := ui.NewRows()
	rows.Name = lang.X("minutes.all", "Minutes of all presentations")
	rows.Length = func() int { return len(m.all) }
	rows.Height = func() float32 { return ui.Worn().Wide(56) }
	rows.Label = func(i int) string { return look.Moment(m.all[i].Began) + ", " + m.beside(m.all[i]) }
	rows.Create = func() ui.Row { return &heldRow{m: m, when: canvas.NewText("", nil), what: canvas.NewText("", nil)} }
	rows.OnCurrent = func(int) { m.showOne() }
	rows.OnOpen = func(int) { focus(m.rows) }
	rows.OnKey = func(_ int, ev *fyne.KeyEvent) bool {
		if ev.Name == fyne.KeyRight {
			focus(m.rows)
			return true
		}
		return m.key(ev)
	}
	rows.OnRune = func(_ int, r rune) { m.TypedRune(r) }
	return rows
}

// newRows lists what was shown.
func (m *Minutes) newRows() *ui.Rows {
	rows := ui.NewRows()
	rows.Name = lang.L("What was shown")
	rows.Length = func() int { return len(m.chosen().Showings) }
	rows.Height = func() float32 { return ui.Worn().Wide(70) }
	rows.Label = func(i int) string {
		s := m.chosen().Showings[i]
		return s.At.Local().Format("15:04:05") + ", " + shownAs(s) + ", " + shownWords(s)
	}
	rows.Create = func() ui.Row { return newShownRow(m) }
	rows.OnOpen = func(i int) {
		if q := m.chosen().Showings[i].Quotes; len(q) > 0 && m.c.Open != nil {
			m.c.Open(q[0].Report, q[0].Start)
		}
	}
	rows.OnKey = func(_ int, ev *fyne.KeyEvent) bool {
		if ev.Name == fyne.KeyLeft {
			focus(m.list)
			return true
		}
		return m.key(ev)
	}
	rows.OnRune = func(_ int, r rune) { m.TypedRune(r) }
	return rows
}

// TypedKey handles a key that nothing has the focus for.
func (m *Minutes) TypedKey(ev *fyne.KeyEvent) bool { return m.key(ev) }

func (m *Minutes) key(ev *fyne.KeyEvent) bool {
	if ev.Name == fyne.KeyEscape {
		m.c.Leave()
		return true
	}
	return m.c.Key != nil && m.c.Key(ev)
}

// TypedRune handles a character: C copies.
func (m *Minutes) TypedRune(r rune) {
	if ui.Letter(r) == 'c' {
		m.copy()
	} else if m.c.Rune != nil {
		m.c.Rune(r)
	}
}

// beside is what stands under the time of a presentation.
func (m *Minutes) beside(p data.Presentation) string {
	n := len(p.Showings)
	words := joined(lasted(p.Ended.Sub(p.Began)), lang.XN("minutes.shown", "{{.Count}} shown", n, map[string]any{"Count": n}))
	if m.c.Brief == 0 && p.Title != "" {
		words = joined(p.Title, words)
	}
	return words
}

// heldRow draws one presentation.
type heldRow struct {
	m          *Minutes
	when, what *canvas.Text
}

// Objects is for the list.
func (r *heldRow) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.when, r.what} }

// Show draws the presentation at index.
func (r *heldRow) Show(index int, size fyne.Size) {
	s, p, left := ui.Worn(), r.m.all[index], ui.Worn().Wide(18)
	r.when.TextStyle.Bold = true
	ui.Write(r.when, look.Moment(p.Began), s.Body, s.Ink, left, s.Wide(19), size.Width-left-s.Wide(14))
	ui.Write(r.what, r.m.beside(p), s.Small, s.Dim, left, s.Wide(38), size.Width-left-s.Wide(14))
}

// shownRow draws one thing that was shown: when and for how long, as what, its words
// and where they are from.
type shownRow struct {
	m                               *Minutes
	at, lasted, kind, words, source *canvas.Text
	lane                            *ui.Cell
	marking                         *ui.MarkingCell
}

func newShownRow(m *Minutes) *shownRow {
	text := func() *canvas.Text { return canvas.NewText("", nil) }
	r := &shownRow{m: m, at: text(), lasted: text(), kind: text(), words: text(), source: text(), lane: ui.NewCell(), marking: ui.NewMarkingCell()}
	r.at.TextStyle.Bold = true
	return r
}

// Objects is for the list.
func (r *shownRow) Objects() []fyne.CanvasObject {
	all := append([]fyne.CanvasObject{r.at, r.lasted, r.kind, r.words, r.source}, r.lane.Objects()...)
	return append(all, r.marking.Objects()...)
}

// Show draws what was shown at index.
func (r *shownRow) Show(index int, size fyne.Size) {
	p, s := r.m.chosen(), ui.Worn()
	if index >= len(p.Showings) {
		return
	}
	one := p.Showings[index]
	first, second, third := s.Wide(16), s.Wide(36), s.Wide(54)
	left, right := s.Wide(126), size.Width-s.Wide(24)
	ui.Write(r.at, one.At.Local().Format("15:04:05"), s.Body, s.Ink, s.Wide(18), first, left)
	ui.Write(r.lasted, lasted(p.Lasted(index)), s.Small, s.Dim, s.Wide(18), second, left-s.Wide(26))
	marking := data.Unmarked
	for _, q := range one.Quotes {
		marking = data.Highest(marking, q.Marking)
	}
	wide := r.marking.Set(s, marking, right, first)
	ui.Write(r.kind, shownAs(one), s.Small, s.Dim, left, first, right-wide-s.Wide(10)-left)
	x := left
	lane := data.NoLane
	if len(one.Quotes) > 0 {
		lane = one.Quotes[0].Lane
	}
	side := fyne.NewSquareSize(s.Wide(17))
	if lane == data.NoLane {
		side = fyne.Size{}
	} else {
		x += side.Width + s.Wide(7)
	}
	r.lane.Set(s, lane, -1, fyne.NewPos(left, second-side.Height/2), side)
	ui.WriteLine(r.words, shownWords(one), s.Body, s.Ink, x, second, right-x)
	ui.WriteLine(r.source, shownSource(one), s.Small, s.Dim, left, third, right-left)
}
