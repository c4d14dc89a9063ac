package main

import (
	"fmt"
	"os"

	"lectern/data"
	"lectern/data/desk"
)

// importCommand brings files and folders into the library.
type importCommand struct {
	JSON  bool     `name:"json" help:"One JSON object a file."`
	Paths []string `arg:"" name:"path" help:"Files, and folders that are searched for text, Markdown and HTML."`
}

// Run imports all it can, says what became of each file, and names on standard
// error those that failed.
func (c *importCommand) Run(s *session) error {
	d, err := s.openToWrite()
	if err != nil {
		return err
	}
	defer d.Library().Close()
	outcomes, why := d.Import(s.ctx, c.Paths, progressLine())
	failed, err := c.print(s, outcomes)
	switch {
	case why != nil && data.FaultOf(why).Code == data.FaultInUse:
		return errLibrary{why}
	case why != nil:
		return why
	case err == nil && failed:
		return errSome
	}
	return err
}

func (c *importCommand) print(s *session, outcomes []desk.Outcome) (failed bool, err error) {
	out := s.lines()
	for _, o := range outcomes {
		message := ""
		if o.Err != nil {
			failed = true
			message = plainSentence(o.Err)
			say("%s: %s", o.Path, message)
		}
		if c.JSON {
			err = out.object(struct {
				Path   string        `json:"path"`
				Status desk.Status   `json:"status"`
				Report data.ReportID `json:"report,omitempty"`
				Error  string        `json:"error,omitempty"`
				Code   string        `json:"code,omitempty"`
			}{o.Path, o.Status, o.Report, message, codeWord(o.Err)})
		} else if o.Err == nil {
			err = out.line("%s\t%d\t%s", o.Status, o.Report, o.Path)
		}
		if err != nil {
			break
		}
	}
	return failed, out.close(err)
}

func codeWord(err error) string {
	if err == nil {
		return ""
	}
	return string(data.FaultOf(err).Code)
}

// progressLine shows how far an import is, where a person watches.
func progressLine() func(desk.Progress) {
	if !isTerminal() {
		return nil
	}
	return func(p desk.Progress) {
		if p.Done%50 == 0 || p.Done == p.Total {
			fmt.Fprintf(os.Stderr, "\r%d of %d ", p.Done, p.Total)
		}
		if p.Done == p.Total {
			fmt.Fprintln(os.Stderr)
		}
	}
}
