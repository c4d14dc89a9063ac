package main

import (
	"fmt"
	"os"
	"time"

	"lectern/data/library"
)

// backupCommand copies the library to a file.
type backupCommand struct {
	To string `arg:"" placeholder:"FILE" help:"Where to; nothing may be there yet."`
}

// Run writes the copy and proves it.
func (c *backupCommand) Run(s *session) error {
	d, err := s.open()
	if err != nil {
		return err
	}
	defer d.Library().Close()
	return d.Library().Backup(s.ctx, c.To, shareProgress())
}

// restoreCommand puts a backup in place of the library.
type restoreCommand struct {
	From string `arg:"" placeholder:"FILE" help:"The backup."`
}

// Run prints where the library lies that was replaced.
func (c *restoreCommand) Run(s *session) error {
	if s.path == "" {
		return fmt.Errorf("%w: restore needs --library", errWrongCall)
	}
	kept, err := library.Restore(s.ctx, c.From, s.path, time.Now(), shareProgress())
	if err != nil {
		return errLibrary{err}
	}
	if kept != "" {
		say("what was there lies in %s", kept)
	}
	return nil
}

// shareProgress shows how far something is to a person who watches.
func shareProgress() func(share float64) {
	if !isTerminal() {
		return nil
	}
	return func(share float64) {
		fmt.Fprintf(os.Stderr, "\r%3.0f %% ", 100*share)
		if share == 1 {
			fmt.Fprintln(os.Stderr)
		}
	}
}
