package page

import (
	"image/color"

	"lectern/data"
)

// BlockKind says how a block is set.
type BlockKind int

// Paragraph is running text, Heading stands out above it, Item hangs behind a
// bullet, and Card is a passage: a rounded box with a head above its text.
const (
	Paragraph BlockKind = iota
	Heading
	Item
	Card
)

// Block is one piece of a page, from top to bottom. The caller owns the
// strings and marks and does not change them after SetBlocks.
type Block struct {
	Key  int // the caller's own name for it, unique on the page
	Kind BlockKind

	// Base is the byte offset of Text[0] in the report, so that spans and
	// offsets are the report's everywhere.
	Base int
	Text string // UTF-8; "\n" breaks a line

	Head  string // small bold line above the text (the speaker), "" for none
	Badge string // small word at the right of the head
	Note  string // small lines below the text, shown only while chosen

	Tint color.Color // the card's background, nil for none
	Edge color.Color // bar at the card's left side, nil for none
	Ink  color.Color // head and badge, nil for the page's own
	Soft bool        // a card that is only proposed: its edge is drawn broken

	Marks []Mark // in order of Span.Start; may overlap; parts outside Text are ignored
}

// Span is the stretch of the report that the block shows.
func (b Block) Span() data.Span {
	return data.Span{Start: b.Base, End: b.Base + len(b.Text)}
}

// within is a span of the report as bytes of the block's text, on rune borders.
func (b Block) within(s data.Span) data.Span {
	return data.Span{Start: border(b.Text, s.Start-b.Base), End: border(b.Text, s.End-b.Base)}
}

// Mark shows a stretch of the report in a style.
type Mark struct {
	Span  data.Span // of the report
	Style MarkStyle
	Color color.Color // nil for the style's own colour in Colours
}

// MarkStyle is a way to set a stretch of text apart.
type MarkStyle int

// The styles: Tint lays a colour behind the words, Cue draws a line under them,
// Hedge a dotted line, Source makes them bold, Found is a search hit, Ask puts a
// question mark into the margin beside the line they begin in.
const (
	Tint MarkStyle = iota
	Cue
	Hedge
	Source
	Found
	Ask
)

// Choice is what stands out on a page while everything else is dimmed: whole
// blocks, stretches of the report, or both. The zero Choice dims nothing.
type Choice struct {
	Keys  []int       // blocks: shown stronger, with their notes unfolded
	Spans []data.Span // stretches of the report, in any order
}

// None reports whether nothing is chosen.
func (c Choice) None() bool { return len(c.Keys) == 0 && len(c.Spans) == 0 }
