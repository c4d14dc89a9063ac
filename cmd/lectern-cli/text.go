package main

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"runtime/debug"

	"lectern/data"
	"lectern/data/ingest"
)

// textCommand prints the text that would be kept of a document.
type textCommand struct {
	File string `arg:"" help:"A text, Markdown or HTML file; '-' is standard input."`
}

// Run writes the text exactly as it would be kept, so that offsets into one hold
// in the other. Only a person at a terminal gets a line end after it.
func (c *textCommand) Run(s *session) error {
	name, in := filepath.Base(c.File), os.Stdin
	if c.File == "-" {
		name = ""
	} else {
		f, err := os.Open(c.File)
		if err != nil {
			return err
		}
		defer f.Close()
		in = f
	}
	b, err := io.ReadAll(io.LimitReader(in, ingest.MaxFile+1))
	if err != nil {
		return err
	}
	doc, err := ingest.Read(s.ctx, name, b)
	if err != nil {
		return err
	}
	if _, err = io.WriteString(s.out, doc.Text); err == nil && isTerminalFile(s.out) {
		_, err = io.WriteString(s.out, "\n")
	}
	return err
}

// versionCommand says which Lectern this is.
type versionCommand struct{}

// Run prints the version on one line.
func (versionCommand) Run(s *session) error {
	version := "unknown"
	if info, ok := debug.ReadBuildInfo(); ok {
		version = info.Main.Version
		for _, set := range info.Settings {
			if set.Key == "vcs.revision" && (version == "" || version == "(devel)") {
				version = "at " + set.Value[:min(len(set.Value), 12)]
			}
		}
	}
	_, err := fmt.Fprintf(s.out, "lectern-cli %s %s %s/%s\n", version, runtime.Version(), runtime.GOOS, runtime.GOARCH)
	return err
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
