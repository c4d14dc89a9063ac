package shelf

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
	driver *queuedDriver
}

func (q queued) Driver() fyne.Driver { return q.driver }

type queuedDriver struct {
	fyne.Driver
	mu   sync.Mutex
	todo []func()
}

func (d *queuedDriver) DoFromGoroutine(show func(), _ bool) {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.todo = append(d.todo, show)
}

func (d *queuedDriver) next() func() {
	d.mu.Lock()
	defer d.mu.Unlock()
	if len(d.todo) == 0 {
		return nil
	}
	show := d.todo[0]
	d.todo = d.todo[1:]
	return show
}

// newApp makes a queued app the current one for the time of a test.
func newApp(t testing.TB) *queuedDriver {
	app := test.NewTempApp(t)
	d := &queuedDriver{Driver: app.Driver()}
	fyne.SetCurrentApp(queued{App: app, driver: d})
	return d
}

// settle lets all loads, and the pauses before them, come to their end, and
// shows what they bring.
func settle(d *queuedDriver) {
	for {
		time.Sleep(2 * time.Second)
		synctest.Wait()
		show := d.next()
		if show == nil {
			return
		}
		for ; show != nil; show = d.next() {
			show()
		}
	}
}
