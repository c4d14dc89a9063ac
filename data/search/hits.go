package search

import (
	"slices"
	"strings"

	"lectern/data"
	"lectern/data/library/fold"
)

// hit is where one term of a query stands.
type hit struct {
	data.Span
	term  int
	word  int // the number of its first word in the text
	words int
}

// hits finds the terms in text, in the order they begin. It folds text the way
// the index does, so it finds what the index found.
func hits(terms []term, text, lang string) []hit {
	var all []hit
	var spans []data.Span // the last words read, as many as the longest term has
	var words []string
	longest := 1
	for _, t := range terms {
		for _, s := range t.spellings {
			longest = max(longest, len(s))
		}
	}
	scripts := make([]string, len(terms))
	for i, t := range terms {
		if t.quoted {
			scripts[i] = script(t.text)
		}
	}
	number := -1
	for span, word := range fold.For(lang).Words(text) {
		number++
		if len(words) == longest {
			copy(spans, spans[1:])
			copy(words, words[1:])
			spans, words = spans[:longest-1], words[:longest-1]
		}
		spans, words = append(spans, span), append(words, known(terms, word))
		if words[len(words)-1] == "" {
			continue
		}
		for i, t := range terms {
			if n := t.ends(words); n > 0 {
				at := data.Span{Start: spans[len(spans)-n].Start, End: span.End}
				if scripts[i] == "" || scripts[i] == script(at.In(text)) {
					all = append(all, hit{Span: at, term: i, word: number - n + 1, words: n})
				}
			}
		}
	}
	slices.SortFunc(all, func(a, b hit) int { return a.Start - b.Start })
	return all
}

// In is where the words of the query stand in a text of a language, in bytes, in
// order; they may overlap.
func (q Query) In(text, lang string) []data.Span {
	var spans []data.Span
	for _, h := range hits(q.terms(), text, lang) {
		spans = append(spans, h.Span)
	}
	return spans
}

// known gives the string of a folded word where a term might hold it, "" for all
// the others: most words of a text are of no interest and cost no memory.
func known(terms []term, word []byte) string {
	for _, t := range terms {
		for _, s := range t.spellings {
			for i, w := range s {
				if string(word) == w {
					return w
				}
				if t.prefix && i == len(s)-1 && len(word) > len(w) && string(word[:len(w)]) == w {
					return string(word)
				}
			}
		}
	}
	return ""
}

// ends returns how many words the term has where the words read so far end with
// it, 0 where they do not.
func (t term) ends(words []string) int {
	for _, s := range t.spellings {
		if len(s) > len(words) {
			continue
		}
		tail, last := words[len(words)-len(s):], len(s)-1
		if !slices.Equal(tail[:last], s[:last]) {
			continue
		}
		if tail[last] == s[last] || t.prefix && strings.HasPrefix(tail[last], s[last]) {
			return len(s)
		}
	}
	return 0
}
