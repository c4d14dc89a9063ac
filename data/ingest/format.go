package ingest

import (
	"bytes"
	"cmp"
	"context"
	"path/filepath"
	"regexp"
	"strings"

	"lectern/data"
)

// format is one kind of file that Lectern reads, told by its content: is looks
// at a file's first bytes or, for ZIP, at its directory, and never trusts its name.
type format struct {
	name string // Document.Format
	is   func(*file) bool
	// One of the two: a file that is one document, or one that holds several.
	read func(ctx context.Context, b []byte) (Document, error)
	each func(ctx context.Context, f *file, in *inside) error
	most int64 // bytes of the largest file that is read; 0 is MaxFile
}

func (f format) limit() int64 { return cmp.Or(f.most, MaxFile) }

// formats are tried in their order: the surest signs first. What none of them
// knows is text (see readPlain), or nothing that Lectern reads.
func formats() []format {
	return append(officeFormats(), []format{
		{name: "svg", is: isSVG, read: readSVG},
		{name: "pdf", is: isPDF, read: readPDF, most: maxPDF},
		// Formats that are ZIP files inside stand before the archive.
		{name: "package", is: isPackage, read: refusePackage},
		{name: "zip", is: isZIP, each: eachZIP},
		{name: "mbox", is: isMBOX, each: eachMBOX},
		{name: "mhtml", is: isMHTML, read: readMHTML},
		{name: "eml", is: isEML, each: eachEML},
		{name: "feed", is: isFeed, each: eachFeed},
		{name: "jsonfeed", is: isJSONFeed, each: eachJSONFeed},
		{name: "jsonl", is: isJSONL, each: eachJSONL},
		{name: "csv", is: isCSV, each: eachCSV},
	}...)
}

// recognise tells a file's format; one without a reader is text of some kind.
func recognise(f *file) format {
	if f.form != nil {
		return *f.form
	}
	for _, one := range formats() {
		if one.is(f) {
			return one
		}
	}
	return format{}
}

// documents are the openings of formats that carry a document Lectern does not
// read yet: the person is told to save it in another form.
var documents = []string{
	"%PDF-", "PK\x03\x04", "PK\x05\x06", "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", `{\rtf`, "AT&TFORM", "ITOLITLS", "%!PS-",
}

// binaries are the openings of things that are no documents at all.
var binaries = []string{
	"\x89PNG", "\xFF\xD8\xFF", "GIF87a", "GIF89a", "RIFF", "BM\x00", "II*\x00", "MM\x00*", "\x00\x00\x01\x00", "wOFF", "wOF2",
	"\x7FELF", "MZ", "\xCA\xFE\xBA\xBE", "\xFE\xED\xFA", "\xCF\xFA\xED\xFE", "\x1F\x8B", "BZh", "\xFD7zXZ\x00", "7z\xBC\xAF\x27\x1C",
	"Rar!\x1A\x07", "SQLite format 3\x00", "OggS", "fLaC", "ID3", "\x28\xB5\x2F\xFD", "\x00asm",
}

// refuse tells from the bytes alone why they cannot be a text document, or "".
func refuse(b []byte) data.FaultCode {
	switch {
	case len(b) == 0:
		return data.FaultEmptyFile
	case len(b) > MaxFile:
		return data.FaultTooLarge
	}
	head := b[:min(len(b), 1024)]
	// A PDF may carry rubbish before its header.
	if bytes.Contains(head, []byte("%PDF-1.")) && bytes.IndexByte(head, 0x80) >= 0 || startsWith(head, documents) {
		return data.FaultUnsupported
	}
	// Several of these openings are letters: only with control bytes behind
	// them are they binaries.
	if startsWith(head, binaries) && controlBytes(head) > 0 {
		return data.FaultNotText
	}
	return ""
}

func startsWith(b []byte, openings []string) bool {
	for _, o := range openings {
		if bytes.HasPrefix(b, []byte(o)) {
			return true
		}
	}
	return false
}

// controlBytes counts the bytes no text in an 8-bit encoding has.
func controlBytes(b []byte) int {
	n := 0
	for _, c := range b {
		if c < ' ' && c != '\t' && c != '\n' && c != '\r' && c != '\f' && c != '\v' && c != 0x1A && c != 0x1B {
			n++
		}
	}
	return n
}

var (
	htmlOpening = regexp.MustCompile(`(?i)^\s*(<\?xml[^>]*>\s*)?(<!--(?s:.*?)-->\s*)*<(!doctype\s+html|html|head|body|article|main|title|meta|div|p|h1)[\s>/]`)
	htmlTag     = regexp.MustCompile(`(?i)</(p|div|html|body|article|table|span|h[1-6]|li|a)\s*>`)
	mdHeading   = regexp.MustCompile(`(?m)^#{1,6} \S`)
	mdLink      = regexp.MustCompile(`\[[^\]\n]{1,200}\]\((https?:|#|/)[^)\s]*\)`)
	mdStrong    = regexp.MustCompile(`(\*\*|__)\S[^*_\n]{0,200}\S(\*\*|__)`)
)

// formatOf tells what kind of text this is: "html", "md" or "txt".
// Only between Markdown and plain text does the name have a say.
func formatOf(name, text string) string {
	head := text[:min(len(text), 8192)]
	ext := strings.ToLower(filepath.Ext(name))
	switch {
	case htmlOpening.MatchString(head):
		return "html"
	case (ext == ".html" || ext == ".htm" || ext == ".xhtml") && htmlTag.MatchString(text[:min(len(text), 1<<16)]):
		return "html"
	case ext == ".md" || ext == ".markdown" || ext == ".mdown":
		return "md"
	case ext == ".txt" || ext == ".text":
		return "txt"
	}
	signs := 0
	for _, sign := range []*regexp.Regexp{mdHeading, mdLink, mdStrong} {
		if sign.MatchString(head) {
			signs++
		}
	}
	if _, _, ok := frontMatter(head); ok || signs >= 2 {
		return "md"
	}
	return "txt"
}
