package page

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"lectern/data"
)

// shownPage opens a page of a size in a window of the test driver.
func shownPage(t testing.TB, w, h float32, blocks ...Block) (*Page, fyne.Window) {
	t.Helper()
	test.NewTempApp(t)
	p := New()
	p.SetBlocks(blocks)
	window := test.NewTempWindow(t, p)
	window.SetPadded(false)
	window.Resize(fyne.NewSize(w, h))
	return p, window
}

// paragraphs makes blocks of a report, one per line of text.
func paragraphs(text string) []Block {
	var out []Block
	at := 0
	for i, line := range strings.Split(text, "\n") {
		if line != "" {
			out = append(out, Block{Key: i + 1, Base: at, Text: line})
		}
		at += len(line) + 1
	}
	return out
}

// report is an invented text with so many words: a vocabulary like that of a
// long report, paragraphs of about sixty words, a few marks in each.
func report(words int) []Block {
	r := rand.New(rand.NewPCG(7, 7))
	syllables := strings.Fields("ka ro min tel va su ne der lo pi sta gen mor fi la ter un ex pol it ve ra con do si")
	vocabulary := make([]string, 12000)
	for i := range vocabulary {
		for range 1 + r.IntN(4) {
			vocabulary[i] += syllables[r.IntN(len(syllables))]
		}
	}
	z := rand.NewZipf(r, 1.1, 4, uint64(len(vocabulary)-1))
	var b strings.Builder
	for i := range words {
		b.WriteString(vocabulary[z.Uint64()])
		switch {
		case i%60 == 59:
			b.WriteString(".\n")
		case i%15 == 14:
			b.WriteString(", ")
		default:
			b.WriteByte(' ')
		}
	}
	blocks := paragraphs(b.String())
	for i := range blocks {
		base := blocks[i].Base
		if len(blocks[i].Text) < 120 {
			continue
		}
		blocks[i].Marks = []Mark{
			{Span: data.Span{Start: base, End: base + 12}, Style: Source},
			{Span: data.Span{Start: base + 20, End: base + 26}, Style: Cue},
			{Span: data.Span{Start: base + 40, End: base + 110}, Style: Tint},
			{Span: data.Span{Start: base + 60, End: base + 70}, Style: Hedge},
		}
	}
	return blocks
}

// linesShown are the texts in sight, from top to bottom.
func linesShown(p *Page) []string {
	var out []string
	for _, o := range p.objects {
		box, ok := o.(*fyne.Container)
		if !ok {
			continue
		}
		var line strings.Builder
		for _, c := range box.Objects {
			line.WriteString(textOfObject(c))
		}
		if line.Len() > 0 {
			out = append(out, line.String())
		}
	}
	return out
}

func card(key, base int, text string) Block {
	return Block{Key: key, Kind: Card, Base: base, Text: text, Head: fmt.Sprint("Speaker ", key), Badge: "S", Note: "Because of the cue."}
}
