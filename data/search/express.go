package search

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
)

// expressible reports whether the search index can answer a node by itself.
func (n *node) expressible() bool {
	switch n.op {
	case isTerm, isNear:
		return true
	case isOr, isAnd:
		return !slices.ContainsFunc(n.kids, func(k *node) bool { return !k.expressible() })
	}
	return false
}

// expression writes an expressible node in the language of FTS5. Every word
// stands in quotation marks and holds only letters and digits, so that nothing
// typed can mean something there. A loose expression asks for the words of
// phrases anywhere: it finds more, and is quicker to answer.
func (n *node) expression(loose bool) string {
	switch n.op {
	case isTerm:
		return n.term.expression(loose)
	case isNear:
		if !loose {
			return n.nearExpression()
		}
	}
	parts := make([]string, len(n.kids))
	for i, k := range n.kids {
		parts[i] = k.expression(loose)
	}
	between := " AND "
	if n.op == isOr {
		between = " OR "
	}
	return "(" + strings.Join(parts, between) + ")"
}

func (t term) expression(loose bool) string {
	all := make([]string, len(t.spellings))
	for i, words := range t.spellings {
		between := " "
		if loose {
			between = `" AND "`
		}
		all[i] = `("` + strings.Join(words, between) + `"` + t.star() + ")"
	}
	return "(" + strings.Join(all, " OR ") + ")"
}

func (t term) star() string {
	if t.prefix {
		return "*"
	}
	return ""
}

// nearExpression takes the spellings of each word in turn, because FTS5 knows no
// choices inside a NEAR.
func (n *node) nearExpression() string {
	sets := []string{""}
	for _, k := range n.kids {
		var more []string
		for _, s := range sets {
			for _, words := range k.term.spellings {
				more = append(more, s+` "`+strings.Join(words, " ")+`"`+k.term.star())
			}
		}
		sets = more[:min(len(more), 64)]
	}
	for i, s := range sets {
		sets[i] = fmt.Sprintf("NEAR(%s, %d)", s[1:], n.within)
	}
	return "(" + strings.Join(sets, " OR ") + ")"
}

// looked is the part of a query that the search index answers and that all
// matches have to meet; nil for none.
func (n *node) looked() *node {
	switch {
	case n == nil:
		return nil
	case n.expressible():
		return n
	case n.op == isAnd:
		var kids []*node
		for _, k := range n.kids {
			if k.expressible() {
				kids = append(kids, k)
			}
		}
		return join(isAnd, kids)
	}
	return nil
}

// weighed is what the reports found are weighed by: what they all have, or else
// every word looked for.
func (n *node) weighed() *node {
	if l := n.looked(); l != nil {
		return l
	}
	var kids []*node
	n.each(true, func(k *node, plus bool) {
		if plus && k.op == isTerm {
			kids = append(kids, k)
		}
	})
	return join(isOr, kids)
}

// slow reports whether the index has to compare places to answer a node: for
// phrases, and for words near each other.
func (n *node) slow() (yes bool) {
	n.each(true, func(k *node, plus bool) {
		yes = yes || plus && (k.op == isNear || k.op == isTerm && len(k.term.spellings[0]) > 1)
	})
	return yes
}

// script is the alphabet of the first letter of a text that has one.
func script(text string) string {
	for _, r := range text {
		if !unicode.IsLetter(r) {
			continue
		}
		for _, name := range []string{"Latin", "Cyrillic", "Greek", "Arabic", "Hebrew", "Han"} {
			if unicode.Is(unicode.Scripts[name], r) {
				return name
			}
		}
		return "other"
	}
	return ""
}

// scriptOf is the alphabet that a language is written in, "" where that is not known.
func scriptOf(lang string) string {
	base, _, _ := strings.Cut(strings.ToLower(lang), "-")
	switch base {
	case "uk", "ru", "be", "bg", "mk", "kk":
		return "Cyrillic"
	case "en", "de", "fr", "es", "it", "pl", "pt", "nl", "cs", "sk", "ro", "hu", "lt", "lv", "et", "fi", "sv", "da", "no", "tr":
		return "Latin"
	}
	return ""
}
