// Package brief works out what a brief shows: which caveats belong to a
// statement, what has become of what was quoted, what a room may see, and where a
// presentation stands.
package brief

import (
	"time"

	"lectern/data"
)

// QuoteOf quotes a passage as it is now.
func QuoteOf(d data.Document, p data.Passage, now time.Time) data.Quote {
	q := Whole(d.Report, now)
	q.Span, q.Words = p.Span, d.Body[p.Start:p.End]
	q.Lane, q.Speaker = p.Shown(), p.Speaker
	return q
}

// Whole refers to a report as a whole, as it is now.
func Whole(r data.Report, now time.Time) data.Quote {
	return data.Quote{
		Report: r.ID, Text: r.Text, Title: r.Title, Publisher: r.Publisher, Published: r.Published,
		Marking: r.Marking, At: now.UTC(),
	}
}
