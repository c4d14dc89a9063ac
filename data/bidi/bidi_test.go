package bidi

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"unicode"

	"golang.org/x/text/unicode/bidi"
	"pgregory.net/rapid"
)

// levelsOf are the levels of a text's letters, a digit each.
func levelsOf(text string, fromRight bool) string {
	var b strings.Builder
	for _, r := range Runs(text, fromRight) {
		for range text[r.Start:r.End] {
			fmt.Fprint(&b, r.Level)
		}
	}
	return b.String()
}

// What Unicode's algorithm says by hand, brackets among it.
func TestLevels(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"peace (שלום) now", "0000000111100000"},
		{"שלום (peace) עכשיו", "111111222221111111"},
		{"ירד ב-50% ל-3.5", "111111222111222"},
		{"قال 40 شخصا", "11112211111"},
		{"في 2025-12-31 قال", "11122221221221111"},
		{"aב1 c", "01200"},
		{"ב (a) c", "1112112"},
		{"א [ב] 12", "11111122"},
		{"12 א", "2211"},
	} {
		if got := levelsOf(c.text, FromRight(c.text)); got != c.want {
			t.Errorf("%q: %s, want %s", c.text, got, c.want)
		}
	}
}

var letters = []rune("abאבגعلمé12٣٤ .,:;-+/$%<>«»!?\"'ְ“”–\u200e\u200f")

func drawText(t *rapid.T, letters []rune) string {
	return rapid.StringOfN(rapid.SampledFrom(letters), 1, 24, -1).Draw(t, "text")
}

// Go's own library, which tells directions and no levels, is of one mind with us;
// but it does not see which brackets belong together.
func TestDirectionsAreThoseOfGosLibrary(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := drawText(t, letters)
		fromRight := FromRight(text)
		var p bidi.Paragraph
		if _, err := p.SetString(text); err != nil {
			t.Fatal(err)
		}
		order, err := p.Order()
		if err != nil {
			t.Fatal(err)
		}
		var theirs strings.Builder
		for i := range order.NumRuns() {
			run := order.Run(i)
			theirs.WriteString(strings.Repeat(fmt.Sprint(int(run.Direction())), len([]rune(run.String()))))
		}
		ours := strings.NewReplacer("2", "0").Replace(levelsOf(text, fromRight))
		end := len([]rune(strings.TrimRight(text, " "))) // which goes into the margin
		if ours[:end] != theirs.String()[:end] {
			t.Fatalf("%+q from the right %v: %s, Go's library has %s", text, fromRight, ours, theirs.String())
		}
	})
}

func TestRunsCoverTheTextInOrder(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.String().Draw(t, "text") + drawText(t, append([]rune("()[]{}\u202e\u2067\u2069"), letters...))
		at := 0
		for _, r := range Runs(text, rapid.Bool().Draw(t, "right")) {
			if r.Start != at || r.End <= r.Start || r.Level < 0 || r.Level > 2 {
				t.Fatalf("%+q: %+v after %d", text, r, at)
			}
			at = r.End
		}
		if at != len(text) {
			t.Fatalf("%+q: only %d of %d bytes", text, at, len(text))
		}
	})
}

// A line written in one go is drawn as its levels want it: by a program that cuts it
// by direction and by type, turns each piece that runs from the right, and sets the
// pieces from left to right, as Fyne does.
func TestOneLineIsDrawnInItsOrder(t *testing.T) {
	all := append([]rune("()[]{}()"), letters...)
	rapid.Check(t, func(t *rapid.T) {
		text := drawText(t, all)
		text = strings.NewReplacer("\u200fְ", "", "\u200eְ", "").Replace(text) // a vowel on nothing
		if want, got := onPaper(text), drawn(OneLine(text)); want != got {
			t.Fatalf("%+q is drawn as %+q, not as %+q", text, got, want)
		}
	})
}

// onPaper is a line's letters from the left, as their levels say.
func onPaper(text string) string {
	type sign struct {
		r     string
		level int
	}
	var signs []sign
	for _, run := range Runs(text, FromRight(text)) {
		for _, r := range text[run.Start:run.End] {
			if run.Level == 1 {
				r = Mirrored(r)
			}
			if n := len(signs); n > 0 && unicode.Is(unicode.Mn, r) && signs[n-1].level == run.Level && Mixed(text) {
				signs[n-1].r += string(r) // stays behind its letter
				continue
			}
			signs = append(signs, sign{string(r), run.Level})
		}
	}
	Order(signs, func(s sign) int { return s.level })
	var b strings.Builder
	for _, s := range signs {
		b.WriteString(s.r)
	}
	return seen(b.String())
}

func drawn(line string) string {
	var p bidi.Paragraph
	_, _ = p.SetString(line, bidi.DefaultDirection(bidi.LeftToRight))
	order, _ := p.Order()
	var b strings.Builder
	for i := range order.NumRuns() {
		run := order.Run(i)
		if run.Direction() != bidi.RightToLeft {
			b.WriteString(run.String())
			continue
		}
		for _, piece := range byType(run.String()) {
			b.WriteString(Turned(piece))
		}
	}
	return seen(b.String())
}

// byType cuts where letters and signs may come from two fonts.
func byType(s string) (pieces []string) {
	for _, r := range s {
		letter := unicode.IsLetter(r) || unicode.IsMark(r)
		if n := len(pieces); n > 0 {
			first := []rune(pieces[n-1])[0]
			if (unicode.IsLetter(first) || unicode.IsMark(first)) == letter {
				pieces[n-1] += string(r)
				continue
			}
		}
		pieces = append(pieces, string(r))
	}
	return pieces
}

// seen leaves out what is not seen.
func seen(s string) string {
	return string(slices.DeleteFunc([]rune(s), func(r rune) bool { return r == '\u200e' || r == '\u200f' }))
}

func FuzzRuns(f *testing.F) {
	f.Add("ב (a\u202e) c\xff", true)
	f.Fuzz(func(t *testing.T, text string, right bool) {
		Runs(text, right)
		OneLine(text)
	})
}
