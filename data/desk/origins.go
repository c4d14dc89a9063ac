package desk

import (
	"context"

	"lectern/data"
	"lectern/data/compare"
	"lectern/data/library"
)

// known are the stories of the library in one state of it.
type known struct {
	edition int64 // of the library's kinship, 0 before anybody asked
	stories *compare.Stories
}

// Stories tells which reports carry the same words, and from where. It is worked
// out when it is first asked for and when reports have come, gone or changed
// their outlet or day since: seconds where there are 100,000.
func (d *Desk) Stories(ctx context.Context) (*compare.Stories, error) {
	select { // one at a time, and the others wait for its answer
	case d.tracing <- struct{}{}:
		defer func() { <-d.tracing }()
	case <-ctx.Done():
		return nil, stopped(ctx)
	}
	edition, err := d.library.Kinship(ctx)
	if err != nil || edition == d.known.edition {
		return d.known.stories, err
	}
	stories, err := compare.Origins(ctx, d.library)
	if err == nil {
		d.known = known{edition, stories}
	}
	return stories, err
}

// storied tells the library, for its searches, what Stories found.
func (d *Desk) storied(ctx context.Context) ([]library.Storied, error) {
	s, err := d.Stories(ctx)
	if err != nil {
		return nil, err
	}
	return s.Reports, nil
}

// Compare sets two versions side by side.
func (d *Desk) Compare(ctx context.Context, before, after data.ReportID) (compare.Comparison, error) {
	a, err := d.library.Document(ctx, before)
	if err != nil {
		return compare.Comparison{}, err
	}
	b, err := d.library.Document(ctx, after)
	if err != nil {
		return compare.Comparison{}, err
	}
	return compare.Diff(a, b), nil
}
