package judge

import (
	"lectern/data"
	"lectern/data/split"
)

var _ split.Splitter = (*Judged)(nil)

// Judged is a splitter whose sentences a judge looks over; see Judge.Over.
type Judged struct {
	shown split.Splitter
	rules *split.Rules
	judge *Judge
}

// Over is a splitter that reads as shown does, with the sentences judged by j.
// The judge learned on what the rules make of a report, so it looks at that,
// whatever shown finds: it was measured to judge better so than on learned
// attributions. Its Model names both; a reading in a language that j does not
// know names shown alone.
func (j *Judge) Over(shown split.Splitter) *Judged {
	return &Judged{shown, split.NewRules(), j}
}

// Model names both.
func (x *Judged) Model() string { return x.shown.Model() + "+" + x.judge.Name }

// Split reads text; see split.Splitter.
func (x *Judged) Split(text string, hints split.Hints) data.Reading {
	r := x.shown.Split(text, hints)
	if !english(r.Lang) {
		return r
	}
	byRules := r
	if _, same := x.shown.(*split.Rules); !same {
		byRules = x.rules.Split(text, hints)
	}
	if !sameSentences(r.Sentences, byRules.Sentences) {
		x.judge.Apply(text, &r)
		return r
	}
	x.judge.Apply(text, &byRules)
	r.Model = x.Model()
	for i := range r.Sentences {
		s, b := &r.Sentences[i], &byRules.Sentences[i]
		s.Lane, s.Secondary, s.Score, s.Reason = b.Lane, b.Secondary, b.Score, b.Reason
		s.Speech, s.Uncertain = b.Speech, b.Uncertain
	}
	return r
}

func sameSentences(a, b []data.Sentence) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if a[i].Span != b[i].Span {
			return false
		}
	}
	return true
}

// Tokens labels pre-tokenised text as the splitter below does, or with O alone
// where it cannot.
func (x *Judged) Tokens(tokens []string) []string {
	if t, ok := x.shown.(interface{ Tokens([]string) []string }); ok {
		return t.Tokens(tokens)
	}
	labels := make([]string, len(tokens))
	for i := range labels {
		labels[i] = "O"
	}
	return labels
}
