// Package tasktest lets tests of screens run as the real program does: what
// workers want shown waits for the goroutine that draws.
package tasktest

import (
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

// queued is a test app that keeps what workers want shown until the test's own
// goroutine shows it, as the real driver does: Fyne's own test driver shows it on
// the worker, so that two of them would draw at once.
type queued struct {
	fyne.App
	driver *Driver
}

func (q queued) Driver() fyne.Driver { return q.driver }

// Driver is a test driver whose UI goroutine is the test's own.
type Driver struct {
	fyne.Driver
	mu   sync.Mutex
	todo []func()
}

// DoFromGoroutine is for Fyne: it queues.
func (d *Driver) DoFromGoroutine(show func(), _ bool) {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.todo = append(d.todo, show)
}

// Next is the next thing to show, nil when nothing waits.
func (d *Driver) Next() func() {
	d.mu.Lock()
	defer d.mu.Unlock()
	if len(d.todo) == 0 {
		return nil
	}
	show := d.todo[0]
	d.todo = d.todo[1:]
	return show
}

// NewApp makes a queued app the current one for the time of a test. It is called
// outside a synctest bubble.
func NewApp(t testing.TB) *Driver {
	app := test.NewTempApp(t)
	d := &Driver{Driver: app.Driver()}
	fyne.SetCurrentApp(queued{App: app, driver: d})
	return d
}

// Settle lets all loads, and the pauses before them, come to their end, and
// shows what they bring. It is called inside a synctest bubble.
func (d *Driver) Settle() {
	for {
		time.Sleep(time.Second)
		synctest.Wait()
		show := d.Next()
		if show == nil {
			return
		}
		for ; show != nil; show = d.Next() {
			show()
		}
	}
}
