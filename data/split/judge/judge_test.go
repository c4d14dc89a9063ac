package judge_test

import (
	"bytes"
	"math"
	"strings"
	"testing"
	"unicode/utf8"

	"lectern/assets"
	"lectern/data"
	"lectern/data/split"
	"lectern/data/split/judge"
)

func load(t testing.TB) *judge.Judge {
	t.Helper()
	j, err := judge.Load(assets.LaneModel)
	if err != nil {
		t.Fatal(err)
	}
	return j
}

const piece = "Harbour talks resume in Talvora\n\n" +
	"The foreign minister, Ana Merel, said on Monday that the harbour would open within a week.\n\n" +
	"“We will keep our word,” she said. “Nobody has to wait any longer.”\n\n" +
	"It remains unclear whether the shipping companies will return, and any delay could cost the town dearly.\n\n" +
	"Residents criticised the plan. “They promised that last year,” said Jon Ploy, a fisherman.\n\n" +
	"The harbour was closed in 2019 after a storm."

func TestEverySentenceOfEnglishGetsALaneAScoreAndAReason(t *testing.T) {
	r := load(t).Over(split.NewRules()).Split(piece, split.Hints{})
	if !strings.Contains(r.Model, "lanes-") {
		t.Errorf("the reading does not name the judge: %q", r.Model)
	}
	seen := map[data.Lane]bool{}
	for _, s := range r.Sentences {
		if s.Lane == data.NoLane || s.Score <= 0 || s.Score > 1 || s.Reason.Rule == "" || s.Secondary == s.Lane {
			t.Errorf("%q: %s/%s %v %+v", s.In(piece), s.Lane, s.Secondary, s.Score, s.Reason)
		}
		if s.Reason.Evidence != "" && !strings.Contains(piece, s.Reason.Evidence) {
			t.Errorf("evidence %q is not the report's", s.Reason.Evidence)
		}
		seen[s.Lane] = true
	}
	for _, l := range data.Lanes() {
		if !seen[l] {
			t.Errorf("nothing was found to be %s", l)
		}
	}
}

func TestOtherLanguagesStayAsTheyWere(t *testing.T) {
	text := "Міністерка сказала, що порт відкриють за тиждень. «Ми дотримаємо слова», — додала вона."
	want := split.NewRules().Split(text, split.Hints{})
	got := load(t).Over(split.NewRules()).Split(text, split.Hints{})
	if got.Model != want.Model || len(got.Sentences) != len(want.Sentences) {
		t.Fatalf("%s with %d sentences, want %s with %d", got.Model, len(got.Sentences), want.Model, len(want.Sentences))
	}
	for i := range want.Sentences {
		if got.Sentences[i].Lane != want.Sentences[i].Lane || got.Sentences[i].Reason != want.Sentences[i].Reason {
			t.Errorf("%+v became %+v", want.Sentences[i], got.Sentences[i])
		}
	}
}

func TestFileHoldsTheWholeJudge(t *testing.T) {
	b, err := load(t).Bytes()
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(b, assets.LaneModel) {
		t.Error("a judge that was read and written again is another file")
	}
	if len(b) > 5<<20 {
		t.Errorf("the model takes %d bytes", len(b))
	}
	for _, cut := range []int{0, 5, 17, 100, len(b) / 2, len(b) - 1} {
		if _, err := judge.Load(b[:cut]); err == nil {
			t.Errorf("the first %d bytes were taken for a model", cut)
		}
	}
}

// The chances must not hang on a processor's own way of computing.
func TestSoftmaxIsRightAndAddsUp(t *testing.T) {
	for _, in := range [][]float64{{0, 0, 0, 0}, {1, -2, 3, 0.5}, {800, 0, -800, 1}, {-1e4, -1e4, -1e4 + 1, -1e4}} {
		got := append([]float64(nil), in...)
		judge.Softmax(got)
		top, sum, all := math.Inf(-1), 0.0, 0.0
		for _, x := range in {
			top = math.Max(top, x)
		}
		for _, x := range in {
			sum += math.Exp(x - top)
		}
		for i, x := range in {
			all += got[i]
			if want := math.Exp(x-top) / sum; math.Abs(got[i]-want) > 1e-12 {
				t.Errorf("softmax of %v: %v, want %v", in, got[i], want)
			}
		}
		if math.Abs(all-1) > 1e-12 {
			t.Errorf("%v adds up to %v", got, all)
		}
	}
}

func FuzzApply(f *testing.F) {
	f.Add(piece)
	f.Add("“")
	f.Add("He said \"no\" and \xff\xfe \"yes")
	f.Add(strings.Repeat("a ", 300))
	j := load(f)
	f.Fuzz(func(t *testing.T, text string) {
		r := j.Over(split.NewRules()).Split(text, split.Hints{Lang: "en"})
		for _, s := range r.Sentences {
			if s.Start < 0 || s.End > len(text) || s.Score < 0 || s.Score > 1 || s.Lane == data.NoLane {
				t.Fatalf("%+v in %q", s, text)
			}
			if utf8.ValidString(text) && !strings.Contains(text, s.Reason.Evidence) {
				t.Fatalf("evidence %q is not in %q", s.Reason.Evidence, text)
			}
		}
		again := j.Over(split.NewRules()).Split(text, split.Hints{Lang: "en"})
		for i := range again.Sentences {
			if again.Sentences[i].Lane != r.Sentences[i].Lane || again.Sentences[i].Score != r.Sentences[i].Score {
				t.Fatalf("twice is not the same: %+v and %+v", r.Sentences[i], again.Sentences[i])
			}
		}
	})
}

// BenchmarkFourKilobytes reads a report of 4 KB.
func BenchmarkFourKilobytes(b *testing.B) {
	s := load(b).Over(split.NewRules())
	text := strings.Repeat(piece+"\n\n", 4<<10/len(piece)+1)[:4<<10]
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		s.Split(text, split.Hints{Lang: "en"})
	}
}

func BenchmarkMegabyte(b *testing.B) {
	s := load(b).Over(split.NewRules())
	text := strings.Repeat(piece+"\n\n", 1<<20/len(piece)+1)[:1<<20]
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		s.Split(text, split.Hints{Lang: "en"})
	}
}

func BenchmarkLoad(b *testing.B) {
	for b.Loop() {
		load(b)
	}
}
