package compare

import (
	"image/color"
	"slices"
	"strings"

	"lectern/app/look"
	"lectern/app/ui/page"
	"lectern/data"
	"lectern/data/compare"
)

// blocks are one version as a page shows it: what stayed the same as running
// text, everything else as a card that says in words what became of it.
func blocks(c compare.Comparison, older bool, pal look.Palette) []page.Block {
	doc := &c.After
	if older {
		doc = &c.Before
	}
	order := ofSide(c, older)
	var out []page.Block
	titled := slices.ContainsFunc(order, func(i int) bool { return c.Changes[i].Title })
	if !titled && doc.Title != "" {
		out = append(out, page.Block{Key: len(c.Changes), Kind: page.Heading, Base: titleBase(doc.Title), Text: doc.Title})
	}
	for n, i := range order {
		one := &c.Changes[i]
		s := side(one, older)
		if one.Kind != compare.Same {
			out = append(out, card(one, i, doc, older, pal))
			continue
		}
		if last := len(out) - 1; n > 0 && last >= 0 && c.Changes[order[n-1]].Kind == compare.Same {
			gap := doc.Body[out[last].Base+len(out[last].Text) : s.Start]
			if !strings.Contains(gap, "\n") {
				out[last].Text = doc.Body[out[last].Base:s.End]
				continue
			}
		}
		out = append(out, page.Block{Key: i, Base: s.Start, Text: s.In(doc.Body)})
	}
	return out
}

// ofSide are the changes that show in one version, in its own reading order.
func ofSide(c compare.Comparison, older bool) (order []int) {
	for i := range c.Changes {
		if side(&c.Changes[i], older) != nil {
			order = append(order, i)
		}
	}
	slices.SortStableFunc(order, func(i, j int) int {
		return side(&c.Changes[i], older).Sentence - side(&c.Changes[j], older).Sentence
	})
	return order
}

func side(c *compare.Change, older bool) *compare.Side {
	if older {
		return c.Before
	}
	return c.After
}

// titleBase puts a title before the text, so that its spans are none of it.
func titleBase(title string) int { return -len(title) - 2 }

// card is a sentence that is not the same in the other version.
func card(c *compare.Change, key int, doc *data.Document, older bool, pal look.Palette) page.Block {
	s, text, base := side(c, older), doc.Body, 0
	if c.Title {
		text, base = doc.Title, titleBase(doc.Title)
	}
	ink := inkOf(c.Kind, older, pal)
	b := page.Block{
		Key: key, Kind: page.Card, Base: s.Start + base, Text: s.In(text),
		Head: sign(c.Kind) + "  " + kindName(c.Kind), Badge: classNames(c.Touches),
		Tint: look.Fade(ink, 0.07), Edge: ink, Ink: ink, Soft: c.Kind == compare.Moved,
	}
	if c.Kind != compare.Changed {
		return b
	}
	for _, p := range s.Pieces {
		if !p.Changed {
			continue
		}
		at := data.Span{Start: p.Start + base, End: p.End + base}
		// What went is dotted under, what came is lined under: told apart without colour.
		line := page.Cue
		if older {
			line = page.Hedge
		}
		b.Marks = append(b.Marks, page.Mark{Span: at, Style: page.Tint, Color: look.Fade(ink, 0.22)}, page.Mark{Span: at, Style: line, Color: ink})
	}
	return b
}

// inkOf is the colour of what went and of what came.
func inkOf(k compare.Kind, older bool, pal look.Palette) color.NRGBA {
	switch {
	case k == compare.Moved:
		return pal.Dim
	case older:
		return pal.Alarm
	}
	return pal.Accent
}
