package shell

import (
	"context"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"lectern/app/brief"
	"lectern/app/look"
	"lectern/app/reading"
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

// mostAdded is how many reports are added at once: nobody shows more, and a slip of
// the hand after "choose all" would fill a brief with an archive.
const mostAdded = 50

// addReports adds reports: two stand side by side, more follow each other. Of one
// report it is the words at a place, if there is one.
func (s *Shell) addReports(ids []data.ReportID, at data.Span, ask bool) {
	switch {
	case len(ids) == 0:
	case at.Len() > 0:
		s.addMatter(brief.Matter{Report: ids[0], Words: at}, ask)
	case len(ids) == 2:
		s.addMatter(brief.Matter{Report: ids[0], Beside: ids[1]}, ask)
	case len(ids) > mostAdded:
		s.tell(lang.L("These are {{.Count}} reports. A brief takes at most {{.Most}} at once.", map[string]any{
			"Count": look.Number(len(ids)), "Most": mostAdded}))
	default:
		s.addMatter(brief.Matter{Report: ids[0], Also: ids[1:]}, ask)
	}
}

// addPair adds reports that are compared.
func (s *Shell) addPair(ids []data.ReportID, ask bool) { s.addReports(ids, data.Span{}, ask) }

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
