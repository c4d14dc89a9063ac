package search

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"lectern/data/library"
)

// Also is a word of a query with the other spellings of the same name that
// speakers have in this library, and that are searched for with it.
type Also struct {
	Typed     string
	Spellings []string
}

// spelled is the query with the other spellings of names, which words in quotation
// marks do without.
func (q Query) spelled(c *library.Catalogue) (Query, []Also) {
	var all []Also
	return Query{q.root.spelled(c, &all)}, all
}

func (n *node) spelled(c *library.Catalogue, all *[]Also) *node {
	if n == nil {
		return nil
	}
	more := *n
	if n.op == isTerm {
		more.term = n.term.spelled(c, all)
		return &more
	}
	more.kids = make([]*node, len(n.kids))
	for i, k := range n.kids {
		more.kids[i] = k.spelled(c, all)
	}
	return &more
}

// leastName is how many letters a word needs to be looked up among names: shorter
// ones are alike by chance.
const leastName = 4

func (t term) spelled(c *library.Catalogue, all *[]Also) term {
	one := strings.Trim(t.text, ".,;:!?'’")
	notName := func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsMark(r) && r != '-' && r != '\'' && r != '’'
	}
	if t.quoted || t.prefix || utf8.RuneCountInString(one) < leastName || strings.ContainsFunc(one, notName) {
		return t
	}
	also := Also{Typed: t.text}
	for _, s := range c.Spellings(one) {
		s = strings.Trim(s, ".,;:!?'’")
		if strings.EqualFold(s, one) || strings.ContainsFunc(s, notName) {
			continue
		}
		also.Spellings = append(also.Spellings, s)
		for _, lang := range []string{"", "uk"} {
			words := wordsOf(s, lang)
			if len(words) > 0 && !slices.ContainsFunc(t.spellings, func(o []string) bool { return slices.Equal(o, words) }) {
				t.spellings = append(slices.Clone(t.spellings), words)
			}
		}
	}
	if len(also.Spellings) > 0 {
		*all = append(*all, also)
	}
	return t
}
