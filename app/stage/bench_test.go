package stage

import (
	"context"
	"runtime"
	"slices"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"lectern/app/task"
	"lectern/app/task/tasktest"
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

// Sixty steps over long reports, through all their views and over again. "calm"
// leaves the pause after each step that a presenter leaves, "rushed" none at all.
func BenchmarkStep(b *testing.B) {
	for name, calm := range map[string]bool{"calm": true, "rushed": false} {
		b.Run(name, func(b *testing.B) {
			s := rehearsal(b)
			before, took := heap(), make([]time.Duration, 0, b.N)
			b.ResetTimer()
			for range b.N {
				key := fyne.KeySpace
				if _, more := s.session.Next(); !more {
					key = fyne.KeyHome
				}
				begin := time.Now()
				press(s, key)
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

// rehearsal is a live presentation of sixty steps.
func rehearsal(b *testing.B) *Stage {
	l, id, _ := made(b, 60, 60, "")
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
	s.GoLive()
	s.windows.other.Resize(fyne.NewSize(1920, 1080))
	b.Cleanup(s.Close)
	return s
}
