// Package search finds reports and passages by their words: accents, letter
// case and the alphabet a name is spelled in make no difference.
package search

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"lectern/data"
	"lectern/data/library/fold"
)

// Query is a search that has been understood: every term has to be there, and
// none of those that were excluded.
type Query struct {
	terms []term
	not   []term
}

// term is one word, or several that have to follow each other.
type term struct {
	spellings [][]string // folded; more than one where languages spell it apart
	prefix    bool       // the last word may go on
}

// Empty reports whether there is nothing to search for.
func (q Query) Empty() bool { return len(q.terms) == 0 }

// Parse reads what a person typed: words, "words in a row", -without, and begin*
// for all words that begin so. The word typed last counts as begun until a space
// follows it, so that a search answers while it is being typed. Nothing typed is
// an error in itself: a quotation mark that is not closed yet reaches to the
// end. Only a search for nothing but exclusions is FaultBadQuery.
func Parse(text string) (Query, error) {
	var q Query
	for _, p := range pieces(text) {
		t := p.term()
		switch {
		case len(t.spellings) == 0:
		case p.not:
			q.not = append(q.not, t)
		default:
			q.terms = append(q.terms, t)
		}
	}
	if len(q.terms) == 0 && len(q.not) > 0 {
		return Query{}, &data.Fault{Code: data.FaultBadQuery, Subject: strings.TrimSpace(text)}
	}
	return q, nil
}

// piece is a stretch of what was typed that makes one term.
type piece struct {
	text        string
	not, prefix bool
}

const marks = "\"“”„«»"

func pieces(text string) []piece {
	var all []piece
	for rest := text; ; {
		rest = strings.TrimLeftFunc(rest, unicode.IsSpace)
		if rest == "" {
			return all
		}
		var p piece
		if len(rest) > 1 && (rest[0] == '-' || strings.HasPrefix(rest, "−")) {
			p.not = true
			_, size := utf8.DecodeRuneInString(rest)
			rest = rest[size:]
		}
		if r, size := utf8.DecodeRuneInString(rest); strings.ContainsRune(marks, r) {
			rest = rest[size:]
			end := strings.IndexAny(rest, marks)
			if end < 0 {
				p.text, p.prefix, rest = rest, begun(rest), ""
			} else {
				p.text = rest[:end]
				_, size := utf8.DecodeRuneInString(rest[end:])
				rest = rest[end+size:]
			}
		} else {
			end := strings.IndexFunc(rest, func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune(marks, r) })
			if end < 0 {
				end = len(rest)
				p.prefix = !p.not && begun(rest)
			}
			p.text, rest = rest[:end], rest[end:]
		}
		if strings.HasSuffix(p.text, "*") {
			p.prefix = true
		}
		all = append(all, p)
	}
}

// begun reports whether text ends in the middle of a word.
func begun(text string) bool {
	r, _ := utf8.DecodeLastRuneInString(text)
	return unicode.IsLetter(r) || unicode.IsNumber(r) || unicode.IsMark(r)
}

// leastPrefix is how many letters a word needs before what goes on from it is
// searched too: two letters begin thousands of words, and tell nothing.
const leastPrefix = 3

func (p piece) term() term {
	var t term
	for _, lang := range []string{"", "uk"} {
		var words []string
		for _, w := range fold.For(lang).Words(p.text) {
			words = append(words, string(w))
		}
		if len(words) > 0 && !slices.ContainsFunc(t.spellings, func(s []string) bool { return slices.Equal(s, words) }) {
			t.spellings = append(t.spellings, words)
		}
	}
	if len(t.spellings) > 0 {
		words := t.spellings[0]
		last := words[len(words)-1]
		t.prefix = p.prefix && (utf8.RuneCountInString(last) >= leastPrefix || len(words) > 1)
	}
	return t
}

// vague reports whether the query ends in a word that has only just been begun.
// So many words begin so that weighing them takes long and tells little.
func (q Query) vague() bool {
	for _, t := range q.terms {
		words := t.spellings[0]
		if t.prefix && utf8.RuneCountInString(words[len(words)-1]) <= leastPrefix {
			return true
		}
	}
	return false
}

// expression writes the query in the language of FTS5. Every word stands in
// quotation marks and holds only letters and digits, so that nothing typed can
// mean something there.
func (q Query) expression() string {
	var b strings.Builder
	for i, t := range q.terms {
		if i > 0 {
			b.WriteString(" AND ")
		}
		t.write(&b)
	}
	if len(q.not) == 0 {
		return b.String()
	}
	all := "(" + b.String() + ")"
	b.Reset()
	b.WriteString(all)
	for _, t := range q.not {
		b.WriteString(" NOT ")
		t.write(&b)
	}
	return b.String()
}

func (t term) write(b *strings.Builder) {
	b.WriteByte('(')
	for i, words := range t.spellings {
		if i > 0 {
			b.WriteString(" OR ")
		}
		b.WriteString(`"` + strings.Join(words, " ") + `"`)
		if t.prefix {
			b.WriteByte('*')
		}
	}
	b.WriteByte(')')
}
