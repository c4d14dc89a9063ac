package shell

import (
	"context"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"lectern/app/brief"
	"lectern/app/look"
	"lectern/app/reading"
	"lectern/app/shelf"
	"lectern/app/task"
	"lectern/app/ui"
	"lectern/data"
	"lectern/data/library"
)

// addToBrief is the action: it adds what is open, selected or chosen to a brief.
func (s *Shell) addToBrief() { s.addFront(false) }

// addToAnother does the same, and asks to which brief.
func (s *Shell) addToAnother() { s.addFront(true) }

func (s *Shell) addFront(ask bool) {
	if from, ok := s.front.(interface{ AddToBrief(ask bool) }); ok {
		from.AddToBrief(ask)
		return
	}
	s.tell(lang.L("Open or choose first what is to be added."))
}

// addReading adds what is chosen or selected in the open report.
func (s *Shell) addReading(what reading.Adding, ask bool) {
	s.addMatter(brief.Matter{Report: what.Report, Passage: what.Passage, Words: what.Words}, ask)
}

// mostAdded is how many steps are added at once: nobody shows more, and a slip of
// the hand after "choose all" would fill a brief with an archive.
const mostAdded = 50

// addChosen adds what is chosen on the shelf: two reports stand side by side, more
// of them follow each other, and so do passages.
func (s *Shell) addChosen(all []shelf.Place, ask bool) {
	switch {
	case len(all) == 0:
	case len(all) == 2 && all[0].At.Len() == 0:
		s.addMatter(brief.Matter{Report: all[0].Report, Beside: all[1].Report}, ask)
	case len(all) > mostAdded:
		s.tell(lang.L("That is {{.Count}} steps. A brief takes at most {{.Most}} at once.", map[string]any{
			"Count": look.Number(len(all)), "Most": mostAdded}))
	default:
		m := brief.Matter{Report: all[0].Report, Words: all[0].At}
		for _, one := range all[1:] {
			m.Also = append(m.Also, brief.Matter{Report: one.Report, Words: one.At})
		}
		s.addMatter(m, ask)
	}
}

// addReports adds reports that are compared.
func (s *Shell) addReports(ids []data.ReportID, ask bool) {
	var all []shelf.Place
	for _, id := range ids {
		all = append(all, shelf.Place{Report: id})
	}
	s.addChosen(all, ask)
}

// addMatter adds to the brief used last; before one was used, it is asked for.
func (s *Shell) addMatter(m brief.Matter, ask bool) {
	if s.used == 0 && s.briefs != nil {
		s.used = s.briefs.Brief()
	}
	brief.Ask(brief.AskConfig{
		Context: s.ctx, Library: s.config.Desk.Library(), Changes: s.changes,
		Popup: func(body fyne.CanvasObject) { s.openPopup(body, nil) }, Fit: s.replacePopup, Close: func() { s.closePopup() },
		Menu: s.showMenu, Roomy: s.roomy, Failed: s.fail, Quick: !ask, Brief: s.used,
		Added: s.addedToBrief,
	}, m)
}

// addedToBrief says where something went, and offers the way back and the way there.
func (s *Shell) addedToBrief(a brief.Added) {
	s.used = a.Brief
	step := s.config.Desk.Library().LastStep()
	task.Load(s.opener, func(ctx context.Context) (data.Brief, error) {
		return s.config.Desk.Library().Brief(ctx, a.Brief)
	}, func(b data.Brief, err error) {
		if err != nil {
			s.fail(err)
			return
		}
		at := max(0, slices.IndexFunc(b.Steps, func(one data.BriefStep) bool { return one.ID == a.Step }))
		what := map[string]any{"Title": ui.Shortened(b.Title, 40), "Step": at + 1}
		words := lang.X("say.added", "Added to “{{.Title}}”, step {{.Step}}", what)
		if a.Made {
			words = lang.X("say.made", "Added to the new brief “{{.Title}}”", what)
		}
		s.notice.offer(words,
			choice{lang.L("Undo"), func() {
				s.turn(func(ctx context.Context) (library.Step, error) { return s.config.Desk.Library().UndoStep(ctx, step) }, "undone")
			}},
			choice{lang.L("Open"), func() { s.openAdded(b, at) }})
	})
}

// openAdded opens a brief at the step that was added.
func (s *Shell) openAdded(b data.Brief, at int) {
	step := data.StepID(0)
	if at < len(b.Steps) {
		step = b.Steps[at].ID
	}
	s.ShowBrief(b.ID, step)
}
