package search

import (
	"context"
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"lectern/data"
	"lectern/data/library"
)

// Snippet is a match in its context: the sentence it stands in, shortened where
// that is long.
type Snippet struct {
	Report  data.ReportID
	Text    string      // a stretch of the report on one line
	Marks   []data.Span // the words found, in bytes of Text
	At      data.Span   // the sentence, in bytes of the report's text
	Passage data.PassageID
	Lane    data.Lane // as it is shown
	Speaker string
}

// longest is how many bytes of a sentence a snippet shows.
const longest = 280

// Snippets gives for each report the sentence that has most of the query, the
// first of them where several do; a report that is not there any more is left
// out. Where the query is about passages it is the first that answers. Where only
// the title or a speaker matched, it is a sentence of that speaker, or the first
// one, without marks.
func Snippets(ctx context.Context, lib *library.Library, q Query, ids []data.ReportID) ([]Snippet, error) {
	s, err := begin(ctx, lib, q, Ask{})
	if err != nil {
		return nil, err
	}
	q, m := s.found.Query, s.matcher()
	all := make([]Snippet, 0, len(ids))
	err = lib.Skim(ctx, ids, func(t library.Skimmed) error {
		if s.passages || q.voiced() {
			if c := m.inPassages(t, 1); len(c) > 0 {
				all = append(all, snippet(t, m.marked(c[0])))
				return nil
			}
		}
		all = append(all, best(q, t))
		return nil
	})
	return all, err
}

// marked keeps only the hits that a person looked for.
func (m *matcher) marked(c candidate) candidate {
	wanted := make([]bool, len(m.terms))
	m.root.each(true, func(n *node, plus bool) {
		if n.op == isTerm {
			wanted[m.place[n]] = plus
		}
	})
	kept := candidate{passage: c.passage}
	for _, h := range c.hits {
		if wanted[h.term] {
			kept.hits = append(kept.hits, h)
		}
	}
	return kept
}

func best(q Query, d library.Skimmed) Snippet {
	found := bySentence(d, hits(q.terms(), d.Body, d.Lang))
	if len(found) == 0 {
		return spoken(q, d)
	}
	top := found[0]
	for _, c := range found[1:] {
		if c.terms() > top.terms() {
			top = c
		}
	}
	return snippet(d, top)
}

// candidate is a sentence with hits in it; passage is -1 between sentences.
type candidate struct {
	passage int
	hits    []hit
}

// terms counts how many of the query's terms are there.
func (c candidate) terms() (n int) {
	seen := make(map[int]bool)
	for _, h := range c.hits {
		seen[h.term] = true
	}
	return len(seen)
}

func bySentence(d library.Skimmed, found []hit) []candidate {
	var all []candidate
	for _, h := range found {
		i := sort.Search(len(d.Passages), func(i int) bool { return d.Passages[i].End > h.Start })
		if i == len(d.Passages) || d.Passages[i].Start > h.Start {
			i = -1
		}
		if n := len(all); n > 0 && all[n-1].passage == i && i >= 0 {
			all[n-1].hits = append(all[n-1].hits, h)
			continue
		}
		all = append(all, candidate{i, []hit{h}})
	}
	return all
}

// byPassage gathers hits by the passage they stand in; every gives those without
// hits too.
func byPassage(passages []data.Passage, found []hit, every bool) (all []candidate) {
	next := 0
	for i, p := range passages {
		for next < len(found) && found[next].Start < p.Start {
			next++
		}
		first := next
		for next < len(found) && found[next].Start < p.End {
			next++
		}
		if every || next > first {
			all = append(all, candidate{i, found[first:next]})
		}
	}
	return all
}

// spoken is the snippet of a report whose body has nothing of the query.
func spoken(q Query, d library.Skimmed) Snippet {
	if len(d.Passages) == 0 {
		return snippet(d, candidate{passage: -1})
	}
	for i, p := range d.Passages {
		if p.Speaker != "" && len(hits(q.terms(), p.Speaker, d.Lang)) > 0 {
			return snippet(d, candidate{passage: i})
		}
	}
	return snippet(d, candidate{passage: 0})
}

// snippet cuts a candidate out of its report.
func snippet(d library.Skimmed, c candidate) Snippet {
	s := Snippet{Report: d.ID}
	if c.passage >= 0 {
		p := d.Passages[c.passage]
		s.At, s.Passage, s.Lane, s.Speaker = p.Span, p.ID, p.Shown(), p.Speaker
	} else if len(c.hits) > 0 {
		s.At = line(d.Body, c.hits[0].Span)
	} else {
		s.At = line(d.Body, data.Span{})
	}
	shown, before, after := window(d.Body, s.At, c.hits)
	s.Text, s.Marks = oneLine(d.Body, shown, c.hits)
	if before {
		s.Text = ellipsis + s.Text
		for i := range s.Marks {
			s.Marks[i].Start += len(ellipsis)
			s.Marks[i].End += len(ellipsis)
		}
	}
	if after {
		s.Text += ellipsis
	}
	return s
}

const ellipsis = "…"

// line is the line of body around at.
func line(body string, at data.Span) data.Span {
	start := strings.LastIndexByte(body[:at.Start], '\n') + 1
	end := strings.IndexByte(body[at.End:], '\n')
	if end < 0 {
		return data.Span{Start: start, End: len(body)}
	}
	return data.Span{Start: start, End: at.End + end}
}

// window shortens a sentence to what a snippet shows, the first hit in it, and
// cuts between words where it can.
func window(body string, all data.Span, found []hit) (shown data.Span, before, after bool) {
	if all.Len() <= longest {
		return all, false, false
	}
	shown = all
	if len(found) > 0 && found[0].Start-all.Start > longest/3 {
		shown.Start = wordAt(body, max(all.Start, found[0].Start-longest/3), found[0].Start)
	}
	if shown.Len() > longest {
		end := shown.Start + longest
		if len(found) > 0 {
			end = max(end, min(found[0].End, all.End))
		}
		for end > shown.Start && !utf8.RuneStart(body[end]) {
			end--
		}
		if cut := strings.LastIndexFunc(body[shown.Start:end], unicode.IsSpace); cut > longest/2 {
			end = shown.Start + cut
		}
		shown.End = end
	}
	return shown, shown.Start > all.Start, shown.End < all.End
}

// wordAt is the first beginning of a word from the byte from on, or else to.
func wordAt(body string, from, to int) int {
	if i := strings.IndexFunc(body[from:to], unicode.IsSpace); i >= 0 {
		return from + i + 1
	}
	return to
}

// oneLine takes a stretch of body with its white space made plain, and moves the
// hits along.
func oneLine(body string, shown data.Span, found []hit) (string, []data.Span) {
	var b strings.Builder
	var marks []data.Span
	next, space := 0, true
	for i := shown.Start; i < shown.End; {
		r, size := utf8.DecodeRuneInString(body[i:])
		if unicode.IsSpace(r) || unicode.IsControl(r) {
			if !space {
				b.WriteByte(' ')
			}
			space = true
			i += size
			continue
		}
		space = false
		for next < len(found) && found[next].Start <= i {
			if h := found[next]; h.Start == i && h.End <= shown.End {
				text, _ := oneLine(body, h.Span, nil)
				marks = append(marks, data.Span{Start: b.Len(), End: b.Len() + len(text)})
			}
			next++
		}
		b.WriteString(body[i:min(i+size, shown.End)])
		i += size
	}
	return strings.TrimRight(b.String(), " "), marks
}
