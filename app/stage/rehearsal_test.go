package stage

import (
	"context"
	"runtime"
	"testing"
	"testing/synctest"
	"time"

	"fyne.io/fyne/v2"

	"lectern/app/task"
	"lectern/app/task/tasktest"
	"lectern/data"
	"lectern/data/brief"
	"lectern/data/library"
)

// hour is a presentation at speed, with every key and state in turn.
type hour struct {
	*Stage
	tb       testing.TB
	driver   *tasktest.Driver
	displays *displays
	now      time.Time           // of a clock that is moved on by hand
	pass     func(time.Duration) // lets time pass
}

// script is what the presenter does, one act after another and over again. Six
// seconds pass with each.
var script = []func(h *hour){
	on(fyne.KeySpace), on(fyne.KeyPageDown), types("b"), types("b"), types("."), types("."), on(fyne.KeyRight),
	types("f"), on(fyne.KeyDown), types("f"), types("h"), types("h"), types("o"), on(fyne.KeySpace), types("o"), on(fyne.KeyEscape),
	types("z"), on(fyne.KeySpace), types("z"), types("s"), types("s"), types("?"), types("?"),
	on(fyne.KeyTab), on(fyne.KeyRight), on(fyne.KeyPageDown), on(fyne.KeyReturn), types("g12"), on(fyne.KeyReturn),
	types("q"), (*hour).question, on(fyne.KeyReturn), on(fyne.KeySpace), on(fyne.KeyEscape), types("q"), on(fyne.KeyEscape),
	types("t"), on(fyne.KeySpace), types("t"), types("+"), types("-"), types("j"), types("k"),
	(*hour).displayLost, on(fyne.KeySpace), types("t"), types("q"), on(fyne.KeyEscape), (*hour).displayBack,
	types("w"), types("w"), types("иаряі"), types("иаряі"), on(fyne.KeyBackspace), on(fyne.KeyEnd), on(fyne.KeyHome), types("g7"), on(fyne.KeyReturn),
	on(fyne.KeySpace), on(fyne.KeySpace), on(fyne.KeySpace), on(fyne.KeySpace),
}

func on(key fyne.KeyName) func(*hour)  { return func(h *hour) { press(h.Stage, key) } }
func types(letters string) func(*hour) { return func(h *hour) { h.letters(letters) } }

func (h *hour) letters(letters string) {
	for _, r := range letters {
		h.typedRune(r)
	}
}

// question is what somebody asks; it waits for the answers.
func (h *hour) question() {
	h.drawer.field.SetText("prisoners")
	for begin := time.Now(); len(h.drawer.hits) == 0; h.settle() {
		if time.Since(begin) > time.Minute {
			h.tb.Fatal("no answer")
		}
		time.Sleep(time.Millisecond)
	}
}

func (h *hour) displayLost() { h.displays.second = false; h.windows.watch() }
func (h *hour) displayBack() { h.displays.second = true; h.windows.watch() }

// settle shows what workers have brought.
func (h *hour) settle() {
	for show := h.driver.Next(); show != nil; show = h.driver.Next() {
		show()
	}
}

// rehearse goes through the script until so much of the clock has passed.
func (h *hour) rehearse(long time.Duration) (acts int) {
	for end := h.config.Clock().Add(long); h.config.Clock().Before(end); acts++ {
		h.pass(6 * time.Second)
		script[acts%len(script)](h)
		h.windows.watch()
		h.console.time()
		h.ahead()
		h.settle()
	}
	return acts
}

// rehearsed is a live presentation of so many steps over reports of so many
// paragraphs, on two displays; the clock is moved on by hand.
func rehearsed(tb testing.TB, steps, paragraphs int) *hour {
	l, id, _ := made(tb, steps, paragraphs, "")
	h := &hour{tb: tb, driver: tasktest.NewApp(tb), now: time.Date(2026, 3, 4, 9, 0, 0, 0, time.UTC)}
	h.pass = func(d time.Duration) { h.now = h.now.Add(d) }
	h.open(l, id, func() time.Time { return h.now })
	tb.Cleanup(h.Close)
	return h
}

// open goes live.
func (h *hour) open(l *library.Library, id data.BriefID, clock func() time.Time) {
	ctx, cancel := context.WithCancel(context.Background())
	h.displays = &displays{second: true}
	h.Stage = Open(Config{App: fyne.CurrentApp(), Context: ctx, Library: l, Changes: task.NewLine(ctx), Brief: id,
		Clock: clock, Displays: h.displays, Over: cancel, Failed: func(err error) { h.tb.Error(err) }})
	for h.slides == nil {
		time.Sleep(10 * time.Millisecond)
		h.settle()
	}
	h.GoLive()
	h.windows.other.Resize(fyne.NewSize(1920, 1080))
}

// An hour, played twice: the second one leaves no more windows, goroutines and
// memory than the first, however often displays came and went. Its time is that of a
// bubble, so that a busy machine changes nothing: what waits for a time gets it, and
// all workers come to their end before anything is counted.
func TestARehearsalOfAnHourLeavesNothingBehind(t *testing.T) {
	l, id, _ := made(t, 14, 4, "")
	driver := tasktest.NewApp(t)
	synctest.Test(t, func(t *testing.T) {
		h := &hour{tb: t, driver: driver}
		h.pass = func(d time.Duration) {
			time.Sleep(d)
			synctest.Wait()
		}
		h.open(l, id, time.Now)
		h.rehearse(time.Hour)
		count := func() (windows, routines int, memory uint64) {
			for range 3 { // messages go away
				h.pass(20 * time.Second)
				h.settle()
			}
			return len(driver.AllWindows()), runtime.NumGoroutine(), heap()
		}
		windows, routines, memory := count()
		h.rehearse(time.Hour)
		w, r, m := count()
		if w > windows {
			t.Errorf("%d windows after the first hour, %d after the second", windows, w)
		}
		if r > routines+2 { // an hour has ten displays lost and back, ten windows, ten questions
			t.Errorf("%d goroutines after the first hour, %d after the second", routines, r)
		}
		if more := int64(m) - int64(memory); more > 4<<20 {
			t.Errorf("the second hour took %d KB more", more>>10)
		}
		if p := h.session.Pace(); p.Elapsed < 2*time.Hour || p.Word != brief.Over {
			t.Errorf("the clock says %+v", p)
		}
		if n := len(h.session.Minutes().Showings); n < 100 {
			t.Errorf("the minutes have %d showings", n)
		}
		h.Close()
		driver.Settle()
	})
}

// A thousand steps leave memory where it was after the first round.
func TestMemoryIsFlatOverAThousandSteps(t *testing.T) {
	h := rehearsed(t, 60, 6)
	steps := func(n int) {
		for range n {
			key := fyne.KeySpace
			if _, more := h.session.Next(); !more {
				key = fyne.KeyHome
			}
			press(h.Stage, key)
			h.ahead()
			h.settle()
		}
	}
	steps(400)
	before := heap()
	steps(1000)
	if more := int64(heap()) - int64(before); more > 2<<20 {
		t.Errorf("a thousand steps took %d KB more", more>>10)
	}
}

// An hour over sixty steps of long reports, at speed.
func BenchmarkRehearsal(b *testing.B) {
	h := rehearsed(b, 60, 60)
	h.rehearse(10 * time.Minute)
	windows, routines, before := len(fyne.CurrentApp().Driver().AllWindows()), runtime.NumGoroutine(), heap()
	b.ResetTimer()
	acts := 0
	for range b.N {
		acts += h.rehearse(time.Hour)
	}
	b.StopTimer()
	b.ReportMetric(float64(acts)/float64(b.N), "acts")
	b.ReportMetric(float64(len(fyne.CurrentApp().Driver().AllWindows())-windows), "more-windows")
	b.ReportMetric(float64(runtime.NumGoroutine()-routines), "more-goroutines")
	b.ReportMetric(float64(int64(heap())-int64(before))/(1<<20), "more-MB")
}
