// Package when finds expressions of time in a report and works out which days
// they mean, and finds what people promised to do by a certain day.
//
// It works by its own rules for English, Ukrainian and Russian, in one pass over
// the text, and knows nothing of libraries or screens. All offsets are bytes.
package when

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"lectern/data"
)

// token is a word, a number or a mark.
type token struct {
	data.Span
	low   string // in lower case, with a plain apostrophe
	upper bool   // begins with a capital letter
	digit bool   // made of digits, perhaps with an ending: "20", "20th"
	num   int    // of a token that is digits, or a number in words; -1 for none
	near  bool   // follows the token before without any space
}

// tokens cuts a text up.
func tokens(text string) []token {
	all := make([]token, 0, len(text)/5)
	last := 0
	for i := 0; i < len(text); {
		r, size := utf8.DecodeRuneInString(text[i:])
		if unicode.IsSpace(r) {
			if r == '\n' {
				all = append(all, token{Span: data.Span{Start: i, End: i + 1}, low: "\n", num: -1})
			}
			i += size
			continue
		}
		t := token{Span: data.Span{Start: i, End: i + size}, num: -1, near: i == last}
		switch {
		case '0' <= r && r <= '9':
			t.number(text)
		case unicode.IsLetter(r):
			t.upper = unicode.IsUpper(r)
			t.word(text)
		default:
			t.low = text[i : i+size]
		}
		all = append(all, t)
		i, last = t.End, t.End
	}
	return all
}

// number reads digits and what is grown to them: "20", "1st", "2024-го" stops
// before the hyphen. A number with more digits after a comma or point ("2,100",
// "0.8") is one token that is no day or year.
func (t *token) number(text string) {
	end := t.Start
	for end < len(text) && '0' <= text[end] && text[end] <= '9' {
		end++
	}
	digits := text[t.Start:end]
	if end+1 < len(text) && (text[end] == ',' || text[end] == '.') && '0' <= text[end+1] && text[end+1] <= '9' {
		if d, ok := dotted(text[t.Start:]); ok { // 20.10.2026 is read by its parts
			end = t.Start + d
			t.low = text[t.Start:end]
			t.End = end
			return
		}
		for end+1 < len(text) && (text[end] == ',' || text[end] == '.') && '0' <= text[end+1] && text[end+1] <= '9' {
			end++
			for end < len(text) && '0' <= text[end] && text[end] <= '9' {
				end++
			}
		}
		t.End, t.low = end, text[t.Start:end]
		return
	}
	for _, ending := range [...]string{"st", "nd", "rd", "th"} {
		if strings.HasPrefix(text[end:], ending) {
			end += len(ending)
			break
		}
	}
	t.End, t.low = end, text[t.Start:end]
	if n, err := strconv.Atoi(digits); err == nil && len(digits) <= 4 {
		t.num, t.digit = n, true
	}
}

// dotted is the length of a day written as 20.10.2026 at the beginning of s.
func dotted(s string) (int, bool) {
	n := 0
	for i, most := range [...]int{2, 2, 4} {
		digits := 0
		for n < len(s) && digits < most && '0' <= s[n] && s[n] <= '9' {
			n++
			digits++
		}
		if digits == 0 || i == 2 && digits != 4 {
			return 0, false
		}
		if i < 2 {
			if n >= len(s) || s[n] != '.' {
				return 0, false
			}
			n++
		}
	}
	if n < len(s) && (s[n] >= '0' && s[n] <= '9') {
		return 0, false
	}
	return n, true
}

func (t *token) word(text string) {
	end := t.Start
	for end < len(text) {
		r, size := utf8.DecodeRuneInString(text[end:])
		if !unicode.IsLetter(r) && !unicode.Is(unicode.Mn, r) {
			next, _ := utf8.DecodeRuneInString(text[end+size:])
			if r != '\'' && r != '’' && r != 'ʼ' || !unicode.IsLetter(next) {
				break
			}
		}
		end += size
	}
	t.End = end
	t.low = strings.ToLower(text[t.Start:end])
	if strings.ContainsAny(t.low, "’ʼ") {
		t.low = strings.NewReplacer("’", "'", "ʼ", "'").Replace(t.low)
	}
	if n, ok := numbers[t.low]; ok {
		t.num = n
	}
}

// ends reports whether the token ends a sentence or a line.
func (t token) ends() bool {
	switch t.low {
	case ".", "!", "?", "\n", "…":
		return true
	}
	return false
}
