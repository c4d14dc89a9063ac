package ingest

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// normalise makes every line end \n and drops what no text needs: the mark at
// the start, trailing blanks, control characters. Invisible and direction
// characters stay, because the text is evidence.
func normalise(text string) string {
	text = strings.TrimPrefix(strings.ToValidUTF8(text, "\uFFFD"), "\uFEFF")
	if isPlain(text) {
		return trimLines(text)
	}
	var out strings.Builder
	out.Grow(len(text))
	prev := rune(0)
	for _, r := range text {
		switch {
		case r == '\n' && prev == '\r': // written already for the \r
		case r == '\r', r == '\u0085', r == '\u2028', r == '\u2029', r == '\f', r == '\v':
			out.WriteByte('\n')
		case r < ' ' && r != '\n' && r != '\t', r == 0x7F:
			out.WriteByte(' ')
		default:
			out.WriteRune(r)
		}
		prev = r
	}
	return trimLines(out.String())
}

// isPlain reports, quickly, that a text surely has none of the characters that
// normalise replaces.
func isPlain(text string) bool {
	for i := 0; i < len(text); i++ {
		switch c := text[i]; {
		case c < ' ' && c != '\n' && c != '\t', c == 0x7F:
			return false
		case c == 0xC2 && text[i+1] == 0x85: // U+0085; the text is valid UTF-8
			return false
		case c == 0xE2 && text[i+1] == 0x80 && text[i+2]&0xFE == 0xA8: // U+2028, U+2029
			return false
		}
	}
	return true
}

// trimLines cuts blanks at line ends and empty lines at both ends of the text;
// more than two empty lines in a row become two.
func trimLines(text string) string {
	var out strings.Builder
	out.Grow(len(text))
	empty := 0
	for line := range strings.Lines(text) {
		line = strings.TrimRightFunc(line, unicode.IsSpace)
		if line == "" {
			empty++
			continue
		}
		if out.Len() > 0 {
			out.WriteString("\n\n\n"[:1+min(empty, 2)])
		}
		empty = 0
		out.WriteString(line)
	}
	return out.String()
}

// maxLine is the longest title or name kept, in bytes.
const maxLine = 500

// CleanLine makes a string fit to be a title or a name: one line, single
// blanks, no invisible or direction-changing characters.
func CleanLine(s string) string {
	s = strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r):
			return ' '
		case r == utf8.RuneError, unicode.IsControl(r), invisible(r):
			return -1
		}
		return r
	}, s)
	s = strings.Join(strings.Fields(s), " ")
	if len(s) > maxLine {
		cut := maxLine
		for !utf8.RuneStart(s[cut]) {
			cut--
		}
		s = strings.TrimSpace(s[:cut]) + "…"
	}
	return s
}

// invisible reports characters that are not seen but change how their
// neighbours look or what a name compares equal to.
func invisible(r rune) bool {
	switch {
	case r >= 0x200B && r <= 0x200F, r >= 0x202A && r <= 0x202E, r >= 0x2060 && r <= 0x206F,
		r == 0x00AD, r == 0x061C, r == 0x180E, r == 0xFEFF, r >= 0xFFF9 && r <= 0xFFFB, r >= 0xE0000 && r <= 0xE007F:
		return true
	}
	return false
}

func hasWords(text string) bool {
	return strings.IndexFunc(text, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }) >= 0
}

// titleOfName makes a readable title of a file's name, "" of none.
func titleOfName(name string) string {
	if i := strings.LastIndexByte(name, '.'); i > 0 {
		name = name[:i]
	}
	name = strings.NewReplacer("_", " ", "+", " ").Replace(name)
	if !strings.Contains(name, " ") {
		name = strings.ReplaceAll(name, "-", " ")
	}
	return CleanLine(name)
}

// firstWords is the text's opening, for a document that has no other title.
func firstWords(text string) string {
	line := ""
	for one := range strings.Lines(text) { // the first may be nothing that is seen
		if line = CleanLine(one); line != "" {
			break
		}
	}
	const limit = 80
	if utf8.RuneCountInString(line) <= limit {
		return line
	}
	cut := string([]rune(line)[:limit])
	if i := strings.LastIndexByte(cut, ' '); i > limit/2 {
		cut = cut[:i]
	}
	return strings.TrimRight(cut, " ,;:–—-") + "…"
}
