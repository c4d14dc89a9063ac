package desk

import (
	"context"

	"lectern/data"
	"lectern/data/library"
)

// Describe corrects what is known about a report. What it promises is dated
// again, because "within two weeks" counts from the day of publication.
func (d *Desk) Describe(ctx context.Context, id data.ReportID, details library.Details) error {
	before, err := d.library.Report(ctx, id)
	if err != nil {
		return err
	}
	if err := d.library.Describe(ctx, id, details); err != nil || before.Published.Equal(dayOf(details.Published)) {
		return err
	}
	s, err := d.newSeeker(ctx)
	if err != nil {
		return err
	}
	renewed, _, _, err := d.look(ctx, []data.ReportID{id}, "", s)
	if err != nil {
		return err
	}
	return d.library.Renew(ctx, renewed)
}
