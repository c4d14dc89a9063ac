package tag

import (
	"context"
	"fmt"
	"testing"
)

// drilled is a model of one size on a made-up language of three words, in which
// "says" is a cue, the word before it a source and what follows a content.
func drilled(tb testing.TB, c Config) (*Model, []Paragraph) {
	tb.Helper()
	for i := range 400 {
		p := Paragraph{Words: []string{"Then", "the", fmt.Sprintf("envoy%d", i%7), "says", "all", "is", "well", "."}}
		if i%3 == 0 {
			p.Words = []string{"Then", "the", fmt.Sprintf("envoy%d", i%7), "left", "the", "old", "hall", "."}
			p.Gold = make([]Label, 8)
		} else {
			p.Gold = Spell(8, []Run{{1, 3, Source}, {3, 4, Cue}, {4, 7, Content}})
		}
		c.Train = append(c.Train, p)
	}
	c.Dev = c.Train[:50]
	d, err := TrainNets(context.Background(), c)
	if err != nil {
		tb.Fatal(err)
	}
	file, err := d.Encode()
	if err != nil {
		tb.Fatal(err)
	}
	m, err := Load(file)
	if err != nil {
		tb.Fatal(err)
	}
	return m, c.Train
}

func TestLearnsAndKeepsWhatItLearned(t *testing.T) {
	m, ps := drilled(t, Config{Nets: 1, In: 16, Size: 16, Epochs: 4, Layers: 2})
	if got := Measure(ps, m.Tag); got[Content].F1() < 99 || got[Source].F1() < 99 || got[Cue].F1() < 99 {
		t.Errorf("the rounded model reads its own lesson with F1 %v", got)
	}
}

func BenchmarkTag(b *testing.B) {
	m, _ := drilled(b, Config{Nets: 2, Epochs: 1})
	p := Paragraph{}
	for i := range 80 {
		p.Words = append(p.Words, []string{"Then", "the", "envoy3", "says", "all", "is"}[i%6])
		p.Clues = append(p.Clues, []Clue{1, 2, 3, 4, 5})
	}
	for b.Loop() {
		m.Tag(&p)
	}
	b.ReportMetric(float64(b.Elapsed().Microseconds())/float64(b.N*len(p.Words)), "µs/word")
}
