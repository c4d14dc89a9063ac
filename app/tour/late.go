package tour

import (
	"context"
	"encoding/json"
	"io"
	"slices"
	"time"

	"lectern/app/shell"
	"lectern/app/task"
)

// How the window is felt while an import runs.
const (
	beat       = 10 * time.Millisecond
	searchEach = 300 // beats
	importMost = 30 * time.Minute
)

// pulse asks the UI goroutine for something every few milliseconds and takes down
// how late it came to it: so long a click would have waited.
type pulse struct {
	late []time.Duration
	due  time.Time
	each func(n int)
	over func() bool
	done func()
}

func (p *pulse) start() {
	p.due = time.Now().Add(beat)
	task.After(beat, p.felt)
}

func (p *pulse) felt() {
	p.late = append(p.late, time.Since(p.due))
	p.each(len(p.late))
	if p.over() {
		p.done()
		return
	}
	p.start()
}

// measureImport brings files in, with the list in front and a search now and
// then, and prints how late the window was.
func measureImport(s *shell.Shell, files []string, to io.Writer, done func(error)) {
	p := &pulse{}
	began := time.Time{}
	acts := []task.Act{
		{Name: "first frame", Do: s.OnListed},
		{Name: "import", Do: func(ready func()) {
			began = time.Now()
			s.Bring(files)
			p.each = func(n int) {
				switch n % searchEach {
				case 0:
					s.Search("the talks")
				case searchEach / 2:
					s.Search("")
				}
			}
			p.over, p.done = func() bool { return len(p.late) > searchEach && !s.Working() }, ready
			p.start()
		}, Then: func() error {
			slices.Sort(p.late)
			at := func(part float64) float64 {
				return float64(p.late[int(part*float64(len(p.late)-1))].Microseconds()) / 1000
			}
			return json.NewEncoder(to).Encode(map[string]any{
				"import_s": int(time.Since(began).Seconds()), "beats": len(p.late), "late_p50_ms": at(0.5),
				"late_p99_ms": at(0.99), "late_most_ms": at(1), "rss_mb": residentBytes() >> 20,
			})
		}},
	}
	task.Play(context.Background(), acts, 0, importMost, done)
}
