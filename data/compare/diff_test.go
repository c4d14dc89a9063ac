package compare

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"lectern/data"
)

// report makes a document whose sentences are the lines of body. “|” in a line
// parts a source and its cue off, as in “Anna Koval said|: text”.
func report(title, body string) data.Document {
	d := data.Document{Report: data.Report{Title: title}}
	for line := range strings.SplitSeq(body, "\n") {
		who, rest, said := strings.Cut(line, "|")
		start := len(d.Body)
		d.Body += who + rest
		p := data.Passage{Sentence: data.Sentence{Span: data.Span{Start: start, End: len(d.Body)}, Kind: data.Body, Attribution: -1}}
		if said {
			cue := start + strings.LastIndex(who, " ") + 1
			p.Attribution = len(d.Attributions)
			d.Attributions = append(d.Attributions, data.Attribution{Kind: data.Indirect, Speaker: strings.TrimSpace(d.Body[start:cue]),
				Source: []data.Span{{Start: start, End: cue - 1}}, Cue: []data.Span{{Start: cue, End: start + len(who)}},
				Content: []data.Span{{Start: start + len(who), End: len(d.Body)}}})
		}
		if line != "" {
			d.Passages = append(d.Passages, p)
		}
		d.Body += "\n"
	}
	return d
}

const older = `The talks in Geneva ended on Tuesday without a joint paper.
Anna Koval said| that “we are close to a framework” on the lines of March.
About 120 trucks waited at the northern crossing.
Farmers along the river had asked for a longer pause.
Snow closed the pass for two nights.
The old hall seats forty.
The next round is planned for the autumn.
Nobody from the opposition took part.`

const newer = `The talks in Geneva ended on Tuesday without a joint paper.
Nobody from the opposition took part.
Anna Koval said| that “we are far from a framework” on the lines of March.
About 180 trucks waited at the northern crossing.
Farmers along the river had begged for a longer pause.
Snow closed the pass for two nights.
The old hall seats forty.
A second hall was booked for observers.
Petro Lys insisted| that the doors stay open.`

func of(c Comparison, kind Kind) (all []Change) {
	for _, one := range c.Changes {
		if one.Kind == kind {
			all = append(all, one)
		}
	}
	return all
}

func TestWhatChangedIsFoundAndTheWeightiestComesFirst(t *testing.T) {
	c := Diff(report("Talks end", older), report("Talks end in discord", newer))
	want := Summary{Quotations: 1, Numbers: 1, Headlines: 1, Wordings: 1, Added: 2, Removed: 1, Moved: 1}
	if got := c.Summary(); got != want {
		t.Errorf("%+v, want %+v", got, want)
	}
	var order []Class
	for _, i := range c.ByWeight() {
		order = append(order, c.Changes[i].Touches[0])
	}
	if !slices.Equal(order, []Class{Quotation, Attribution, Number, Headline, Wording, Wording, Wording, Wording}) {
		t.Errorf("the list begins %v", order)
	}
}

func TestInAChangedSentenceTheChangedWordsAreShown(t *testing.T) {
	c := Diff(report("", older), report("", newer))
	for _, one := range of(c, Changed) {
		if one.Touches[0] != Quotation {
			continue
		}
		var was, is []string
		for _, p := range one.Before.Pieces {
			if p.Changed {
				was = append(was, p.In(c.Before.Body))
			}
		}
		for _, p := range one.After.Pieces {
			if p.Changed {
				is = append(is, p.In(c.After.Body))
			}
		}
		if strings.Join(was, "|") != "close to" || strings.Join(is, "|") != "far from" {
			t.Errorf("%q became %q", was, is)
		}
		return
	}
	t.Error("no quotation changed")
}

func TestAnotherSpeakerIsAnAttributionChanged(t *testing.T) {
	c := Diff(report("", "Anna Koval said| that the doors stay open."), report("", "Petro Lys said| that the doors stay open."))
	if s := c.Summary(); s.Attributions != 1 || s.Added != 0 {
		t.Errorf("%+v", s)
	}
}

func TestStraightenedQuotationMarksAreNoChange(t *testing.T) {
	c := Diff(report("", "“It’s done,” she said."), report("", `"It's done," she said.`))
	if s := c.Summary(); !s.None() {
		t.Errorf("%+v", s)
	}
}

// Nothing of either version is lost: the comparison holds every sentence of both
// once, in the order of each, and pieces are the whole of their sentence.
func TestAComparisonRebuildsBothVersions(t *testing.T) {
	sentence := rapid.SampledFrom(append(strings.Split(strings.ReplaceAll(older+"\n"+newer, "|", ""), "\n"),
		"Так сказав міністр: «12 днів».", "–", "  two  spaces ", "1,200.5 tons", "“open"))
	body := rapid.Map(rapid.SliceOfN(sentence, 0, 12), func(lines []string) string { return strings.Join(lines, "\n") })
	rapid.Check(t, func(t *rapid.T) {
		a, b := report("A", body.Draw(t, "a")), report("B", body.Draw(t, "b"))
		c := Diff(a, b)
		var before, after []int
		for _, one := range c.Changes {
			if one.Title {
				continue
			}
			if (one.Weight == 0) != (one.Kind == Same) || (one.Before == nil) != (one.Kind == Added) || (one.After == nil) != (one.Kind == Removed) {
				t.Fatalf("%+v makes no sense", one)
			}
			if one.Before != nil {
				whole(t, one.Before, a.Body)
				before = append(before, one.Before.Sentence)
			}
			if one.After != nil {
				whole(t, one.After, b.Body)
				after = append(after, one.After.Sentence)
			}
			if one.Before != nil && one.After != nil && kept(one.Before, a.Body) != kept(one.After, b.Body) {
				t.Fatalf("what stayed differs: %q and %q", kept(one.Before, a.Body), kept(one.After, b.Body))
			}
		}
		if !slices.IsSorted(after) {
			t.Fatal("the newer version is out of order", after)
		}
		slices.Sort(before)
		for i := range a.Passages {
			if i >= len(before) || before[i] != i {
				t.Fatal("the older version is not whole", before)
			}
		}
		if len(before) != len(a.Passages) || len(after) != len(b.Passages) {
			t.Fatal("sentences came from nowhere")
		}
		if s := Diff(a, a).Summary(); !s.None() {
			t.Fatal("a report differs from itself", s)
		}
	})
}

func whole(t *rapid.T, s *Side, text string) {
	at := s.Start
	for _, p := range s.Pieces {
		if p.Start != at || p.End <= at {
			t.Fatalf("pieces %v do not make up %v", s.Pieces, s.Span)
		}
		at = p.End
	}
	if at != s.End {
		t.Fatalf("pieces %v do not make up %v of %q", s.Pieces, s.Span, text)
	}
}

// kept are the unchanged words of a side, folded.
func kept(s *Side, text string) string {
	out := ""
	for _, p := range s.Pieces {
		if !p.Changed {
			for _, tok := range tokens(text, p.Span) {
				out += tok.fold
			}
		}
	}
	return out
}

func TestLongVersionsAreComparedInTime(t *testing.T) {
	var a, b strings.Builder
	for i := range 3000 {
		line := strings.Repeat("word ", i%7) + "number " + strings.Repeat("x", i%50) + "\n"
		a.WriteString(line)
		if i%3 != 0 {
			b.WriteString(line)
		}
	}
	c := Diff(report("", a.String()), report("", b.String()))
	if len(of(c, Same)) < 1000 {
		t.Errorf("only %d sentences stayed the same", len(of(c, Same)))
	}
}
