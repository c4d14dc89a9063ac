package theme

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"lectern/data"
)

// word is a word of a text.
type word struct {
	data.Span
	folded string
	joined bool // nothing but space or a hyphen stands between it and the word before
}

// scan cuts a text into words. An apostrophe inside a word belongs to it; a
// hyphen parts two words, so that "cease-fire" and "cease fire" are the same.
func scan(text string) []word {
	words := make([]word, 0, len(text)/6)
	joined, lines := false, 0
	for i := 0; i < len(text); {
		r, size := utf8.DecodeRuneInString(text[i:])
		if isLetter(r) {
			end := wordEnd(text, i)
			words = append(words, word{data.Span{Start: i, End: end}, fold(text[i:end]), joined})
			i, joined, lines = end, true, 0
			continue
		}
		switch {
		case r == '\n':
			lines++ // an empty line ends what was said
			joined = joined && lines < 2
		case r != '-' && r != '‑' && r != '\u00ad' && !unicode.IsSpace(r):
			joined = false
		}
		i += size
	}
	return words
}

func isLetter(r rune) bool {
	return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || '0' <= r && r <= '9' ||
		r >= utf8.RuneSelf && (unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.Mn, r))
}

func wordEnd(text string, i int) int {
	for i < len(text) {
		r, size := utf8.DecodeRuneInString(text[i:])
		if !isLetter(r) {
			next, _ := utf8.DecodeRuneInString(text[i+size:])
			if !isApostrophe(r) || !isLetter(next) {
				break
			}
		}
		i += size
	}
	return i
}

func isApostrophe(r rune) bool { return r == '\'' || r == '’' || r == 'ʼ' }

// fold is a word as it is compared: in lower case, with one kind of apostrophe
// and without the possessive.
func fold(w string) string {
	w = strings.ToLower(w)
	if strings.ContainsAny(w, "’ʼ'") {
		w = strings.NewReplacer("’", "'", "ʼ", "'").Replace(w)
		w = strings.TrimSuffix(w, "'s")
	}
	return w
}

// pattern is a word of a phrase.
type pattern struct {
	text string // folded, without the star
	open bool   // any ending will do
}

func wordsOf(phrase string) []pattern {
	var all []pattern
	for _, part := range strings.Fields(phrase) {
		if strings.Trim(part, "*") == "" {
			all = append(all, pattern{"", true})
			continue
		}
		open := strings.HasSuffix(part, "*")
		words := scan(part)
		for i, w := range words {
			all = append(all, pattern{w.folded, open && i == len(words)-1})
		}
	}
	return all
}
