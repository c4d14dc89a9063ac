package main

import (
	"context"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"
)

// parcel is what one run of `dev package` makes: which source, of which version
// and time, and where the results go.
type parcel struct {
	Root    string    // the checkout
	Out     string    // an existing folder for what is handed out
	Version string    // "1.2.3", from FyneApp.toml
	Commit  string    // the full hash, with "-dirty" where the tree holds more
	Epoch   time.Time // the only time that a package tells, in UTC
}

// packager makes the packages of one system and gives their paths.
type packager struct {
	name string
	make func(context.Context, parcel) ([]string, error)
}

// packagers are all that `dev package all` makes, in this order.
func packagers() []packager {
	return []packager{{"windows", packageWindows}, {"linux", packageLinux}}
}

// pack makes what people install: `dev package [FLAGS] [SYSTEM...]`.
func (w workshop) pack(ctx context.Context, args []string) error {
	set := flag.NewFlagSet("package", flag.ContinueOnError)
	set.SetOutput(w.out)
	out := set.String("out", w.cache("dist"), "the `FOLDER` for what is made; what it held of earlier runs is replaced")
	dirty := set.Bool("dirty", false, "package what is not committed too")
	if err := set.Parse(args); err != nil {
		return plain("Usage: go run ./cmd/dev package [-out FOLDER] [-dirty] [" + strings.Join(systems(), "|") + "|all]")
	}
	some, err := askedFor(set.Args())
	if err != nil {
		return err
	}
	p, err := w.parcel(ctx, *out, *dirty)
	if err != nil {
		return err
	}
	return w.makeAll(ctx, p, some)
}

// systems are the names that `dev package` takes.
func systems() []string {
	var names []string
	for _, k := range packagers() {
		names = append(names, k.name)
	}
	return names
}

// askedFor gives the packagers that names asks for; none, or "all", means all.
func askedFor(names []string) ([]packager, error) {
	all := packagers()
	if len(names) == 0 || slices.Contains(names, "all") {
		return all, nil
	}
	var some []packager
	for _, n := range names {
		i := slices.IndexFunc(all, func(k packager) bool { return k.name == n })
		if i < 0 {
			return nil, plain(fmt.Sprintf("There is nothing to package for %q; there are: %s, all.", n, strings.Join(systems(), ", ")))
		}
		some = append(some, all[i])
	}
	return some, nil
}

// makeAll makes the packages and lists them with their sizes and sums.
func (w workshop) makeAll(ctx context.Context, p parcel, some []packager) error {
	w.say("Lectern %s of %s, commit %.12s", p.Version, p.Epoch.Format("2 January 2006, 15:04 UTC"), p.Commit)
	for _, k := range some {
		start := time.Now()
		made, err := k.make(ctx, p)
		if err != nil {
			return fmt.Errorf("packaging for %s: %w", k.name, err)
		}
		w.say("%s, %s:", k.name, seconds(time.Since(start)))
		for _, path := range made {
			w.say("  %s, %s", path, sizeOf(path))
		}
	}
	return writeSums(p.Out)
}

// sizeOf tells a file's size, or that of all files in a folder, for people.
func sizeOf(path string) string {
	var sum int64
	err := filepath.Walk(path, func(_ string, info os.FileInfo, err error) error {
		if err == nil && info.Mode().IsRegular() {
			sum += info.Size()
		}
		return err
	})
	if err != nil {
		return "size unknown"
	}
	return fmt.Sprintf("%.1f MB", float64(sum)/1e6)
}
