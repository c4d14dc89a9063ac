package reading

import (
	"strings"
	"testing"
	"time"

	"lectern/data"
)

func TestACardTellsWhatItPromises(t *testing.T) {
	doc := data.Document{Body: "We will open the bridge within two weeks. It is long."}
	doc.Themes = []data.ThemeCount{{Name: "Prisoners", Count: 9}, {Name: "Ferries", Count: 4}, {Name: "Grain", Count: 2}, {Name: "Wool", Count: 1}}
	first, second := data.Passage{Sentence: data.Sentence{Span: data.Span{End: 41}}}, data.Passage{Sentence: data.Sentence{Span: data.Span{Start: 42, End: 53}}}
	doc.Expectations = []data.Expectation{{Passage: first.Span, When: data.Span{Start: 24, End: 40},
		Due: time.Date(2026, 10, 20, 0, 0, 0, 0, time.UTC), Precision: data.ToTheWeek}}
	if got := noteOf(&doc, first, data.ReviewAll); !strings.HasPrefix(got, "Promised for 20 Oct 2026: “within two weeks”.\n") {
		t.Errorf("the promise is told as %q", got)
	}
	if got := noteOf(&doc, second, data.ReviewAll); strings.Contains(got, "Promised") {
		t.Errorf("the other passage says %q", got)
	}
	if got := factsOf(doc.Report); got != "Prisoners, Ferries, Grain" {
		t.Errorf("under the title stands %q", got)
	}
}
