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
	if err := set.Parse(args); err != nil {
		return plain("Usage: go run ./cmd/dev bench [-reports N]")
	}
	if *reports < 1 {
		return plain("-reports must be 1 or more.")
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
