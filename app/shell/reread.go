package shell

import (
	"context"

	"fyne.io/fyne/v2/lang"

	"lectern/app/task"
	"lectern/data/desk"
)

// splitAgain splits again, as a job, what an older splitter has split.
func (s *Shell) splitAgain() {
	s.renewJob(lang.L("Splitting all reports again"), s.config.Desk.RereadAll, func(done desk.Renewal) {
		if done.Done == 0 {
			s.tell(lang.L("Every report has been split by this Lectern already."))
			return
		}
		s.say(lang.XN("reread.done", "{{.Count}} reports brought up to date. What people decided stays.", done.Done,
			map[string]any{"Count": done.Done}))
	})
}

// catchUp looks for themes and promises where those are out of date: in a library
// of an older Lectern, after a theme was changed, after a day was.
func (s *Shell) catchUp() {
	lib := s.config.Desk.Library()
	if lib.ReadOnly() {
		return
	}
	task.Load(s.stale, func(ctx context.Context) (bool, error) {
		ids, err := lib.Stale(ctx, "")
		return len(ids) > 0, err
	}, func(any bool, err error) {
		switch {
		case err != nil:
			s.fail(err)
		case any:
			s.renewJob(lang.L("Looking for themes and promises"), s.config.Desk.Retag, func(desk.Renewal) {})
		}
	})
}

// renewJob runs work over reports in the line of jobs.
func (s *Shell) renewJob(title string, work func(context.Context, func(desk.Progress)) (desk.Renewal, error), ended func(desk.Renewal)) {
	var done desk.Renewal
	s.jobs.Start(title, func(ctx context.Context, p *task.Progress) (err error) {
		done, err = work(ctx, func(at desk.Progress) { p.Set(at.Done, at.Total, at.Name) })
		return err
	}, func(err error) {
		if len(done.Failed) > 0 {
			s.config.Log.Error("reports could not be looked through again", "reports", done.Failed)
		}
		if err != nil {
			s.fail(err)
			return
		}
		ended(done)
	})
}
