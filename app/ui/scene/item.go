package scene

import (
	"fyne.io/fyne/v2/lang"

	"lectern/app/ui/page"
	"lectern/data"
	"lectern/data/brief"
)

// itemKind says how an item is drawn.
type itemKind int

const (
	card    itemKind = iota // a quotation: its lane, its words, its source
	heading                 // words that stand out, with a line under them
	plain                   // words
	extract                 // the report around a quotation
)

// item is a piece of a column: words with what always stands above and below
// them. Of long ones, a view shows the lines from to to.
type item struct {
	kind     itemKind
	set      *page.Setter
	lines    page.Lines
	from, to int
	under    page.Lines // the source
	fate     page.Lines
	in       float32 // from the column's left
	width    float32
	body     float32 // size of type
	lane     data.Lane
	main     bool
	here     data.Span // of an extract, what is quoted
}

func (p *planner) card(part brief.Part, growth, in, width float32, main bool) item {
	body := p.body(growth)
	it := item{kind: card, set: p.set, in: in, width: width, body: body, lane: part.Lane, main: main}
	inner := width - 2*it.pad() - it.edge()
	words := part.Words
	if part.Len() == 0 && words == "" {
		words = part.Title
	}
	it.lines = p.set.Set(words, body, inner, false)
	it.to = it.lines.Len()
	foot := p.foot(growth)
	it.under = p.signed(part.Quote, foot, inner)
	if fate := FateLine(part); fate != "" {
		it.fate = p.set.Set(fate, foot, inner, true)
	}
	return it
}

// excerpt is the report around a quotation, as many lines as there is room for,
// with the quotation in their middle.
func (p *planner) excerpt(part brief.Part, growth, width, room float32) item {
	body := p.body(min(growth, 1))
	it := item{kind: extract, set: p.set, width: width, body: body, here: part.Here, main: true}
	inner := width - 2*it.pad()
	it.lines = p.set.Set(part.Around, body, inner, false)
	it.under = p.signed(part.Quote, p.foot(1), inner)
	n := it.lines.Len()
	first, last := n, 0
	for i := range n {
		if s := it.lines.Span(i); s.Start < part.Here.End && part.Here.Start < s.End {
			first, last = min(first, i), i
		}
	}
	if first > last { // nothing is quoted: from the beginning
		first, last = 0, 0
	}
	it.to = n
	fit := max(it.fits(room), 1)
	it.from = max(0, min((first+last+1-fit)/2, n-fit))
	it.from = min(it.from, first)
	it.to = min(n, it.from+fit)
	return it
}

func (it item) pad() float32  { return float32(int(it.body * 0.55)) }
func (it item) edge() float32 { return float32(int(it.body*0.2)) + 1 }

// above is the room over the words: of a card, its lane.
func (it item) above() float32 {
	switch it.kind {
	case card:
		return it.pad() + float32(int(it.body*1.25))
	case extract:
		return it.pad()
	}
	return 0
}

// below is the room under the words: source, fate and edge.
func (it item) below() float32 {
	high := float32(it.under.Len())*it.under.Lead + float32(it.fate.Len())*it.fate.Lead
	switch it.kind {
	case card, extract:
		return high + it.pad() + it.body*0.25
	}
	return high
}

func (it item) count() int      { return it.to - it.from }
func (it item) height() float32 { return it.above() + float32(it.count())*it.lines.Lead + it.below() }

// fits is how many of its lines fit a height.
func (it item) fits(room float32) int {
	return min(it.count(), int((room-it.above()-it.below())/max(it.lines.Lead, 1)))
}

func (it item) cut(n int) (head, rest item) {
	head, rest = it, it
	head.to, rest.from = it.from+n, it.from+n
	return head, rest
}

// tag is the word of the lane, and whether the words began before.
func (it item) tag() string {
	if it.from > 0 {
		return laneWord(it.lane) + ", " + lang.L("continued")
	}
	return laneWord(it.lane)
}
