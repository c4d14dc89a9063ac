package main

import (
	"lectern/assets"
	"lectern/data/split"
	"lectern/data/split/judge"
)

// splitter is what reports are read with: the models that ship, or the rules
// alone where one of them cannot be read. lectern-cli reads with the same.
func splitter() split.Splitter {
	learned, err := split.NewLearned(assets.AttributionModel)
	if err != nil {
		return split.NewRules()
	}
	j, err := judge.Load(assets.LaneModel)
	if err != nil {
		return learned
	}
	return j.Over(learned)
}
