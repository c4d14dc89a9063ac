package main

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
	"time"
)

// workshop is a checkout of Lectern and the machine it lies on.
type workshop struct {
	root string // the folder of go.mod
	out  io.Writer
	here machine
}

// openWorkshop finds the checkout around the working folder.
func openWorkshop(out io.Writer) (workshop, error) {
	dir, err := os.Getwd()
	if err != nil {
		return workshop{}, err
	}
	for {
		mod, err := os.ReadFile(filepath.Join(dir, "go.mod"))
		if err == nil && strings.HasPrefix(string(mod), "module lectern\n") {
			return workshop{root: dir, out: out, here: thisMachine()}, nil
		}
		up := filepath.Dir(dir)
		if up == dir {
			return workshop{}, plain("This is not a checkout of Lectern: no go.mod of module lectern here or above.")
		}
		dir = up
	}
}

func (w workshop) say(format string, args ...any) { fmt.Fprintf(w.out, format+"\n", args...) }

// has tells whether the checkout has the file or folder.
func (w workshop) has(path string) bool {
	_, err := os.Stat(filepath.Join(w.root, path))
	return err == nil
}

// cache is a folder that git ignores, for what dev builds and draws.
func (w workshop) cache(parts ...string) string {
	return filepath.Join(append([]string{w.root, ".ci", "cache"}, parts...)...)
}

// freshCache is an empty folder in the cache.
func (w workshop) freshCache(parts ...string) (string, error) {
	dir := w.cache(parts...)
	if err := os.RemoveAll(dir); err != nil {
		return "", err
	}
	return dir, os.MkdirAll(dir, 0o755)
}

// goRun runs the go command in the checkout, with cgo on, writing to out.
func (w workshop) goRun(ctx context.Context, out io.Writer, args ...string) error {
	return w.goRunWith(ctx, out, []string{"CGO_ENABLED=1"}, args...)
}

func (w workshop) goRunWith(ctx context.Context, out io.Writer, env []string, args ...string) error {
	c := command(ctx, "go", args...)
	c.Dir, c.Stdout, c.Stderr = w.root, out, out
	c.Env = append(os.Environ(), append([]string{"LC_ALL=en_US.UTF-8"}, env...)...)
	if err := c.Run(); err != nil {
		return fmt.Errorf("go %s: %w", strings.Join(args, " "), err)
	}
	return nil
}

// build compiles ./cmd/NAME with the tags and gives the program's path.
func (w workshop) build(ctx context.Context, name, tags string) (string, error) {
	if !w.has(filepath.Join("cmd", name)) {
		return "", plain("cmd/" + name + " is not in this checkout.")
	}
	bin := w.cache("bin", strings.ReplaceAll(tags, ",", "-"), name)
	if runtime.GOOS == "windows" {
		bin += ".exe"
	}
	w.say("Building %s (the first time takes some minutes) ...", name)
	start := time.Now()
	if err := w.goRun(ctx, w.out, "build", "-buildvcs=false", "-tags", tags, "-o", bin, "./cmd/"+name); err != nil {
		return "", err
	}
	w.say("Built %s in %s.", name, seconds(time.Since(start)))
	return bin, nil
}

// command is a program that is asked to stop when ctx ends, and killed when it
// has not done so ten seconds later.
func command(ctx context.Context, name string, args ...string) *exec.Cmd {
	c := exec.CommandContext(ctx, name, args...)
	if runtime.GOOS != "windows" {
		c.Cancel = func() error {
			err := c.Process.Signal(os.Interrupt)
			if errors.Is(err, os.ErrProcessDone) {
				return nil
			}
			return err
		}
	}
	c.WaitDelay = 10 * time.Second
	return c
}

func seconds(d time.Duration) string { return d.Round(100 * time.Millisecond).String() }
