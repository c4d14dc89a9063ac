package main

import (
	"bytes"
	"context"
	"crypto/sha256"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"time"
)

// sumsName is the file that lists what the folder holds, as sha256sum reads it.
const sumsName = "SHA256SUMS"

// target is a system that programs are built for.
type target struct {
	goos, goarch string
	cgo          bool
	tags         string   // "" for programs without windows
	env          []string // more for the go command, such as CC=
	link         string   // more for the linker, such as -H=windowsgui
}

// parcel reads what the checkout is. It refuses one that holds more than its
// commit does, since nobody could make the same packages again.
func (w workshop) parcel(ctx context.Context, out string, dirty bool) (parcel, error) {
	version, err := versionOf(filepath.Join(w.root, "FyneApp.toml"))
	if err != nil {
		return parcel{}, err
	}
	commit, err := w.git(ctx, "rev-parse", "HEAD")
	if err != nil {
		return parcel{}, err
	}
	more, err := w.git(ctx, "status", "--porcelain")
	if err != nil {
		return parcel{}, err
	}
	if more != "" && !dirty {
		return parcel{}, plain("This checkout holds more than its commit, so that nobody could make the same packages again. Commit first, or say -dirty:\n\n" + more)
	}
	if more != "" {
		commit += "-dirty"
	}
	stamp, err := w.git(ctx, "log", "-1", "--format=%ct")
	if err != nil {
		return parcel{}, err
	}
	epoch, err := epochOf(os.Getenv("SOURCE_DATE_EPOCH"), stamp)
	if err != nil {
		return parcel{}, err
	}
	if out, err = filepath.Abs(out); err != nil {
		return parcel{}, err
	}
	return parcel{Root: w.root, Out: out, Version: version, Commit: commit, Epoch: epoch}, os.MkdirAll(out, 0o755)
}

// epochOf is the time that packages tell: the one asked for by the custom of
// reproducible builds, else the commit's. Both are seconds since 1970.
func epochOf(asked, commit string) (time.Time, error) {
	if asked == "" {
		asked = commit
	}
	n, err := strconv.ParseInt(strings.TrimSpace(asked), 10, 64)
	if err != nil || n < 0 {
		return time.Time{}, plain(fmt.Sprintf("The time %q is not a number of seconds since 1970 (SOURCE_DATE_EPOCH).", asked))
	}
	return time.Unix(n, 0).UTC(), nil
}

// versionOf reads the version from FyneApp.toml: numbers and dots only, since
// Windows and macOS take nothing else.
func versionOf(path string) (string, error) {
	text, err := os.ReadFile(path)
	if err != nil {
		return "", err
	}
	found := regexp.MustCompile(`(?m)^Version\s*=\s*"(\d+\.\d+\.\d+)"\s*$`).FindSubmatch(text)
	if found == nil {
		return "", plain(path + ` has no line such as Version = "1.2.3".`)
	}
	return string(found[1]), nil
}

// git gives what git prints, without the line's end.
func (w workshop) git(ctx context.Context, args ...string) (string, error) {
	c := command(ctx, "git", args...)
	var said bytes.Buffer
	c.Dir, c.Stderr = w.root, &said
	text, err := c.Output()
	if err != nil {
		return "", fmt.Errorf("git %s: %w %s", args[0], err, said.String())
	}
	return strings.TrimRight(string(text), "\n"), nil
}

// compile builds ./cmd/PROGRAM into the file to. The flags are the same for
// every system and name no folder and no time, so that the same commit gives
// the same bytes anywhere.
func (p parcel) compile(ctx context.Context, t target, program, to string) error {
	link := strings.TrimSpace("-s -w -buildid= -X main.version=" + p.Version + " " + t.link)
	args := []string{"build", "-trimpath", "-buildvcs=false", "-ldflags", link, "-o", to}
	if t.tags != "" {
		args = append(args, "-tags", t.tags)
	}
	return p.goRun(ctx, os.Stdout, t, append(args, "./cmd/"+program)...)
}

// goRun runs the go command for the target, without what a person's own
// environment would change.
func (p parcel) goRun(ctx context.Context, out io.Writer, t target, args ...string) error {
	c := command(ctx, "go", args...)
	c.Dir, c.Stdout, c.Stderr = p.Root, out, os.Stderr
	cgo := "CGO_ENABLED=0"
	if t.cgo {
		cgo = "CGO_ENABLED=1"
	}
	c.Env = append(os.Environ(), "GOFLAGS=", "GOWORK=off", "GOAMD64=v1", "GOARM64=v8.0", "GOEXPERIMENT=", "GOTOOLCHAIN=local",
		"CGO_CFLAGS=-O2 -g", "CGO_LDFLAGS=-O2 -g", "GOOS="+t.goos, "GOARCH="+t.goarch, cgo)
	c.Env = append(c.Env, t.env...)
	if err := c.Run(); err != nil {
		return fmt.Errorf("go %s for %s on %s: %w", args[0], t.goos, t.goarch, err)
	}
	return nil
}

// writeSums lists every file of the folder with its SHA-256 sum.
func writeSums(dir string) error {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return err
	}
	var list bytes.Buffer
	for _, e := range entries {
		if !e.Type().IsRegular() || e.Name() == sumsName {
			continue
		}
		sum, err := sumOf(filepath.Join(dir, e.Name()))
		if err != nil {
			return err
		}
		fmt.Fprintf(&list, "%s  %s\n", sum, e.Name())
	}
	return os.WriteFile(filepath.Join(dir, sumsName), list.Bytes(), 0o644)
}

// sumOf is a file's SHA-256 sum in hexadecimal digits.
func sumOf(path string) (string, error) {
	f, err := os.Open(path)
	if err != nil {
		return "", err
	}
	defer f.Close()
	h := sha256.New()
	if _, err := io.Copy(h, f); err != nil {
		return "", err
	}
	return fmt.Sprintf("%x", h.Sum(nil)), nil
}
