package main

import (
	"fmt"
	"os"
	"path/filepath"

	"lectern/data/split/judge/teach"
)

// trainCommand learns the sentence models again. It takes a minute or two.
type trainCommand struct {
	Corpora string `required:"" placeholder:"DIR" help:"Annotated news, a folder like shared/corpora."`
	Lanes   string `required:"" placeholder:"DIR" help:"Reports with lanes, a folder like shared/lanes/dev."`
	Out     string `required:"" placeholder:"DIR" help:"Where the model files go; it must be there."`
	Seed    uint64 `default:"1" help:"Same seed, same files: same bytes." placeholder:"N"`
}

// laneModelName names the judge, and its file with ".bin" after it. It changes
// with every judge that ships, so that old readings can be told.
const laneModelName = "lanes-1"

// Run writes lanes-1.bin and prints its path.
func (c *trainCommand) Run(s *session) error {
	j, err := teach.Train(teach.Config{Corpora: c.Corpora, Lanes: c.Lanes, Seed: c.Seed, Name: laneModelName})
	if err != nil {
		return err
	}
	b, err := j.Bytes()
	if err != nil {
		return err
	}
	file := filepath.Join(c.Out, laneModelName+".bin")
	if err := os.WriteFile(file, b, 0o644); err != nil {
		return err
	}
	_, err = fmt.Fprintln(s.out, file)
	return err
}
