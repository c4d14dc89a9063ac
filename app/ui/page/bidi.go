package page

import (
	"unicode/utf8"

	"golang.org/x/text/unicode/bidi"
)

// Fyne draws every string as if its paragraph ran from left to right. For lines
// with right-to-left letters the page orders the stretches itself and lets Fyne
// draw them one by one. Direction controls in the text are not obeyed: they are
// how a text can be made to show other words than it holds.

// rightToLeft is a paragraph's direction: that of its first letter that has one.
func rightToLeft(text string) bool {
	for i, r := range text {
		if r < 0x80 {
			if r|0x20 >= 'a' && r|0x20 <= 'z' {
				return false
			}
			continue
		}
		switch class(text[i:]) {
		case bidi.L:
			return false
		case bidi.R, bidi.AL:
			return true
		}
	}
	return false
}

// hasRightToLeft reports whether any letter of s runs from right to left.
func hasRightToLeft(s string) bool {
	for i, r := range s {
		if r < 0x590 || r > 0x8ff && r < 0xfb1d || r > 0xfeff && r < 0x10800 {
			continue
		}
		if c := class(s[i:]); c == bidi.R || c == bidi.AL {
			return true
		}
	}
	return false
}

func class(s string) bidi.Class {
	p, _ := bidi.LookupString(s)
	return p.Class()
}

// stretch is a part of a line that is drawn in one direction.
type stretch struct {
	start, end int
	level      int  // even from left to right, odd from right to left
	neutral    bool // no letters in it: brackets are turned over by us
}

// stretches takes a line apart by direction, in the order of the text: letters
// and numbers first, then what lies between takes its neighbours' direction
// where they agree, and the paragraph's where they do not.
func stretches(s string, rtl bool) []stretch {
	base := 0
	if rtl {
		base = 1
	}
	var out []stretch
	add := func(start, end, level int, neutral bool) {
		if n := len(out); n > 0 && out[n-1].level == level && out[n-1].neutral == neutral {
			out[n-1].end = end
			return
		}
		out = append(out, stretch{start, end, level, neutral})
	}
	strong := base // direction of the letter before, for numbers
	for i := 0; i < len(s); {
		_, size := utf8.DecodeRuneInString(s[i:])
		switch class(s[i:]) {
		case bidi.L:
			strong = 0
			add(i, i+size, base*2, false)
		case bidi.R, bidi.AL:
			strong = 1
			add(i, i+size, 1, false)
		case bidi.EN, bidi.AN:
			add(i, i+size, max(strong, base)*2, false)
		case bidi.NSM:
			if n := len(out); n > 0 {
				out[n-1].end = i + size
				break
			}
			add(i, i+size, base, true)
		default:
			add(i, i+size, base, true)
		}
		i += size
	}
	return joinNeutrals(out, base)
}

// joinNeutrals gives stretches without letters their level, and joins those
// that Fyne will draw in the right order by itself. Right-to-left words stay
// apart: Fyne sets pieces in different fonts from left to right.
func joinNeutrals(in []stretch, base int) []stretch {
	var out []stretch
	for i, s := range in {
		n := len(out)
		if s.neutral {
			s.level = base
			if n > 0 && i+1 < len(in) {
				s.level = between(out[n-1].level, in[i+1].level, base)
			}
		}
		if n > 0 && out[n-1].level == s.level && (s.level%2 == 0 || out[n-1].neutral == s.neutral) {
			out[n-1].end = s.end
			out[n-1].neutral = out[n-1].neutral && s.neutral
			continue
		}
		out = append(out, s)
	}
	return out
}

// between is the level of what has no direction between two that have one. A
// number among right-to-left words counts as one of them.
func between(a, b, base int) int {
	if a == b {
		return a
	}
	if base == 0 && a > 0 && b > 0 {
		return 1
	}
	return base
}

// visualOrder puts runs in the order in which they stand on paper.
func visualOrder(runs []run) {
	highest := 0
	for _, r := range runs {
		highest = max(highest, r.level)
	}
	for level := highest; level > 0; level-- {
		for i := 0; i < len(runs); i++ {
			j := i
			for j < len(runs) && runs[j].level >= level {
				j++
			}
			for a, b := i, j-1; a < b; a, b = a+1, b-1 {
				runs[a], runs[b] = runs[b], runs[a]
			}
			i = max(i, j-1)
		}
	}
}

// turned mirrors brackets and reverses a stretch without letters, for drawing
// it from right to left.
func turned(s string) string {
	runes := []rune(s)
	for a, b := 0, len(runes)-1; a < b; a, b = a+1, b-1 {
		runes[a], runes[b] = runes[b], runes[a]
	}
	for i, r := range runes {
		switch r {
		case '(':
			runes[i] = ')'
		case ')':
			runes[i] = '('
		case '[':
			runes[i] = ']'
		case ']':
			runes[i] = '['
		case '{':
			runes[i] = '}'
		case '}':
			runes[i] = '{'
		case '<':
			runes[i] = '>'
		case '>':
			runes[i] = '<'
		case '«':
			runes[i] = '»'
		case '»':
			runes[i] = '«'
		}
	}
	return string(runes)
}
