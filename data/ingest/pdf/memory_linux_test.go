package pdf_test

import (
	"fmt"
	"os"
	"strconv"
	"strings"
	"testing"
	"time"
)

// bounded watches the children of this process until the test ends, and has it fail
// where one held more than so many megabytes, the program itself counted.
func bounded(t *testing.T, most int) {
	end, peak := make(chan struct{}), make(chan int)
	go func() {
		held := 0
		for {
			held = max(held, heldByChildren())
			select {
			case <-end:
				peak <- held
				return
			case <-time.After(5 * time.Millisecond):
			}
		}
	}()
	t.Cleanup(func() {
		close(end)
		held := <-peak
		held = held * 1024 / 1_000_000
		t.Logf("a child held %d MB at most", held)
		if held == 0 || held > most {
			t.Errorf("a child held %d MB", held)
		}
	})
}

// heldByChildren is the most that a child of this process has held so far, in KB.
func heldByChildren() (most int) {
	threads, _ := os.ReadDir("/proc/self/task")
	for _, thread := range threads {
		children, _ := os.ReadFile(fmt.Sprintf("/proc/self/task/%s/children", thread.Name()))
		for child := range strings.FieldsSeq(string(children)) {
			status, _ := os.ReadFile("/proc/" + child + "/status")
			for line := range strings.Lines(string(status)) {
				if size, ok := strings.CutPrefix(line, "VmHWM:"); ok {
					kb, _ := strconv.Atoi(strings.Fields(size)[0])
					most = max(most, kb)
				}
			}
		}
	}
	return most
}
