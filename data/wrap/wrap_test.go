package wrap

import (
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"
)

const printed = `Envoys meet at the old customs house
By Ada Low
12 March 2031

The envoys of the two banks met on Monday in the old customs house by
the river, and they talked for three hours about the bridges. Nothing
was signed. A second meeting is to be held in the spring, the hosts
said, if the snow allows it.

What is open

- The toll, which both sides want to take, and the guards who would be
  needed for that.
- The night.

The hosts named three dates:
1. the first of May,
2. the first of June.

Ada Low
Tarn
`

func TestPrintedParagraphsFlow(t *testing.T) {
	want := `Envoys meet at the old customs house
By Ada Low
12 March 2031

The envoys of the two banks met on Monday in the old customs house by the river, and they talked for three hours about the bridges. Nothing was signed. A second meeting is to be held in the spring, the hosts said, if the snow allows it.

What is open

- The toll, which both sides want to take, and the guards who would be needed for that.
- The night.

The hosts named three dates:
1. the first of May,
2. the first of June.

Ada Low
Tarn
`
	if got := Flow(printed); got != want {
		t.Errorf("got\n%s", got)
	}
	if got := Flow(strings.ReplaceAll(printed, "\n", "\r\n")); got != strings.ReplaceAll(want, "\n", "\r\n") {
		t.Errorf("with \\r\\n got\n%s", got)
	}
}

func TestHyphensAtLineEnds(t *testing.T) {
	text := func(end, next string) string {
		return "The envoys of the two banks met on Monday in the old customs " + end + "\n" + next + " stands by the river, and they talked for three hours about the roads."
	}
	for _, c := range []struct{ end, next, want string }{
		{"long-", "term house", "customs long-term house"},
		{"nego\u00AD", "tiation house", "customs negotiation house"},
		{"pre-", "and post-war house", "customs pre- and post-war house"},
		{"house -", "it", "customs house - it"},
	} {
		if got := Flow(text(c.end, c.next)); !strings.Contains(got, c.want) {
			t.Errorf("%q, %q: got %q", c.end, c.next, got)
		}
	}
}

func TestLinesThatWereMeantStay(t *testing.T) {
	for name, text := range map[string]string{
		"a sentence a line":   "The envoys met on Monday in the old customs house by the river.\nThey talked for three hours about the bridges.\nNothing was signed, and the hosts closed the doors at nine o'clock.\n",
		"a paragraph a line":  strings.Repeat("The envoys of the two banks met on Monday. ", 8) + "\n" + strings.Repeat("and nothing was signed. ", 9) + "\n",
		"verse":               "The river takes the bridge away\nand leaves the toll to pay,\nthe keeper counts the coins of snow\nand lets the river go.\n",
		"a table":             "Place          Tolls      Guards of the bridge and the gate\nTarn           12         140 on the first day, and then few\nLow            9          80\n",
		"a table with lines":  "Place of toll | tolls of the day | guards on that day and\nthe western bank | 12 | 140\n",
		"another's mail":      "> The envoys of the two banks met on Monday in the old customs house\n> and they talked for three hours about the bridges of the town.\n",
		"names and addresses": "Office of the Keeper of the Eastern Bank and its Bridges\nCustoms House\nTarn\n",
		"headings":            "Envoys Of The Two Banks Meet At The Old Customs House\nA Second Meeting Is Held In Spring\nBy Ada Low\n",
		"no blanks":           "大統領は会談が有益だったと述べた。大統領は会談が有益だったと述べた。大統領は会談が有益だったと述べた\nは会談が有益だった\n",
	} {
		if got := Flow(text); got != text {
			t.Errorf("%s: got %q", name, got)
		}
	}
}

// Whatever paragraphs are printed at whatever width come back as they were.
func TestWhatIsBrokenComesBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		word := rapid.StringMatching(`[a-z]{1,12}`)
		para := rapid.Custom(func(t *rapid.T) string {
			return "The " + strings.Join(rapid.SliceOfN(word, 30, 90).Draw(t, "words"), " ") + "."
		})
		paras := rapid.SliceOfN(para, 1, 6).Draw(t, "paragraphs")
		width := rapid.IntRange(58, 85).Draw(t, "width")
		var printed []string
		for _, p := range paras {
			printed = append(printed, broken(p, width))
		}
		want := strings.Join(paras, "\n\n")
		if got := Flow(strings.Join(printed, "\n\n")); got != want {
			t.Fatalf("width %d: got\n%s\nwant\n%s", width, got, want)
		}
		if again := Flow(want); again != want {
			t.Fatalf("a flowing text changed: %q", again)
		}
	})
}

// broken prints a paragraph at a width.
func broken(p string, width int) string {
	var out strings.Builder
	at := 0
	for i, w := range strings.Fields(p) {
		switch {
		case i == 0:
		case at+1+len(w) > width:
			out.WriteByte('\n')
			at = 0
		default:
			out.WriteByte(' ')
			at++
		}
		out.WriteString(w)
		at += len(w)
	}
	return out.String()
}

func FuzzBreaks(f *testing.F) {
	f.Add(printed)
	f.Add("a\r\n\r\rb\u2028 \xff-\n")
	f.Fuzz(func(t *testing.T, text string) {
		at := 0
		for _, b := range Breaks(text) {
			if b.Start < at || b.End <= b.Start || b.End > len(text) || utf8.ValidString(text) && !utf8.ValidString(text[b.Start:b.End]) {
				t.Fatalf("%+v after %d of %q", b, at, text)
			}
			if gone := strings.TrimLeft(text[b.Start:b.End], "\u00AD"); strings.TrimFunc(gone, blank) != "" || !strings.ContainsAny(gone, "\r\n") {
				t.Fatalf("%q is no line end", gone)
			}
			at = b.End
		}
	})
}
