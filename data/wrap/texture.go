package wrap

import (
	"slices"
	"unicode/utf8"
)

// The widths, in characters, that a text is broken to. Narrower lines may be
// verse, wider ones are paragraphs.
const (
	narrowest = 45
	widest    = 100
)

// texture is what the lines of a text have in common.
type texture struct {
	lines []line
	width int // that the text was broken to, as far as its lines tell
	long  int // lines that no printed text has
}

// measure finds the width that lines were broken to: nearly the widest of those
// that another one follows, since a word too long for the rest may stick out.
func measure(lines []line) *texture {
	t := &texture{lines: lines}
	var widths []int
	for i, l := range lines {
		switch {
		case l.width > widest:
			t.long++
		case i+1 < len(lines) && !l.stiff && !lines[i+1].stiff:
			widths = append(widths, l.width)
		}
	}
	if len(widths) > 0 {
		slices.Sort(widths)
		t.width = widths[(len(widths)-1)*95/100]
	}
	return t
}

// wrapped tells whether the text was broken to a width: most of its longer lines
// are full, and many of them go on in the middle of a sentence.
func (t *texture) wrapped() bool {
	if t.width < narrowest || t.width > widest {
		return false
	}
	full, open, within, said := 0, 0, 0, 0
	for i, l := range t.lines {
		if l.stiff {
			continue
		}
		said++
		if i == 0 || t.lines[i-1].stiff || t.begins(i) {
			continue
		}
		switch {
		case t.full(i):
			full++
			if l.small {
				within++
			}
		case t.lines[i-1].width*2 >= t.width:
			open++
		}
	}
	return within > 0 && within*3 >= full && full >= open && t.long*5 <= said
}

// full tells whether the first word of line i had no room on the line before.
func (t *texture) full(i int) bool {
	return t.lines[i-1].width+1+utf8.RuneCountInString(t.lines[i].word) > t.width
}

// begins tells whether line i begins something of its own, whatever stands
// before it: an item of a list, a paragraph with an indent.
func (t *texture) begins(i int) bool {
	a, l := t.lines[i-1], t.lines[i]
	listed := a.item || a.numbered
	switch {
	case l.item && (l.word == "–" || l.word == "—"):
		return a.ends || listed || !t.full(i) // in running text a dash stands there too
	case l.item:
		return true
	case l.numbered:
		return a.ends || listed || !t.full(i)
	}
	return !listed && l.indent > a.indent+1
}

// goesOn tells whether line i goes on with the paragraph of the line before.
func (t *texture) goesOn(i int) bool {
	a, l := t.lines[i-1], t.lines[i]
	if a.stiff || l.stiff || t.begins(i) || a.width > widest || l.width > widest {
		return false
	}
	if t.full(i) {
		return true
	}
	// A line that somebody shortened afterwards.
	return l.small && !a.ends && a.width*10 >= t.width*7
}
