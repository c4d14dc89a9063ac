package tag

import (
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"
)

func TestTokenize(t *testing.T) {
	for text, want := range map[string]string{
		"“We won’t go,” said Mr. Low.":     "“ We wo n’t go , ” said Mr. Low .",
		"Ada Low's coal-fired plan":        "Ada Low 's coal-fired plan",
		"It cost $3.5 million (or 4,000).": "It cost $ 3.5 million ( or 4,000 ) .",
		"in the U.S. on Jan. 3 -- maybe":   "in the U.S. on Jan. 3 -- maybe",
		"''No one,'' he said":              "'' No one , '' he said",
		"they cannot. I'd go…":             "they can not . I 'd go …",
		"3:30 p.m.":                        "3:30 p.m.",
	} {
		var got []string
		for _, k := range Tokenize(text) {
			got = append(got, text[k.Start:k.End])
		}
		if s := strings.Join(got, " "); s != want {
			t.Errorf("got  %s\nwant %s", s, want)
		}
	}
}

func TestBlocks(t *testing.T) {
	for text, want := range map[string][]string{
		"One\ntwo\n\nthree\n":       {"One\ntwo", "three"},
		"One\ntwo\n":                {"One", "two"},
		"\r\n One \r\n\r\n two\r\n": {"One", "two"},
		"\n\n":                      nil,
	} {
		var got []string
		for _, b := range Blocks(text) {
			got = append(got, text[b.Start:b.End])
		}
		if !slices.Equal(got, want) {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
	}
}

// Tokens lie in the text in order, on rune borders, and leave out nothing but
// white space.
func FuzzTokenize(f *testing.F) {
	for _, s := range []string{"", "a'", "’", "n't", "won’t’s", "U.S", "..", "\xff'\xe2", "can not cannot", "a-", "1,2,", "x’\xff", "İ'S"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		last := 0
		for _, k := range Tokenize(text) {
			if k.Start < last || k.End <= k.Start || k.End > len(text) {
				t.Fatalf("token %v after %d in %q", k, last, text)
			}
			for _, i := range []int{k.Start, k.End} {
				if utf8.ValidString(text) && i < len(text) && !utf8.RuneStart(text[i]) {
					t.Fatalf("token %v of %q cuts a rune", k, text)
				}
			}
			if gap := strings.Trim(text[last:k.Start], "\u200b\ufeff"); strings.TrimFunc(gap, func(r rune) bool {
				return unicode.IsSpace(r) || r == '\u200b' || r == '\ufeff'
			}) != "" {
				t.Fatalf("%q is left out of %q", gap, text)
			}
			last = k.End
		}
		for _, b := range Blocks(text) {
			if b.Start >= b.End || b.End > len(text) {
				t.Fatalf("block %v of %q", b, text)
			}
		}
	})
}
