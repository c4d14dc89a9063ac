package judge

import "lectern/data/split"

// Labeller is a splitter that also labels text which was cut into words
// elsewhere.
type Labeller interface {
	split.Splitter
	Tokens(tokens []string) []string
}

// Best is the best splitter that the models make. Where one of them cannot be
// read it does without, down to the rules alone.
func Best(attributions, lanes []byte) Labeller {
	learned, err := split.NewLearned(attributions)
	if err != nil {
		return split.NewRules()
	}
	j, err := Load(lanes)
	if err != nil {
		return learned
	}
	return j.Over(learned)
}
