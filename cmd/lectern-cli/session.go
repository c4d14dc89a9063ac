package main

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"log/slog"
	"os"
	"os/user"

	"lectern/data"
	"lectern/data/desk"
	"lectern/data/ingest/worker"
	"lectern/data/library"
)

// session is what a call works with.
type session struct {
	ctx   context.Context
	path  string // of the library
	rules bool   // read reports by the rules alone
	out   io.Writer
	log   *slog.Logger
}

// open opens the library for reading. A library that is not there yet is made,
// and one of an older Lectern is brought up to date where that can be done.
func (s *session) open() (*desk.Desk, error) {
	_, err := os.Stat(s.path)
	d, err := s.openAs(!errors.Is(err, fs.ErrNotExist))
	if err != nil && data.FaultOf(err).Code == data.FaultOlder {
		return s.openAs(false)
	}
	return d, err
}

// openToWrite opens the library for writing, and fails where that cannot be.
func (s *session) openToWrite() (*desk.Desk, error) {
	d, err := s.openAs(false)
	if err != nil {
		return nil, err
	}
	if why := d.Library().Why(); why != nil {
		d.Library().Close()
		return nil, errLibrary{why}
	}
	return d, nil
}

func (s *session) openAs(readOnly bool) (*desk.Desk, error) {
	if s.path == "" {
		return nil, fmt.Errorf("%w: which library? Say --library FILE, or set LECTERN_LIBRARY", errWrongCall)
	}
	lib, err := library.Open(s.ctx, library.Config{Path: s.path, Who: who(), Log: s.log, ReadOnly: readOnly})
	if err != nil {
		return nil, errLibrary{err}
	}
	return desk.New(desk.Config{Library: lib, Splitter: splitter(s.rules), Reader: worker.NewPool(worker.Config{Log: s.log}), Log: s.log}), nil
}

// who is the name a person's changes are signed with.
func who() string {
	if u, err := user.Current(); err == nil {
		if u.Name != "" {
			return u.Name
		}
		return u.Username
	}
	return ""
}

// lines writes results: JSON objects a line, or plain lines.
type lines struct {
	out  *bufio.Writer
	json *json.Encoder
}

func (s *session) lines() *lines {
	out := bufio.NewWriterSize(s.out, 1<<16)
	enc := json.NewEncoder(out)
	enc.SetEscapeHTML(false)
	return &lines{out, enc}
}

func (l *lines) object(v any) error { return l.json.Encode(v) }

func (l *lines) line(format string, args ...any) error {
	_, err := fmt.Fprintf(l.out, format+"\n", args...)
	return err
}

// close sends what is still held; err goes before its own.
func (l *lines) close(err error) error {
	if e := l.out.Flush(); err == nil {
		return e
	}
	return err
}

// isTerminal reports whether a person watches standard error.
func isTerminal() bool { return isTerminalFile(os.Stderr) }

// isTerminalFile reports whether a person watches what is written to w.
func isTerminalFile(w io.Writer) bool {
	f, ok := w.(*os.File)
	if !ok {
		return false
	}
	info, err := f.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0
}

// dayWord is a report's day for output, "" where it is unknown.
func dayWord(r data.Report) string {
	if r.Published.IsZero() {
		return ""
	}
	return r.Published.Format("2006-01-02")
}
