package page

import (
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"lectern/data"
)

func press(p *Page, pos fyne.Position, modifier fyne.KeyModifier) {
	ev := &desktop.MouseEvent{Button: desktop.MouseButtonPrimary, Modifier: modifier}
	ev.Position = pos
	p.MouseDown(ev)
}

func drag(p *Page, pos fyne.Position) {
	p.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: pos}})
}

func click(p *Page, pos fyne.Position) {
	press(p, pos, 0)
	p.MouseUp(&desktop.MouseEvent{})
	p.Tapped(&fyne.PointEvent{Position: pos})
}

func TestSelectingAcrossBlocksAndCopyingWithItsSource(t *testing.T) {
	text := "The first paragraph of the report.\nДругий абзац звіту.\nThe third paragraph."
	blocks := paragraphs(text)
	p, _ := shownPage(t, 600, 400, blocks...)
	var told []data.Span
	p.OnSelected = func(s data.Span) { told = append(told, s) }
	p.OnCopy = func(words string, span data.Span) string {
		return words + " (report, " + text[span.Start:span.Start+5] + ")"
	}

	press(p, position(p, 0, 10), 0)
	drag(p, position(p, 1, 12))
	drag(p, position(p, 2, 9))
	p.DragEnd()
	span, words := p.Selection()
	if want := (data.Span{Start: 10, End: blocks[2].Base + 9}); span != want {
		t.Errorf("selected %v, want %v", span, want)
	}
	if want := "paragraph of the report.\n\nДругий абзац звіту.\n\nThe third"; words != want {
		t.Errorf("selected %q", words)
	}
	if len(told) == 0 || told[len(told)-1] != span {
		t.Errorf("told %v", told)
	}
	if n := len(rectsOf(p, p.Look().Colours.Selection)); n != 3 || !p.focused {
		t.Errorf("%d lines painted as selected", n)
	}
	p.TypedShortcut(&fyne.ShortcutCopy{})
	if got := fyne.CurrentApp().Clipboard().Content(); !strings.HasSuffix(got, "The third (report, parag)") {
		t.Errorf("copied %q", got)
	}
}

func TestSelectingUpwardsAndExtending(t *testing.T) {
	p, _ := shownPage(t, 600, 400, Block{Key: 1, Base: 40, Text: "Some words to choose from."})
	press(p, position(p, 0, 19), 0)
	drag(p, position(p, 0, 5))
	p.DragEnd()
	if _, words := p.Selection(); words != "words to choos" {
		t.Errorf("selected %q", words)
	}
	press(p, position(p, 0, 25), fyne.KeyModifierShift)
	if span, words := p.Selection(); words != "e from" || span.Start != 59 {
		t.Errorf("after a shift click: %q at %v", words, span)
	}
	p.TypedShortcut(&fyne.ShortcutSelectAll{})
	if _, words := p.Selection(); words != "Some words to choose from." {
		t.Errorf("all: %q", words)
	}
	p.ClearSelection()
	if span, words := p.Selection(); words != "" || !span.Empty() {
		t.Errorf("cleared: %q", words)
	}
}

func TestASingleClickIsATapAtOnceAndASecondOneSelectsTheWord(t *testing.T) {
	p, _ := shownPage(t, 600, 400, Block{Key: 7, Base: 300, Text: "The president’s envoys left."})
	now := time.Now()
	p.now = func() time.Time { return now }
	var taps []int
	p.OnTapped = func(key, offset int) { taps = append(taps, key, offset) }
	pos := position(p, 0, 6)
	click(p, pos)
	if len(taps) != 2 || taps[0] != 7 || taps[1] != 306 {
		t.Fatalf("told of %v", taps)
	}
	now = now.Add(200 * time.Millisecond)
	click(p, pos)
	if _, words := p.Selection(); words != "president’s" || len(taps) != 2 {
		t.Errorf("double click: %q, taps %v", words, taps)
	}
	now = now.Add(200 * time.Millisecond)
	click(p, pos)
	if _, words := p.Selection(); words != "The president’s envoys left." {
		t.Errorf("triple click: %q", words)
	}
	now = now.Add(5 * time.Second)
	click(p, pos)
	if _, words := p.Selection(); words != "" || len(taps) != 4 {
		t.Errorf("later click: %q, taps %v", words, taps)
	}
}

func TestDraggingBeyondThePageScrolls(t *testing.T) {
	p, _ := shownPage(t, 500, 300, report(3000)...)
	press(p, fyne.NewPos(100, 150), 0)
	drag(p, fyne.NewPos(100, 380))
	if p.Offset() == 0 {
		t.Error("the page does not follow")
	}
	p.DragEnd()
	if p.pointer.glide != nil {
		t.Error("it goes on after the button is let go")
	}
}

func TestTheScrollBarIsDragged(t *testing.T) {
	p, _ := shownPage(t, 500, 300, report(3000)...)
	tapped := false
	p.OnTapped = func(int, int) { tapped = true }
	press(p, fyne.NewPos(495, 4), 0)
	drag(p, fyne.NewPos(495, 400))
	p.DragEnd()
	if end := p.Extent() - 300; p.Offset() < end-2 {
		t.Errorf("dragged to the end, the page is at %v of %v", p.Offset(), end)
	}
	p.Tapped(&fyne.PointEvent{Position: fyne.NewPos(495, 280)})
	if _, words := p.Selection(); words != "" || tapped {
		t.Error("the bar was taken for text")
	}
}

func TestASelectionSurvivesNewMarksButNotNewText(t *testing.T) {
	p, _ := shownPage(t, 500, 300, Block{Key: 1, Text: "Words that stay."})
	p.Select(data.Span{Start: 6, End: 10})
	p.SetBlocks([]Block{{Key: 5, Text: "New."}, {Key: 1, Base: 10, Text: "Words that stay."}})
	if span, words := p.Selection(); words != "that" || span.Start != 16 {
		t.Errorf("%q at %v", words, span)
	}
	gone := false
	p.OnSelected = func(s data.Span) { gone = s.Empty() }
	p.SetBlocks([]Block{{Key: 1, Text: "Others"}})
	if _, words := p.Selection(); words != "" || !gone {
		t.Errorf("%q is still selected", words)
	}
}

func TestKeysScrollAndGoOnToTheCaller(t *testing.T) {
	p, w := shownPage(t, 500, 300, report(3000)...)
	var keys []fyne.KeyName
	p.OnKey = func(ev *fyne.KeyEvent) bool { keys = append(keys, ev.Name); return ev.Name == fyne.KeyDown }
	w.Canvas().Focus(p)
	for _, k := range []fyne.KeyName{fyne.KeyDown, fyne.KeyPageDown} {
		p.TypedKey(&fyne.KeyEvent{Name: k})
	}
	if len(keys) != 2 || p.Offset() < 150 || p.Offset() > 300 {
		t.Errorf("keys %v, offset %v", keys, p.Offset())
	}
	p.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEnd})
	if p.Offset() != p.clamp(p.Extent()) {
		t.Error("End does not lead to the end")
	}
	p.TypedKey(&fyne.KeyEvent{Name: fyne.KeyHome})
	if p.Offset() != 0 {
		t.Error("Home does not lead to the beginning")
	}
}

func TestHoverAndContext(t *testing.T) {
	p, w := shownPage(t, 400, 500, card(1, 0, "First passage."), card(2, 50, "Second passage."))
	var over []int
	p.OnHovered = func(key int, ok bool) { over = append(over, key) }
	p.OnTapped = func(int, int) {}
	test.MoveMouse(w.Canvas(), position(p, 1, 3))
	if p.Cursor() != desktop.PointerCursor || len(over) != 1 || over[0] != 2 {
		t.Errorf("over %v, cursor %v", over, p.Cursor())
	}
	if len(rectsOf(p, p.Look().Colours.Hover)) != 1 {
		t.Error("the card under the pointer does not show it")
	}
	key, at := 0, 0
	p.OnContext = func(k, offset int, _ fyne.Position) { key, at = k, offset }
	p.TappedSecondary(&fyne.PointEvent{Position: position(p, 1, 7)})
	if key != 2 || at != 57 {
		t.Errorf("context of %d at %d", key, at)
	}
	p.SetBlocks(nil)
	p.MouseMoved(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(50, 50)}})
	click(p, fyne.NewPos(50, 50))
	p.SelectAll()
	p.Copy()
	p.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEnd})
}
