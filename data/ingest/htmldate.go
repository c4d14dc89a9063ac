package ingest

import (
	"context"
	"strings"
	"time"

	"github.com/markusmobius/go-dateparser"
	htmldate "github.com/markusmobius/go-htmldate"
	"golang.org/x/net/html"
)

// Limits on a page that is searched for a date, which costs up to a fifth of a second
// then: bytes and tags.
const (
	maxSearched     = 400 << 10
	maxSearchedTags = 6000
)

// searchDate goes through all of a page for anything that may be the day on which it
// came out. It is a guess: one in seven is wrong.
func searchDate(ctx context.Context, page, address string, tags int) (found time.Time) {
	if len(page) > maxSearched || tags > maxSearchedTags {
		return time.Time{}
	}
	// The tree that was read is cut to its article by now.
	root := parsePage(ctx, page, tags)
	if root == nil {
		return time.Time{}
	}
	defer func() {
		if p := recover(); p != nil { // the library is not ours
			found = time.Time{}
		}
	}()
	dropScripts(root)
	got, err := htmldate.FromDocument(root, htmldate.Options{
		UseOriginalDate: true,
		URL:             address,
		MinDate:         time.Date(1990, 1, 1, 0, 0, 0, 0, time.UTC),
		// "Yesterday" says nothing of a page that was saved who knows when.
		DateParserConfig: &dateparser.Configuration{StrictParsing: true, DateOrder: dateparser.DMY, Languages: []string{"en", "uk", "ru", "de", "fr", "es", "pl"}},
	})
	if err != nil || got.IsZero() {
		return time.Time{}
	}
	t := got.DateTime
	if t.Day() == 1 && !dateIn(got.SrcString).Equal(day0(t)) {
		return time.Time{} // of a month or a year alone, such as that of the copyright
	}
	return day0(t)
}

func day0(t time.Time) time.Time {
	return time.Date(t.Year(), t.Month(), t.Day(), 0, 0, 0, 0, time.UTC)
}

// dropScripts takes out what holds dates that nobody reads.
func dropScripts(n *html.Node) {
	for c := n.FirstChild; c != nil; {
		next := c.NextSibling
		switch {
		case c.Type == html.CommentNode, c.Type == html.ElementNode && strings.Contains(" script style svg ", " "+c.Data+" "):
			n.RemoveChild(c)
		default:
			dropScripts(c)
		}
		c = next
	}
}
