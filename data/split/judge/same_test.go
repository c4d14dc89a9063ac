package judge_test

import (
	"fmt"
	"hash/fnv"
	"strings"
	"testing"

	"lectern/assets"
	"lectern/data"
	"lectern/data/split/judge"
)

// Whatever the processor, a reading is judged the same to the last bit: the sum
// below was taken on amd64 and holds on arm64 and 386. A new model of lanes
// changes it; the rules do not.
func TestJudgesTheSameOnEveryPlatform(t *testing.T) {
	j, err := judge.Load(assets.LaneModel)
	if err != nil {
		t.Fatal(err)
	}
	r := data.Reading{Model: "by hand", Lang: "en"}
	for start := 0; start < len(news); {
		end := start + strings.Index(news[start:], ".") + 1
		r.Sentences = append(r.Sentences, data.Sentence{Span: data.Span{Start: start, End: end}, Kind: data.Body,
			Lane: data.Lanes()[len(r.Sentences)%4], Score: 0.5, Reason: data.Reason{Rule: "plain"}, Attribution: -1})
		start = end + 1
	}
	who := strings.Index(news, "Ada Low")
	r.Attributions = []data.Attribution{{Kind: data.Indirect, Source: []data.Span{{Start: who, End: who + 7}}, Cue: []data.Span{{Start: who + 8, End: who + 12}},
		Content: []data.Span{{Start: who + 23, End: strings.Index(news, ".")}}, Speaker: "Ada Low", Role: data.Party, Score: 0.75, Reason: data.Reason{Rule: "quote"}}}
	r.Sentences[0].Attribution = 0
	j.Apply(news, &r)
	sum := fnv.New64a()
	fmt.Fprintf(sum, "%+v", r)
	if got, want := sum.Sum64(), uint64(0x2f305d6d2df1459f); got != want {
		t.Errorf("what was judged sums up to %#x, want %#x", got, want)
	}
}

// news is invented; its sentences end where there is a full stop.
const news = "Tarnian President Ada Low said on Monday that the envoys had agreed on two of five points. " +
	"“We are close, and the bridges will open within two weeks, if they may stay open.” She thanked the hosts. " +
	"Analysts say the deal could fall apart, though details remain scarce. It is unlikely to hold, according to Otto Hale of the Merrin Institute. " +
	"Residents of the lower town, who waited for hours in the snow, said they had heard such promises before. In a poll, 61 percent backed it. " +
	"Critics called it a gift. The two delegations left the old customs house at nine, and the roads were closed until dawn."
