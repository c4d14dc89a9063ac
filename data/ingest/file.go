package ingest

import (
	"archive/zip"
	"errors"
	"io"
	"math"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/htmlindex"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"

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
	// columns are what a person said of a table; nil where nobody did.
	columns map[Field]string
	said    *string // text of the head, once it was asked for
	zip     *zip.Reader
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

// text is the head as text, "" where it is none. Its end may be cut.
func (f *file) text() string {
	if f.said == nil {
		text, _, ok := decode(f.head)
		if !ok {
			text = ""
		}
		f.said = &text
	}
	return *f.said
}

// allText is the whole of a file that is text.
func (f *file) allText() (string, error) {
	b, err := f.bytes(MaxFile)
	if err != nil {
		return "", err
	}
	text, _, ok := decode(b)
	if !ok {
		return "", fault(data.FaultNotText, f.path)
	}
	return text, nil
}

// reader reads the whole file in UTF-8, as far as its head tells the encoding.
func (f *file) reader() io.Reader {
	in := io.NewSectionReader(f.in, 0, f.size)
	_, name, _ := decode(f.head)
	var enc encoding.Encoding
	switch name {
	case "utf-8":
		return transform.NewReader(in, unicode.BOMOverride(transform.Nop))
	case "utf-16le":
		enc = unicode.UTF16(unicode.LittleEndian, unicode.UseBOM)
	case "utf-16be":
		enc = unicode.UTF16(unicode.BigEndian, unicode.UseBOM)
	default:
		var err error
		if enc, err = htmlindex.Get(name); err != nil {
			return in
		}
	}
	return transform.NewReader(in, enc.NewDecoder())
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
