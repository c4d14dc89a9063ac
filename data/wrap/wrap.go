// Package wrap tells the line ends that only a printed width put into a text
// from those that its writer meant.
//
// Plain texts are often broken at 60 to 80 columns, with an empty line between
// paragraphs. What gives such a text away is that each line is full: the first
// word of the next one would not have fitted any more.
package wrap

import "strings"

// Break is a line end inside a paragraph, with the blanks on both its sides, in
// bytes of the text.
type Break struct {
	Start, End int
	Glue       string // what stands there in a flowing text: a blank, or nothing after a hyphen
}

// Breaks finds the line ends of text that stand inside a paragraph, in order. A
// text that was not broken to a width has none. Lines end with \n, \r or \r\n.
func Breaks(text string) []Break {
	t := measure(cut(text))
	if !t.wrapped() {
		return nil
	}
	var out []Break
	for i := 1; i < len(t.lines); i++ {
		if t.goesOn(i) {
			out = append(out, t.between(text, i))
		}
	}
	return out
}

// Flow is text with the line ends that Breaks finds taken out.
func Flow(text string) string {
	breaks := Breaks(text)
	if len(breaks) == 0 {
		return text
	}
	var out strings.Builder
	out.Grow(len(text))
	at := 0
	for _, b := range breaks {
		out.WriteString(text[at:b.Start])
		out.WriteString(b.Glue)
		at = b.End
	}
	out.WriteString(text[at:])
	return out.String()
}

// between is the break before line i. A hyphen at a line's end stays: whether it
// divides a word or belongs to it, only a dictionary could tell. Only a soft
// hyphen has no other meaning than to divide.
func (t *texture) between(text string, i int) Break {
	a, b := t.lines[i-1], t.lines[i]
	x := Break{a.end, b.start, " "}
	words := text[a.start:a.end]
	if soft, ok := strings.CutSuffix(words, "\u00AD"); ok {
		return Break{a.start + len(soft), b.start, ""}
	}
	if stem, ok := strings.CutSuffix(words, "-"); ok && endsInLetter(stem) && !and[b.word] {
		x.Glue = ""
	}
	return x
}

// and is what follows a hyphen that stands for a word left out: pre- and post-war.
var and = map[string]bool{"and": true, "or": true, "to": true, "und": true, "oder": true, "et": true, "ou": true,
	"і": true, "й": true, "та": true, "або": true, "чи": true, "и": true, "или": true}
