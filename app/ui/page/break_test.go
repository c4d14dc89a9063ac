package page

import (
	"strings"
	"testing"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"pgregory.net/rapid"

	"lectern/data"
)

// anyText draws texts as they come: words of several scripts, addresses, broken
// bytes, characters that are not seen.
func anyText() *rapid.Generator[string] {
	word := rapid.OneOf(
		rapid.StringMatching(`[a-z]{1,12}`),
		rapid.SampledFrom([]string{
			"переговори", "ґанок", "שלום", "عليكم", "(يوم)", "12", "3.5%", "漢字仮名交じり文。", "「はい」", "한국어",
			"👩\u200d🚀", "🇺🇦🇵🇱", "e\u0301", "https://example.org/a/b-c/d?e=f&g=h_i_j_k_l_m", "x-y—z", "\u202eabc\u202c", "\u200b",
			"\xff\xfe", "\x00", strings.Repeat("w", 90), "co\u00adop",
		}),
	)
	space := rapid.SampledFrom([]string{" ", " ", " ", "  ", "\t", "\n", "\n\n", "", "\u3000", "\r\n"})
	return rapid.Custom(func(t *rapid.T) string {
		var b strings.Builder
		for range rapid.IntRange(0, 30).Draw(t, "words") {
			b.WriteString(word.Draw(t, "word"))
			b.WriteString(space.Draw(t, "space"))
		}
		return b.String()
	})
}

func TestEveryByteStandsInExactlyOneLine(t *testing.T) {
	test.NewTempApp(t)
	p := New()
	rapid.Check(t, func(t *rapid.T) {
		text := anyText().Draw(t, "text")
		b := Block{Text: text}
		if len(text) > 4 && rapid.Bool().Draw(t, "bold") {
			from := rapid.IntRange(0, len(text)).Draw(t, "from")
			b.Marks = []Mark{{Span: data.Span{Start: from, End: from + 9}, Style: Source}}
		}
		p.look.Size = rapid.SampledFrom([]float32{11, 16, 32}).Draw(t, "size")
		p.Resize(fyne.NewSize(float32(rapid.IntRange(60, 900).Draw(t, "width")), 400))
		p.SetBlocks([]Block{b})
		p.layOut()
		l := p.blocks[0]
		at := int32(0)
		for i, line := range l.lines {
			if line.start != at || line.end <= line.start || line.vis < line.start || line.vis > line.end {
				t.Fatalf("line %d is %+v after byte %d of %q", i, line, at, text)
			}
			at = line.end
			words := text[line.start:line.vis]
			if strings.Contains(strings.TrimRight(words, "\n"), "\n") {
				t.Fatalf("line %d goes over a line break: %q", i, words)
			}
			if utf8.ValidString(text) && !utf8.ValidString(words) {
				t.Fatalf("line %d cuts a character: %q", i, words)
			}
			width := p.measure(l, int(line.start), int(line.vis)) * l.size
			single := cluster(text, int(line.start)) >= int(line.vis)
			if width > l.textWidth*1.02+1 && !single {
				t.Fatalf("line %d is %.1f wide where there is room for %.1f: %q", i, width, l.textWidth, words)
			}
		}
		if int(at) != len(text) {
			t.Fatalf("%d of %d bytes stand in lines", at, len(text))
		}
	})
}

// The widths of words add up to what Fyne draws: otherwise marks would stand
// beside their words.
func TestWordsAddUpToTheLineThatIsDrawn(t *testing.T) {
	test.NewTempApp(t)
	r := NewRuler()
	for _, s := range []string{
		"The envoys described the conversation as useful, AVATAR To. Yes; 1.4 per cent",
		"Президент сказав, що переговори можуть відбутися вже наступного тижня",
	} {
		for _, size := range []float32{11, 16, 29} {
			f := faceOf(nil, false)
			want := fyne.MeasureText(s, size, f.style()).Width
			if got := r.width(s, f) * size; got < want-1 || got > want+1 {
				t.Errorf("%q at %v: %v, drawn %v", s, size, got, want)
			}
		}
	}
}

func TestLinesBreakWhereAReaderExpects(t *testing.T) {
	for text, want := range map[string]string{
		"one two":                            "one |two",
		"well-known fact":                    "well-|known |fact",
		"minus -5 degrees":                   "minus |-5 |degrees",
		"yes—no":                             "yes—|no",
		"漢字、かな。":                             "漢|字、|か|な。",
		"他称“通往和解”。":                          "他|称|“通|往|和|解”。",
		"short/word":                         "short/word",
		"https://example.org/a-long/address": "https://|example.org/a-|long/address",
		"no\u00a0break here":                 "no\u00a0break |here",
		"two\n\nparts":                       "two\n|\n|parts",
		"trailing  ":                         "trailing  ",
	} {
		var got []string
		start := int32(0)
		for _, p := range cutPieces(text, func(int, int) float32 { return 1 }) {
			got = append(got, text[start:p.end])
			start = p.end
		}
		if s := strings.Join(got, "|"); s != want {
			t.Errorf("%q is cut as %q, want %q", text, s, want)
		}
	}
}

func TestJunkWithoutSpacesIsStillQuick(t *testing.T) {
	p, _ := shownPage(t, 400, 300, Block{Key: 1, Text: strings.Repeat("Ab3/+x9=", 40_000)})
	if n := len(p.blocks[0].lines); n < 1000 {
		t.Errorf("%d lines", n)
	}
	p.SetOffset(p.Extent() / 2)
	if len(linesShown(p)) < 5 {
		t.Error("nothing to see in the middle")
	}
}
