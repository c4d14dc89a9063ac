package split

import (
	"fmt"
	"hash/fnv"
	"math"
	"reflect"
	"strings"
	"sync"
	"testing"
	"time"

	"lectern/assets"
	"lectern/data"
	"lectern/data/split/tag"
)

var shipped = sync.OnceValues(func() (*Learned, error) { return NewLearned(assets.AttributionModel) })

func learned(tb testing.TB) *Learned {
	tb.Helper()
	l, err := shipped()
	if err != nil {
		tb.Fatal(err)
	}
	return l
}

func TestLearnedAttributions(t *testing.T) {
	for name, c := range map[string]struct {
		text string
		want said
	}{
		"X said that":      {"Mayor Ada Low said that the bridge was safe.", said{data.Indirect, "Mayor Ada Low", "said", "that the bridge was safe", "Ada Low"}},
		"quote, said X":    {"“The bridge is safe,” said Ada Low.", said{data.Direct, "Ada Low", "said", "“The bridge is safe,”", "Ada Low"}},
		"broken quotation": {"“The bridge,” Ada Low said, “is safe.”", said{data.Direct, "Ada Low", "said", "“The bridge,” … “is safe.”", "Ada Low"}},
		"according to":     {"The bridge was safe, according to Ada Low.", said{data.Indirect, "Ada Low", "according to", "The bridge was safe", "Ada Low"}},
		"unnamed":          {"A senior official said the bridge was safe.", said{data.Indirect, "A senior official", "said", "the bridge was safe", "A senior official"}},
		"a wish":           {"Ada Low hopes to win the election in May.", said{data.Indirect, "Ada Low", "hopes", "to win the election in May", "Ada Low"}},
	} {
		t.Run(name, func(t *testing.T) {
			got := acts(c.text, learned(t).Split(c.text, Hints{}))
			if len(got) != 1 || got[0] != c.want {
				t.Errorf("got  %+v\nwant %+v", got, c.want)
			}
		})
	}
}

func TestLearnedKeepsSpeakersApart(t *testing.T) {
	text := "Mayor Ada Low said the bridge was safe, but engineer Otto Hale said it needed repairs.\n" +
		"“We will see,” Low said. “It may take a year.”\n"
	r := learned(t).Split(text, Hints{})
	var got []string
	for _, a := range r.Attributions {
		got = append(got, a.Speaker)
	}
	if want := []string{"Ada Low", "Otto Hale", "Ada Low"}; !reflect.DeepEqual(got, want) {
		t.Errorf("got %q, want %q in %+v", got, want, acts(text, r))
	}
}

func TestLearnedLeavesOtherLanguagesToTheRules(t *testing.T) {
	text := "«Ми готові до розмови», — сказала Олена Мороз. Зустріч відбудеться у місті в понеділок."
	got, want := learned(t).Split(text, Hints{}), NewRules().Split(text, Hints{})
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got %+v, the rules read %+v", got, want)
	}
}

func TestLearnedRefusesOtherBytes(t *testing.T) {
	if l, err := NewLearned([]byte("no model")); err == nil || l != nil {
		t.Errorf("got %v, %v", l, err)
	}
}

func FuzzLearned(f *testing.F) {
	for _, s := range []string{
		"", "\ufeff", "\x00\xff\xfe", ".", "“", "’s", "Ada Low said: “", "“A,” said", "said said said", "\r\r\n\n", "According to",
		"The envoy said that the talks went well.\n\n“We go,” he said, “and we may stay.”\n\n“Then we left.”", "U.S. p.m. can't cannot",
		"Ada Low, 25, said the plan, which she “never liked”, was what voters wanted.", "in a statement from , ,", "\"0\r\r\r", "`` a ''",
	} {
		f.Add(s, false)
		f.Add(s, true)
	}
	l := learned(f)
	f.Fuzz(func(t *testing.T, text string, lines bool) {
		h := Hints{Lang: "en", Lines: lines}
		r := l.Split(text, h)
		sound(t, text, r)
		if again := l.Split(text, h); !reflect.DeepEqual(r, again) {
			t.Fatalf("%q reads differently the second time", text)
		}
		tokens := strings.Split(text, " ")
		checkLabels(t, tokens, l.Tokens(tokens))
	})
}

func BenchmarkLearned4KB(b *testing.B) {
	text := story(4096)
	l := learned(b)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		l.Split(text, Hints{})
	}
	b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "reports/s")
}

func BenchmarkLoadLearned(b *testing.B) {
	for b.Loop() {
		if _, err := NewLearned(assets.AttributionModel); err != nil {
			b.Fatal(err)
		}
	}
}

// Eight times the text may cost eight times the time and a little: three times
// more is for a busy machine. What grows with the square would cost 64 times.
// eval shows texts of up to 1 MB.
func TestLearnedCostIsLinear(t *testing.T) {
	if testing.Short() {
		t.Skip("takes a while")
	}
	l := learned(t)
	for name, part := range map[string]string{"a story": story(4000), "one line": "Ada Low said and ", "open marks": "“a ", "lines": "\n\"a"} {
		small, large := quickest(l, part, 8<<10), quickest(l, part, 64<<10)
		if large > 24*small+20*time.Millisecond {
			t.Errorf("%s: 8 KB take %v, 64 KB %v", name, small, large)
		}
	}
}

func quickest(l *Learned, part string, n int) time.Duration {
	text := strings.Repeat(part, n/len(part)+1)
	least := time.Hour
	for range 2 {
		start := time.Now()
		l.Split(text, Hints{Lang: "en"})
		least = min(least, time.Since(start))
	}
	return least
}

// Whatever the processor, the model reads the same: the sum below was taken on
// amd64 and holds on 386, on amd64 with fused multiplication, and elsewhere. A
// new model or new rules change it.
func TestLearnedReadsTheSameOnEveryPlatform(t *testing.T) {
	l := learned(t)
	sum := fnv.New64a()
	for _, p := range strings.SplitAfter(story(1200), "\n") {
		words := strings.Fields(p)
		runs, chances := l.model.Find(&tag.Paragraph{Words: words, Clues: make([][]tag.Clue, len(words))})
		for i, r := range runs {
			fmt.Fprintln(sum, r, math.Float64bits(chances[i]))
		}
	}
	if got, want := sum.Sum64(), uint64(0x72208865afe097b4); got != want {
		t.Errorf("the spans and their chances sum up to %#x, want %#x", got, want)
	}
}
