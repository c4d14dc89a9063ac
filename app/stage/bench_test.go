package stage

import (
	"context"
	"path/filepath"
	"runtime"
	"slices"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"lectern/app/task"
	"lectern/app/task/tasktest"
	"lectern/data"
	"lectern/data/brief"
	"lectern/data/library"
	"lectern/data/synth"
)

// heap is what is in use once all rubbish is gone, in bytes.
func heap() uint64 {
	var m runtime.MemStats
	runtime.GC()
	runtime.GC()
	runtime.ReadMemStats(&m)
	return m.HeapAlloc
}

func ms(d time.Duration) float64 { return float64(d.Microseconds()) / 1000 }

// Sixty steps over long reports, a few views of each and over again. "calm"
// leaves the pause after each step that a presenter leaves, "rushed" none at all.
func BenchmarkStep(b *testing.B) {
	for name, calm := range map[string]bool{"calm": true, "rushed": false} {
		b.Run(name, func(b *testing.B) {
			s := rehearsal(b)
			before, took := heap(), make([]time.Duration, 0, b.N)
			b.ResetTimer()
			for range b.N {
				begin := time.Now()
				if at := s.session.At(); at.View < 3 && at.View+1 < s.session.Views(at.Step) {
					press(s, fyne.KeySpace)
				} else if at.Step+1 < len(s.slides) {
					s.typedRune('n')
				} else {
					press(s, fyne.KeyHome)
				}
				took = append(took, time.Since(begin))
				if calm {
					b.StopTimer()
					s.ahead()
					b.StartTimer()
				}
			}
			b.StopTimer()
			slices.Sort(took)
			b.ReportMetric(ms(took[len(took)/2]), "median-ms")
			b.ReportMetric(ms(took[len(took)*99/100]), "p99-ms")
			b.ReportMetric(ms(took[len(took)-1]), "worst-ms")
			b.ReportMetric(float64(int64(heap())-int64(before))/(1<<20), "more-MB")
		})
	}
}

// sixty is a brief of sixty steps, each over a long report of its own: 40 KB, some
// five hundred passages, and words that no other report has.
func sixty(b *testing.B) (*library.Library, data.BriefID) {
	ctx := context.Background()
	l, err := library.Open(ctx, library.Config{Path: filepath.Join(b.TempDir(), "l.lectern"), Who: "Vera"})
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { l.Close() })
	made, all := synth.New(7), data.Brief{Title: "Sixty"}
	for i := range 60 {
		r := made.Report(i, 40_000)
		added, err := l.Add(ctx, []library.NewReport{{Report: r.Report, Body: r.Body, Reading: r.Reading}})
		if err != nil {
			b.Fatal(err)
		}
		d, err := l.Document(ctx, added[0].ID)
		if err != nil {
			b.Fatal(err)
		}
		first := func(l data.Lane) data.Quote {
			at := slices.IndexFunc(d.Passages, func(p data.Passage) bool { return p.Shown() == l })
			return brief.QuoteOf(d, d.Passages[at], time.Now())
		}
		whole := brief.Whole(d.Report, time.Now())
		all.Steps = append(all.Steps, [...]data.BriefStep{
			{Kind: data.StatementStep, Main: first(data.Statement), With: []data.Quote{first(data.Caveat)}},
			{Kind: data.QuotationStep, Main: first(data.Statement)},
			{Kind: data.LanesStep, Main: whole},
			{Kind: data.PairStep, Main: whole, With: []data.Quote{whole}},
		}[i%4])
	}
	id, err := l.AddBrief(ctx, all)
	if err != nil {
		b.Fatal(err)
	}
	return l, id
}

// rehearsal is a live presentation of sixty steps.
func rehearsal(b *testing.B) *Stage {
	l, id := sixty(b)
	driver := tasktest.NewApp(b)
	ctx, cancel := context.WithCancel(context.Background())
	b.Cleanup(cancel)
	s := Open(Config{App: fyne.CurrentApp(), Context: ctx, Library: l, Changes: task.NewLine(ctx), Brief: id,
		Displays: &displays{second: true}, Failed: func(err error) { b.Error(err) }})
	for s.slides == nil {
		time.Sleep(10 * time.Millisecond)
		for show := driver.Next(); show != nil; show = driver.Next() {
			show()
		}
	}
	for begun := time.Now(); time.Since(begun) < 3*time.Second; time.Sleep(time.Millisecond) { // the room check is read
		for show := driver.Next(); show != nil; show = driver.Next() {
			show()
		}
	}
	s.GoLive()
	s.windows.other.Resize(fyne.NewSize(1920, 1080))
	b.Cleanup(s.Close)
	return s
}
