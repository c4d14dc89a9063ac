package search_test

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"testing"
	"time"

	"lectern/data"
	"lectern/data/library"
	"lectern/data/search"
	"lectern/data/synth"
)

// size is how many reports the benchmarks work on: LECTERN_BENCH=100000 for the
// figures that are promised, a small library where it is not set.
func size() int {
	if n, err := strconv.Atoi(os.Getenv("LECTERN_BENCH")); err == nil && n > 0 {
		return n
	}
	return 3000
}

var ctx = context.Background()

// filled makes a library of so many reports of 4 KB, and says how quickly.
func filled(b *testing.B, n int) (*library.Library, float64) {
	l, err := library.Open(ctx, library.Config{Path: filepath.Join(b.TempDir(), "bench.lectern")})
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { l.Close() })
	m := synth.New(1)
	var storing time.Duration
	start := time.Now()
	err = l.Bulk(ctx, func(add func([]library.NewReport) ([]library.Added, error)) error {
		for from := 0; from < n; from += 2000 {
			batch := make([]library.NewReport, min(2000, n-from))
			for i := range batch {
				r := m.Report(from+i, 4096)
				batch[i] = library.NewReport{Report: r.Report, Body: r.Body, Reading: r.Reading}
			}
			start = time.Now()
			if _, err := add(batch); err != nil {
				return err
			}
			storing += time.Since(start)
		}
		start = time.Now()
		return nil
	})
	if err != nil {
		b.Fatal(err)
	}
	storing += time.Since(start) // setting the index right at the end counts too
	return l, float64(n) / storing.Seconds()
}

// timed runs work for each case, several times over, and reports the median and
// the slowest twentieth in milliseconds.
func timed(b *testing.B, name string, cases int, work func(i int) error) {
	b.Run(name, func(b *testing.B) {
		var all []float64
		for b.Loop() {
			for i := range cases {
				start := time.Now()
				if err := work(i); err != nil {
					b.Fatal(err, data.FaultOf(err).Err)
				}
				all = append(all, float64(time.Since(start).Microseconds())/1000)
			}
		}
		slices.Sort(all)
		b.ReportMetric(0, "ns/op")
		b.ReportMetric(all[len(all)/2], "p50-ms")
		b.ReportMetric(all[len(all)*95/100], "p95-ms")
		b.ReportMetric(all[len(all)-1], "max-ms")
	})
}

func BenchmarkLibrary(b *testing.B) {
	l, speed := filled(b, size())
	info, _ := os.Stat(l.Path())
	b.Logf("%d reports stored and indexed at %.0f reports/s, file %d MB", size(), speed, info.Size()>>20)
	m := synth.New(1)
	find := func(text func(i int) string, f library.Filter) func(i int) error {
		return func(i int) error {
			q, err := search.ParseTyped(text(i))
			if err != nil {
				return err
			}
			found, err := search.Find(ctx, l, q, search.Ask{Filter: f})
			if err != nil {
				return err
			}
			_, err = search.Snippets(ctx, l, q, found.IDs[:min(20, len(found.IDs))])
			return err
		}
	}
	common := func(i int) string { return m.Word(i) + " " }
	var ids []data.ReportID
	timed(b, "ids", 5, func(int) (err error) { ids, err = l.IDs(ctx, library.Filter{}); return err })
	timed(b, "ids-lane-publisher", 5, func(int) error {
		_, err := l.IDs(ctx, library.Filter{Lane: data.Caveat, Publisher: "Bose Gazette", Unread: true})
		return err
	})
	timed(b, "page-of-50", 20, func(i int) error {
		at := i * len(ids) / 20
		_, err := l.Reports(ctx, ids[at:min(at+50, len(ids))])
		return err
	})
	timed(b, "document", 20, func(i int) error { _, err := l.Document(ctx, ids[i*len(ids)/20]); return err })
	timed(b, "find-common", 50, find(common, library.Filter{}))
	timed(b, "find-name", 50, find(func(i int) string { return m.Name(i*7) + " " }, library.Filter{}))
	timed(b, "find-phrase", 50, find(func(i int) string { return fmt.Sprintf("%q", m.Word(i)+" "+m.Word(i+9)) }, library.Filter{}))
	timed(b, "find-two-common", 50, find(func(i int) string { return m.Word(i) + " " + m.Word(i+30) + " " }, library.Filter{}))
	timed(b, "find-prefix-3", 50, find(func(i int) string { return m.Name(i)[:3] }, library.Filter{}))
	timed(b, "find-prefix-4", 50, find(func(i int) string { return m.Name(i)[:4] }, library.Filter{}))
	timed(b, "find-filtered", 50, find(common, library.Filter{Lane: data.Caveat, From: time.Date(2023, 1, 1, 0, 0, 0, 0, time.UTC)}))
	timed(b, "facets", 3, func(int) error {
		if _, err := l.Publishers(ctx); err != nil {
			return err
		}
		_, err := l.Speakers(ctx)
		return err
	})
}
