package desk

import (
	"context"

	"lectern/data"
	"lectern/data/library"
	"lectern/data/library/imprint"
	"lectern/data/split"
)

// Reread splits a report again and keeps the new reading. People's decisions
// survive it.
func (d *Desk) Reread(ctx context.Context, id data.ReportID) error {
	doc, err := d.library.Document(ctx, id)
	if err != nil {
		return err
	}
	return d.library.Reread(ctx, id, d.splitter.Split(doc.Body, split.Hints{Title: doc.Title, Lang: doc.Lang}))
}

// Repair mends of the problems what can be computed again: readings from texts,
// what copies are known by, and the search index from both. It answers with those it could not mend, which
// need a backup. Damaged evidence is never touched.
func (d *Desk) Repair(ctx context.Context, problems []library.Problem) (left []library.Problem, err error) {
	if why := d.library.Why(); why != nil {
		return problems, why
	}
	again := false
	for _, p := range problems {
		switch p.Kind {
		case library.ProblemReading:
			if err := d.Reread(ctx, p.Report); err != nil {
				return problems, err
			}
			again = true
		case library.ProblemImprint:
			if err := d.renewImprint(ctx, p.Report); err != nil {
				return problems, err
			}
		case library.ProblemIndex:
			again = true
		default:
			left = append(left, p)
		}
	}
	if again {
		return left, d.library.Reindex(ctx, nil)
	}
	return left, nil
}

// renewImprint takes what copies of a report are known by again from its text.
func (d *Desk) renewImprint(ctx context.Context, id data.ReportID) error {
	doc, err := d.library.Document(ctx, id)
	if err != nil {
		return err
	}
	return d.library.RenewImprint(ctx, id, imprint.Of(doc.Title, doc.URL, doc.Body))
}
