package page

import (
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

// BenchmarkOpen shows a report on a page that has never measured a word, up to
// the layout of its first screen.
func BenchmarkOpen(b *testing.B) {
	for _, words := range []int{1_000, 10_000, 100_000} {
		blocks := report(words)
		b.Run(fmt.Sprint(words), func(b *testing.B) {
			for b.Loop() {
				test.NewTempApp(b)
				p := New()
				p.Resize(fyne.NewSize(760, 800))
				test.WidgetRenderer(p).Layout(p.Size())
				p.SetBlocks(blocks)
			}
		})
	}
}

// BenchmarkOpenUnbroken is the worst case: 100,000 words without a paragraph.
func BenchmarkOpenUnbroken(b *testing.B) {
	var text strings.Builder
	var marks []Mark
	for _, block := range report(100_000) {
		for _, m := range block.Marks {
			m.Span.Start, m.Span.End = m.Span.Start-block.Base+text.Len(), m.Span.End-block.Base+text.Len()
			marks = append(marks, m)
		}
		text.WriteString(block.Text + " ")
	}
	test.NewTempApp(b)
	for b.Loop() {
		p := New()
		p.Resize(fyne.NewSize(760, 800))
		test.WidgetRenderer(p).Layout(p.Size())
		p.SetBlocks([]Block{{Key: 1, Text: text.String(), Marks: marks}})
		p.SetOffset(p.Extent() - 2000)
	}
}

func open(b *testing.B, words int) *Page {
	test.NewTempApp(b)
	p := New()
	p.SetBlocks(report(words))
	w := test.NewTempWindow(b, p)
	w.Resize(fyne.NewSize(760, 800))
	return p
}

// BenchmarkScrollStep turns the wheel by one notch through 100,000 words.
func BenchmarkScrollStep(b *testing.B) {
	p := open(b, 100_000)
	step := float32(-40)
	for b.Loop() {
		if p.Offset() > p.Extent()-2000 {
			p.SetOffset(0)
		}
		p.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, step)})
	}
}

// BenchmarkScrollPage goes on by a whole screen, where no line can be kept.
func BenchmarkScrollPage(b *testing.B) {
	p := open(b, 100_000)
	for b.Loop() {
		if p.Offset() > p.Extent()-2000 {
			p.SetOffset(0)
		}
		p.TypedKey(&fyne.KeyEvent{Name: fyne.KeyPageDown})
	}
}

// BenchmarkResize changes the width under 100,000 words.
func BenchmarkResize(b *testing.B) {
	p := open(b, 100_000)
	p.SetOffset(p.Extent() / 2)
	i := 0
	for b.Loop() {
		i++
		p.Resize(fyne.NewSize(float32(700+i%60), 800))
	}
}

// BenchmarkTypeSize changes the size of the type of 100,000 words.
func BenchmarkTypeSize(b *testing.B) {
	p := open(b, 100_000)
	p.SetOffset(p.Extent() / 2)
	i := 0
	for b.Loop() {
		i++
		l := p.Look()
		l.Size = float32(12 + i%20)
		p.SetLook(l)
	}
}

// BenchmarkMarks shows 100,000 words again with other marks, as a correction does.
func BenchmarkMarks(b *testing.B) {
	p := open(b, 100_000)
	blocks := report(100_000)
	for b.Loop() {
		p.SetBlocks(blocks)
	}
}
