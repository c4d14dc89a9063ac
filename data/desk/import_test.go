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
	var at atomic.Int64
	read := func(string) ([]byte, error) {
		n := at.Add(1)
		time.Sleep(time.Millisecond)
		return []byte(story(int(n))), nil
	}
	_, err := d.importAll(ctx, jobs, read, false, func(Progress) { cancel() })
	if err == nil {
		t.Fatal("it was not stopped")
	}
	before := at.Load()
	time.Sleep(50 * time.Millisecond)
	if after := at.Load(); after != before || after == int64(len(jobs)) {
		t.Errorf("%d of %d files read when it ended, %d later", before, len(jobs), after)
	}
}
