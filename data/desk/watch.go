package desk

import (
	"context"
	"errors"
	"os"
	"time"

	"github.com/fsnotify/fsnotify"

	"lectern/data"
)

// Watching says who wants to know what Watch sees. Its functions are called from
// the goroutine of Watch, and must not wait.
type Watching struct {
	// Settled is told of files in a watched folder that are new or changed, once
	// nobody has written to them for a while. Each is told of once as it is.
	Settled func(folder string, files []string)
	// Gone is told when a watched folder is not there or may not be read, once until
	// that is over.
	Gone func(folder string)
}

// How Watch keeps time.
const (
	watchTick   = 500 * time.Millisecond
	watchThere  = 5 * time.Second
	watchRescan = 3 * time.Minute // for what the system did not tell of: network drives, very many folders
)

// Watch looks at the watched folders until ctx ends: at once, whenever the system
// tells of a change in them, and every few minutes. Which folders are watched may
// change meanwhile. Nothing is brought in: that is for who is told. A library
// that can only be read watches nothing.
func (d *Desk) Watch(ctx context.Context, w Watching) error {
	if d.library.ReadOnly() {
		return nil
	}
	news := make(chan struct{}, 1)
	defer d.library.Subscribe(func(c data.Change) {
		if c.Kind == data.FoldersChanged {
			select {
			case news <- struct{}{}:
			default:
			}
		}
	})()
	scout := newScout(d, w, time.Now)
	events, errs, close := scout.listen()
	defer close()
	tick, there, rescan := time.NewTicker(watchTick), time.NewTicker(watchThere), time.NewTicker(watchRescan)
	defer tick.Stop()
	defer there.Stop()
	defer rescan.Stop()
	if err := scout.rescan(ctx); err != nil {
		return ended(ctx, err)
	}
	for {
		var err error
		ticks := tick.C
		if len(scout.waiting) == 0 {
			ticks = nil // the computer may sleep
		}
		select {
		case <-ctx.Done():
			return nil
		case <-news:
			err = scout.rescan(ctx)
		case <-there.C:
			if scout.moved() {
				err = scout.rescan(ctx)
			}
		case <-rescan.C:
			err = scout.rescan(ctx)
		case e, open := <-events:
			if !open {
				events = nil
			}
			err = scout.told(ctx, e)
		case failed, open := <-errs:
			if !open {
				errs = nil
			}
			if errors.Is(failed, fsnotify.ErrEventOverflow) {
				err = scout.rescan(ctx)
			} else if failed != nil {
				d.log.Warn("watching folders", "err", failed)
			}
		case <-ticks:
			scout.settle()
		}
		if err != nil {
			return ended(ctx, err)
		}
	}
}

// ended is no error where the end was asked for.
func ended(ctx context.Context, err error) error {
	if ctx.Err() != nil {
		return nil
	}
	return err
}

// listen has the system tell of changes. Where it cannot, looking again every few
// minutes has to do.
func (s *scout) listen() (events <-chan fsnotify.Event, errs <-chan error, close func()) {
	ear, err := fsnotify.NewWatcher()
	if err != nil {
		s.desk.log.Warn("the system does not tell of changed files", "err", err)
		return nil, nil, func() {}
	}
	s.ear = ear
	return ear.Events, ear.Errors, func() { ear.Close() }
}

// told looks at what the system told of.
func (s *scout) told(ctx context.Context, e fsnotify.Event) error {
	info, err := os.Stat(e.Name)
	switch {
	case err != nil && s.watched(e.Name): // the folder itself has gone
		return s.rescan(ctx)
	case err != nil:
		return nil
	case info.IsDir():
		if e.Has(fsnotify.Create) {
			return s.look(ctx, e.Name)
		}
		return nil
	}
	if e.Has(fsnotify.Create) || e.Has(fsnotify.Write) {
		return s.look(ctx, e.Name)
	}
	return nil
}
