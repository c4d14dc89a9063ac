package task

import (
	"sync"
	"time"

	"fyne.io/fyne/v2"
)

// Relay carries news from any goroutine to the UI goroutine, together at most
// ten times a second: a bulk import announces thousands of changes, and a
// closure for each would freeze the screen.
type Relay[T any] struct {
	show    func([]T)
	mu      sync.Mutex
	pending []T
	waiting bool
}

// NewRelay makes a relay whose show is called on the UI goroutine with what came
// since it was last called.
func NewRelay[T any](show func([]T)) *Relay[T] { return &Relay[T]{show: show} }

// Send passes one piece of news on. It never waits, and may be called from any
// goroutine.
func (r *Relay[T]) Send(news T) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.pending = append(r.pending, news)
	if r.waiting {
		return
	}
	r.waiting = true
	// The first piece goes at once, so that a single change is seen at once; the
	// ones that follow it within the pause go together.
	go func() {
		for r.flush() {
			time.Sleep(100 * time.Millisecond)
		}
	}()
}

// flush passes on what is pending and reports whether there was anything.
func (r *Relay[T]) flush() bool {
	r.mu.Lock()
	batch := r.pending
	r.pending = nil
	r.waiting = len(batch) > 0
	r.mu.Unlock()
	if len(batch) > 0 {
		fyne.Do(func() { r.show(batch) })
	}
	return len(batch) > 0
}

// After runs show on the UI goroutine after a pause, unless the returned stop is
// called there first.
func After(pause time.Duration, show func()) (stop func()) {
	stopped := false
	t := time.AfterFunc(pause, func() {
		fyne.Do(func() {
			if !stopped { // the timer may have fired while stop was on its way
				show()
			}
		})
	})
	return func() {
		stopped = true
		t.Stop()
	}
}
