package search

import (
	"context"
	"slices"
	"strings"

	"lectern/data"
	"lectern/data/library"
)

// Ask is how to answer a query.
type Ask struct {
	Filter library.Filter // what to ask besides; a lane or speaker in it is asked of passages too
	Order  library.Order  // "" is Best
	// Through is how many reports to look through where the search index alone
	// cannot answer: 0 is as many as are looked through in a moment, Everything all.
	Through int
}

// Everything has a search look through all reports, however long it takes; Further
// is for a second look, once what was found in a moment is shown.
const (
	Everything = -1
	Further    = 200
)

const (
	ranked   = 2000 // matches that are weighed against each other, and that phrases are looked for in
	quick    = 60   // reports opened in a moment
	examined = 8000 // matches that filters are asked of, to find those in which to look for phrases
)

// Found is the answer to a search.
type Found struct {
	Query   Query           // as it was asked: with other spellings of names, and the filter
	Also    []Also          // those spellings
	IDs     []data.ReportID // in the order asked
	Total   int             // how many reports match, of those looked through
	Looked  int             // so many were looked through, the latest to come in; 0 for all
	Capped  bool            // only the newest 2,000 were weighed, and stand in IDs
	Reports library.Set     // all that match, also beyond IDs
}

// Find searches titles, texts and speakers, and everything known about the reports.
// The best go first: a word in the title weighs most, then a speaker's name; while
// no more than the first three letters of a word are typed there is nothing to
// weigh, and the latest to come in go first.
//
// Phrases are looked for in the newest 2,000 reports that have their words, and
// queries about passages in the newest 60 that may have one, unless more is asked for.
func Find(ctx context.Context, lib *library.Library, q Query, ask Ask) (Found, error) {
	s, err := begin(ctx, lib, q, ask)
	if err != nil {
		return Found{}, err
	}
	if s.passages {
		s.opened = s.through()
	}
	err = s.look()
	if err == nil && s.doubtful() {
		err = s.lookThrough()
	}
	if err != nil {
		return Found{}, err
	}
	return s.found, nil
}

// searching is one search under way.
type searching struct {
	answering
	ctx   context.Context
	lib   *library.Library
	ask   Ask
	root  *node
	found Found

	opened int // no more reports than these will be opened, so no others are weighed; 0 for any
}

// through is how many reports to open; Everything for all.
func (s *searching) through() int {
	if s.ask.Through == 0 {
		return quick
	}
	return s.ask.Through
}

// look asks the index, and the catalogue.
func (s *searching) look() error {
	if s.byIndex() {
		return s.findBest()
	}
	return s.lib.Look(s.ctx, func(x library.Lookup) error {
		s.index = x
		return s.find()
	})
}

func begin(ctx context.Context, lib *library.Library, q Query, ask Ask) (*searching, error) {
	c, err := catalogueFor(ctx, lib, q.With(ask.Filter).root, ask)
	if err != nil {
		return nil, err
	}
	s := &searching{answering: answering{catalogue: c, versions: ask.Filter.Versions || c.Older().Len() == 0}, ctx: ctx, lib: lib, ask: ask}
	s.found.Query, s.found.Also = q.With(ask.Filter).spelled(c)
	s.root = s.found.Query.root
	if err := s.traced(ctx, lib, s.root); err != nil {
		return nil, err
	}
	s.passages = s.found.Query.voiced() && !s.plain()
	return s, nil
}

// catalogueFor is as much of the catalogue as a search needs: words alone are
// answered before all of it is read.
func catalogueFor(ctx context.Context, lib *library.Library, root *node, ask Ask) (*library.Catalogue, error) {
	need := library.Listed
	if root != nil && root.expressible() && !root.slow() {
		need = library.Spelled
	}
	root.each(true, func(n *node, _ bool) {
		if n.op == isField && slices.Contains([]Field{Speaker, Theme, Tag, Has}, n.ask.field) {
			need = library.Named
		}
	})
	if ask.Order == library.ByTitle {
		need = library.Titled
	}
	c, err := lib.CatalogueFor(ctx, need)
	if err != nil || need > library.Spelled {
		return c, err
	}
	s := searching{answering: answering{versions: ask.Filter.Versions || c.Older().Len() == 0}, ask: ask, root: root, found: Found{Query: Query{root}}}
	if s.byIndex() {
		return c, nil
	}
	return lib.CatalogueFor(ctx, library.Listed)
}

// byIndex reports whether the index answers a search by itself.
func (s *searching) byIndex() bool {
	return s.root != nil && s.root.expressible() && s.best() && !s.root.slow() && s.versions &&
		s.ask.Filter.Review == data.ReviewNone && !s.alphabets()
}

// best reports whether matches have to be weighed.
func (s *searching) best() bool {
	return (s.ask.Order == "" || s.ask.Order == library.Best) && len(s.found.Query.terms()) > 0 && !s.found.Query.vague()
}

func (s *searching) find() error {
	if err := s.limit(); err != nil {
		return err
	}
	set, err := s.set(s.root)
	if err != nil {
		return err
	}
	if s.ask.Filter.Review != data.ReviewNone {
		ids, err := s.lib.IDs(s.ctx, library.Filter{Review: s.ask.Filter.Review})
		if err != nil {
			return err
		}
		set = set.And(library.SetOf(ids))
	}
	return s.list(set)
}

// list puts the reports found in order.
func (s *searching) list(set library.Set) (err error) {
	f := &s.found
	f.Reports, f.Total = set, set.Len()
	if !s.best() {
		order := s.ask.Order
		if order == "" || order == library.Best {
			order = library.Newest
		}
		f.IDs = s.catalogue.Sorted(set, order)
		return nil
	}
	newest := set.Newest(ranked)
	if s.opened > 0 && len(newest) > s.opened {
		newest = newest[:s.opened]
	}
	f.Capped = f.Total > ranked
	// Phrases are weighed by their words: for the weight of a phrase SQLite would
	// look for it in all reports.
	if f.IDs, err = s.index.RankSome(s.root.weighed().expression(true), newest); err != nil {
		return err
	}
	if len(f.IDs) < len(newest) { // found by a field alone, in a choice of it or words
		has := library.SetOf(f.IDs)
		f.IDs = append(f.IDs, library.SetOf(newest).Without(has).Newest(0)...)
	}
	return nil
}

// findBest answers what the index answers by itself. Which reports match is found
// out beside the weighing of the latest: each goes through all places of a word,
// which takes long where it is common.
func (s *searching) findBest() error {
	f, expression := &s.found, s.root.expression(false)
	all := make(chan error, 1)
	ctx, stop := context.WithCancel(s.ctx)
	defer stop()
	go func() {
		all <- s.lib.Look(ctx, func(x library.Lookup) error {
			ids, err := x.Match(expression, 0, 0)
			f.Reports = library.SetOf(ids)
			return err
		})
	}()
	var best []data.ReportID
	err := s.lib.Look(ctx, func(x library.Lookup) error {
		from, err := x.Nth(expression, ranked)
		if err == nil {
			best, err = x.Rank(expression, from)
		}
		return err
	})
	if err != nil {
		stop()
	}
	if other := <-all; err == nil {
		err = other
	}
	f.Total, f.Capped = f.Reports.Len(), f.Reports.Len() > ranked
	// One that came or went between the two is in neither.
	f.IDs = slices.DeleteFunc(best, func(id data.ReportID) bool { return !f.Reports.Has(id) })
	return err
}

// Facets counts what an answer can be narrowed by, and most names of each kind.
func (f Found) Facets(ctx context.Context, lib *library.Library, most int) (library.Facets, error) {
	c, err := lib.Catalogue(ctx)
	if err != nil {
		return library.Facets{}, err
	}
	all := f.Reports
	if f.Capped && f.Looked == 0 && all.Len() < f.Total {
		a := answering{catalogue: c, versions: true} // only then is an answer not complete
		if err := a.traced(ctx, lib, f.Query.root); err != nil {
			return library.Facets{}, err
		}
		err = lib.Look(ctx, func(x library.Lookup) (err error) {
			a.index = x
			all, err = a.set(f.Query.root)
			return err
		})
	}
	return c.Facets(all, most), err
}

// limit finds out in which reports to look for phrases.
func (s *searching) limit() error {
	looked := s.root.looked()
	if looked == nil || !looked.slow() || s.ask.Through == Everything {
		return nil
	}
	through := max(s.ask.Through, ranked)
	loose := looked.expression(true)
	if looked == s.root {
		var err error
		s.from, err = s.index.Nth(loose, through)
		s.counted(through)
		return err
	}
	ids, err := s.index.Match(loose, 0, max(examined, 2*through))
	if err != nil {
		return err
	}
	var others []*node // the index is not asked a second time
	for _, k := range s.root.kids {
		if k.op == isField {
			others = append(others, k)
		}
	}
	passing, err := s.set(join(isAnd, others))
	if err != nil {
		return err
	}
	full := len(ids) == max(examined, 2*through)
	var some []data.ReportID
	for _, id := range ids {
		if passing.Has(id) {
			some = append(some, id)
		}
	}
	switch {
	case len(some) > through:
		s.from = some[through-1]
		s.counted(through)
	case full:
		s.from = ids[len(ids)-1]
		s.counted(len(ids))
	}
	return nil
}

// counted takes down how many reports are looked through.
func (s *searching) counted(n int) {
	if s.from > 0 {
		s.found.Looked = n
	}
}

// With is the query with what a filter asks for besides, but for what waits for
// review.
func (q Query) With(f library.Filter) Query {
	all := []*node{q.root}
	add := func(on bool, k ask) {
		if on {
			all = append(all, &node{op: isField, ask: k})
		}
	}
	name := func(field Field, value string) {
		add(value != "", ask{field: field, value: strings.Map(unmarked, value), quoted: true})
	}
	add(f.Unread, ask{field: Is, value: "unread"})
	add(f.Samples, ask{field: Is, value: "sample"})
	add(f.Lane != data.NoLane, ask{field: Lane, value: string(f.Lane)})
	name(Speaker, f.Speaker)
	name(Publisher, f.Publisher)
	name(Theme, f.Theme)
	name(Tag, f.Tag)
	add(f.Lang != "", ask{field: Lang, value: strings.ToLower(f.Lang)})
	add(f.Marking != data.Unmarked, ask{field: Marking, value: strings.ToLower(strings.TrimPrefix(string(f.Marking), "TLP:"))})
	if !f.From.IsZero() || !f.To.IsZero() {
		k := ask{field: Published, from: f.From, to: f.To, value: ".."}
		if !f.From.IsZero() {
			k.value = f.From.Format("2006-01-02") + k.value
		}
		if !f.To.IsZero() {
			k.value += f.To.Format("2006-01-02")
		}
		all = append(all, &node{op: isField, ask: k})
	}
	return Query{join(isAnd, all)}
}

// unmarked takes quotation marks out of a name, which would end it.
func unmarked(r rune) rune {
	if strings.ContainsRune(marks, r) {
		return ' '
	}
	return r
}

// plain reports whether every match is certain without opening it: at most one
// thing is asked of passages, and it is not left out.
func (s *searching) plain() bool {
	kids := []*node{s.root}
	if s.root.op == isAnd {
		kids = s.root.kids
	}
	n := 0
	for _, k := range kids {
		if k.ofPassages() {
			n++
			if k.op != isField {
				return false
			}
		}
	}
	return n <= 1
}

// alphabets reports whether the alphabet of a word matters.
func (s *searching) alphabets() bool {
	return slices.ContainsFunc(s.found.Query.terms(), func(t term) bool { return t.quoted && script(t.text) != "" })
}

// doubtful reports whether some of what was found has to be opened to be certain.
func (s *searching) doubtful() bool { return s.passages || s.alphabets() }
