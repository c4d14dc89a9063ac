package ingest

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"path"
	"strings"

	"lectern/data"
)

// Part is one document of a file: the file itself, or one that it holds.
//
// Reading Bytes by themselves gives the same Document again, so that a part can
// be kept, and opened later, without the file that it came in.
type Part struct {
	Name     string // for people: the file's name, or "archive.zip › news/a.docx", "inbox.mbox › 12"
	Bytes    []byte // the part's own original; nil where it could not be had
	Document Document
	Err      error // a *data.Fault when this part could not be read; the others go on
}

// Between stands between the names in a Part's Name.
const Between = " › "

// Options say how a file is to be read. The zero value is right for most.
type Options struct {
	// Columns says which column of a table (CSV, JSON Lines) holds what, by the
	// names in its header; nil is guessed. See Columns.
	Columns map[Field]string
	Limits  Limits
	// Skip is how many of the first parts are left out, without being read.
	Skip int
}

// Limits bound what a file of several documents may unpack to. A field that is
// zero stands for its default.
type Limits struct {
	Total int64 // bytes of all parts together; 8 GiB, and never more than 100 times the file and 64 MiB
	Parts int   // 200,000
	Depth int   // files within files; 6
}

func (l Limits) orDefault() Limits {
	if l.Total == 0 {
		l.Total = 8 << 30
	}
	if l.Parts == 0 {
		l.Parts = 200_000
	}
	if l.Depth == 0 {
		l.Depth = 6
	}
	return l
}

// MaxArchive is the largest file of several documents that is read, in bytes;
// each document in it is bound by MaxFile.
const MaxArchive = 16 << 30

// Each gives every document in b to use, in their order: one for most formats,
// many for archives, mailboxes, feeds and tables. name is as in Read.
//
// A document, or a whole file, that cannot be read is a Part with Err. Each
// itself fails only with the error that use returned, which stops it, or with
// data.FaultStopped when ctx ends.
func Each(ctx context.Context, name string, b []byte, o Options, use func(Part) error) error {
	return EachIn(ctx, name, bytes.NewReader(b), int64(len(b)), o, use)
}

// EachIn is Each for a file of size bytes that is not in memory: large archives
// and mailboxes are read a document at a time. A file that is too large is
// refused without being read.
func EachIn(ctx context.Context, name string, in io.ReaderAt, size int64, o Options, use func(Part) error) error {
	name = baseName(name)
	w := &walk{o: o, limits: o.Limits.orDefault()}
	w.use = func(p Part) error {
		if w.skip() {
			return nil
		}
		return use(p)
	}
	if size < 1<<40 {
		w.limits.Total = min(w.limits.Total, 100*size+64<<20)
	}
	f := newFile(name, name, in, size)
	f.columns = o.Columns
	w.top = f
	return w.file(ctx, f, 0)
}

// walk gives out the parts of one file and of all files in it.
type walk struct {
	o      Options
	limits Limits
	top    *file // the one that was asked for
	use    func(Part) error
	bytes  int64 // unpacked so far
	parts  int
	bombs  int   // things found that unpack to absurd sizes
	held   int64 // bytes in memory of the files around the one being read
	begun  int   // parts given or left out
}

// skip tells whether the next part is one to leave out, and counts it.
func (w *walk) skip() bool {
	w.begun++
	return w.begun <= w.o.Skip
}

// Limits on what a walk keeps in memory and puts up with.
const (
	maxHeld  = 160 << 20
	maxBombs = 20
)

// errEnough ends a walk whose limits are spent; the last part given says so.
var errEnough = errors.New("the limits are spent")

// file gives out the documents of one file, depth files within the first.
func (w *walk) file(ctx context.Context, f *file, depth int) error {
	if err := ctx.Err(); err != nil {
		return stopped(f.path, err)
	}
	form := recognise(f)
	if form.each != nil {
		if f.size > MaxArchive {
			return w.fail(f, data.FaultTooLarge, nil)
		}
		if depth >= w.limits.Depth {
			return w.fail(f, data.FaultTooDeep, nil)
		}
		err := form.each(ctx, f, &inside{walk: w, of: f, depth: depth})
		if depth == 0 && errors.Is(err, errEnough) {
			return nil
		}
		return err
	}
	if w.begun < w.o.Skip {
		w.begun++
		return nil
	}
	sayAlive(ctx, f.path)
	b, err := f.bytes(form.limit())
	if err != nil {
		return w.use(Part{Name: f.path, Err: err})
	}
	part := Part{Name: f.path, Bytes: b}
	part.Document, part.Err = read(ctx, f, form, b)
	if ctx.Err() != nil {
		return stopped(f.path, ctx.Err())
	}
	return w.use(part)
}

func (w *walk) fail(f *file, code data.FaultCode, cause error) error {
	return w.use(Part{Name: f.path, Err: &data.Fault{Code: code, Subject: nameOrPasted(f.path), Err: cause}})
}

// inside is what the reader of a file of several documents gives them to.
type inside struct {
	*walk
	of    *file
	depth int
	found int // parts given so far
}

// file gives a document, or another file of several, that was found inside. It
// fails when the limits are spent.
func (in *inside) file(ctx context.Context, name string, b []byte) error {
	return in.fileAs(ctx, name, b, nil)
}

// fileAs is file for a format that is known from where b was found.
func (in *inside) fileAs(ctx context.Context, name string, b []byte, form *format) error {
	if err := in.spend(name, int64(len(b))); err != nil {
		return err
	}
	in.held += int64(len(b))
	defer func() { in.held -= int64(len(b)) }()
	f := newFile(baseName(name), in.of.path+Between+name, bytes.NewReader(b), int64(len(b)))
	f.form = form
	return in.walk.file(ctx, f, in.depth+1)
}

// itself gives the file as a document of its own, beside those that it holds.
func (in *inside) itself(b []byte, doc Document, err error) error {
	if err := in.spend(in.of.path, 0); err != nil {
		return err
	}
	return in.use(Part{Name: in.of.path, Bytes: b, Document: doc, Err: err})
}

// refuse gives word of something inside that cannot be read; name is "" for the
// whole.
func (in *inside) refuse(name string, code data.FaultCode, cause error) error {
	if err := in.spend(name, 0); err != nil {
		return err
	}
	if code == data.FaultTooMuch || code == data.FaultTooLarge {
		in.bombs++
	}
	if name == "" {
		return in.fail(in.of, code, cause)
	}
	return in.use(Part{Name: in.of.path + Between + name, Err: &data.Fault{Code: code, Subject: in.of.path + Between + name, Err: cause}})
}

// spend counts a part of size bytes. It fails, having said so, when that is over
// a limit.
func (in *inside) spend(name string, size int64) error {
	in.found++
	in.parts++
	in.bytes += size
	return in.fits(name, 0)
}

// fits fails, having said so, when size bytes more are over a limit.
func (in *inside) fits(name string, size int64) error {
	if in.parts <= in.limits.Parts && in.bytes+size <= in.limits.Total && in.bombs <= maxBombs {
		return nil
	}
	cause := fmt.Errorf("over the limits at %q: %d parts, %d bytes, %d absurd", name, in.parts, in.bytes+size, in.bombs)
	if err := in.fail(in.top, data.FaultTooMuch, cause); err != nil {
		return err
	}
	return errEnough
}

func baseName(name string) string {
	name = path.Base(strings.ReplaceAll(name, `\`, "/"))
	if name == "." || name == "/" {
		return ""
	}
	return name
}

func stopped(name string, err error) error {
	return &data.Fault{Code: data.FaultStopped, Subject: name, Err: err}
}
