package ingest

import (
	"unicode"
	"unicode/utf16"
	"unicode/utf8"

	xunicode "golang.org/x/text/encoding/unicode"
)

// wideShare is how much of a text in UTF-16 has to be in the characters of one or two
// scripts, in hundredths. Bytes in the wrong order, and bytes that are no text, spread
// over many.
const wideShare = 95

// decodeWide reads UTF-16 that has neither a mark nor blanks to tell it by, as in
// Chinese and Japanese. It is asked only about bytes that are no text in 8 bits.
func decodeWide(b []byte) (text, name string, ok bool) {
	little, big := wideScore(b, 0), wideScore(b, 1)
	order, name := xunicode.LittleEndian, "utf-16le"
	if big > little {
		order, name = xunicode.BigEndian, "utf-16be"
	}
	if max(little, big) < wideShare {
		return "", "", false
	}
	text = decodeAs(xunicode.UTF16(order, xunicode.IgnoreBOM), b)
	return text, name, plausible(text)
}

// wideScore is how much of the first bytes are letters and marks of the two scripts that
// are the most frequent in them, in hundredths; low is the place of the low byte in each
// pair. 0 for less than a few characters, and for broken surrogates.
func wideScore(b []byte, low int) int {
	const fewest = 8
	units := min(len(b), judgeSample) / 2
	scripts := map[int]int{}
	common, n := 0, 0
	for i := 0; i < units; i++ {
		r := unit(b[2*i:], low)
		if utf16.IsSurrogate(r) {
			if i+1 >= units {
				break
			}
			i++
			r = utf16.DecodeRune(r, unit(b[2*i:], low))
			if r == utf8.RuneError {
				return 0
			}
		}
		n++
		switch kind := scriptOf(r); kind {
		case noScript:
		case anyScript:
			common++
		default:
			scripts[kind]++
		}
	}
	if n < fewest {
		return 0
	}
	first, second := 0, 0
	for _, c := range scripts {
		if c > first {
			first, second = c, first
		} else if c > second {
			second = c
		}
	}
	if common > first+second { // marks alone are no text
		return 0
	}
	return (first + second + common) * 100 / n
}

func unit(b []byte, low int) rune { return rune(b[1-low])<<8 | rune(b[low]) }

// Kinds of characters; scripts follow them.
const (
	noScript = iota
	anyScript
	eastAsian
	hangul
	firstScript
)

var wideScripts = []*unicode.RangeTable{
	unicode.Latin, unicode.Cyrillic, unicode.Greek, unicode.Arabic, unicode.Hebrew, unicode.Devanagari, unicode.Thai, unicode.Georgian, unicode.Armenian,
}

func scriptOf(r rune) int {
	switch {
	case r == '\n' || r == '\r' || r == '\t' || r >= ' ' && r < 'A', r >= 0x2010 && r <= 0x203A, r >= 0x3000 && r <= 0x301F, r >= 0xFF01 && r <= 0xFF5E:
		return anyScript
	case unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana), r == 'ー', r == '・':
		return eastAsian
	case unicode.Is(unicode.Hangul, r):
		return hangul
	}
	for i, script := range wideScripts {
		if unicode.Is(script, r) {
			return firstScript + i
		}
	}
	return noScript
}
