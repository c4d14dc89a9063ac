package desk

import (
	"context"
	"errors"
	"path/filepath"
	"time"

	"lectern/data"
	"lectern/data/library"
)

// Progress tells how far an import is.
type Progress struct {
	Done, Total int
	Name        string // base name of the file just done
}

// Status says what became of a file.
type Status string

// What can become of a file.
const (
	StatusNew    Status = "new"
	StatusKnown  Status = "known" // it was in the library already, by its bytes or its text
	StatusFailed Status = "failed"
	// StatusVersion is new, and another version of an article in the library.
	StatusVersion Status = "version"
)

// Outcome is what became of one file.
type Outcome struct {
	Path   string
	Status Status
	Report data.ReportID // 0 where it failed
	Err    error         // a *data.Fault where it failed
}

// A batch is one transaction. Large ones make the index quick; the clock keeps
// them small enough that little is lost to a power cut.
const (
	batchReports = 2000
	batchBytes   = 32 << 20
	batchTime    = 250 * time.Millisecond
)

// Import brings in the files and folders at paths. Files are read and split on
// all cores and written in their order by one writer. There is an Outcome for
// every file and for every place that could not be looked at; one that fails
// does not stop the rest. The whole import is one undo step.
//
// The error says why not all was tried: the library cannot be written, the disk
// is full, or ctx was cancelled. What Outcomes call new or known by then is kept
// whole. progress, which may be nil, is called from this goroutine.
func (d *Desk) Import(ctx context.Context, paths []string, progress func(Progress)) ([]Outcome, error) {
	jobs := findFiles(paths)
	return d.importAll(ctx, jobs, func(path string) ([]byte, error) { return readFile(path) }, false, progress)
}

func (d *Desk) importAll(ctx context.Context, jobs []job, read reader, sample bool, progress func(Progress)) ([]Outcome, error) {
	if why := d.library.Why(); why != nil {
		return nil, why
	}
	select { // one at a time: the library tunes itself for an import
	case d.busy <- struct{}{}:
		defer func() { <-d.busy }()
	case <-ctx.Done():
		return nil, stopped(ctx)
	}
	if progress == nil {
		progress = func(Progress) {}
	}
	s, err := d.newSeeker(ctx)
	if err != nil {
		return nil, err
	}
	// The library is not told of the cancelling: what is ready is still written.
	var w *batchWriter
	working, stop := context.WithCancel(ctx)
	ready := d.prepareAll(working, jobs, read, s)
	defer func() { // nobody looks at the library after this import has ended
		stop()
		for next := range ready {
			<-next
		}
	}()
	err = d.library.Bulk(context.WithoutCancel(ctx), func(add func([]library.NewReport) ([]library.Added, error)) error {
		w = &batchWriter{add: add, sample: sample, outcomes: make([]Outcome, 0, len(jobs)), since: time.Now()}
		for next := range ready {
			one := <-next
			if ctx.Err() != nil {
				break
			}
			if err := w.take(one); err != nil {
				return err
			}
			progress(Progress{Done: len(w.outcomes) + len(w.batch), Total: len(jobs), Name: filepath.Base(one.path)})
		}
		return w.flush()
	})
	switch {
	case w == nil:
		return nil, err
	case err == nil && ctx.Err() != nil && len(w.outcomes) < len(jobs):
		err = stopped(ctx)
	}
	return w.outcomes, err
}

func stopped(ctx context.Context) error {
	return &data.Fault{Code: data.FaultStopped, Err: ctx.Err()}
}

// batchWriter gathers prepared reports and writes them a batch at a time.
type batchWriter struct {
	add      func([]library.NewReport) ([]library.Added, error)
	sample   bool
	outcomes []Outcome
	batch    []prepared
	bytes    int
	since    time.Time
}

func (w *batchWriter) take(p prepared) error {
	w.batch = append(w.batch, p)
	w.bytes += len(p.report.Body) + len(p.report.Source)
	if len(w.batch) >= batchReports || w.bytes >= batchBytes || time.Since(w.since) >= batchTime {
		return w.flush()
	}
	return nil
}

// flush writes the batch. Where the library refuses the whole, each report is
// tried by itself, so that one bad report costs nobody else's; a library that
// cannot be written at all ends the import.
func (w *batchWriter) flush() error {
	defer func() { w.batch, w.bytes, w.since = w.batch[:0], 0, time.Now() }()
	var reports []library.NewReport
	for _, p := range w.batch {
		if p.isNew() {
			p.report.Sample = w.sample
			reports = append(reports, p.report)
		}
	}
	var added []library.Added
	var err error
	if len(reports) > 0 {
		added, err = w.add(reports)
	}
	alone := err != nil && data.FaultOf(err).Code == data.FaultInternal
	if alone {
		err = nil
	}
	for _, p := range w.batch {
		o := Outcome{Path: p.path, Status: StatusFailed, Report: p.known, Err: p.err}
		switch {
		case p.err != nil:
		case p.known != 0:
			o.Status = StatusKnown
		case err != nil:
			o.Err = err
		case alone:
			var one []library.Added
			p.report.Sample = w.sample
			if one, o.Err = w.add([]library.NewReport{p.report}); o.Err == nil {
				o.Status, o.Report = statusOf(one[0]), one[0].ID
			}
		default:
			o.Status, o.Report = statusOf(added[0]), added[0].ID
			added = added[1:]
		}
		w.outcomes = append(w.outcomes, o)
	}
	return err
}

func statusOf(a library.Added) Status {
	if a.Known {
		return StatusKnown
	}
	if a.VersionOf != 0 {
		return StatusVersion
	}
	return StatusNew
}

// reader gets a job's bytes.
type reader func(path string) ([]byte, error)

// prepared is a file that has been read and split, or found known, or failed.
type prepared struct {
	path   string
	report library.NewReport
	known  data.ReportID
	err    error
}

func (p prepared) isNew() bool { return p.err == nil && p.known == 0 }

// prepare does all of a job that needs no writing.
func (d *Desk) prepare(ctx context.Context, j job, read reader, s *seeker) prepared {
	out := prepared{path: j.path, err: j.err}
	if out.err == nil && ctx.Err() != nil {
		out.err = stopped(ctx)
	}
	if out.err != nil {
		return out
	}
	b, err := read(j.path)
	if err != nil {
		out.err = err
		return out
	}
	// A file brought in before costs only its hash.
	id, known, err := d.library.Known(ctx, data.HashOf(b), data.Hash{})
	if err != nil || known {
		out.known, out.err = id, err
		return out
	}
	doc, err := d.understand(ctx, filepath.Base(j.path), b)
	if err != nil {
		out.err = err
		return out
	}
	out.report, out.err = d.report(Proposal{Document: doc, Name: filepath.Base(j.path), Source: b}, s)
	var f *data.Fault
	if out.err != nil && !errors.As(out.err, &f) {
		out.err = data.FaultOf(out.err)
	}
	return out
}
