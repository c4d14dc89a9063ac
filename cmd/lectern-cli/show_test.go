package main

import (
	"testing"

	"lectern/data"
)

func TestADecisionThatWentAstrayAnswersForNothing(t *testing.T) {
	sentence := data.Sentence{Span: data.Span{End: 3}, Lane: data.Caveat, Secondary: data.Statement, Score: 0.6, Attribution: -1}
	doc := data.Document{Body: "Yes", Passages: []data.Passage{{Sentence: sentence}}}
	for _, astray := range []bool{false, true} {
		doc.Passages[0].Decision = &data.Decision{Lane: data.Reaction, By: "Ada", Astray: astray}
		got, want := shown(doc).Sentences[0], wireSentence{Lane: "reaction", Score: 1}
		if astray {
			want = wireSentence{Lane: "caveat", Secondary: "statement", Score: 0.6}
		}
		if got.Lane != want.Lane || got.Secondary != want.Secondary || got.Score != want.Score || got.Astray != astray || !got.Decided {
			t.Errorf("astray %v: %+v", astray, got)
		}
	}
}
