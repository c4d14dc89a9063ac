package shell

import (
	"context"

	"fyne.io/fyne/v2/lang"

	"lectern/app/brief"
	"lectern/app/task"
	"lectern/data"
)

// showMinutes tells what was shown in all presentations.
func (s *Shell) showMinutes() { s.showMinutesOf(data.Brief{}) }

// showMinutesOf tells what was shown of a brief; one without a number stands for all.
func (s *Shell) showMinutesOf(b data.Brief) {
	if s.unkept() {
		s.tell(lang.L("Keep or cancel what is in front first."))
		return
	}
	leave := s.toShelf
	if _, already := s.front.(*brief.Minutes); !already {
		leave = s.comeBack()
	}
	s.minutesFrom(b, leave)
}

func (s *Shell) minutesFrom(b data.Brief, leave func()) {
	s.window.SetTitle(lang.X("minutes.action", "Minutes of presentations") + " – Lectern")
	s.panelUp(brief.NewMinutes(brief.MinutesConfig{
		Context: s.ctx, Library: s.config.Desk.Library(), Brief: b.ID, Title: shortTitle(b.Title), Words: paperWords(),
		Open: func(id data.ReportID, at int) {
			s.Open(id, at, nil)
			s.back = func() {
				s.reading.Close()
				s.minutesFrom(b, leave)
			}
		},
		Copy: func(words string) {
			s.config.App.Clipboard().SetContent(words)
			s.tell(lang.X("minutes.copied", "Minutes copied"))
		},
		Save: s.saveAs, Leave: leave, Failed: s.fail, Key: s.anyKey, Rune: s.anyRune,
	}))
}

// presented is told that a presentation is over: it offers its minutes.
func (s *Shell) presented(id data.BriefID) {
	lib := s.config.Desk.Library()
	type held struct {
		brief data.Brief
		last  data.Presentation
	}
	task.Change(s.changes, func(ctx context.Context) (h held, err error) { // behind the last of the minutes
		all, err := lib.Presentations(ctx, id)
		if err != nil || len(all) == 0 {
			return h, err
		}
		h.last = all[0]
		h.brief, err = lib.Brief(ctx, id)
		return h, err
	}, func(h held, err error) {
		if n := len(h.last.Showings); err == nil && n > 0 && !s.closing {
			s.notice.show(lang.XN("minutes.kept", "What was shown is kept in the minutes: {{.Count}} entries", n, map[string]any{"Count": n}), false,
				lang.X("minutes.button", "Minutes"), func() { s.showMinutesOf(h.brief) })
		}
	})
}
