// Package desk is what a person does with a library, without a screen: bringing
// reports in, keeping samples, mending. The window and the command line both
// call it, so that the two never differ.
package desk

import (
	"log/slog"

	"lectern/data/library"
	"lectern/data/split"
)

// Config is what a Desk works with. Library and Splitter are needed.
type Config struct {
	Library  *library.Library
	Splitter split.Splitter
	Reader   Reader       // of files; nil reads them in this process
	Log      *slog.Logger // nil logs nothing
}

// Desk brings documents into one library. It is safe for concurrent use.
type Desk struct {
	library  *library.Library
	splitter split.Splitter
	reader   Reader
	log      *slog.Logger
	busy     chan struct{} // holds one token while an import is under way
	tracing  chan struct{} // holds one token while stories are looked for
	known    known         // guarded by tracing
}

// New returns a desk for an open library, which stays the caller's to close.
func New(c Config) *Desk {
	if c.Log == nil {
		c.Log = slog.New(slog.DiscardHandler)
	}
	d := &Desk{
		library: c.Library, splitter: c.Splitter, reader: c.Reader, log: c.Log,
		busy: make(chan struct{}, 1), tracing: make(chan struct{}, 1),
	}
	if d.reader == nil {
		d.reader = inProcess{d}
	}
	d.library.StoriesBy(d.storied)
	return d
}

// Library is the library the desk works on.
func (d *Desk) Library() *library.Library { return d.library }
