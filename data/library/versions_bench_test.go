package library

import (
	"context"
	"path/filepath"
	"testing"

	"gorm.io/gorm"

	"lectern/data"
	"lectern/data/library/imprint"
	"lectern/data/synth"
)

// BenchmarkVersionLookup asks, in a library of 100,000 short reports, whether a
// report is another copy of one: what each new report costs.
func BenchmarkVersionLookup(b *testing.B) {
	ctx := context.Background()
	l, err := Open(ctx, Config{Path: filepath.Join(b.TempDir(), "l.lectern")})
	if err != nil {
		b.Fatal(err)
	}
	defer l.Close()
	maker := synth.New(1)
	err = l.Bulk(ctx, func(add func([]NewReport) ([]Added, error)) error {
		for from := 0; from < 100_000; from += 2000 {
			batch := make([]NewReport, 2000)
			for i := range batch {
				r := maker.Report(from+i, 500)
				batch[i] = NewReport{Report: r.Report, Body: r.Body, Reading: data.Reading{Model: "m", Lang: "en"}}
			}
			if _, err := add(batch); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		b.Fatal(err)
	}
	b.ResetTimer()
	for i := range b.N {
		n := i * 7919 % 100_000
		r := maker.Report(n, 500)
		err := l.read(ctx, func(tx *gorm.DB) error {
			_, err := copyOf(tx, data.ReportID((n+50_000)%100_000+1), imprint.Of(r.Title, "", r.Body))
			return err
		})
		if err != nil {
			b.Fatal(err)
		}
	}
}
