package compare

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/lang"

	"lectern/app/look"
	"lectern/app/ui"
	"lectern/data/compare"
)

// list makes the list of changes, the weightiest first.
func (v *Versions) list() *ui.Rows {
	rows := ui.NewRows()
	rows.Name = lang.L("What changed")
	rows.Length = func() int { return len(v.order) }
	rows.Height = func() float32 { return ui.Worn().Wide(60) }
	rows.Create = func() ui.Row { return newChangeRow(v) }
	rows.Label = func(i int) string {
		c := &v.comparison.Changes[v.order[i]]
		return kindName(c.Kind) + ", " + classNames(c.Touches) + ", " + v.words(c)
	}
	rows.OnOpen = v.choose
	rows.OnCurrent = v.choose
	rows.OnKey = func(_ int, ev *fyne.KeyEvent) bool {
		if ev.Name == fyne.KeyUp || ev.Name == fyne.KeyDown {
			return false
		}
		return v.TypedKey(ev)
	}
	rows.OnRune = func(_ int, r rune) { v.TypedRune(r) }
	return rows
}

// words are the changed words of a change: those that came, or that went.
func (v *Versions) words(c *compare.Change) string {
	s, doc := c.After, &v.comparison.After
	if s == nil {
		s, doc = c.Before, &v.comparison.Before
	}
	text := doc.Body
	if c.Title {
		text = doc.Title
	}
	if c.Kind != compare.Changed {
		return strings.Join(strings.Fields(s.In(text)), " ")
	}
	var out []string
	for _, p := range s.Pieces {
		if w := strings.TrimSpace(p.In(text)); p.Changed && w != "" {
			out = append(out, w)
		}
	}
	if len(out) == 0 { // words only went
		return strings.Join(strings.Fields(s.In(text)), " ")
	}
	return strings.Join(out, " … ")
}

// changeRow draws one change: its sign, what it is about, and the words.
type changeRow struct {
	v                       *Versions
	box                     *canvas.Rectangle
	sign, what, kind, words *canvas.Text
}

func newChangeRow(v *Versions) *changeRow {
	text := func(bold bool) *canvas.Text {
		t := canvas.NewText("", nil)
		t.TextStyle.Bold = bold
		return t
	}
	return &changeRow{v: v, box: canvas.NewRectangle(nil), sign: text(true), what: text(true), kind: text(false), words: text(false)}
}

// Objects is for the list.
func (r *changeRow) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.box, r.sign, r.what, r.kind, r.words}
}

// Show draws the change at index.
func (r *changeRow) Show(index int, size fyne.Size) {
	s := ui.Worn()
	c := &r.v.comparison.Changes[r.v.order[index]]
	ink := inkOf(c.Kind, c.Kind == compare.Removed, look.Current().Palette)
	side := s.Wide(22)
	r.box.FillColor, r.box.CornerRadius = look.Fade(ink, 0.14), s.Wide(6)
	r.box.Move(fyne.NewPos(s.Wide(16), s.Wide(9)))
	r.box.Resize(fyne.NewSquareSize(side))
	wide := fyne.MeasureText(sign(c.Kind), s.Body, r.sign.TextStyle).Width
	ui.Write(r.sign, sign(c.Kind), s.Body, ink, s.Wide(16)+(side-wide)/2, s.Wide(20), side)
	left, right := s.Wide(50), size.Width-s.Wide(20)
	kind := kindName(c.Kind)
	room := fyne.MeasureText(kind, s.Small, r.kind.TextStyle).Width
	ui.Write(r.kind, kind, s.Small, s.Dim, right-room, s.Wide(20), room+1)
	ui.Write(r.what, classNames(c.Touches), s.Body, s.Ink, left, s.Wide(20), right-room-left-s.Wide(8))
	ui.WriteLine(r.words, r.v.words(c), s.Small, s.Dim, left, s.Wide(42), right-left)
}
