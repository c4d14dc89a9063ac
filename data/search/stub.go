// Package search finds reports and passages by their words.
package search

import (
	"context"
	"errors"

	"lectern/data"
	"lectern/data/library"
)

var errSoon = errors.New("not written yet")

// Query is a search that has been understood.
type Query struct{}

// Empty reports whether there is nothing to search for.
func (q Query) Empty() bool { return true }

func Parse(text string) (Query, error) { return Query{}, errSoon }

// Found is the answer to a search: the best first, of the newest matches.
type Found struct {
	IDs    []data.ReportID
	Total  int  // how many reports match in all
	Capped bool // only the newest of them were ranked
}

func Find(ctx context.Context, lib *library.Library, q Query, f library.Filter) (Found, error) {
	return Found{}, errSoon
}

// Snippet is a match in its context.
type Snippet struct {
	Report  data.ReportID
	Text    string      // a stretch of the report, white space made plain
	Marks   []data.Span // the words found, in Text
	At      data.Span   // where the first of them stands in the report's text
	Passage data.PassageID
	Lane    data.Lane
	Speaker string
}

func Snippets(ctx context.Context, lib *library.Library, q Query, ids []data.ReportID) ([]Snippet, error) {
	return nil, errSoon
}
func Passages(ctx context.Context, lib *library.Library, q Query, f library.Filter, limit int) ([]Snippet, error) {
	return nil, errSoon
}
