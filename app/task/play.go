package task

import (
	"context"
	"fmt"
	"time"

	"fyne.io/fyne/v2"
)

// Act is one step of a play.
type Act struct {
	Name string
	// Do acts on the UI goroutine and calls ready there, at once or later, when
	// what it started can be seen.
	Do func(ready func())
	// Then runs on the UI goroutine after a pause in which the window has drawn
	// itself; nil for nothing.
	Then func() error
}

// Play performs acts one after another on the real window, as a person would,
// and calls done on the UI goroutine with the first failure. An act that is not
// ready within limit fails.
func Play(ctx context.Context, acts []Act, pause, limit time.Duration, done func(error)) {
	go func() {
		err := play(ctx, acts, pause, limit)
		fyne.Do(func() { done(err) })
	}()
}

func play(ctx context.Context, acts []Act, pause, limit time.Duration) error {
	for _, a := range acts {
		ready := make(chan struct{})
		once := false
		fyne.Do(func() {
			a.Do(func() {
				if !once {
					once = true
					close(ready)
				}
			})
		})
		select {
		case <-ready:
		case <-time.After(limit):
			return fmt.Errorf("%s: not ready after %v", a.Name, limit)
		case <-ctx.Done():
			return ctx.Err()
		}
		time.Sleep(pause)
		if a.Then == nil {
			continue
		}
		var err error
		fyne.DoAndWait(func() { err = a.Then() })
		if err != nil {
			return fmt.Errorf("%s: %w", a.Name, err)
		}
	}
	return nil
}
