package task

import (
	"context"
	"sync"
	"time"

	"fyne.io/fyne/v2"
)

// Line does what a person changes, one change after another in the order they
// were asked for. Unlike loads in a Slot, none cancels the one before: however
// quickly the next follows, and whether or not the window closes, each is done.
// It is used on the UI goroutine, but for Wait.
type Line struct {
	parent context.Context
	last   chan struct{} // closed when the change asked for last is done
	wait   sync.WaitGroup
}

// NewLine makes a line that shows nothing any more when ctx has ended.
func NewLine(ctx context.Context) *Line {
	none := make(chan struct{})
	close(none)
	return &Line{parent: ctx, last: none}
}

// Change queues work off the UI goroutine; show runs on it afterwards.
func Change[T any](l *Line, work func(context.Context) (T, error), show func(T, error)) {
	before, done := l.last, make(chan struct{})
	l.last = done
	l.wait.Add(1)
	go func() {
		defer l.wait.Done()
		defer close(done)
		<-before
		result, err := work(context.WithoutCancel(l.parent))
		fyne.Do(func() {
			if l.parent.Err() == nil {
				show(result, err)
			}
		})
	}()
}

// Wait returns when every change is done, or after limit. It must not be called
// on the UI goroutine.
func (l *Line) Wait(limit time.Duration) { within(limit, &l.wait) }

// within waits for a group, but no longer than limit.
func within(limit time.Duration, group *sync.WaitGroup) {
	over := make(chan struct{})
	go func() {
		group.Wait()
		close(over)
	}()
	select {
	case <-over:
	case <-time.After(limit):
	}
}
