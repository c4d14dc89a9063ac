package shell

import (
	"context"

	"lectern/app/task"
	"lectern/data/desk"
	"lectern/data/library"
)

// propose brings in one document.
func (s *Shell) propose(read func(context.Context) (desk.Proposal, error)) {
	task.Load(s.opener, func(ctx context.Context) (library.Added, error) {
		p, err := read(ctx)
		if err != nil {
			return library.Added{}, err
		}
		return s.config.Desk.Keep(ctx, p)
	}, func(a library.Added, err error) {
		if err != nil {
			s.fail(err)
			return
		}
		s.Open(a.ID, -1, nil)
	})
}

// pasteText brings in what lies on the clipboard.
func (s *Shell) pasteText() {
	words := s.config.App.Clipboard().Content()
	s.propose(func(ctx context.Context) (desk.Proposal, error) { return s.config.Desk.ProposeText(ctx, words) })
}

// KeepForm keeps what the form in front shows.
func (s *Shell) KeepForm() {}

// OnListed calls ready when the library's list is on screen.
func (s *Shell) OnListed(ready func()) { task.After(0, ready) }
