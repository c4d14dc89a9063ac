package stage

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/widget"

	"lectern/app/ui"
	"lectern/app/ui/scene"
	"lectern/data/brief"
)

// overview is all steps as small pictures, a page of them at a time: arrows
// choose, Enter goes.
type overview struct {
	stage *Stage
	root  *fyne.Container
	title *ui.Line
	cells []*cell
	pick  int
	up    bool
}

// across and down are how many pictures a page has.
const across, down = 4, 3

// cell is one picture of the overview.
type cell struct {
	widget.BaseWidget
	view   *scene.View
	words  *ui.Line
	frame  *canvas.Rectangle
	tapped func()
}

func newOverview(s *Stage) *overview {
	o := &overview{stage: s, title: ui.NewShortLine(ui.Heading, "")}
	grid := container.New(&cells{})
	for i := range across * down {
		c := &cell{view: s.plans.View(), words: ui.NewShortLine(ui.Section, ""), frame: canvas.NewRectangle(nil)}
		c.tapped = func() { o.goTo(o.pick/(across*down)*(across*down) + i) }
		c.ExtendBaseWidget(c)
		o.cells = append(o.cells, c)
		grid.Add(c)
	}
	o.root = container.NewStack(ui.NewGround(ui.Paper), ui.Inset(16, 16, 20, 20, container.NewBorder(ui.Column(8, 200, o.title, ui.Space(4)), nil, nil, nil, grid)))
	return o
}

// show shows the page with the step that is chosen.
func (o *overview) show() {
	s := o.stage
	if !s.session.Looking() {
		o.up = false
		return
	}
	if !o.up {
		o.up, o.pick = true, s.session.At().Step
	}
	n := len(s.slides)
	o.title.Set(ui.Heading, lang.L("All steps: arrows choose, Enter goes, Esc stays"))
	first := o.pick / (across * down) * (across * down)
	for i, c := range o.cells {
		step := first + i
		if step >= n {
			c.Hide()
			continue
		}
		c.Show()
		s.show(c.view, brief.Scene{Kind: brief.StepScene, Place: brief.Place{Step: step}}, s.windows.roomSize())
		words := strconv.Itoa(step+1) + "  " + s.shown.Steps[step].Title
		if s.shown.Steps[step].Title == "" && len(s.slides[step].Parts) > 0 {
			words = strconv.Itoa(step+1) + "  " + s.slides[step].Parts[0].Title
		}
		if step == s.session.At().Step {
			words = "▸ " + words
		}
		c.words.Set(ui.Section, words)
		w := ui.Worn()
		c.frame.StrokeColor, c.frame.StrokeWidth = w.Line, 1
		if step == o.pick {
			c.frame.StrokeColor, c.frame.StrokeWidth = w.Accent, 4
		}
		c.Refresh()
	}
}

// typedKey moves the choice; it reports whether it used the key.
func (o *overview) typedKey(ev *fyne.KeyEvent) bool {
	by, ok := map[fyne.KeyName]int{
		fyne.KeyLeft: -1, fyne.KeyRight: 1, fyne.KeyUp: -across, fyne.KeyDown: across,
		fyne.KeyPageUp: -across * down, fyne.KeyPageDown: across * down, fyne.KeyHome: -1 << 20, fyne.KeyEnd: 1 << 20,
	}[ev.Name]
	switch {
	case ok:
		o.pick = max(0, min(o.pick+by, len(o.stage.slides)-1))
		o.stage.render()
	case ev.Name == fyne.KeyReturn, ev.Name == fyne.KeyEnter, ev.Name == fyne.KeySpace:
		o.goTo(o.pick)
	default:
		return false
	}
	return true
}

func (o *overview) goTo(step int) {
	o.stage.session.GoTo(step)
	o.stage.render()
}

// Tapped is for Fyne.
func (c *cell) Tapped(*fyne.PointEvent) { c.tapped() }

// CreateRenderer is for Fyne.
func (c *cell) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(container.New(&cellLayout{c}, c.view, c.frame, c.words))
}

type cellLayout struct{ c *cell }

// MinSize is for Fyne.
func (l *cellLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(60, 50) }

// Layout is for Fyne.
func (l *cellLayout) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	row := ui.Worn().Wide(22)
	l.c.view.Resize(fyne.NewSize(size.Width-8, size.Height-row-8))
	l.c.view.Move(fyne.NewPos(4, 4))
	l.c.frame.Resize(fyne.NewSize(size.Width, size.Height-row))
	l.c.words.Move(fyne.NewPos(4, size.Height-row))
	l.c.words.Resize(fyne.NewSize(size.Width-8, row))
}

// cells is the grid of the overview.
type cells struct{}

// MinSize is for Fyne.
func (cells) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(400, 300) }

// Layout is for Fyne.
func (cells) Layout(all []fyne.CanvasObject, size fyne.Size) {
	gap := ui.Worn().Wide(14)
	w, h := (size.Width-gap*(across-1))/across, (size.Height-gap*(down-1))/down
	for i, o := range all {
		o.Move(fyne.NewPos(float32(i%across)*(w+gap), float32(i/across)*(h+gap)))
		o.Resize(fyne.NewSize(w, h))
	}
}
