package page

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"pgregory.net/rapid"

	"lectern/data"
)

// Whatever a person and the reading view do, in whatever order: nothing
// crashes, the page stays within its ends, and no part of the viewport that has
// text is left empty.
func TestAnyUseLeavesThePageWhole(t *testing.T) {
	test.NewTempApp(t)
	rapid.Check(t, func(t *rapid.T) {
		p := New()
		p.Resize(fyne.NewSize(500, 300))
		test.WidgetRenderer(p).Layout(p.Size())
		p.OnTapped = func(key, _ int) { p.Choose(Choice{Keys: []int{key}}) }
		point := rapid.Custom(func(t *rapid.T) fyne.Position {
			return fyne.NewPos(float32(rapid.IntRange(-20, 520).Draw(t, "x")), float32(rapid.IntRange(-50, 350).Draw(t, "y")))
		})
		span := rapid.Custom(func(t *rapid.T) data.Span {
			start := rapid.IntRange(-5, 2000).Draw(t, "start")
			return data.Span{Start: start, End: start + rapid.IntRange(-2, 300).Draw(t, "length")}
		})
		t.Repeat(map[string]func(*rapid.T){
			"": func(t *rapid.T) { whole(t, p) },
			"blocks": func(t *rapid.T) {
				var blocks []Block
				base := 0
				for i := range rapid.IntRange(0, 12).Draw(t, "blocks") {
					b := Block{Key: i, Kind: BlockKind(rapid.IntRange(0, 3).Draw(t, "kind")), Base: base, Text: anyText().Draw(t, "text")}
					b.Head = rapid.SampledFrom([]string{"", "A speaker", "עליכם and others of a very long name that has no room"}).Draw(t, "head")
					b.Note = anyText().Draw(t, "note")
					b.Marks = []Mark{{Span: span.Draw(t, "mark"), Style: MarkStyle(rapid.IntRange(0, 4).Draw(t, "style"))}}
					blocks = append(blocks, b)
					base += len(b.Text) + 1
				}
				p.SetBlocks(blocks)
			},
			"look": func(t *rapid.T) {
				p.SetLook(Look{
					Size:    float32(rapid.IntRange(6, 60).Draw(t, "size")),
					Measure: rapid.IntRange(0, 90).Draw(t, "measure"),
					Margin:  float32(rapid.IntRange(0, 300).Draw(t, "margin")),
				})
			},
			"resize": func(t *rapid.T) {
				p.Resize(fyne.NewSize(float32(rapid.IntRange(0, 900).Draw(t, "w")), float32(rapid.IntRange(0, 500).Draw(t, "h"))))
			},
			"choose": func(t *rapid.T) {
				p.Choose(Choice{Keys: rapid.SliceOfN(rapid.IntRange(0, 12), 0, 3).Draw(t, "keys"), Spans: rapid.SliceOfN(span, 0, 3).Draw(t, "spans")})
			},
			"wheel": func(t *rapid.T) {
				p.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, rapid.Float32Range(-900, 900).Draw(t, "dy"))})
			},
			"scroll":  func(t *rapid.T) { p.ScrollToSpan(span.Draw(t, "span"), 40) },
			"press":   func(t *rapid.T) { press(p, point.Draw(t, "at"), 0) },
			"shift":   func(t *rapid.T) { press(p, point.Draw(t, "at"), fyne.KeyModifierShift) },
			"drag":    func(t *rapid.T) { drag(p, point.Draw(t, "at")) },
			"release": func(t *rapid.T) { p.DragEnd() },
			"click":   func(t *rapid.T) { click(p, point.Draw(t, "at")) },
			"all":     func(t *rapid.T) { p.SelectAll() },
			"select":  func(t *rapid.T) { p.Select(span.Draw(t, "span")) },
		})
	})
}

func whole(t *rapid.T, p *Page) {
	room := p.Size().Height
	if p.Offset() < 0 || p.Offset() > max(0, p.Extent()-room)+1 {
		t.Fatalf("scrolled to %v of %v", p.Offset(), p.Extent())
	}
	if span, words := p.Selection(); words != "" && span.Empty() {
		t.Fatalf("%q is selected at %v", words, span)
	}
	if p.Size().Width <= 0 || room <= 0 {
		return
	}
	for _, b := range p.blocks {
		for i := range b.lines {
			top := b.lineTop(i) - p.Offset()
			s := p.shownAs[viewKey{b, i}]
			if inSight := top < room && top+b.lead > 0; inSight != (s != nil) {
				t.Fatalf("line %d of block %d at %v of %v: painted %v", i, b.Key, top, room, s != nil)
			}
			if s != nil && s.box.Position().Y != top {
				t.Fatalf("line %d of block %d is painted at %v instead of %v", i, b.Key, s.box.Position().Y, top)
			}
		}
	}
}
