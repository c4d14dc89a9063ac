package ui

import (
	"sort"
	"strings"

	"fyne.io/fyne/v2"

	"lectern/app/look"
)

// longest is how many characters of a line are ever measured: no window is wider.
const longest = 400

// Fit shortens words to width with an ellipsis. It cuts between characters and
// leaves no space or comma before the ellipsis.
func Fit(words string, width, size float32, style fyne.TextStyle) string {
	if width <= 0 || words == "" {
		return ""
	}
	font := look.EastAsian(words)
	wide := func(s string) bool { return measure(s, size, style, font).Width > width }
	runes := []rune(words)
	if len(runes) <= longest && !wide(words) {
		return words
	}
	// No letter is narrower than a sixth of its height on average, so the search
	// for the cut need not look further.
	most := min(len(runes), longest, int(6*width/size)+1)
	n := sort.Search(most, func(n int) bool { return wide(cut(runes, n+1)) })
	return cut(runes, n)
}

// measure is fyne.MeasureText for words in a font; nil is the theme's own.
func measure(words string, size float32, style fyne.TextStyle, font fyne.Resource) fyne.Size {
	if font == nil {
		return fyne.MeasureText(words, size, style)
	}
	needed, _ := fyne.CurrentApp().Driver().RenderedTextSize(words, size, style, font)
	return needed
}

func cut(runes []rune, n int) string {
	return strings.TrimRight(string(runes[:n]), " ,;:–—-") + "…"
}

// Shortened is words cut to at most n characters, with a sign that they were.
func Shortened(words string, n int) string {
	runes := []rune(words)
	if len(runes) <= n {
		return words
	}
	return strings.TrimSpace(string(runes[:n-1])) + "…"
}
