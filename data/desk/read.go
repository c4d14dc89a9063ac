package desk

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"lectern/data"
	"lectern/data/ingest"
)

// readFile reads a file whole, if it is one and within the limit. The error is a
// *data.Fault about its base name.
func readFile(path string) ([]byte, error) {
	return readBounded(filepath.Base(path), func() (fs.FileInfo, error) { return os.Stat(path) }, func() (fs.File, error) { return os.Open(path) })
}

// readBounded looks before it opens: opening a pipe or a device could wait for
// ever.
func readBounded(name string, stat func() (fs.FileInfo, error), open func() (fs.File, error)) ([]byte, error) {
	info, err := stat()
	if err != nil {
		return nil, fileFault(name, err)
	}
	switch {
	case !info.Mode().IsRegular():
		return nil, &data.Fault{Code: data.FaultUnsupported, Subject: name, Err: fmt.Errorf("not a file: %v", info.Mode())}
	case info.Size() > ingest.MaxFile:
		return nil, &data.Fault{Code: data.FaultTooLarge, Subject: name}
	}
	f, err := open()
	if err != nil {
		return nil, fileFault(name, err)
	}
	defer f.Close()
	// The size is only a claim: one byte more than allowed is enough to refuse.
	b, err := io.ReadAll(io.LimitReader(f, ingest.MaxFile+1))
	if err != nil {
		return nil, fileFault(name, err)
	}
	return b, nil
}

func fileFault(name string, err error) error {
	code := data.FaultNotAllowed
	if errors.Is(err, fs.ErrNotExist) {
		code = data.FaultNotFound
	}
	return &data.Fault{Code: code, Subject: name, Err: err}
}

// understand finds the text in b. A panic of a reader or the splitter is a fault
// of that one document and no reason for the program to end.
func (d *Desk) understand(ctx context.Context, name string, b []byte) (doc ingest.Document, err error) {
	defer d.survive(name, &err)
	return ingest.Read(ctx, name, b)
}

func (d *Desk) split(doc ingest.Document) (r data.Reading, err error) {
	defer d.survive(doc.Title, &err)
	return d.splitter.Split(doc.Text, hints(doc)), nil
}

func (d *Desk) survive(subject string, err *error) {
	if p := recover(); p != nil {
		d.log.Error("a document could not be read", "document", subject, "panic", fmt.Sprint(p))
		*err = &data.Fault{Code: data.FaultInternal, Subject: subject, Err: fmt.Errorf("panic: %v", p)}
	}
}
