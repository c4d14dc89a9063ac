package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"

	"lectern/data"
	"lectern/data/desk"
	"lectern/data/library"
)

// importCommand brings files and folders into the library.
type importCommand struct {
	JSON   bool     `name:"json" help:"One JSON object a document."`
	Resume bool     `help:"Go on with an import that was cut off or stopped, instead of naming files."`
	Paths  []string `arg:"" optional:"" name:"path" help:"Files, and folders that are searched for every kind of document."`
}

// Run imports all it can, says what became of each document as soon as it is
// kept, names on standard error those that failed, and ends with a summary there.
func (c *importCommand) Run(s *session) error {
	if c.Resume == (len(c.Paths) > 0) {
		return fmt.Errorf("%w: name files or folders to import, or say --resume", errWrongCall)
	}
	d, err := s.openToWrite()
	if err != nil {
		return err
	}
	defer d.Library().Close()
	p := &importPrinter{lines: s.lines(), json: c.JSON, named: c.Paths}
	order := desk.Order{Paths: c.Paths, Kept: p.print}
	if isTerminal() {
		order.Found, order.Progress = foundLine, progressLine()
	}
	var i library.Import
	if c.Resume {
		i, err = c.resume(s, d, order)
	} else {
		i, err = d.Import(s.ctx, order)
	}
	if e := p.lines.close(p.err); err == nil {
		err = e
	}
	if i.ID != 0 {
		sayImport(i, err != nil)
	}
	switch {
	case err != nil && data.FaultOf(err).Code == data.FaultInUse:
		return errLibrary{err}
	case err == nil && i.Failed > 0:
		return errSome
	}
	return err
}

// resume goes on with the latest import that was not done.
func (c *importCommand) resume(s *session, d *desk.Desk, o desk.Order) (library.Import, error) {
	all, err := d.Library().Imports(s.ctx, 100)
	if err != nil {
		return library.Import{}, err
	}
	for _, i := range all {
		if i.State != library.ImportDone && !i.Watched {
			say("going on with the import of %s: %d of %d files were done", strings.Join(i.Roots, ", "), i.Done, i.Files)
			return d.Resume(s.ctx, i.ID, o)
		}
	}
	say("there is no import to go on with")
	return library.Import{}, nil
}

// sayImport is the summary at the end of an import.
func sayImport(i library.Import, cut bool) {
	how := ""
	if cut && i.Done < i.Files {
		how = fmt.Sprintf("; %d of %d files done, go on with --resume", i.Done, i.Files)
	}
	say("%d new, %d known, %d newer versions, %d failed%s", i.New, i.Known, i.Newer, i.Failed, how)
}

// importPrinter prints what became of each document.
type importPrinter struct {
	lines *lines
	json  bool
	named []string
	err   error // of the first line that could not be written
}

func (p *importPrinter) print(items []library.ImportItem) {
	for _, it := range items {
		path, message, code := p.asNamed(it.Path), "", ""
		if it.Name != "" {
			path += " › " + it.Name
		}
		if it.Err != nil {
			message, code = plainSentence(it.Err), string(it.Err.Code)
			say("%s: %s", path, message)
		}
		if p.err != nil {
			continue
		}
		if p.json {
			p.err = p.lines.object(struct {
				Path   string             `json:"path"`
				Status library.ItemStatus `json:"status"`
				Report data.ReportID      `json:"report,omitempty"`
				Error  string             `json:"error,omitempty"`
				Code   string             `json:"code,omitempty"`
			}{path, it.Status, it.Report, message, code})
		} else if it.Err == nil {
			p.err = p.lines.line("%s\t%d\t%s", it.Status, it.Report, path)
		}
	}
	if p.err == nil {
		p.err = p.lines.out.Flush() // somebody may be waiting for what is safe
	}
}

// asNamed is a file's path as the call named it or the folder it lies in.
func (p *importPrinter) asNamed(path string) string {
	for _, named := range p.named {
		abs, err := filepath.Abs(named)
		if err != nil {
			continue
		}
		if rest, ok := strings.CutPrefix(path, abs); ok && (rest == "" || os.IsPathSeparator(rest[0]) || os.IsPathSeparator(abs[len(abs)-1])) {
			if rest == "" {
				return named
			}
			return filepath.Join(named, rest)
		}
	}
	return path
}

// foundLine tells a person who watches how many files there are so far.
func foundLine(files int) { fmt.Fprintf(os.Stderr, "\r%d files found ", files) }

// progressLine shows how far an import is, four times a second.
func progressLine() func(desk.Progress) {
	var last time.Time
	return func(p desk.Progress) {
		if time.Since(last) < 250*time.Millisecond && p.Done < p.Total {
			return
		}
		last = time.Now()
		line := fmt.Sprintf("%d of %d files", p.Done, p.Total)
		if p.Documents > p.Done {
			line += fmt.Sprintf(", %d documents", p.Documents)
		}
		if p.Left > 0 {
			line += fmt.Sprintf(", %v left", p.Left.Round(time.Second))
		}
		fmt.Fprintf(os.Stderr, "\r%-60s", line)
		if p.Done == p.Total {
			fmt.Fprintln(os.Stderr)
		}
	}
}
