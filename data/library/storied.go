package library

import (
	"context"

	"lectern/data"
)

// Storied is a report that has words in common with another outlet's.
type Storied struct {
	Report data.ReportID
	Story  int  // the same for all reports that share words
	Origin bool // none of its words were found in an earlier report
}

// StoriesBy sets who works out which reports share words; the library itself
// cannot compare texts. It has to be set before the library is searched.
func (l *Library) StoriesBy(trace func(context.Context) ([]Storied, error)) { l.trace = trace }

// Storied lists the reports that have words in common with another outlet's, with
// their older versions: none where nobody works that out.
func (l *Library) Storied(ctx context.Context) ([]Storied, error) {
	if l.trace == nil {
		return nil, nil
	}
	return l.trace(ctx)
}
