// Package task is the one door between work and screen: it runs work off the UI
// goroutine and brings the result back onto it. Screens never write "go".
package task

import (
	"context"
	"sync"

	"fyne.io/fyne/v2"
)

// Slot is a place on screen that shows the result of one load at a time. A new
// load cancels the one before it, and a result that comes too late is dropped.
// Its methods are called on the UI goroutine.
type Slot struct {
	parent context.Context
	mu     sync.Mutex
	cancel context.CancelFunc
	turn   int
}

// NewSlot makes a slot whose work ends when ctx does.
func NewSlot(ctx context.Context) *Slot { return &Slot{parent: ctx} }

// Load runs work off the UI goroutine, then show on it, unless another load or
// Cancel came first.
func Load[T any](s *Slot, work func(context.Context) (T, error), show func(T, error)) {
	ctx, turn := s.next()
	go func() {
		result, err := work(ctx)
		if ctx.Err() != nil {
			return
		}
		fyne.Do(func() {
			if s.current(turn) {
				show(result, err)
			}
		})
	}()
}

// Cancel ends the load under way, if any; its result is not shown.
func (s *Slot) Cancel() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.stop()
}

func (s *Slot) next() (context.Context, int) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.stop()
	ctx, cancel := context.WithCancel(s.parent)
	s.cancel = cancel
	return ctx, s.turn
}

// stop needs the lock held.
func (s *Slot) stop() {
	s.turn++
	if s.cancel != nil {
		s.cancel()
		s.cancel = nil
	}
}

func (s *Slot) current(turn int) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.turn == turn
}
