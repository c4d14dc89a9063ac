package worker

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime/debug"

	"lectern/data"
	"lectern/data/ingest"
)

// Readers are what a child reads with.
type Readers struct {
	// Each reads a file's documents; nil is ingest.EachIn.
	Each func(ctx context.Context, name string, in io.ReaderAt, size int64, o ingest.Options, use func(ingest.Part) error) error
	PDF  PDF // nil: a PDF is a format that cannot be read
}

// PDF reads PDFs. It is asked for one thing at a time.
type PDF interface {
	Read(ctx context.Context, b []byte) (ingest.Document, error)
	Pages(ctx context.Context, b []byte) ([]PageSize, error)
	Page(ctx context.Context, b []byte, page, width int) (png []byte, err error)
}

// BeChild serves the parent when this process was started as a child, and then
// never returns; otherwise it does nothing. cache is where the readers may keep
// what is costly to make, "" for nowhere.
func BeChild(readers func(cache string) Readers) {
	if len(os.Args) < 2 || os.Args[1] != Argument {
		return
	}
	out := os.Stdout
	os.Stdout = os.Stderr // what a reader prints is no answer
	if err := Serve(os.Stdin, out, readers); err != nil {
		fmt.Fprintln(os.Stderr, "child:", err)
		os.Exit(1)
	}
	os.Exit(0)
}

// Serve answers requests from in on out, one after the other, until in ends. It
// limits the memory of this process, and ends it when in ends within a request:
// nobody waits for the answer any more.
func Serve(in io.Reader, out io.Writer, readers func(cache string) Readers) error {
	return serve(in, out, readers, host{keepTo: keepTo, moreTime: moreTime, gone: func() { os.Exit(0) }})
}

// host is what a server does to its own process.
type host struct {
	keepTo   func(settings)
	moreTime func(seconds int64)
	gone     func() // the parent ended within a request
}

func serve(in io.Reader, out io.Writer, readers func(cache string) Readers, on host) error {
	frames, ended := make(chan frame), make(chan error, 1)
	go func() {
		r := bufio.NewReaderSize(in, 64<<10)
		for {
			f, err := readFrame(r)
			if err != nil {
				ended <- err
				close(frames)
				return
			}
			frames <- f
		}
	}()
	next := func() (frame, error) {
		f, ok := <-frames
		if !ok {
			return frame{}, <-ended
		}
		return f, nil
	}
	first, err := next()
	if err != nil {
		return fmt.Errorf("no settings: %w", err)
	}
	var set settings
	if err := json.Unmarshal(first.body, &set); err != nil || first.kind != hello {
		return fmt.Errorf("no settings: frame %q: %w", first.kind, err)
	}
	on.keepTo(set)
	s := &server{host: on, out: bufio.NewWriterSize(out, 64<<10), next: next, set: set, readers: readers(set.Cache)}
	if s.readers.Each == nil {
		s.readers.Each = ingest.EachIn
	}
	for {
		f, err := next()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
		if err := s.serve(f, ended); err != nil {
			return err
		}
		s.tidy()
	}
}

// server is the child's side of the conversation.
type server struct {
	host
	out     *bufio.Writer
	next    func() (frame, error)
	set     settings
	readers Readers
}

func (s *server) serve(f frame, ended chan error) error {
	var r request
	if err := json.Unmarshal(f.body, &r); err != nil || f.kind != ask {
		return fmt.Errorf("no request: frame %q: %w", f.kind, err)
	}
	b, err := readBlob(r.Size, s.next)
	if err != nil {
		return err
	}
	finished := make(chan struct{})
	defer close(finished)
	go func() {
		select {
		case why := <-ended: // the parent is gone
			ended <- why
			s.gone()
		case <-finished:
		}
	}()
	s.moreTime(s.set.Time * wholeTimes)
	ctx := ingest.WithAlive(context.Background(), s.alive)
	ctx = withWarming(ctx, s.warming)
	if s.readers.PDF != nil {
		ctx = ingest.WithPDF(ctx, s.readers.PDF.Read)
	}
	a, picture := s.do(ctx, r, b)
	a.Size = int64(len(picture))
	if err := writeJSON(s.out, done, a); err != nil {
		return err
	}
	if err := writeBlob(s.out, picture); err != nil {
		return err
	}
	return s.out.Flush()
}

// do does what is asked. A panic ends the process like any other mistake: what it
// left behind is not to be trusted with the next file.
func (s *server) do(ctx context.Context, r request, b []byte) (a answer, picture []byte) {
	var err error
	switch {
	case r.Op == opEach:
		err = s.each(ctx, r, b)
	case r.Op == opWords:
		var words string
		words, a.Text = ingest.SourceText(b)
		picture = []byte(words)
	case s.readers.PDF == nil:
		err = &data.Fault{Code: data.FaultUnsupported, Subject: r.Name}
	case r.Op == opPages:
		a.Pages, err = s.readers.PDF.Pages(ctx, b)
	case r.Op == opPage:
		picture, err = s.readers.PDF.Page(ctx, b, r.Page, r.Width)
	default:
		err = fmt.Errorf("asked for %q", r.Op)
	}
	a.Fault = toWire(err)
	return a, picture
}

func (s *server) each(ctx context.Context, r request, b []byte) error {
	var in io.ReaderAt = bytes.NewReader(b)
	size := int64(len(b))
	if r.Path != "" {
		f, err := os.Open(r.Path)
		if err != nil {
			return s.part(ingest.Part{Name: r.Name, Err: fileFault(filepath.Base(r.Path), err)}, nil)
		}
		defer f.Close()
		info, err := f.Stat()
		if err != nil {
			return s.part(ingest.Part{Name: r.Name, Err: fileFault(filepath.Base(r.Path), err)}, nil)
		}
		in, size = f, info.Size()
	}
	return s.readers.Each(ctx, r.Name, in, size, r.Options, func(p ingest.Part) error { return s.part(p, b) })
}

// part sends one part; sent is what the parent has already.
func (s *server) part(p ingest.Part, sent []byte) error {
	h := partHead{Name: p.Name, Document: p.Document, Text: int64(len(p.Document.Text)), Fault: toWire(p.Err)}
	h.Document.Text = ""
	if h.Same = sent != nil && bytes.Equal(p.Bytes, sent); !h.Same {
		h.Bytes = int64(len(p.Bytes))
	}
	if err := writeJSON(s.out, part, h); err != nil {
		return err
	}
	if err := writeBlob(s.out, []byte(p.Document.Text)); err != nil {
		return err
	}
	if !h.Same {
		if err := writeBlob(s.out, p.Bytes); err != nil {
			return err
		}
	}
	return s.out.Flush()
}

// alive tells the parent that a document goes on; what names one that begins.
func (s *server) alive(what string) { s.tell(alive, what) }

func (s *server) warming() { s.tell(warming, "") }

func (s *server) tell(k kind, what string) {
	if err := writeFrame(s.out, k, []byte(what[:min(len(what), 4096)])); err == nil {
		_ = s.out.Flush() // a parent that is gone is noticed where it is waited for
	}
}

// tidy gives memory back that a large document took.
func (s *server) tidy() {
	if memoryTaken() > s.set.Memory/3 {
		debug.FreeOSMemory()
	}
}

type warmingKey struct{}

func withWarming(ctx context.Context, tell func()) context.Context {
	return context.WithValue(ctx, warmingKey{}, tell)
}

// Warming tells whoever waits that what follows is our own work, which takes long
// and is not the document's fault, until the next ingest.Alive.
func Warming(ctx context.Context) {
	if tell, ok := ctx.Value(warmingKey{}).(func()); ok {
		tell()
	}
}
