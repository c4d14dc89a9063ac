package help

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// hit is a topic that has all the words looked for, and where.
type hit struct {
	topic   int    // index among the topics
	context string // words around the first place; "" where only the title has them
	weight  int
}

// folded is text as it is compared: small letters without their accents, so that
// "uber" finds "über".
func folded(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Mn, r) {
			return -1
		}
		return unicode.ToLower(r)
	}, norm.NFD.String(text))
}

// wordsOf are the folded words of a text.
func wordsOf(text string) []string {
	return strings.FieldsFunc(folded(text), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsNumber(r) && r != '?' && r != '/'
	})
}

// begins reports whether a word of the text begins with what was typed.
func begins(words []string, typed string) bool {
	return slices.ContainsFunc(words, func(w string) bool { return strings.HasPrefix(w, typed) })
}

// lookUp finds the topics that have a word beginning with each word typed, the
// best first: those with them in their title, then in a heading, then in one
// paragraph.
func lookUp(all []topic, typed string) []hit {
	sought := wordsOf(typed)
	if len(sought) == 0 {
		return nil
	}
	var hits []hit
	for i, t := range all {
		if h, ok := inTopic(t, sought); ok {
			h.topic = i
			hits = append(hits, h)
		}
	}
	slices.SortStableFunc(hits, func(a, b hit) int { return cmp.Compare(b.weight, a.weight) })
	return hits
}

func inTopic(t topic, sought []string) (h hit, ok bool) {
	found := make([]bool, len(sought))
	best := 0
	for _, b := range t.blocks {
		text := b.text()
		words, here := wordsOf(text), 0
		for i, s := range sought {
			if begins(words, s) {
				found[i] = true
				here++
			}
		}
		switch {
		case here == 0:
			continue
		case b.kind == title:
			h.weight += 100 * here
			continue
		case b.kind == heading:
			h.weight += 20 * here
		default:
			h.weight += here
		}
		if here > best || here == best && b.kind == heading {
			best, h.context = here, around(text, sought)
		}
	}
	return h, !slices.Contains(found, false)
}

// around is the part of a text from a few words before the first word found.
func around(text string, sought []string) string {
	const before = 4
	words := strings.Fields(text)
	for i, w := range words {
		parts := wordsOf(w)
		if slices.ContainsFunc(sought, func(s string) bool { return begins(parts, s) }) {
			if i <= before {
				return text
			}
			return "… " + strings.Join(words[i-before:], " ")
		}
	}
	return text
}
