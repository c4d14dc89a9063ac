package desk

import (
	"path/filepath"
	"time"

	"lectern/data"
	"lectern/data/library"
)

// A batch is one transaction. Large ones make the index quick; the clock keeps
// them small enough that little is done again after a power cut.
const (
	batchReports = 2000
	batchBytes   = 32 << 20
	batchTime    = 250 * time.Millisecond
)

// batchWriter gathers documents and keeps them a batch at a time.
type batchWriter struct {
	keep  func(library.ImportBatch) ([]library.ImportItem, error)
	kept  func([]library.ImportItem)
	batch library.ImportBatch
	paths []string // of the batch's items
	bytes int64
	since time.Time
}

func newBatchWriter(keep func(library.ImportBatch) ([]library.ImportItem, error), kept func([]library.ImportItem)) *batchWriter {
	if kept == nil {
		kept = func([]library.ImportItem) {}
	}
	return &batchWriter{keep: keep, kept: kept, since: time.Now()}
}

// take adds what became of one document of a file.
func (w *batchWriter) take(f library.ImportFile, p prepared) error {
	it := library.BatchItem{File: f.ID, Name: p.name, Report: -1, Known: p.known, Err: faultOf(p.err, filepath.Base(f.Path))}
	if p.err == nil && p.known == 0 {
		it.Report = len(w.batch.Reports)
		w.batch.Reports = append(w.batch.Reports, p.report)
	}
	w.batch.Items, w.paths = append(w.batch.Items, it), append(w.paths, f.Path)
	w.bytes += p.bytes + int64(len(p.report.Body))
	return w.flushIfFull()
}

// finish says that all documents of a file were taken.
func (w *batchWriter) finish(f library.ImportFile) error {
	w.batch.Done = append(w.batch.Done, f.ID)
	return w.flushIfFull()
}

func (w *batchWriter) flushIfFull() error {
	if len(w.batch.Items) >= batchReports || w.bytes >= batchBytes || time.Since(w.since) >= batchTime {
		return w.flush()
	}
	return nil
}

// flush keeps the batch. Where the library refuses the whole, each document is
// tried by itself, so that a bad one costs nobody else's; a library that cannot
// be written at all ends the import.
func (w *batchWriter) flush() error {
	if len(w.batch.Items)+len(w.batch.Done) == 0 {
		w.since = time.Now()
		return nil
	}
	items, err := w.keep(w.batch)
	if refusedByItself(err) {
		items, err = w.alone()
	}
	for i := range items {
		items[i].Path = w.paths[i]
	}
	w.kept(items)
	w.batch, w.paths, w.bytes, w.since = library.ImportBatch{}, w.paths[:0], 0, time.Now()
	return err
}

// alone keeps the items of the batch one by one, and stops at once when the
// library cannot be written.
func (w *batchWriter) alone() (items []library.ImportItem, err error) {
	for _, it := range w.batch.Items {
		one := library.ImportBatch{Items: []library.BatchItem{it}}
		if it.Report >= 0 {
			one.Reports, one.Items[0].Report = w.batch.Reports[it.Report:it.Report+1], 0
		}
		got, err := w.keep(one)
		if refusedByItself(err) {
			it.Report, it.Err = -1, data.FaultOf(err)
			got, err = w.keep(library.ImportBatch{Items: []library.BatchItem{it}})
		}
		if err != nil {
			return items, err
		}
		items = append(items, got...)
	}
	_, err = w.keep(library.ImportBatch{Done: w.batch.Done})
	return items, err
}

// refusedByItself tells a refusal that may be about one report from one that
// every other report would meet too: a full disk, a library that went away.
func refusedByItself(err error) bool {
	if err == nil {
		return false
	}
	switch data.FaultOf(err).Code {
	case data.FaultInternal, data.FaultNoText, data.FaultNotText, data.FaultTooLarge:
		return true
	}
	return false
}
