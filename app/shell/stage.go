package shell

import (
	"context"
	"os/user"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"lectern/app/brief"
	"lectern/app/stage"
	"lectern/app/task"
	"lectern/data"
)

// present is the action: it presents the open brief, or the one that is chosen.
func (s *Shell) present() {
	if open, ok := s.front.(interface{ Brief() data.BriefID }); ok && open.Brief() != 0 {
		s.Present(open.Brief())
		return
	}
	s.presentOne()
}

// presentFromStep is the action: it presents the open brief from the chosen step on.
func (s *Shell) presentFromStep() {
	if open, ok := s.front.(*brief.Editor); ok && open.Brief() != 0 {
		s.presentFrom(open.Brief(), open.Step())
		return
	}
	s.present()
}

// presentKey is F5, with Shift from the chosen step on. Fyne takes Shift with a key
// for no shortcut.
func (s *Shell) presentKey() {
	d, ok := s.config.App.Driver().(interface{ CurrentKeyModifiers() fyne.KeyModifier })
	if ok && d.CurrentKeyModifiers()&fyne.KeyModifierShift != 0 {
		s.presentFromStep()
		return
	}
	s.present()
}

// presentOne presents a brief, and asks which where there are several.
func (s *Shell) presentOne() {
	task.Load(s.opener, func(ctx context.Context) ([]data.Brief, error) {
		return s.config.Desk.Library().Briefs(ctx)
	}, func(all []data.Brief, err error) {
		switch {
		case err != nil:
			s.fail(err)
		case len(all) == 0:
			s.tell(lang.L("There is no brief to present yet."))
		case len(all) == 1:
			s.Present(all[0].ID)
		default:
			var items []*fyne.MenuItem
			for _, b := range all[:min(len(all), 12)] {
				items = append(items, fyne.NewMenuItem(b.Title, func() { s.Present(b.ID) }))
			}
			size := s.window.Canvas().Size()
			s.showMenu(items, fyne.NewPos(size.Width/3, size.Height/6))
		}
	})
}

// Present brings a brief on the stage, beginning with the room check. One is
// presented at a time.
func (s *Shell) Present(id data.BriefID) { s.presentFrom(id, 0) }

// presentFrom does the same, and begins at a step; 0 is the first.
func (s *Shell) presentFrom(id data.BriefID, step data.StepID) {
	if s.presenting != nil {
		s.presenting.Show()
		return
	}
	s.closePopup()
	s.presenting = stage.Open(stage.Config{
		App: s.config.App, Context: s.ctx, Library: s.config.Desk.Library(), Changes: s.changes,
		Brief: id, From: step, Faces: s.config.Faces, Users: accounts(), Failed: s.fail,
		Over: func() {
			live := s.presenting.Live()
			s.presenting = nil
			if !s.closing {
				s.window.RequestFocus()
				if live {
					s.presented(id)
				}
			}
		},
	})
}

// OnStage is the presentation that goes on, nil for none: for scripts.
func (s *Shell) OnStage() *stage.Stage { return s.presenting }

// accounts are the names by which this computer knows who works here.
func accounts() []string {
	u, err := user.Current()
	if err != nil {
		return nil
	}
	return []string{u.Username}
}
