// Package fold brings words to the form in which they are searched: small
// letters without accents, Cyrillic spelled in Latin, so that "Zelensky",
// "Zelenskyy" and "Зеленський" are one word, and "Lodz" finds "Łódź".
//
// The search index, queries and snippets all fold through here; were they to
// differ by one letter, a search would miss what is there.
package fold

import (
	"iter"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"lectern/data"
)

// Folder folds the words of one language. Its zero value serves all but those
// that need an own spelling.
type Folder struct {
	soft bool // г is spelled h, as Ukrainian and Belarusian names are
}

// For returns the folder for a BCP 47 language tag, "" for unknown.
func For(lang string) Folder {
	base, _, _ := strings.Cut(strings.ToLower(lang), "-")
	return Folder{soft: base == "uk" || base == "be"}
}

// Words walks the words of text: where each stands, in bytes, and what it folds
// to. The folded bytes are only good until the next step.
func (f Folder) Words(text string) iter.Seq2[data.Span, []byte] {
	return func(yield func(data.Span, []byte) bool) {
		var word []byte
		for at := 0; at < len(text); {
			var span data.Span
			span, word = f.next(text, at, word[:0])
			if span.Empty() {
				return
			}
			if len(word) > 0 && !yield(span, word) {
				return
			}
			at = span.End
		}
	}
}

// Append adds the folded words of text to dst, a space after each.
func (f Folder) Append(dst []byte, text string) []byte {
	for at := 0; at < len(text); {
		before := len(dst)
		var span data.Span
		span, dst = f.next(text, at, dst)
		if span.Empty() {
			break
		}
		if len(dst) > before {
			dst = append(dst, ' ')
		}
		at = span.End
	}
	return dst
}

// next finds the next word at or after the byte at, and appends what it folds
// to. An empty span says that there is none.
func (f Folder) next(text string, at int, dst []byte) (data.Span, []byte) {
	start, first := -1, len(dst)
	for at < len(text) {
		if c := text[at]; c < utf8.RuneSelf {
			if low := plain[c]; low != 0 {
				if start < 0 {
					start = at
				}
				dst = add(dst, first, low)
			} else if start >= 0 {
				return data.Span{Start: start, End: at}, dst
			}
			at++
			continue
		}
		r, size := utf8.DecodeRuneInString(text[at:])
		switch {
		case alone(r):
			if start >= 0 {
				return data.Span{Start: start, End: at}, dst
			}
			return data.Span{Start: at, End: at + size}, utf8.AppendRune(dst, r)
		case unicode.IsLetter(r) || unicode.IsNumber(r):
			if start < 0 {
				start = at
			}
			dst = f.spell(dst, first, r, text[at:at+size])
		case start >= 0 && silent(r):
			// Soft hyphens and accents stand inside a word and are not heard.
		case start >= 0 && unicode.IsMark(r):
			dst = utf8.AppendRune(dst, r)
		case start >= 0:
			return data.Span{Start: start, End: at}, dst
		}
		at += size
	}
	if start < 0 {
		return data.Span{}, dst
	}
	return data.Span{Start: start, End: at}, dst
}

// plain maps the letters and digits of ASCII to what they fold to, all else to
// 0. A y is an i: names are spelled with either.
var plain = func() (t [utf8.RuneSelf]byte) {
	for c := byte('0'); c <= '9'; c++ {
		t[c] = c
	}
	for c := byte('a'); c <= 'z'; c++ {
		t[c], t[c-'a'+'A'] = c, c
	}
	t['y'], t['Y'] = 'i', 'i'
	return t
}()

// add appends one plain letter to the word that began at first. A second i in a
// row is dropped: "Zelenskyy" and "Zelenskiy" end alike.
func add(dst []byte, first int, c byte) []byte {
	if c == 'i' && len(dst) > first && dst[len(dst)-1] == 'i' {
		return dst
	}
	return append(dst, c)
}

// spell appends what the letter r, written as s, folds to.
func (f Folder) spell(dst []byte, first int, r rune, s string) []byte {
	if f.soft && (r == 'г' || r == 'Г') {
		return append(dst, 'h')
	}
	if latin, ok := spelling(r); ok {
		for i := range len(latin) {
			dst = add(dst, first, latin[i])
		}
		return dst
	}
	if unicode.Is(unicode.Hangul, r) {
		return append(dst, s...)
	}
	apart := norm.NFKD.PropertiesString(s).Decomposition()
	if len(apart) == 0 {
		return utf8.AppendRune(dst, unicode.ToLower(r))
	}
	for len(apart) > 0 {
		p, size := utf8.DecodeRune(apart)
		apart = apart[size:]
		switch {
		case p < utf8.RuneSelf:
			if low := plain[p]; low != 0 {
				dst = add(dst, first, low)
			}
		case silent(p):
		default:
			if latin, ok := spelling(p); ok {
				for i := range len(latin) {
					dst = add(dst, first, latin[i])
				}
				continue
			}
			if unicode.IsLetter(p) || unicode.IsNumber(p) || unicode.IsMark(p) {
				dst = utf8.AppendRune(dst, unicode.ToLower(p))
			}
		}
	}
	return dst
}

// alone reports whether r is a word by itself: scripts without spaces are
// indexed sign by sign, and a query of several becomes a phrase.
func alone(r rune) bool {
	return r >= 0x2E80 && unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana)
}

// silent reports whether r, inside a word, is left out: accents of Latin, Greek
// and Cyrillic, vowel points of Arabic and Hebrew, soft hyphens and joiners.
func silent(r rune) bool {
	switch {
	case r >= 0x0300 && r <= 0x036F, r >= 0x0591 && r <= 0x05C7, r >= 0x064B && r <= 0x065F:
		return true
	case r == 0x00AD, r == 0x0640, r == 0x0670, r == 0x200C, r == 0x200D, r == 0x2060:
		return true
	}
	return false
}
