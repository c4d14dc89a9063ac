package page

import (
	"image/color"
	"math"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"lectern/data"
)

func TestOnlyWhatIsInSightIsPainted(t *testing.T) {
	p, _ := shownPage(t, 700, 600, report(20_000)...)
	p.SetOffset(p.Extent() / 2)
	if n := len(linesShown(p)); n < 15 || n > 30 {
		t.Errorf("%d lines painted", n)
	}
	for i := range 200 {
		p.SetOffset(float32(i * 97))
	}
	if n := len(p.shownAs) + len(p.spare); n > 120 {
		t.Errorf("%d slates made for one screen", n)
	}
}

func TestAScrollStepKeepsTheLinesThatStay(t *testing.T) {
	p, _ := shownPage(t, 700, 600, report(5_000)...)
	p.SetOffset(1000)
	before := map[fyne.CanvasObject]string{}
	for _, s := range p.shownAs {
		before[s.box] = textOfObject(s.box.Objects[len(s.box.Objects)-1])
	}
	p.SetOffset(1040)
	kept := 0
	for _, s := range p.shownAs {
		if was, ok := before[s.box]; ok && was == textOfObject(s.box.Objects[len(s.box.Objects)-1]) {
			kept++
		}
	}
	if kept < len(p.shownAs)*3/4 {
		t.Errorf("only %d of %d lines were kept", kept, len(p.shownAs))
	}
}

func TestTheLineAtTheTopStaysThroughResizeAndTypeSize(t *testing.T) {
	p, w := shownPage(t, 700, 600, report(20_000)...)
	p.SetOffset(p.Extent() / 3)
	a := p.hold()
	check := func(what string) {
		t.Helper()
		b := p.blockOf(a.key)
		y := b.lineTop(b.lineOf(a.at)) - p.Offset()
		if math.Abs(float64(y-a.y)) > 1 {
			t.Errorf("after %s the line stands at %v instead of %v", what, y, a.y)
		}
	}
	w.Resize(fyne.NewSize(420, 500))
	check("a narrower window")
	l := p.Look()
	l.Size, l.Leading = 32, 1.7
	p.SetLook(l)
	check("larger type")
	w.Resize(fyne.NewSize(900, 700))
	check("a wider window")
}

func TestNewMarksMoveNothing(t *testing.T) {
	blocks := report(5_000)
	p, _ := shownPage(t, 700, 600, blocks...)
	p.SetOffset(2000)
	before, pieces := strings.Join(linesShown(p), "\n"), &p.blocks[40].pieces[0]
	again := report(5_000)
	for i := range again {
		again[i].Marks = append(again[i].Marks, Mark{Span: data.Span{Start: again[i].Base + 200, End: again[i].Base + 210}, Style: Found})
	}
	p.SetBlocks(again)
	if p.Offset() != 2000 || strings.Join(linesShown(p), "\n") != before {
		t.Error("the text moved")
	}
	if &p.blocks[40].pieces[0] != pieces {
		t.Error("words were measured again")
	}
}

func TestWhereBlocksAndSpansAre(t *testing.T) {
	text := strings.Repeat("Words that fill a paragraph of the report. ", 30)
	blocks := paragraphs(text + "\n" + text + "\n" + text)
	p, _ := shownPage(t, 500, 300, blocks...)
	p.ScrollTo(2, 0)
	if top, height, visible := p.Where(2); top != 0 || height < 200 || !visible {
		t.Errorf("block 2 is at %v, %v high, visible %v", top, height, visible)
	}
	if top, _, visible := p.Where(3); visible != (top < 300) {
		t.Errorf("block 3 at %v is said to be visible: %v", top, visible)
	}
	span := data.Span{Start: blocks[1].Base + 600, End: blocks[1].Base + 640}
	p.ScrollToSpan(span, 100)
	if top, height, visible := p.WhereSpan(span); top != 100 || height < p.set.lead || !visible {
		t.Errorf("the span is at %v, %v high", top, height)
	}
	if _, _, visible := p.WhereSpan(data.Span{Start: 0, End: 5}); visible {
		t.Error("the beginning of the report is said to be in sight")
	}
	if _, _, visible := p.Where(99); visible {
		t.Error("a block that is not there is said to be in sight")
	}
	whole := data.Span{Start: blocks[0].Base, End: blocks[2].Base + 10}
	if _, height, _ := p.WhereSpan(whole); height < p.Extent()/2 {
		t.Errorf("a span over three blocks is %v high", height)
	}
	p.SetOffset(0)
	p.RevealSpan(span)
	if top, height, _ := p.WhereSpan(span); top < 0 || top+height > 300 {
		t.Errorf("revealed, the span is at %v", top)
	}
}

func TestScrollingAskedForBeforeThereIsARoomIsDoneLater(t *testing.T) {
	test.NewTempApp(t)
	p := New()
	p.SetBlocks(report(3000))
	p.ScrollTo(20, 50)
	w := test.NewTempWindow(t, p)
	w.Resize(fyne.NewSize(600, 400))
	if top, _, visible := p.Where(20); !visible {
		t.Errorf("block 20 is at %v", top)
	}
}

func TestChoosingDimsTheRestAndUnfoldsTheNote(t *testing.T) {
	p, _ := shownPage(t, 400, 600, card(1, 0, "First passage."), card(2, 50, "Second passage."), card(3, 90, "Third passage."))
	height := p.blockOf(2).height
	p.Choose(Choice{Keys: []int{2}})
	if p.blockOf(2).height <= height {
		t.Error("the note is not shown")
	}
	if lines := strings.Join(linesShown(p), " "); strings.Count(lines, "Because of the cue.") != 1 {
		t.Errorf("shown: %s", lines)
	}
	c := p.Look().Colours
	for words, want := range map[string]color.Color{"First passage.": c.Dim, "Second passage.": c.Ink} {
		if got := inkOf(p, words); got != want {
			t.Errorf("%q is set in %v instead of %v", words, got, want)
		}
	}
	p.Choose(Choice{})
	if inkOf(p, "First passage.") != c.Ink || p.blockOf(2).height != height {
		t.Error("choosing nothing does not undo it")
	}
}

func TestTheChosenCardKeepsItsPlace(t *testing.T) {
	var blocks []Block
	for i := range 60 {
		blocks = append(blocks, card(i, i*100, strings.Repeat("A passage of some length. ", 3)))
	}
	p, _ := shownPage(t, 360, 500, blocks...)
	p.Choose(Choice{Keys: []int{10}})
	p.ScrollTo(12, 200)
	p.Choose(Choice{Keys: []int{12}}) // folds the note of card 10, above
	if top, _, _ := p.Where(12); top != 200 {
		t.Errorf("the chosen card jumped from 200 to %v", top)
	}
}

func TestAChosenStretchOfTextStandsOut(t *testing.T) {
	text := "One sentence here. Another sentence there. A third one."
	p, _ := shownPage(t, 900, 200, Block{Key: 1, Base: 1000, Text: text})
	p.Choose(Choice{Spans: []data.Span{{Start: 1019, End: 1042}}})
	c := p.Look().Colours
	if got := inkOf(p, "Another sentence there."); got != c.Ink {
		t.Errorf("chosen words in %v", got)
	}
	if got := inkOf(p, "One sentence here. "); got != c.Dim {
		t.Errorf("other words in %v", got)
	}
	if n := len(rectsOf(p, c.Chosen)); n != 1 {
		t.Errorf("%d chosen bands", n)
	}
}

func TestMarksLieUnderTheirWords(t *testing.T) {
	text := "The envoy said that talks might resume."
	at := func(words string) data.Span {
		i := strings.Index(text, words)
		return data.Span{Start: 500 + i, End: 500 + i + len(words)}
	}
	p, _ := shownPage(t, 900, 200, Block{Key: 1, Base: 500, Text: text, Marks: []Mark{
		{Span: data.Span{Start: 0, End: 502}, Style: Found},
		{Span: at("envoy"), Style: Source}, {Span: at("said"), Style: Cue},
		{Span: at("talks might"), Style: Tint}, {Span: at("might"), Style: Hedge},
	}})
	b := p.blocks[0]
	c := p.Look().Colours
	x := func(words string) float32 { return p.xOf(b, b.lines[0], at(words).Start-500) }
	cues := rectsOf(p, c.Cue)
	if len(cues) != 1 || cues[0].Position().X != x("said") || math.Abs(float64(cues[0].Size().Width-(x(" that")-x("said")))) > 0.5 {
		t.Errorf("cue lines: %v", cues)
	}
	if tints := rectsOf(p, c.Tint); len(tints) != 1 || tints[0].Position().X != x("talks")-2 {
		t.Errorf("tints: %v", tints)
	}
	if len(rectsOf(p, c.Found)) != 1 {
		t.Error("a mark that begins before the block is not shown")
	}
	var bold []string
	for _, o := range objectsOf(p) {
		if text, ok := o.(*canvas.Text); ok && text.TextStyle.Bold {
			bold = append(bold, text.Text)
		}
	}
	if strings.Join(bold, "|") != "envoy" {
		t.Errorf("bold: %q", bold)
	}
}

func TestMarksWithWrongSpansDoNoHarm(t *testing.T) {
	text := "Короткий текст."
	var marks []Mark
	for _, s := range []data.Span{{Start: -50, End: -3}, {Start: -1, End: 3}, {Start: 1, End: 2}, {Start: 9, End: 4}, {Start: 5, End: 4000}, {Start: 4000, End: 5000}} {
		for _, style := range []MarkStyle{Tint, Cue, Hedge, Source, Found} {
			marks = append(marks, Mark{Span: s, Style: style})
		}
	}
	p, _ := shownPage(t, 300, 200, Block{Key: 1, Text: text, Marks: marks})
	p.Choose(Choice{Keys: []int{9}, Spans: []data.Span{{Start: -4, End: 3}, {Start: 7, End: 7}, {Start: 3, End: 9000}}})
	p.ScrollToSpan(data.Span{Start: -5, End: -1}, 0)
	p.WhereSpan(data.Span{Start: 8000, End: 9000})
	p.Select(data.Span{Start: -3, End: 90000})
	if got := strings.Join(linesShown(p), ""); got != text {
		t.Errorf("shown: %q", got)
	}
}

func objectsOf(p *Page) []fyne.CanvasObject {
	var out []fyne.CanvasObject
	for _, o := range p.objects {
		if box, ok := o.(*fyne.Container); ok {
			out = append(out, box.Objects...)
		}
	}
	return out
}

func inkOf(p *Page, words string) color.Color {
	for _, o := range objectsOf(p) {
		if text, ok := o.(*canvas.Text); ok && text.Text == words {
			return text.Color
		}
	}
	return nil
}

func rectsOf(p *Page, fill color.Color) []*canvas.Rectangle {
	var out []*canvas.Rectangle
	for _, o := range objectsOf(p) {
		if r, ok := o.(*canvas.Rectangle); ok && r.FillColor == fill {
			out = append(out, r)
		}
	}
	return out
}
