package tour

import (
	"context"
	"encoding/json"
	"io"
	"os"
	"runtime"
	"runtime/debug"
	"strconv"
	"strings"
	"time"

	"lectern/app/shell"
	"lectern/app/task"
)

// Measure prints, as JSON, how long the program took from started to its first
// frame with the list in it, and how much memory it holds once it is at rest. Where
// files are named, it brings them in first, and prints how late the window was at
// most with what it had to do meanwhile.
func Measure(s *shell.Shell, started time.Time, files []string, to io.Writer, done func(error)) {
	if len(files) > 0 {
		measureImport(s, files, to, done)
		return
	}
	var shown time.Duration
	acts := []task.Act{
		{Name: "first frame", Do: func(ready func()) { s.OnListed(func() { shown = time.Since(started); ready() }) }},
		{Name: "at rest", Do: func(ready func()) { task.After(3*time.Second, ready) }, Then: func() error {
			debug.FreeOSMemory()
			return json.NewEncoder(to).Encode(map[string]int64{
				"first_frame_ms": shown.Milliseconds(), "rss_mb": residentBytes() >> 20,
			})
		}},
	}
	task.Play(context.Background(), acts, 0, limit, done)
}

// residentBytes is how much memory the system counts for this process; where it
// does not tell, what Go has taken from it.
func residentBytes() int64 {
	if words, err := os.ReadFile("/proc/self/statm"); err == nil {
		if fields := strings.Fields(string(words)); len(fields) > 1 {
			if pages, err := strconv.ParseInt(fields[1], 10, 64); err == nil {
				return pages * int64(os.Getpagesize())
			}
		}
	}
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return int64(m.Sys)
}
