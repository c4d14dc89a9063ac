package main

import (
	"fmt"
	"path/filepath"

	"lectern/data"
	"lectern/data/split/judge"
	"lectern/data/split/judge/teach"
)

// evalCommand learns as train does, without what it is scored on, and prints how
// well that reads.
type evalCommand struct {
	Corpora string `required:"" placeholder:"DIR" help:"Annotated news, a folder like shared/corpora."`
	Lanes   string `required:"" placeholder:"DIR" help:"Reports with lanes, a folder like shared/lanes/dev."`
	Seed    uint64 `default:"1" help:"Of the learning." placeholder:"N"`
}

// Run prints the table.
func (c *evalCommand) Run(s *session) error {
	f, err := teach.Evaluate(teach.Config{Corpora: c.Corpora, Lanes: c.Lanes, Seed: c.Seed, Name: laneModelName})
	if err != nil {
		return err
	}
	line := func(what string, x teach.PRF, floor string) {
		fmt.Fprintf(s.out, "%-34s %5.1f  %5.1f  %5.1f   %s\n", what, x.P, x.R, x.F1, floor)
	}
	fmt.Fprintf(s.out, "%-34s %5s  %5s  %5s   %s\n", "", "P", "R", "F1", "at least")
	for l, x := range f.Lane {
		line("lane "+string(data.Lanes()[l]), x, "")
	}
	fmt.Fprintf(s.out, "%-34s %19.1f   %s\n", "lanes, macro F1", f.MacroF1, "72")
	fmt.Fprintf(s.out, "%-34s %19.1f   %s\n", "lanes, accuracy", f.Accuracy, "80")
	fmt.Fprintf(s.out, "%-34s %19.1f\n", "lanes by rules alone, macro F1", f.Rules.MacroF1)
	fmt.Fprintf(s.out, "%-34s %19.1f\n", "lanes by rules alone, accuracy", f.Rules.Accuracy)
	fmt.Fprintf(s.out, "%-34s %19.3f   %s\n", "lanes, calibration error", f.ECE, "0.05 at most")
	line("speech", f.Speech, "86")
	line("uncertain", f.Uncertain, "62")
	return c.spans(splitter(false), line)
}

// spans prints how well the parts of attributions are found.
func (c *evalCommand) spans(reads judge.Labeller, line func(string, teach.PRF, string)) error {
	tokens, err := teach.TokenFigures(filepath.Join(c.Corpora, "cofenet", "valid.jsonl"), reads)
	if err != nil {
		return err
	}
	for n, role := range teach.Roles {
		line("tokens, exact "+role, tokens[n], [...]string{"70", "67", "60"}[n])
	}
	f, err := teach.AttributionFigures(filepath.Join(c.Corpora, "polnear", "dev"), reads)
	if err != nil {
		return err
	}
	for n, role := range teach.Roles {
		line("attribution, trimmed "+role, f.Trimmed[n], [...]string{"", "", "55"}[n])
	}
	for n, role := range teach.Roles {
		line("attribution, overlapping "+role, f.Overlap[n], [...]string{"", "", "80"}[n])
	}
	return nil
}
