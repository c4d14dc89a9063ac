package page

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// shown is what is drawn for a stretch of text. Characters that could reorder
// or hide the words around them are left out, and those that no font has show
// as a replacement mark. Tabs become spaces, so that widths add up.
func shown(s string) string {
	plain := true
	for i, r := range s {
		if _, special := substitute(r, s, i); special {
			plain = false
			break
		}
	}
	if plain {
		return s
	}
	var b strings.Builder
	b.Grow(len(s))
	for i, r := range s {
		if sub, special := substitute(r, s, i); special {
			b.WriteString(sub)
		} else {
			b.WriteRune(r)
		}
	}
	return b.String()
}

// substitute is what is drawn for r, which stands at s[i:], if it is not r itself.
func substitute(r rune, s string, i int) (string, bool) {
	switch {
	case r >= 0x20 && r < 0x7f:
		return "", false
	case r == '\t':
		return "    ", true
	case r == '\n', r == '\r', invisible(r):
		return "", true
	case r < 0x20, r >= 0x7f && r < 0xa0:
		return "\uFFFD", true
	case r == utf8.RuneError:
		if _, size := utf8.DecodeRuneInString(s[i:]); size == 1 {
			return "\uFFFD", true
		}
	}
	return "", false
}

// invisible reports characters that take no room on paper: direction controls,
// zero-width spaces, soft hyphens. Joiners are not among them, because letters
// and emoji around them change shape.
func invisible(r rune) bool {
	switch {
	case r < 0xad:
		return false
	case r == 0xad, r == 0x61c, r == 0x180e, r == 0xfeff, r == 0x2060:
		return true
	case r == 0x200b, r == 0x200e, r == 0x200f:
		return true
	case r >= 0x2028 && r <= 0x202e, r >= 0x2066 && r <= 0x206f:
		return true
	case r >= 0xfff9 && r <= 0xfffb:
		return true
	}
	return false
}

// cluster returns the end of the character that a reader sees at s[i]: a letter
// with its accents, an emoji with its modifiers, a flag of two letters. It
// always moves on, and never ends inside a rune.
func cluster(s string, i int) int {
	if i >= len(s) {
		return len(s)
	}
	first, size := utf8.DecodeRuneInString(s[i:])
	i += size
	if first < 0x80 && (i >= len(s) || s[i] < 0x80) {
		return i
	}
	flag := regional(first)
	for i < len(s) {
		r, size := utf8.DecodeRuneInString(s[i:])
		switch {
		case r == 0x200d: // zero width joiner: what follows belongs here too
			i += size
			_, size = utf8.DecodeRuneInString(s[i:])
			i += size
		case extends(r):
			i += size
		case flag && regional(r):
			i += size
			flag = false
		default:
			return i
		}
	}
	return i
}

func regional(r rune) bool { return r >= 0x1f1e6 && r <= 0x1f1ff }

// extends reports runes that hang on to the one before.
func extends(r rune) bool {
	if r < 0xad {
		return false
	}
	return invisible(r) || r == 0x200c || r >= 0x1f3fb && r <= 0x1f3ff || r >= 0xe0020 && r <= 0xe007f ||
		unicode.In(r, unicode.Mn, unicode.Me, unicode.Mc)
}

// border is the rune border at or before i.
func border(s string, i int) int {
	i = max(0, min(i, len(s)))
	for back := 0; back < utf8.UTFMax-1 && i > 0 && i < len(s) && !utf8.RuneStart(s[i]); back++ {
		i--
	}
	return i
}
