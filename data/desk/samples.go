package desk

import (
	"context"
	"io/fs"
	"path"

	"lectern/data/ingest"
	"lectern/data/library"
)

// AddSamples brings in every file of a file system as a sample report, all of
// them or none, and says how many were new.
func (d *Desk) AddSamples(ctx context.Context, files fs.FS) (fresh int, err error) {
	s, err := d.newSeeker(ctx)
	if err != nil {
		return 0, err
	}
	var reports []library.NewReport
	err = fs.WalkDir(files, ".", func(name string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		b, err := fs.ReadFile(files, name)
		if err != nil {
			return err
		}
		r, err := d.sample(ctx, path.Base(name), b, s)
		reports = append(reports, r)
		return err
	})
	if err != nil {
		return 0, err
	}
	added, err := d.library.Add(ctx, reports)
	for _, a := range added {
		if !a.Known {
			fresh++
		}
	}
	return fresh, err
}

func (d *Desk) sample(ctx context.Context, name string, b []byte, s *seeker) (library.NewReport, error) {
	doc, err := ingest.Read(ctx, name, b)
	if err != nil {
		return library.NewReport{}, err
	}
	r, err := d.report(Proposal{Document: doc, Name: name, Source: b}, s)
	r.Sample = true
	return r, err
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
