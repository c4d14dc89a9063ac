package brief

import (
	"context"
	"slices"
	"time"

	"lectern/data"
	briefs "lectern/data/brief"
	"lectern/data/library"
)

// Matter is what is to be added to a brief.
type Matter struct {
	Report  data.ReportID
	Passage data.PassageID // 0 for the report as a whole
	// Quoted proposes a statement as a quotation first, without what belongs to it.
	Quoted bool
	// Words are quoted in place of the passage: a stretch of the report's text, in
	// bytes. Empty means the passage.
	Words  data.Span
	Beside data.ReportID // the second report of a pair; 0 for none
	Also   []Matter      // more of the kind, a step each
}

// proposal is a matter looked up: the steps it can become.
type proposal struct {
	steps  []data.BriefStep // one of each kind that fits, the likeliest first
	also   []data.BriefStep // what follows it in any case
	doc    data.Document
	themes data.Themes
	briefs []data.Brief // the last changed first
}

// find looks a matter up.
func find(ctx context.Context, l *library.Library, m Matter, now time.Time) (p proposal, err error) {
	if p.doc, err = l.Document(ctx, m.Report); err != nil {
		return p, err
	}
	if p.themes, err = l.Themes(ctx); err != nil {
		return p, err
	}
	if p.briefs, err = l.Briefs(ctx); err != nil {
		return p, err
	}
	whole := data.BriefStep{Kind: data.LanesStep, Main: briefs.Whole(p.doc.Report, now)}
	if m.Beside != 0 {
		other, err := l.Report(ctx, m.Beside)
		if err != nil {
			return p, err
		}
		whole.Kind, whole.With = data.PairStep, []data.Quote{briefs.Whole(other, now)}
		p.steps = []data.BriefStep{whole}
		return p, nil
	}
	if p.also, err = others(ctx, l, m.Also, now); err != nil {
		return p, err
	}
	if m.Words.Len() > 0 && m.Words.End <= len(p.doc.Body) {
		p.steps = worded(p.doc, briefs.QuoteWords(p.doc, m.Words, now))
	} else if at := slices.IndexFunc(p.doc.Passages, func(one data.Passage) bool { return one.ID == m.Passage }); at >= 0 {
		p.steps = quotations(p.doc, p.doc.Passages[at], now)
		if m.Quoted {
			slices.Reverse(p.steps)
		}
	}
	p.steps = append(p.steps, whole)
	if len(p.also) > 0 {
		p.steps = p.steps[:1] // all of one kind
	}
	return p, nil
}

// others are the steps that more of a kind become.
func others(ctx context.Context, l *library.Library, all []Matter, now time.Time) (steps []data.BriefStep, err error) {
	for _, m := range all {
		d, err := l.Document(ctx, m.Report)
		if err != nil {
			return nil, err
		}
		step := data.BriefStep{Kind: data.LanesStep, Main: briefs.Whole(d.Report, now)}
		if m.Words.Len() > 0 && m.Words.End <= len(d.Body) {
			step = worded(d, briefs.QuoteWords(d, m.Words, now))[0]
		}
		steps = append(steps, step)
	}
	return steps, nil
}

// worded are the steps that a stretch of a report can become: where it is a statement
// as it stands, it may come with what belongs to it.
func worded(d data.Document, q data.Quote) []data.BriefStep {
	all := []data.BriefStep{{Kind: data.QuotationStep, Main: q}}
	if slices.ContainsFunc(d.Passages, func(p data.Passage) bool { return p.Span == q.Span && p.Shown() == data.Statement }) {
		all = append(all, data.BriefStep{Kind: data.StatementStep, Main: q})
	}
	return all
}

// quotations are the steps that a passage can become: a statement may also stand
// alone, all else can only be quoted.
func quotations(d data.Document, passage data.Passage, now time.Time) []data.BriefStep {
	q := briefs.QuoteOf(d, passage, now)
	alone := data.BriefStep{Kind: data.QuotationStep, Main: q}
	if passage.Shown() != data.Statement {
		return []data.BriefStep{alone}
	}
	return []data.BriefStep{{Kind: data.StatementStep, Main: q}, alone}
}
