package page

import (
	"slices"
	"sort"

	"lectern/data"
)

// Choose makes c stand out and dims the rest. The chosen block keeps its place
// in the viewport while notes fold and unfold.
func (p *Page) Choose(c Choice) {
	if slices.Equal(c.Keys, p.choice.Keys) && slices.Equal(c.Spans, p.choice.Spans) {
		return
	}
	hold := p.hold()
	for _, key := range c.Keys {
		if b := p.blockOf(key); b != nil {
			if top, _, visible := p.inView(b.top, b.height); visible {
				hold = anchor{key: key, block: true, y: top, set: true}
				break
			}
		}
	}
	p.choice = Choice{Keys: slices.Clone(c.Keys), Spans: slices.Clone(c.Spans)}
	p.applyChoice()
	p.layOut()
	p.keep(hold)
	p.changed()
}

// Chosen is what stands out.
func (p *Page) Chosen() Choice { return p.choice }

// applyChoice opens the chosen blocks and sorts the chosen spans.
func (p *Page) applyChoice() {
	for _, b := range p.blocks {
		b.open = false
	}
	for _, key := range p.choice.Keys {
		if b := p.blockOf(key); b != nil {
			b.open = true
			if b.Note == "" && p.NoteOf != nil {
				b.Note = p.NoteOf(key)
			}
		}
	}
	p.spans = joined(p.choice.Spans)
}

func (p *Page) dimming() bool { return !p.choice.None() }

// chosenIn are the chosen stretches of a block's text.
func (p *Page) chosenIn(b *laid) []data.Span {
	k := sort.Search(len(p.spans), func(k int) bool { return p.spans[k].End > b.Base })
	var out []data.Span
	for ; k < len(p.spans) && p.spans[k].Start < b.Base+len(b.Text); k++ {
		if s := b.within(p.spans[k]); !s.Empty() {
			out = append(out, s)
		}
	}
	return out
}

// joined sorts spans and joins those that touch.
func joined(spans []data.Span) []data.Span {
	sorted := slices.Clone(spans)
	slices.SortFunc(sorted, func(a, b data.Span) int { return a.Start - b.Start })
	var out []data.Span
	for _, s := range sorted {
		if n := len(out); n > 0 && s.Start <= out[n-1].End {
			out[n-1].End = max(out[n-1].End, s.End)
		} else if !s.Empty() {
			out = append(out, s)
		}
	}
	return out
}
