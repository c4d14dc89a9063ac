package brief

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"lectern/app/ui"
	"lectern/data"
)

// list is the list of briefs.
type list struct {
	e     *Editor
	rows  *ui.Rows
	count int // of the briefs last shown
	fresh *ui.Button
	root  fyne.CanvasObject
}

func newList(e *Editor) *list {
	l := &list{e: e, rows: ui.NewRows()}
	l.rows.Name = lang.L("Briefs")
	l.rows.Length = func() int { return len(e.all) }
	l.rows.Height = func() float32 { return ui.Worn().Wide(52) }
	l.rows.Create = func() ui.Row { return newBriefRow(e) }
	l.rows.Label = func(i int) string { return e.all[i].Title + ", " + summary(e.all[i]) }
	l.rows.OnCurrent = func(i int) { l.turn(i) }
	l.rows.OnOpen = func(i int) { l.turn(i) }
	l.rows.OnContext = func(i int, at fyne.Position) {
		l.turn(i)
		e.c.Menu(e.briefMenu(), at)
	}
	l.rows.OnKey = func(_ int, ev *fyne.KeyEvent) bool { return e.listKey(ev) }
	l.rows.OnRune = func(_ int, r rune) { e.listRune(r) }
	l.fresh = ui.NewButton(ui.Bare, lang.L("New"), "+", func() { e.newBrief() })
	head := container.NewBorder(nil, nil, nil, l.fresh, ui.NewShortLine(ui.Section, lang.L("Briefs")))
	l.root = container.NewStack(ui.NewGround(ui.Paper),
		container.NewBorder(ui.Inset(10, 8, 16, 6, head), nil, nil, nil, l.rows))
	return l
}

func (l *list) turn(i int) {
	if i >= 0 && i < len(l.e.all) {
		l.e.turn(l.e.all[i].ID)
	}
}

func (l *list) show() {
	if at := l.e.index(); at >= 0 && (at != l.rows.Current() || l.count != len(l.e.all)) {
		l.rows.SetCurrent(at)
	}
	l.count = len(l.e.all)
	l.rows.Refresh()
	unfocused(l.rows)
}

// focus gives the list the keyboard, where there is room for it.
func (l *list) focus() {
	if l.root.Visible() {
		focus(l.rows)
	}
}

// summary is how long a brief is.
func summary(b data.Brief) string {
	words := stepCount(len(b.Steps))
	if n := b.Minutes(); n > 0 {
		words = joined(words, minuteCount(n))
	}
	return words
}

// briefRow draws one brief.
type briefRow struct {
	e            *Editor
	title, under *canvas.Text
}

func newBriefRow(e *Editor) *briefRow {
	return &briefRow{e: e, title: canvas.NewText("", nil), under: canvas.NewText("", nil)}
}

// Objects is for the list.
func (r *briefRow) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.title, r.under} }

// Show draws the brief at index.
func (r *briefRow) Show(index int, size fyne.Size) {
	s, b := ui.Worn(), r.e.all[index]
	r.title.TextStyle.Bold = b.ID == r.e.at
	left := s.Wide(16)
	ui.WriteLine(r.title, b.Title, s.Body, s.Ink, left, s.Wide(18), size.Width-left-s.Wide(12))
	ui.Write(r.under, summary(b), s.Small, s.Dim, left, s.Wide(36), size.Width-left-s.Wide(12))
}
