package export

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/bidi"
)

// script is the writing system that a face of type is made for.
type script string

const (
	european script = ""
	arabic   script = "arabic"
	hebrew   script = "hebrew"
)

// run is a stretch of one line in one face, in the order it is drawn from the
// left.
type run struct {
	text   string
	script script
}

// readsFromRight reports whether a paragraph reads from the right: its first letter
// decides.
func readsFromRight(paragraph string) bool {
	for _, r := range paragraph {
		switch p, _ := bidi.LookupRune(r); p.Class() {
		case bidi.R, bidi.AL:
			return true
		case bidi.L:
			return false
		}
	}
	return false
}

// visual is a line as it is drawn from the left: Arabic letters joined, what reads
// from the right turned round.
func visual(line string, fromRight bool) []run {
	if !fromRight && !strings.ContainsFunc(line, mayTurn) {
		return []run{{text: string(drawable([]rune(line)))}}
	}
	var out []run
	for _, part := range directions(line, fromRight) {
		letters := drawable(shape([]rune(part.text)))
		if part.fromRight {
			turn(letters)
		}
		out = append(out, byScript(letters)...)
	}
	return out
}

// oneWay is a part of a line that reads in one direction.
type oneWay struct {
	text      string
	fromRight bool
}

// directions cuts a line where its direction changes, the leftmost part first.
func directions(line string, fromRight bool) (parts []oneWay) {
	mark := "\u200E" // tells the algorithm which way the paragraph reads
	if fromRight {
		mark = "\u200F"
	}
	var p bidi.Paragraph
	if _, err := p.SetString(mark + line + mark); err != nil {
		return []oneWay{{line, fromRight}}
	}
	order, err := p.Order()
	if err != nil {
		return []oneWay{{line, fromRight}}
	}
	for i := range order.NumRuns() {
		r := order.Run(i)
		if text := strings.Trim(r.String(), mark); text != "" {
			parts = append(parts, oneWay{text, r.Direction() == bidi.RightToLeft})
		}
	}
	if fromRight {
		slices.Reverse(parts)
		return parts
	}
	return numbersLeft(parts)
}

// numbersLeft moves numbers to the left of the words before them where those read
// from the right, as Unicode's algorithm wants it in a line that reads from the
// left.
func numbersLeft(parts []oneWay) (out []oneWay) {
	from := 0 // where the last words from the right begin
	for _, p := range parts {
		n := 0
		if len(out) > from && out[len(out)-1].fromRight {
			n = leadingNumber(p.text)
		}
		switch {
		case p.fromRight:
			out = slices.Insert(out, from, p)
			continue
		case n > 0:
			out = slices.Insert(out, from, oneWay{text: p.text[:n]})
		}
		if n < len(p.text) {
			out = append(out, oneWay{text: p.text[n:]})
			from = len(out)
		}
	}
	return out
}

// leadingNumber is how many bytes of a text the number takes that it begins with.
func leadingNumber(text string) (n int) {
	for i, r := range text {
		switch {
		case unicode.IsDigit(r):
			n = i + utf8.RuneLen(r)
		case !strings.ContainsRune(".,:/", r):
			return n
		}
	}
	return n
}

// mayTurn reports whether a letter may read from the right.
func mayTurn(r rune) bool {
	return r >= 0x590 && r < 0x900 || r >= 0xFB1D && r < 0xFF00
}

// drawable leaves out what is not seen, and stands a sign for what the fonts of a
// PDF cannot number.
func drawable(letters []rune) []rune {
	out := letters[:0]
	for _, r := range letters {
		switch {
		case r > 0xFFFF:
			out = append(out, '\uFFFD')
		case unicode.Is(unicode.Cf, r) || r < ' ' || r == '\u2028' || r == '\u2029':
		default:
			out = append(out, r)
		}
	}
	return out
}

// turn turns letters round, each with the signs that belong to it, and brackets
// with them.
func turn(letters []rune) {
	slices.Reverse(letters)
	for i := 0; i < len(letters); i++ {
		to := i
		for to < len(letters)-1 && unicode.Is(unicode.Mn, letters[to]) {
			to++
		}
		slices.Reverse(letters[i : to+1])
		i = to
	}
	pairs := []rune("()[]{}<>«»‹›")
	for i, r := range letters {
		if at := slices.Index(pairs, r); at >= 0 {
			letters[i] = pairs[at^1]
		}
	}
}

// byScript cuts letters where another face of type is needed. Signs that all
// scripts share stay with what is before them where its face has them.
func byScript(letters []rune) (runs []run) {
	for _, r := range letters {
		of := european
		switch {
		case unicode.Is(unicode.Arabic, r) || r >= 0x600 && r <= 0x6FF:
			of = arabic
		case unicode.Is(unicode.Hebrew, r):
			of = hebrew
		}
		if n := len(runs); n > 0 && (runs[n-1].script == of || r == ' ') {
			runs[n-1].text += string(r)
			continue
		}
		runs = append(runs, run{string(r), of})
	}
	return runs
}
