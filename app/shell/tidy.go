package shell

import "lectern/app/tidy"

// showTidy opens the screen where names are put in order.
func (s *Shell) showTidy() {
	s.panelUp(tidy.New(tidy.Config{
		Context: s.ctx, Library: s.config.Desk.Library(), Changes: s.changes,
		Said: s.say, Failed: s.fail, Leave: s.toShelf,
	}))
}
