package ingest

import (
	"cmp"
	"context"
	"encoding/xml"
	"errors"
	"io"
	"regexp"
	"strconv"
	"strings"

	"github.com/mmcdole/gofeed"
	"golang.org/x/text/language"

	"lectern/data"
)

// Limits on a feed, besides those of files.
const (
	maxFeedDepth = 200     // elements within elements
	maxFeedFrame = 1 << 20 // bytes around its entries, which each of them is kept with
)

var feedOpening = regexp.MustCompile(`(?is)^\s*(<\?xml.{0,300}?\?>\s*)?((<!--.*?-->|<!DOCTYPE[^\[>]*(\[.*?\]\s*)?>|<\?[^>]*>)\s*)*<([a-z0-9]+:)?(rss|rdf|feed)[\s>]`)

func isFeed(f *file) bool { return feedOpening.MatchString(f.text()) }

// eachFeed gives every entry of an RSS or Atom feed, as a feed of that one entry.
func eachFeed(ctx context.Context, f *file, in *inside) error {
	text, err := f.allText()
	if err != nil {
		return in.refuse("", data.FaultOf(err).Code, err)
	}
	entries, broken := cutFeed(text)
	if f := new(data.Fault); errors.As(broken, &f) {
		return in.refuse("", f.Code, broken)
	}
	if len(entries) > 0 {
		before, after := withoutEncoding(text[:entries[0].from]), text[entries[len(entries)-1].to:]
		if len(before)+len(after) > maxFeedFrame {
			return in.refuse("", data.FaultTooMuch, nil)
		}
		for i, e := range entries {
			one := before + text[e.from:e.to] + after
			if err := in.fileAs(ctx, strconv.Itoa(i+1), []byte(one), &format{name: "feed", read: readEntry}); err != nil {
				return err
			}
		}
	}
	switch {
	case broken != nil:
		return in.refuse("", data.FaultBroken, broken)
	case in.found == 0:
		return in.refuse("", data.FaultNoText, nil)
	}
	return nil
}

type entrySpan struct{ from, to int }

// cutFeed finds the entries of a feed by its tags alone: entities are never
// expanded, and nothing is kept but places. The error says why it is not whole.
func cutFeed(text string) ([]entrySpan, error) {
	d := xml.NewDecoder(strings.NewReader(text))
	d.Strict = false
	d.CharsetReader = func(_ string, in io.Reader) (io.Reader, error) { return in, nil }
	var entries []entrySpan
	depth, from, at := 0, -1, 0
	for {
		start := int(d.InputOffset())
		token, err := d.RawToken()
		if err == io.EOF {
			if depth > 0 {
				return entries, io.ErrUnexpectedEOF
			}
			return entries, nil
		}
		if err != nil {
			return entries, err
		}
		switch t := token.(type) {
		case xml.StartElement:
			if depth++; depth > maxFeedDepth {
				return nil, &data.Fault{Code: data.FaultTooDeep}
			}
			if from < 0 && (t.Name.Local == "item" || t.Name.Local == "entry") {
				from, at = start, depth
			}
		case xml.EndElement:
			if from >= 0 && depth == at {
				entries = append(entries, entrySpan{from, int(d.InputOffset())})
				from = -1
			}
			depth--
		}
	}
}

var xmlEncoding = regexp.MustCompile(`^(\s*<\?xml[^>]*?)\s+encoding\s*=\s*("[^"]*"|'[^']*')`)

// withoutEncoding is for text that is UTF-8 by now, whatever it was.
func withoutEncoding(text string) string { return xmlEncoding.ReplaceAllString(text, "$1") }

// readEntry reads a feed of one entry.
func readEntry(ctx context.Context, b []byte) (Document, error) {
	doc := Document{From: map[Field]Origin{}}
	text, encoding, ok := decode(b)
	if !ok {
		return doc, &data.Fault{Code: data.FaultNotText}
	}
	doc.Encoding = encoding
	feed, err := gofeed.NewParser().ParseString(withoutEncoding(text))
	if err != nil {
		return doc, err
	}
	if len(feed.Items) == 0 {
		return doc, errors.New("no entry")
	}
	e := feed.Items[0]
	title := CleanLine(fragmentText(ctx, e.Title))
	said := fragmentText(ctx, e.Content)
	if short := fragmentText(ctx, e.Description); len(short) > len(said) {
		said = short
	}
	doc.Text = cmp.Or(said, title)
	doc.set(Title, title, FromEntry)
	var authors []string
	for _, a := range e.Authors {
		if a != nil {
			authors = append(authors, authorName(cmp.Or(a.Name, a.Email)))
		}
	}
	doc.set(Author, strings.Join(authors, ", "), FromEntry)
	doc.setPublished(dateIn(e.Published), FromEntry)
	if e.PublishedParsed != nil {
		doc.setPublished(dayOf(*e.PublishedParsed), FromEntry)
	}
	doc.setPublished(dateIn(e.Updated), FromEntry)
	for _, link := range append([]string{e.Link, e.GUID}, e.Links...) {
		doc.set(URL, webAddress(link), FromEntry)
	}
	doc.set(Publisher, fragmentText(ctx, feed.Title), FromFeed)
	if tag, err := language.Parse(langTag(feed.Language)); err == nil { // the library writes it small
		doc.set(Lang, tag.String(), FromFeed)
	}
	return doc, nil
}
