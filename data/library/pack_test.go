package library

import (
	"reflect"
	"testing"

	"pgregory.net/rapid"

	"lectern/data"
)

// readings draws any reading that a splitter could give.
func readings(t *rapid.T) data.Reading {
	word := rapid.SampledFrom([]string{"", "said", "може", "a\x00b", "statement"})
	score := rapid.Custom(func(t *rapid.T) float64 { return float64(rapid.Float32Range(0, 1).Draw(t, "score")) })
	reason := func() data.Reason { return data.Reason{Rule: word.Draw(t, "rule"), Evidence: word.Draw(t, "evidence")} }
	span := rapid.Custom(func(t *rapid.T) data.Span {
		s := rapid.IntRange(0, MostText/2).Draw(t, "start")
		return data.Span{Start: s, End: s + rapid.IntRange(0, 1000).Draw(t, "length")}
	})
	spans := func() []data.Span {
		if all := rapid.SliceOfN(span, 0, 3).Draw(t, "spans"); len(all) > 0 {
			return all
		}
		return nil
	}
	via := func() []string {
		if all := rapid.SliceOfN(word, 0, 2).Draw(t, "via"); len(all) > 0 {
			return all
		}
		return nil
	}
	r := data.Reading{Model: word.Draw(t, "model"), Lang: word.Draw(t, "lang")}
	for range rapid.IntRange(0, 4).Draw(t, "attributions") {
		r.Attributions = append(r.Attributions, data.Attribution{
			Kind: data.AttributionKind(word.Draw(t, "kind")), Source: spans(), Cue: spans(), Content: spans(),
			Speaker: word.Draw(t, "speaker"), Via: via(), Role: data.SpeakerRole(word.Draw(t, "role")), Score: score.Draw(t, "score"), Reason: reason(),
		})
	}
	for range rapid.IntRange(0, 6).Draw(t, "sentences") {
		s := data.Sentence{
			Span: span.Draw(t, "span"), Kind: data.SentenceKind(word.Draw(t, "kind")), Lane: data.Lane(word.Draw(t, "lane")),
			Secondary: data.Lane(word.Draw(t, "secondary")), Score: score.Draw(t, "score"), Reason: reason(),
			Speech: rapid.Bool().Draw(t, "speech"), Uncertain: rapid.Bool().Draw(t, "uncertain"),
			Attribution: rapid.IntRange(-1, len(r.Attributions)-1).Draw(t, "attribution"),
		}
		for range rapid.IntRange(0, 2).Draw(t, "hedges") {
			s.Hedges = append(s.Hedges, data.Hedge{Span: span.Draw(t, "hedge"), Kind: data.HedgeKind(word.Draw(t, "kind"))})
		}
		r.Sentences = append(r.Sentences, s)
	}
	return r
}

func TestAReadingUnpacksToWhatWasPacked(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		want := readings(t)
		got, err := unpack(pack(want))
		if err != nil || !reflect.DeepEqual(got, want) {
			t.Fatalf("%v\ngot  %+v\nwant %+v", err, got, want)
		}
	})
}

// What a library of the time before Attribution.Via holds; its bytes were taken
// then.
func TestAnOldReadingStillOpens(t *testing.T) {
	old := []byte("\x01\x00\x0erules-1\x02\x04en\x02\x066\x04\x00\x06\fcaveat\x04\x00\x00\x00\x00\x04\x04\x00\x00\x00\x02\x04\x02\x02\x02\x00\x00\b\x14Ilya Maren\n\nparty\x00\x00\x00\x00\x04\x04")
	got, err := unpack(old)
	want := data.Reading{Model: "rules-1", Lang: "en", Sentences: []data.Sentence{{Span: data.Span{Start: 3, End: 30}, Lane: data.Caveat}},
		Attributions: []data.Attribution{{Content: []data.Span{{Start: 1, End: 2}}, Speaker: "Ilya Maren", Role: data.Party}}}
	if err != nil || !reflect.DeepEqual(got, want) {
		t.Errorf("%v\ngot  %+v\nwant %+v", err, got, want)
	}
}

// A field that is added to a sentence or an attribution has to be packed too.
func TestEveryFieldOfAReadingIsPacked(t *testing.T) {
	var r data.Reading
	fill(reflect.ValueOf(&r).Elem())
	r.Sentences[0].Attribution = 0 // the index of the one there is
	got, err := unpack(pack(r))
	if err != nil || !reflect.DeepEqual(got, r) {
		t.Errorf("%v\ngot  %+v\nwant %+v", err, got, r)
	}
}

// fill gives every field of v a value that is not zero.
func fill(v reflect.Value) {
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			fill(v.Field(i))
		}
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), 1, 1))
		fill(v.Index(0))
	case reflect.String:
		v.SetString("x")
	case reflect.Bool:
		v.SetBool(true)
	case reflect.Int:
		v.SetInt(1)
	case reflect.Float64:
		v.SetFloat(0.5)
	}
}

// FuzzUnpack feeds what a damaged disk could hold.
func FuzzUnpack(f *testing.F) {
	f.Add(pack(data.Reading{}))
	f.Add(pack(data.Reading{Model: "rules-1", Lang: "en",
		Sentences:    []data.Sentence{{Span: data.Span{Start: 3, End: 30}, Lane: data.Caveat, Hedges: []data.Hedge{{Kind: data.Modal}}}},
		Attributions: []data.Attribution{{Content: []data.Span{{Start: 1, End: 2}}, Speaker: "Ilya Maren"}}}))
	f.Add([]byte{packVersion, 0, 2, 'x', 0xff, 0xff, 0xff, 0xff, 0x0f})
	f.Fuzz(func(t *testing.T, packed []byte) {
		r, err := unpack(packed)
		if err != nil {
			return
		}
		for _, s := range r.Sentences {
			if s.Start < 0 || s.End < s.Start || s.Attribution >= len(r.Attributions) {
				t.Errorf("took a sentence that cannot be: %+v", s)
			}
		}
	})
}
