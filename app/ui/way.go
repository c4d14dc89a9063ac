package ui

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"lectern/app/look"
	"lectern/data"
	"lectern/data/bidi"
)

// WriteLine is Write for a line of its own: words that read from the right stand at
// the right end of width. It returns where the words begin, at the left.
func WriteLine(t *canvas.Text, words string, size float32, ink color.Color, x, y, width float32) float32 {
	taken := Write(t, words, size, ink, x, y, width)
	if room := width - taken; room > 0 && bidi.FromRight(words) {
		t.Move(t.Position().AddXY(room, 0))
		return x + room
	}
	return x
}

// Place is where a span of the words of a line begins and ends on paper, from where
// the line begins at the left.
func Place(words string, span data.Span, size float32, style fyne.TextStyle) (from, to float32) {
	font := look.EastAsian(words)
	wide := func(s string) float32 { return measure(s, size, style, font).Width }
	if !bidi.Mixed(words) {
		return wide(words[:span.Start]), wide(words[:span.End])
	}
	x, found := float32(0), false
	for _, p := range bidi.Line(words) {
		w := wide(p.Text)
		start, end := max(p.Start, span.Start), min(p.End, span.End)
		if start < end {
			a, b := wide(joined(words[p.Start:start], words[start:p.End])), wide(joined(words[p.Start:end], words[end:p.End]))
			if p.Level%2 == 1 {
				a, b = w-b, w-a
			}
			if !found || x+a < from {
				from = x + a
			}
			to, found = max(to, x+b), true
		}
		x += w
	}
	return from, to
}

// joined is the beginning of a word with its last letter in the shape it has within
// the word.
func joined(before, after string) string {
	if bidi.Joined(before, after) {
		return before + "\u200d"
	}
	return before
}
