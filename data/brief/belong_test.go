package brief_test

import (
	"context"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"lectern/data"
	"lectern/data/brief"
	"lectern/data/library"
)

var ctx = context.Background()

// made is a report whose sentences each stand in the lane that goes before them:
// "S Maren: The bridge will open." is a statement by Maren. Empty lines part
// paragraphs.
func made(title, script string) library.NewReport {
	var body strings.Builder
	r := library.NewReport{Report: data.Report{Title: title, Publisher: "The Paper", Published: time.Date(2026, 3, 4, 0, 0, 0, 0, time.UTC)}}
	r.Reading.Model = "made"
	lanes := map[string]data.Lane{"S": data.Statement, "C": data.Caveat, "R": data.Reaction, "B": data.Background}
	for i, line := range strings.Split(script, "\n") {
		if i > 0 {
			body.WriteByte('\n')
		}
		if line == "" {
			continue
		}
		lane, rest, _ := strings.Cut(line, " ")
		speaker, words, spoken := strings.Cut(rest, ": ")
		if !spoken {
			words = rest
		}
		s := data.Sentence{Span: data.Span{Start: body.Len(), End: body.Len() + len(words)}, Kind: data.Body, Lane: lanes[lane], Attribution: -1}
		if spoken {
			s.Attribution = len(r.Reading.Attributions)
			r.Reading.Attributions = append(r.Reading.Attributions, data.Attribution{Content: []data.Span{s.Span}, Speaker: speaker})
		}
		r.Reading.Sentences = append(r.Reading.Sentences, s)
		body.WriteString(words)
	}
	r.Body = body.String()
	return r
}

func opened(t *testing.T) *library.Library {
	t.Helper()
	l, err := library.Open(ctx, library.Config{Path: filepath.Join(t.TempDir(), "l.lectern"), Who: "Vera"})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { l.Close() })
	return l
}

func added(t *testing.T, l *library.Library, r library.NewReport) data.Document {
	t.Helper()
	a, err := l.Add(ctx, []library.NewReport{r})
	if err != nil {
		t.Fatal(err)
	}
	d, err := l.Document(ctx, a[0].ID)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

const bridge = `S Ilya Maren: Both sides agreed that humanitarian access to the valley opens on Monday.
C The text of the agreement has not been published.

B The valley was closed in spring.

C Analysts warn that Maren has announced such openings before.
C Aid workers say convoys may still be turned back at the checkpoints.
R Crowds in the square cheered the humanitarian convoy.

C The harvest could fail for other reasons.`

func TestCaveatsTravelWithTheirStatement(t *testing.T) {
	l := opened(t)
	d := added(t, l, made("The valley opens", bridge))
	themes, err := l.Themes(ctx)
	if err != nil {
		t.Fatal(err)
	}
	caveats, reactions := brief.Belongings(d, d.Passages[0].ID, themes)
	tie := map[string]brief.Tie{}
	for _, b := range append(caveats, reactions...) {
		tie[d.Body[b.Passage.Start:b.Passage.End][:12]] = b.Ties[0]
	}
	for words, want := range map[string]brief.Tie{
		"The text of ": brief.SameParagraph, "Analysts war": brief.SameSpeaker, "Aid workers ": brief.SameTheme, "Crowds in th": brief.SameTheme,
	} {
		if tie[words] != want {
			t.Errorf("%q belongs by %q, want %q", words, tie[words], want)
		}
	}
	if _, ok := tie["The harvest "]; ok {
		t.Error("a caveat about something else travels along")
	}
	if !slices.IsSortedFunc(caveats, func(a, b brief.Belonging) int { return a.Passage.Start - b.Passage.Start }) {
		t.Error("caveats are not in the order of the report")
	}
}

func TestAHeadlineIsNotShownWithoutTheCaveatsBelowIt(t *testing.T) {
	l := opened(t)
	r := made("The valley opens", `S Valley open
B The road was closed in spring.

S A heading

C It could snow.

S Another heading

C Nobody has signed.
C The harvest could fail.
C It may be a trick.`)
	for _, i := range []int{0, 2, 4} {
		r.Reading.Sentences[i].Kind = data.Headline
	}
	d := added(t, l, r)
	for at, want := range map[int]int{0: 3, 2: 1, 4: 3} { // of the report's own, the first of all below
		caveats, _ := brief.Belongings(d, d.Passages[at].ID, data.Themes{})
		if len(caveats) != want || caveats[0].Ties[0] != brief.Headed || caveats[0].Passage.Start < d.Passages[at].End {
			t.Errorf("%q comes with %+v", d.Passages[at].In(d.Body), caveats)
		}
	}
}

func TestWhatWasQuotedIsNeverShownOtherThanItWas(t *testing.T) {
	l := opened(t)
	report := made("The valley opens", bridge)
	d := added(t, l, report)
	q := brief.QuoteOf(d, d.Passages[0], time.Now())
	fate := func(want brief.Fate) brief.Resolved {
		t.Helper()
		got, err := brief.NewResolver(l).Resolve(ctx, q)
		if err != nil {
			t.Fatal(err)
		}
		if got.Fate != want || got.Now.Words != q.Words {
			t.Fatalf("fate %s, words %q, want %s", got.Fate, got.Now.Words, want)
		}
		return got
	}
	fate(brief.AsItWas)
	must := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	must(l.Decide(ctx, []data.PassageID{d.Passages[0].ID}, data.Background))
	if got := fate(brief.Corrected); got.Now.Lane != data.Background || got.Was.Lane != data.Statement {
		t.Errorf("after a correction: %+v", got.Now)
	}
	must(l.Remove(ctx, []data.ReportID{d.ID}))
	if got := fate(brief.Gone); !got.AsOf() || got.Document != nil {
		t.Errorf("of a report removed: %+v", got)
	}
	again := added(t, l, report)
	if got := fate(brief.Moved); got.Now.Report != again.ID {
		t.Errorf("of a report brought in again: %+v", got.Now)
	}
	q.Words = "Both sides agreed on everything"
	if got, err := brief.NewResolver(l).Resolve(ctx, q); err != nil || got.Fate != brief.Gone {
		t.Errorf("words that never stood there: %+v, %v", got, err)
	}
}
