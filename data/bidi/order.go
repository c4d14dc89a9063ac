package bidi

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/bidi"
)

// Order puts what has levels in the order in which it stands on paper, from the
// left.
func Order[T any](all []T, level func(T) int) {
	highest := 0
	for _, one := range all {
		highest = max(highest, level(one))
	}
	for at := highest; at > 0; at-- {
		for i := 0; i < len(all); i++ {
			j := i
			for j < len(all) && level(all[j]) >= at {
				j++
			}
			slices.Reverse(all[i:j])
			i = max(i, j-1)
		}
	}
}

// Turned turns round and mirrors a stretch that has no letters, each sign with the
// marks that belong to it.
func Turned(s string) string {
	runes := []rune(s)
	slices.Reverse(runes)
	for i := 0; i < len(runes); i++ {
		to := i
		for to < len(runes)-1 && unicode.Is(unicode.Mn, runes[to]) {
			to++
		}
		slices.Reverse(runes[i : to+1])
		runes[i] = Mirrored(runes[i])
		i = to
	}
	return string(runes)
}

// leftMark is seen nowhere, and parts what stands left and right of it.
const leftMark = "\u200e"

// Part is a stretch of a line as it is drawn by itself: words[Start:End] shown as
// Text, which has signs without letters turned already.
type Part struct {
	Start, End int
	Level      int
	Text       string
}

// Line takes a line of text apart into what is drawn by itself, from the left. Its
// first letter with a direction says which way it runs.
func Line(words string) []Part {
	var parts []Part
	for _, r := range Runs(words, FromRight(words)) {
		text := words[r.Start:r.End]
		if r.Level%2 == 0 {
			parts = append(parts, Part{r.Start, r.End, r.Level, unmarked(text)})
			continue
		}
		for _, w := range Words(text) {
			s := unmarked(text[w.Start:w.End])
			if !w.Letters {
				s = Turned(s)
			}
			parts = append(parts, Part{r.Start + w.Start, r.Start + w.End, r.Level, s})
		}
	}
	Order(parts, func(p Part) int { return p.Level })
	return parts
}

// OneLine writes a line of text so that a program that draws every paragraph as if
// it ran from left to right shows it as Unicode wants it. Text without letters from
// the right stays as it is.
func OneLine(words string) string {
	if !Mixed(words) {
		return words
	}
	var b strings.Builder
	for _, p := range Line(words) {
		b.WriteString(leftMark)
		b.WriteString(p.Text)
	}
	b.WriteString(leftMark)
	return b.String()
}

// unmarked leaves out the marks of direction, which have done their work.
func unmarked(s string) string {
	return strings.NewReplacer(leftMark, "", "\u200f", "", "\u061c", "").Replace(s)
}

// Word is a stretch of letters, or of what stands between them.
type Word struct {
	Start, End int
	Letters    bool
}

// Words takes text that runs from right to left apart into words and what stands
// between them, so that each can be drawn by itself: what turns words round for
// drawing may not do so across a change of type.
func Words(s string) []Word {
	var words []Word
	for i, r := range s {
		c := class(r)
		letters := c == bidi.R || c == bidi.AL
		if n := len(words); n > 0 && (words[n-1].Letters == letters || unicode.IsMark(r) || joins(r)) {
			continue
		}
		if n := len(words); n > 0 {
			words[n-1].End = i
		}
		words = append(words, Word{Start: i, Letters: letters})
	}
	if n := len(words); n > 0 {
		words[n-1].End = len(s)
	}
	return words
}

// joins reports the signs that shape the letters beside them.
func joins(r rune) bool { return r == '\u200c' || r == '\u200d' }

// Joined reports whether the last letter before and the first one after are written
// in one, as Arabic's are.
func Joined(before, after string) bool {
	last, _ := utf8.DecodeLastRuneInString(before)
	first, _ := utf8.DecodeRuneInString(after)
	return unicode.Is(unicode.Arabic, last) && unicode.IsOneOf([]*unicode.RangeTable{unicode.L, unicode.Mn}, last) &&
		unicode.Is(unicode.Arabic, first) && unicode.IsLetter(first)
}
