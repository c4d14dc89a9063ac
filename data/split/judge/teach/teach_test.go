package teach

import (
	"math/rand/v2"
	"reflect"
	"regexp"
	"strings"
	"testing"

	"lectern/data"
	"lectern/data/split/judge"
)

// made are examples whose answer hangs on one feature, with others that tell
// nothing.
func made(n int) []example {
	random := rand.New(rand.NewPCG(3, 4))
	out := make([]example, n)
	for i := range out {
		out[i].class = random.IntN(2)
		out[i].features = []uint64{uint64(100 + out[i].class), uint64(random.IntN(50)), uint64(random.IntN(50))}
	}
	return out
}

func TestHeadLearnsWhatTellsAndTheSameEveryTime(t *testing.T) {
	l := lesson{name: "x", classes: []string{"yes"}, bits: 10, epochs: 5, rate: .1, decay: .1, min: 2, cut: .5}
	a, b := l.learn(made(400), 7), l.learn(made(400), 7)
	if !reflect.DeepEqual(a, b) {
		t.Error("the same seed learned two models")
	}
	if f := flagged(a, made(100)); f.F1 < 99 {
		t.Errorf("learned only to %.1f", f.F1)
	}
}

func TestLooksLearnFromTraits(t *testing.T) {
	var rs []report
	for d := range 10 {
		r := report{name: string(rune('a' + d))}
		for i := range 8 {
			g := (d + i) % 4
			r.gold = append(r.gold, g)
			r.reading.Sentences = append(r.reading.Sentences, data.Sentence{Attribution: -1})
			r.traits = append(r.traits, []judge.Trait{{Name: "always", Value: 1}, {Name: "tells " + string(rune('0'+g)), Value: 1}})
		}
		rs = append(rs, r)
	}
	first, second := looks(rs)
	j := judge.Judge{First: first, Second: second, Heat: 1}
	for _, r := range rs {
		for i, c := range j.Chances(&r.reading, r.traits) {
			if judge.Choose(c) != r.gold[i] {
				t.Fatalf("report %s, sentence %d: %v, want %d", r.name, i, c, r.gold[i])
			}
		}
	}
}

func TestBinsMeasureHowFarSureIsFromRight(t *testing.T) {
	var b bins
	for i := range 10 {
		b.add(0.95, i < 7)
	}
	if got := b.expected(); got < 0.249 || got > 0.251 {
		t.Errorf("0.95 sure and 7 of 10 right is an error of %v", got)
	}
}

// The rules of the scorer: a span begins with B, or with I after another role.
func TestSpansOfLabels(t *testing.T) {
	got := bioSpans([]string{"B-source", "I-source", "O", "B-cue", "B-content", "I-content", "I-source"})
	want := map[string]map[data.Span]bool{
		"source": {{Start: 0, End: 2}: true, {Start: 6, End: 7}: true}, "cue": {{Start: 3, End: 4}: true}, "content": {{Start: 4, End: 6}: true},
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
}

func TestBratSpansComeInBytes(t *testing.T) {
	text := "Ніна said: “Yes, and no.”"
	ann := "T1\tSource 0 4\tx\nT2\tCue 5 9\tx\nT3\tContent 12 15;17 23\tx\nE1\tSource:T1 Cue:T2 Content:T3\n"
	got := annotated(ann, offsets(text))
	if len(got[0]) != 1 || got[0][0].In(text) != "Ніна" || len(got[2]) != 2 || got[2][1].In(text) != "and no" {
		t.Errorf("%v", got)
	}
}

// Labels name places, never words: a corpus, a document, offsets with a letter.
func TestLabelsHoldNoText(t *testing.T) {
	line := regexp.MustCompile(`^(polnear|newsdiscourse)\t[\w.-]+\t\d+[SCRB]( \d+[SCRB])*\n$`)
	for l := range strings.Lines(labels) {
		if !line.MatchString(l) {
			t.Errorf("%.80q", l)
		}
	}
}
