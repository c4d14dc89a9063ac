package desk

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"lectern/data"
	"lectern/data/ingest"
	"lectern/data/library"
)

// openFile opens a file for reading and tells its size, if it is one. The error
// is a *data.Fault about its base name.
func openFile(path string) (*os.File, int64, error) {
	if why := refusePlace(path); why != nil {
		return nil, 0, why
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, 0, fileFault(filepath.Base(path), err)
	}
	info, err := f.Stat()
	if err != nil {
		f.Close()
		return nil, 0, fileFault(filepath.Base(path), err)
	}
	return f, info.Size(), nil
}

// refusePlace says why nothing can be read at path, nil where something can. It
// looks before anybody opens: opening a pipe or a device could wait for ever.
func refusePlace(path string) error {
	name := filepath.Base(path)
	info, err := os.Stat(path)
	if err == nil && info.IsDir() {
		_, err = os.ReadDir(path)
	}
	switch {
	case err != nil:
		return fileFault(name, err)
	case !info.Mode().IsRegular():
		return &data.Fault{Code: data.FaultUnsupported, Subject: name, Err: fmt.Errorf("not a file: %v", info.Mode())}
	case info.Size() > ingest.MaxArchive:
		return &data.Fault{Code: data.FaultTooLarge, Subject: name}
	}
	return nil
}

// asItIs is a file of an import as it is now. One that was changed since it was
// listed is read from its beginning.
func (d *Desk) asItIs(ctx context.Context, id library.ImportID, f library.ImportFile) (library.ImportFile, error) {
	info, err := os.Stat(f.Path)
	if err != nil || !info.Mode().IsRegular() || info.Size() == f.Size && info.ModTime().Equal(f.Changed) {
		return f, nil // what is wrong shows when it is read
	}
	f.Size, f.Changed, f.Parts = info.Size(), info.ModTime(), 0
	return f, d.library.RenewFile(ctx, id, f)
}

func fileFault(name string, err error) error {
	code := data.FaultNotAllowed
	if errors.Is(err, fs.ErrNotExist) {
		code = data.FaultNotFound
	}
	return &data.Fault{Code: code, Subject: name, Err: err}
}

// A panic of the splitter is a fault of that one document and no reason for the
// program to end.
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
