package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"os"

	"lectern/data/split"
	"lectern/data/split/judge"
)

// splitCommand is `lectern-cli split`; contracts/split.md says what it prints.
// It needs no library.
type splitCommand struct {
	Lines  bool     `xor:"mode" help:"Each line of a file is one sentence."`
	Tokens bool     `xor:"mode" help:"Each line is a JSON object with \"tokens\"; prints a label for each."`
	Files  []string `arg:"" name:"file" help:"Text files in UTF-8; '-' is standard input."`
}

// errSome says that some of the work could not be done; what, was already said
// on standard error.
var errSome = errors.New("some could not be done")

// Run prints one JSON object a file, or with --tokens one a line. A file that
// cannot be read is named on standard error, the rest is still printed, and
// errSome comes back (exit status 1).
func (c *splitCommand) Run(s *session) error {
	out := bufio.NewWriterSize(os.Stdout, 1<<16)
	failed := false
	reads := splitter(s.rules)
	for _, name := range c.Files {
		err := c.file(reads, name, out)
		if err != nil && !errors.Is(err, errSome) { // what was named already
			say("%v", plain(err))
		}
		failed = failed || err != nil
	}
	if err := out.Flush(); err != nil {
		return err
	}
	if failed {
		return errSome
	}
	return nil
}

func (c *splitCommand) file(reads judge.Labeller, name string, out io.Writer) error {
	b, err := readText(name)
	if err != nil {
		return err
	}
	if c.Tokens {
		return labelLines(reads, name, b, out)
	}
	return splitText(reads, name, string(b), c.Lines, out)
}

// readText reads a file, or standard input for "-", without a byte-order mark.
func readText(name string) ([]byte, error) {
	var b []byte
	var err error
	if name == "-" {
		b, err = io.ReadAll(os.Stdin)
	} else {
		b, err = os.ReadFile(name)
	}
	return bytes.TrimPrefix(b, []byte("\ufeff")), err
}

func splitText(reads split.Splitter, name, text string, lines bool, out io.Writer) error {
	reading := reads.Split(text, split.Hints{Lines: lines})
	p := newPoints(text)
	return json.NewEncoder(out).Encode(struct {
		File         string            `json:"file"`
		Chars        int               `json:"chars"`
		Model        string            `json:"model"`
		Lang         string            `json:"lang"`
		Sentences    []wireSentence    `json:"sentences"`
		Attributions []wireAttribution `json:"attributions"`
	}{name, p.count(), reading.Model, reading.Lang, p.sentences(reading.Sentences), p.attributions(reading.Attributions)})
}

// mostNamed is how many bad lines of a file are named one by one.
const mostNamed = 10

// labelLines labels every line's tokens. A line that is no such object gets no
// labels, is named on standard error, and does not stop the rest.
func labelLines(reads judge.Labeller, name string, b []byte, out io.Writer) error {
	enc := json.NewEncoder(out)
	bad, n := 0, 0
	for line := range bytes.Lines(b) {
		n++
		if line = bytes.TrimSpace(line); len(line) == 0 {
			continue
		}
		var in struct {
			ID     any      `json:"id"`
			Tokens []string `json:"tokens"`
		}
		if err := json.Unmarshal(line, &in); err != nil || in.Tokens == nil {
			if bad++; bad <= mostNamed {
				say("%s, line %d, is no JSON object with tokens", name, n)
			}
			continue
		}
		if err := enc.Encode(struct {
			ID     any      `json:"id"`
			Labels []string `json:"labels"`
		}{in.ID, reads.Tokens(in.Tokens)}); err != nil {
			return err
		}
	}
	if bad > mostNamed {
		say("%s: so are %d more lines", name, bad-mostNamed)
	}
	if bad > 0 {
		return errSome
	}
	return nil
}
