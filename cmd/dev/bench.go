package main

import (
	"context"
	"flag"
	"fmt"
)

// bench measures the engine with lectern-cli and the window with lectern, both
// on the same library of N reports of 4 KB.
func (w workshop) bench(ctx context.Context, args []string) error {
	set := flag.NewFlagSet("bench", flag.ContinueOnError)
	set.SetOutput(w.out)
	reports := set.Int("reports", 100_000, "how many reports the library holds")
	files := set.Int("files", 0, "instead, import this many mixed files, killed three times on the way")
	searches := set.Bool("search", false, "instead, ask a mix of queries of libraries of N and N/10 reports, and of sqlite3 where it is installed")
	models := set.Bool("models", false, "with -files: read with the models that ship, not the rules alone")
	if err := set.Parse(args); err != nil {
		return plain("Usage: go run ./cmd/dev bench [-reports N] [-search] [-files N [-models]]")
	}
	if *reports < 1 || *files < 0 {
		return plain("-reports must be 1 or more, -files 0 or more.")
	}
	if *files > 0 {
		return w.benchArchive(ctx, *files, *models)
	}
	if *searches {
		return w.benchEngine(ctx, "bench", "--search", "--reports", fmt.Sprint(*reports))
	}
	if err := w.setUp(ctx, true); err != nil {
		return err
	}
	cli, err := w.build(ctx, "lectern-cli", appTags(w.here.goos))
	if err != nil {
		return err
	}
	window, err := w.build(ctx, "lectern", appTags(w.here.goos))
	if err != nil {
		return err
	}
	dir, err := w.freshCache("bench")
	if err != nil {
		return err
	}
	return w.measure(ctx, cli, window, dir, *reports)
}

// measure prints the engine's figures, then the window's.
func (w workshop) measure(ctx context.Context, cli, window, dir string, reports int) error {
	library := dir + "/bench.lectern"
	c := command(ctx, cli, "bench", "--reports", fmt.Sprint(reports), "--keep", library)
	c.Dir, c.Stdout, c.Stderr = w.root, w.out, w.out
	if err := c.Run(); err != nil {
		return fmt.Errorf("lectern-cli bench: %w", err)
	}
	w.say("\nStart-up and memory with that library:")
	for range 3 {
		if err := w.onVirtualScreen(ctx, w.out, dir, window, "--measure", "--library", library); err != nil {
			return err
		}
	}
	return nil
}

// benchArchive measures an import of many files of every kind.
func (w workshop) benchArchive(ctx context.Context, files int, models bool) error {
	args := []string{"--rules", "bench", "--mixed", fmt.Sprint(files)}
	if models {
		args = args[1:]
	}
	return w.benchEngine(ctx, args...)
}

// benchEngine runs lectern-cli. It needs no window, so nothing is installed for it.
func (w workshop) benchEngine(ctx context.Context, args ...string) error {
	cli, err := w.build(ctx, "lectern-cli", appTags(w.here.goos))
	if err != nil {
		return err
	}
	c := command(ctx, cli, args...)
	c.Dir, c.Stdout, c.Stderr = w.root, w.out, w.out
	return c.Run()
}
