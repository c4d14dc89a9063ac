package split

import (
	"unicode"
	"unicode/utf8"
)

// line is a line of the text without its line end: a paragraph, or with
// Hints.Lines a sentence. first and last are indexes of its tokens, last not
// included.
type line struct {
	start, end  int
	first, last int
}

// scan cuts text into lines and tokens in one pass.
func scan(text string) ([]line, []token) {
	lines := make([]line, 0, len(text)/200+4)
	toks := make([]token, 0, len(text)/5+8)
	s := scanner{text: text, toks: toks}
	start, first := 0, 0
	for i := 0; i < len(text); {
		c := text[i]
		switch {
		case c == '\n' || c == '\r':
			lines = append(lines, line{start, i, first, len(s.toks)})
			if c == '\r' && i+1 < len(text) && text[i+1] == '\n' {
				i++
			}
			i++
			start, first = i, len(s.toks)
		case c == ' ' || c == '\t':
			i++
		default:
			i = s.next(i)
		}
	}
	if start < len(text) {
		lines = append(lines, line{start, len(text), first, len(s.toks)})
	}
	return lines, s.toks
}

type scanner struct {
	text string
	toks []token
	low  [48]byte // the word at hand in lower case, so that a look-up allocates nothing
}

// next reads one token at i, where no white space stands, and returns where it
// ends.
func (s *scanner) next(i int) int {
	r, n := rune(s.text[i]), 1
	if r >= utf8.RuneSelf {
		r, n = utf8.DecodeRuneInString(s.text[i:])
	}
	switch {
	case isLetter(r):
		return s.word(i)
	case '0' <= r && r <= '9' || unicode.IsDigit(r):
		return s.number(i)
	}
	end := i + n
	k := other
	switch r {
	case '.', '!', '?', '…':
		for end < len(s.text) && (s.text[end] == '.' || s.text[end] == '!' || s.text[end] == '?') {
			end++
		}
		k = stop
	case ',':
		k = comma
	case ':', ';':
		k = colon
	case '–', '—', '―', '-', '•', '*':
		for end < len(s.text) && s.text[end] == '-' {
			end++
		}
		k = dash
	case '(', '[':
		k = left
	case ')', ']':
		k = right
	case '“', '«', '„', '‘', '‹':
		k = opens
	case '”', '»', '›':
		k = closes
	case '’', '\'', '`', '"', '＂':
		return s.mark(i, r, end)
	case '\u00a0', '\ufeff', '\u200b', '\u2009', '\u202f', '\u3000', '\f', '\v':
		return end
	}
	s.add(token{start: i, end: end, kind: k})
	return end
}

// mark reads a quotation mark that does not tell by itself whether it opens.
func (s *scanner) mark(i int, r rune, end int) int {
	if end < len(s.text) && s.text[i] == s.text[end] && (r == '\'' || r == '`') {
		end++ // the typewriter forms '' and ``
	}
	before, after := s.spaceBefore(i), end >= len(s.text) || s.text[end] <= ' '
	k := closes
	switch {
	case r == '`':
		k = opens
	case before && !after:
		k = opens
		if r != '"' && end-i < 2 && r == '’' {
			k = other // ’90s, ’em
		}
	case !before && !after && r == '"':
		// Between two letters nothing tells; pairing decides later.
		if p := s.text[i-1]; p == '(' || p == '[' || p == '-' {
			k = opens
		}
	}
	s.add(token{start: i, end: end, kind: k})
	return end
}

func (s *scanner) spaceBefore(i int) bool {
	if i == 0 || s.text[i-1] <= ' ' || s.text[i-1] == '(' || s.text[i-1] == '[' {
		return true
	}
	if s.text[i-1] < utf8.RuneSelf {
		return false
	}
	r, _ := utf8.DecodeLastRuneInString(s.text[:i])
	return r == '\u00a0' || r == '—' || r == '–' || r == '“' || r == '‘'
}

// word reads letters with the apostrophes, hyphens and full stops inside them
// ("don't", "U.S.", "Lung-bin", "www.example.org"), and cuts 's off.
func (s *scanner) word(i int) int {
	end, letters, allCaps := i, 0, true
	dots := false // the word is made of single letters and full stops
	run := 0      // letters since the last dot
	for end < len(s.text) {
		r, n := rune(s.text[end]), 1
		if r >= utf8.RuneSelf {
			r, n = utf8.DecodeRuneInString(s.text[end:])
		}
		if isLetter(r) || '0' <= r && r <= '9' || unicode.Is(unicode.Mn, r) {
			allCaps = allCaps && !unicode.IsLower(r)
			letters++
			run++
			end += n
			continue
		}
		if !s.inside(r, end, n, run) {
			break
		}
		if r == '.' {
			dots = run == 1 && (dots || letters == 1)
			run = 0
		}
		end += n
	}
	if dots && run == 1 && end < len(s.text) && s.text[end] == '.' {
		end++ // the last full stop of U.S.
	}
	cut := end
	for _, c := range [...]string{"'s", "’s", "'S", "’S", "ʼs"} {
		if n := end - len(c); n > i && s.text[n:end] == c {
			cut = n
		}
	}
	r, _ := utf8.DecodeRuneInString(s.text[i:])
	t := token{start: i, end: cut, kind: word, upper: unicode.IsUpper(r), caps: allCaps && letters > 1}
	t.low, t.bits = s.lookup(i, cut)
	s.add(t)
	if cut < end {
		s.add(token{start: cut, end: end, kind: clitic})
	}
	return end
}

// inside tells whether a mark at end belongs to the word around it: the next
// character has to be a letter or digit.
func (s *scanner) inside(r rune, end, n, run int) bool {
	switch r {
	case '\'', '’', 'ʼ', '-', '‑', '.', '&', '/', '@', '_':
	default:
		return false
	}
	if end+n >= len(s.text) {
		return false
	}
	next, _ := utf8.DecodeRuneInString(s.text[end+n:])
	if !isLetter(next) && !('0' <= next && next <= '9') {
		return false
	}
	// "her.The" lacks a space, "U.S" and "example.org" do not.
	return r != '.' || run == 1 || !unicode.IsUpper(next)
}

func (s *scanner) number(i int) int {
	end := i
	for end < len(s.text) {
		c := s.text[end]
		switch {
		case '0' <= c && c <= '9':
		case (c == '.' || c == ',' || c == ':' || c == '/' || c == '-') && end+1 < len(s.text) && '0' <= s.text[end+1] && s.text[end+1] <= '9':
		case 'a' <= c && c <= 'z', 'A' <= c && c <= 'Z':
		default:
			if c < utf8.RuneSelf {
				s.add(token{start: i, end: max(end, i+1), kind: number})
				return max(end, i+1)
			}
			r, n := utf8.DecodeRuneInString(s.text[end:])
			if !unicode.IsDigit(r) && !isLetter(r) {
				s.add(token{start: i, end: max(end, i+1), kind: number})
				return max(end, i+1)
			}
			end += n - 1
		}
		end++
	}
	s.add(token{start: i, end: end, kind: number})
	return end
}

func (s *scanner) add(t token) { s.toks = append(s.toks, t) }

// lookup finds text[i:end] in the lists, whatever its case and apostrophes.
func (s *scanner) lookup(i, end int) (string, bits) {
	b := s.low[:0]
	for _, r := range s.text[i:end] {
		if len(b)+utf8.UTFMax > len(s.low) {
			return "", 0
		}
		switch {
		case 'A' <= r && r <= 'Z':
			b = append(b, byte(r)+'a'-'A')
		case r < utf8.RuneSelf:
			b = append(b, byte(r))
		case r == '’' || r == 'ʼ':
			b = append(b, '\'')
		default:
			b = utf8.AppendRune(b, unicode.ToLower(r))
		}
	}
	e, ok := lexicon[string(b)]
	if !ok && len(b) > 5 && b[len(b)-2] == 'l' && b[len(b)-1] == 'y' && s.text[i] >= 'a' {
		return "", adverb // historically, warmly
	}
	return e.low, e.bits
}

func isLetter(r rune) bool {
	if r < utf8.RuneSelf {
		return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z'
	}
	return r != utf8.RuneError && unicode.IsLetter(r)
}
