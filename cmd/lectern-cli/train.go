package main

import (
	"context"
	"crypto/sha256"
	"fmt"
	"log/slog"
	"os"
	"path/filepath"
	"time"

	"lectern/data/split"
	"lectern/data/split/judge/teach"
	"lectern/data/split/tag"
)

// trainCommand learns the models of the splitter again, and gives the very bytes
// that ship as long as word lists, rules and corpora are the same. Attributions
// take some minutes (built with GOEXPERIMENT=simd; without it several times as
// long), lanes one.
type trainCommand struct {
	Corpora string `required:"" placeholder:"DIR" help:"Annotated news, a folder like shared/corpora."`
	Lanes   string `placeholder:"DIR" help:"Reports with lanes, a folder like shared/lanes/dev; by default ../lanes/dev beside the corpora."`
	Out     string `required:"" placeholder:"DIR" help:"Where the model files go; it is made where it is not there."`
	Only    string `enum:"attribution,lanes,both" default:"both" help:"Learn one of the two: attribution or lanes."`
	Seed    uint64 `help:"Same seed, same files: same bytes. Without it, each model has the seed of the one that ships." placeholder:"N"`
}

// The names of the models that ship; their files have ".bin" after them. A name
// changes with every model that ships, so that old readings can be told.
const (
	attributionModelName = "attribution-1"
	laneModelName        = "lanes-2"
)

// The seeds of the models that ship.
const (
	attributionSeed = 2
	laneSeed        = 1
)

// Run writes the models, each as soon as it is learned, and prints the path and
// the SHA-256 of each.
func (c *trainCommand) Run(s *session) error {
	if c.Lanes == "" {
		c.Lanes = lanesBeside(c.Corpora)
	}
	if err := os.MkdirAll(c.Out, 0o755); err != nil {
		return fileFault(c.Out, err)
	}
	if c.Only != "attribution" {
		if err := c.write(s, laneModelName, c.lanes); err != nil {
			return err
		}
	}
	if c.Only != "lanes" {
		return c.write(s, attributionModelName, c.attributions)
	}
	return nil
}

// lanesBeside is where the lane documents lie beside a folder of corpora.
func lanesBeside(corpora string) string {
	return filepath.Join(filepath.Dir(filepath.Clean(corpora)), "lanes", "dev")
}

// write learns a model and keeps it, whole or not at all.
func (c *trainCommand) write(s *session, name string, learn func(context.Context, *meter) ([]byte, error)) error {
	m := newMeter(name)
	b, err := learn(s.ctx, m)
	m.end()
	if err != nil {
		return err
	}
	file := filepath.Join(c.Out, name+".bin")
	part := file + ".part"
	if err := os.WriteFile(part, b, 0o644); err != nil {
		return fileFault(part, err)
	}
	if err := os.Rename(part, file); err != nil {
		return fileFault(file, err)
	}
	_, err = fmt.Fprintf(s.out, "%x  %s\n", sha256.Sum256(b), file)
	return err
}

func (c *trainCommand) lanes(ctx context.Context, m *meter) ([]byte, error) {
	j, err := teach.Train(ctx, teach.Config{Corpora: c.Corpora, Lanes: c.Lanes, Seed: orSeed(c.Seed, laneSeed), Name: laneModelName, Progress: m.show})
	if err != nil {
		return nil, err
	}
	return j.Bytes()
}

func (c *trainCommand) attributions(ctx context.Context, m *meter) ([]byte, error) {
	if _, err := os.Stat(filepath.Join(c.Corpora, "polnear", "train")); err != nil {
		return nil, err
	}
	return split.LearnAttributions(ctx, os.DirFS(c.Corpora), tag.Config{
		Seed: orSeed(c.Seed, attributionSeed), Log: m.log(),
		Progress: func(done, total int) { m.show("learning", done, total) },
	})
}

func orSeed(seed, shipped uint64) uint64 {
	if seed == 0 {
		return shipped
	}
	return seed
}

// meter tells a person at a terminal how far long work is; nobody else.
type meter struct {
	what  string
	on    bool
	began time.Time
	last  time.Time
}

func newMeter(what string) *meter { return &meter{what: what, on: isTerminal(), began: time.Now()} }

// show says how much of a step is done, some times a second.
func (m *meter) show(step string, done, total int) {
	if !m.on || done > 0 && done < total && time.Since(m.last) < 200*time.Millisecond {
		return
	}
	m.last = time.Now()
	fmt.Fprintf(os.Stderr, "\r\x1b[K%s: %s, %d of %d, %s", m.what, step, done, total, time.Since(m.began).Round(time.Second))
}

func (m *meter) end() {
	if m.on {
		fmt.Fprint(os.Stderr, "\r\x1b[K")
	}
}

// log writes what is worth keeping of the learning.
func (m *meter) log() *slog.Logger {
	if !m.on {
		return slog.New(slog.DiscardHandler)
	}
	return slog.New(slog.NewTextHandler(startOfLine{}, nil))
}

// startOfLine wipes the meter before each line of a log.
type startOfLine struct{}

func (startOfLine) Write(b []byte) (int, error) {
	fmt.Fprint(os.Stderr, "\r\x1b[K")
	return os.Stderr.Write(b)
}
