package brief

import (
	"slices"
	"time"

	"lectern/data"
	briefs "lectern/data/brief"
)

// companion is a caveat or a reaction that may be shown with a statement.
type companion struct {
	quote data.Quote
	ties  []briefs.Tie // why it belongs; none where a person brought it along
	on    bool         // it is shown
}

// companions are what may be shown with the statement of a step: what the report
// has now, and what the step shows besides. d may be nil for a report that is
// gone. All are on in a new step, which has neither company nor left any out.
func companions(d *data.Document, step data.BriefStep, themes data.Themes, now time.Time) []companion {
	var all []companion
	fresh := len(step.With) == 0 && len(step.Left) == 0 && step.ID == 0
	if d != nil {
		at := slices.IndexFunc(d.Passages, func(p data.Passage) bool { return p.Start <= step.Main.Start && step.Main.Start < p.End })
		if at >= 0 {
			caveats, reactions := briefs.Belongings(*d, d.Passages[at].ID, themes)
			for _, b := range append(caveats, reactions...) {
				q := briefs.QuoteOf(*d, b.Passage, now)
				all = append(all, companion{quote: q, ties: b.Ties, on: fresh || has(step.With, q)})
			}
		}
	}
	for _, q := range step.With {
		if !slices.ContainsFunc(all, func(c companion) bool { return same(c.quote, q) }) {
			all = append(all, companion{quote: q, on: true})
		}
	}
	for _, q := range step.Left {
		if !slices.ContainsFunc(all, func(c companion) bool { return same(c.quote, q) }) {
			all = append(all, companion{quote: q})
		}
	}
	slices.SortStableFunc(all, func(a, b companion) int { return rank(a.quote.Lane) - rank(b.quote.Lane) })
	return all
}

// rank sets caveats before reactions.
func rank(l data.Lane) int {
	if l == data.Reaction {
		return 1
	}
	return 0
}

// same reports whether two quotations quote the same words.
func same(a, b data.Quote) bool { return a.Text == b.Text && a.Span == b.Span }

func has(all []data.Quote, q data.Quote) bool {
	return slices.ContainsFunc(all, func(one data.Quote) bool { return same(one, q) })
}

// accompanied is a step with those that are on. A caveat that is not, is kept
// among those left out; a reaction is only not shown. What the step showed before
// keeps the day it was quoted.
func accompanied(step data.BriefStep, all []companion) data.BriefStep {
	was := append(slices.Clone(step.With), step.Left...)
	step.With, step.Left = nil, nil
	for _, c := range all {
		q := c.quote
		if i := slices.IndexFunc(was, func(one data.Quote) bool { return same(one, q) }); i >= 0 {
			q = was[i]
		}
		switch {
		case c.on:
			step.With = append(step.With, q)
		case c.quote.Lane == data.Caveat:
			step.Left = append(step.Left, q)
		}
	}
	return step
}
