package tag

import (
	"context"
	"fmt"
	"math/rand/v2"
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

func TestRefusesWhatIsNoModel(t *testing.T) {
	c := Config{Nets: 1, In: 16, Size: 16, Epochs: 1, Train: []Paragraph{{Words: []string{"a"}, Gold: make([]Label, 1)}}}
	d, err := TrainNets(context.Background(), c)
	if err != nil {
		t.Fatal(err)
	}
	file, err := d.Encode()
	if err != nil {
		t.Fatal(err)
	}
	if _, err := Load(file); err != nil {
		t.Fatal(err)
	}
	for _, bad := range [][]byte{nil, file[:len(file)/2], append([]byte("x"), file...), append(append([]byte{}, file...), 0)} {
		if _, err := Load(bad); err == nil {
			t.Errorf("%d bytes of the %d were taken for a model", len(bad), len(file))
		}
	}
	file[len(file)/2] ^= 1
	if _, err := Load(file); err == nil {
		t.Error("a flipped bit went unseen")
	}
}

func TestSameSeedSameModel(t *testing.T) {
	c := Config{Nets: 1, In: 16, Size: 16, Epochs: 2, Seed: 9}
	one, ps := drilled(t, c)
	two, _ := drilled(t, c)
	for i := range ps {
		a, b := one.scores(&ps[i]), two.scores(&ps[i])
		for k := range a.v {
			if a.v[k] != b.v[k] {
				t.Fatalf("paragraph %d is scored %g and %g", i, a.v[k], b.v[k])
			}
		}
	}
}

// Both kinds of product, the one for any processor and the one for this, are the
// plain sum of products of whole numbers.
func TestPackedProductsAreExact(t *testing.T) {
	rng := rand.New(rand.NewPCG(7, 8))
	const out = 67
	scale := make([]float32, out)
	for i := range scale {
		scale[i] = 1
	}
	for _, in := range []int{0, 1, 31, 32, 64, 96, 130, 256} {
		w, x, wide := make([]int8, in*out), make([]unit, in), make([]int64, in)
		for extreme := range 2 {
			for i := range w {
				w[i] = int8(rng.IntN(255) - 127)
				if extreme == 1 {
					w[i] = 127 * int8(1-2*(i/in%2))
				}
			}
			for i := range x {
				x[i] = unit(rng.IntN(255) - 127)
				if extreme == 1 {
					x[i] = 127
				}
				wide[i] = int64(x[i])
			}
			here, anywhere := pack(in, out, w, scale), packLanes(in, out, w, scale)
			got, plain := make([]float32, out), make([]float32, out)
			here.times(got, x, 1)
			anywhere.times(plain, wide, 1)
			for j := range got {
				want := int64(0)
				for i := range x {
					want += int64(w[j*in+i]) * wide[i]
				}
				if got[j] != float32(want) || plain[j] != float32(want) {
					t.Errorf("output %d of %d inputs is %g here and %g anywhere, want %d", j, in, got[j], plain[j], want)
				}
			}
		}
	}
}
