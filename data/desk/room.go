package desk

import (
	"context"
	"sync"
)

// room bounds how many bytes are held at once. What is larger than all of it is
// let in alone.
type room struct {
	mu   sync.Mutex
	more *sync.Cond
	free int64
	all  int64
}

func newRoom(all int64) *room {
	r := &room{free: all, all: all}
	r.more = sync.NewCond(&r.mu)
	return r
}

// take waits until there is room, and says what to give back. It gives up when
// ctx ends.
func (r *room) take(ctx context.Context, n int64) (taken int64) {
	n = min(n, r.all)
	defer context.AfterFunc(ctx, func() {
		r.mu.Lock()
		defer r.mu.Unlock()
		r.more.Broadcast()
	})()
	r.mu.Lock()
	defer r.mu.Unlock()
	for r.free < n && ctx.Err() == nil {
		r.more.Wait()
	}
	r.free -= n
	return n
}

func (r *room) give(n int64) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.free += n
	r.more.Broadcast()
}
