package page

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

const (
	// longWord is the number of bytes from which a word may also be broken at
	// slashes, dots and the like, as in an address.
	longWord = 28
	// endlessWord is the number of bytes after which a word is broken anywhere,
	// so that a file of junk without spaces is still measured in small bites.
	endlessWord = 256
)

// cutPieces finds where lines of text may be broken and measures what lies
// between; measure gives the width of text[from:to] at size 1.
func cutPieces(text string, measure func(from, to int) float32) []piece {
	pieces := make([]piece, 0, len(text)/6+1)
	for start := 0; start < len(text); {
		vis := pieceEnd(text, start)
		end, hard := spacesEnd(text, vis)
		p := piece{end: int32(end), vis: int32(vis), hard: hard}
		if vis > start {
			p.width = measure(start, vis)
		}
		if end > vis {
			p.space = measure(vis, end)
		}
		pieces = append(pieces, p)
		start = end
	}
	return pieces
}

// spacesEnd returns the end of the white space at text[i:], which a line break
// ends, and whether there was one.
func spacesEnd(text string, i int) (end int, hard bool) {
	for i < len(text) {
		r, size := rune(text[i]), 1
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeRuneInString(text[i:])
		}
		switch {
		case newline(r):
			return i + size, true
		case !gap(r):
			return i, false
		}
		i += size
	}
	return i, false
}

// pieceEnd returns where the unbroken stretch that begins at text[start] ends.
func pieceEnd(text string, start int) int {
	long, asked := false, false // whether the whole word is long, once somebody asks
	last := rune(0)
	for i := start; i < len(text); {
		r, size := rune(text[i]), 1
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeRuneInString(text[i:])
		}
		if gap(r) || newline(r) {
			return i
		}
		if i > start && mayPart(last, r) {
			return i
		}
		if i > start && strings.ContainsRune("/.?&=_-#%,;:|", last) && (unicode.IsLetter(r) || unicode.IsDigit(r)) {
			if !asked {
				long, asked = longFrom(text, start), true
			}
			if long {
				return i
			}
		}
		if i-start >= endlessWord && !extends(r) && last != 0x200d {
			return i
		}
		last = r
		i += size
	}
	return len(text)
}

// longFrom reports whether the word that begins at text[start] is a long one.
func longFrom(text string, start int) bool {
	head := text[start:min(len(text), start+longWord)]
	return len(head) == longWord && strings.IndexFunc(head, func(r rune) bool { return gap(r) || newline(r) }) < 0
}

// mayPart reports whether a line may be broken between two neighbours that no
// space parts.
func mayPart(a, b rune) bool {
	switch {
	case b < 0x80 && a < 0x80:
		return a == '-' && unicode.IsLetter(b)
	case a == 0x200b:
		return !extends(b)
	case a == '—' || a == '–' || a == '‐':
		return unicode.IsLetter(b) || unicode.IsDigit(b)
	case ideograph(a) || ideograph(b):
		return !closes(b) && !opens(a) && !extends(b) && a != 0x200d && !narrow(a, b)
	}
	return false
}

// narrow reports a quotation mark or the like beside an ideograph: no break.
func narrow(a, b rune) bool {
	return unicode.IsPunct(a) && !ideograph(a) && !closes(a) || unicode.IsPunct(b) && !ideograph(b) && !opens(b)
}

func ideograph(r rune) bool {
	switch {
	case r < 0x1100:
		return false
	case r >= 0x2e80 && r <= 0x9fff, r >= 0xac00 && r <= 0xd7a3, r >= 0xf900 && r <= 0xfaff:
		return true
	case r >= 0xff01 && r <= 0xff60, r >= 0x20000 && r <= 0x3ffff:
		return true
	}
	return false
}

// closes reports marks that never begin a line, opens those that never end one.
func closes(r rune) bool {
	return strings.ContainsRune("、。，．：；？！）］｝」』】》〉〕’”…‥ーぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮ々%)]},.!?:;", r)
}

func opens(r rune) bool { return strings.ContainsRune("（［｛「『【《〈〔‘“([{", r) }

func newline(r rune) bool { return r == '\n' || r == 0x2028 || r == 0x2029 }

// gap reports spaces at which a line may be broken.
func gap(r rune) bool {
	switch r {
	case ' ', '\t', '\r', '\v', '\f', 0x1680, 0x205f, 0x3000:
		return true
	}
	return r >= 0x2000 && r <= 0x200a && r != 0x2007
}
