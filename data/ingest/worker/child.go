package worker

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"time"

	"lectern/data"
)

// Argument is the first argument of a program that is to be a child.
const Argument = "ingest-worker"

// exitHungry is the status of a child that took more memory than it may.
const exitHungry = 86

// child is the parent's hold on one process.
type child struct {
	settings
	run    process
	in     io.WriteCloser
	frames chan frame    // what it says; closed when it has ended
	quit   chan struct{} // closed when nobody listens any more
	said   tail          // the end of its standard error
	limit  time.Duration
	retire *time.Timer

	once  sync.Once
	ended error // why, once frames is closed
	dead  bool
	doing string // the document it named last
}

// process is what a child needs of the system.
type process interface {
	kill()
	wait() error
	resident() int64 // bytes, 0 where that cannot be told
	end() *os.ProcessState
}

type running struct{ *exec.Cmd }

func (r running) kill()                 { _ = r.Process.Kill() } // it may have ended by itself
func (r running) wait() error           { return r.Wait() }
func (r running) resident() int64       { return residentBytes(r.Process.Pid) }
func (r running) end() *os.ProcessState { return r.ProcessState }

// start starts a child and tells it what to keep to.
func (p *Pool) start() (*child, error) {
	command := p.c.Command
	if command == nil {
		self, err := itself()
		if err != nil {
			return nil, err
		}
		command = []string{self, Argument}
	}
	cmd := exec.Command(command[0], command[1:]...)
	c := &child{
		settings: settings{Memory: p.c.Memory, Time: int64(p.c.Time/time.Second) + 1, Cache: p.c.Cache},
		run:      running{cmd},
		frames:   make(chan frame), quit: make(chan struct{}), limit: p.c.Time,
	}
	cmd.Dir = os.TempDir()
	cmd.Env = bareEnvironment()
	cmd.Stderr = &c.said
	unseen(cmd)
	in, err := cmd.StdinPipe()
	if err != nil {
		return nil, err
	}
	out, err := cmd.StdoutPipe()
	if err != nil {
		return nil, err
	}
	if err := cmd.Start(); err != nil {
		return nil, err
	}
	c.in = in
	go c.listen(out)
	if err := writeJSON(in, hello, c.settings); err != nil {
		c.end()
		return nil, err
	}
	return c, nil
}

// itself is the path of the running program. On Linux it leads to the very file
// that runs, also when a newer version has taken its name.
func itself() (string, error) {
	const me = "/proc/self/exe"
	if runtime.GOOS == "linux" {
		if _, err := os.Stat(me); err == nil {
			return me, nil
		}
	}
	return os.Executable()
}

// bareEnvironment is what a child needs of the parent's: no names, no secrets, no
// settings of other programs.
func bareEnvironment() []string {
	env := []string{"GOTRACEBACK=single"}
	for _, name := range []string{"SystemRoot", "TEMP", "TMP", "TMPDIR", "GOCOVERDIR"} {
		if v, ok := os.LookupEnv(name); ok {
			env = append(env, name+"="+v)
		}
	}
	return env
}

// userCache is our folder in the user's cache folder, "" where there is none.
func userCache() string {
	dir, err := os.UserCacheDir()
	if err != nil {
		return ""
	}
	return filepath.Join(dir, "Lectern")
}

// listen hands on what the child says until it ends, and learns how it ended.
func (c *child) listen(out io.Reader) {
	var broke error
	for {
		f, err := readFrame(out)
		if err != nil {
			broke = err
			break
		}
		select {
		case c.frames <- f:
			continue
		case <-c.quit:
		}
		break
	}
	c.run.kill()
	c.ended = errors.Join(broke, c.run.wait())
	close(c.frames)
}

// end stops the child, whatever it does.
func (c *child) end() {
	c.once.Do(func() {
		c.dead = true
		close(c.quit)
		_ = c.in.Close()
		c.run.kill()
	})
}

func (c *child) over() bool { return c.dead }

// next waits for what the child says next. Its own work is not counted against a
// document. An error is a *data.Fault, and then the child has ended.
func (c *child) next(ctx context.Context, until time.Time) (frame, error) {
	limit := min(c.limit, time.Until(until))
	started := time.Now()
	look := time.NewTicker(50 * time.Millisecond)
	defer look.Stop()
	for {
		select {
		case f, ok := <-c.frames:
			switch {
			case !ok:
				c.dead = true
				return frame{}, c.fault(c.howItEnded(), c.ended)
			case f.kind == alive:
				limit, started = min(c.limit, time.Until(until)), time.Now()
				if len(f.body) > 0 {
					c.doing = string(f.body)
				}
			case f.kind == warming:
				limit, started = warmTime, time.Now()
			default:
				return f, nil
			}
		case <-look.C:
			if rss := c.run.resident(); rss > c.Memory+c.Memory/8 {
				c.end()
				return frame{}, c.fault(data.FaultTooHungry, fmt.Errorf("%d bytes resident", rss))
			}
			if spent := time.Since(started); spent > limit {
				c.end()
				return frame{}, c.fault(data.FaultTookTooLong, fmt.Errorf("stopped after %v", spent.Round(time.Millisecond)))
			}
		case <-ctx.Done():
			c.end()
			return frame{}, c.fault(data.FaultStopped, ctx.Err())
		}
	}
}

// howItEnded tells a child that died of hunger from one that died of a mistake.
func (c *child) howItEnded() data.FaultCode {
	state := c.run.end()
	last := c.said.String()
	switch {
	case state != nil && state.ExitCode() == exitHungry,
		strings.Contains(last, "out of memory"), strings.Contains(last, "cannot allocate memory"):
		return data.FaultTooHungry
	case spentItsTime(state):
		return data.FaultTookTooLong
	}
	return data.FaultCrashed
}

func (c *child) fault(code data.FaultCode, why error) error {
	if last := c.said.String(); last != "" && code != data.FaultStopped {
		why = fmt.Errorf("%w: %s", why, last)
	}
	return &data.Fault{Code: code, Err: why}
}

// tail keeps the beginning of what is written to it: a dying Go program says why
// first and where after.
type tail struct {
	mu   sync.Mutex
	text []byte
}

func (t *tail) Write(b []byte) (int, error) {
	t.mu.Lock()
	defer t.mu.Unlock()
	const enough = 2 << 10
	t.text = append(t.text, b[:min(len(b), enough-min(enough, len(t.text)))]...)
	return len(b), nil
}

func (t *tail) String() string {
	t.mu.Lock()
	defer t.mu.Unlock()
	return strings.TrimSpace(string(t.text))
}
