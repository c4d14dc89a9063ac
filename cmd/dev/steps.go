package main

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"strings"
	"time"
)

// step is one check of `dev test`.
type step struct {
	name string
	does string
	live bool // shows its output as it comes, not only when it fails
	run  func(ctx context.Context, out io.Writer) error
}

// skipped is a step's word that there is nothing to check yet, and why.
type skipped string

func (s skipped) Error() string { return string(s) }

// runSteps runs one after the other with their times and stops at the first
// that fails, after showing all that it printed.
func runSteps(ctx context.Context, out io.Writer, steps []step) error {
	begin := time.Now()
	for i, s := range steps {
		fmt.Fprintf(out, "[%d/%d] %s: %s\n", i+1, len(steps), s.name, s.does)
		start := time.Now()
		var kept bytes.Buffer
		to := io.Writer(&kept)
		if s.live {
			to = out
		}
		err := s.run(ctx, to)
		took := seconds(time.Since(start))
		if why, ok := err.(skipped); ok {
			fmt.Fprintf(out, "      skipped: %s\n", string(why))
			continue
		}
		if err != nil {
			fmt.Fprintf(out, "%s", kept.String())
			return plain(fmt.Sprintf("%s failed after %s: %v", s.name, took, err))
		}
		fmt.Fprintf(out, "      good, %s\n", took)
	}
	fmt.Fprintf(out, "\nEverything is as it should be (%d checks, %s).\n", len(steps), seconds(time.Since(begin)))
	return nil
}

// chosen keeps the steps that names asks for, in their own order; no names
// means all.
func chosen(steps []step, names []string) ([]step, error) {
	if len(names) == 0 {
		return steps, nil
	}
	var kept []step
	wanted := map[string]bool{}
	for _, n := range names {
		wanted[n] = true
	}
	var known []string
	for _, s := range steps {
		known = append(known, s.name)
		if wanted[s.name] {
			kept = append(kept, s)
			delete(wanted, s.name)
		}
	}
	for n := range wanted {
		return nil, plain(fmt.Sprintf("There is no step %q; there are: %s.", n, strings.Join(known, " ")))
	}
	return kept, nil
}
