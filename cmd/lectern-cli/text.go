package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"runtime"
	"runtime/debug"
	"time"

	"lectern/data"
	"lectern/data/ingest"
	"lectern/data/ingest/worker"
)

// textCommand prints the text that would be kept of a document.
type textCommand struct {
	JSON bool   `help:"Print a JSON object a document: its name, text, and what is known about it with where that was found."`
	File string `arg:"" help:"A document of any format that Lectern reads; '-' is standard input."`
}

// Run writes the text exactly as it would be kept, so that offsets into one hold
// in the other. Only a person at a terminal gets a line end after it. Where a file
// holds several documents, a line with its name in === stands above each.
func (c *textCommand) Run(s *session) error {
	pool := worker.NewPool(worker.Config{Log: s.log})
	defer pool.Close()
	p := &textPrinter{out: bufio.NewWriterSize(s.out, 1<<16), json: c.JSON}
	var err error
	if c.File == "-" {
		var b []byte
		if b, err = io.ReadAll(io.LimitReader(os.Stdin, ingest.MaxFile+1)); err == nil {
			err = pool.Each(s.ctx, "", b, ingest.Options{}, p.take)
		}
	} else {
		err = pool.EachFile(s.ctx, c.File, ingest.Options{}, p.take)
	}
	if err == nil {
		err = p.end(isTerminalFile(s.out))
	}
	if e := p.out.Flush(); err == nil {
		err = e
	}
	return err
}

// textPrinter prints documents as they come; the first waits until it is known
// whether it is the only one.
type textPrinter struct {
	out    *bufio.Writer
	json   bool
	first  *ingest.Part
	count  int
	failed bool
}

func (p *textPrinter) take(part ingest.Part) error {
	if p.count++; p.count == 1 {
		p.first = &part
		return nil
	}
	if p.first != nil {
		first := *p.first
		p.first = nil
		if err := p.print(first, true); err != nil {
			return err
		}
	}
	return p.print(part, true)
}

// end prints what still waits. A file that is one document and cannot be read is
// the error itself.
func (p *textPrinter) end(terminal bool) error {
	switch {
	case p.first != nil && p.first.Err != nil:
		return p.first.Err
	case p.first != nil:
		if err := p.print(*p.first, false); err != nil {
			return err
		}
	}
	if p.failed {
		return errSome
	}
	if terminal && !p.json {
		return p.out.WriteByte('\n')
	}
	return nil
}

func (p *textPrinter) print(part ingest.Part, several bool) error {
	if part.Err != nil {
		p.failed = true
		say("%v", plain(part.Err))
		return nil
	}
	doc := part.Document
	if p.json {
		enc := json.NewEncoder(p.out)
		enc.SetEscapeHTML(false)
		day := ""
		if !doc.Published.IsZero() {
			day = doc.Published.Format(time.DateOnly)
		}
		return enc.Encode(wireText{part.Name, doc.Text, doc.Title, doc.Author, doc.Publisher, day, doc.URL, doc.Lang, doc.Format, doc.From})
	}
	if !several {
		_, err := p.out.WriteString(doc.Text)
		return err
	}
	_, err := fmt.Fprintf(p.out, "=== %s ===\n%s\n\n", part.Name, doc.Text)
	return err
}

// wireText is what text --json prints of a document.
type wireText struct {
	Name      string                         `json:"name"`
	Text      string                         `json:"text"`
	Title     string                         `json:"title"`
	Author    string                         `json:"author"`
	Publisher string                         `json:"publisher"`
	Published string                         `json:"published"`
	URL       string                         `json:"url"`
	Lang      string                         `json:"lang"`
	Format    string                         `json:"format"`
	From      map[ingest.Field]ingest.Origin `json:"from"`
}

// version is set by the linker in a release.
var version string

// versionCommand says which Lectern this is.
type versionCommand struct{}

// Run prints the version on one line.
func (versionCommand) Run(s *session) error {
	_, err := fmt.Fprintf(s.out, "lectern-cli %s %s %s/%s\n", versionBuilt(), runtime.Version(), runtime.GOOS, runtime.GOARCH)
	return err
}

// versionBuilt is the release's version, else what the go command knows of the source.
func versionBuilt() string {
	info, ok := debug.ReadBuildInfo()
	switch {
	case version != "":
		return version
	case !ok:
		return "unknown"
	case info.Main.Version != "" && info.Main.Version != "(devel)":
		return info.Main.Version
	}
	for _, set := range info.Settings {
		if set.Key == "vcs.revision" {
			return "at " + set.Value[:min(len(set.Value), 12)]
		}
	}
	return info.Main.Version
}

// laterCommand stands for a call that a later issue brings.
type laterCommand struct {
	Rest []string `arg:"" optional:""`
}

// Run says so, with the status of a wrong call.
func (laterCommand) Run() error {
	return fmt.Errorf("%w: this call is not there yet; it comes with a later version of Lectern", errWrongCall)
}

// plainSentence is an error for a line on standard error.
func plainSentence(err error) string { return data.FaultOf(err).Error() }
