package reading

import (
	"sort"

	"fyne.io/fyne/v2"

	"lectern/app/ui/page"
	"lectern/data"
)

// passageAt is the passage at a place in the text, or the last one before it;
// none where there is nothing before it.
func (v *View) passageAt(offset int) int {
	i := sort.Search(len(v.doc.Passages), func(i int) bool { return v.doc.Passages[i].Start > offset })
	return i - 1
}

// tapped chooses what was clicked; a second click on it lets it go.
func (v *View) tapped(id columnID, offset int) {
	i := v.passageAt(offset)
	if i == v.chosen && id == v.from {
		i = none
	}
	v.choose(i, id)
	v.align(id)
}

// choose makes a passage stand out in every column and dims the rest; none
// brings everything back. from is the column in which it was chosen.
func (v *View) choose(i int, from columnID) {
	if i < 0 || i >= len(v.doc.Passages) {
		i = none
	}
	v.chosen, v.from = i, from
	if v.peek != "" && columnOf(v.lane()) != v.peek {
		v.peek = ""
		v.laid()
		v.arrange()
	}
	for id, c := range v.columns {
		c.page.Choose(v.choiceIn(id))
	}
	if i != none && v.shape != allColumns && v.lane() != data.NoLane && v.lane() != data.Background {
		v.beside = columnOf(v.lane())
		v.arrange()
	}
	v.drawLink()
}

// unchoose brings everything back.
func (v *View) unchoose() {
	v.choose(none, v.from)
	for _, c := range v.columns {
		c.page.Settle()
	}
}

// choiceIn is what stands out in a column: the passage's words in the original,
// its card in a lane. A lane without it is dimmed whole.
func (v *View) choiceIn(id columnID) page.Choice {
	if v.chosen == none {
		return page.Choice{}
	}
	if id == original {
		return page.Choice{Spans: []data.Span{v.doc.Passages[v.chosen].Span}}
	}
	return page.Choice{Keys: []int{v.chosen}}
}

// lane is the lane that the chosen passage is shown in.
func (v *View) lane() data.Lane {
	if v.chosen == none {
		return data.NoLane
	}
	return v.doc.Passages[v.chosen].Shown()
}

// align brings the counterparts of the chosen passage to the height at which it
// stands in column anchor.
func (v *View) align(anchor columnID) {
	if v.chosen == none {
		return
	}
	y, ok := v.heightIn(anchor)
	if !ok {
		y = v.columns[original].page.Size().Height / 3
		v.bring(anchor, y)
	}
	if fit := v.fitting(y); fit != y {
		y = fit
		v.bring(anchor, y)
	}
	for _, id := range v.visible() {
		if id != anchor {
			v.bring(id, y)
		}
	}
	v.drawLink()
}

// fitting is the height nearest to y at which the chosen card, with its note
// unfolded, is wholly in sight.
func (v *View) fitting(y float32) float32 {
	id := columnOf(v.lane())
	if !v.onScreen(id) {
		return y
	}
	c := v.columns[id]
	_, height, _ := c.page.Where(v.chosen)
	lowest := c.page.Size().Height - height - 8 + v.lift(id)
	return max(8+v.lift(id), min(y, lowest))
}

// reveal brings the chosen passage into view in every column, a third down.
func (v *View) reveal() {
	for _, id := range v.visible() {
		v.bring(id, v.columns[id].page.Size().Height/3)
	}
	v.drawLink()
}

// heightIn is where the chosen passage stands in a column's viewport.
func (v *View) heightIn(id columnID) (y float32, visible bool) {
	p := v.columns[id].page
	if id == original {
		y, _, visible = p.WhereSpan(v.doc.Passages[v.chosen].Span)
		return y + v.lift(id), visible
	}
	y, _, visible = p.Where(v.chosen)
	return y + v.lift(id), visible
}

// lift is how far below the top of the chosen passage, in a column, the line
// stands that is brought to one height: its first words, or its card's head.
func (v *View) lift(id columnID) float32 {
	c := v.columns[id]
	if id == original {
		return c.page.Look().Size * c.page.Look().Leading / 2
	}
	return headLine(c)
}

// bring scrolls a column so that the chosen passage stands at height y.
func (v *View) bring(id columnID, y float32) {
	p := v.columns[id].page
	y = max(8+v.lift(id), y) - v.lift(id)
	if id == original {
		p.ScrollToSpan(v.doc.Passages[v.chosen].Span, y)
	} else {
		p.ScrollTo(v.chosen, y)
	}
}

// drawLink joins the chosen passage's card with its place in the original, when
// both are in sight.
func (v *View) drawLink() {
	v.link.hide()
	if v.chosen == none || v.lane() == data.NoLane {
		return
	}
	card := v.columns[columnOf(v.lane())]
	text := v.columns[original]
	if !v.onScreen(card.id) || !v.onScreen(original) {
		return
	}
	cardTop, _, cardSeen := card.page.Where(v.chosen)
	textTop, _, textSeen := text.page.WhereSpan(v.doc.Passages[v.chosen].Span)
	if !cardSeen || !textSeen {
		return
	}
	at := v.place(text, textTop+v.lift(original))
	to := v.place(card, cardTop+v.lift(card.id))
	left, right := text.page.Column()
	cardLeft, cardRight := card.page.Column()
	bend := to.X - gutter/2
	if card.root.Position().X > text.root.Position().X {
		at.X, to.X = at.X+right+4, to.X+cardLeft
	} else {
		at.X, bend = at.X+left-4, to.X+card.root.Size().Width+gutter/2
		to.X += cardRight
	}
	v.link.show(v.lane(), at, to, bend)
}

// headLine is how far below a card's top the middle of its head stands.
func headLine(c *column) float32 { return c.page.Look().Size * 1.3 }

func (v *View) onScreen(id columnID) bool {
	for _, s := range v.visible() {
		if s == id {
			return true
		}
	}
	return false
}

// place turns a height in a column's page into a place over the columns, at the
// page's left side, kept inside the page.
func (v *View) place(c *column, y float32) fyne.Position {
	head := c.root.Size().Height - c.page.Size().Height
	y = min(max(y, 4), c.page.Size().Height-4)
	return c.root.Position().AddXY(0, head+y)
}
