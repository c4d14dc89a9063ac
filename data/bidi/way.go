package bidi

import "golang.org/x/text/unicode/bidi"

func class(r rune) bidi.Class {
	p, _ := bidi.LookupRune(r)
	return p.Class()
}

// FromRight reports whether a paragraph reads from the right: its first letter that
// has a direction decides.
func FromRight(paragraph string) bool {
	for _, r := range paragraph {
		if r < 0x80 {
			if r|0x20 >= 'a' && r|0x20 <= 'z' {
				return false
			}
			continue
		}
		switch class(r) {
		case bidi.L:
			return false
		case bidi.R, bidi.AL:
			return true
		}
	}
	return false
}

// Mixed reports whether anything in s runs from right to left, or is of numbers that
// make what is between them do so.
func Mixed(s string) bool {
	for _, r := range s {
		if r < 0x590 || r > 0x8ff && r < 0xfb1d && r != rightMark || r > 0xfeff && r < 0x10800 {
			continue
		}
		if c := class(r); c == bidi.R || c == bidi.AL || c == bidi.AN {
			return true
		}
	}
	return false
}

const rightMark = '\u200f'

// Mirrored is what stands for r where text runs from right to left: the other of
// two brackets or guillemets, or r itself.
func Mirrored(r rune) rune {
	switch r {
	case '<':
		return '>'
	case '>':
		return '<'
	case '«':
		return '»'
	case '»':
		return '«'
	case '‹':
		return '›'
	case '›':
		return '‹'
	}
	if p, _ := bidi.LookupRune(r); p.IsBracket() {
		return other(r)
	}
	return r
}

// other is the other bracket of a pair.
func other(r rune) rune {
	for _, o := range bidi.ReverseString(string(r)) {
		return o
	}
	return r
}
