package compare

import (
	"context"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"lectern/app/look"
	"lectern/app/task"
	"lectern/app/ui"
	"lectern/data"
	"lectern/data/compare"
	"lectern/data/search"
)

// Origins lists which reports carry the same words, and which of them had them
// first. It is used from the UI goroutine only.
type Origins struct {
	c       Config
	id      data.ReportID // show the story of this report; 0 shows all
	entries []entry
	rows    *ui.Rows
	title   *ui.Line
	hint    *ui.Line
	empty   *ui.Line
	load    *task.Slot
	root    fyne.CanvasObject
}

// mostStories is how many stories the screen lists.
const mostStories = 500

// entry is a line: a story, or a report under it.
type entry struct {
	story   *compare.Story
	carrier *compare.Carrier // nil for the story itself
	report  data.Report      // its newest version
	first   data.Report      // its earliest
	from    data.Report      // where the words are from, for a copy
}

// NewOrigins opens the story of a report, or with 0 all stories.
func NewOrigins(c Config, id data.ReportID) *Origins {
	o := &Origins{c: c, id: id, load: task.NewSlot(c.Context)}
	o.title = ui.NewShortLine(ui.Title, lang.L("Who has it from whom"))
	o.hint = ui.NewShortLine(ui.Quiet, lang.L("Looking for shared words…"))
	o.empty = ui.NewShortLine(ui.Quiet, "")
	o.rows = o.newRows()
	back := ui.NewButton(ui.Bare, "‹  "+lang.L("Back"), lang.L("Esc"), c.Leave)
	list := ui.NewButton(ui.Outlined, lang.L("Show in the library"), lang.L("F"), o.list)
	top := container.NewBorder(nil, nil, container.NewCenter(back), container.NewCenter(list), ui.Inset(0, 0, 8, 12, ui.Column(4, 200, o.title, o.hint)))
	o.root = container.NewBorder(
		container.NewStack(ui.NewGround(ui.Paper), ui.Inset(12, 12, 8, 20, top)), nil, nil, nil,
		container.NewStack(ui.NewGround(ui.Sheet), o.rows, container.NewCenter(o.empty)))
	o.reload()
	return o
}

// Content is what to put into a window.
func (o *Origins) Content() fyne.CanvasObject { return o.root }

// Focus puts the keyboard onto the list.
func (o *Origins) Focus() {
	if c := fyne.CurrentApp().Driver().CanvasForObject(o.rows); c != nil {
		c.Focus(o.rows)
	}
}

// Changed looks again after news of the library.
func (o *Origins) Changed(c data.Change) {
	if c.Kind != data.PassageDecided {
		o.reload()
	}
}

func (o *Origins) reload() {
	task.Load(o.load, func(ctx context.Context) ([]entry, error) {
		found, err := o.c.Desk.Stories(ctx)
		if err != nil {
			return nil, err
		}
		stories := found.All[:min(len(found.All), mostStories)]
		if o.id != 0 {
			one, ok := found.Of(o.id)
			stories = []compare.Story{one}
			if !ok {
				stories = nil
			}
		}
		return o.entriesOf(ctx, stories)
	}, func(all []entry, err error) {
		if err != nil {
			o.c.Failed(err)
			return
		}
		o.show(all)
	})
}

func (o *Origins) entriesOf(ctx context.Context, stories []compare.Story) (all []entry, err error) {
	var ids []data.ReportID
	for _, s := range stories {
		for _, c := range s.Carriers {
			ids = append(ids, c.Report, c.First)
		}
	}
	reports, err := o.c.Desk.Library().Reports(ctx, ids)
	by := map[data.ReportID]data.Report{}
	for _, r := range reports {
		by[r.ID] = r
	}
	for i := range stories {
		s := &stories[i]
		all = append(all, entry{story: s, report: by[s.Carriers[0].Report], first: by[s.Carriers[0].First]})
		for j := range s.Carriers {
			c := &s.Carriers[j]
			all = append(all, entry{story: s, carrier: c, report: by[c.Report], first: by[c.First], from: by[c.From]})
		}
	}
	return all, err
}

func (o *Origins) show(all []entry) {
	o.entries = all
	o.hint.Set(ui.Quiet, lang.L("Reports that carry the same passages, and those that had them first. Words that an outlet puts under all its texts do not count, nor does quoted speech."))
	o.empty.Set(ui.Quiet, "")
	if len(all) == 0 {
		o.empty.Set(ui.Quiet, lang.L("No two outlets here carry the same passages."))
	}
	o.rows.Refresh()
	if at := slices.IndexFunc(all, func(e entry) bool { return e.carrier != nil && e.report.ID == o.id }); at >= 0 {
		o.rows.SetCurrent(at)
	}
}

// list shows the reports of the story in hand in the library.
func (o *Origins) list() {
	at := o.rows.Current()
	if at < 0 || at >= len(o.entries) || o.c.List == nil {
		return
	}
	o.c.List(string(search.Origin) + ":" + strconv.FormatInt(int64(o.entries[at].story.Carriers[0].Report), 10))
}

// Counted says how many reports a story has, and how many origins.
func Counted(s compare.Story) string {
	reports, origins := len(s.Carriers), s.Origins()
	return lang.XN("origins.reports", "{{.Count}} reports", reports, map[string]any{"Count": reports}) + ", " +
		lang.XN("origins.origins", "{{.Count}} origins", origins, map[string]any{"Count": origins})
}

func (o *Origins) newRows() *ui.Rows {
	rows := ui.NewRows()
	rows.Name = lang.L("Who has it from whom")
	rows.Length = func() int { return len(o.entries) }
	rows.Height = func() float32 { return ui.Worn().Wide(50) }
	rows.Create = func() ui.Row { return newOriginRow(o) }
	rows.Label = func(i int) string {
		e := o.entries[i]
		return e.report.Title + ", " + e.report.Publisher + ", " + e.told()
	}
	rows.OnOpen = func(i int) {
		if o.entries[i].report.ID != 0 {
			o.c.Open(o.entries[i].report.ID, -1)
		}
	}
	rows.OnKey = func(_ int, ev *fyne.KeyEvent) bool {
		if ev.Name == fyne.KeyEscape {
			o.c.Leave()
			return true
		}
		return o.c.Key != nil && o.c.Key(ev)
	}
	rows.OnRune = func(i int, r rune) {
		if ui.Letter(r) == 'a' && o.c.Add != nil && o.entries[i].report.ID != 0 {
			o.c.Add(o.entries[i].reports(), unicode.IsUpper(r))
			return
		}
		if ui.Letter(r) == 'f' {
			o.list()
		} else if o.c.Rune != nil {
			o.c.Rune(r)
		}
	}
	return rows
}

// reports are what of a line can be shown: a copy beside what it is from, else the
// report alone.
func (e entry) reports() []data.ReportID {
	if e.carrier != nil && !e.carrier.Origin && e.from.ID != 0 {
		return []data.ReportID{e.from.ID, e.report.ID}
	}
	return []data.ReportID{e.report.ID}
}

// told says what a line is: a story by its counts, an origin, or a copy and of
// which report.
func (e entry) told() string {
	switch {
	case e.carrier == nil:
		return Counted(*e.story)
	case e.carrier.Origin:
		return lang.L("Origin")
	}
	from := e.from.Publisher
	if from == "" {
		from = e.from.Title
	}
	return lang.X("origins.copy", "{{.Percent}} % as in {{.From}}", map[string]any{
		"Percent": int(e.carrier.Share*100 + 0.5), "From": from})
}

// under says who published a report and when its first version came out, with
// the newest.
func (e entry) under() string {
	all := []string{e.report.Publisher, look.Day(e.first.Published)}
	if day := look.Day(e.report.Published); e.first.ID != e.report.ID && day != all[1] {
		all = append(all, lang.X("origins.newest", "newest version {{.Day}}", map[string]any{"Day": day}))
	}
	return strings.Join(slices.DeleteFunc(all, func(w string) bool { return w == "" }), "  ·  ")
}

// originRow draws a story, or a report under it.
type originRow struct {
	o                       *Origins
	box                     *canvas.Rectangle
	sign, title, told, from *canvas.Text
	bar, part               *canvas.Rectangle // how much of it is copied
}

func newOriginRow(o *Origins) *originRow {
	text := func(bold bool) *canvas.Text {
		t := canvas.NewText("", nil)
		t.TextStyle.Bold = bold
		return t
	}
	return &originRow{o: o, box: canvas.NewRectangle(nil), sign: text(true), title: text(false), told: text(false), from: text(false),
		bar: canvas.NewRectangle(nil), part: canvas.NewRectangle(nil)}
}

// Objects is for the list.
func (r *originRow) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.box, r.sign, r.title, r.told, r.from, r.bar, r.part}
}

// Show draws the line at index.
func (r *originRow) Show(index int, size fyne.Size) {
	s, e := ui.Worn(), r.o.entries[index]
	story := e.carrier == nil
	left, right := s.Wide(56), size.Width-s.Wide(24)
	mark, ink := "", s.Dim
	switch {
	case story:
		left = s.Wide(20)
	case e.carrier.Origin:
		mark, ink = "◆", s.Accent
	default:
		mark = "↳"
	}
	wide := min(size.Width*0.34, s.Wide(330))
	told := right - wide
	r.box.Hidden = !story
	r.box.FillColor = look.Fade(s.Ink, 0.04)
	r.box.Resize(size)
	ui.Write(r.sign, mark, s.Body, ink, s.Wide(30), size.Height/2, s.Wide(22))
	r.title.TextStyle.Bold = story
	ui.WriteLine(r.title, e.report.Title, s.Body, s.Ink, left, s.Wide(17), told-left-s.Wide(12))
	ui.WriteLine(r.from, e.under(), s.Small, s.Dim, left, s.Wide(35), told-left-s.Wide(12))
	r.told.TextStyle.Bold = story || e.carrier.Origin
	y := size.Height / 2
	copied := !story && !e.carrier.Origin
	r.bar.Hidden, r.part.Hidden = !copied, !copied
	if copied {
		y = s.Wide(17)
		r.bar.FillColor, r.part.FillColor = s.Line, s.Accent
		for _, b := range []*canvas.Rectangle{r.bar, r.part} {
			b.CornerRadius = s.Wide(2)
			b.Move(fyne.NewPos(told, s.Wide(33)))
		}
		full := min(wide, s.Wide(160))
		r.bar.Resize(fyne.NewSize(full, s.Wide(4)))
		r.part.Resize(fyne.NewSize(full*float32(min(1, e.carrier.Share)), s.Wide(4)))
	}
	ui.Write(r.told, e.told(), s.Small, s.Ink, told, y, wide)
}
