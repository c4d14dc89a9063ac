package shelf

import (
	"os"
	"slices"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"lectern/app/task/tasktest"
	"lectern/data"
	"lectern/data/library"
	"lectern/data/synth"
)

// BenchmarkKeyToRows is from the last key of a word in the search box until its
// rows stand in the list with all they show, in the library that
// LECTERN_BENCH_LIBRARY names. The wait for more keys is part of it; of drawing it
// is all but the colouring of pixels, which the graphics card does.
func BenchmarkKeyToRows(b *testing.B) {
	path := os.Getenv("LECTERN_BENCH_LIBRARY")
	if path == "" {
		b.Skip("LECTERN_BENCH_LIBRARY names no library, as lectern-cli bench --keep makes one")
	}
	lib, err := library.Open(b.Context(), library.Config{Path: path})
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { lib.Close() })
	d := tasktest.NewApp(b)
	s := New(Config{Context: b.Context(), Library: Of(lib), Failed: func(err error) { b.Error(err) },
		Open: func(data.ReportID, int) {}})
	b.Cleanup(s.Close)
	test.NewTempWindow(b, s.Content()).Resize(fyne.NewSize(1280, 800))
	until := func(ready func() bool) {
		for !ready() {
			if show := d.Next(); show != nil {
				show()
			} else {
				time.Sleep(100 * time.Microsecond)
			}
		}
	}
	resting := func() bool { return !s.list.busy && !s.sides.busy && !s.rows.busy }
	until(func() bool { return s.loaded && resting() })
	if _, err := lib.Catalogue(b.Context()); err != nil {
		b.Fatal(err)
	}
	words := synth.New(1)
	var took []time.Duration
	for i := 0; b.Loop(); i++ {
		word := words.Word(300+13*(i/2)) + " " // one after the other a middling word and a common one
		if i%2 == 1 {
			word = words.Word(2+i/2%40) + " "
		}
		start := time.Now()
		s.SetSearch(word)
		until(func() bool { return !s.list.busy && !s.rows.busy && s.query.String() != "" })
		took = append(took, time.Since(start))
		b.StopTimer()
		until(resting)
		s.SetSearch("")
		until(func() bool { return s.query.Empty() && resting() })
		b.StartTimer()
	}
	slices.Sort(took)
	b.ReportMetric(float64(typeWait.Milliseconds()), "ms-wait")
	b.ReportMetric(float64(took[len(took)*95/100].Microseconds())/1000, "ms-p95")
}
