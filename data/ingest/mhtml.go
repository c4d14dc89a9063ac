package ingest

import (
	"bytes"
	"cmp"
	"context"
	"strings"

	"lectern/data"
)

// isMHTML recognises a page that a browser saved as one file: a message that
// nobody sent, whose parts have web addresses.
func isMHTML(f *file) bool {
	head, _ := splitHeader(f.head)
	if head.raw("MIME-Version") == "" || head.has("To", "Received", "Message-ID") > 0 {
		return false
	}
	kind := strings.ToLower(head.raw("Content-Type"))
	return strings.HasPrefix(strings.ToLower(head.said("From")), "<saved by") || head.raw("Snapshot-Content-Location") != "" ||
		(strings.HasPrefix(kind, "multipart/related") || strings.HasPrefix(kind, "text/html") || strings.HasPrefix(kind, "multipart/alternative")) &&
			bytes.Contains(bytes.ToLower(f.head), []byte("\ncontent-location:"))
}

// readMHTML reads the page of a saved one; the pictures and frames around it are
// left alone.
func readMHTML(ctx context.Context, b []byte) (Document, error) {
	doc := Document{From: map[Field]Origin{}}
	root, err := splitMIME(b)
	if err != nil {
		return doc, err
	}
	page := pageOf(root)
	if page == nil {
		return doc, &data.Fault{Code: data.FaultNoText}
	}
	text, encoding := page.text()
	doc.Encoding = encoding
	err = readHTML(ctx, text, &doc)
	for _, place := range []string{root.header.raw("Snapshot-Content-Location"), page.header.raw("Content-Location"), root.header.raw("Content-Location")} {
		doc.set(URL, webAddress(strings.Trim(place, "<>")), FromSaved)
	}
	doc.set(Title, root.header.said("Subject"), FromSaved)
	return doc, err
}

// pageOf is the part that the others belong to: the one named as the start, else
// the first page.
func pageOf(root *entity) *entity {
	start := strings.Trim(root.params["start"], "<>")
	var first, named *entity
	var look func(e *entity)
	look = func(e *entity) {
		if e.kind == "text/html" || e.kind == "application/xhtml+xml" {
			first = cmp.Or(first, e)
			if start != "" && strings.Trim(e.header.raw("Content-ID"), "<> ") == start {
				named = cmp.Or(named, e)
			}
		}
		for _, part := range e.parts {
			look(part)
		}
	}
	look(root)
	return cmp.Or(named, first)
}
