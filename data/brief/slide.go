package brief

import (
	"context"
	"strings"
	"time"
	"unicode/utf8"

	"lectern/data"
)

// Slide is a step looked up in the library: all that is needed to draw it.
type Slide struct {
	Kind    data.BriefStepKind
	Title   string // of a card or a note
	Words   string // of a card or a note
	Parts   []Part // the main one first; none for cards and notes
	Marking data.Marking
	Answer  bool // it is shown because somebody asked
}

// Part is a quotation of a slide, with what became of it.
type Part struct {
	data.Quote           // as it is now; of what is gone, as it was
	Fate       Fate      //
	Taken      time.Time // when it was quoted, UTC

	// Around is the report about the quotation, and Here the quotation in it, in
	// bytes of it; of a report as a whole, its beginning and nothing. Empty where the
	// report is gone.
	Around string
	Here   data.Span
	// Passages are what a report as a whole has in its lanes, in its order.
	Passages []data.Quote
}

// AsOf reports whether the part may only be shown with the day it was taken.
func (p Part) AsOf() bool { return p.Fate == Gone }

// Slide looks all quotations of a step up.
func (r *Resolver) Slide(ctx context.Context, step data.BriefStep) (Slide, error) {
	s := Slide{Kind: step.Kind, Title: step.Title, Words: step.Words}
	for _, q := range step.Quotes() {
		part, err := r.part(ctx, q)
		if err != nil {
			return Slide{}, err
		}
		s.Parts = append(s.Parts, part)
		s.Marking = data.Highest(s.Marking, part.Marking)
	}
	return s, nil
}

// AnswerSlide is what a room sees of an answer: like a statement with what
// belongs to it.
func (r *Resolver) AnswerSlide(ctx context.Context, a Answer) (Slide, error) {
	if len(a.Quotes) == 0 {
		return Slide{Kind: data.TitleCard, Answer: true}, nil
	}
	s, err := r.Slide(ctx, data.BriefStep{Kind: data.StatementStep, Main: a.Quotes[0], With: a.Quotes[1:]})
	s.Answer = true
	return s, err
}

// Fresh is a brief whose quotations carry the markings that their reports have
// now, where these may reach fewer people than those they had: whoever is shown
// what, is decided by them.
func (r *Resolver) Fresh(ctx context.Context, b data.Brief) (data.Brief, error) {
	fresh := func(q data.Quote) (data.Quote, error) {
		now, err := r.Resolve(ctx, q)
		q.Marking = data.Highest(q.Marking, now.Now.Marking)
		return q, err
	}
	steps := make([]data.BriefStep, len(b.Steps))
	for i, s := range b.Steps {
		var err error
		if len(s.Quotes()) > 0 {
			if s.Main, err = fresh(s.Main); err != nil {
				return b, err
			}
		}
		with := make([]data.Quote, len(s.With))
		for k, q := range s.With {
			if with[k], err = fresh(q); err != nil {
				return b, err
			}
		}
		s.With = with
		steps[i] = s
	}
	b.Steps = steps
	return b, nil
}

func (r *Resolver) part(ctx context.Context, q data.Quote) (Part, error) {
	got, err := r.Resolve(ctx, q)
	if err != nil {
		return Part{}, err
	}
	p := Part{Quote: got.Now, Fate: got.Fate, Taken: q.At}
	p.Marking = data.Highest(got.Now.Marking, got.Was.Marking)
	if got.Document == nil {
		return p, nil
	}
	d := *got.Document
	if q.Len() > 0 {
		p.Around, p.Here = around(d.Body, q.Span)
		return p, nil
	}
	p.Around, _ = around(d.Body, data.Span{})
	for _, passage := range d.Passages {
		if lane := passage.Shown(); lane != data.NoLane && lane != data.Background {
			p.Passages = append(p.Passages, QuoteOf(d, passage, got.Was.At))
		}
	}
	return p, nil
}

// reach is how many bytes of the report are shown on either side of a quotation.
const reach = 1400

// around is the text about a span, from and to whole paragraphs where they are
// near, else words.
func around(body string, s data.Span) (text string, here data.Span) {
	from, to := max(0, s.Start-reach), min(len(body), s.End+reach)
	for from > 0 && !utf8.RuneStart(body[from]) {
		from++
	}
	for to < len(body) && !utf8.RuneStart(body[to]) {
		to--
	}
	if from > 0 {
		if i := strings.IndexAny(body[from:s.Start], "\n"); i >= 0 {
			from += i + 1
		} else if i := strings.IndexByte(body[from:s.Start], ' '); i >= 0 {
			from += i + 1
		}
	}
	if to < len(body) {
		if i := strings.LastIndexAny(body[s.End:to], "\n"); i >= 0 {
			to = s.End + i
		} else if i := strings.LastIndexByte(body[s.End:to], ' '); i >= 0 {
			to = s.End + i
		}
	}
	return body[from:to], data.Span{Start: s.Start - from, End: s.End - from}
}
