package imprint

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func text(seed uint64, words int) string {
	r := rand.New(rand.NewPCG(seed, 7))
	var b strings.Builder
	for range words {
		fmt.Fprintf(&b, "w%d ", r.IntN(50_000))
	}
	return b.String()
}

func TestTheShareOfATextInAnotherIsToldWhateverWasAddedAroundIt(t *testing.T) {
	for _, size := range []int{20, 60, 300, 3000} {
		agency, more := text(1, size), text(2, 2*size)
		o := Compare(Of("", "", agency).Sketch, Of("", "", more+agency).Sketch)
		if o.OfA() < 0.9 {
			t.Errorf("%d words: %.2f of the agency's text was seen in the outlet's", size, o.OfA())
		}
		if b := o.OfB(); size >= 300 && (b < 0.23 || b > 0.43) {
			t.Errorf("%d words: %.2f of the outlet's text is the agency's, should be a third", size, b)
		}
		if runs := float64(size - 4); size >= 300 && (o.Runs < 0.7*runs || o.Runs > 1.3*runs) {
			t.Errorf("%d words: %.0f runs are shared", size, o.Runs)
		}
		if o := Compare(Of("", "", agency).Sketch, Of("", "", more).Sketch); o.Both > 0 {
			t.Errorf("%d words: texts of other words have %d in common", size, o.Both)
		}
	}
}

func TestWordsAreTheSameInEitherTypography(t *testing.T) {
	a := slices.Collect(Words("“It's over,” he SAID – Київ’s mayor."))
	b := slices.Collect(Words(`"Its over" he said: Київʼs mayor`))
	if !slices.Equal(a, b) {
		t.Error("quotes, dashes, case or apostrophes changed the words")
	}
	if n := len(slices.Collect(Words("停火协议"))); n != 4 {
		t.Errorf("Chinese without spaces has %d words", n)
	}
}

func TestCopiesOfAnArticleHaveOneAddress(t *testing.T) {
	for _, same := range [][2]string{
		{"https://www.example.org/news/ceasefire-1?utm_source=x#top", "http://m.example.org/news/ceasefire-1/"},
		{"https://example.org/story?id=7&ref=home", "https://EXAMPLE.org/story?id=7"},
		{"https://example.org/a/amp", "https://example.org/a"},
	} {
		if a, b := Address(same[0]), Address(same[1]); a != b || a == "" {
			t.Errorf("%q and %q", a, b)
		}
	}
	for _, none := range []string{"", "not an address", "https://example.org/", "https://example.org/?utm_source=x"} {
		if a := Address(none); a != "" {
			t.Errorf("%q names the article %q", none, a)
		}
	}
	if Address("https://example.org/story?id=7") == Address("https://example.org/story?id=8") {
		t.Error("two articles have one address")
	}
}

func TestASketchComesBackAsItWasPacked(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := Of("", "", rapid.String().Draw(t, "text")).Sketch
		back, err := Unpack(s.Pack())
		if err != nil || !slices.Equal(back, s) {
			t.Fatal(err, back, s)
		}
		if o := Compare(s, s); len(s) > 0 && o.Alike() != 1 {
			t.Fatal("a text is not like itself")
		}
	})
}

func TestQuotedSpeechIsNotOwn(t *testing.T) {
	const own = "The minister spoke for an hour on Tuesday"
	for _, text := range []string{
		own + " “we will not go back to where we were”",
		own + ". «Ми не повернемося туди, де ми були торік»",
		own + ". „Wir werden nicht dorthin zurückgehen, wo wir waren“",
		own + ` "we will not go back to where we were"`,
		own + ". ‘We won’t go back to where we were last year’",
		own + "\n“we will not go back\n\nto where we were. And that is all there is to say”",
		own + "\n“we will not go back to where we were\n“and that is all there is to say”",
	} {
		if a, b := Own(text), Own(own); !slices.Equal(a, b) {
			t.Errorf("%q: %d runs, without the quotation %d", text, len(a), len(b))
		}
	}
	for _, text := range []string{"it’s the ministers’ own word that nobody’s gone back on", `a 5" pipe and the other 5" pipe lay there in the mud`} {
		runs := Runs(text)
		slices.Sort(runs)
		if !slices.Equal(Own(text), slices.Compact(runs)) {
			t.Errorf("%q quotes nobody", text)
		}
	}
}

func FuzzOwn(f *testing.F) {
	f.Add("He said “no. ‘Never’” and\n\n„so“ «on»")
	f.Fuzz(func(t *testing.T, text string) {
		rest := 0
		unquoted(text, func(part string) { rest += len(part) })
		if rest > len(text) {
			t.Fatal("more is left than there was")
		}
		Own(text)
	})
}

func FuzzUnpack(f *testing.F) {
	f.Add([]byte{1, 0, 0, 0, 2, 0, 0, 0})
	f.Fuzz(func(t *testing.T, b []byte) {
		if s, err := Unpack(b); err == nil {
			Compare(s, s)
			s.Keys()
		}
	})
}
