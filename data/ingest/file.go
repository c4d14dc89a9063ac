package ingest

import (
	"archive/zip"
	"errors"
	"io"
	"math"

	"lectern/data"
)

// file is outside bytes with what is known of them before they are read.
type file struct {
	name string // base name, "" for pasted text
	path string // for people, with the files around it
	in   io.ReaderAt
	size int64
	head []byte  // the first maxHead bytes
	form *format // where it is known already
	zip  *zip.Reader
	// zipErr is why the directory of a ZIP file could not be read.
	zipErr error
}

// maxHead is how much of a file tells its format, in bytes.
const maxHead = 64 << 10

func newFile(name, path string, in io.ReaderAt, size int64) *file {
	f := &file{name: name, path: path, in: in, size: size}
	f.head = make([]byte, min(size, maxHead))
	n, _ := in.ReadAt(f.head, 0) // what cannot be read shows when all of it is
	f.head = f.head[:n]
	return f
}

// bytes is the whole of a file that is one document of at most limit bytes. It
// looks at the size first: a claim of terabytes costs nothing.
func (f *file) bytes(limit int64) ([]byte, error) {
	if f.size > limit {
		return nil, fault(data.FaultTooLarge, f.path)
	}
	b := make([]byte, f.size)
	if n, err := f.in.ReadAt(b, 0); n < len(b) {
		return nil, &data.Fault{Code: data.FaultNotAllowed, Subject: nameOrPasted(f.path), Err: err}
	}
	return b, nil
}

// archive is the directory of a ZIP file; nil where it has none that can be read.
func (f *file) archive() *zip.Reader {
	if f.zip == nil && f.zipErr == nil && isZIP(f) {
		in := &directoryReader{ReaderAt: f.in, left: maxDirectory}
		f.zip, f.zipErr = zip.NewReader(in, f.size)
		in.left = math.MaxInt64
	}
	return f.zip
}

// directoryReader bounds how long a list of entries may be.
type directoryReader struct {
	io.ReaderAt
	left int64
}

func (r *directoryReader) ReadAt(p []byte, at int64) (int, error) {
	if r.left -= int64(len(p)); r.left < 0 {
		return 0, errors.New("the list of entries has no end")
	}
	return r.ReaderAt.ReadAt(p, at)
}
