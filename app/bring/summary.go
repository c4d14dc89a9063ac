package bring

import (
	"encoding/csv"
	"io"
	"path/filepath"
	"slices"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"lectern/app/look"
	"lectern/app/ui"
	"lectern/data"
	"lectern/data/desk"
)

// SummaryConfig is what the summary needs. Its functions are called on the UI
// goroutine.
type SummaryConfig struct {
	Outcomes []desk.Outcome
	Open     func(data.ReportID)
	Save     func(suggested string, write func(io.Writer) error) // asks where, and saves; nil where it cannot
	Close    func()
}

// Summary tells what became of many files: those that failed first, and why.
type Summary struct {
	c       SummaryConfig
	sorted  []desk.Outcome
	rows    *ui.Rows
	content fyne.CanvasObject
}

// NewSummary makes a summary.
func NewSummary(c SummaryConfig) *Summary {
	s := &Summary{c: c, sorted: slices.Clone(c.Outcomes)}
	order := map[desk.Status]int{desk.StatusFailed: 0, desk.StatusKnown: 1, desk.StatusNew: 2}
	slices.SortStableFunc(s.sorted, func(a, b desk.Outcome) int { return order[a.Status] - order[b.Status] })
	s.rows = ui.NewRows()
	s.rows.Name = lang.L("Files")
	s.rows.Length = func() int { return len(s.sorted) }
	s.rows.Create = func() ui.Row { return newOutcomeRow(s) }
	s.rows.Height = func() float32 { return ui.Worn().Wide(52) }
	s.rows.Label = func(i int) string { return filepath.Base(s.sorted[i].Path) + ", " + why(s.sorted[i]) }
	s.rows.OnOpen = func(i int) {
		if id := s.sorted[i].Report; id != 0 {
			c.Open(id)
		}
	}
	s.rows.OnKey = func(_ int, ev *fyne.KeyEvent) bool {
		if ev.Name == fyne.KeyEscape {
			c.Close()
		}
		return ev.Name == fyne.KeyEscape
	}
	buttons := container.NewHBox()
	if c.Save != nil {
		buttons.Add(ui.NewButton(ui.Outlined, lang.L("Save as CSV"), "", func() { c.Save("lectern-import.csv", s.WriteCSV) }))
	}
	buttons.Add(ui.NewButton(ui.Strong, lang.L("To the library"), lang.L("Esc"), c.Close))
	top := container.NewBorder(nil, nil, nil, container.NewCenter(buttons), ui.Column(4, 200,
		ui.NewShortLine(ui.Title, lang.L("What was brought in")), ui.NewShortLine(ui.Quiet, s.counts())))
	s.content = container.NewBorder(
		container.NewStack(ui.NewGround(ui.Paper), ui.Inset(16, 14, 24, 20, top)), nil, nil, nil,
		container.NewStack(ui.NewGround(ui.Sheet), s.rows))
	return s
}

// Content is what to put into a window.
func (s *Summary) Content() fyne.CanvasObject { return s.content }

// Focus puts the keyboard onto the list.
func (s *Summary) Focus() {
	if c := fyne.CurrentApp().Driver().CanvasForObject(s.rows); c != nil {
		c.Focus(s.rows)
	}
}

func (s *Summary) counts() string {
	n := map[desk.Status]int{}
	for _, o := range s.sorted {
		n[o.Status]++
	}
	return lang.L("{{.New}} new · {{.Known}} already there · {{.Failed}} could not be read", map[string]any{
		"New": n[desk.StatusNew], "Known": n[desk.StatusKnown], "Failed": n[desk.StatusFailed],
	})
}

// WriteCSV writes a line for each file: path, status, report, why.
func (s *Summary) WriteCSV(w io.Writer) error {
	out := csv.NewWriter(w)
	lines := [][]string{{"path", "status", "report", "why"}}
	for _, o := range s.c.Outcomes {
		id, reason := "", ""
		if o.Report != 0 {
			id = strconv.FormatInt(int64(o.Report), 10)
		}
		if o.Err != nil {
			reason = look.FaultText(o.Err)
		}
		lines = append(lines, []string{o.Path, string(o.Status), id, reason})
	}
	return out.WriteAll(lines)
}

func why(o desk.Outcome) string {
	switch o.Status {
	case desk.StatusNew:
		return lang.L("New in the library")
	case desk.StatusKnown:
		return lang.L("Already there")
	}
	return look.FaultText(o.Err)
}

// outcomeRow draws one file: a sign, its name, what became of it, its folder.
type outcomeRow struct {
	s                       *Summary
	sign, name, why, folder *canvas.Text
}

func newOutcomeRow(s *Summary) *outcomeRow {
	text := func(bold bool) *canvas.Text {
		t := canvas.NewText("", nil)
		t.TextStyle.Bold = bold
		return t
	}
	return &outcomeRow{s: s, sign: text(true), name: text(true), why: text(false), folder: text(false)}
}

// Objects is for the list.
func (r *outcomeRow) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.sign, r.name, r.why, r.folder}
}

// Show draws the file at index.
func (r *outcomeRow) Show(index int, size fyne.Size) {
	s, o := ui.Worn(), r.s.sorted[index]
	sign, ink := "+", s.Accent
	switch o.Status {
	case desk.StatusFailed:
		sign, ink = "!", s.Alarm
	case desk.StatusKnown:
		sign, ink = "=", s.Dim
	}
	left, width := s.Wide(46), size.Width-s.Wide(70)
	ui.Write(r.sign, sign, s.Lead, ink, s.Wide(24), s.Wide(18), s.Wide(20))
	x := left + ui.Write(r.name, filepath.Base(o.Path), s.Body, s.Ink, left, s.Wide(18), width) + s.Wide(12)
	ui.Write(r.folder, filepath.Dir(o.Path), s.Small, s.Dim, x, s.Wide(18), left+width-x)
	if o.Status != desk.StatusFailed {
		ink = s.Dim
	}
	ui.Write(r.why, why(o), s.Small, ink, left, s.Wide(36), width)
}
