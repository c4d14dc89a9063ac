package ingest

import (
	"bytes"
	"context"
	"errors"
	"strings"

	"lectern/data"
)

// officeFacts are what the program that wrote a document noted in it.
type officeFacts struct {
	title, author, publisher, created, lang string
}

// fillOffice proposes what is known of an office document. What a person wrote
// into the text goes before what a program noted: a template's title and the
// owner of a computer are noted too.
func fillOffice(doc *Document, out *flow, known officeFacts) {
	lines := strings.SplitN(doc.Text, "\n", 200)
	doc.set(Title, out.titled, FromHeading)
	if !isStockTitle(known.title) {
		doc.set(Title, known.title, FromProperties)
	}
	doc.set(Title, out.heading, FromHeading)
	if t, ok := headline(lines); ok {
		doc.set(Title, t, FromFirstLine)
	}
	readLines(lines, doc)
	if name := authorName(known.author); !isStockAuthor(name) {
		doc.set(Author, name, FromProperties)
	}
	doc.set(Publisher, known.publisher, FromProperties)
	doc.set(Lang, langTag(known.lang), FromProperties)
	doc.setPublished(dateIn(known.created), FromProperties)
}

// isStockTitle tells titles that programs give by themselves.
func isStockTitle(s string) bool {
	s = strings.ToLower(strings.TrimSpace(s))
	for _, stock := range []string{"", "untitled", "document", "microsoft word", "title", "без назви", "без имени", "документ", "word document"} {
		if s == stock || stock != "" && (strings.HasPrefix(s, stock+" - ") || strings.HasPrefix(strings.TrimLeft(strings.TrimPrefix(s, stock), " 0123456789"), ".doc")) {
			return true
		}
	}
	return !hasWords(s)
}

func isStockAuthor(s string) bool {
	switch strings.ToLower(s) {
	case "", "user", "admin", "administrator", "author", "owner", "unknown", "python-docx", "microsoft office user", "windows user", "root",
		"користувач", "пользователь", "автор", "microsoft", "pc", "lenovo", "hp", "asus", "acer", "dell":
		return true
	}
	return false
}

// hasEntry tells whether a file is a ZIP with an entry of that name, or the first
// bytes of one whose directory is gone.
func hasEntry(f *file, name string) bool {
	if !bytes.HasPrefix(f.head, []byte("PK")) {
		return false
	}
	if z := f.archive(); z != nil {
		for _, entry := range z.File {
			if entry.Name == name {
				return true
			}
		}
		return false
	}
	return len(f.head) > 30 && bytes.HasPrefix(f.head[30:], []byte(name))
}

// mimeOf is what a ZIP says it is in an entry of that name, as ODF and EPUB do.
func mimeOf(f *file) string {
	if !bytes.HasPrefix(f.head, []byte("PK\x03\x04")) || len(f.head) < 38 {
		return ""
	}
	if bytes.HasPrefix(f.head[30:], []byte("mimetype")) {
		// It is the first entry and not compressed, so that it can be read off.
		rest := f.head[38:]
		rest = rest[min(len(rest), int(f.head[28])|int(f.head[29])<<8):]
		end := bytes.Index(rest, []byte("PK"))
		if end < 0 || end > 100 {
			end = min(len(rest), 100)
		}
		if s := strings.TrimSpace(string(rest[:end])); strings.HasPrefix(s, "application/") {
			return s
		}
	}
	z := f.archive()
	if z == nil {
		return ""
	}
	for _, entry := range z.File {
		if entry.Name != "mimetype" || entry.UncompressedSize64 > 200 {
			continue
		}
		in, err := entry.Open()
		if err != nil {
			return ""
		}
		defer in.Close()
		b := make([]byte, 200)
		n, _ := in.Read(b)
		return strings.TrimSpace(string(b[:n]))
	}
	return ""
}

// officeFormats are the documents of office programs.
func officeFormats() []format {
	return []format{
		{name: "docx", is: isOOXML, read: readDOCX},
		{name: "odt", is: isODT, read: readODT},
		{name: "epub", is: isEPUB, read: readEPUB},
		{name: "fodt", is: isFlatODT, read: readFlatODT},
		{name: "rtf", is: isRTF, read: readRTF},
		{name: "qdpx", is: isQDPX, each: eachQDPX},
		{name: "doc", is: isOldOffice, read: readOldOffice},
	}
}

const oleMark = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"

// isOldOffice tells the files of Office before 2007, and newer ones with a
// password, by the names in their directory.
func isOldOffice(f *file) bool {
	return bytes.HasPrefix(f.head, []byte(oleMark))
}

var (
	errOldOffice = errors.New("a file of Office before 2007")
	errRights    = errors.New("encrypted by copy protection")
	errPassword  = errors.New("encrypted with a password")
)

// readOldOffice reads none of them; it says which it is.
func readOldOffice(_ context.Context, b []byte) (Document, error) {
	if bytes.Contains(b, wide("EncryptedPackage")) || bytes.Contains(b, wide("EncryptionInfo")) {
		return Document{}, &data.Fault{Code: data.FaultLocked, Err: errPassword}
	}
	return Document{}, &data.Fault{Code: data.FaultUnsupported, Err: errOldOffice}
}

// wide is a name as such a directory spells it.
func wide(s string) []byte {
	b := make([]byte, 0, 2*len(s))
	for _, c := range []byte(s) {
		b = append(b, c, 0)
	}
	return b
}
