package brief

import (
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"lectern/app/ui"
	"lectern/data"
)

// steps are the steps of the open brief in their order.
type steps struct {
	e     *Editor
	rows  *ui.Rows
	add   *ui.Button
	none  fyne.CanvasObject // what is shown where there is no step yet
	root  fyne.CanvasObject
	count int  // of the steps last shown
	alert bool // a row has something to warn of, and needs room for it
}

func newSteps(e *Editor) *steps {
	s := &steps{e: e}
	s.rows = ui.NewRows()
	s.rows.Name = lang.L("Steps of the brief")
	s.rows.Length = func() int { return len(e.brief().Steps) }
	s.rows.Create = func() ui.Row { return newStepRow(s) }
	s.rows.Height = func() float32 {
		if s.alert {
			return ui.Worn().Wide(86)
		}
		return ui.Worn().Wide(70)
	}
	s.rows.Label = s.label
	s.rows.OnCurrent = func(i int) { e.choose(i) }
	s.rows.OnOpen = func(i int) { e.choose(i) }
	s.rows.OnContext = func(i int, at fyne.Position) {
		e.choose(i)
		e.c.Menu(e.stepMenu(), at)
	}
	s.rows.OnMove = func(from, to int) { e.carry(from, to) }
	s.rows.OnKey = func(_ int, ev *fyne.KeyEvent) bool { return e.stepKey(ev) }
	s.rows.OnRune = func(_ int, r rune) { e.TypedRune(r) }
	s.add = ui.NewButton(ui.Outlined, lang.L("Add a step"), "▾", func() { e.addMenu(s.add) })
	card := ui.NewButton(ui.Outlined, lang.L("Begin with a title card"), "T", func() { e.put(data.BriefStep{Kind: data.TitleCard}, true) })
	card.OnKey(func(ev *fyne.KeyEvent) bool { return ev.Name == fyne.KeyEscape && e.stepKey(ev) })
	s.none = ui.Inset(30, 20, 24, 24, ui.Column(10, 200, ui.NewLine(ui.Heading, lang.L("No steps yet")),
		ui.NewParagraph(lang.L("A brief shows a room the sources themselves: a statement, then its caveats, then how it was received. Add a title card here, or press A on a passage while you read.")), container.NewHBox(card)))
	heading := ui.NewShortLine(ui.Section, lang.L("Steps"))
	head := container.NewBorder(nil, nil, nil, s.add, heading)
	s.root = container.NewStack(ui.NewGround(ui.Sheet),
		container.NewBorder(ui.Inset(10, 8, 16, 12, head), nil, nil, nil, container.NewStack(s.rows, s.none)))
	return s
}

// label is what a screen reader calls a row.
func (s *steps) label(i int) string {
	step := s.e.brief().Steps[i]
	return strings.Join([]string{strconv.Itoa(i + 1), kindName(step.Kind), caption(step), sourceOf(step),
		minuteCount(step.Minutes), string(s.e.marking(step)), s.e.warning(step)}, ", ")
}

// show shows the steps anew, with the chosen one current.
func (s *steps) show() {
	all := s.e.brief().Steps
	s.alert = false
	for _, one := range all {
		s.alert = s.alert || s.e.warning(one) != ""
	}
	if at := s.e.chosen(); at >= 0 && (at != s.rows.Current() || s.count != len(all)) {
		s.rows.SetCurrent(at)
	}
	s.count = len(all)
	setVisible(s.none, len(all) == 0)
	s.rows.Refresh()
	unfocused(s.rows)
}

func setVisible(o fyne.CanvasObject, on bool) {
	if on {
		o.Show()
	} else {
		o.Hide()
	}
}

// top scrolls to the first step.
func (s *steps) top() {
	s.rows.SetCurrent(0)
	s.rows.SetOffset(0)
}

func (s *steps) focus() {
	if c := fyne.CurrentApp().Driver().CanvasForObject(s.rows); c != nil {
		if len(s.e.brief().Steps) == 0 {
			c.Unfocus()
			return
		}
		c.Focus(s.rows)
	}
}

// warning says what a presenter must know of a step: what was left out, what has
// become of what it quotes, that the room is not shown it.
func (e *Editor) warning(s data.BriefStep) string {
	var all []string
	if e.withheld(s) {
		all = append(all, lang.L("withheld from this room"))
	}
	if left := leftOut(s); left != "" {
		all = append(all, left)
	}
	for _, p := range e.seen[s.ID].slide.Parts {
		if fate := fateName(p); fate != "" && !strings.Contains(strings.Join(all, "\n"), fate) {
			all = append(all, fate)
		}
	}
	return strings.Join(all, "  ·  ")
}

// sourceOf is where what a step shows comes from; "" of cards and notes.
func sourceOf(s data.BriefStep) string {
	switch s.Kind {
	case data.TitleCard, data.NoteCard:
		if s.Title != "" {
			return oneLine(s.Words)
		}
		return ""
	case data.PairStep:
		all := []string{publisherOf(s.Main)}
		if len(s.With) > 0 && publisherOf(s.With[0]) != publisherOf(s.Main) {
			all = append(all, publisherOf(s.With[0]))
		}
		return joined(all...)
	}
	return sourceLine(s.Main)
}

// stepRow draws one step.
type stepRow struct {
	s                                               *steps
	icon                                            *icon
	number, kind, company, minutes, words, by, warn *canvas.Text
	label                                           *ui.Label
}

func newStepRow(s *steps) *stepRow {
	text := func(bold bool) *canvas.Text {
		t := canvas.NewText("", nil)
		t.TextStyle.Bold = bold
		return t
	}
	return &stepRow{s: s, icon: newIcon(), number: text(true), kind: text(true), company: text(false), minutes: text(false),
		words: text(false), by: text(false), warn: text(true), label: ui.NewLabel()}
}

// Objects is for the list.
func (r *stepRow) Objects() []fyne.CanvasObject {
	all := append(r.icon.objects(), r.number, r.kind, r.company, r.minutes, r.words, r.by, r.warn)
	return append(all, r.label.Objects()...)
}

// Show draws the step at index.
func (r *stepRow) Show(index int, size fyne.Size) {
	s, step := ui.Worn(), r.s.e.brief().Steps[index]
	number := strconv.Itoa(index + 1)
	wide := fyne.MeasureText(number, s.Small, r.number.TextStyle).Width
	warning := r.s.e.warning(step)
	high := s.Wide(70)
	if warning != "" {
		warning, high = "! "+warning, s.Wide(86)
	}
	top := (size.Height - high) / 2 // rows have one height, whether or not they warn
	y := func(at float32) float32 { return top + s.Wide(at) }
	ui.Write(r.number, number, s.Small, s.Dim, s.Wide(32)-wide, y(17), wide+1)
	r.icon.set(s, step.Kind, fyne.NewPos(s.Wide(42), y(9)))

	left, right := s.Wide(78), size.Width-s.Wide(16)
	edge := right
	if taken := r.label.Set(s, r.s.e.marking(step), edge, y(17)); taken > 0 {
		edge -= taken + s.Wide(10)
	}
	minutes := ""
	if step.Minutes > 0 {
		minutes = minuteCount(step.Minutes)
	}
	wide = fyne.MeasureText(minutes, s.Small, r.minutes.TextStyle).Width
	ui.Write(r.minutes, minutes, s.Small, s.Ink, edge-wide, y(17), wide+1)
	edge -= wide + s.Wide(10)
	x := left + ui.Write(r.kind, kindName(step.Kind), s.Small, s.Ink, left, y(17), edge-left) + s.Wide(8)
	ui.Write(r.company, company(step), s.Small, s.Dim, x, y(17), edge-x)

	ui.WriteLine(r.words, caption(step), s.Body, s.Ink, left, y(37), right-left)
	ui.WriteLine(r.by, sourceOf(step), s.Small, s.Dim, left, y(55), right-left)
	ui.Write(r.warn, warning, s.Small, s.Alarm, left, y(72), right-left)
}
