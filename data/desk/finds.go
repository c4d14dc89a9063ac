package desk

import (
	"context"
	"time"

	"lectern/data"
	"lectern/data/library"
	"lectern/data/split/theme"
	"lectern/data/split/when"
)

// seeker finds themes and promises, for the themes as they were when it was made.
type seeker struct {
	finder  *theme.Finder
	edition int64
}

func (d *Desk) newSeeker(ctx context.Context) (*seeker, error) {
	themes, err := d.library.Themes(ctx)
	if err != nil {
		return nil, err
	}
	return &seeker{theme.New(themes), themes.Edition()}, nil
}

func (s *seeker) seek(text string, r data.Reading, published time.Time) library.Finds {
	return library.Finds{
		Themes: s.finder.Count(text), Expectations: when.Promises(text, r, published),
		Edition: s.edition, Published: published,
	}
}
