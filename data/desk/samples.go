package desk

import (
	"context"
	"io/fs"
	"path"

	"lectern/data/library"
)

// AddSamples brings in every file of a file system as a sample report.
func (d *Desk) AddSamples(ctx context.Context, files fs.FS) ([]Outcome, error) {
	var jobs []job
	err := fs.WalkDir(files, ".", func(name string, e fs.DirEntry, err error) error {
		if err == nil && !e.IsDir() {
			jobs = append(jobs, job{path: name})
		}
		return err
	})
	if err != nil {
		return nil, err
	}
	read := func(name string) ([]byte, error) {
		return readBounded(path.Base(name), func() (fs.FileInfo, error) { return fs.Stat(files, name) }, func() (fs.File, error) { return files.Open(name) })
	}
	return d.importAll(ctx, jobs, read, true, nil)
}

// RemoveSamples takes all sample reports out again, as one undo step, and says
// how many there were.
func (d *Desk) RemoveSamples(ctx context.Context) (int, error) {
	ids, err := d.library.IDs(ctx, library.Filter{Samples: true, Versions: true})
	if err != nil || len(ids) == 0 {
		return 0, err
	}
	return len(ids), d.library.Remove(ctx, ids)
}

// HasSamples reports whether sample reports are in the library.
func (d *Desk) HasSamples(ctx context.Context) (bool, error) {
	n, err := d.library.Count(ctx, library.Filter{Samples: true})
	return n > 0, err
}
