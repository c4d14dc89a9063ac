package desk

import (
	"context"
	"errors"
	"path/filepath"
	"time"

	"lectern/data"
	"lectern/data/ingest"
	"lectern/data/library"
)

// Import brings in the files and folders of an order. Files are read and split
// on all cores and written in their order by one writer. The library keeps what
// became of every document, and of every place that could not be looked at; one
// that fails does not stop the rest. The whole import is one undo step.
//
// The error says why not all was tried: there was nothing to read, the library
// cannot be written, the disk is full, or ctx was cancelled. What was kept by
// then stays, and Resume goes on from there. When ctx was cancelled with a
// *data.Fault as its cause, a person stopped it; otherwise the program is
// ending, and the import counts as cut off.
func (d *Desk) Import(ctx context.Context, o Order) (library.Import, error) {
	return d.alone(ctx, func() (library.Import, error) {
		files, err := d.findFiles(ctx, o.Paths, o.Found)
		if err == nil && o.Watched != "" {
			files, err = d.library.Unseen(ctx, files)
		}
		switch {
		case err != nil:
			return library.Import{}, err
		case len(files) == 0 && o.Watched != "":
			return library.Import{}, nil
		case len(files) == 0:
			return library.Import{}, &data.Fault{Code: data.FaultNoReadable, Subject: nameOfAll(o.Paths)}
		}
		roots := absolute(o.Paths)
		if o.Watched != "" {
			roots = []string{o.Watched}
		}
		i, err := d.library.BeginImport(ctx, library.Import{
			Roots: roots, Columns: columns[ingest.Field, string](o.Columns), Watched: o.Watched != ""}, files)
		if err != nil {
			return i, err
		}
		return d.goOn(ctx, i, o)
	})
}

// Resume goes on with an import that was cut off or stopped, with the files that
// were not finished. Of the order, Paths, Columns and Watched are those it had.
func (d *Desk) Resume(ctx context.Context, id library.ImportID, o Order) (library.Import, error) {
	return d.alone(ctx, func() (library.Import, error) {
		i, err := d.library.Import(ctx, id)
		if err == nil && i.State != library.ImportGoing {
			err = d.library.EndImport(ctx, id, library.ImportGoing)
		}
		if err != nil {
			return i, err
		}
		o.Columns = columns[string, ingest.Field](i.Columns)
		return d.goOn(ctx, i, o)
	})
}

// alone runs one import at a time: the library tunes itself for it.
func (d *Desk) alone(ctx context.Context, work func() (library.Import, error)) (library.Import, error) {
	if why := d.library.Why(); why != nil {
		return library.Import{}, why
	}
	select {
	case d.busy <- struct{}{}:
		defer func() { <-d.busy }()
	case <-ctx.Done():
		return library.Import{}, stopped(ctx)
	}
	return work()
}

// goOn works off what an import has left.
func (d *Desk) goOn(ctx context.Context, i library.Import, o Order) (library.Import, error) {
	err := d.workOff(ctx, i, o)
	keep := context.WithoutCancel(ctx)
	var person *data.Fault
	switch {
	case err == nil && ctx.Err() == nil:
		err = d.library.EndImport(keep, i.ID, library.ImportDone)
	case ctx.Err() != nil && errors.As(context.Cause(ctx), &person):
		if e := d.library.EndImport(keep, i.ID, library.ImportStopped); err == nil {
			err = e
		}
	}
	if now, e := d.library.Import(keep, i.ID); e == nil {
		i = now
	}
	if err == nil && ctx.Err() != nil && i.Done < i.Files {
		err = stopped(ctx)
	}
	return i, err
}

func (d *Desk) workOff(ctx context.Context, i library.Import, o Order) error {
	s, err := d.newSeeker(ctx)
	if err != nil {
		return err
	}
	files, bytes, err := d.library.LeftBytes(ctx, i.ID)
	if err != nil {
		return err
	}
	// The library is not told of the cancelling: what is ready is still written.
	working, stop := context.WithCancel(ctx)
	p := &pipeline{desk: d, options: ingest.Options{Columns: o.Columns}, seeker: s}
	left := d.left(working, i.ID)
	streams := p.start(working, left.each)
	r := &running{order: o, at: Progress{Done: i.Done, Total: i.Files, Documents: i.Items()}, pace: newPace(time.Now, files, bytes), pipeline: p}
	defer func() { // nobody looks at the library after this import has ended
		stop()
		if r.open != nil {
			drain(r.open)
		}
		for s := range streams {
			drain(s)
		}
	}()
	err = d.library.BulkImport(context.WithoutCancel(ctx), i.ID, func(keep func(library.ImportBatch) ([]library.ImportItem, error)) error {
		r.writer = newBatchWriter(keep, o.Kept)
		return r.write(ctx, streams)
	})
	if err == nil && ctx.Err() == nil {
		err = left.err
	}
	if ctx.Err() != nil && data.FaultOf(err) != nil && data.FaultOf(err).Code == data.FaultStopped {
		return nil
	}
	return err
}

// drain lets the reader of a stream end, who knows already that nobody waits.
func drain(s *stream) {
	for promise := range s.parts {
		<-promise
	}
}

// running is the writer's side of an import.
type running struct {
	order    Order
	at       Progress
	pace     *pace
	writer   *batchWriter
	pipeline *pipeline
	open     *stream // left before its end
}

// write keeps what the streams bring, until they end or ctx does.
func (r *running) write(ctx context.Context, streams <-chan *stream) error {
	for s := range streams {
		err := r.file(ctx, s)
		r.pipeline.done(s)
		if err != nil || ctx.Err() != nil {
			r.open = s
		}
		if err != nil {
			return err
		}
		if ctx.Err() != nil {
			break
		}
	}
	return r.writer.flush()
}

// file keeps the documents of one file.
func (r *running) file(ctx context.Context, s *stream) error {
	r.at.Name = filepath.Base(s.file.Path)
	left := float64(s.file.Size) + unitsPerItem
	for promise := range s.parts {
		one := <-promise
		s.room.give(min(one.bytes, partBytes))
		if ctx.Err() != nil {
			return nil
		}
		if err := r.writer.take(s.file, one); err != nil {
			return err
		}
		r.at.Documents++
		units := min(float64(one.bytes)+unitsPerItem, left)
		left -= units
		if err := r.tell(ctx, units); err != nil {
			return err
		}
	}
	if ctx.Err() != nil {
		return nil
	}
	if s.err != nil {
		if err := r.writer.take(s.file, prepared{err: s.err}); err != nil {
			return err
		}
	}
	r.at.Done++
	if err := r.writer.finish(s.file); err != nil {
		return err
	}
	return r.tell(ctx, left)
}

// tell tells how far it is, and waits at the gate while that is closed.
func (r *running) tell(ctx context.Context, units float64) error {
	r.pace.add(units)
	r.at.Share, r.at.Left = r.pace.share(), r.pace.left()
	r.order.progress(r.at)
	if r.order.Gate == nil || !r.order.Gate.Closed() {
		return nil
	}
	err := r.writer.flush()
	r.order.Gate.Wait(ctx)
	r.pace.restart()
	return err
}

// left gives the files that an import has left, page by page.
type left struct {
	ctx  context.Context
	desk *Desk
	id   library.ImportID
	err  error
}

func (d *Desk) left(ctx context.Context, id library.ImportID) *left {
	return &left{ctx: ctx, desk: d, id: id}
}

const filesAPage = 1000

func (l *left) each(yield func(library.ImportFile) bool) {
	for after := int64(0); ; {
		files, err := l.desk.library.LeftFiles(l.ctx, l.id, after, filesAPage)
		if err != nil {
			l.err = err
			return
		}
		for _, f := range files {
			after = f.ID
			if f, l.err = l.desk.asItIs(l.ctx, l.id, f); l.err != nil || !yield(f) {
				return
			}
		}
		if len(files) < filesAPage {
			return
		}
	}
}
