package compare

import (
	"slices"

	"lectern/data"
)

// Kind says what became of a sentence.
type Kind string

// What can become of a sentence between two versions.
const (
	Same    Kind = "same"
	Changed Kind = "changed"
	Moved   Kind = "moved" // the same words stand elsewhere
	Added   Kind = "added"
	Removed Kind = "removed"
)

// Piece is a stretch of a sentence, in bytes of its report's text.
type Piece struct {
	data.Span
	Changed bool // it is not so in the other version
}

// Side is one version's part in a Change.
type Side struct {
	data.Span         // of the report's text; of its title where Title is set
	Sentence  int     // in the report's Passages, -1 for the title
	Pieces    []Piece // the whole of the span, in order
}

// Change is what became of one sentence: Before is nil for one that was added,
// After for one that was removed.
type Change struct {
	Kind          Kind
	Before, After *Side
	Touches       []Class // what the change is about, the weightiest first; nil for Same
	Title         bool    // it is about the reports' titles, not their texts
	Weight        int     // the heavier, the sooner a person should see it; 0 for Same
}

// Comparison is all that became of an article: every sentence of either version
// once, in reading order.
type Comparison struct {
	Before, After data.Document
	Changes       []Change
}

// side is a version made ready to be compared.
type side struct {
	body      string
	title     string
	doc       *data.Document
	sentences []data.Span
	fold      []string         // of each sentence
	bags      []map[string]int // its words
	sizes     []int            // how many those are
	quoted    []data.Span      // what stands in quotation marks
}

// Diff compares two versions sentence by sentence, and changed ones word by
// word. It keeps to the sentences that the reading found; a report without a
// reading is compared as one.
func Diff(before, after data.Document) Comparison {
	a, b := newSide(&before), newSide(&after)
	partner := matched(a, b)
	c := Comparison{Before: before, After: after}
	if before.Title != after.Title {
		c.Changes = append(c.Changes, titleChange(a, b))
	}
	c.Changes = append(c.Changes, inOrder(a, b, partner)...)
	return c
}

func newSide(d *data.Document) *side {
	s := &side{body: d.Body, title: d.Title, doc: d}
	for _, p := range d.Passages {
		s.sentences = append(s.sentences, p.Span)
	}
	if len(s.sentences) == 0 && !blank(d.Body) {
		s.sentences = []data.Span{{End: len(d.Body)}}
	}
	for _, span := range s.sentences {
		fold, bag, n := "", map[string]int{}, 0
		for _, t := range tokens(d.Body, span) {
			fold += t.fold + " "
			if t.fold != "" && (len(t.fold) > 1 || wordy(rune(t.fold[0]))) {
				bag[t.fold]++
				n++
			}
		}
		s.fold, s.bags, s.sizes = append(s.fold, fold), append(s.bags, bag), append(s.sizes, n)
	}
	s.quoted = quotations(d)
	return s
}

// How alike two sentences are at least to be one, changed: among what stands
// between the same neighbours, and anywhere.
const (
	alikeHere = 0.45
	alikeAway = 0.65
	mostPairs = 250_000
)

// pairing is the place of a sentence in the other version, -1 for none; moved
// tells those whose order is another.
type pairing struct {
	to    []int // of each sentence of the older
	from  []int // of each of the newer
	moved []bool
}

// matched finds which sentence became which: first those that are the same in
// the same order, then the same elsewhere, then the most alike.
func matched(a, b *side) pairing {
	p := pairing{fill(len(a.fold)), fill(len(b.fold)), make([]bool, len(a.fold))}
	anchors := align(len(a.fold), len(b.fold), func(i, j int) bool { return a.fold[i] == b.fold[j] })
	for _, k := range anchors {
		p.join(k[0], k[1], false)
	}
	at := [2]int{-1, -1}
	for _, k := range append(slices.Clone(anchors), [2]int{len(a.fold), len(b.fold)}) {
		p.pair(a, b, between(at[0], k[0]), between(at[1], k[1]), alikeHere, true)
		at = k
	}
	elsewhere := map[string][]int{}
	for j, f := range b.fold {
		if p.from[j] < 0 {
			elsewhere[f] = append(elsewhere[f], j)
		}
	}
	for i, f := range a.fold {
		if js := elsewhere[f]; p.to[i] < 0 && len(js) > 0 {
			p.join(i, js[0], true)
			elsewhere[f] = js[1:]
		}
	}
	p.pair(a, b, free(p.to), free(p.from), alikeAway, false)
	return p
}

func (p *pairing) join(i, j int, moved bool) { p.to[i], p.from[j], p.moved[i] = j, i, moved }

// pair joins the most alike of the sentences is and js, first come first served
// among those that are as alike. In order, pairs never cross.
func (p *pairing) pair(a, b *side, is, js []int, least float64, ordered bool) {
	if len(is) == 0 || len(js) == 0 || len(is)*len(js) > mostPairs {
		return
	}
	type pair struct {
		i, j  int
		alike float64
	}
	var all []pair
	for _, i := range is {
		for _, j := range js {
			if how := alike(a, b, i, j); how >= least {
				all = append(all, pair{i, j, how})
			}
		}
	}
	slices.SortStableFunc(all, func(x, y pair) int {
		switch {
		case x.alike > y.alike:
			return -1
		case x.alike < y.alike:
			return 1
		}
		return 0
	})
	var taken []pair
	for _, k := range all {
		if p.to[k.i] >= 0 || p.from[k.j] >= 0 {
			continue
		}
		if ordered && slices.ContainsFunc(taken, func(o pair) bool { return (o.i < k.i) != (o.j < k.j) }) {
			continue
		}
		p.join(k.i, k.j, !ordered)
		taken = append(taken, k)
	}
}

// alike is the share of the words of two sentences that both have.
func alike(a, b *side, i, j int) float64 {
	x, y := a.bags[i], b.bags[j]
	both := 0
	for w, n := range x {
		both += min(n, y[w])
	}
	if a.sizes[i]+b.sizes[j] == 0 {
		return 0
	}
	return 2 * float64(both) / float64(a.sizes[i]+b.sizes[j])
}

// inOrder lists what became of every sentence: in the order of the newer
// version, with what was removed after what stood before it.
func inOrder(a, b *side, p pairing) []Change {
	var out []Change
	next := 0
	gone := func(to int) {
		for ; next < to; next++ {
			if p.to[next] < 0 {
				out = append(out, a.alone(b, Removed, next))
			}
		}
	}
	for j := range b.sentences {
		i := p.from[j]
		if i < 0 {
			out = append(out, a.alone(b, Added, j))
			continue
		}
		if !p.moved[i] {
			gone(i)
		}
		out = append(out, became(a, b, i, j, p.moved[i]))
	}
	gone(len(a.sentences))
	return out
}

// alone is a sentence that stands in one version only.
func (a *side) alone(b *side, kind Kind, at int) Change {
	s := a
	if kind == Added {
		s = b
	}
	span := s.sentences[at]
	one := &Side{Span: span, Sentence: at, Pieces: []Piece{{span, true}}}
	c := Change{Kind: kind}
	if kind == Added {
		c.After = one
	} else {
		c.Before = one
	}
	return weighed(a, b, c)
}

func became(a, b *side, i, j int, moved bool) Change {
	from, to := a.sentences[i], b.sentences[j]
	c := Change{Kind: Changed, Before: &Side{Span: from, Sentence: i}, After: &Side{Span: to, Sentence: j}}
	c.Before.Pieces, c.After.Pieces = pieces(a, b, from, to)
	if a.fold[i] == b.fold[j] {
		c.Kind = Same
		if moved {
			c.Kind = Moved
		}
	}
	return weighed(a, b, c)
}

func titleChange(a, b *side) Change {
	from, to := data.Span{End: len(a.title)}, data.Span{End: len(b.title)}
	c := Change{Kind: Changed, Title: true, Before: &Side{Span: from, Sentence: -1}, After: &Side{Span: to, Sentence: -1}}
	c.Before.Pieces, c.After.Pieces = pieces(&side{body: a.title}, &side{body: b.title}, from, to)
	return weighed(a, b, c)
}

func fill(n int) []int {
	all := make([]int, n)
	for i := range all {
		all[i] = -1
	}
	return all
}

func between(after, before int) (all []int) {
	for i := after + 1; i < before; i++ {
		all = append(all, i)
	}
	return all
}

func free(to []int) (all []int) {
	for i, j := range to {
		if j < 0 {
			all = append(all, i)
		}
	}
	return all
}
