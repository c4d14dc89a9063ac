// Package ingest turns outside bytes into clean text and what is known about it.
//
// Everything that comes in is distrusted: the format is told by content and not
// by name, sizes and depths are bounded, nothing is ever fetched or run, and
// whatever the bytes hold, Read answers with a Document or a *data.Fault.
package ingest

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"fmt"
	"strings"
	"time"

	"lectern/data"
)

// Limits, in bytes. A document over its limit is refused before it is parsed.
const (
	MaxFile = 32 << 20 // any original; saved HTML comes close
	MaxText = 16 << 20 // the text kept of it
)

// Document is what was found in an original: proposals for a person to look at.
type Document struct {
	Text      string // UTF-8, lines end in \n, blocks stand an empty line apart
	Title     string
	Author    string
	Publisher string
	URL       string
	Lang      string    // BCP 47, "" when it cannot be told
	Published time.Time // the day as written in the document, in UTC at 00:00
	Format    string    // "txt", "md", "html", "eml", ...: see formats
	Encoding  string    // IANA name of the original's encoding
	From      map[Field]Origin
	Pages     []int // byte offsets in Text at which the pages begin; nil for a format without pages
}

// Field names one piece of a Document that a person can correct.
type Field string

// The fields whose origin is recorded.
const (
	Title     Field = "title"
	Author    Field = "author"
	Publisher Field = "publisher"
	URL       Field = "url"
	Lang      Field = "lang"
	Published Field = "published"
)

// Origin says where a field was found, as a stable word for the screens.
type Origin string

// Where a field can come from.
const (
	FromFileName    Origin = "file name"
	FromFirstLine   Origin = "first line"
	FromFirstWords  Origin = "first words"
	FromLine        Origin = "line in the text" // "By …", "Source: …", a date
	FromDateline    Origin = "dateline"
	FromFrontMatter Origin = "front matter"
	FromHeading     Origin = "heading"
	FromMeta        Origin = "html meta"
	FromJSONLD      Origin = "json-ld"
	FromMarkup      Origin = "html markup" // <time>, rel=author, class names
	FromByline      Origin = "byline"      // a line of a page beside its heading
	FromPageTitle   Origin = "page title"
	FromAddress     Origin = "web address"
	FromProperties  Origin = "document properties" // what the program that wrote the file noted in it
	FromSearch      Origin = "search of the page"  // found by going through all of it: only likely
	FromMail        Origin = "mail header"         // From, Subject, Date
	FromSaved       Origin = "saved page"          // what a browser noted when saving it
	FromFeed        Origin = "feed"                // what holds of all entries of a feed
	FromEntry       Origin = "feed entry"
	FromColumn      Origin = "column"  // of a table
	FromWriting     Origin = "writing" // letters and words of the text
)

// set fills a field once: the first, best source wins.
func (d *Document) set(f Field, value string, from Origin) {
	into := map[Field]*string{Title: &d.Title, Author: &d.Author, Publisher: &d.Publisher, URL: &d.URL, Lang: &d.Lang}[f]
	if into == nil || *into != "" {
		return
	}
	if f != URL {
		value = CleanLine(value)
	}
	if value == "" {
		return
	}
	*into = value
	d.From[f] = from
}

func (d *Document) setPublished(t time.Time, from Origin) {
	if t.IsZero() || !d.Published.IsZero() {
		return
	}
	d.Published = t
	d.From[Published] = from
}

// Read finds the text and metadata in b. name is the file's base name, "" for
// pasted text; it only helps to tell Markdown from plain text and to title a
// document that has no title. The error is a *data.Fault about name;
// data.FaultSeveral where b holds more than one document (see Each).
func Read(ctx context.Context, name string, b []byte) (Document, error) {
	f := newFile(baseName(name), baseName(name), bytes.NewReader(b), int64(len(b)))
	form := recognise(f)
	if form.each == nil {
		return read(ctx, f, form, b)
	}
	var only Part
	found := 0
	several := fault(data.FaultSeveral, f.name)
	err := Each(ctx, name, b, Options{}, func(p Part) error {
		if found++; found > 1 {
			return several
		}
		only = p
		return nil
	})
	if err = cmp.Or(err, only.Err); err != nil {
		return Document{}, err
	}
	return only.Document, nil
}

// read reads a file that is one document. Readers stand on libraries that are not
// ours and the bytes are not to be trusted: a panic is a fault of this one.
func read(ctx context.Context, f *file, form format, b []byte) (doc Document, err error) {
	defer func() {
		if p := recover(); p != nil {
			doc, err = Document{}, &data.Fault{Code: data.FaultInternal, Subject: nameOrPasted(f.path), Err: fmt.Errorf("panic: %v", p)}
		}
	}()
	switch {
	case len(b) == 0:
		return Document{}, fault(data.FaultEmptyFile, f.path)
	case int64(len(b)) > form.limit():
		return Document{}, fault(data.FaultTooLarge, f.path)
	case form.read != nil:
		doc, err = form.read(ctx, b)
		doc.Format = cmp.Or(doc.Format, form.name)
	default:
		doc, err = readPlain(ctx, f.name, b)
	}
	return settle(ctx, doc, err, f)
}

// settle makes what a reader found in f fit to be kept, or a fault about it.
func settle(ctx context.Context, doc Document, err error, f *file) (Document, error) {
	name := f.path
	var known *data.Fault
	switch {
	case ctx.Err() != nil:
		return Document{}, stopped(name, ctx.Err())
	case errors.As(err, &known):
		return Document{}, &data.Fault{Code: known.Code, Subject: nameOrPasted(name), Err: known.Err}
	case err != nil:
		return Document{}, &data.Fault{Code: data.FaultBroken, Subject: nameOrPasted(name), Err: err}
	case len(doc.Text) > MaxText:
		return Document{}, fault(data.FaultTooLarge, name)
	case !hasWords(doc.Text):
		return Document{}, fault(data.FaultNoText, name)
	}
	if doc.From == nil {
		doc.From = map[Field]Origin{}
	}
	doc.Encoding = cmp.Or(doc.Encoding, "utf-8")
	finish(&doc, f.name)
	return doc, nil
}

// readPlain reads the formats that are text themselves: HTML, Markdown and
// plain text.
func readPlain(ctx context.Context, name string, b []byte) (Document, error) {
	doc := Document{From: map[Field]Origin{}}
	if code := refuse(b); code != "" {
		return doc, fault(code, name)
	}
	text, encoding, ok := decode(b)
	if !ok {
		return doc, fault(data.FaultNotText, name)
	}
	if strings.TrimSpace(text) == "" {
		return doc, fault(data.FaultNoText, name)
	}
	doc.Encoding, doc.Format = encoding, formatOf(name, text)
	switch doc.Format {
	case "html":
		return doc, readHTML(ctx, text, &doc)
	case "md":
		return doc, readMarkdown(text, &doc)
	}
	if len(text) > MaxText { // before any work on it
		return doc, fault(data.FaultTooLarge, name)
	}
	readText(text, &doc)
	return doc, nil
}

// finish fills what every format can fill in the same way.
func finish(doc *Document, name string) {
	declared := doc.Lang
	if guessed := GuessLang(doc.Text); guessed != "" && !sameLang(guessed, declared) && doubtful(declared) {
		// Page templates lie about language far more often than letters do.
		doc.Lang = guessed
		doc.From[Lang] = FromWriting
	}
	doc.set(Publisher, siteOf(doc.URL), FromAddress)
	doc.setPublished(dateInURL(doc.URL), FromAddress)
	if !isCounter(name) {
		doc.set(Title, titleOfName(name), FromFileName)
	}
	doc.set(Title, firstWords(doc.Text), FromFirstWords)
}

// isCounter reports the names that parts of a file get for their place in it.
func isCounter(name string) bool { return len(name) < 8 && strings.Trim(name, "0123456789") == "" }

func fault(code data.FaultCode, name string) error {
	return &data.Fault{Code: code, Subject: nameOrPasted(name)}
}

func nameOrPasted(name string) string { return cmp.Or(name, "The pasted text") }
