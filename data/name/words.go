package name

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// wordsOf cuts a name into words of small letters, without titles. "Surname,
// Given" is turned round.
func wordsOf(name string) []string {
	name = strings.ToLower(norm.NFKC.String(name))
	before, after, ok := strings.Cut(name, ",")
	if given := untitled(cut(after)); ok && len(given) > 0 && !descent[given[0]] {
		return unarticled(append(given, untitled(cut(before))...))
	}
	return unarticled(untitled(cut(name)))
}

// cut finds runs of letters and digits. Apostrophes are in no word and part none:
// Mar'yana. What remains of U.S. and the like is joined again.
func cut(s string) []string {
	s = strings.TrimSpace(s)
	for _, of := range [...]string{"'s", "’s"} {
		s = strings.TrimSuffix(s, of)
	}
	var words []string
	var w strings.Builder
	for _, r := range s + " " {
		switch {
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			w.WriteRune(r)
		case unicode.IsMark(r), strings.ContainsRune("'’ʼ`ʹ\u00ad\u200c\u200d", r):
		case w.Len() > 0:
			words = append(words, w.String())
			w.Reset()
			if n := len(words); n > 1 && (words[n-2] == "u" || words[n-2] == "e") && strings.Contains("s k n u", words[n-1]) {
				words = append(words[:n-2], words[n-2]+words[n-1])
			}
		}
	}
	return words
}

// untitled takes titles off the head, never all of it. Words that go with a title
// (foreign, former) only fall together with one.
func untitled(words []string) []string {
	for {
		k := 0
		for k < len(words) && beforeTitle[words[k]] {
			k++
		}
		switch {
		case k == len(words):
			return words
		case titles[words[k]] && k+1 < len(words) && !company[words[k+1]]:
			words = words[k+1:]
		case (words[0] == "the") && len(words) > 1:
			words = words[1:]
		default:
			return words
		}
	}
}

// unarticled drops the Arabic article and joins Abd al-Fattah to one word.
func unarticled(words []string) []string {
	out := make([]string, 0, len(words))
	for i := 0; i < len(words); i++ {
		w := words[i]
		servant := w == "abdel" || w == "abdul" || w == "abdal"
		if w == "abd" && i+2 < len(words) && slices.Contains([]string{"al", "el", "ul"}, words[i+1]) {
			servant = true
			i++
		}
		switch {
		case servant && i+1 < len(words):
			i++
			out = append(out, "abdal"+words[i])
		case (w == "al" || w == "el") && i > 0 && i+1 < len(words):
		default:
			out = append(out, w)
		}
	}
	return out
}

// slavic tells whether a name looks East Slavic, by its letters, a given name or
// an ending. Only in such names are h and g, or ja and ya, the same.
func slavic(words []string) bool {
	for i, w := range words {
		if r, _ := utf8.DecodeRuneInString(w); unicode.Is(unicode.Cyrillic, r) {
			return true
		}
		plain := latin(w)
		if i+1 < len(words) && givenOf[shape(plain, true)] != "" && !worldwide[plain] {
			return true
		}
		for _, end := range slavicEnds {
			if len(plain) > len(end)+1 && strings.HasSuffix(plain, end) {
				return true
			}
		}
	}
	return false
}

// folded brings every word to the one spelling of its sounds, and given names and
// a few surnames to the one form of theirs. Father's names between a given name
// and a surname are left out.
func folded(words []string, slav bool) []string {
	out := make([]string, 0, len(words))
	for _, w := range words {
		if f := shape(latin(w), slav); f != "" {
			out = append(out, f)
		}
	}
	last := surnameAt(out)
	kept := out[:0]
	for i, w := range out {
		switch {
		case i == last:
			if one := surnameOf[w]; one != "" {
				w = one
			}
		case i < last:
			if one := givenOf[shape(w, true)]; one != "" {
				w = one
			}
			if i > 0 && fatherName(w) {
				continue
			}
		}
		kept = append(kept, w)
	}
	return kept
}
