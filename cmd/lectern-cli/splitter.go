package main

import (
	"lectern/assets"
	"lectern/data/split"
	"lectern/data/split/judge"
)

// tokenSplitter also labels text that was cut into words elsewhere.
type tokenSplitter interface {
	split.Splitter
	Tokens(tokens []string) []string
}

// splitter is what every command reads reports with: the models that ship, or
// the rules alone where one of them cannot be read.
func splitter() tokenSplitter {
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
