package ingest

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io"
	"path"
	"strings"

	"lectern/data"
)

// Limits on a document that is a ZIP of parts, in bytes. They bound what is truly
// unpacked: the sizes that a file claims are never believed.
const (
	maxEntries  = 50_000    // entries in one document
	maxPart     = 64 << 20  // of one part, unpacked
	maxUnpacked = 128 << 20 // of all parts that are read, unpacked
	maxRatio    = 250       // unpacked to packed, once past freeRatio
	freeRatio   = 4 << 20
)

// bundle is a document that is a ZIP of parts: DOCX, ODT, EPUB. Parts are read by
// their exact names and never written anywhere, so that an entry named to climb
// out leads nowhere.
type bundle struct {
	parts map[string]*zip.File // the first of each name
	left  int64                // bytes that may still be unpacked
}

func openBundle(b []byte) (*bundle, error) {
	z, err := zip.NewReader(bytes.NewReader(b), int64(len(b)))
	if err != nil {
		return nil, &data.Fault{Code: data.FaultBroken, Err: err}
	}
	return bundleOf(z)
}

func bundleOf(z *zip.Reader) (*bundle, error) {
	if len(z.File) > maxEntries {
		return nil, &data.Fault{Code: data.FaultTooMuch, Err: fmt.Errorf("%d entries", len(z.File))}
	}
	all := &bundle{parts: map[string]*zip.File{}, left: maxUnpacked}
	for _, f := range z.File {
		name := partName(f.Name)
		if _, known := all.parts[name]; !known {
			all.parts[name] = f
		}
	}
	return all, nil
}

// partName is an entry's name as other parts refer to it.
func partName(name string) string {
	return strings.TrimPrefix(path.Clean("/"+strings.ReplaceAll(name, `\`, "/")), "/")
}

var errNoPart = errors.New("a part is missing")

func (a *bundle) has(name string) bool { return a.parts[name] != nil }

// open reads a part; what is read counts against the limits.
func (a *bundle) open(name string) (io.ReadCloser, error) {
	f := a.parts[partName(name)]
	switch {
	case f == nil:
		return nil, &data.Fault{Code: data.FaultBroken, Err: fmt.Errorf("%w: %q", errNoPart, name)}
	case f.Flags&1 != 0:
		return nil, &data.Fault{Code: data.FaultLocked, Err: fmt.Errorf("%q is encrypted", name)}
	}
	in, err := f.Open()
	if err != nil {
		return nil, &data.Fault{Code: data.FaultBroken, Err: err}
	}
	return &partReader{ReadCloser: in, of: a, packed: int64(f.CompressedSize64)}, nil
}

// read is the whole of a part.
func (a *bundle) read(name string) ([]byte, error) {
	in, err := a.open(name)
	if err != nil {
		return nil, err
	}
	defer in.Close()
	return io.ReadAll(in)
}

// partReader stops where a part turns out larger than a document's may be.
type partReader struct {
	io.ReadCloser
	of     *bundle
	packed int64
	done   int64
}

func (r *partReader) Read(p []byte) (int, error) {
	n, err := r.ReadCloser.Read(p)
	r.done += int64(n)
	r.of.left -= int64(n)
	switch {
	case r.done > maxPart, r.of.left < 0, r.done > freeRatio && r.done > r.packed*maxRatio:
		return 0, &data.Fault{Code: data.FaultTooMuch, Err: fmt.Errorf("%d bytes of %d packed", r.done, r.packed)}
	case err != nil && err != io.EOF:
		return n, &data.Fault{Code: data.FaultBroken, Err: err}
	}
	return n, err
}
