package tidy

import (
	"context"
	"reflect"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"lectern/app/look"
	"lectern/app/task"
	"lectern/app/ui"
	"lectern/data"
)

// side is the panel in which something is done with what was chosen.
type side struct {
	t       *Tidy
	body    *fyne.Container
	content fyne.CanvasObject
	name    *ui.Field
	act     *ui.Button
	says    *ui.Line // the heading of the field
	heading *ui.Line
	wrong   *ui.Line
	load    *task.Slot

	all    []entry // the entries it is about
	parts  []part
	chosen map[int]bool // of parts
	shown  string       // the one entry whose parts these are
}

func newSide(t *Tidy) *side {
	s := &side{t: t, body: ui.Column(6, 260), load: task.NewSlot(t.c.Context)}
	s.name = ui.NewField("")
	s.name.OnSubmitted = func(string) { s.do() }
	s.name.OnEscape = t.Focus
	s.name.OnChanged = func(string) { s.wrong.Set(ui.Alert, "") }
	s.act = ui.NewButton(ui.Strong, "", "", s.do)
	s.heading, s.wrong = ui.NewLine(ui.Heading, ""), ui.NewShortLine(ui.Alert, "")
	s.content = ui.WithoutShadow(container.NewVScroll(ui.Inset(18, 18, 20, 20, s.body)))
	return s
}

// entries are the entries chosen, those out of the list's sight not among them.
func (s *side) entries() (all []entry) {
	for _, name := range s.t.chosen {
		if e := s.t.entry(name); e != nil {
			all = append(all, *e)
		}
	}
	return all
}

// focus puts the keyboard into the name.
func (s *side) focus() {
	if len(s.entries()) > 0 {
		focus(s.name)
	}
}

// show shows what can be done with what is chosen now. What somebody is typing
// stays while that is the same.
func (s *side) show() {
	all := s.entries()
	if len(all) > 0 && reflect.DeepEqual(all, s.all) {
		return
	}
	s.all = all
	s.parts, s.chosen, s.shown = nil, map[int]bool{}, ""
	s.wrong.Set(ui.Alert, "")
	switch len(all) {
	case 0:
		s.body.Objects = []fyne.CanvasObject{ui.NewLine(ui.Heading, lang.L("Nothing chosen")), ui.NewParagraph(s.t.shelf().about())}
	case 1:
		s.showOne(all[0])
	default:
		s.showMany(all)
	}
	s.body.Refresh()
}

func (s *side) showMany(all []entry) {
	s.heading.Set(ui.Heading, lang.XN("tidy.chosen", "{{.Count}} chosen", len(all), map[string]any{"Count": len(all)}))
	best := slices.MaxFunc(all, func(a, b entry) int { return a.count - b.count })
	s.name.SetText(best.shownName())
	s.act.SetWords(lang.L("Make them one"))
	s.body.Objects = []fyne.CanvasObject{s.heading}
	for _, e := range all {
		s.body.Add(ui.NewShortLine(ui.Quiet, e.shownName()+" · "+e.counted()))
	}
	s.form(lang.L("Under this name"))
}

func (s *side) showOne(e entry) {
	s.heading.Set(ui.Heading, e.shownName())
	s.name.SetText(e.shownName())
	s.act.SetWords(lang.L("Rename"))
	s.body.Objects = []fyne.CanvasObject{s.heading, ui.NewShortLine(ui.Quiet, e.counted())}
	s.form(lang.L("Name"))
	s.shown = e.name
	shelf := s.t.shelf()
	task.Load(s.load, func(ctx context.Context) ([]part, error) { return shelf.parts(ctx, e) }, func(parts []part, err error) {
		if err != nil {
			s.t.c.Failed(err)
			return
		}
		if s.shown == e.name && len(parts) > 1 {
			s.showParts(parts)
		}
	})
}

// form adds the field, its button, and what is wrong with it.
func (s *side) form(heading string) {
	s.body.Add(ui.Space(6))
	s.says = ui.NewShortLine(ui.Section, heading)
	s.body.Add(s.says)
	s.body.Add(s.name)
	s.body.Add(s.wrong)
	s.body.Add(container.NewHBox(s.act))
}

// showParts lists what an entry can be taken apart into.
func (s *side) showParts(parts []part) {
	s.parts = parts
	s.body.Add(ui.Space(10))
	s.body.Add(ui.NewShortLine(ui.Section, s.t.shelf().partsAre()))
	s.body.Add(ui.NewLine(ui.Quiet, lang.L("Choose those that belong elsewhere, and give them a name of their own.")))
	list := ui.Column(1, 200)
	options := make([]*ui.Option, len(parts))
	for i, p := range parts {
		options[i] = ui.NewOption(data.NoLane, p.name, p.counted(), func() {
			s.chosen[i] = !s.chosen[i]
			options[i].Set(p.name, p.counted(), s.chosen[i])
			s.chose()
		})
		list.Add(options[i])
	}
	s.body.Add(list)
	s.body.Refresh()
}

func (p part) counted() string {
	if p.count == 0 {
		return ""
	}
	return look.Number(p.count)
}

// chose turns the form over between renaming and taking apart.
func (s *side) chose() {
	taken := s.taken()
	if len(taken) == 0 {
		s.name.SetText(s.entries()[0].shownName())
		s.act.SetWords(lang.L("Rename"))
		s.says.Set(ui.Section, lang.L("Name"))
		return
	}
	s.says.Set(ui.Section, lang.L("The name of what you take out"))
	s.act.SetWords(lang.XN("tidy.apart", "Take {{.Count}} apart", len(taken), map[string]any{"Count": len(taken)}))
	s.name.SetText("")
	if taken[0].report == 0 && s.entries()[0].theme == 0 {
		s.name.SetText(taken[0].name)
	}
}

func (s *side) taken() (all []part) {
	for i, p := range s.parts {
		if s.chosen[i] {
			all = append(all, p)
		}
	}
	return all
}

// another reports whether an entry beside these goes by a name.
func (s *side) another(name string, all []entry) bool {
	return slices.ContainsFunc(s.t.entries, func(e entry) bool {
		return (e.name == name || e.shownName() == name) && !slices.ContainsFunc(all, func(o entry) bool { return o.name == e.name })
	})
}

// do is the strong button and Enter.
func (s *side) do() {
	all, name, taken := s.entries(), strings.TrimSpace(s.name.Text), s.taken()
	shelf := s.t.shelf()
	if len(all) == 0 {
		return
	}
	if e := all[0]; e.theme != 0 && name == e.shownName() {
		name = e.name // only shown in another language
	}
	switch {
	case name == "":
		s.wrong.Set(ui.Alert, lang.L("Please give it a name."))
		focus(s.name)
	case all[0].theme != 0 && s.another(name, all):
		s.wrong.Set(ui.Alert, lang.L("Another theme has this name."))
	case len(all) > 1:
		s.t.change(func(ctx context.Context) error { return shelf.join(ctx, all, name) }, name, lang.L("They are one now"))
	case len(taken) == 0 && name == all[0].name:
		s.wrong.Set(ui.Alert, lang.L("That is its name already."))
	case len(taken) == 0:
		s.t.change(func(ctx context.Context) error { return shelf.rename(ctx, all[0], name) }, name, lang.L("Renamed"))
	case len(taken) == len(s.parts):
		s.wrong.Set(ui.Alert, lang.L("Leave at least one where it is, or rename it as a whole."))
	case name == all[0].name:
		s.wrong.Set(ui.Alert, lang.L("Please give the chosen ones another name than the rest has."))
	default:
		s.t.change(func(ctx context.Context) error { return shelf.take(ctx, all[0], taken, name) }, name, lang.L("Taken apart"))
	}
}
