package page

import (
	"math"
	"strings"
	"testing"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"pgregory.net/rapid"

	"lectern/data"
)

// position is where a byte of a block stands in the viewport, in the middle of its line.
func position(p *Page, block, at int) fyne.Position {
	b := p.blocks[block]
	n := b.lineOf(at)
	return fyne.NewPos(p.xOf(b, b.lines[n], at), b.lineTop(n)+b.lead/2-p.offset)
}

// stands tells whether a byte of a line stands at x, give or take a letter. Where
// the direction turns, a byte stands in two places: where the text before it ends
// and where its own begins.
func stands(p *Page, b *laid, l line, at int, x float32) bool {
	near := func(caret float32) bool { return math.Abs(float64(caret-x)) <= float64(b.size) }
	for _, r := range p.runsOf(b, l) {
		if r.start <= at && at <= r.end && near(p.caret(b, r, at)) {
			return true
		}
	}
	return near(p.xOf(b, l, at))
}

func TestWhatIsClickedIsWhatStandsThere(t *testing.T) {
	test.NewTempApp(t)
	p := New()
	rapid.Check(t, func(t *rapid.T) {
		text := "x" + anyText().Draw(t, "text")
		p.Resize(fyne.NewSize(float32(rapid.IntRange(120, 700).Draw(t, "width")), 300))
		p.SetBlocks([]Block{{Key: 3, Kind: Card, Base: 100, Text: text, Head: "A", Marks: []Mark{{Span: data.Span{Start: 102, End: 109}, Style: Source}}}})
		p.layOut()
		p.SetOffset(float32(rapid.IntRange(0, 400).Draw(t, "offset")))
		at := rapid.IntRange(0, len(text)-1).Draw(t, "at")
		pos := position(p, 0, border(text, at))
		key, offset, ok := p.At(pos)
		if !ok || key != 3 {
			t.Fatalf("nothing at %v", pos)
		}
		if hit := offset - 100; !utf8.ValidString(text) || hit == len(text) || utf8.RuneStart(text[hit]) {
			b := p.blocks[0]
			if n := b.lineOf(hit); n == b.lineOf(border(text, at)) && !stands(p, b, b.lines[n], hit, pos.X) {
				t.Fatalf("byte %d of %q is at %v, and there byte %d was hit", at, text, pos, hit)
			}
		} else {
			t.Fatalf("byte %d is inside a character", hit)
		}
	})
}

func TestEachLetterIsHitByteForByte(t *testing.T) {
	for _, text := range []string{"The door is open", "Двері відчинені", "漢字かな交じり", "שלום עליכם", "ab שלום cd 12"} {
		p, _ := shownPage(t, 600, 200, Block{Key: 1, Text: text})
		b := p.blocks[0]
		for _, r := range p.runsOf(b, b.lines[0]) {
			for at := r.start; at < r.end; at = cluster(text, at) {
				next := cluster(text, at)
				from, to := p.caret(b, r, at), p.caret(b, r, next)
				p.scratch = nil
				got := p.nearest(fyne.NewPos(from+(to-from)*0.3, b.lineTop(0)+5)).at
				if got != at {
					t.Errorf("%q: the letter at byte %d is hit as %d", text, at, got)
				}
			}
		}
	}
}

func TestBesideTheTextThereIsNothing(t *testing.T) {
	p, _ := shownPage(t, 600, 400, card(1, 0, "One passage."), card(2, 20, "Another."))
	for _, pos := range []fyne.Position{{X: 2, Y: 30}, {X: 598, Y: 30}, {X: 100, Y: 380}, {X: 100, Y: 1}} {
		if key, _, ok := p.At(pos); ok {
			t.Errorf("block %d at %v", key, pos)
		}
	}
}

func TestRightToLeftParagraphsStandAtTheRight(t *testing.T) {
	p, _ := shownPage(t, 600, 400,
		Block{Key: 1, Text: "قال المتحدث (يوم الخميس) إن 40 شخصا عادوا."},
		Block{Key: 2, Base: 200, Text: "The word שלום means peace."})
	b := p.blocks[0]
	runs := p.runsOf(b, b.lines[0])
	last := runs[len(runs)-1]
	if right := last.x + last.w; math.Abs(float64(right-b.textLeft-b.textWidth)) > 0.5 {
		t.Errorf("the line ends at %v, the column at %v", right, b.textLeft+b.textWidth)
	}
	if last.start != 0 {
		t.Error("the first word is not the rightmost")
	}
	words := make([]string, 0, len(runs))
	for _, r := range runs {
		words = append(words, r.textOf(b.Text))
	}
	if line := strings.Join(words, "|"); !strings.HasPrefix(line, ".|") || !strings.Contains(line, "( ") && !strings.Contains(line, " (") {
		t.Errorf("marks are not turned over: %s", line)
	}
	p.scratch = nil
	b = p.blocks[1]
	if runs := p.runsOf(b, b.lines[0]); runs[0].start != 0 || runs[0].x != b.textLeft {
		t.Error("an English line with a Hebrew word does not begin at the left")
	}
}
