package bring

import (
	"context"
	"io"
	"path/filepath"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"lectern/app/look"
	"lectern/app/task"
	"lectern/app/ui"
	"lectern/data"
	"lectern/data/export"
	"lectern/data/library"
)

// SummaryConfig is what the summary needs. Its functions are called on the UI
// goroutine, but for Items.
type SummaryConfig struct {
	Context context.Context
	Import  library.Import
	Items   func(ctx context.Context, status library.ItemStatus, from, most int) ([]library.ImportItem, error)
	Open    func(data.ReportID)
	Save    func(suggested string, write func(context.Context, io.Writer) error) // asks where, and saves
	Resume  func()                                                               // goes on with what is left; nil where nothing is
	Close   func()
	Failed  func(error)
}

// Summary tells what became of an import, document by document, however many
// there are: those that failed first, and why.
type Summary struct {
	c       SummaryConfig
	filter  library.ItemStatus
	pills   map[library.ItemStatus]*ui.Toggle
	rows    *ui.Rows
	items   *pages
	content fyne.CanvasObject
}

// NewSummary makes a summary.
func NewSummary(c SummaryConfig) *Summary {
	s := &Summary{c: c, pills: make(map[library.ItemStatus]*ui.Toggle)}
	s.rows = ui.NewRows()
	s.items = newPages(c.Context, func(ctx context.Context, from, most int) ([]library.ImportItem, error) {
		return c.Items(ctx, s.filter, from, most)
	}, s.rows.Refresh, c.Failed)
	s.rows.Name = lang.L("Documents")
	s.rows.Length = func() int { return s.count(s.filter) }
	s.rows.Create = func() ui.Row { return newItemRow(s.items.at) }
	s.rows.Height = func() float32 { return ui.Worn().Wide(52) }
	s.rows.OnSeen = func(first, end int) { s.items.want(first, end) }
	s.rows.Label = func(i int) string {
		it, _ := s.items.at(i)
		return itemName(it) + ", " + why(it)
	}
	s.rows.OnOpen = func(i int) {
		if it, ok := s.items.at(i); ok && it.Report != 0 {
			c.Open(it.Report)
		}
	}
	s.rows.OnKey = func(_ int, ev *fyne.KeyEvent) bool {
		if ev.Name == fyne.KeyEscape {
			c.Close()
		}
		return ev.Name == fyne.KeyEscape
	}
	s.build()
	if c.Import.Failed > 0 {
		s.choose(library.ItemFailed)
	} else {
		s.choose("")
	}
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

func (s *Summary) build() {
	buttons := container.NewHBox()
	if s.c.Resume != nil {
		buttons.Add(ui.NewButton(ui.Outlined, lang.L("Go on with the rest"), "", s.c.Resume))
	}
	if s.c.Save != nil {
		buttons.Add(ui.NewButton(ui.Outlined, lang.L("Save as CSV"), "", func() { s.c.Save("lectern-import.csv", s.WriteCSV) }))
	}
	buttons.Add(ui.NewButton(ui.Strong, lang.L("To the library"), lang.L("Esc"), s.c.Close))
	pills := container.NewHBox()
	for _, status := range append([]library.ItemStatus{""}, statuses...) {
		if status == "" || s.count(status) > 0 {
			pill := ui.NewToggle(data.NoLane, sign(status), pillWords(status, s.count(status)), func() { s.choose(status) })
			s.pills[status] = pill
			pills.Add(pill)
		}
	}
	top := container.NewBorder(nil, nil, nil, container.NewCenter(buttons), ui.Column(4, 200,
		ui.NewShortLine(ui.Title, heading(s.c.Import)), ui.NewShortLine(ui.Quiet, place(s.c.Import))))
	s.content = container.NewBorder(
		container.NewStack(ui.NewGround(ui.Paper), ui.Inset(16, 12, 24, 20, ui.Column(12, 200, top, pills))), nil, nil, nil,
		container.NewStack(ui.NewGround(ui.Sheet), s.rows))
}

// choose shows only the documents of one status; "" shows all.
func (s *Summary) choose(status library.ItemStatus) {
	s.filter = status
	for of, pill := range s.pills {
		pill.Set(of == status, pillWords(of, s.count(of)))
	}
	s.items.forget()
	s.rows.SetCurrent(0)
	s.rows.SetOffset(0)
	s.rows.Refresh()
	s.items.want(0, 40)
}

func (s *Summary) count(status library.ItemStatus) int {
	switch i := s.c.Import; status {
	case library.ItemNew:
		return i.New
	case library.ItemKnown:
		return i.Known
	case library.ItemVersion:
		return i.Newer
	case library.ItemFailed:
		return i.Failed
	default:
		return i.Items()
	}
}

// statuses stand in the order in which a person wants to know.
var statuses = []library.ItemStatus{library.ItemFailed, library.ItemNew, library.ItemVersion, library.ItemKnown}

func pillWords(status library.ItemStatus, n int) string {
	count := map[string]any{"Count": look.Number(n)}
	switch status {
	case library.ItemNew:
		return lang.X("items.new", "{{.Count}} new", count)
	case library.ItemKnown:
		return lang.X("items.known", "{{.Count}} already there", count)
	case library.ItemVersion:
		return lang.X("items.version", "{{.Count}} newer versions", count)
	case library.ItemFailed:
		return lang.X("items.failed", "{{.Count}} could not be read", count)
	}
	return lang.X("items.all", "All {{.Count}}", count)
}

// heading says how an import ended.
func heading(i library.Import) string {
	if i.State == library.ImportDone {
		return lang.L("What was brought in")
	}
	return lang.X("import.part", "Brought in so far: {{.Done}} of {{.Files}} files",
		map[string]any{"Done": look.Number(i.Done), "Files": look.Number(i.Files)})
}

// place says when an import was, and from where.
func place(i library.Import) string {
	names := make([]string, len(i.Roots))
	for k, root := range i.Roots {
		names[k] = filepath.Base(root)
	}
	words := look.Moment(i.Began) + " · " + strings.Join(names, ", ")
	if i.Watched {
		words += " · " + lang.L("by a watched folder")
	}
	return words
}

// WriteCSV writes a line for each document: path, place in the file, status,
// report, why. A spreadsheet runs none of it.
func (s *Summary) WriteCSV(ctx context.Context, w io.Writer) error {
	rows := [][]string{{"path", "part", "status", "report", "why"}}
	for from := 0; ; from += pageItems {
		items, err := s.c.Items(ctx, "", from, pageItems)
		if err != nil {
			return err
		}
		for _, it := range items {
			rows = append(rows, csvRow(it))
		}
		// A batch at a time: an import can be of hundreds of thousands.
		if err := export.WriteCSV(w, export.CSV{}, rows); err != nil {
			return err
		}
		if rows = rows[:0]; len(items) < pageItems {
			return nil
		}
	}
}

func csvRow(it library.ImportItem) []string {
	id, reason := "", ""
	if it.Report != 0 {
		id = strconv.FormatInt(int64(it.Report), 10)
	}
	if it.Err != nil {
		reason = look.FaultText(it.Err)
	}
	return []string{it.Path, it.Name, string(it.Status), id, reason}
}

// pages holds the items in sight and some around them.
type pages struct {
	slot   *task.Slot
	load   func(ctx context.Context, from, most int) ([]library.ImportItem, error)
	loaded func()
	failed func(error)
	from   int
	items  []library.ImportItem
	asked  [2]int
}

const pageItems = 500

func newPages(ctx context.Context, load func(context.Context, int, int) ([]library.ImportItem, error), loaded func(), failed func(error)) *pages {
	return &pages{slot: task.NewSlot(ctx), load: load, loaded: loaded, failed: failed}
}

func (p *pages) forget() { p.items, p.asked = nil, [2]int{} }

// at is the item of a row, if it is there yet.
func (p *pages) at(i int) (library.ImportItem, bool) {
	if i < p.from || i >= p.from+len(p.items) {
		return library.ImportItem{}, false
	}
	return p.items[i-p.from], true
}

// want loads the rows from first to end, unless they are there or on their way.
func (p *pages) want(first, end int) {
	_, begins := p.at(first)
	_, ends := p.at(end - 1)
	if begins && ends || p.asked[0] <= first && end <= p.asked[1] {
		return
	}
	from := max(first-pageItems/2, 0)
	p.asked = [2]int{from, from + pageItems}
	task.Load(p.slot, func(ctx context.Context) ([]library.ImportItem, error) {
		return p.load(ctx, from, pageItems)
	}, func(items []library.ImportItem, err error) {
		if err != nil {
			p.failed(err)
			return
		}
		p.from, p.items = from, items
		p.loaded()
	})
}
