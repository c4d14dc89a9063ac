package desk

import (
	"context"
	"path/filepath"
	"time"

	"lectern/data"
	"lectern/data/ingest"
	"lectern/data/library"
	"lectern/data/library/imprint"
	"lectern/data/split"
)

// Proposal is a document that was read and not yet kept: what the form shows. A
// person may change its metadata; its text is evidence and stays.
type Proposal struct {
	ingest.Document
	Name   string        // the file's base name, "" for pasted text
	Source []byte        // the original
	Known  data.ReportID // the report it already is in this library, 0 when new
}

// Propose reads the file at path and says what was found in it. Nothing is kept.
// FaultSeveral says that the file holds more than one document, or may: Import
// brings them in.
func (d *Desk) Propose(ctx context.Context, path string) (Proposal, error) {
	if why := refusePlace(path); why != nil {
		return Proposal{}, why
	}
	name := filepath.Base(path)
	several := &data.Fault{Code: data.FaultSeveral, Subject: name}
	var only *ingest.Part
	err := d.reader.EachFile(ctx, path, ingest.Options{}, func(p ingest.Part) error {
		if only != nil || placeIn(path, p.Name) != "" {
			return several
		}
		only = &p
		return nil
	})
	switch {
	case err != nil:
		return Proposal{}, err
	case only == nil:
		return Proposal{}, &data.Fault{Code: data.FaultNoText, Subject: name}
	case only.Err != nil:
		return Proposal{}, only.Err
	}
	return d.proposal(ctx, Proposal{Document: only.Document, Name: name, Source: only.Bytes})
}

// ProposeText is Propose for pasted text.
func (d *Desk) ProposeText(ctx context.Context, pasted string) (p Proposal, err error) {
	b := []byte(pasted)
	several := &data.Fault{Code: data.FaultSeveral}
	var only *ingest.Part
	err = d.reader.Each(ctx, "", b, ingest.Options{}, func(one ingest.Part) error {
		if only != nil {
			return several
		}
		only = &one
		return nil
	})
	switch {
	case err != nil:
		return Proposal{}, err
	case only == nil:
		return Proposal{}, &data.Fault{Code: data.FaultNoText}
	case only.Err != nil:
		return Proposal{}, only.Err
	}
	return d.proposal(ctx, Proposal{Document: only.Document, Source: b})
}

// proposal adds whether the document is known.
func (d *Desk) proposal(ctx context.Context, p Proposal) (Proposal, error) {
	id, known, err := d.library.Known(ctx, data.HashOf(p.Source), data.HashOf([]byte(p.Text)))
	if known {
		p.Known = id
	}
	return p, err
}

// Keep splits a proposal and adds it to the library, as one undo step. A
// document that is there already is not added again: Added says which it is.
func (d *Desk) Keep(ctx context.Context, p Proposal) (library.Added, error) {
	s, err := d.newSeeker(ctx)
	if err != nil {
		return library.Added{}, err
	}
	r, err := d.report(p, s)
	if err != nil {
		return library.Added{}, err
	}
	added, err := d.library.Add(ctx, []library.NewReport{r})
	if err != nil {
		return library.Added{}, err
	}
	return added[0], nil
}

// report is a proposal made ready for the library.
func (d *Desk) report(p Proposal, s *seeker) (library.NewReport, error) {
	reading, err := d.split(p.Document)
	if err != nil {
		return library.NewReport{}, err
	}
	return library.NewReport{
		Report: data.Report{
			Title: p.Title, Author: p.Author, Publisher: p.Publisher, URL: p.URL, Lang: p.Lang,
			Published: dayOf(p.Published), Format: p.Format, FileName: p.Name,
		},
		Body: p.Text, Source: p.Source, Reading: reading,
		Finds:   s.seek(p.Text, reading, dayOf(p.Published)),
		Imprint: imprint.Of(p.Title, p.URL, p.Text),
		From:    foundIn(p.From),
	}, nil
}

func foundIn(from map[ingest.Field]ingest.Origin) map[string]string {
	all := make(map[string]string, len(from))
	for field, place := range from {
		all[string(field)] = string(place)
	}
	return all
}

func hints(doc ingest.Document) split.Hints { return split.Hints{Title: doc.Title, Lang: doc.Lang} }

// dayOf is the day of t as it is written, in UTC at 00:00.
func dayOf(t time.Time) time.Time {
	if t.IsZero() {
		return t
	}
	return time.Date(t.Year(), t.Month(), t.Day(), 0, 0, 0, 0, time.UTC)
}
