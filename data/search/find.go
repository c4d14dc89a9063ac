package search

import (
	"context"

	"lectern/data"
	"lectern/data/library"
)

// Found is the answer to a search.
type Found struct {
	IDs    []data.ReportID // the best first
	Total  int             // how many reports match in all
	Capped bool            // only the newest 2,000 of them were ranked, and stand in IDs
}

// ranked is how many matches are weighed against each other. It keeps a search
// for the commonest words as quick as one for a name.
const ranked = 2000

// Find searches titles, texts and speakers of the reports that pass the filter.
// A word in the title weighs most, then a speaker's name. While no more than
// the first three letters of a word are typed there is nothing to weigh, and the
// latest to come in go first. An empty query finds nothing.
func Find(ctx context.Context, lib *library.Library, q Query, f library.Filter) (Found, error) {
	if q.Empty() {
		return Found{}, nil
	}
	m, err := lib.Match(ctx, library.Search{Expression: q.expression(), Filter: f, Most: ranked, Rank: !q.vague()})
	return Found{IDs: m.IDs, Total: m.Total, Capped: m.Capped}, err
}
