package page

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"fyne.io/fyne/v2"

	"lectern/data"
)

// selection is what a person has selected: from where they began to where the
// pointer is, which may be before it.
type selection struct {
	from, to spot
	set      bool
}

func (s selection) ordered() (first, last spot) {
	if s.to.before(s.from) {
		return s.to, s.from
	}
	return s.from, s.to
}

func (s selection) empty() bool { return !s.set || s.from == s.to }

// in is the selected part of a block's text.
func (s selection) in(p *Page, b *laid) (from, to int, ok bool) {
	if s.empty() {
		return 0, 0, false
	}
	first, last := s.ordered()
	i := p.keys[b.Key]
	if i < first.block || i > last.block {
		return 0, 0, false
	}
	to = len(b.Text)
	if i == first.block {
		from = first.at
	}
	if i == last.block {
		to = last.at
	}
	return from, to, from < to
}

// held is a selection by keys, to find it again among new blocks.
type held struct {
	selection
	fromKey, toKey   int
	fromText, toText string
}

func (s selection) remember(p *Page) held {
	h := held{selection: s}
	if s.empty() || s.from.block >= len(p.blocks) || s.to.block >= len(p.blocks) {
		return held{}
	}
	a, b := p.blocks[s.from.block], p.blocks[s.to.block]
	h.fromKey, h.fromText, h.toKey, h.toText = a.Key, a.Text, b.Key, b.Text
	return h
}

func (s *selection) recall(p *Page, h held) {
	a, okA := p.keys[h.fromKey]
	b, okB := p.keys[h.toKey]
	had := s.set
	*s = selection{}
	if h.set && okA && okB && p.blocks[a].Text == h.fromText && p.blocks[b].Text == h.toText {
		*s = h.selection
		s.from.block, s.to.block = a, b
	} else if had && h.set {
		p.tellSelected()
	}
}

// Selection is the selected stretch of the report and its words. Where it goes
// over several blocks, the span covers all of them and the words stand block by
// block, in the order of the page.
func (p *Page) Selection() (data.Span, string) {
	if p.selection.empty() {
		return data.Span{}, ""
	}
	first, last := p.selection.ordered()
	var span data.Span
	var words []string
	for _, b := range p.blocks[first.block : last.block+1] {
		from, to, ok := p.selection.in(p, b)
		if !ok {
			continue
		}
		words = append(words, b.Text[from:to])
		if span.Empty() {
			span = data.Span{Start: b.Base + from, End: b.Base + to}
		}
		span.Start, span.End = min(span.Start, b.Base+from), max(span.End, b.Base+to)
	}
	return span, strings.Join(words, "\n\n")
}

// SelectAll selects everything on the page.
func (p *Page) SelectAll() {
	if n := len(p.blocks); n > 0 {
		p.setSelection(spot{}, spot{n - 1, len(p.blocks[n-1].Text)})
	}
}

// Select selects a stretch of the report, as far as one block shows its beginning
// and one its end.
func (p *Page) Select(span data.Span) {
	first, last := p.blocksIn(span)
	if first == nil {
		return
	}
	p.setSelection(
		spot{p.keys[first.Key], first.within(span).Start},
		spot{p.keys[last.Key], last.within(span).End})
}

// ClearSelection selects nothing.
func (p *Page) ClearSelection() {
	if p.selection.set {
		p.setSelection(p.selection.from, p.selection.from)
	}
}

func (p *Page) setSelection(from, to spot) {
	was := p.selection
	p.selection = selection{from: from, to: to, set: true}
	if was == p.selection || was.empty() && p.selection.empty() {
		return
	}
	p.paint(true)
	p.tellSelected()
}

func (p *Page) tellSelected() {
	if p.OnSelected != nil {
		span, _ := p.Selection()
		p.OnSelected(span)
	}
}

// Copy puts the selection on the clipboard, after OnCopy; without a selection
// it leaves the clipboard alone.
func (p *Page) Copy() {
	span, words := p.Selection()
	if words == "" {
		return
	}
	if p.OnCopy != nil {
		words = p.OnCopy(words, span)
	}
	fyne.CurrentApp().Clipboard().SetContent(words)
}

// wordAt is the word around a place: letters, digits and what joins them.
func (p *Page) wordAt(s spot) (from, to spot) {
	text := p.blocks[s.block].Text
	start, end := s.at, s.at
	for start > 0 {
		r, size := utf8.DecodeLastRuneInString(text[:start])
		if !inWord(r) {
			break
		}
		start -= size
	}
	for end < len(text) {
		r, size := utf8.DecodeRuneInString(text[end:])
		if !inWord(r) {
			break
		}
		end += size
	}
	if start == end {
		end = cluster(text, end)
	}
	return spot{s.block, start}, spot{s.block, end}
}

func inWord(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.Mn, r) || r == '\'' || r == '’' || r == '-'
}
