package brief

import (
	"slices"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/layout"

	"lectern/app/ui"
	"lectern/data"
)

// form asks as what something is shown, in which brief, where, and with what.
type form struct {
	c    AskConfig
	p    proposal
	kind int // of p.steps
	into int // of p.briefs; -1 for a new one
	at   int // where in it; below 0 at its end

	content *fyne.Container
	about   *ui.Line
	kinds   []*ui.Toggle
	briefs  *ui.Button
	where   *ui.Button
	name    *ui.Field
	named   *fyne.Container
	wrong   *ui.Line
	ticks   *ticks
	belong  *fyne.Container // of the ticks
	add     *ui.Button
}

func newForm(c AskConfig, p proposal) *form {
	f := &form{c: c, p: p, at: c.At, ticks: newTicks()}
	f.into = slices.IndexFunc(p.briefs, func(b data.Brief) bool { return b.ID == c.Brief })
	if f.into < 0 && len(p.briefs) > 0 {
		f.into = 0
	}
	if !c.Fixed {
		f.at = -1
	}
	f.ticks.onFocus, f.ticks.onShape, f.ticks.onKey = focus, c.Fit, f.escape
	f.build()
	f.turn(0)
	return f
}

// step is what the form would add.
func (f *form) step() data.BriefStep {
	s := f.p.steps[f.kind]
	if s.Kind == data.StatementStep {
		s = accompanied(s, f.ticks.all)
	}
	return s
}

func (f *form) build() {
	main := f.p.steps[0].Main
	title, under := main.Title, joined(main.Publisher, dayOf(main.Published))
	if main.Len() > 0 {
		title, under = quoted(main.Words), joined(main.Speaker, main.Title)
	}
	if s := f.p.steps[0]; s.Kind == data.PairStep {
		under = s.With[0].Title
	}
	f.content = ui.Column(4, 500, ui.NewLine(ui.Heading, lang.L("Add to a brief")), ui.Space(2))
	if n := len(f.p.also); n > 0 {
		under = lang.XN("brief.also", "and {{.Count}} more, a step each", n, map[string]any{"Count": n})
	}
	f.content.Add(ui.NewShortLine(ui.Plain, title))
	f.content.Add(ui.NewShortLine(ui.Quiet, under))
	f.about = ui.NewShortLine(ui.Quiet, "")
	kinds := container.New(ui.Flowing(6))
	for i, s := range f.p.steps {
		t := ui.NewToggle(data.NoLane, "", kindName(s.Kind), func() { f.turn(i) })
		t.OnKey(f.escape)
		f.kinds = append(f.kinds, t)
		kinds.Add(t)
	}
	if len(f.kinds) > 1 {
		f.section(lang.L("Shown as"), kinds)
	}
	f.content.Add(f.about)
	f.buildPlace()
	f.belong = container.NewStack()
	f.content.Add(f.belong)
	f.wrong = ui.NewShortLine(ui.Alert, "")
	f.content.Add(f.wrong)
	cancel := ui.NewButton(ui.Bare, lang.L("Cancel"), lang.L("Esc"), f.c.Close)
	f.add = ui.NewButton(ui.Strong, lang.L("Add"), lang.L("Enter"), f.do)
	cancel.OnKey(f.escape)
	f.add.OnKey(f.escape)
	f.content.Add(container.NewHBox(layout.NewSpacer(), cancel, f.add))
}

func (f *form) section(title string, body fyne.CanvasObject) {
	f.content.Add(ui.Space(4))
	f.content.Add(ui.NewShortLine(ui.Section, title))
	f.content.Add(body)
}

// buildPlace adds what asks for the brief and the place in it.
func (f *form) buildPlace() {
	f.name = ui.NewField(lang.L("What it is called"))
	f.name.SetText(newTitle(time.Now()))
	f.name.OnSubmitted = func(string) { f.do() }
	f.name.OnEscape = f.c.Close
	f.name.OnChanged = func(string) { f.wrong.Set(ui.Alert, "") }
	f.named = ui.Column(4, 200, f.name)
	if f.c.Fixed {
		return
	}
	f.briefs = ui.NewButton(ui.Outlined, "", "▾", f.chooseBrief)
	f.where = ui.NewButton(ui.Bare, "", "▾", f.chooseWhere)
	f.briefs.OnKey(f.escape)
	f.where.OnKey(f.escape)
	f.section(lang.L("In the brief"), container.New(ui.Flowing(6), f.briefs, f.where))
	f.content.Add(f.named)
	f.place()
}

// place shows which brief and where is chosen.
func (f *form) place() {
	if f.into < 0 {
		f.briefs.SetWords(lang.L("A new brief"))
		f.named.Show()
		f.where.Hide()
	} else {
		f.briefs.SetWords(ui.Shortened(f.p.briefs[f.into].Title, 36))
		f.named.Hide()
		f.where.Show()
		f.where.SetWords(f.whereWords(f.at))
	}
	f.content.Refresh()
	f.c.Fit()
}

func (f *form) whereWords(at int) string {
	steps := f.p.briefs[f.into].Steps
	switch {
	case at < 0 || at >= len(steps):
		return lang.L("at its end")
	case at == 0:
		return lang.L("at its beginning")
	}
	return lang.L("after step {{.At}}, {{.Title}}", map[string]any{"At": at, "Title": ui.Shortened(caption(steps[at-1]), 34)})
}

// mostListed is how many briefs or steps a menu lists.
const mostListed = 14

func (f *form) chooseBrief() {
	var items []*fyne.MenuItem
	for i, b := range f.p.briefs[:min(len(f.p.briefs), mostListed)] {
		item := fyne.NewMenuItem(ui.Shortened(b.Title, 60), func() { f.chose(i) })
		item.Checked = i == f.into
		items = append(items, item)
	}
	fresh := fyne.NewMenuItem(lang.L("A new brief"), func() {
		f.chose(-1)
		focus(f.name)
	})
	fresh.Checked = f.into < 0
	if len(items) > 0 {
		items = append(items, fyne.NewMenuItemSeparator())
	}
	f.menu(append(items, fresh), f.briefs)
}

func (f *form) chose(i int) {
	f.into, f.at = i, -1
	f.place()
}

func (f *form) chooseWhere() {
	steps := f.p.briefs[f.into].Steps
	items := []*fyne.MenuItem{}
	for _, at := range places(len(steps)) {
		item := fyne.NewMenuItem(f.whereWords(at), func() { f.at = at; f.place() })
		item.Checked = at == f.at
		items = append(items, item)
	}
	f.menu(items, f.where)
}

// places are where a step can go in a brief of n: its end, its beginning, and
// after each of the last steps.
func places(n int) []int {
	all := []int{-1}
	if n > 0 {
		all = append(all, 0)
	}
	for at := max(1, n-mostListed); at < n; at++ {
		all = append(all, at)
	}
	return all
}

func (f *form) menu(items []*fyne.MenuItem, under fyne.CanvasObject) {
	f.c.Menu(items, fyne.CurrentApp().Driver().AbsolutePositionForObject(under).AddXY(0, under.Size().Height+2))
}

// turn shows the matter as another kind of step.
func (f *form) turn(kind int) {
	f.kind = kind
	for i, t := range f.kinds {
		t.Set(i == kind, kindName(f.p.steps[i].Kind))
	}
	step := f.p.steps[kind]
	f.about.Set(ui.Quiet, kindAbout(step.Kind))
	f.belong.Objects = nil
	if step.Kind == data.StatementStep {
		if f.ticks.all == nil {
			f.ticks.set(companions(&f.p.doc, step, f.p.themes, time.Now()))
		}
		f.belong.Objects = []fyne.CanvasObject{f.belongings()}
	}
	f.belong.Refresh()
	f.content.Refresh()
	f.c.Fit()
}

// belongings are the ticks, or what is said where there are none.
func (f *form) belongings() fyne.CanvasObject {
	n := len(f.ticks.all)
	if n == 0 {
		return ui.Inset(6, 4, 0, 0, ui.NewShortLine(ui.Quiet, lang.L("The report has no caveat or reaction that belongs to it.")))
	}
	if n <= 3 {
		return f.ticks.content
	}
	return f.c.Roomy(500, 262, ui.WithoutShadow(container.NewVScroll(ui.Inset(0, 0, 0, 12, f.ticks.content))))
}

// escape closes the form from wherever the keyboard is.
func (f *form) escape(ev *fyne.KeyEvent) bool {
	if ev.Name == fyne.KeyEscape {
		f.c.Close()
		return true
	}
	return false
}

// focus gives the keyboard to the strong button, while the form is shown and nothing
// in it has the keyboard yet.
func (f *form) focus() {
	c := fyne.CurrentApp().Driver().CanvasForObject(f.add)
	if c != nil && c.Overlays().Top() != nil && c.Focused() == nil {
		c.Focus(f.add)
	}
}

// do is the strong button and Enter.
func (f *form) do() {
	into := data.Brief{Title: strings.TrimSpace(f.name.Text)}
	if f.into >= 0 {
		into = f.p.briefs[f.into]
	}
	if into.Title == "" {
		f.wrong.Set(ui.Alert, lang.L("Please give it a name."))
		focus(f.name)
		return
	}
	f.c.Close()
	f.c.put(into, append([]data.BriefStep{f.step()}, f.p.also...), f.at)
}
