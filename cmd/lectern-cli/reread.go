package main

import (
	"fmt"
	"os"

	"lectern/data/desk"
)

// rereadCommand splits again what an older splitter has split.
type rereadCommand struct{}

// Run brings every report up to date; decisions stay. Cancelled, it goes on the
// next time where it stopped.
func (c *rereadCommand) Run(s *session) error {
	d, err := s.openToWrite()
	if err != nil {
		return err
	}
	defer d.Library().Close()
	var progress func(desk.Progress)
	if isTerminal() {
		progress = func(p desk.Progress) {
			fmt.Fprintf(os.Stderr, "\r%d of %d ", p.Done, p.Total)
			if p.Done == p.Total {
				fmt.Fprintln(os.Stderr)
			}
		}
	}
	done, err := d.RereadAll(s.ctx, progress)
	say("%d reports brought up to date", done.Done)
	for _, id := range done.Failed {
		say("report %d could not be split again and stays as it was", id)
	}
	if err == nil && len(done.Failed) > 0 {
		err = errSome
	}
	return err
}
