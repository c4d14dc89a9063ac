package search

import (
	"context"
	"errors"

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
	for _, id := range found.IDs {
		if len(all) >= limit {
			break
		}
		if err := ctx.Err(); err != nil {
			return nil, &data.Fault{Code: data.FaultStopped, Err: err}
		}
		d, err := lib.Document(ctx, id)
		var gone *data.Fault
		if errors.As(err, &gone) && gone.Code == data.FaultNotFound {
			continue
		}
		if err != nil {
			return nil, err
		}
		for _, c := range bySentence(d, hits(q.terms, d.Body, d.Lang)) {
			if c.passage < 0 || c.terms() < len(q.terms) || len(all) >= limit {
				continue
			}
			s := snippet(d, c)
			if (f.Lane == data.NoLane || s.Lane == f.Lane) && (f.Speaker == "" || s.Speaker == f.Speaker) {
				all = append(all, s)
			}
		}
	}
	return all, nil
}
