package shelf

import (
	"context"
	"io"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"lectern/app/look"
	"lectern/app/ui"
	"lectern/data"
	"lectern/data/export"
	"lectern/data/search"
)

// AnswersConfig is what the answers to a list of searches need. Its functions are
// called on the UI goroutine.
type AnswersConfig struct {
	Name  string            // of the list
	All   []search.Answered // in the order of the list
	Asked int               // how many searches the list has; more than All where it was stopped
	Open  func(query string)
	Save  func(suggested string, write func(context.Context, io.Writer) error) // asks where, and saves
	Close func()
}

// HitsShown is how many hits of each search of a list stand under it.
const HitsShown = 2

// Answers shows what each search of a list found: how much, and the first hits.
type Answers struct {
	c       AnswersConfig
	shown   []search.Answered
	only    string // "found", "none" or "wrong"; "" for all
	pills   map[string]*ui.Toggle
	rows    *ui.Rows
	content fyne.CanvasObject
}

// NewAnswers makes the screen.
func NewAnswers(c AnswersConfig) *Answers {
	a := &Answers{c: c, pills: make(map[string]*ui.Toggle), rows: ui.NewRows()}
	a.rows.Name = lang.L("Searches of the list")
	a.rows.Length = func() int { return len(a.shown) }
	a.rows.Height = func() float32 { return ui.Worn().Wide(40 + 24*HitsShown) }
	a.rows.Label = func(i int) string { return a.shown[i].Typed + ", " + foundWords(a.shown[i]) }
	a.rows.Create = func() ui.Row { return newAnswerRow(func(i int) search.Answered { return a.shown[i] }) }
	a.rows.OnOpen = func(i int) { c.Open(a.shown[i].Typed) }
	a.rows.OnKey = func(_ int, ev *fyne.KeyEvent) bool {
		if ev.Name == fyne.KeyEscape {
			c.Close()
		}
		return ev.Name == fyne.KeyEscape
	}
	a.build()
	a.choose("")
	return a
}

// Content is what to put into a window.
func (a *Answers) Content() fyne.CanvasObject { return a.content }

// Focus puts the keyboard onto the list.
func (a *Answers) Focus() {
	if c := fyne.CurrentApp().Driver().CanvasForObject(a.rows); c != nil {
		c.Focus(a.rows)
	}
}

func (a *Answers) build() {
	buttons := container.NewHBox(
		ui.NewButton(ui.Outlined, lang.L("Save as CSV"), "", func() { a.c.Save("lectern-answers.csv", a.WriteCSV) }),
		ui.NewButton(ui.Strong, lang.L("To the library"), lang.L("Esc"), a.c.Close))
	pills := container.New(ui.Flowing(6))
	for _, kind := range []string{"", "found", "none", "wrong"} {
		if n := len(a.of(kind)); n > 0 || kind == "" {
			pill := ui.NewToggle(data.NoLane, answerSign(kind), answerKind(kind, n), func() { a.choose(kind) })
			a.pills[kind] = pill
			pills.Add(pill)
		}
	}
	heading := lang.X("answers.title", "Answers to the searches of “{{.Name}}”", map[string]any{"Name": a.c.Name})
	under := lang.L("Enter or a click shows a search and all it finds in the library.")
	if len(a.c.All) < a.c.Asked {
		under = lang.X("answers.part", "Stopped: {{.Done}} of {{.Total}} searches are answered.",
			map[string]any{"Done": look.Number(len(a.c.All)), "Total": look.Number(a.c.Asked)})
	}
	top := ui.Column(4, 200, ui.NewShortLine(ui.Title, heading), ui.NewShortLine(ui.Quiet, under))
	bar := container.NewBorder(nil, nil, nil, container.NewCenter(buttons), pills)
	a.content = container.NewBorder(
		container.NewStack(ui.NewGround(ui.Paper), ui.Inset(16, 12, 24, 20, ui.Column(12, 200, top, bar))), nil, nil, nil,
		container.NewStack(ui.NewGround(ui.Sheet), a.rows))
}

// of are the answers of one kind.
func (a *Answers) of(kind string) (some []search.Answered) {
	for _, x := range a.c.All {
		if kind == "" || kind == kindOf(x) {
			some = append(some, x)
		}
	}
	return some
}

func (a *Answers) choose(kind string) {
	a.only, a.shown = kind, a.of(kind)
	for of, pill := range a.pills {
		pill.Set(of == kind, answerKind(of, len(a.of(of))))
	}
	a.rows.SetCurrent(0)
	a.rows.SetOffset(0)
	a.rows.Refresh()
}

// WriteCSV writes the answers as a table.
func (a *Answers) WriteCSV(_ context.Context, w io.Writer) error {
	return export.WriteCSV(w, export.CSV{}, search.Table(a.c.All))
}

func kindOf(a search.Answered) string {
	switch {
	case a.Err != nil:
		return "wrong"
	case a.Reports+a.Passages == 0:
		return "none"
	}
	return "found"
}

func answerSign(kind string) string {
	switch kind {
	case "found":
		return "✓"
	case "none":
		return "–"
	case "wrong":
		return "!"
	}
	return ""
}

func answerKind(kind string, n int) string {
	count := map[string]any{"Count": look.Number(n)}
	switch kind {
	case "found":
		return lang.X("answers.found", "{{.Count}} found something", count)
	case "none":
		return lang.X("answers.none", "{{.Count}} found nothing", count)
	case "wrong":
		return lang.X("answers.wrong", "{{.Count}} not understood", count)
	}
	return lang.X("answers.all", "All {{.Count}}", count)
}

// foundWords says in a few words what a search found.
func foundWords(a search.Answered) string {
	if a.Err != nil {
		return lang.L("not understood")
	}
	if a.Reports+a.Passages == 0 {
		return lang.L("nothing found")
	}
	passages := lang.XN("shelf.passages", "{{.Count}} passages", a.Passages, map[string]any{"Count": look.Number(a.Passages)})
	if a.More {
		passages = lang.X("answers.more", "{{.Count}} passages or more", map[string]any{"Count": look.Number(a.Passages)})
	}
	if a.Reports == 0 { // a word that must not occur stands elsewhere in each of their reports
		return passages
	}
	return lang.XN("shelf.count", "{{.Count}} reports", a.Reports, map[string]any{"Count": look.Number(a.Reports)}) + " · " + passages
}

// answerRow draws one search: what was asked and how much was found, and under it
// the first hits.
type answerRow struct {
	of          func(int) search.Answered
	sign, query *canvas.Text
	found, note *canvas.Text
	hits        [HitsShown]*match
	objects     []fyne.CanvasObject
}

func newAnswerRow(of func(int) search.Answered) *answerRow {
	text := func() *canvas.Text { return canvas.NewText("", nil) }
	r := &answerRow{of: of, sign: text(), query: text(), found: text(), note: text()}
	r.query.TextStyle.Bold, r.sign.TextStyle.Bold = true, true
	r.objects = []fyne.CanvasObject{r.sign, r.query, r.found, r.note}
	for i := range r.hits {
		r.hits[i] = newMatch()
		r.objects = append(r.objects, r.hits[i].objects()...)
	}
	return r
}

// Objects is for the list.
func (r *answerRow) Objects() []fyne.CanvasObject { return r.objects }

// Show draws the search at index.
func (r *answerRow) Show(index int, size fyne.Size) {
	s, a := ui.Worn(), r.of(index)
	left, top, words := s.Wide(44), s.Wide(20), foundWords(a)
	ink := s.Dim
	if a.Err != nil {
		ink = s.Alarm
	}
	wide := fyne.MeasureText(words, s.Small, r.found.TextStyle).Width + 1
	right := size.Width - s.Wide(30)
	ui.Write(r.sign, answerSign(kindOf(a)), s.Body, ink, s.Wide(24), top, s.Wide(20))
	ui.Write(r.query, a.Typed, s.Body, s.Ink, left, top, right-wide-s.Wide(16)-left)
	ui.Write(r.found, words, s.Small, ink, right-wide, top, wide)
	r.note.Hidden = a.Err == nil
	if a.Err != nil {
		w := newWrong()
		w.set(a.Typed, a.Err)
		ui.Write(r.note, w.says, s.Small, s.Alarm, left, s.Wide(43), right-left)
	}
	for i, hit := range r.hits {
		hit.hide(i >= len(a.First))
		if i < len(a.First) {
			hit.show(s, a.First[i], left, s.Wide(43+24*float32(i)), right-left)
		}
	}
}
