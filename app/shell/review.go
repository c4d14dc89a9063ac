package shell

import (
	"context"
	"slices"

	"fyne.io/fyne/v2/lang"

	"lectern/app/reading"
	"lectern/app/task"
	"lectern/data"
)

// keyReview is where it is kept how much a person wants to be asked about.
const keyReview = "review.ask"

// review is how much of what Lectern is unsure of a person wants to look at: all
// of it, until something else is chosen.
func (s *Shell) review() data.Review {
	r := data.Review(s.config.App.Preferences().StringWithFallback(keyReview, string(data.ReviewAll)))
	if r == reviewNothing {
		return data.ReviewNone
	}
	if !slices.Contains(data.Reviews(), r) {
		return data.ReviewAll
	}
	return r
}

// reviewNothing stands for data.ReviewNone in the preferences, where "" would be
// taken for no choice.
const reviewNothing = "nothing"

// askFor takes on another way to review.
func (s *Shell) askFor(r data.Review) {
	kept := string(r)
	if r == data.ReviewNone {
		kept = reviewNothing
	}
	s.config.App.Preferences().SetString(keyReview, kept)
	s.reading.Restyle()
	s.shelf.ReviewChanged()
	s.tell(reviewWords(r))
}

func reviewWords(r data.Review) string {
	switch r {
	case data.ReviewAll:
		return lang.L("Review: all that Lectern is unsure of")
	case data.ReviewMost:
		return lang.L("Review: only the most doubtful")
	}
	return lang.L("Review: ask about nothing")
}

// reviewActions are what can be done about the review queue.
func (s *Shell) reviewActions() []action {
	out := []action{{lang.L("Review: go to the next passage"), nil, s.startReview}}
	for _, r := range data.Reviews() {
		out = append(out, action{reviewWords(r), nil, func() { s.askFor(r) }})
	}
	return out
}

// startReview goes on reviewing in the report on screen, or in the first that has
// something to review.
func (s *Shell) startReview() {
	if s.front == screen(s.reading) && s.review() != data.ReviewNone {
		s.reading.NextToReview(1)
		return
	}
	s.nextReview()
}

// nextReview opens the next report with something to review, at that.
func (s *Shell) nextReview() {
	after, r, lib := data.ReportID(0), s.review(), s.config.Desk.Library()
	if s.front == screen(s.reading) {
		after = s.reading.Report().ID
	}
	task.Load(s.opener, func(ctx context.Context) (data.ReportID, error) {
		return lib.NextToReview(ctx, after, r)
	}, func(next data.ReportID, err error) {
		switch {
		case err != nil:
			s.fail(err)
		case r == data.ReviewNone:
			s.tell(reviewWords(r))
		case next == 0:
			s.tell(lang.L("Nothing is left to review in this library."))
		default:
			s.open(reading.Place{Report: next, At: -1}, func() { s.reading.NextToReview(1) })
		}
	})
}
