package tidy

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/lang"

	"lectern/app/ui"
)

// list makes the list of names. A click, Enter or Space chooses.
func (t *Tidy) list() *ui.Rows {
	rows := ui.NewRows()
	rows.Name = lang.L("Names and themes")
	rows.Length = func() int { return len(t.entries) }
	rows.Create = func() ui.Row { return newRow(t) }
	rows.Height = func() float32 { return ui.Worn().Wide(48) }
	rows.Label = func(i int) string { return t.entries[i].shownName() + ", " + t.entries[i].counted() }
	rows.OnOpen = t.choose
	rows.OnLeave = func() { focus(t.find) }
	rows.OnRune = func(i int, r rune) {
		if r == ' ' && i >= 0 {
			t.choose(i)
		}
	}
	rows.OnKey = func(_ int, ev *fyne.KeyEvent) bool {
		switch ev.Name {
		case fyne.KeyEscape:
			t.escape()
		case fyne.KeyRight:
			t.side.focus()
		default:
			return false
		}
		return true
	}
	return rows
}

// escape first lets go of what is chosen, then leaves.
func (t *Tidy) escape() {
	if len(t.chosen) == 0 {
		t.c.Leave()
		return
	}
	t.chosen = nil
	t.rows.Refresh()
	t.side.show()
}

func (e entry) counted() string {
	return lang.XN("tidy.reports", "in {{.Count}} reports", e.count, map[string]any{"Count": e.count})
}

// also are the other names an actor goes by.
func (e entry) also() string {
	if e.theme != 0 {
		return strings.Join(partNames(e.parts[:min(len(e.parts), 6)]), ", ")
	}
	others := slices.DeleteFunc(partNames(e.parts), func(name string) bool { return strings.EqualFold(name, e.name) })
	if len(others) == 0 {
		return ""
	}
	return lang.L("also {{.Names}}", map[string]any{"Names": strings.Join(others, ", ")})
}

// row draws one entry: a box with a tick, its name, how many reports, and the
// other names it goes by.
type row struct {
	t                 *Tidy
	box               *canvas.Rectangle
	tick, name, count *canvas.Text
	also              *canvas.Text
}

func newRow(t *Tidy) *row {
	text := func(bold bool) *canvas.Text {
		c := canvas.NewText("", nil)
		c.TextStyle.Bold = bold
		return c
	}
	return &row{t: t, box: canvas.NewRectangle(nil), tick: text(true), name: text(true), count: text(false), also: text(false)}
}

// Objects is for the list.
func (r *row) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.box, r.tick, r.name, r.count, r.also}
}

// Show draws the entry at index.
func (r *row) Show(index int, size fyne.Size) {
	s, e := ui.Worn(), r.t.entries[index]
	on := slices.Contains(r.t.chosen, e.name)
	side := s.Wide(16)
	r.box.Move(fyne.NewPos(s.Wide(20), (size.Height-side)/2))
	r.box.Resize(fyne.NewSize(side, side))
	r.box.CornerRadius, r.box.StrokeWidth, r.box.StrokeColor, r.box.FillColor = s.Wide(4), 1.4, s.Dim, s.Sheet
	tick := ""
	if on {
		tick, r.box.StrokeColor, r.box.FillColor = "✓", s.Accent, s.Accent
	}
	r.box.Refresh()
	ui.Write(r.tick, tick, s.Body, s.Sheet, s.Wide(22.5), size.Height/2, side)
	left := s.Wide(48)
	count := e.counted()
	wide := fyne.MeasureText(count, s.Small, r.count.TextStyle).Width
	right := size.Width - s.Wide(20) - wide
	also := e.also()
	y := size.Height / 2
	if also != "" {
		y = s.Wide(16)
	}
	ui.WriteLine(r.name, e.shownName(), s.Body, s.Ink, left, y, right-left-s.Wide(12))
	ui.Write(r.count, count, s.Small, s.Dim, right, y, wide+1)
	ui.WriteLine(r.also, also, s.Small, s.Dim, left, s.Wide(33), size.Width-left-s.Wide(20))
}
