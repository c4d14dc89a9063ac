package ingest

import (
	"bytes"
	"context"
	"strings"

	"lectern/data"
)

// maxPDF is the largest PDF that is read, in bytes: pictures make them large,
// and their text is a small part.
const maxPDF = 128 << 20

// isPDF knows the header, which may stand behind some rubbish.
func isPDF(f *file) bool {
	head := f.head[:min(len(f.head), 1024)]
	if bytes.HasPrefix(head, []byte("%PDF-")) {
		return true
	}
	return bytes.Contains(head, []byte("%PDF-1.")) && bytes.IndexFunc(head, func(r rune) bool { return r == '\uFFFD' }) >= 0
}

// readPDF has the lent reader find the text, and looks in the text for what the
// file itself does not say of it.
func readPDF(ctx context.Context, b []byte) (Document, error) {
	read, ok := ctx.Value(pdfKey{}).(PDFReader)
	if !ok {
		return Document{}, &data.Fault{Code: data.FaultUnsupported}
	}
	doc, err := read(ctx, b)
	if err != nil {
		return doc, err
	}
	if doc.From == nil {
		doc.From = map[Field]Origin{}
	}
	written := doc.Published // when the file was made: a day in the text knows better
	doc.Published = Document{}.Published
	lines := strings.SplitN(doc.Text, "\n", 200)
	readLines(lines, &doc)
	if t, ok := headline(lines); ok {
		doc.set(Title, t, FromFirstLine)
	}
	doc.setPublished(written, FromProperties)
	return doc, nil
}
