package desk

import (
	"context"
	"fmt"
	"sync/atomic"
	"testing"
	"time"
)

// Whoever closes the library after an import must not meet its workers there.
func TestAnImportThatIsStoppedLeavesNobodyAtWork(t *testing.T) {
	d := newDesk(t)
	jobs := make([]job, 400)
	for i := range jobs {
		jobs[i].path = fmt.Sprintf("%d.txt", i)
	}
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	var begun, atWork atomic.Int64
	read := func(string) ([]byte, error) {
		atWork.Add(1)
		defer atWork.Add(-1)
		n := begun.Add(1)
		if n > 1 {
			time.Sleep(100 * time.Millisecond) // longer than it takes to keep the first
		}
		return []byte(story(int(n))), nil
	}
	_, err := d.importAll(ctx, jobs, read, false, func(Progress) { cancel() })
	if err == nil {
		t.Fatal("it was not stopped")
	}
	if atWork.Load() > 0 || begun.Load() > 20 {
		t.Errorf("%d files being read when it had ended, of %d begun", atWork.Load(), begun.Load())
	}
}
