package task

import (
	"context"
	"math"
	"sync"
	"sync/atomic"
	"time"

	"fyne.io/fyne/v2"

	"lectern/data"
)

// Progress is how far a job has come. The job writes it from any goroutine.
type Progress struct {
	done, total atomic.Int64
	what        atomic.Value // string
	share       atomic.Uint64
	left        atomic.Int64
	gate        Gate
	canPause    atomic.Bool
}

// Set tells how much of how much is done, and what is being worked on. A total
// of 0 means that nobody knows.
func (p *Progress) Set(done, total int, what string) {
	p.done.Store(int64(done))
	p.total.Store(int64(total))
	p.what.Store(what)
}

// Get returns what Set last told.
func (p *Progress) Get() (done, total int, what string) {
	what, _ = p.what.Load().(string)
	return int(p.done.Load()), int(p.total.Load()), what
}

// SetShare tells how much of the work is done, from 0 to 1, where counting does
// not say it well, and how long the rest will take; 0 where nobody knows.
func (p *Progress) SetShare(share float64, left time.Duration) {
	p.share.Store(math.Float64bits(share))
	p.left.Store(int64(left))
}

// Share returns how much is done, from 0 to 1, and how long the rest takes.
func (p *Progress) Share() (share float64, left time.Duration) {
	share = math.Float64frombits(p.share.Load())
	if total := p.total.Load(); share == 0 && total > 0 {
		share = float64(p.done.Load()) / float64(total)
	}
	return share, time.Duration(p.left.Load())
}

// Gate is where the job waits while a person has paused it. Asking for it is a
// promise to wait there.
func (p *Progress) Gate() *Gate {
	p.canPause.Store(true)
	return &p.gate
}

// Job is long work that the shell shows, and a person can cancel.
type Job struct {
	Title    string
	Progress Progress
	cancel   context.CancelCauseFunc
	ended    chan struct{}
	shown    time.Duration // after which it is shown
}

// Cancel asks the job to stop; what it had finished is kept. The cause of its
// context then is a *data.Fault, which it is not when the program ends.
func (j *Job) Cancel() { j.cancel(&data.Fault{Code: data.FaultStopped}) }

// CanPause tells whether the job waits when it is paused.
func (j *Job) CanPause() bool { return j.Progress.canPause.Load() }

// Paused tells whether the job waits.
func (j *Job) Paused() bool { return j.Progress.gate.Closed() }

// Pause lets the job wait, or go on.
func (j *Job) Pause(on bool) { j.Progress.gate.Set(on) }

// Jobs runs jobs one after another, so that two never write the library at
// once, and tells the shell about them.
type Jobs struct {
	parent   context.Context
	onChange func(running *Job, waiting int)
	left     int           // not ended yet; touched on the UI goroutine only
	line     chan struct{} // holds the job at work
	wait     sync.WaitGroup
}

// NewJobs makes a queue that ends when ctx does. onChange is called on the UI
// goroutine: at a job's start and ten times a second while it runs, with how many
// wait behind it, and with nil when none is left.
func NewJobs(ctx context.Context, onChange func(running *Job, waiting int)) *Jobs {
	return &Jobs{parent: ctx, onChange: onChange, line: make(chan struct{}, 1)}
}

// Start queues work and returns at once. It is called on the UI goroutine. done runs on the UI goroutine when the
// work has ended, with its error.
func (q *Jobs) Start(title string, work func(context.Context, *Progress) error, done func(error)) *Job {
	return q.start(&Job{Title: title}, work, done)
}

// StartQuietly is Start for work that nobody asked for just now: it is shown only
// when it takes longer than a moment.
func (q *Jobs) StartQuietly(title string, work func(context.Context, *Progress) error, done func(error)) *Job {
	return q.start(&Job{Title: title, shown: 1500 * time.Millisecond}, work, done)
}

func (q *Jobs) start(j *Job, work func(context.Context, *Progress) error, done func(error)) *Job {
	ctx, cancel := context.WithCancelCause(q.parent)
	j.cancel, j.ended = cancel, make(chan struct{})
	q.wait.Add(1)
	q.left++
	go func() {
		defer q.wait.Done()
		err := q.run(ctx, j, work)
		fyne.Do(func() {
			if q.left--; q.left == 0 {
				q.onChange(nil, 0)
			}
			done(err)
		})
	}()
	return j
}

// run waits for the job's turn, works, and gives the turn on.
func (q *Jobs) run(ctx context.Context, j *Job, work func(context.Context, *Progress) error) error {
	defer j.cancel(nil)
	defer close(j.ended)
	select {
	case q.line <- struct{}{}:
		defer func() { <-q.line }()
	case <-ctx.Done():
		return ctx.Err()
	}
	go q.report(j)
	return work(ctx, &j.Progress)
}

// Working reports whether a job has not ended yet. It is called on the UI goroutine.
func (q *Jobs) Working() bool { return q.left > 0 }

// Wait returns when every job has ended, or after limit. It must not be called
// on the UI goroutine while jobs still want to show something.
func (q *Jobs) Wait(limit time.Duration) { within(limit, &q.wait) }

// report shows the job ten times a second: one closure a tick, never one an
// item, because queued closures would freeze scrolling.
func (q *Jobs) report(j *Job) {
	if j.shown > 0 {
		select {
		case <-j.ended:
			return
		case <-time.After(j.shown):
		}
	}
	tick := time.NewTicker(100 * time.Millisecond)
	defer tick.Stop()
	for {
		fyne.Do(func() {
			select {
			case <-j.ended: // the end was already shown
			default:
				q.onChange(j, q.left-1)
			}
		})
		select {
		case <-j.ended:
			return
		case <-tick.C:
		}
	}
}
