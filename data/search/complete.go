package search

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"lectern/data"
	"lectern/data/library"
)

// Offer is something that what is being typed can go on to: Insert takes the place
// of the bytes At.
type Offer struct {
	At     data.Span
	Insert string
	Field  Field  // a field, or the field that Value is for
	Value  string // as the library has it, "" for a field
	Count  int    // how many reports have it, 0 where that is not counted
}

// mostOffers is how many are offered at once.
const mostOffers = 8

// Complete offers what the text can go on to at a byte of it: names of fields, then
// their values in this library, the most frequent first.
func Complete(ctx context.Context, lib *library.Library, text string, at int) ([]Offer, error) {
	at = max(0, min(at, len(text)))
	word := begunAt(text, at)
	piece := text[word.Start:at]
	name, value, colon := strings.Cut(strings.TrimLeft(piece, "-−"), ":")
	word.Start += len(piece) - len(strings.TrimLeft(piece, "-−"))
	if !colon {
		return fieldOffers(name, data.Span{Start: word.Start, End: at}), nil
	}
	f, ok := fieldOf(name)
	if !ok {
		return nil, nil
	}
	c, err := lib.Catalogue(ctx)
	if err != nil {
		return nil, err
	}
	return valueOffers(c, f, value, data.Span{Start: word.Start + len(name) + 1, End: at}), nil
}

// begunAt is the word around the end of text[:at]: from a space or bracket that
// stands in no quotation marks.
func begunAt(text string, at int) data.Span {
	start, open := 0, false
	for i, r := range text[:at] {
		switch {
		case strings.ContainsRune(marks, r):
			open = !open
		case open:
		case r == ' ' || r == '\t' || r == '(' || r == ')':
			start = i + 1
		}
	}
	return data.Span{Start: start, End: at}
}

func fieldOffers(begun string, at data.Span) (all []Offer) {
	begun = strings.ToLower(begun)
	if begun == "" {
		return nil
	}
	for _, f := range Fields() {
		for _, n := range named {
			if n.field != f {
				continue
			}
			for i, name := range append([]string{string(f)}, n.also...) {
				if strings.HasPrefix(name, begun) && (i == 0 || len(all) == 0 || all[len(all)-1].Field != f) {
					all = append(all, Offer{At: at, Insert: name + ":", Field: f})
				}
			}
		}
	}
	return all
}

// valueOffers are the values of a field that have a word beginning as typed.
func valueOffers(c *library.Catalogue, f Field, typed string, at data.Span) (all []Offer) {
	typed = strings.TrimLeft(typed, marks)
	want := wordsOf(typed, "")
	for _, x := range values(c, f) {
		if !begins(wordsOf(x.Name, ""), want) {
			continue
		}
		insert := x.Name
		if strings.ContainsAny(x.Name, " ()") || f == Speaker || f == Publisher || f == Origin {
			insert = `"` + strings.Map(unmarked, x.Name) + `"`
		}
		all = append(all, Offer{At: at, Insert: insert + " ", Field: f, Value: x.Name, Count: x.Count})
		if len(all) == mostOffers {
			break
		}
	}
	return all
}

// begins reports whether the words wanted stand in a row, the last of them perhaps
// only begun.
func begins(have, want []string) bool {
	k := ask{prefix: true}
	return len(want) == 0 || k.among(have, want)
}

// values are the values a field has in the library, the most frequent first.
func values(c *library.Catalogue, f Field) []library.Facet {
	const every = 1 << 20
	counts := func() library.Facets { return c.Facets(c.All(), every) }
	switch f {
	case Speaker:
		return counts().Names[library.ActorName]
	case Publisher, Origin:
		return counts().Names[library.PublisherName]
	case Theme:
		return counts().Names[library.ThemeName]
	case Tag:
		return counts().Names[library.TagName]
	case Lang:
		return counts().Names[library.LangName]
	case Said, Published:
		return counts().Years
	case Lane:
		lanes := counts().Lanes
		var all []library.Facet
		for _, l := range data.Lanes() {
			all = append(all, library.Facet{Name: string(l), Count: lanes.Of(l)})
		}
		return all
	}
	short, _ := choices(f)
	var all []library.Facet
	for _, s := range short {
		if f != Has || s.value != "note" {
			all = append(all, library.Facet{Name: s.value})
		}
	}
	return all
}

// Suggestion is a query with one word spelled otherwise, as it stands in reports.
type Suggestion struct {
	Word  string // as reports have it
	Query string // with it in place of what was typed
	Count int    // how many reports have the word
}

// farthest is by how many letters a suggestion may differ from what was typed.
const farthest = 2

// Suggest offers other spellings for the words of a query that no report has, the
// nearest and most frequent first: those with one letter more, less, other or
// moved, and of those with the same beginning also those with two.
func Suggest(ctx context.Context, lib *library.Library, q Query) (all []Suggestion, err error) {
	err = lib.Look(ctx, func(x library.Lookup) error {
		for _, t := range q.terms() {
			if t.quoted || t.prefix || len(t.spellings[0]) != 1 || len(t.spellings[0][0]) < leastName {
				continue
			}
			if n, err := x.Count(t.expression(false), 0); err != nil || n > 0 {
				return err
			}
			near, err := wordsLike(x, t.spellings[0][0])
			if err != nil {
				return err
			}
			for _, w := range near {
				all = append(all, Suggestion{Word: w.Folded, Query: t.text, Count: w.Reports})
			}
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	return asWritten(ctx, lib, q, all)
}

const mostSuggested = 3

func wordsLike(x library.Lookup, word string) ([]library.Word, error) {
	found, err := x.Having(edits(word))
	if err != nil {
		return nil, err
	}
	if len(found) < mostSuggested {
		more, err := x.Words(word[:3], 5000)
		if err != nil {
			return nil, err
		}
		for _, w := range more {
			if distance(word, w.Folded) <= farthest && !slices.Contains(found, w) {
				found = append(found, w)
			}
		}
	}
	slices.SortFunc(found, func(a, b library.Word) int {
		return cmp.Or(distance(word, a.Folded)-distance(word, b.Folded), b.Reports-a.Reports, strings.Compare(a.Folded, b.Folded))
	})
	return found[:min(len(found), mostSuggested)], nil
}

// edits are all words that one letter makes of a word; its own letters and those
// of the folded alphabet.
func edits(word string) (all []string) {
	const letters = "abcdefghijklmnopqrstuvwxz"
	for i := 0; i <= len(word); i++ {
		head, tail := word[:i], word[i:]
		for _, l := range letters {
			all = append(all, head+string(l)+tail)
			if tail != "" {
				all = append(all, head+string(l)+tail[1:])
			}
		}
		if tail != "" {
			all = append(all, head+tail[1:])
		}
		if len(tail) > 1 {
			all = append(all, head+string(tail[1])+string(tail[0])+tail[2:])
		}
	}
	slices.Sort(all)
	return slices.DeleteFunc(slices.Compact(all), func(w string) bool { return w == word })
}

// distance counts the letters put in, left out, changed, or moved past their
// neighbour between two words.
func distance(a, b string) int {
	if d := len(a) - len(b); d > farthest || -d > farthest {
		return farthest + 1
	}
	rows := make([][]int, len(a)+1)
	for i := range rows {
		rows[i] = make([]int, len(b)+1)
		rows[i][0] = i
	}
	for j := range rows[0] {
		rows[0][j] = j
	}
	for i := 1; i <= len(a); i++ {
		for j := 1; j <= len(b); j++ {
			cost := 1
			if a[i-1] == b[j-1] {
				cost = 0
			}
			rows[i][j] = min(rows[i-1][j]+1, rows[i][j-1]+1, rows[i-1][j-1]+cost)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				rows[i][j] = min(rows[i][j], rows[i-2][j-2]+1)
			}
		}
	}
	return rows[len(a)][len(b)]
}

// asWritten gives suggestions the spelling of the latest report that has them, in
// place of the folded one.
func asWritten(ctx context.Context, lib *library.Library, q Query, all []Suggestion) (good []Suggestion, err error) {
	for _, s := range all {
		var ids []data.ReportID
		t := term{spellings: [][]string{{s.Word}}}
		if err := lib.Look(ctx, func(x library.Lookup) (err error) {
			ids, err = x.Match("text : "+t.expression(false), 0, 1)
			return err
		}); err != nil {
			return nil, err
		}
		err := lib.Skim(ctx, ids, func(d library.Skimmed) error {
			if h := hits([]term{t}, d.Body, d.Lang); len(h) > 0 {
				word := strings.ToLower(h[0].In(d.Body))
				good = append(good, Suggestion{Word: word, Query: q.respelled(s.Query, word).String(), Count: s.Count})
			}
			return nil
		})
		if err != nil {
			return nil, err
		}
	}
	return good, nil
}

// respelled is the query with one word in place of another.
func (q Query) respelled(was, word string) Query {
	var with func(n *node) *node
	with = func(n *node) *node {
		more := *n
		if n.op == isTerm && n.term.text == was {
			if t := newTerm(word, false, false); t != nil {
				return t
			}
		}
		more.kids = make([]*node, len(n.kids))
		for i, k := range n.kids {
			more.kids[i] = with(k)
		}
		if n.kids == nil {
			more.kids = nil
		}
		return &more
	}
	if q.root == nil {
		return q
	}
	return Query{with(q.root)}
}
