package bring

import (
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"lectern/app/look"
	"lectern/app/ui"
	"lectern/data/library"
)

// PastConfig is what the list of past imports needs.
type PastConfig struct {
	Imports []library.Import // the latest first
	Open    func(library.Import)
	Close   func()
}

// Past lists the imports that were made, each of which can be looked at again.
type Past struct {
	rows    *ui.Rows
	content fyne.CanvasObject
}

// NewPast makes the list.
func NewPast(c PastConfig) *Past {
	p := &Past{rows: ui.NewRows()}
	p.rows.Name = lang.L("Past imports")
	p.rows.Length = func() int { return len(c.Imports) }
	p.rows.Height = func() float32 { return ui.Worn().Wide(56) }
	p.rows.Label = func(i int) string { return pastTitle(c.Imports[i]) + ", " + pastCounts(c.Imports[i]) }
	p.rows.Create = func() ui.Row {
		return &pastRow{of: func(i int) library.Import { return c.Imports[i] },
			title: canvas.NewText("", nil), day: canvas.NewText("", nil), counts: canvas.NewText("", nil)}
	}
	p.rows.OnOpen = func(i int) { c.Open(c.Imports[i]) }
	p.rows.OnKey = func(_ int, ev *fyne.KeyEvent) bool {
		if ev.Name == fyne.KeyEscape {
			c.Close()
		}
		return ev.Name == fyne.KeyEscape
	}
	top := container.NewBorder(nil, nil, nil,
		container.NewCenter(ui.NewButton(ui.Strong, lang.L("To the library"), lang.L("Esc"), c.Close)),
		ui.Column(4, 200, ui.NewShortLine(ui.Title, lang.L("Past imports")),
			ui.NewShortLine(ui.Quiet, lang.L("Open one to see what became of every document, and why some could not be read."))))
	body := fyne.CanvasObject(p.rows)
	if len(c.Imports) == 0 {
		body = ui.NewEmpty(lang.L("Nothing was brought in yet"), lang.L("Drop a folder onto the window, or bring one in from the File menu: what became of it is kept here."))
	}
	p.content = container.NewBorder(
		container.NewStack(ui.NewGround(ui.Paper), ui.Inset(16, 14, 24, 20, top)), nil, nil, nil,
		container.NewStack(ui.NewGround(ui.Sheet), body))
	return p
}

// Content is what to put into a window.
func (p *Past) Content() fyne.CanvasObject { return p.content }

// Focus puts the keyboard onto the list.
func (p *Past) Focus() {
	if c := fyne.CurrentApp().Driver().CanvasForObject(p.rows); c != nil {
		c.Focus(p.rows)
	}
}

// pastTitle names an import by what was named for it.
func pastTitle(i library.Import) string {
	names := make([]string, len(i.Roots))
	for k, root := range i.Roots {
		names[k] = filepath.Base(root)
	}
	return strings.Join(names, ", ")
}

// pastCounts says in a line what became of an import.
func pastCounts(i library.Import) string {
	var parts []string
	if i.State != library.ImportDone {
		parts = append(parts, lang.X("import.unfinished", "not finished: {{.Done}} of {{.Files}} files",
			map[string]any{"Done": look.Number(i.Done), "Files": look.Number(i.Files)}))
	}
	for _, of := range []struct {
		status library.ItemStatus
		n      int
	}{{library.ItemNew, i.New}, {library.ItemVersion, i.Newer}, {library.ItemKnown, i.Known}, {library.ItemFailed, i.Failed}} {
		if of.n > 0 {
			parts = append(parts, pillWords(of.status, of.n))
		}
	}
	if i.Watched {
		parts = append(parts, lang.L("by a watched folder"))
	}
	return strings.Join(parts, " · ")
}

// pastRow draws one import: its name and day, and what became of it.
type pastRow struct {
	of                 func(int) library.Import
	title, day, counts *canvas.Text
}

// Objects is for the list.
func (r *pastRow) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.title, r.day, r.counts} }

// Show draws the import at index.
func (r *pastRow) Show(index int, size fyne.Size) {
	s, i := ui.Worn(), r.of(index)
	r.title.TextStyle.Bold = true
	left := s.Wide(24)
	day := look.Moment(i.Began)
	wide := fyne.MeasureText(day, s.Small, r.day.TextStyle).Width + 1
	right := size.Width - s.Wide(30) - wide
	ui.WriteLine(r.title, pastTitle(i), s.Body, s.Ink, left, s.Wide(19), right-left-s.Wide(12))
	ui.Write(r.day, day, s.Small, s.Dim, right, s.Wide(19), wide)
	ui.Write(r.counts, pastCounts(i), s.Small, s.Dim, left, s.Wide(38), size.Width-left-s.Wide(24))
}
