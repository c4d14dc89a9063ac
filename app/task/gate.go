package task

import (
	"context"
	"sync"
)

// Gate lets work pause. Its zero value is open.
type Gate struct {
	mu   sync.Mutex
	open chan struct{} // closed when the gate opens; nil while it is open
}

// Set closes the gate, or opens it again.
func (g *Gate) Set(closed bool) {
	g.mu.Lock()
	defer g.mu.Unlock()
	switch {
	case closed && g.open == nil:
		g.open = make(chan struct{})
	case !closed && g.open != nil:
		close(g.open)
		g.open = nil
	}
}

// Closed tells whether whoever comes has to wait.
func (g *Gate) Closed() bool { return g.waiting() != nil }

// Wait returns when the gate is open, or ctx has ended.
func (g *Gate) Wait(ctx context.Context) {
	if open := g.waiting(); open != nil {
		select {
		case <-open:
		case <-ctx.Done():
		}
	}
}

func (g *Gate) waiting() chan struct{} {
	g.mu.Lock()
	defer g.mu.Unlock()
	return g.open
}
