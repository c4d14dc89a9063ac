package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"go/format"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"
)

// test checks all that CI checks.
func (w workshop) test(ctx context.Context, args []string) error {
	steps, err := chosen(w.steps(), args)
	if err != nil {
		return err
	}
	if err := w.setUp(ctx, true); err != nil {
		return err
	}
	return runSteps(ctx, w.out, steps)
}

// steps are the checks, the quick ones first.
func (w workshop) steps() []step {
	tags := appTags(w.here.goos)
	golang := func(args ...string) func(context.Context, io.Writer) error {
		return func(ctx context.Context, out io.Writer) error { return w.goRun(ctx, out, args...) }
	}
	return []step{
		{name: "format", does: "every Go file is as gofmt writes it", run: w.checkFormat},
		{name: "bare", does: "cmd/dev builds without cgo for Linux, Windows and macOS", run: w.checkBare},
		{name: "vet", does: "go vet", run: golang("vet", "-tags", tags, "./...")},
		{name: "lint", does: "staticcheck (pinned in .ci/lint.mod)",
			run: golang("tool", "-modfile=.ci/lint.mod", "staticcheck", "-tags", tags, "./...")},
		{name: "data", does: "tests of data/... under the race detector", live: true, run: w.testRaces},
		{name: "app", does: "all other tests, windows on Fyne's own test screen", live: true, run: w.testOthers},
		{name: "threads", does: "the guided tour touches no widget off Fyne's goroutine", run: w.auditThreads},
	}
}

func (w workshop) goTest(ctx context.Context, out io.Writer, args ...string) error {
	call := []string{"test", "-tags", appTags(w.here.goos)}
	if os.Getenv("CI") != "" {
		call = append(call, "-count=1") // CI's word rests on no earlier run
	}
	return w.goRun(ctx, out, append(call, args...)...)
}

// raced reports whether a package is tested under the race detector: all of data
// but data/ingest and its rooms. Their tests read giants within limits on time and
// memory, which the detector's own work breaks, and read each in one goroutine.
func raced(path string) bool {
	return (path == "lectern/data" || strings.HasPrefix(path, "lectern/data/")) &&
		path != "lectern/data/ingest" && !strings.HasPrefix(path, "lectern/data/ingest/")
}

// testRaces tests data under the race detector.
func (w workshop) testRaces(ctx context.Context, out io.Writer) error {
	all, err := w.packages(ctx)
	if err != nil {
		return err
	}
	some := slices.DeleteFunc(all, func(path string) bool { return !raced(path) })
	return w.goTest(ctx, out, append([]string{"-race", "-timeout", "30m"}, some...)...)
}

// testOthers tests every other package.
func (w workshop) testOthers(ctx context.Context, out io.Writer) error {
	all, err := w.packages(ctx)
	if err != nil {
		return err
	}
	return w.goTest(ctx, out, append([]string{"-timeout", "20m"}, slices.DeleteFunc(all, raced)...)...)
}

// packages lists every package of the checkout.
func (w workshop) packages(ctx context.Context) ([]string, error) {
	var list bytes.Buffer
	if err := w.goRun(ctx, &list, "list", "-tags", appTags(w.here.goos), "./..."); err != nil {
		return nil, fmt.Errorf("%w\n%s", err, list.String())
	}
	return strings.Fields(list.String()), nil
}

// checkBare proves that dev can start on a machine without a C compiler.
func (w workshop) checkBare(ctx context.Context, out io.Writer) error {
	for _, goos := range []string{"linux", "windows", "darwin"} {
		env := []string{"CGO_ENABLED=0", "GOOS=" + goos, "GOARCH=amd64"}
		if err := w.goRunWith(ctx, out, env, "build", "-o", os.DevNull, "./cmd/dev"); err != nil {
			return err
		}
	}
	return nil
}

func (w workshop) checkFormat(_ context.Context, out io.Writer) error {
	var wrong int
	err := w.eachGoFile(".", func(path string, text []byte) error {
		want, err := format.Source(text)
		if err != nil {
			return fmt.Errorf("%s: %w", path, err)
		}
		if !bytes.Equal(text, want) {
			wrong++
			fmt.Fprintln(out, path)
		}
		return nil
	})
	if err == nil && wrong > 0 {
		err = fmt.Errorf("%d files to run gofmt -w on", wrong)
	}
	return err
}

// eachGoFile calls do for the Go files below dir, by their path in the
// checkout; folders that git or the go command ignore are left out.
func (w workshop) eachGoFile(dir string, do func(path string, text []byte) error) error {
	return filepath.WalkDir(filepath.Join(w.root, dir), func(path string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		name := entry.Name()
		if entry.IsDir() && path != w.root && (name[0] == '.' || name == "testdata" || name == "dist") {
			return fs.SkipDir
		}
		if entry.IsDir() || filepath.Ext(name) != ".go" {
			return nil
		}
		text, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		short, err := filepath.Rel(w.root, path)
		if err != nil {
			return err
		}
		return do(filepath.ToSlash(short), text)
	})
}

// auditThreads runs the tour in a build where Fyne reports every widget call
// from a wrong goroutine. It runs in an empty folder: a FyneApp.toml in the
// working folder would silence the reports.
func (w workshop) auditThreads(ctx context.Context, out io.Writer) error {
	if !w.has("cmd/lectern/main.go") {
		return skipped("cmd/lectern is not there yet")
	}
	if !usesX11(w.here.goos) {
		return skipped("it needs a virtual display, which only X11 systems have")
	}
	ctx, cancel := context.WithTimeout(ctx, 10*time.Minute)
	defer cancel()
	quiet := w
	quiet.out = out
	bin, err := quiet.build(ctx, "lectern", auditTags(w.here.goos))
	if err != nil {
		return err
	}
	dir, err := w.freshCache("audit")
	if err != nil {
		return err
	}
	var log bytes.Buffer
	err = w.onVirtualScreen(ctx, io.MultiWriter(out, &log), dir, bin, "--tour", dir)
	return errors.Join(err, threadErrors(log.String()))
}

// threadErrors judges Fyne's log. Its other complaints in a container, such as
// the absent dbus, do no harm.
func threadErrors(log string) error {
	if n := strings.Count(log, "Error in Fyne call thread"); n > 0 {
		return fmt.Errorf("%d widget calls from a wrong goroutine", n)
	}
	return nil
}
