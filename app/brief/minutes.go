package brief

import (
	"context"
	"io"

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

// MinutesConfig is what the screen of minutes needs. Its functions are called on the
// UI goroutine.
type MinutesConfig struct {
	Context context.Context
	Library *library.Library
	Brief   data.BriefID // whose; 0 for those of all briefs
	Title   string       // of that brief
	Words   export.Words // in which they are written
	Open    func(id data.ReportID, at int)
	Copy    func(words string)
	Save    func(suggested string, write func(context.Context, io.Writer) error) // asks where, and saves
	Leave   func()
	Failed  func(error)
	Key     func(*fyne.KeyEvent) bool // keys that mean the same on every screen
	Rune    func(rune) bool
}

// Minutes is the screen that tells what rooms were shown, and when. It is used from
// the UI goroutine only.
type Minutes struct {
	c    MinutesConfig
	all  []data.Presentation // the latest first
	load *task.Slot

	list, rows   *ui.Rows
	title, under *ui.Line
	facts        *ui.Line
	marking      *ui.Marking
	buttons      *fyne.Container
	work, empty  fyne.CanvasObject
	root         fyne.CanvasObject
}

// NewMinutes makes the screen.
func NewMinutes(c MinutesConfig) *Minutes {
	m := &Minutes{c: c, load: task.NewSlot(c.Context), marking: ui.NewMarking()}
	m.list, m.rows = m.newList(), m.newRows()
	m.build()
	m.Changed(data.Change{})
	return m
}

// Content is what to put into a window.
func (m *Minutes) Content() fyne.CanvasObject { return m.root }

// Focus puts the keyboard onto the list of presentations.
func (m *Minutes) Focus() { focus(m.list) }

// Changed looks again after news of the library.
func (m *Minutes) Changed(data.Change) {
	task.Load(m.load, func(ctx context.Context) ([]data.Presentation, error) {
		return m.c.Library.Presentations(ctx, m.c.Brief)
	}, func(all []data.Presentation, err error) {
		if err != nil {
			m.c.Failed(err)
			return
		}
		m.all = all
		m.show()
	})
}

func (m *Minutes) build() {
	heading := lang.X("minutes.all", "Minutes of all presentations")
	if m.c.Brief != 0 {
		heading = lang.X("minutes.of", "Minutes of “{{.Title}}”", map[string]any{"Title": m.c.Title})
	}
	m.title, m.under = ui.NewShortLine(ui.Title, heading), ui.NewShortLine(ui.Quiet, "")
	m.facts = ui.NewShortLine(ui.Plain, "")
	back := ui.NewButton(ui.Bare, "‹  "+lang.L("Back"), lang.L("Esc"), m.c.Leave)
	m.buttons = container.NewHBox(
		ui.NewButton(ui.Bare, lang.L("Copy"), "C", m.copy),
		ui.NewButton(ui.Outlined, lang.L("Save as CSV"), "", func() { m.save(".csv") }),
		ui.NewButton(ui.Outlined, lang.L("Save as Markdown"), "", func() { m.save(".md") }))
	top := container.NewBorder(nil, nil, container.NewCenter(back), container.NewCenter(m.buttons),
		ui.Inset(0, 0, 8, 12, ui.Column(4, 160, m.title, m.under)))
	head := ui.Inset(10, 10, 18, 18, container.NewBorder(nil, nil, nil, container.NewCenter(m.marking), m.facts))
	shown := container.NewStack(ui.NewGround(ui.Sheet), container.NewBorder(head, nil, nil, nil, m.rows))
	m.work = container.New(&twofold{}, container.NewStack(ui.NewGround(ui.Paper), m.list), shown)
	m.empty = container.NewStack(ui.NewGround(ui.Sheet), ui.NewEmpty(lang.L("Nothing was presented yet"),
		lang.L("When a brief is presented, what the room sees is written down with its time, step by step, and so is what is shown because somebody asked. It can be read here afterwards, copied and saved.")))
	m.empty.Hide()
	m.root = container.NewStack(ui.NewGround(ui.Paper),
		container.NewBorder(ui.Inset(12, 12, 8, 14, top), nil, nil, nil, container.NewStack(m.work, m.empty)))
}

// chosen is the presentation that is shown, empty for none.
func (m *Minutes) chosen() data.Presentation {
	if i := m.list.Current(); i >= 0 && i < len(m.all) {
		return m.all[i]
	}
	return data.Presentation{}
}

func (m *Minutes) show() {
	n := len(m.all)
	setVisible(m.empty, n == 0)
	setVisible(m.work, n > 0)
	setVisible(m.buttons, n > 0)
	m.under.Set(ui.Quiet, lang.XN("minutes.count", "{{.Count}} presentations", n, map[string]any{"Count": look.Number(n)}))
	m.list.Refresh()
	m.showOne()
}

// showOne shows what was shown in the chosen presentation.
func (m *Minutes) showOne() {
	p := m.chosen()
	m.facts.Set(ui.Plain, factsOf(p))
	m.marking.Set(export.HighestShown(p))
	m.rows.SetCurrent(0)
	m.rows.SetOffset(0)
	m.rows.Refresh()
	m.root.Refresh()
}

// copy puts the minutes on the clipboard.
func (m *Minutes) copy() {
	if p := m.chosen(); p.ID != 0 {
		m.c.Copy(minutesText(p, m.c.Words))
	}
}

// save asks where, and writes the minutes there.
func (m *Minutes) save(ending string) {
	p, words := m.chosen(), minutesWords(m.c.Words)
	if p.ID == 0 {
		return
	}
	name := lang.X("minutes.file", "minutes") + "-" + p.Began.Local().Format("2006-01-02-1504") + ending
	m.c.Save(name, func(_ context.Context, to io.Writer) error {
		if ending == ".csv" {
			return export.WriteCSV(to, export.CSV{Mark: true}, export.Minutes(p, words))
		}
		return export.WriteMinutes(to, p, words)
	})
}

// twofold lays out the list beside what was shown.
type twofold struct{}

// MinSize is for Fyne.
func (twofold) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(ui.Worn().Wide(420), ui.Worn().Wide(240))
}

// Layout is for Fyne.
func (twofold) Layout(o []fyne.CanvasObject, size fyne.Size) {
	s := ui.Worn()
	list := min(max(size.Width*0.24, s.Wide(190)), s.Wide(340))
	o[0].Move(fyne.NewPos(0, 0))
	o[0].Resize(fyne.NewSize(list, size.Height))
	o[1].Move(fyne.NewPos(list, 0))
	o[1].Resize(fyne.NewSize(size.Width-list, size.Height))
}
