package desk

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"

	"lectern/data"
	"lectern/data/ingest"
	"lectern/data/library"
)

// What an import holds at once, which bounds its memory however large the files
// are and however many.
const (
	aheadFiles = 256      // files read before the writer asks for them
	aheadParts = 32       // documents of one file read before the writer asks for them
	aheadBytes = 96 << 20 // of all files that are being read or wait
	partBytes  = 24 << 20 // of the documents of one file that wait
)

// stream is a file whose documents come one by one.
type stream struct {
	file  library.ImportFile
	parts chan chan prepared // closed when the file has been read
	err   error              // why it could not be read to its end; set before parts is closed
	room  *room              // of its documents that wait
	taken int64              // of the room of all files
}

// prepared is a document that has been read and split, or found known, or failed.
type prepared struct {
	name   string // its place in the file, "" for the file itself
	report library.NewReport
	bytes  int64 // it holds
	known  data.ReportID
	err    error
}

// pipeline reads files on all cores and splits their documents on all cores. The
// streams come in the order of the files, and the documents of each in theirs.
type pipeline struct {
	desk    *Desk
	options ingest.Options
	seeker  *seeker
	room    *room
	tasks   chan splitting
}

// splitting is a document to be split: a promise that a worker keeps.
type splitting struct {
	part  ingest.Part
	name  string
	ready chan prepared
}

// start reads what files gives, until it gives no more or ctx ends. The one who
// takes a stream gives its room back with done.
func (p *pipeline) start(ctx context.Context, files func(yield func(library.ImportFile) bool)) <-chan *stream {
	p.room, p.tasks = newRoom(aheadBytes), make(chan splitting)
	queue, toRead := make(chan *stream, aheadFiles), make(chan *stream)
	cores := runtime.GOMAXPROCS(0)
	for range cores {
		go func() {
			for t := range p.tasks {
				t.ready <- p.desk.prepare(ctx, t.part, t.name, p.seeker)
			}
		}()
	}
	reading := make(chan struct{})
	for range cores {
		go func() {
			for s := range toRead {
				p.read(ctx, s)
			}
			reading <- struct{}{}
		}()
	}
	go func() {
		defer close(queue)
		for f := range files {
			s := &stream{file: f, parts: make(chan chan prepared, aheadParts), room: newRoom(partBytes)}
			s.taken = p.room.take(ctx, min(max(f.Size, 0), ingest.MaxFile))
			if ctx.Err() != nil {
				break
			}
			// The first in the queue is always being read, so nobody waits for ever.
			toRead <- s
			queue <- s
		}
		close(toRead)
		for range cores {
			<-reading
		}
		close(p.tasks)
	}()
	return queue
}

func (p *pipeline) done(s *stream) { p.room.give(s.taken) }

// read reads one file and hands its documents on, but for those that an earlier
// run has kept.
func (p *pipeline) read(ctx context.Context, s *stream) {
	defer close(s.parts)
	if why := refusePlace(s.file.Path); why != nil {
		s.err = why
		return
	}
	if known, ok := p.desk.knownFile(ctx, s.file); ok {
		promise := make(chan prepared, 1)
		promise <- known
		s.parts <- promise
		return
	}
	o := p.options
	o.Skip = s.file.Parts
	s.err = p.desk.reader.EachFile(ctx, s.file.Path, o, func(part ingest.Part) error {
		s.room.take(ctx, int64(len(part.Bytes)))
		if ctx.Err() != nil {
			return stopped(ctx)
		}
		t := splitting{part, placeIn(s.file.Path, part.Name), make(chan prepared, 1)}
		p.tasks <- t
		s.parts <- t.ready
		return nil
	})
}

// placeIn is where in its file a part stands, for people; "" for the whole file.
func placeIn(path, name string) string {
	if place, ok := strings.CutPrefix(name, filepath.Base(path)+ingest.Between); ok {
		return place
	}
	return ""
}

// knownFile finds a file that is one document and was brought in before: it
// costs no more than its hash.
func (d *Desk) knownFile(ctx context.Context, f library.ImportFile) (prepared, bool) {
	if f.Size <= 0 || f.Size > ingest.MaxFile || f.Parts > 0 {
		return prepared{}, false
	}
	b, err := os.ReadFile(f.Path)
	if err != nil {
		return prepared{}, false
	}
	id, known, err := d.library.Known(ctx, data.HashOf(b), data.Hash{})
	return prepared{known: id}, known && err == nil
}

// prepare does all for a document that needs no writing.
func (d *Desk) prepare(ctx context.Context, part ingest.Part, name string, s *seeker) (out prepared) {
	out = prepared{name: name, bytes: int64(len(part.Bytes)), err: part.Err}
	if out.err == nil && ctx.Err() != nil {
		out.err = stopped(ctx)
	}
	if out.err != nil {
		return out
	}
	id, known, err := d.library.Known(ctx, data.HashOf(part.Bytes), data.HashOf([]byte(part.Document.Text)))
	if err != nil || known {
		out.known, out.err = id, err
		return out
	}
	out.report, out.err = d.report(Proposal{Document: part.Document, Name: part.Name, Source: part.Bytes}, s)
	return out
}

// inProcess reads files in this process: for tests, and where no other program
// may be started.
type inProcess struct{ desk *Desk }

// EachFile is for Reader. A panic of a reader is a fault of that one file.
func (r inProcess) EachFile(ctx context.Context, path string, o ingest.Options, use func(ingest.Part) error) (err error) {
	name := filepath.Base(path)
	defer r.desk.survive(name, &err)
	f, size, err := openFile(path)
	if err != nil {
		return use(ingest.Part{Name: name, Err: err})
	}
	defer f.Close()
	return ingest.EachIn(ctx, name, f, size, o, use)
}

// Each is for Reader.
func (r inProcess) Each(ctx context.Context, name string, b []byte, o ingest.Options, use func(ingest.Part) error) (err error) {
	defer r.desk.survive(name, &err)
	return ingest.Each(ctx, name, b, o, use)
}

func stopped(ctx context.Context) error {
	return &data.Fault{Code: data.FaultStopped, Err: context.Cause(ctx)}
}

// faultOf is err's fault, without one for no error.
func faultOf(err error, name string) *data.Fault {
	f := data.FaultOf(err)
	if f != nil && f.Code == data.FaultInternal && f.Subject == "" {
		return &data.Fault{Code: f.Code, Subject: name, Err: fmt.Errorf("%s: %w", name, err)}
	}
	return f
}
