package brief

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"lectern/app/ui"
	"lectern/data"
)

// frame is the screen around list, steps and side: what the open brief is called,
// how long it takes, how far it may be passed on, and what can be done with it.
type frame struct {
	e       *Editor
	root    *fyne.Container
	title   *ui.Line
	length  *ui.Line
	marking *ui.Marking
	level   *ui.Button
	more    *ui.Button
	minutes *ui.Button
	export  *ui.Button
	present *ui.Button
	work    fyne.CanvasObject
	empty   fyne.CanvasObject
}

func newFrame(e *Editor) *frame {
	f := &frame{e: e}
	f.title, f.length, f.marking = ui.NewShortLine(ui.Title, ""), ui.NewLine(ui.Quiet, ""), ui.NewMarking()
	f.level = ui.NewButton(ui.Bare, "", "▾", func() { e.levelMenu(f.level) })
	f.more = ui.NewButton(ui.Bare, lang.L("Brief"), "▾", func() { e.c.Menu(e.briefMenu(), under(f.more)) })
	f.minutes = ui.NewButton(ui.Bare, lang.X("minutes.button", "Minutes"), "", func() { e.c.Minutes(e.brief()) })
	f.export = ui.NewButton(ui.Outlined, lang.L("Export…"), "", e.c.Export)
	f.present = ui.NewButton(ui.Strong, lang.L("Present"), "F5", e.c.Present)
	back := ui.NewButton(ui.Bare, "‹  "+lang.L("Back"), lang.L("Esc"), e.leave)
	for _, b := range []*ui.Button{f.level, f.more, f.minutes, f.export, f.present, e.steps.add, e.list.fresh} {
		b.OnKey(e.side.escape)
	}
	facts := []fyne.CanvasObject{container.New(&tall{32}, f.length), container.New(&tall{32}, f.marking), container.New(&tall{32}, f.level)}
	f.work = container.New(&threefold{}, e.list.root, e.steps.root, container.NewStack(ui.NewGround(ui.Paper), e.side.root))
	f.empty = container.NewStack(ui.NewGround(ui.Sheet), ui.NewEmpty(lang.L("No brief yet"),
		lang.L("A brief is what you show a room: the sources themselves, step by step, each large and one key away from its place in the report. Make one here; then press A on a passage or a report to add it, and F5 to present."),
		ui.NewButton(ui.Strong, lang.L("New brief"), lang.L("N"), func() { e.newBrief() })))
	top := container.New(&headline{facts}, back, f.title, container.NewWithoutLayout(facts...),
		container.NewHBox(f.more, f.minutes, f.export, f.present))
	f.root = container.NewStack(ui.NewGround(ui.Paper),
		container.NewBorder(ui.Inset(10, 10, 8, 14, top), nil, nil, nil, container.NewStack(f.work, f.empty)))
	return f
}

// under is the place below a button.
func under(o fyne.CanvasObject) fyne.Position {
	return fyne.CurrentApp().Driver().AbsolutePositionForObject(o).AddXY(0, o.Size().Height+2)
}

// show shows what is known of the open brief.
func (f *frame) show() {
	b := f.e.brief()
	there := b.ID != 0
	setVisible(f.work, there)
	setVisible(f.empty, !there && f.e.loaded)
	for _, o := range []fyne.CanvasObject{f.length, f.level, f.more, f.minutes, f.export, f.present} {
		setVisible(o, there)
	}
	f.title.Set(ui.Title, lang.L("Briefs"))
	f.marking.Set(data.Unmarked)
	if there {
		f.title.Set(ui.Title, b.Title)
		f.length.Set(ui.Quiet, f.e.length())
		f.marking.Set(f.e.highest())
		f.level.SetWords(levelWords(b.Level))
		f.present.Enable(len(b.Steps) > 0)
		f.export.Enable(len(b.Steps) > 0)
	}
	f.root.Refresh()
}

// length is how many steps the open brief has, how long they take, and how many
// of them the room is not shown.
func (e *Editor) length() string {
	b := e.brief()
	words := summary(b)
	if b.Minutes() == 0 && len(b.Steps) > 0 {
		words = joined(words, lang.L("no minutes set"))
	}
	n := 0
	for _, s := range b.Steps {
		if e.withheld(s) {
			n++
		}
	}
	if n > 0 {
		words = joined(words, lang.XN("brief.withheld", "{{.Count}} withheld from the room", n, map[string]any{"Count": n}))
	}
	return words
}

// levelWords say what the room may see.
func levelWords(m data.Marking) string {
	level := string(m)
	if m == data.Unmarked {
		level = lang.L("no limit")
	}
	return lang.L("The room may see: {{.Level}}", map[string]any{"Level": level})
}

// tall gives a thing at least a height at 100 %, and sets it in its middle.
type tall struct{ height float32 }

// MinSize is for Fyne.
func (t *tall) MinSize(o []fyne.CanvasObject) fyne.Size {
	if !o[0].Visible() {
		return fyne.Size{}
	}
	size := o[0].MinSize()
	return fyne.NewSize(size.Width, max(size.Height, ui.Worn().Wide(t.height)))
}

// Layout is for Fyne.
func (t *tall) Layout(o []fyne.CanvasObject, size fyne.Size) {
	high := o[0].MinSize().Height
	o[0].Move(fyne.NewPos(0, (size.Height-high)/2))
	o[0].Resize(fyne.NewSize(size.Width, high))
}

// threefold lays out the list, the steps and the side: the list narrow, the side
// as wide as a picture of the room asks for.
type threefold struct{}

// MinSize is for Fyne.
func (threefold) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(ui.Worn().Wide(560), ui.Worn().Wide(300))
}

// Layout is for Fyne.
func (threefold) Layout(o []fyne.CanvasObject, size fyne.Size) {
	s := ui.Worn()
	list := min(max(size.Width*0.16, s.Wide(170)), s.Wide(280))
	if size.Width < s.Wide(980) { // the open brief matters more than the others
		list = 0
	}
	side := max((size.Width-list)*0.52, s.Wide(320))
	side = min(side, size.Width-list-s.Wide(240))
	x := float32(0)
	for i, width := range []float32{list, size.Width - list - side, side} {
		setVisible(o[i], width > 0)
		o[i].Move(fyne.NewPos(x, 0))
		o[i].Resize(fyne.NewSize(width, size.Height))
		x += width
	}
}
