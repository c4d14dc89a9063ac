package worker

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"
	"unicode/utf8"

	"lectern/data"
	"lectern/data/ingest"
)

// maxDeaths is how many children one file may cost before the rest of it is left
// out.
const maxDeaths = 8

// Each is ingest.Each in a child. A document that ends the child is a Part with
// Err data.FaultTookTooLong, FaultTooHungry or FaultCrashed and without Bytes, and
// the documents after it go on in another child.
func (p *Pool) Each(ctx context.Context, name string, b []byte, o ingest.Options, use func(ingest.Part) error) error {
	return p.each(ctx, request{Op: opEach, Name: name, Size: int64(len(b)), Options: o}, b, use)
}

// EachFile is Each for the file at path, which the child opens: the parent holds
// one document at a time, however large the file is.
func (p *Pool) EachFile(ctx context.Context, path string, o ingest.Options, use func(ingest.Part) error) error {
	name := filepath.Base(path)
	full, err := filepath.Abs(path)
	if err == nil {
		err = regular(full)
	}
	if err != nil {
		return use(ingest.Part{Name: name, Err: fileFault(name, err)})
	}
	return p.each(ctx, request{Op: opEach, Name: name, Path: full, Options: o}, nil, use)
}

var errNoFile = errors.New("not a file")

// regular looks before anybody opens: opening a pipe or a device could wait for
// ever.
func regular(path string) error {
	info, err := os.Stat(path)
	if err == nil && !info.Mode().IsRegular() {
		err = fmt.Errorf("%w: %v", errNoFile, info.Mode())
	}
	return err
}

func fileFault(name string, err error) error {
	code := data.FaultNotAllowed
	switch {
	case errors.Is(err, fs.ErrNotExist):
		code = data.FaultNotFound
	case errors.Is(err, errNoFile):
		code = data.FaultUnsupported
	}
	return &data.Fault{Code: code, Subject: name, Err: err}
}

// each asks again after a child has ended, past the documents that were given
// and the one that ended it.
func (p *Pool) each(ctx context.Context, r request, b []byte, use func(ingest.Part) error) error {
	last := -1
	for deaths := 0; ; deaths++ {
		f := &following{pool: p, ask: r, sent: b, use: use}
		err := f.follow(ctx)
		var died *data.Fault
		switch {
		case err == nil, f.refused != nil, !f.died, !errors.As(err, &died):
			return err
		case died.Code == data.FaultStopped:
			return &data.Fault{Code: data.FaultStopped, Subject: r.Name, Err: died.Err}
		}
		p.c.Log.Warn("a document ended its reader", "document", f.doing(), "code", died.Code, "err", died.Err)
		if err := use(ingest.Part{Name: f.doing(), Err: &data.Fault{Code: died.Code, Subject: shortName(f.doing()), Err: died.Err}}); err != nil {
			return err
		}
		r.Options.Skip += f.given + 1
		if !strings.Contains(f.doing(), ingest.Between) || deaths >= maxDeaths || r.Options.Skip == last {
			return nil
		}
		last = r.Options.Skip
	}
}

func shortName(path string) string {
	if i := strings.LastIndex(path, ingest.Between); i >= 0 {
		path = path[i+len(ingest.Between):]
	}
	return filepath.Base(path)
}

// following is one request for a file's documents.
type following struct {
	pool    *Pool
	ask     request
	sent    []byte
	use     func(ingest.Part) error
	given   int
	refused error // by use
	died    bool
	last    string
}

// doing is the document that was being read, as far as is known.
func (f *following) doing() string {
	if f.last != "" {
		return f.last
	}
	return f.ask.Name
}

func (f *following) follow(ctx context.Context) error {
	return f.pool.with(ctx, func(c *child) error {
		c.doing = ""
		c.send(f.ask, f.sent)
		err := f.listen(ctx, c)
		f.died, f.last = c.over(), c.doing
		if f.refused != nil {
			c.end() // it is in the middle of something nobody wants
		}
		return err
	})
}

// listen gives the parts on until the child is done.
func (f *following) listen(ctx context.Context, c *child) error {
	for {
		until := time.Now().Add(wholeTimes * c.limit)
		next, err := c.next(ctx, until)
		if err != nil {
			return err
		}
		switch next.kind {
		case part:
			one, err := c.part(ctx, next.body, f.sent, until)
			if err != nil {
				return err
			}
			f.given++
			if f.refused = f.use(one); f.refused != nil {
				return f.refused
			}
		case done:
			var a answer
			if err := json.Unmarshal(next.body, &a); err != nil {
				return c.nonsense(err)
			}
			return a.Fault.err()
		default:
			return c.nonsense(fmt.Errorf("a frame %q", next.kind))
		}
	}
}

// part puts a part together from its head and the bytes that follow.
func (c *child) part(ctx context.Context, head, sent []byte, until time.Time) (ingest.Part, error) {
	var h partHead
	if err := json.Unmarshal(head, &h); err != nil {
		return ingest.Part{}, c.nonsense(err)
	}
	if h.Text < 0 || h.Text > ingest.MaxText || h.Bytes < 0 || h.Bytes > maxPart {
		return ingest.Part{}, c.nonsense(fmt.Errorf("a part of %d and %d bytes", h.Text, h.Bytes))
	}
	text, err := c.blob(ctx, h.Text, until)
	if err != nil {
		return ingest.Part{}, err
	}
	one := ingest.Part{Name: h.Name, Document: h.Document, Bytes: sent, Err: h.Fault.err()}
	one.Document.Text = string(text)
	if err := sound(one); err != nil {
		return ingest.Part{}, c.nonsense(err)
	}
	if !h.Same {
		if one.Bytes, err = c.blob(ctx, h.Bytes, until); err != nil {
			return ingest.Part{}, err
		}
	}
	return one, nil
}

// sound looks whether a part is one that a reader can have made: a child that was
// taken over could say anything.
func sound(p ingest.Part) error {
	last := 0
	for _, at := range p.Document.Pages {
		if at < last || at > len(p.Document.Text) {
			return fmt.Errorf("a page at byte %d of %d", at, len(p.Document.Text))
		}
		last = at
	}
	switch {
	case !utf8.ValidString(p.Document.Text), strings.ContainsRune(p.Document.Text, 0):
		return errors.New("a text that is none")
	case p.Err == nil && p.Document.Text == "":
		return errors.New("neither a text nor a fault")
	}
	return nil
}

// maxPart is the largest original of one document, in bytes.
const maxPart = 1 << 30

func (c *child) blob(ctx context.Context, size int64, until time.Time) ([]byte, error) {
	if size == 0 {
		return nil, nil
	}
	var stopped error
	b, err := readBlob(size, func() (frame, error) {
		f, err := c.next(ctx, until)
		stopped = err
		return f, err
	})
	if err != nil && stopped == nil {
		return nil, c.nonsense(err)
	}
	return b, err
}

// nonsense ends a child that does not keep to what was agreed.
func (c *child) nonsense(why error) error {
	c.end()
	return c.fault(data.FaultCrashed, why)
}

// send sends a request without waiting: a child that does not listen is found out
// by its silence.
func (c *child) send(r request, b []byte) {
	go func() {
		if err := writeJSON(c.in, ask, r); err == nil {
			_ = writeBlob(c.in, b)
		}
	}()
}
