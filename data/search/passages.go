package search

import (
	"context"
	"errors"

	"lectern/data"
	"lectern/data/library"
)

// FoundPassages is the answer to a search for passages.
type FoundPassages struct {
	Query    Query // as it was asked
	Also     []Also
	Passages []Snippet
	Looked   int         // so many reports were looked through; 0 for all that could have one
	More     bool        // there were more passages than asked for
	Reports  library.Set // those the passages stand in
}

// Passages finds the sentences that have all of the query in them: words, lane and
// speaker in the sentence, everything else in its report. They stand in the order
// of Find and of their reports, up to limit.
func Passages(ctx context.Context, lib *library.Library, q Query, ask Ask, limit int) (FoundPassages, error) {
	s, err := begin(ctx, lib, q, ask)
	if err != nil || s.root == nil {
		return FoundPassages{}, err
	}
	s.passages = true
	if err = s.look(); err != nil {
		return FoundPassages{}, err
	}
	f := FoundPassages{Query: s.found.Query, Also: s.found.Also, Looked: s.found.Looked}
	through := ask.Through
	if through == 0 {
		through = Further
	}
	ids := s.found.IDs
	if through > 0 && len(ids) > through {
		ids, f.Looked = ids[:through], through
	}
	m, opened := s.matcher(), 0
	var in []data.ReportID
	err = lib.Skim(ctx, ids, func(t library.Skimmed) error {
		opened++
		for _, c := range m.inPassages(t, limit+1) {
			if len(f.Passages) == limit {
				f.More = true
				return errEnough
			}
			f.Passages = append(f.Passages, snippet(t, m.marked(c)))
			in = append(in, t.ID)
		}
		return ctx.Err()
	})
	if errors.Is(err, errEnough) || f.More {
		err, f.Looked = nil, opened
	}
	f.Reports = library.SetOf(in)
	return f, err
}
