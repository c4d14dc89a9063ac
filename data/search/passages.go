package search

import (
	"context"

	"lectern/data"
	"lectern/data/library"
)

// Passages finds the sentences that have all of the query in them, in the order
// of Find and of the reports, up to limit. A lane or speaker in the filter is
// asked of the sentence itself.
func Passages(ctx context.Context, lib *library.Library, q Query, f library.Filter, limit int) ([]Snippet, error) {
	found, err := Find(ctx, lib, q, f)
	if err != nil {
		return nil, err
	}
	var all []Snippet
	for from := 0; from < len(found.IDs) && len(all) < limit; from += atOnce {
		ids := found.IDs[from:min(from+atOnce, len(found.IDs))]
		err := lib.Documents(ctx, ids, func(d data.Document) error {
			for _, c := range bySentence(d, hits(q.terms, d.Body, d.Lang)) {
				if c.passage < 0 || c.terms() < len(q.terms) || len(all) >= limit {
					continue
				}
				s := snippet(d, c)
				if (f.Lane == data.NoLane || s.Lane == f.Lane) && (f.Speaker == "" || s.Speaker == f.Speaker) {
					all = append(all, s)
				}
			}
			return nil
		})
		if err != nil {
			return nil, err
		}
	}
	return all, nil
}

const atOnce = 50 // reports opened in one go
