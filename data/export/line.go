package export

import (
	"slices"
	"strings"
	"unicode"

	"lectern/data/bidi"
)

// script is the writing system that a face of type is made for.
type script string

const (
	european script = ""
	arabic   script = "arabic"
	hebrew   script = "hebrew"
	// eastAsian is Chinese, Japanese and Korean.
	eastAsian script = "east-asian"
)

// run is a stretch of one line in one face, in the order it is drawn from the
// left.
type run struct {
	text   string
	script script
}

// visual is a line as it is drawn from the left: Arabic letters joined, what reads
// from the right turned round.
func visual(line string, fromRight bool) []run {
	if !fromRight && !strings.ContainsFunc(line, mayTurn) {
		return byScript(drawable([]rune(line)))
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
	runs := bidi.Runs(line, fromRight)
	bidi.Order(runs, func(r bidi.Run) int { return r.Level })
	for _, r := range runs {
		parts = append(parts, oneWay{line[r.Start:r.End], r.Level%2 == 1})
	}
	return parts
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

// isEastAsian reports letters of Chinese, Japanese and Korean, and the signs that are
// as wide as they are.
func isEastAsian(r rune) bool {
	return r >= 0x3000 && r < 0xA000 || r >= 0xAC00 && r < 0xD7B0 || r >= 0xF900 && r < 0xFB00 || r >= 0xFF00 && r < 0xFFF0
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
		case isEastAsian(r):
			of = eastAsian
		}
		if n := len(runs); n > 0 && (runs[n-1].script == of || r == ' ') {
			runs[n-1].text += string(r)
			continue
		}
		runs = append(runs, run{string(r), of})
	}
	return runs
}
