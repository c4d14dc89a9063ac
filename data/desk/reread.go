package desk

import (
	"context"
	"fmt"
	"runtime"
	"sync"

	"lectern/data"
	"lectern/data/library"
	"lectern/data/library/imprint"
	"lectern/data/split"
)

// Renewal is what became of looking through reports again.
type Renewal struct {
	Done   int             // reports that are up to date again
	Failed []data.ReportID // those whose text could not be split; they stay as they were
}

// RereadAll splits every report again whose reading another model made, and looks
// again for themes and promises where those are out of date. Nothing that a
// person did is touched: a decision stays where its words still are one sentence,
// and is marked astray where they are not.
//
// It works in batches, each kept as soon as it is done, so that it can be
// cancelled at any time and goes on where it stopped. progress, which may be nil,
// is called from this goroutine.
func (d *Desk) RereadAll(ctx context.Context, progress func(Progress)) (Renewal, error) {
	return d.renewAll(ctx, d.splitter.Model(), progress)
}

// Retag looks again for themes and promises where those are out of date, as
// after a theme was changed. Readings stay. It can be cancelled like RereadAll.
func (d *Desk) Retag(ctx context.Context, progress func(Progress)) (Renewal, error) {
	return d.renewAll(ctx, "", progress)
}

// renewBatch is how many reports are looked through before they are written:
// enough to be quick, few enough that a person at work hardly waits.
const renewBatch = 64

func (d *Desk) renewAll(ctx context.Context, model string, progress func(Progress)) (Renewal, error) {
	var done Renewal
	if why := d.library.Why(); why != nil {
		return done, why
	}
	s, err := d.newSeeker(ctx)
	if err != nil {
		return done, err
	}
	ids, err := d.library.Stale(ctx, model)
	if err != nil {
		return done, err
	}
	for from := 0; from < len(ids); from += renewBatch {
		part := ids[from:min(from+renewBatch, len(ids))]
		if ctx.Err() != nil {
			return done, stopped(ctx)
		}
		renewed, failed, last, err := d.look(ctx, part, model, s)
		if err == nil {
			err = d.library.Renew(ctx, renewed)
		}
		if ctx.Err() != nil {
			return done, stopped(ctx)
		}
		if err != nil {
			return done, err
		}
		done.Done += len(renewed)
		done.Failed = append(done.Failed, failed...)
		if progress != nil {
			progress(Progress{Done: from + len(part), Total: len(ids), Name: last})
		}
	}
	return done, nil
}

// look reads reports and works out on all cores what is new about them. last is
// the title of the last.
func (d *Desk) look(ctx context.Context, ids []data.ReportID, model string, s *seeker) (renewed []library.Renewed, failed []data.ReportID, last string, err error) {
	var docs []data.Document
	err = d.library.Documents(ctx, ids, func(doc data.Document) error {
		docs = append(docs, doc)
		return nil
	})
	results, errs := make([]library.Renewed, len(docs)), make([]error, len(docs))
	var working sync.WaitGroup
	free := make(chan struct{}, runtime.GOMAXPROCS(0))
	for i := range docs {
		free <- struct{}{}
		working.Go(func() {
			results[i], errs[i] = d.renew(docs[i], model, s)
			<-free
		})
	}
	working.Wait()
	for i, doc := range docs {
		last = doc.Title
		if errs[i] != nil {
			failed = append(failed, doc.ID)
			continue
		}
		renewed = append(renewed, results[i])
	}
	return renewed, failed, last, err
}

// renew works out what is new about one report.
func (d *Desk) renew(doc data.Document, model string, s *seeker) (r library.Renewed, err error) {
	defer d.survive(fmt.Sprintf("report %d", doc.ID), &err)
	r.ID = doc.ID
	reading := data.Reading{Attributions: doc.Attributions}
	for _, p := range doc.Passages {
		reading.Sentences = append(reading.Sentences, p.Sentence)
	}
	if model != "" && doc.Model != model {
		reading = d.splitter.Split(doc.Body, split.Hints{Title: doc.Title, Lang: doc.Lang})
		r.Reading = &reading
	}
	r.Finds, r.Imprint = s.seek(doc.Body, reading, doc.Published), imprint.Of(doc.Title, doc.URL, doc.Body)
	return r, nil
}
