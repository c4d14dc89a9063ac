package export

import (
	"strings"
	"testing"
	"unicode"

	"golang.org/x/text/unicode/norm"
	"pgregory.net/rapid"
)

// drawn is a line from the left, its shapes turned back into letters.
func drawn(line string, fromRight bool) string {
	var out strings.Builder
	for _, r := range visual(line, fromRight) {
		out.WriteString(r.text)
	}
	return norm.NFKC.String(out.String())
}

func TestALineIsDrawnTheWayItIsRead(t *testing.T) {
	for _, c := range []struct {
		line, want string
		fromRight  bool
	}{
		{"Plain words, 5%.", "Plain words, 5%.", false},
		{"שלום (עולם)", "(םלוע) םולש", true},
		{"he said שלום עולם twice", "he said םלוע םולש twice", false},
		{"in חיפה 2026.", "in 2026 הפיח.", false},
		{"מאז 2024 ועד NATO", "NATO דעו 2024 זאמ", true},
		{"ירד ב-50% (NATO) השנה", "הנשה (NATO) 50%-ב דרי", true},
	} {
		if got := drawn(c.line, c.fromRight); got != c.want {
			t.Errorf("%q is drawn %q, want %q", c.line, got, c.want)
		}
	}
}

func TestWordsOfEastAsiaHaveTheirOwnFace(t *testing.T) {
	var got []string
	for _, r := range visual("Li Ming (李明) in 서울、東京です", false) {
		got = append(got, string(r.script)+":"+r.text)
	}
	want := ":Li Ming (|east-asian:李明|:) in |east-asian:서울、東京です"
	if strings.Join(got, "|") != want {
		t.Errorf("%q, want %q", strings.Join(got, "|"), want)
	}
}

func TestArabicLettersAreJoined(t *testing.T) {
	for word, want := range map[string]string{
		"سلام":  "ﺳﻼﻡ",  // initial, the two in one, alone
		"بيت":   "ﺑﻴﺖ",  // initial, within, at the end
		"دار":   "ﺩﺍﺭ",  // none joins the next
		"مُدن":  "ﻣُﺪﻥ", // a vowel sign is in nobody's way
		"پیچید": "ﭘﯿﭽﯿﺪ",
	} {
		if got := string(shape([]rune(word))); got != want {
			t.Errorf("%s becomes %U, want %U", word, []rune(got), []rune(want))
		}
	}
}

// Nothing that can be seen is lost or made up, whatever a report holds.
func TestEveryLetterOfALineIsDrawn(t *testing.T) {
	letters := rapid.SampledFrom([]rune("abc 12.,()«»שלוםעסلامبيتدٍ٣–ї"))
	rapid.Check(t, func(t *rapid.T) {
		line := string(rapid.SliceOf(letters).Draw(t, "line"))
		count := func(s string) map[rune]int {
			n := map[rune]int{}
			for _, r := range norm.NFKC.String(s) {
				if !unicode.IsSpace(r) && !strings.ContainsRune("()«»", r) {
					n[r]++
				}
			}
			return n
		}
		for _, fromRight := range []bool{false, true} {
			want, got := count(line), count(drawn(line, fromRight))
			for r := range want {
				if want[r] != got[r] {
					t.Fatalf("%q is drawn %q: %q stands %d times, not %d", line, drawn(line, fromRight), r, got[r], want[r])
				}
			}
		}
	})
}
