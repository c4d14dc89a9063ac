package ingest

import (
	"archive/zip"
	"io"

	"lectern/data"
)

// file is outside bytes with what is known of them before they are read.
type file struct {
	name string // base name, "" for pasted text
	path string // for people, with the files around it
	in   io.ReaderAt
	size int64
	head []byte // the first maxHead bytes
	zip  *zip.Reader
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

// bytes is the whole of a file that is one document. It looks at the size first:
// a claim of terabytes costs nothing.
func (f *file) bytes() ([]byte, error) {
	if f.size > MaxFile {
		return nil, fault(data.FaultTooLarge, f.name)
	}
	b := make([]byte, f.size)
	if n, err := f.in.ReadAt(b, 0); n < len(b) {
		return nil, &data.Fault{Code: data.FaultNotAllowed, Subject: f.name, Err: err}
	}
	return b, nil
}

// archive is the directory of a ZIP file; nil where it has none that can be read.
func (f *file) archive() *zip.Reader {
	if f.zip == nil && len(f.head) > 4 && f.head[0] == 'P' && f.head[1] == 'K' {
		f.zip, _ = zip.NewReader(f.in, f.size)
	}
	return f.zip
}
