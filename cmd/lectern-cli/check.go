package main

import (
	"fmt"
	"os"

	"lectern/data/desk"
	"lectern/data/library"
)

// checkCommand looks whether the library is whole.
type checkCommand struct {
	Repair bool `help:"Also mend what can be computed again. Evidence is never touched."`
	JSON   bool `name:"json" help:"One JSON object a problem."`
}

// Run prints the problems that are left, a line each; any makes the exit status
// 1.
func (c *checkCommand) Run(s *session) error {
	open := s.open
	if c.Repair {
		open = s.openToWrite
	}
	d, err := open()
	if err != nil {
		return err
	}
	defer d.Library().Close()
	problems, err := d.Library().Check(s.ctx, checkProgress())
	if err != nil {
		return err
	}
	if c.Repair && len(problems) > 0 {
		if problems, err = c.repair(s, d, problems); err != nil {
			return err
		}
	}
	out := s.lines()
	for _, p := range problems {
		if c.JSON {
			err = out.object(map[string]any{"kind": p.Kind, "report": p.Report, "detail": p.Detail})
		} else if p.Report != 0 {
			err = out.line("%s: report %d: %s", p.Kind, p.Report, p.Detail)
		} else {
			err = out.line("%s: %s", p.Kind, p.Detail)
		}
	}
	if err := out.close(err); err != nil {
		return err
	}
	if len(problems) > 0 {
		say("%d problems found", len(problems))
		return errSome
	}
	return nil
}

func (c *checkCommand) repair(s *session, d *desk.Desk, problems []library.Problem) ([]library.Problem, error) {
	left, err := d.Repair(s.ctx, problems)
	if err != nil {
		return nil, err
	}
	say("%d of %d problems mended", len(problems)-len(left), len(problems))
	return d.Library().Check(s.ctx, nil) // only what is gone by a second look counts
}

func checkProgress() func(done, total int) {
	if !isTerminal() {
		return nil
	}
	return func(done, total int) {
		fmt.Fprintf(os.Stderr, "\r%d of %d ", done, total)
		if done == total {
			fmt.Fprintln(os.Stderr)
		}
	}
}
