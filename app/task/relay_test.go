package task

import (
	"testing"
	"testing/synctest"
	"time"

	"lectern/app/task/tasktest"
)

func TestAfterIsStoppedAlsoWhenItsTimeHasCome(t *testing.T) {
	driver := tasktest.NewApp(t)
	synctest.Test(t, func(t *testing.T) {
		shown := 0
		stop := After(time.Second, func() { shown++ })
		After(time.Second, func() { shown += 10 })
		time.Sleep(2 * time.Second) // both wait to be shown
		synctest.Wait()
		stop()
		driver.Settle()
		if shown != 10 {
			t.Errorf("shown %d, want only the one that was not stopped", shown)
		}
	})
}
