package desk

import (
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"lectern/data"
	"lectern/data/library"
	"lectern/data/search"
	"lectern/data/split"
	"lectern/data/synth"
)

// BenchmarkStories works out, in a library of 100,000 reports of which 20,000 carry
// 4,000 wires, which share an origin, as the first question after a start has to;
// then what a search by origin takes.
func BenchmarkStories(b *testing.B) {
	ctx := b.Context()
	lib, err := library.Open(ctx, library.Config{Path: filepath.Join(b.TempDir(), "l.lectern")})
	if err != nil {
		b.Fatal(err)
	}
	defer lib.Close()
	if err := lib.Bulk(ctx, func(add func([]library.NewReport) ([]library.Added, error)) error {
		m := synth.New(1)
		for from := 0; from < 100_000; from += 2000 {
			if _, err := add(wires(m, from, 2000)); err != nil {
				return err
			}
		}
		return nil
	}); err != nil {
		b.Fatal(err)
	}
	q, err := search.Parse("origin:1")
	if err != nil {
		b.Fatal(err)
	}
	b.Run("trace", func(b *testing.B) {
		for b.Loop() {
			d := New(Config{Library: lib, Splitter: split.NewRules()})
			if s, err := d.Stories(ctx); err != nil || len(s.All) < 3500 {
				b.Fatal(len(s.All), err)
			}
		}
	})
	b.Run("search", func(b *testing.B) {
		d := New(Config{Library: lib, Splitter: split.NewRules()})
		if _, err := d.Stories(ctx); err != nil {
			b.Fatal(err)
		}
		for b.Loop() {
			if found, err := search.Find(ctx, lib, q, search.Ask{}); err != nil || found.Total < 4 {
				b.Fatal(found.Total, err)
			}
		}
	})
}

// wires makes reports: of each 25, five carry a wire among words of their own.
func wires(m *synth.Maker, from, n int) (all []library.NewReport) {
	for i := from; i < from+n; i++ {
		r := m.Report(i, 2500)
		if i%25 < 5 {
			wire := strings.Split(m.Report(1_000_000+i/25, 2500).Body, "\n\n")
			own := rand.New(rand.NewPCG(uint64(i), 1)).IntN(600)
			if i%25 > 0 {
				wire = append([]string{strings.ToValidUTF8(r.Body[:own], "")}, wire[:max(1, len(wire)*2/3)]...)
			}
			r.Body = strings.Join(wire, "\n\n")
		}
		r.Publisher = fmt.Sprint("Outlet ", i%25, i%7)
		r.Published = time.Date(2020, 1, 1+i/100, i%25, 0, 0, 0, time.UTC)
		all = append(all, library.NewReport{Report: r.Report, Body: r.Body, Reading: data.Reading{Model: "m", Lang: "en"}})
	}
	return all
}
