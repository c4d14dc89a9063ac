package desk

import (
	"context"
	"runtime"
)

// ahead is how many files are prepared before the writer asks for them, which
// bounds the memory an import takes.
const ahead = 256

// prepareAll prepares jobs on all cores and gives them out in their order: each
// place in the queue is a promise that a worker keeps. Cancelling ctx ends it.
func (d *Desk) prepareAll(ctx context.Context, jobs []job, read reader, s *seeker) <-chan chan prepared {
	type task struct {
		job   job
		ready chan prepared
	}
	queue := make(chan chan prepared, ahead)
	tasks := make(chan task)
	for range min(runtime.GOMAXPROCS(0), len(jobs)) {
		go func() {
			for t := range tasks {
				t.ready <- d.prepare(ctx, t.job, read, s)
			}
		}()
	}
	go func() {
		defer close(queue)
		defer close(tasks)
		for _, j := range jobs {
			ready := make(chan prepared, 1)
			select {
			case queue <- ready:
			case <-ctx.Done():
				return
			}
			// Promised, so it is kept, cancelled or not.
			tasks <- task{j, ready}
		}
	}()
	return queue
}
