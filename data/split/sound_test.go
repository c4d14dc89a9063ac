package split

import (
	"reflect"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"lectern/data"
)

// sound checks everything Splitter promises of a reading, whatever the text.
func sound(t *testing.T, text string, r data.Reading) {
	t.Helper()
	fits := func(what string, s data.Span) {
		if s.Start < 0 || s.End > len(text) || s.Start > s.End {
			t.Fatalf("%s %v outside %d bytes of %q", what, s, len(text), text)
		}
		for _, at := range []int{s.Start, s.End} {
			if at < len(text) && !utf8.RuneStart(text[at]) && utf8.ValidString(text) {
				t.Fatalf("%s %v cuts a rune of %q", what, s, text)
			}
		}
	}
	end := 0
	for i, s := range r.Sentences {
		fits("sentence", s.Span)
		if s.Start < end {
			t.Fatalf("sentence %d %v overlaps or precedes the one before of %q", i, s.Span, text)
		}
		end = s.End
		if s.Attribution < -1 || s.Attribution >= len(r.Attributions) {
			t.Fatalf("sentence %d names attribution %d of %d", i, s.Attribution, len(r.Attributions))
		}
		if s.Score < 0 || s.Score > 1 || s.Kind == "" || !isRule(s.Reason.Rule) {
			t.Fatalf("sentence %d is not whole: %+v", i, s)
		}
		last := s.Start
		for _, h := range s.Hedges {
			fits("hedge", h.Span)
			if h.Empty() || h.Start < last || h.End > s.End {
				t.Fatalf("hedge %v outside its sentence %v or out of order", h.Span, s.Span)
			}
			last = h.End
		}
	}
	for _, a := range r.Attributions {
		if len(a.Content) == 0 {
			t.Fatalf("an attribution without content in %q", text)
		}
		for _, spans := range [][]data.Span{a.Source, a.Cue, a.Content} {
			for _, s := range spans {
				fits("attribution", s)
				if s.Empty() {
					t.Fatalf("an empty span in %+v of %q", a, text)
				}
			}
		}
	}
}

func FuzzSplit(f *testing.F) {
	for _, s := range []string{
		"", "\ufeff", "\x00\xff\xfe", "a", ".", "“", "'", "’s", "Ada Low said: “", "“A,” said", "said said said", "\r\r\n\n",
		"According to", "X’s claim that", "“Is it?” Low asked. «Так», — сказала вона. „Ja“ ‘no’", "who said that, he said, said who.",
		"- item\n1. item\nBy Ada Low\nJan. 3\n| a | b | c |", "U.S. The U.N. It", "it was said by", "told", "in a statement from , ,",
		"Poll: 5 percent\n\"one\n\"two\" said Low, adding \"three", "issued a statement on", "\"0\r\r\r", "Ada Low, 25, said", "`` a ''",
	} {
		f.Add(s, false)
		f.Add(s, true)
	}
	rules := NewRules()
	f.Fuzz(func(t *testing.T, text string, lines bool) {
		r := rules.Split(text, Hints{Lines: lines})
		sound(t, text, r)
		if again := rules.Split(text, Hints{Lines: lines}); !reflect.DeepEqual(r, again) {
			t.Fatalf("%q reads differently the second time", text)
		}
		if lines {
			if want := lineCount(text); len(r.Sentences) != want {
				t.Fatalf("%d sentences for %d lines of %q", len(r.Sentences), want, text)
			}
		}
		tokens := strings.Split(text, " ")
		checkLabels(t, tokens, rules.Tokens(tokens))
	})
}

// lineCount counts lines as an editor does: \n, \r and \r\n end one.
func lineCount(text string) int {
	text = strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(text)
	n := strings.Count(text, "\n")
	if text != "" && !strings.HasSuffix(text, "\n") {
		n++
	}
	return n
}

func checkLabels(t *testing.T, tokens, labels []string) {
	t.Helper()
	if len(labels) != len(tokens) {
		t.Fatalf("%d labels for %d tokens", len(labels), len(tokens))
	}
	open := ""
	for i, l := range labels {
		begin, role, _ := strings.Cut(l, "-")
		if begin == "I" && role != open || begin != "I" && begin != "B" && l != "O" {
			t.Fatalf("label %d is %q after %q", i, l, open)
		}
		open = role
	}
}

func TestTokensUnderstandPennMarks(t *testing.T) {
	tokens := strings.Fields("`` We wo n't go , '' said Ada Low -LRB- Tarn -RRB- .")
	got := strings.Join(NewRules().Tokens(tokens), " ")
	want := "B-content I-content I-content I-content I-content I-content I-content B-cue B-source I-source I-source I-source I-source O"
	if got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

// story is invented text of about n bytes in every form the rules know.
func story(n int) string {
	const part = "Tarnian President Ada Low said on Monday that the envoys had agreed on two of five points.\n" +
		"“We are close,” Low said. “The bridges will open, and they may stay open.” She thanked the hosts.\n" +
		"Analysts say the deal could fall apart, though details remain scarce. In a poll, 61 percent backed it.\n" +
		"Residents of the lower town, who waited for hours in the snow, said they had heard such promises before.\n" +
		"The two delegations left the old customs house at nine, and the roads were closed until dawn.\n\n"
	return strings.Repeat(part, n/len(part)+1)[:n]
}

func BenchmarkSplit4KB(b *testing.B) {
	text := story(4096)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		NewRules().Split(text, Hints{})
	}
	b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "reports/s")
}

func BenchmarkSplit1MB(b *testing.B) {
	text := story(1 << 20)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		NewRules().Split(text, Hints{})
	}
}

// TestCostIsLinear compares the cost of a byte in long and short texts, also of
// texts made to be hard: one sentence, one quotation, nothing but marks.
func TestCostIsLinear(t *testing.T) {
	if testing.Short() {
		t.Skip("takes a while")
	}
	for name, part := range map[string]string{
		"a story": story(4000), "no full stop": "Ada Low said and ", "open marks": "“a ", "straight marks": "\"a b c d e f\" ", "single marks": "'a ",
		"commas": "a, ", "cues": "said ", "stops": ". ", "lines": "\n\"a", "opened lines": "“a\nb ", "attributed": "A, he said, ",
	} {
		took := func(n int) time.Duration {
			text := strings.Repeat(part, n/len(part)+1)
			start := time.Now()
			NewRules().Split(text, Hints{})
			return time.Since(start)
		}
		// 8 times the text; what grows with the square costs 64 times. The least of
		// a few is taken, since a busy machine may stop in the middle of one.
		small, large := time.Hour, time.Hour
		for range 8 {
			small, large = min(small, took(32<<10)), min(large, took(256<<10))
			if large <= 24*small+20*time.Millisecond {
				break
			}
		}
		if large > 24*small+20*time.Millisecond {
			t.Errorf("%s: 32 KB take %v, 256 KB %v", name, small, large)
		}
	}
}
