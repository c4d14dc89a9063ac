package brief

import (
	"context"
	"slices"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"lectern/app/task"
	"lectern/app/ui"
	"lectern/data"
	briefs "lectern/data/brief"
)

// company lists what may be shown with a statement.
func (s *side) company(fresh bool) {
	if s.kept.Kind != data.StatementStep {
		s.belongs.Cancel()
		s.belong.Objects = nil
		return
	}
	if fresh {
		s.belong.Objects = nil
	}
	step := s.kept
	task.Load(s.belongs, func(ctx context.Context) ([]companion, error) {
		themes, err := s.e.c.Library.Themes(ctx)
		if err != nil {
			return nil, err
		}
		found, err := briefs.NewResolver(s.e.c.Library).Resolve(ctx, step.Main)
		return companions(found.Document, step, themes, time.Now()), err
	}, func(all []companion, err error) {
		switch {
		case err != nil:
			s.e.c.Failed(err)
		case len(s.belong.Objects) > 0 && s.ticks.lists(all): // the keyboard stays where it is
		default:
			s.ticks.set(all)
			s.belong.Objects = []fyne.CanvasObject{s.ticks.content, s.another}
			if len(all) == 0 {
				s.belong.Objects[0] = ui.Inset(6, 0, 0, 0,
					ui.NewShortLine(ui.Quiet, lang.L("The report has no caveat or reaction that belongs to it.")))
			}
			s.form.Refresh()
		}
	})
}

// accompany shows the statement with those that are ticked now.
func (s *side) accompany() {
	s.keep()
	now := accompanied(s.kept, s.ticks.all)
	said := ""
	switch {
	case len(now.Left) > len(s.kept.Left):
		said = lang.L("Caveat left out")
	case len(now.Left) < len(s.kept.Left):
		said = lang.L("The caveat is shown again")
	}
	s.kept = now
	s.e.edit(now, said)
	s.e.lookUp()
}

// bring shows another passage of the report with the statement, which a person
// chooses.
func (s *side) bring() {
	s.keep()
	step := s.kept
	fits := func(p data.Passage) bool {
		lane := p.Shown()
		return (lane == data.Caveat || lane == data.Reaction) &&
			!slices.ContainsFunc(s.ticks.all, func(c companion) bool { return c.quote.Span == p.Span })
	}
	from := step.Main.Report
	if parts := s.e.seen[step.ID].slide.Parts; len(parts) > 0 {
		from = parts[0].Report // where it was brought in again, it has another number
	}
	s.e.pick(from, lang.L("Which caveat or reaction?"), fits, func(d data.Document, p data.Passage) {
		if s.kept.ID != step.ID {
			return
		}
		now := s.kept
		now.With = append(slices.Clone(now.With), briefs.QuoteOf(d, p, time.Now()))
		s.kept = now
		s.e.edit(now, "")
		s.e.Focus()
	})
}
