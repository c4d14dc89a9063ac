package export

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Slides are laid out in points before anyone opens them, so type is measured by
// rule of thumb, a little wider than the fonts that are likely to be there.
const lead = 1.22 // from line to line, over the size of type

// wide is how wide a character is set, over the size of type.
func wide(r rune) float64 {
	switch {
	case unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf):
		return 0
	case strings.ContainsRune("iljtfrI.,:;'’!|()[]- ", r):
		return 0.35
	case strings.ContainsRune("mwMWшщжюыфШЩЖЮЫФ@%—", r):
		return 0.88
	case r >= 0x1100 && unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul), r > 0xffff:
		return 1.1
	case unicode.IsUpper(r):
		return 0.73
	}
	return 0.6
}

// wrap cuts a text into the lines it takes; each begins where the one before
// ended, so that joined they are the text again.
func wrap(text string, size, width float64) (lines []string) {
	from, brk, used := 0, 0, 0.0
	for i, r := range text {
		w := wide(r) * size
		if used+w > width && i > from && !unicode.IsSpace(r) {
			if brk <= from {
				brk = i
			}
			lines = append(lines, text[from:brk])
			used = measure(text[brk:i], size)
			from = brk
		}
		used += w
		switch {
		case r == '\n':
			lines = append(lines, text[from:i+1])
			from, brk, used = i+1, i+1, 0
		case unicode.IsSpace(r) || r == '—':
			brk = i + utf8.RuneLen(r)
		}
	}
	return append(lines, text[from:])
}

func measure(text string, size float64) (width float64) {
	for _, r := range text {
		width += wide(r) * size
	}
	return width
}

// card is a passage, or a piece of one, in a column of a slide.
type card struct {
	block   Block
	label   string
	foot    string
	text    string
	context [2]string // what stands before and after it in its report; with it the card is an original
	y, h    float64   // within the column
}

const (
	cardPad   = 9.0  // within a card, above and below
	cardSide  = 14.0 // within a card, left and right
	cardGap   = 10.0
	labelSize = 16.0
	footSize  = 14.0
)

// around is the height of a card without its words.
func (c card) around(width float64) float64 {
	h := 2 * cardPad
	if c.label != "" {
		h += float64(len(wrap(c.label, labelSize, width-2*cardSide)))*labelSize*lead + 3
	}
	if c.foot != "" {
		h += float64(len(wrap(c.foot, footSize, width-2*cardSide)))*footSize*lead + 3
	}
	return h
}

// column lays cards one under the other, on as many pages as they take. Words
// that do not fit go on to the next page at the same size.
func column(cards []card, size, width, height float64) (pages [][]card) {
	var page []card
	y := 0.0
	turn := func() {
		pages, page, y = append(pages, page), nil, 0
	}
	for _, c := range cards {
		lines := wrap(c.text, size, width-2*cardSide)
		for len(lines) > 0 {
			room := int((height - y - c.around(width)) / (size * lead))
			whole := c.around(width)+float64(len(lines))*size*lead <= height
			if room < len(lines) && (room < 3 || whole) && y > 0 { // better whole on the next than in two
				turn()
				continue
			}
			n := min(max(room, 1), len(lines))
			if n == len(lines)-1 && n > 3 {
				n-- // no slide of a word or two
			}
			piece := c
			piece.text = strings.Join(lines[:n], "")
			piece.y, piece.h = y, c.around(width)+float64(n)*size*lead
			page, lines = append(page, piece), lines[n:]
			if y += piece.h + cardGap; len(lines) > 0 {
				turn()
			}
		}
	}
	if len(page) > 0 || len(pages) == 0 {
		turn()
	}
	return pages
}
