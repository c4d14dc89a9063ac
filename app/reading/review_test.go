package reading

import (
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"lectern/app/look"
	"lectern/app/ui/page"
	"lectern/data"
)

// doubt makes the machine unsure of the passages with these words, and sure of
// all others.
func (r *room) doubt(t *testing.T, words ...string) []int {
	t.Helper()
	doc, err := r.lib.Document(t.Context(), r.id)
	if err != nil {
		t.Fatal(err)
	}
	reading := data.Reading{Model: "m", Attributions: doc.Attributions}
	for _, p := range doc.Passages {
		p.Score = 0.9
		for _, w := range words {
			if strings.Contains(p.In(doc.Body), w) {
				p.Score = 0.4
			}
		}
		reading.Sentences = append(reading.Sentences, p.Sentence)
	}
	if err := r.lib.Reread(t.Context(), r.id, reading); err != nil {
		t.Fatal(err)
	}
	r.follow(t)
	var at []int
	for _, w := range words {
		at = append(at, r.find(t, w))
	}
	return at
}

func TestKeysGoThroughWhatIsToBeReviewed(t *testing.T) {
	r := openRoom(t, body)
	further := make(chan struct{}, 9)
	r.config.NextReview = func() { further <- struct{}{} }
	at := r.doubt(t, "open the bridge", "giving in", "closed in May")
	if r.doc.Passages[at[2]].Shown() != data.Background || !r.arr.hidden(columnOf(data.Background)) {
		t.Fatal("the last should lie in a lane that is hidden")
	}
	var seen []int
	for range 4 {
		r.TypedRune('n')
		seen = append(seen, r.chosen)
		if !r.onScreen(columnOf(r.lane())) {
			t.Errorf("the card of %d is not on screen", r.chosen)
		}
	}
	if seen[0] != at[0] || seen[1] != at[1] || seen[2] != at[2] || seen[3] != at[0] {
		t.Errorf("N went to %v, want %v and round", seen, at)
	}
	if r.onScreen(columnOf(data.Background)) {
		t.Error("the hidden lane stays on screen")
	}
	r.TypedRune('p')
	if r.chosen != at[2] {
		t.Errorf("P went to %d, want %d", r.chosen, at[2])
	}
	for range 3 { // accept each; the library tells of it
		r.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
		r.config.Changes.Wait(20 * time.Second)
		r.follow(t)
	}
	for _, i := range at {
		if d := r.doc.Passages[i].Decision; d == nil || d.Lane != r.doc.Passages[i].Lane {
			t.Errorf("%d is decided as %+v", i, d)
		}
	}
	if r.awaiting() != 0 || !r.head.review.Hidden {
		t.Errorf("%d are left to review", r.awaiting())
	}
	r.TypedRune('n')
	select {
	case <-further:
	default:
		t.Error("N did not ask for the next report")
	}
}

func TestWhatIsToBeReviewedIsToldInWordsAndMarks(t *testing.T) {
	r := openRoom(t, body)
	at := r.doubt(t, "giving in")[0]
	p := r.doc.Passages[at]
	if got := badgeOf(&r.doc, p, data.ReviewAll); got != "? to review" {
		t.Errorf("the card says %q", got)
	}
	if note := noteOf(&r.doc, p, data.ReviewAll); !strings.HasPrefix(note, "Is this right? A accepts Reactions;") {
		t.Errorf("its note says %q", note)
	}
	if got := badgeOf(&r.doc, p, data.ReviewNone); got != "unsure" {
		t.Errorf("with nothing to be reviewed it says %q", got)
	}
	asked := 0
	for _, b := range originalBlocks(&r.doc, nil, look.Current().Palette, data.ReviewAll) {
		for _, m := range b.Marks {
			if m.Style == page.Ask {
				asked++
			}
		}
	}
	if asked != 1 {
		t.Errorf("%d marks in the original", asked)
	}
}

func TestFirmnessAndTheReportsOwnLikelihoodAreTold(t *testing.T) {
	doc := data.Document{Body: "It is unlikely that they may go. They went."}
	p := data.Passage{Sentence: data.Sentence{Span: data.Span{End: 32}, Score: 0.9, Lane: data.Caveat,
		Hedges: []data.Hedge{{Span: data.Span{Start: 25, End: 28}, Kind: data.Modal}}}}
	if got := badgeOf(&doc, p, data.ReviewAll); got != "“unlikely”" {
		t.Errorf("badge %q", got)
	}
	note := noteOf(&doc, p, data.ReviewAll)
	for _, want := range []string{"“unlikely”: in ICD 203, 20–45 %", "Firmness 5 of 10: “may” (possible)."} {
		if !strings.Contains(note, want) {
			t.Errorf("%q is not in %q", want, note)
		}
	}
	firm := data.Passage{Sentence: data.Sentence{Span: data.Span{Start: 33, End: 43}, Score: 0.9, Lane: data.Statement}}
	if got := badgeOf(&doc, firm, data.ReviewAll) + noteOf(&doc, firm, data.ReviewAll); strings.Contains(got, "irm") || strings.Contains(got, "ICD") {
		t.Errorf("what is firm says %q", got)
	}
}
