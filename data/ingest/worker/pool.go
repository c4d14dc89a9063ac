package worker

import (
	"context"
	"errors"
	"log/slog"
	"runtime"
	"slices"
	"sync"
	"time"

	"lectern/data"
)

// Config says how a Pool works. The zero value is right for a program that calls
// BeChild.
type Config struct {
	Command []string      // starts a child; nil is this program with Argument
	Size    int           // children at once; 0 is one a core
	Memory  int64         // bytes that a child may take; 0 is 360 MiB
	Time    time.Duration // that a document may take, or a page of one; 0 is 8 s
	Idle    time.Duration // that a child without work is kept; 0 is a minute
	Cache   string        // folder for what may be kept between starts; "" is the user's
	Log     *slog.Logger  // nil logs nothing
}

const (
	defaultMemory = 360 << 20 // with the program itself, and what is taken before anybody looks, less than 500 MB
	defaultTime   = 8 * time.Second
	defaultIdle   = time.Minute
	wholeTimes    = 15              // a document with many pages may take so many times Time
	warmTime      = 2 * time.Minute // a child may take to get ready, once in a machine's life
)

// Pool reads files in child processes, which it starts as they are needed. It is
// safe for concurrent use.
type Pool struct {
	c     Config
	slots chan struct{} // a token for each child at work

	mu     sync.Mutex
	idle   []*child
	closed bool
}

// NewPool starts nothing yet.
func NewPool(c Config) *Pool {
	if c.Size <= 0 {
		c.Size = runtime.NumCPU()
	}
	if c.Memory <= 0 {
		c.Memory = defaultMemory
	}
	if c.Time <= 0 {
		c.Time = defaultTime
	}
	if c.Idle <= 0 {
		c.Idle = defaultIdle
	}
	if c.Cache == "" {
		c.Cache = userCache()
	}
	if c.Log == nil {
		c.Log = slog.New(slog.DiscardHandler)
	}
	return &Pool{c: c, slots: make(chan struct{}, c.Size)}
}

// Close ends the children that are idle, and those at work when they are done.
func (p *Pool) Close() {
	p.mu.Lock()
	idle := p.idle
	p.idle, p.closed = nil, true
	p.mu.Unlock()
	for _, c := range idle {
		c.end()
	}
}

// with lends a child to do and takes it back, unless it ended in do.
func (p *Pool) with(ctx context.Context, do func(*child) error) error {
	select {
	case p.slots <- struct{}{}:
		defer func() { <-p.slots }()
	case <-ctx.Done():
		return &data.Fault{Code: data.FaultStopped, Err: ctx.Err()}
	}
	c, err := p.take()
	if err != nil {
		p.c.Log.Error("no child process to read with", "err", err)
		return &data.Fault{Code: data.FaultInternal, Err: err}
	}
	err = do(c)
	if c.over() {
		c.end()
	} else {
		p.keep(c)
	}
	return err
}

// take gives the child that was used last, or a new one.
func (p *Pool) take() (*child, error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.closed {
		return nil, errors.New("the pool is closed")
	}
	if n := len(p.idle); n > 0 {
		c := p.idle[n-1]
		p.idle = p.idle[:n-1]
		c.retire.Stop()
		return c, nil
	}
	return p.start()
}

func (p *Pool) keep(c *child) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.closed {
		c.end()
		return
	}
	p.idle = append(p.idle, c)
	c.retire = time.AfterFunc(p.c.Idle, func() { p.dismiss(c) })
}

// dismiss ends a child that was idle for long, if it still is.
func (p *Pool) dismiss(c *child) {
	p.mu.Lock()
	i := slices.Index(p.idle, c)
	if i >= 0 {
		p.idle = slices.Delete(p.idle, i, i+1)
	}
	p.mu.Unlock()
	if i >= 0 {
		c.end()
	}
}
