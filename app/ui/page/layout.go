package page

import (
	"math"
	"slices"
	"sort"

	"fyne.io/fyne/v2"

	"lectern/app/look"
	"lectern/data"
	"lectern/data/bidi"
)

// setting is everything about the page's type that layout and paint share, in
// Fyne units, computed once from the look and the page's width.
type setting struct {
	size, lead       float32 // body type and its line height
	headSize, headUp float32 // headings
	small, smallUp   float32 // heads, badges and notes
	left, width      float32 // the column
	padX, padY       float32 // inside a card
	gap              float32 // between paragraphs
	cardGap          float32 // between cards
	indent           float32 // of list items
	edge             float32 // width of a card's edge bar
	body, bold       typeface
	ui, uiBold       typeface
}

// barRoom is kept free at the right for the scroll bar.
const barRoom = 12

func settingOf(l Look, width float32) setting {
	l.Size = round(l.Size) // letters are drawn in whole sizes; others would be wider than measured
	s := setting{size: l.Size, lead: round(l.Size * l.Leading)}
	s.headSize = round(l.Size * 1.25)
	s.headUp = round(s.headSize * (1 + (l.Leading-1)*0.6))
	s.small = round(l.Size * 0.8)
	s.smallUp = round(s.small * 1.5)
	s.padX, s.padY = round(l.Size*0.95), round(l.Size*0.75)
	s.gap, s.cardGap = round(l.Size*0.75), round(l.Size*0.7)
	s.indent = round(l.Size * 1.4)
	s.edge = max(3, round(l.Size*0.22))
	s.body, s.bold = faceOf(l.Faces.Body, false), faceOf(l.Faces.Bold, true)
	s.ui, s.uiBold = faceOf(nil, false), faceOf(nil, true)
	s.width = max(width-2*l.Margin, width-l.Margin-barRoom, 4*l.Size)
	s.left = l.Margin
	if l.Margin > barRoom {
		s.width = max(width-2*l.Margin, 4*l.Size)
	}
	return s
}

// center narrows the column to the measure and puts it in the middle.
func (s *setting) center(measure int, average float32) {
	if measure <= 0 {
		return
	}
	if widest := round(float32(measure) * average * s.size); widest < s.width {
		s.left += round((s.width - widest) / 2)
		s.width = widest
	}
}

func round(x float32) float32 { return float32(math.Floor(float64(x) + 0.5)) }

// laid is a block with its place on the page.
type laid struct {
	Block
	rtl    bool
	east   fyne.Resource // the face of its letters of East Asia; nil where it has none
	ways   []bidi.Run    // which way its text runs; nil where all runs from the left
	strong []data.Span   // bold stretches of Text, ordered, apart from each other
	pieces []piece
	lines  []line
	limit  float32 // what lines were broken for, at size 1
	notes  []line
	open   bool // chosen: the note is shown

	top, height float32 // on the page, without the gaps around it
	textTop     float32 // from top to the first line
	textLeft    float32 // on the page
	textWidth   float32
	size, lead  float32 // of the text
}

// textFoot is where the block's text ends, from its top.
func (b *laid) textFoot() float32 { return b.textTop + float32(len(b.lines))*b.lead }

// prepare finds what does not depend on the page's width.
func (p *Page) prepare(b Block) *laid {
	l := &laid{Block: b, limit: -1}
	l.readWays()
	l.east = look.EastAsian(b.Text)
	l.strong = strongSpans(b)
	l.pieces = cutPieces(b.Text, func(from, to int) float32 { return p.measure(l, from, to) })
	return l
}

// strongSpans are the stretches of a block's text that are set in bold.
func strongSpans(b Block) []data.Span {
	if b.Kind == Heading {
		return []data.Span{{Start: 0, End: len(b.Text)}}
	}
	var out []data.Span
	for _, m := range b.Marks {
		if m.Style != Source {
			continue
		}
		s := b.within(m.Span)
		if n := len(out); n > 0 && s.Start <= out[n-1].End {
			out[n-1].End = max(out[n-1].End, s.End)
		} else if !s.Empty() {
			out = append(out, s)
		}
	}
	return out
}

// measure is the width of a stretch of the block's text, at size 1.
func (p *Page) measure(b *laid, from, to int) float32 {
	body, bold := p.set.body, p.set.bold
	body.east, bold.east = b.east, b.east
	var sum float32
	first := sort.Search(len(b.strong), func(i int) bool { return b.strong[i].End > from })
	for _, s := range b.strong[first:] {
		if s.Start >= to {
			break
		}
		if s.Start > from {
			sum += p.ruler.width(b.Text[from:s.Start], body)
			from = s.Start
		}
		end := min(s.End, to)
		sum += p.ruler.width(b.Text[from:end], bold)
		from = end
	}
	if from < to {
		sum += p.ruler.width(b.Text[from:to], body)
	}
	return sum
}

// layOut gives every block its place. Blocks whose lines still fit are not
// broken again.
func (p *Page) layOut() {
	if p.Size().Width <= 0 {
		return
	}
	p.set = settingOf(p.look, p.Size().Width)
	p.set.center(p.look.Measure, p.average())
	y := p.set.gap
	for i, b := range p.blocks {
		if i > 0 {
			y += p.gapBetween(p.blocks[i-1].Kind, b.Kind)
		}
		b.top = y
		p.layBlock(b)
		y += b.height
	}
	p.extent = y + p.set.gap
	if room := p.Size().Height; p.extent > room {
		p.extent += round(room * 0.25) // so that the last passage can be read away from the edge
	}
}

// average is the width of a letter in running text, at size 1.
func (p *Page) average() float32 {
	const sample = "the quick brown fox jumps over a lazy dog and then rests in the warm evening sun"
	return p.ruler.width(sample, p.set.body) / float32(len(sample))
}

func (p *Page) gapBetween(above, below BlockKind) float32 {
	switch {
	case below == Heading:
		return p.set.gap * 2
	case above == Heading:
		return round(p.set.gap * 0.6)
	case above == Card && below == Card:
		return p.set.cardGap
	case above == Item && below == Item:
		return round(p.set.gap * 0.5)
	}
	return p.set.gap
}

func (p *Page) layBlock(b *laid) {
	s := &p.set
	b.size, b.lead = s.size, s.lead
	b.textTop, b.textLeft, b.textWidth = 0, s.left, s.width
	foot := float32(0)
	switch b.Kind {
	case Heading:
		b.size, b.lead = s.headSize, s.headUp
	case Item:
		b.textWidth -= s.indent
		if !b.rtl {
			b.textLeft += s.indent
		}
	case Card:
		b.textTop, foot = s.padY, s.padY
		b.textLeft += s.edge + s.padX
		b.textWidth -= s.edge + 2*s.padX
	}
	if b.Head != "" || b.Badge != "" {
		b.textTop += s.smallUp + round(s.small*0.25)
	}
	b.textWidth = max(b.textWidth, 2*s.size)
	if limit := b.textWidth / b.size; limit != b.limit {
		b.limit = limit
		b.lines = breakLines(b.lines[:0], b.pieces, limit, func(from, to int32) []piece { return p.characters(b, from, to) })
	}
	b.height = b.textFoot() + p.layNote(b) + foot
}

// layNote breaks the note of an open block and returns its height.
func (p *Page) layNote(b *laid) float32 {
	b.notes = b.notes[:0]
	if !b.open || b.Note == "" {
		return 0
	}
	face := eastern(p.set.ui, b.Note)
	width := func(from, to int) float32 { return p.ruler.width(b.Note[from:to], face) }
	split := func(from, to int32) []piece { return charactersOf(b.Note, int(from), int(to), width) }
	b.notes = breakLines(b.notes, cutPieces(b.Note, width), b.textWidth/p.set.small, split)
	return p.noteGap()*2 + float32(len(b.notes))*p.set.smallUp
}

// noteGap is the space above and below the hairline over a note, together.
func (p *Page) noteGap() float32 { return round(p.set.small * 0.5) }

// characters takes text[from:to] of a block apart where a word is too long for a line.
func (p *Page) characters(b *laid, from, to int32) []piece {
	return charactersOf(b.Text, int(from), int(to), func(from, to int) float32 { return p.measure(b, from, to) })
}

func charactersOf(text string, from, to int, measure func(from, to int) float32) []piece {
	var out []piece
	for from < to {
		end := min(cluster(text, from), to)
		out = append(out, piece{end: int32(end), vis: int32(end), width: measure(from, end)})
		from = end
	}
	return out
}

// reuse moves what was laid out before into new blocks that say the same.
func (p *Page) reuse(blocks []Block) []*laid {
	out := make([]*laid, len(blocks))
	for i, b := range blocks {
		old := p.blockOf(b.Key)
		if old != nil && old.Text == b.Text && old.Kind == b.Kind && slices.Equal(old.strong, strongSpans(b)) {
			fresh := *old
			fresh.Block = b
			out[i] = &fresh
			continue
		}
		out[i] = p.prepare(b)
	}
	return out
}

// blockAt is the index of the block at y on the page, or the nearest one; -1 on an empty page.
func (p *Page) blockAt(y float32) int {
	i, _ := slices.BinarySearchFunc(p.blocks, y, func(b *laid, y float32) int {
		if b.top+b.height < y {
			return -1
		}
		return 1
	})
	return min(i, len(p.blocks)-1)
}

// lineAt is the index of the line at y, from the block's top, or the nearest one.
func (b *laid) lineAt(y float32) int {
	return max(0, min(int((y-b.textTop)/b.lead), len(b.lines)-1))
}

// lineOf is the index of the line that holds a byte of the text.
func (b *laid) lineOf(at int) int {
	i, found := slices.BinarySearchFunc(b.lines, int32(at), func(l line, at int32) int {
		switch {
		case l.end <= at:
			return -1
		case l.start > at:
			return 1
		}
		return 0
	})
	if !found {
		i = len(b.lines) - 1
	}
	return max(0, i)
}

func (b *laid) lineTop(i int) float32 { return b.top + b.textTop + float32(i)*b.lead }
