package imprint

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Own hashes the runs of five words that a report says in its own voice, each once
// and in ascending order. What stands in quotation marks is left out, and so are
// runs that reach into it: whoever was at a press conference has its words.
func Own(text string) []uint32 {
	var all []uint32
	unquoted(text, func(part string) {
		if runs := Runs(part); !short(part) {
			all = append(all, runs...)
		}
	})
	slices.Sort(all)
	return slices.Compact(all)
}

// short reports whether a stretch holds less than one run.
func short(part string) bool {
	n := 0
	for range Words(part) {
		if n++; n == run {
			return false
		}
	}
	return true
}

// unquoted gives the stretches of a text between its quotations.
func unquoted(text string, use func(part string)) {
	for text != "" {
		from, to := quotation(text)
		use(text[:from])
		text = text[to:]
	}
}

// quotation finds the first quotation of a text with its marks: the end of the
// text twice where there is none.
func quotation(text string) (from, to int) {
	before := ' '
	for i, r := range text {
		if closing := closes(before, r); closing != "" {
			end := i + utf8.RuneLen(r)
			return i, end + ending(text[end:], r, closing)
		}
		before = r
	}
	return len(text), len(text)
}

// closes are the marks that can close what r opens after another letter, "" where
// it opens nothing.
func closes(before, r rune) string {
	word := unicode.IsLetter(before) || unicode.IsDigit(before)
	switch {
	case r == '“' && !word:
		return "”\""
	case r == '„':
		return "“”\""
	case r == '«':
		return "»"
	case r == '»' && !word:
		return "«"
	case r == '"' && !word:
		return "\"”"
	case r == '‘' && !word:
		return "’"
	case r == '「':
		return "」"
	case r == '『':
		return "』"
	}
	return ""
}

// longest is how far a quotation goes on over its paragraphs, in bytes.
const longest = 8 << 10

// ending is how far a quotation goes that one of these marks closes. It goes on
// in the next paragraph where that does not open it anew, and is closed there;
// marks that open and close alike, and those that are apostrophes too, end with
// their paragraph.
func ending(rest string, opened rune, closing string) int {
	paragraph := len(rest)
	for i, r := range rest {
		end := i + utf8.RuneLen(r)
		switch {
		case r == '\n' && paragraph == len(rest):
			paragraph = i
			if opened == '"' || opened == '‘' {
				return i
			}
		case i > longest || r == opened && paragraph < len(rest):
			return min(i, paragraph)
		case strings.ContainsRune(closing, r):
			next, _ := utf8.DecodeRuneInString(rest[end:])
			if r != '’' || !unicode.IsLetter(next) { // no apostrophe
				return end
			}
		}
	}
	return paragraph
}
