package split

import "lectern/data"

// Rules is the splitter that works by hand-written rules and word lists.
type Rules struct{}

var _ Splitter = (*Rules)(nil)

// NewRules returns the rule-based splitter.
func NewRules() *Rules { return &Rules{} }

// Model is "rules-1".
func (*Rules) Model() string { return "rules-1" }

// Split reads text; see Splitter.
func (*Rules) Split(text string, hints Hints) data.Reading {
	return data.Reading{Model: "rules-1", Lang: hints.Lang}
}

// Tokens labels pre-tokenised text with one BIO label a token: B- or I- with
// source, cue or content, or O.
func (*Rules) Tokens(tokens []string) []string {
	labels := make([]string, len(tokens))
	for i := range labels {
		labels[i] = "O"
	}
	return labels
}
