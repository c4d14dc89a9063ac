package judge

import (
	"strings"

	"lectern/data"
)

// Words are the lists of words that the features know.
type Words struct {
	Lists   []List
	listing listing
}

// NewWords makes lists ready for use. At most eight are looked at.
func NewWords(lists []List) Words {
	lists = lists[:min(len(lists), 8)]
	return Words{lists, newListing(lists)}
}

// page is a report on its way through the models: what the splitter below made
// of it, and what can be counted from that.
type page struct {
	text string
	r    *data.Reading
	says []saying

	lists   []List
	listing listing
}

// saying is a sentence with its words and the attributions that touch it.
type saying struct {
	data.Sentence
	words    []word
	acts     []int // indexes in Reading.Attributions
	begins   bool  // a quotation was open before its first word
	ends     bool  // a quotation is open after its last
	inQuotes float64
	para     bool // it begins a line
}

// open reads the words of every sentence.
func (w *Words) open(text string, r *data.Reading) *page {
	p := &page{text: text, r: r, lists: w.Lists, listing: w.listing, says: make([]saying, len(r.Sentences))}
	var m mood
	last := 0
	for i, s := range r.Sentences {
		x := &p.says[i]
		x.Sentence = s
		x.para = i == 0 || strings.ContainsAny(text[min(last, s.Start):s.Start], "\n\r")
		if x.para && m.open && startsQuoted(text, s.Span) {
			m.open = false
		}
		if x.para && i > 0 && p.says[i-1].para && p.says[i-1].begins {
			m.open = false // a mark somebody forgot
		}
		x.begins = m.open
		x.words = words(text, s.Span, &m)
		x.ends = m.open
		in, all := 0, 0
		for _, w := range x.words {
			if !w.mark {
				all++
				if w.quoted {
					in++
				}
			}
		}
		if all > 0 {
			x.inQuotes = float64(in) / float64(all)
		}
		last = s.End
	}
	p.touch()
	return p
}

func startsQuoted(text string, s data.Span) bool {
	w := s.In(text)
	return strings.HasPrefix(w, "“") || strings.HasPrefix(w, "\"") || strings.HasPrefix(w, "``") || strings.HasPrefix(w, "«")
}

// touch finds for every sentence the attributions with a cue, source or content in it.
func (p *page) touch() {
	for n, a := range p.r.Attributions {
		for _, spans := range [][]data.Span{a.Cue, a.Source, a.Content} {
			for _, s := range spans {
				for i := p.at(s.Start); i < len(p.says) && p.says[i].Start < s.End; i++ {
					x := &p.says[i]
					if k := len(x.acts); x.Overlaps(s) && (k == 0 || x.acts[k-1] != n) {
						x.acts = append(x.acts, n)
					}
				}
			}
		}
	}
}

// at is the first sentence that ends after offset.
func (p *page) at(offset int) int {
	lo, hi := 0, len(p.says)
	for lo < hi {
		mid := (lo + hi) / 2
		if p.says[mid].End <= offset {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	return lo
}
