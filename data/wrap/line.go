package wrap

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// line is what one line of a text looks like. start and end are bytes, without
// the blanks at both ends.
type line struct {
	start, end int
	indent     int    // characters of white space before it
	width      int    // characters in all, the indent included; more of a line beyond the widest
	word       string // its first word
	small      bool   // begins with a letter that is no capital
	ends       bool   // ends as a sentence or a clause does
	item       bool   // begins with a bullet
	numbered   bool   // begins with a number and a full stop or a bracket
	stiff      bool   // part of no flowing paragraph: empty, a table's row, a quoted mail, a rule
}

// cut takes text apart into lines.
func cut(text string) []line {
	lines := make([]line, 0, strings.Count(text, "\n")+1)
	for at := 0; at < len(text); {
		n := strings.IndexAny(text[at:], "\r\n")
		if n < 0 {
			n = len(text) - at
		}
		lines = append(lines, look(text, at, at+n))
		if at += n; strings.HasPrefix(text[at:], "\r\n") {
			at++
		}
		at++
	}
	return lines
}

// look describes the line that stands at text[start:end].
func look(text string, start, end int) line {
	s := text[start:end]
	if len(s) > utf8.UTFMax*widest {
		return line{start: start, end: end, width: len(s)} // a paragraph: nothing more is asked of it
	}
	words := strings.TrimLeftFunc(s, blank)
	l := line{indent: utf8.RuneCountInString(s[:len(s)-len(words)]), start: end - len(words)}
	words = strings.TrimRightFunc(words, blank)
	l.end = l.start + len(words)
	l.width = l.indent + utf8.RuneCountInString(words)
	if words == "" {
		l.stiff = true
		return l
	}
	l.word = words
	if n := strings.IndexFunc(words, blank); n >= 0 {
		l.word = words[:n]
	}
	first, _ := utf8.DecodeRuneInString(strings.TrimLeft(words, "“‘«„\"'(["))
	l.small = unicode.IsLetter(first) && !unicode.IsUpper(first) && !unicode.IsTitle(first)
	l.ends = endsClause(words)
	l.item = bullet(l.word)
	l.numbered = numbered(l.word)
	l.stiff = columns(words) || unspaced(words) || strings.ContainsAny(words[:1], ">|#=") || !strings.ContainsFunc(words, unicode.IsLetter) && !l.item
	return l
}

func blank(r rune) bool { return unicode.IsSpace(r) || r == '\uFEFF' }

// endsClause tells whether words end with a mark that a sentence or a list's
// heading ends with.
func endsClause(words string) bool {
	words = strings.TrimRight(words, "”’»“\"')]*_")
	last, _ := utf8.DecodeLastRuneInString(words)
	return strings.ContainsRune(".!?…:;", last)
}

func endsInLetter(words string) bool {
	r, _ := utf8.DecodeLastRuneInString(words)
	return unicode.IsLetter(r)
}

func bullet(word string) bool {
	switch word {
	case "-", "*", "•", "·", "–", "—", "‣", "+":
		return true
	}
	return false
}

// numbered knows "1.", "12)" and "(a)".
func numbered(word string) bool {
	core := strings.TrimRight(strings.TrimLeft(word, "("), ".)")
	if core == word || len(core) == 0 || len(core) > 2 || core == strings.TrimRight(word, ".)") && strings.Count(word, ".") > 1 {
		return false
	}
	for _, r := range core {
		if (r < '0' || r > '9') && (len(core) > 1 || r < 'a' || r > 'h') {
			return false
		}
	}
	return true
}

// columns tells whether words stand in columns, as in a table.
func columns(words string) bool {
	return strings.Contains(words, "\t") || strings.Count(words, "|") >= 2 || strings.Count(words, " | ") > 0 ||
		strings.Contains(words, "    ") || strings.Count(words, "   ") >= 2 || strings.Contains(words, " ....")
}

// unspaced tells whether words are of a script that puts no blanks between them:
// to join such lines with one would be false.
func unspaced(words string) bool {
	first, _ := utf8.DecodeRuneInString(words)
	last, _ := utf8.DecodeLastRuneInString(words)
	return unicode.In(first, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai, unicode.Lao, unicode.Khmer) ||
		unicode.In(last, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai, unicode.Lao, unicode.Khmer)
}
