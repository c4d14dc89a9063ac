package search

import (
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"lectern/data/library/fold"
)

// Query is a search that has been understood. Its zero value asks for nothing in
// particular.
type Query struct{ root *node }

// Empty reports whether nothing is asked.
func (q Query) Empty() bool { return q.root == nil }

// op is what a node of a query does.
type op int

const (
	isTerm  op = iota // a word or phrase
	isNear            // kids, all of them terms, near each other in this order or any other
	isAnd             // all kids
	isOr              // any kid
	isNot             // not its one kid
	isField           // a field with a value
)

// node is a part of a query.
type node struct {
	op     op
	kids   []*node
	term   term
	within int // words between, for isNear
	ask    ask
}

// term is one word, or several that have to follow each other.
type term struct {
	text      string     // as typed, without marks
	quoted    bool       // in this very alphabet, and in no other spelling
	spellings [][]string // folded; more than one where languages spell it apart
	prefix    bool       // the last word may go on
}

// ask is a field with its value.
type ask struct {
	field    Field
	value    string
	quoted   bool // all of the name
	prefix   bool // the last word may go on
	from, to time.Time
}

// leastPrefix is how many letters a word needs before what goes on from it is
// searched too: two letters begin thousands of words, and tell nothing.
const leastPrefix = 3

// newTerm folds what was typed; a term without words is none.
func newTerm(text string, quoted, prefix bool) *node {
	t := term{text: text, quoted: quoted}
	for _, lang := range []string{"", "uk"} {
		words := wordsOf(text, lang)
		if len(words) > 0 && !slices.ContainsFunc(t.spellings, func(s []string) bool { return slices.Equal(s, words) }) {
			t.spellings = append(t.spellings, words)
		}
	}
	if len(t.spellings) == 0 {
		return nil
	}
	words := t.spellings[0]
	t.prefix = prefix && (utf8.RuneCountInString(words[len(words)-1]) >= leastPrefix || len(words) > 1)
	return &node{op: isTerm, term: t}
}

// wordsOf folds the words of a text.
func wordsOf(text, lang string) (words []string) {
	for _, w := range fold.For(lang).Words(text) {
		words = append(words, string(w))
	}
	return words
}

// join makes one node of several of a kind, taking those of the same kind apart.
func join(kind op, kids []*node) *node {
	var all []*node
	for _, k := range kids {
		switch {
		case k == nil:
		case k.op == kind && kind != isNear:
			all = append(all, k.kids...)
		default:
			all = append(all, k)
		}
	}
	switch len(all) {
	case 0:
		return nil
	case 1:
		return all[0]
	}
	return &node{op: kind, kids: all}
}

// without is the opposite of a node.
func without(n *node) *node {
	if n == nil {
		return nil
	}
	if n.op == isNot {
		return n.kids[0]
	}
	return &node{op: isNot, kids: []*node{n}}
}

// And asks for what both queries ask for.
func (q Query) And(other Query) Query {
	return Query{join(isAnd, []*node{q.root, other.root})}
}

// String writes the query in its language: Parse reads the same query from it.
func (q Query) String() string {
	if q.root == nil {
		return ""
	}
	var b strings.Builder
	q.root.write(&b, isOr)
	return b.String()
}

// write writes a node inside one of another kind.
func (n *node) write(b *strings.Builder, inside op) {
	brackets := n.op == isOr && inside != isOr || (n.op == isAnd || n.op == isNear) && inside == isNot
	if brackets {
		b.WriteByte('(')
	}
	between := " "
	switch n.op {
	case isTerm:
		writeWord(b, n.term.text, n.term.quoted, n.term.prefix)
	case isField:
		b.WriteString(string(n.ask.field) + ":")
		writeWord(b, n.ask.value, n.ask.quoted, n.ask.prefix)
	case isNot:
		b.WriteByte('-')
	case isOr:
		between = " OR "
	case isNear:
		between = " NEAR/" + strconv.Itoa(n.within) + " "
	case isAnd:
	}
	within := n.op
	for i, k := range n.kids {
		if i > 0 {
			b.WriteString(between)
		}
		k.write(b, within)
	}
	if brackets {
		b.WriteByte(')')
	}
}

func writeWord(b *strings.Builder, text string, quoted, prefix bool) {
	mark := ""
	if quoted {
		mark = `"`
	}
	b.WriteString(mark + text)
	if prefix {
		b.WriteByte('*')
	}
	b.WriteString(mark)
}

// each walks a node and all below it; plus tells that no "not" stands above.
func (n *node) each(plus bool, visit func(n *node, plus bool)) {
	if n == nil {
		return
	}
	visit(n, plus)
	for _, k := range n.kids {
		k.each(plus != (n.op == isNot), visit)
	}
}

// terms are the words and phrases looked for, in order; those that must not be
// there are left out.
func (q Query) terms() (all []term) {
	q.root.each(true, func(n *node, plus bool) {
		if n.op == isTerm && plus {
			all = append(all, n.term)
		}
	})
	return all
}

// voiced reports whether the query is about passages: who says them, in which
// lane.
func (q Query) voiced() (yes bool) {
	q.root.each(true, func(n *node, _ bool) {
		yes = yes || n.op == isField && (n.ask.field == Lane || n.ask.field == Speaker)
	})
	return yes
}

// Uncarried lists the fields of the query that no report of any library can
// answer yet, each once.
func (q Query) Uncarried() (all []Field) {
	q.root.each(true, func(n *node, _ bool) {
		f := n.ask.field
		none := f == Grade || f == Has && n.ask.value == "note"
		if n.op == isField && none && !slices.Contains(all, f) {
			all = append(all, f)
		}
	})
	return all
}

// vague reports whether the query ends in a word that has only just been begun.
// So many words begin so that weighing them takes long and tells little.
func (q Query) vague() bool {
	for _, t := range q.terms() {
		words := t.spellings[0]
		if t.prefix && utf8.RuneCountInString(words[len(words)-1]) <= leastPrefix {
			return true
		}
	}
	return false
}
