package fold

import (
	"strings"
	"testing"
	"unicode/utf8"
)

func TestOneNameIsOneWordHoweverItIsSpelled(t *testing.T) {
	for _, c := range []struct{ lang, names string }{
		{"uk", "Zelensky Zelenskyy Zelenskiy ZELENSKYI Зеленський зеленский"},
		{"uk", "Luhansk Луганськ"},
		{"ru", "Lugansk Луганск"},
		{"", "Kyiv Київ КИЇВ Ки\u0457в Киі\u0308в"},
		{"", "Lodz Łódź łodz ŁO\u0301DZ\u0301"},
		{"", "strasse Straße STRASSE"},
		{"", "Yulia Юлія Yuliia Юлия"},
		{"", "Zaporizhzhia Запоріжжя"},
		{"", "cafe café CAFÉ cafe\u0301 ca\u00adfe"},
		{"", "Erdogan Erdoğan"},
		{"", "fi ﬁ"},
		{"", "2026 ２０２６"},
		{"ar", "محمد مُحَمَّد"},
	} {
		names := strings.Fields(c.names)
		want := string(For(c.lang).Append(nil, names[0]))
		for _, name := range names[1:] {
			if got := string(For(c.lang).Append(nil, name)); got != want {
				t.Errorf("%s %q folds to %q, %q to %q", c.lang, name, got, names[0], want)
			}
		}
	}
}

func TestWordsStandWhereTheyAreInTheText(t *testing.T) {
	text := "“Мир,” said Ł. O'Neil\x00—停戦 2½ "
	var got []string
	for span, word := range For("").Words(text) {
		got = append(got, span.In(text)+"="+string(word))
	}
	want := "Мир=mir said=said Ł=l O=o Neil=neil 停=停 戦=戦 2½=212"
	if strings.Join(got, " ") != want {
		t.Errorf("got  %s\nwant %s", strings.Join(got, " "), want)
	}
}

// FuzzWords promises what the index and the snippets rely on: words in order,
// within the text, on rune borders, and the same ones from Append.
func FuzzWords(f *testing.F) {
	f.Add("Зеленський’s Łódź, 停戦\xff\xfe a\u0301 \u0301 ь", "uk")
	f.Add("ﷺ İı ẞ ﬃ ½ \u00ad-", "")
	f.Fuzz(func(t *testing.T, text, lang string) {
		at := 0
		var all []byte
		for span, word := range For(lang).Words(text) {
			if span.Start < at || span.End <= span.Start || span.End > len(text) {
				t.Fatalf("span %v after %d in %d bytes", span, at, len(text))
			}
			if len(word) == 0 || strings.ContainsAny(string(word), " \"\x00") || !utf8.Valid(word) {
				t.Fatalf("word %q", word)
			}
			at = span.End
			all = append(append(all, word...), ' ')
		}
		if got := For(lang).Append(nil, text); string(got) != string(all) {
			t.Fatalf("Append gives %q, Words %q", got, all)
		}
	})
}

func BenchmarkAppend(b *testing.B) {
	text := strings.Repeat("The envoys met the president in the capital on Friday. ", 75)
	b.SetBytes(int64(len(text)))
	f := For("en")
	var dst []byte
	for b.Loop() {
		dst = f.Append(dst[:0], text)
	}
}
