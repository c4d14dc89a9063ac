package ingest

import (
	"archive/zip"
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"path"
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"

	"lectern/data"
)

// Limits on one archive, besides those of the walk.
const (
	maxDirectory = 48 << 20  // bytes of an archive's list of entries
	absurdRatio  = 400       // how many times its packed size a large entry may be
	ratioFrom    = 4 << 20   // bytes from which an entry is large
	maxEntry     = 128 << 20 // bytes of an archive or mailbox inside another
)

func isZIP(f *file) bool { return startsWith(f.head, []string{"PK\x03\x04", "PK\x05\x06"}) }

// isPackage recognises the formats that are ZIP files without being archives of
// documents: spreadsheets, slides, programs.
func isPackage(f *file) bool {
	archive := f.archive()
	if archive == nil {
		return false
	}
	for _, e := range archive.File[:min(len(archive.File), 50)] {
		switch e.Name {
		case "[Content_Types].xml", "META-INF/MANIFEST.MF", "mimetype", "AndroidManifest.xml":
			return true
		}
	}
	return false
}

func refusePackage(context.Context, []byte) (Document, error) {
	return Document{}, &data.Fault{Code: data.FaultUnsupported}
}

// eachZIP gives every file in an archive. What an archive claims is checked
// before anything is unpacked, and what comes out is counted.
func eachZIP(ctx context.Context, f *file, in *inside) error {
	archive := f.archive()
	if archive == nil {
		return in.refuse("", data.FaultBroken, f.zipErr)
	}
	if err := overlapping(archive.File); err != nil {
		return in.refuse("", data.FaultTooMuch, err)
	}
	pages := pageFolders(archive.File)
	for _, e := range archive.File {
		if err := ctx.Err(); err != nil {
			return stopped(f.name, err)
		}
		name := entryName(e)
		if strings.HasSuffix(name, "/") || e.Mode().Type() != 0 || isLitter(name) || inPageFolder(name, pages) {
			continue
		}
		if !isSafe(name) {
			if err := in.refuse(showName(name), data.FaultBadPath, nil); err != nil {
				return err
			}
			continue
		}
		if err := zipEntry(ctx, e, showName(name), in); err != nil {
			return err
		}
	}
	if in.found == 0 {
		return in.refuse("", data.FaultNoText, nil)
	}
	return nil
}

func zipEntry(ctx context.Context, e *zip.File, name string, in *inside) error {
	packed, claims := int64(e.CompressedSize64), int64(e.UncompressedSize64)
	switch {
	case e.Flags&1 != 0:
		return in.refuse(name, data.FaultLocked, nil)
	case e.Method != zip.Store && e.Method != zip.Deflate:
		return in.refuse(name, data.FaultUnsupported, fmt.Errorf("packed by method %d", e.Method))
	case claims < 0 || claims > maxEntry || in.held+claims > maxHeld:
		return in.refuse(name, data.FaultTooLarge, fmt.Errorf("claims %d bytes", e.UncompressedSize64))
	case claims > ratioFrom && claims/absurdRatio > packed:
		return in.refuse(name, data.FaultTooMuch, fmt.Errorf("claims %d bytes of %d", claims, packed))
	case claims == 0:
		return in.refuse(name, data.FaultEmptyFile, nil)
	}
	if err := in.fits(name, claims); err != nil {
		return err
	}
	b, err := unpack(e)
	switch {
	case errors.Is(err, errTooLarge):
		return in.refuse(name, data.FaultTooLarge, err)
	case err != nil:
		return in.refuse(name, data.FaultBroken, err)
	case isFurniture(name, b):
		return in.spend(name, int64(len(b)))
	}
	return in.file(ctx, name, b)
}

var errTooLarge = errors.New("too large")

// unpack reads an entry: its beginning first, because only a file of several
// documents may be larger than one.
func unpack(e *zip.File) ([]byte, error) {
	r, err := e.Open()
	if err != nil {
		return nil, err
	}
	defer r.Close()
	most := int64(maxEntry)
	b := make([]byte, 0, min(int64(e.UncompressedSize64), most)+1)
	for {
		n, err := r.Read(b[len(b):cap(b)])
		b = b[:len(b)+n]
		switch {
		case err == io.EOF:
			return b, nil
		case err != nil:
			return nil, err
		case int64(len(b)) > min(int64(e.UncompressedSize64), most):
			return nil, fmt.Errorf("%w: more than the %d bytes claimed", errTooLarge, e.UncompressedSize64)
		}
	}
}

// overlapping finds entries that share their packed bytes: a small file that
// unpacks to any size.
func overlapping(files []*zip.File) error {
	type span struct{ from, to int64 }
	spans := make([]span, 0, len(files))
	for _, e := range files {
		if at, err := e.DataOffset(); err == nil && e.CompressedSize64 > 0 {
			spans = append(spans, span{at, at + int64(min(e.CompressedSize64, 1<<60))})
		}
	}
	slices.SortFunc(spans, func(a, b span) int { return cmp.Compare(a.from, b.from) })
	for i := 1; i < len(spans); i++ {
		if spans[i].from < spans[i-1].to {
			return errors.New("entries overlap")
		}
	}
	return nil
}

// entryName is an entry's name in UTF-8 with slashes: old programs wrote names in
// the code page of their machine, and backslashes.
func entryName(e *zip.File) string {
	name := e.Name
	if !utf8.ValidString(name) {
		name = oldName(name)
	}
	return strings.ReplaceAll(name, `\`, "/")
}

// oldName reads a name of a DOS code page: the Cyrillic one where that gives
// nothing but letters, else the Western one.
func oldName(name string) string {
	cyrillic, _ := charmap.CodePage866.NewDecoder().String(name)
	for i := range len(name) {
		if c := name[i]; c >= 0xB0 && c < 0xE0 {
			western, _ := charmap.CodePage437.NewDecoder().String(name)
			return western
		}
	}
	return cyrillic
}

// showName is an entry's name for people: nothing in it hides or turns around.
func showName(name string) string {
	return cmp.Or(CleanLine(name), "?")
}

// isSafe reports names that stay where an archive is unpacked, on every system.
func isSafe(name string) bool {
	if name == "" || name[0] == '/' || len(name) > 1 && name[1] == ':' || strings.ContainsRune(name, 0) {
		return false
	}
	return !slices.Contains(strings.Split(name, "/"), "..")
}

// isLitter reports what systems leave in archives and nobody means to send.
func isLitter(name string) bool {
	for part := range strings.SplitSeq(name, "/") {
		if part == "__MACOSX" || strings.HasPrefix(part, ".") && part != "." && part != ".." {
			return true
		}
	}
	base := strings.ToLower(path.Base(name))
	return base == "thumbs.db" || base == "desktop.ini"
}

// pageFolders are the folders of pictures and scripts that a browser puts beside
// the pages it saves.
func pageFolders(files []*zip.File) map[string]bool {
	folders := map[string]bool{}
	for _, e := range files {
		name := entryName(e)
		if ext := strings.ToLower(path.Ext(name)); ext == ".html" || ext == ".htm" {
			stem := strings.TrimSuffix(name, path.Ext(name))
			folders[stem+"_files"], folders[stem+".files"] = true, true
		}
	}
	return folders
}

func inPageFolder(name string, folders map[string]bool) bool {
	for dir := path.Dir(name); dir != "." && dir != "/"; dir = path.Dir(dir) {
		if folders[dir] {
			return true
		}
	}
	return false
}

// isFurniture reports what comes along with documents and is none: pictures,
// sound, styles, scripts.
func isFurniture(name string, b []byte) bool {
	switch strings.ToLower(path.Ext(name)) {
	case ".css", ".js", ".ico", ".svg", ".woff", ".woff2", ".ttf":
		return true
	}
	head := b[:min(len(b), 1024)]
	return startsWith(head, binaries) && controlBytes(head) > 0
}
