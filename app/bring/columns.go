package bring

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/widget"

	"lectern/app/look"
	"lectern/app/ui"
	"lectern/app/ui/page"
	"lectern/data/ingest"
)

// ColumnsConfig is what the form for the columns of a table needs. Its functions
// are called on the UI goroutine.
type ColumnsConfig struct {
	Name  string // the file's base name
	Table ingest.Table
	Keep  func(map[ingest.Field]string) // bring the table in, with its columns so
	Leave func()
}

// Columns asks which column of a table is what, beside what its first rows would
// become.
type Columns struct {
	c       ColumnsConfig
	content fyne.CanvasObject
	choices []*choice
	wrong   *ui.Line
	preview *page.Page
}

// choice is one line of the form: what a report has, and the column it is in.
type choice struct {
	of      ingest.Field
	name    string
	pick    *picker
	sample  *ui.Line
	content fyne.CanvasObject
}

// NewColumns makes the form, with the columns that were guessed.
func NewColumns(c ColumnsConfig) *Columns {
	f := &Columns{c: c, wrong: ui.NewShortLine(ui.Alert, ""), preview: page.New()}
	f.choices = []*choice{
		f.newChoice(ingest.Text, lang.L("Text")),
		f.newChoice(ingest.Title, lang.L("Title")),
		f.newChoice(ingest.Author, lang.L("Author")),
		f.newChoice(ingest.Publisher, lang.L("Publisher")),
		f.newChoice(ingest.Published, lang.L("Published on")),
		f.newChoice(ingest.URL, lang.L("Web address")),
		f.newChoice(ingest.Lang, lang.L("Language")),
	}
	f.wrong.Hide()
	f.build()
	f.show()
	return f
}

// Content is what to put into a window.
func (f *Columns) Content() fyne.CanvasObject { return f.content }

// Focus puts the keyboard onto the first choice.
func (f *Columns) Focus() { f.focus(f.choices[0]) }

func (f *Columns) focus(at *choice) {
	if c := fyne.CurrentApp().Driver().CanvasForObject(at.pick); c != nil {
		c.Focus(at.pick)
	}
}

// Keep is the strong button and Ctrl+Enter: it goes on, once the text's column is
// known.
func (f *Columns) Keep() {
	chosen := f.chosen()
	if _, ok := chosen[ingest.Text]; !ok {
		f.wrong.Set(ui.Alert, lang.L("Choose the column that holds the text: there is no report without one."))
		f.wrong.Show()
		f.content.Refresh()
		f.Focus()
		return
	}
	f.c.Keep(chosen)
}

// Leave is the other button and Esc.
func (f *Columns) Leave() { f.c.Leave() }

// chosen says which column is what.
func (f *Columns) chosen() map[ingest.Field]string {
	columns := map[ingest.Field]string{}
	for _, one := range f.choices {
		if i := one.pick.column(); i >= 0 {
			columns[one.of] = f.c.Table.Header[i]
		}
	}
	return columns
}

func (f *Columns) newChoice(of ingest.Field, name string) *choice {
	one := &choice{of: of, name: name, sample: ui.NewShortLine(ui.Quiet, "")}
	one.pick = newPicker(f, name)
	if guess, ok := f.c.Table.Guess[of]; ok {
		one.pick.choose(guess)
	}
	one.pick.OnChanged = func(string) { f.show() }
	heading := container.NewBorder(nil, nil, ui.NewLine(ui.Section, name), nil, ui.Inset(0, 0, 10, 0, one.sample))
	one.content = ui.Inset(6, 8, 9, 9, ui.Column(5, 100, heading, one.pick))
	return one
}

func (f *Columns) build() {
	n := len(f.c.Table.Header)
	form := ui.Column(4, 250, ui.Inset(0, 8, 9, 9, ui.Column(5, 200,
		ui.NewShortLine(ui.Title, lang.L("Which column is what?")),
		ui.NewShortLine(ui.Quiet, f.c.Name+" · "+lang.XN("columns.count", "{{.Count}} columns", n, map[string]any{"Count": n})))))
	for _, one := range f.choices {
		form.Add(one.content)
	}
	buttons := ui.Column(8, 100, f.wrong, container.NewHBox(
		ui.NewButton(ui.Strong, lang.L("Bring in all rows"), lang.L("Ctrl+Enter"), f.Keep),
		ui.NewButton(ui.Bare, lang.L("Cancel"), lang.L("Esc"), f.Leave),
	))
	left := container.NewBorder(nil, ui.Inset(10, 14, 20, 16, buttons), nil, nil,
		ui.WithoutShadow(container.NewVScroll(ui.Inset(16, 8, 11, 12, form))))
	f.preview.Name = lang.L("The first rows")
	f.preview.OnKey = func(ev *fyne.KeyEvent) bool {
		if ev.Name == fyne.KeyEscape {
			f.Leave()
		}
		return ev.Name == fyne.KeyEscape
	}
	rows := len(f.c.Table.Rows)
	right := container.NewBorder(
		container.NewStack(ui.NewGround(ui.Raised), ui.Inset(9, 9, 18, 18, ui.NewShortLine(ui.Section,
			lang.XN("columns.rows", "The first {{.Count}} rows, as they will come in", rows, map[string]any{"Count": rows})))),
		nil, nil, nil, newSheet(f.preview))
	f.content = container.New(&halves{}, ui.NewGround(ui.Paper), left, right)
}

// show shows what the choices make of the first rows.
func (f *Columns) show() {
	for _, one := range f.choices {
		one.sample.Set(ui.Quiet, f.sampleOf(one.pick.column()))
	}
	if _, ok := f.chosen()[ingest.Text]; ok {
		f.wrong.Hide()
	}
	f.preview.SetBlocks(f.blocks())
	f.preview.SetOffset(0)
}

// sampleOf is the first cell of a column that says anything.
func (f *Columns) sampleOf(column int) string {
	for _, row := range f.c.Table.Rows {
		if column >= 0 && strings.TrimSpace(row[column]) != "" {
			return lang.X("columns.sample", "for example “{{.Cell}}”", map[string]any{"Cell": cut(row[column], 60)})
		}
	}
	if column >= 0 {
		return lang.L("empty in the first rows")
	}
	return ""
}

// blocks are the first rows as reports: title, what is known about it, its text.
func (f *Columns) blocks() (blocks []page.Block) {
	at, cell := 0, f.cells()
	add := func(kind page.BlockKind, words string) {
		if words != "" {
			blocks = append(blocks, page.Block{Key: len(blocks), Kind: kind, Base: at, Text: words})
			at += len(words) + 1
		}
	}
	for i, row := range f.c.Table.Rows {
		title := cell(row, ingest.Title)
		if title == "" {
			title = lang.X("columns.row", "Row {{.Number}}", map[string]any{"Number": look.Number(i + 1)})
		}
		add(page.Heading, cut(title, 200))
		var facts []string
		for _, of := range []ingest.Field{ingest.Author, ingest.Publisher, ingest.Published, ingest.Lang, ingest.URL} {
			if words := cell(row, of); words != "" {
				facts = append(facts, cut(words, 120))
			}
		}
		add(page.Paragraph, strings.Join(facts, " · "))
		add(page.Paragraph, cut(cell(row, ingest.Text), 320))
	}
	return blocks
}

// cells gives what a row says of a field.
func (f *Columns) cells() func(row []string, of ingest.Field) string {
	columns := map[ingest.Field]int{}
	for _, one := range f.choices {
		columns[one.of] = one.pick.column()
	}
	return func(row []string, of ingest.Field) string {
		if i := columns[of]; i >= 0 {
			return strings.TrimSpace(row[i])
		}
		return ""
	}
}

// cut shortens words to most characters.
func cut(words string, most int) string {
	all := []rune(strings.Join(strings.Fields(words), " "))
	if len(all) <= most {
		return string(all)
	}
	return strings.TrimSpace(string(all[:most])) + "…"
}

// picker is a list of the columns, and of none.
type picker struct {
	widget.Select
	owner   *Columns
	columns []int // of the options after the first, in Table.Header
}

func newPicker(owner *Columns, name string) *picker {
	p := &picker{owner: owner}
	p.Options = []string{lang.L("in no column")}
	for i, column := range owner.c.Table.Header {
		if column != "" {
			p.Options, p.columns = append(p.Options, column), append(p.columns, i)
		}
	}
	p.PlaceHolder = name
	p.ExtendBaseWidget(p)
	p.SetSelectedIndex(0)
	return p
}

func (p *picker) choose(column string) {
	for at, i := range p.columns {
		if p.owner.c.Table.Header[i] == column {
			p.SetSelectedIndex(at + 1)
		}
	}
}

// column is the place in Table.Header of the column chosen, -1 for none.
func (p *picker) column() int {
	if at := p.SelectedIndex(); at > 0 {
		return p.columns[at-1]
	}
	return -1
}

// TypedKey is for Fyne.
func (p *picker) TypedKey(ev *fyne.KeyEvent) {
	if ev.Name == fyne.KeyEscape {
		p.owner.Leave()
		return
	}
	p.Select.TypedKey(ev)
}

// TypedShortcut is for Fyne.
func (p *picker) TypedShortcut(s fyne.Shortcut) {
	if c, ok := s.(*desktop.CustomShortcut); ok && c.Modifier&fyne.KeyModifierShortcutDefault != 0 &&
		(c.KeyName == fyne.KeyReturn || c.KeyName == fyne.KeyEnter) {
		p.owner.Keep()
	}
}
