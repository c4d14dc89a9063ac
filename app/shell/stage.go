package shell

import (
	"context"
	"os/user"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

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
func (s *Shell) Present(id data.BriefID) {
	if s.presenting != nil {
		s.presenting.Show()
		return
	}
	s.closePopup()
	s.presenting = stage.Open(stage.Config{
		App: s.config.App, Context: s.ctx, Library: s.config.Desk.Library(), Changes: s.changes,
		Brief: id, Faces: s.config.Faces, Users: accounts(), Failed: s.fail,
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
