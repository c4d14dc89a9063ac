package brief

import (
	"context"

	"lectern/data"
	"lectern/data/library"
)

// Fate says what has become of something quoted. Screens translate it by the key
// "fate.<word>".
type Fate string

const (
	AsItWas   Fate = "same"
	Corrected Fate = "corrected" // a lane, a speaker or the report's details changed
	Moved     Fate = "moved"     // the report was removed; the same text is there again
	Renewed   Fate = "renewed"   // a newer version of the report is in the library
	Gone      Fate = "gone"      // the report is no longer in the library
)

// Resolved is a quotation looked up again.
type Resolved struct {
	// Now is the quotation as it is now; of what is gone, as it was at Was.At.
	Now data.Quote
	Was data.Quote
	// Fate is what must be said of it; where several hold, the gravest.
	Fate Fate
	// Document is the report it stands in, nil for one that is gone.
	Document *data.Document
}

// AsOf reports whether the quotation may only be shown with the day it was taken.
func (r Resolved) AsOf() bool { return r.Fate == Gone }

// Resolver looks quotations up, and reads each report once.
type Resolver struct {
	lib       *library.Library
	documents map[data.ReportID]*data.Document
	copies    map[data.Hash]data.ReportID
}

// NewResolver makes a resolver for one look at a library.
func NewResolver(lib *library.Library) *Resolver {
	return &Resolver{lib: lib, documents: make(map[data.ReportID]*data.Document), copies: make(map[data.Hash]data.ReportID)}
}

// Resolve looks one quotation up. Words are only ever taken from the library
// where they are, byte for byte, what was quoted.
func (r *Resolver) Resolve(ctx context.Context, was data.Quote) (Resolved, error) {
	d, err := r.document(ctx, was)
	if err != nil {
		return Resolved{}, err
	}
	if d == nil {
		return Resolved{Now: was, Was: was, Fate: Gone}, nil
	}
	now := was
	now.Report, now.Title, now.Publisher, now.Published, now.Marking = d.ID, d.Title, d.Publisher, d.Published, d.Marking
	if was.Len() > 0 {
		if lane, speaker, ok := voiceOf(*d, was.Span); ok {
			now.Lane, now.Speaker = lane, speaker
		}
	}
	return Resolved{Now: now, Was: was, Fate: fate(was, now, d), Document: d}, nil
}

func fate(was, now data.Quote, d *data.Document) Fate {
	switch {
	case was.Report != now.Report:
		return Moved
	case d.Older:
		return Renewed
	case was.Lane != now.Lane || was.Speaker != now.Speaker || was.Title != now.Title ||
		was.Publisher != now.Publisher || !was.Published.Equal(now.Published):
		return Corrected
	}
	return AsItWas
}

// document is the report quoted, or one of the same text; nil where there is
// neither, or where the words do not stand at their place.
func (r *Resolver) document(ctx context.Context, q data.Quote) (*data.Document, error) {
	for _, find := range []func(context.Context, data.Quote) (data.ReportID, error){
		func(context.Context, data.Quote) (data.ReportID, error) { return q.Report, nil }, r.copyOf,
	} {
		id, err := find(ctx, q)
		if err != nil {
			return nil, err
		}
		d, err := r.open(ctx, id)
		if err != nil {
			return nil, err
		}
		if d != nil && d.Text == q.Text && q.End <= len(d.Body) && d.Body[q.Start:q.End] == q.Words {
			return d, nil
		}
	}
	return nil, nil
}

func (r *Resolver) copyOf(ctx context.Context, q data.Quote) (data.ReportID, error) {
	if id, ok := r.copies[q.Text]; ok {
		return id, nil
	}
	id, _, err := r.lib.Known(ctx, data.Hash{}, q.Text)
	r.copies[q.Text] = id
	return id, err
}

func (r *Resolver) open(ctx context.Context, id data.ReportID) (*data.Document, error) {
	if d, ok := r.documents[id]; ok || id == 0 {
		return d, nil
	}
	d, err := r.lib.Document(ctx, id)
	if data.FaultOf(err) != nil && data.FaultOf(err).Code != data.FaultNotFound {
		return nil, err
	}
	var found *data.Document
	if err == nil {
		found = &d
	}
	r.documents[id] = found
	return found, nil
}
