package reading

import (
	"strings"
	"testing"

	"lectern/data"
)

func TestACardTellsThroughWhomItCameAndHowItsSpeakerIsNamed(t *testing.T) {
	doc := data.Document{Body: "An official said the president told leaders to go."}
	doc.Attributions = []data.Attribution{
		{Source: []data.Span{{Start: 0, End: 11}}, Cue: []data.Span{{Start: 12, End: 16}}, Content: []data.Span{{Start: 17, End: 49}}, Speaker: "An official"},
		{Source: []data.Span{{Start: 17, End: 30}}, Cue: []data.Span{{Start: 31, End: 35}}, Content: []data.Span{{Start: 44, End: 49}},
			Speaker: "Ada Low", Via: []string{"An official"}},
	}
	p := data.Passage{Sentence: data.Sentence{Span: data.Span{End: 50}, Attribution: 0}, Speaker: "An official"}
	if got := headOf(&doc, p); got != "Ada Low, according to An official" {
		t.Errorf("the head is %q", got)
	}
	if got := noteOf(&doc, p, data.ReviewAll); strings.Contains(got, "Named here") {
		t.Errorf("the report's own words are told again: %q", got)
	}
	p.Attribution, p.Speaker = 1, "Ada Low"
	if got := noteOf(&doc, p, data.ReviewAll); !strings.Contains(got, "Named here: “the president”.") {
		t.Errorf("the note does not tell the words: %q", got)
	}
}
