package reading

import (
	"slices"
	"strings"

	"lectern/app/look"
	"lectern/app/ui/page"
	"lectern/data"
)

// originalBlocks sets a report's text as a page: a block a paragraph, with every
// passage tinted in the colour of its lane.
func originalBlocks(doc *data.Document, found []data.Span, pal look.Palette, review data.Review) []page.Block {
	var blocks []page.Block
	next := 0 // first passage that may still reach into the paragraphs to come
	for start := 0; start < len(doc.Body); {
		end := len(doc.Body)
		if i := strings.IndexByte(doc.Body[start:], '\n'); i >= 0 {
			end = start + i
		}
		if line := (data.Span{Start: start, End: end}); strings.TrimSpace(line.In(doc.Body)) != "" {
			for next < len(doc.Passages) && doc.Passages[next].End <= start {
				next++
			}
			b := paragraph(doc, line, next, len(blocks), pal, review)
			b.Marks = withFound(b.Marks, found, line)
			blocks = append(blocks, b)
		}
		start = end + 1
	}
	return blocks
}

// paragraph is the block of one line of the text; first is the first passage
// that may lie in it.
func paragraph(doc *data.Document, line data.Span, first, key int, pal look.Palette, review data.Review) page.Block {
	text := line.In(doc.Body)
	b := page.Block{Key: key, Base: line.Start, Text: text}
	heading := false
	for i := first; i < len(doc.Passages) && doc.Passages[i].Start < line.End; i++ {
		p := doc.Passages[i]
		heading = heading || p.Kind == data.Headline
		if p.Kind == data.Item {
			b.Kind = page.Item
		}
		if p.Awaits(review) {
			b.Marks = append(b.Marks, page.Mark{Span: p.Span, Style: page.Ask})
		}
		if l := p.Shown(); l != data.Background && l != data.NoLane {
			b.Marks = append(b.Marks, page.Mark{Span: p.Span, Style: page.Tint, Color: pal.Lane(l).Wash})
			b.Marks = append(b.Marks, quietMarks(marksOf(doc, p))...)
		}
	}
	sortMarks(b.Marks)
	if heading {
		b.Kind = page.Heading
	}
	if b.Kind == page.Item {
		marker := len(text) - len(strings.TrimLeft(text, " \t-*•–—·"))
		b.Base, b.Text = line.Start+marker, text[marker:]
	}
	return b
}

// laneBlocks sets one lane as a page: a card a passage, in the order of the text.
// A card's key is the passage's place in doc.Passages.
func laneBlocks(doc *data.Document, found []data.Span, lane data.Lane, pal look.Palette, review data.Review) []page.Block {
	var blocks []page.Block
	for i, p := range doc.Passages {
		if p.Shown() == lane && p.Kind != data.Notice {
			b := card(doc, i, pal, review)
			b.Marks = withFound(b.Marks, found, p.Span)
			blocks = append(blocks, b)
		}
	}
	return blocks
}

// card is the block of one passage.
func card(doc *data.Document, i int, pal look.Palette, review data.Review) page.Block {
	p := doc.Passages[i]
	colours := pal.Lane(p.Shown())
	return page.Block{
		Key: i, Kind: page.Card, Base: p.Start, Text: p.In(doc.Body),
		Head: headOf(doc, p), Badge: badgeOf(doc, p, review),
		Tint: colours.Wash, Edge: colours.Edge, Ink: colours.Ink,
		Soft:  p.Decision == nil,
		Marks: marksOf(doc, p),
	}
}

// sortMarks puts marks into the order in which a page wants them.
func sortMarks(marks []page.Mark) {
	slices.SortStableFunc(marks, func(a, b page.Mark) int { return a.Span.Start - b.Span.Start })
}

// quietMarks are cues and hedges without the sources: bold names all over a text
// would shout, and the card has them.
func quietMarks(marks []page.Mark) []page.Mark {
	return slices.DeleteFunc(marks, func(m page.Mark) bool { return m.Style == page.Source })
}

// withFound adds what was searched for, and stands in span, to marks in order.
func withFound(marks []page.Mark, found []data.Span, span data.Span) []page.Mark {
	i, _ := slices.BinarySearchFunc(found, span.Start, func(s data.Span, start int) int { return s.Start - start })
	if i == len(found) || found[i].Start >= span.End {
		return marks
	}
	for ; i < len(found) && found[i].Start < span.End; i++ {
		marks = append(marks, page.Mark{Span: found[i], Style: page.Found})
	}
	sortMarks(marks)
	return marks
}

// marksOf are the source, cue and hedges inside a passage.
func marksOf(doc *data.Document, p data.Passage) []page.Mark {
	var marks []page.Mark
	add := func(spans []data.Span, style page.MarkStyle) {
		for _, s := range spans {
			if s.Overlaps(p.Span) {
				marks = append(marks, page.Mark{Span: s, Style: style})
			}
		}
	}
	if a := p.Attribution; a >= 0 && a < len(doc.Attributions) {
		add(doc.Attributions[a].Source, page.Source)
		add(doc.Attributions[a].Cue, page.Cue)
	}
	for _, h := range p.Hedges {
		marks = append(marks, page.Mark{Span: h.Span, Style: page.Hedge})
	}
	sortMarks(marks)
	return marks
}
