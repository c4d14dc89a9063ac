// Package ingest turns outside bytes into clean text and what is known about it.
//
// Everything that comes in is distrusted: the format is told by content and not
// by name, sizes and depths are bounded, nothing is ever fetched or run, and
// whatever the bytes hold, Read answers with a Document or a *data.Fault.
package ingest

import (
	"context"
	"path/filepath"
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
	Format    string    // "txt", "md" or "html"
	Encoding  string    // IANA name of the original's encoding
	From      map[Field]Origin
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
	FromPageTitle   Origin = "page title"
	FromAddress     Origin = "web address"
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
// document that has no title. The error is a *data.Fault about name.
func Read(ctx context.Context, name string, b []byte) (Document, error) {
	name = filepath.Base(strings.ReplaceAll(name, `\`, "/"))
	if name == "." || name == "/" {
		name = ""
	}
	doc := Document{From: map[Field]Origin{}}
	if code := refuse(b); code != "" {
		return Document{}, fault(code, name)
	}
	text, encoding, ok := decode(b)
	if !ok {
		return Document{}, fault(data.FaultNotText, name)
	}
	if strings.TrimSpace(text) == "" {
		return Document{}, fault(data.FaultNoText, name)
	}
	doc.Encoding, doc.Format = encoding, formatOf(name, text)
	var err error
	switch doc.Format {
	case "html":
		err = readHTML(ctx, text, &doc)
	case "md":
		err = readMarkdown(text, &doc)
	case "mail":
		return Document{}, fault(data.FaultUnsupported, name)
	default:
		readText(text, &doc)
	}
	if err != nil {
		return Document{}, err
	}
	switch {
	case ctx.Err() != nil:
		return Document{}, &data.Fault{Code: data.FaultStopped, Subject: name, Err: ctx.Err()}
	case len(doc.Text) > MaxText:
		return Document{}, fault(data.FaultTooLarge, name)
	case !hasWords(doc.Text):
		return Document{}, fault(data.FaultNoText, name)
	}
	finish(&doc, name)
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
	doc.set(Title, titleOfName(name), FromFileName)
	doc.set(Title, firstWords(doc.Text), FromFirstWords)
}

func fault(code data.FaultCode, name string) error {
	if name == "" {
		name = "The pasted text"
	}
	return &data.Fault{Code: code, Subject: name}
}
