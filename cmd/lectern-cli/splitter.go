package main

import (
	"lectern/assets"
	"lectern/data/split"
	"lectern/data/split/judge"
)

// splitter is what a call reads reports with: the models that ship, or the
// rules alone.
func splitter(rules bool) judge.Labeller {
	if rules {
		return split.NewRules()
	}
	return judge.Best(assets.AttributionModel, assets.LaneModel)
}
