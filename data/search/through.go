package search

import (
	"errors"
	"slices"

	"lectern/data"
	"lectern/data/library"
)

var errEnough = errors.New("enough was found")

// lookThrough opens what was found, the first 60 of it or as many as were asked
// for, and keeps what answers the query in truth. Reports written in the alphabet
// of a phrase are certain without that.
func (s *searching) lookThrough() error {
	f := &s.found
	var alphabet string
	if !s.passages {
		alphabet = s.alphabet()
	}
	most := s.through()
	var certain, open []data.ReportID
	for _, id := range f.Reports.Newest(0) {
		switch {
		case alphabet != "" && scriptOf(s.catalogue.Lang(id)) == alphabet:
			certain = append(certain, id)
		case most == Everything || len(open) < most:
			open = append(open, id)
		default:
			f.Looked = max(len(open), f.Looked)
		}
	}
	m := s.matcher()
	err := s.lib.Skim(s.ctx, open, func(t library.Skimmed) error {
		if err := s.ctx.Err(); err != nil {
			return err
		}
		if m.inText(t) {
			certain = append(certain, t.ID)
		}
		return nil
	})
	if err != nil {
		return err
	}
	good := library.SetOf(certain)
	f.IDs = slices.DeleteFunc(f.IDs, func(id data.ReportID) bool { return !good.Has(id) })
	f.Reports, f.Total = good, len(certain)
	f.Capped = f.Capped && len(f.IDs) < f.Total
	return nil
}

// alphabet is the one alphabet of all words in quotation marks, "" for several.
func (s *searching) alphabet() (one string) {
	for _, t := range s.found.Query.terms() {
		if !t.quoted {
			continue
		}
		a := script(t.text)
		if one != "" && a != one {
			return ""
		}
		one = a
	}
	return one
}

// matcher answers a query for single passages.
type matcher struct {
	*searching
	terms []term
	place map[*node]int               // of a term's node in terms
	says  map[*node]func(string) bool // whether a speaker is asked for
}

func (s *searching) matcher() *matcher {
	m := &matcher{searching: s, place: map[*node]int{}, says: map[*node]func(string) bool{}}
	s.root.each(true, func(n *node, _ bool) {
		switch {
		case n.op == isTerm:
			m.place[n] = len(m.terms)
			m.terms = append(m.terms, n.term)
		case n.op == isField && n.ask.field == Speaker:
			m.says[n] = n.ask.speaker(s.catalogue)
		}
	})
	return m
}

// inText reports whether a report answers: with one passage, where the query is
// about passages, or else with all its words wherever they stand.
func (m *matcher) inText(t library.Skimmed) bool {
	if m.passages {
		return len(m.inPassages(t, 1)) > 0
	}
	// The index has found the words; only those in quotation marks are in doubt.
	found := hits(m.terms, t.Body, t.Lang)
	return m.holds(m.root, t.ID, nil, found, true)
}

// inPassages are the places of the passages that answer, and no more than most.
func (m *matcher) inPassages(t library.Skimmed, most int) (all []candidate) {
	if fields := m.fieldsOfPassages(); len(fields) > 0 {
		return m.inFew(t, fields, most)
	}
	found := hits(m.terms, t.Body, t.Lang)
	grouped := byPassage(t.Passages, found, len(m.terms) == 0 || m.negative())
	for _, c := range grouped {
		if m.holds(m.root, t.ID, &t.Passages[c.passage], c.hits, false) {
			if all = append(all, c); len(all) == most {
				break
			}
		}
	}
	return all
}

// fieldsOfPassages are the lanes and speakers that a passage has to have.
func (m *matcher) fieldsOfPassages() (all []*node) {
	kids := []*node{m.root}
	if m.root.op == isAnd {
		kids = m.root.kids
	}
	for _, k := range kids {
		if k.op == isField && (k.ask.field == Lane || k.ask.field == Speaker) {
			all = append(all, k)
		}
	}
	return all
}

// inFew is inPassages where fields rule most passages out: their words are not
// looked at.
func (m *matcher) inFew(t library.Skimmed, fields []*node, most int) (all []candidate) {
	for i := range t.Passages {
		p := &t.Passages[i]
		if slices.ContainsFunc(fields, func(n *node) bool { return !m.holds(n, t.ID, p, nil, false) }) {
			continue
		}
		found := hits(m.terms, p.In(t.Body), t.Lang)
		for h := range found {
			found[h].Start += p.Start
			found[h].End += p.Start
		}
		if m.holds(m.root, t.ID, p, found, false) {
			if all = append(all, candidate{i, found}); len(all) == most {
				break
			}
		}
	}
	return all
}

// negative reports whether a passage may answer without any of the words.
func (m *matcher) negative() (yes bool) {
	m.root.each(true, func(n *node, _ bool) { yes = yes || n.op == isNot || n.op == isOr })
	return yes
}

// holds reports whether a node is true of a passage with these hits in it, or of
// a whole report where p is nil; trust takes words that are not in quotation marks
// for found.
func (m *matcher) holds(n *node, id data.ReportID, p *data.Passage, found []hit, trust bool) bool {
	switch n.op {
	case isTerm:
		if trust && !n.term.quoted {
			return true
		}
		at := m.place[n]
		return slices.ContainsFunc(found, func(h hit) bool { return h.term == at })
	case isNear:
		return m.near(n, found)
	case isAnd:
		for _, k := range n.kids {
			if !m.holds(k, id, p, found, trust) {
				return false
			}
		}
		return true
	case isOr:
		return slices.ContainsFunc(n.kids, func(k *node) bool { return m.holds(k, id, p, found, trust) })
	case isNot:
		if trust {
			return true // the index has seen to it
		}
		return !m.holds(n.kids[0], id, p, found, trust)
	}
	switch {
	case p != nil && n.ask.field == Lane:
		return string(p.Shown()) == n.ask.value
	case p != nil && n.ask.field == Speaker:
		return p.Speaker != "" && m.says[n](p.Speaker)
	}
	return m.field(n).Has(id)
}

// near reports whether all words of a near stand together, with no more words in
// between than it says.
func (m *matcher) near(n *node, found []hit) bool {
	var some []hit
	for _, h := range found {
		if slices.ContainsFunc(n.kids, func(k *node) bool { return m.place[k] == h.term }) {
			some = append(some, h)
		}
	}
	for i := range some {
		seen := map[int]bool{}
		own, last := 0, 0
		for _, h := range some[i:] {
			if seen[h.term] {
				continue
			}
			seen[h.term] = true
			own += h.words
			last = max(last, h.word+h.words)
			if last-some[i].word-own > n.within {
				break
			}
			if len(seen) == len(n.kids) {
				return true
			}
		}
	}
	return false
}
