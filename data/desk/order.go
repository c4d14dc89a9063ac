package desk

import (
	"context"
	"time"

	"lectern/data/ingest"
	"lectern/data/library"
)

// Order says what to bring in, and who wants to know how it goes. Its functions
// may be nil and are called from the goroutine of the import.
type Order struct {
	Paths    []string                // files and folders
	Columns  map[ingest.Field]string // which column of a table holds what; nil is guessed
	Watched  string                  // the watched folder that Paths lie in; of them, only what no import has seen as it is now
	Found    func(files int)         // while folders are looked through
	Progress func(Progress)
	Kept     func([]library.ImportItem) // after each batch, once it is on the disk
	Gate     Gate                       // nil is always open
}

// Gate lets an import pause: what is at hand is kept, then it waits.
type Gate interface {
	Closed() bool
	Wait(context.Context) // until it is open, or the context ends
}

// Progress tells how far long work is.
type Progress struct {
	Done, Total int           // files, or reports
	Name        string        // of the one just done, for people
	Documents   int           // that came out of the files so far
	Share       float64       // 0 to 1: how much of the work is done; 0 where nobody knows
	Left        time.Duration // 0 where it is too early to tell
}

// Reader reads the documents of a file. Its promise is that of ingest.Each: a
// file that cannot be read is a part with an error.
type Reader interface {
	EachFile(ctx context.Context, path string, o ingest.Options, use func(ingest.Part) error) error
	// Each is EachFile for bytes at hand; name is "" for pasted text.
	Each(ctx context.Context, name string, b []byte, o ingest.Options, use func(ingest.Part) error) error
}

func (o Order) progress(p Progress) {
	if o.Progress != nil {
		o.Progress(p)
	}
}

// columns are an order's columns as the library keeps them, and back.
func columns[From, To ~string](c map[From]string) map[To]string {
	if c == nil {
		return nil
	}
	out := make(map[To]string, len(c))
	for field, column := range c {
		out[To(field)] = column
	}
	return out
}
