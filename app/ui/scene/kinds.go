package scene

import (
	"strings"

	"lectern/data"
	"lectern/data/brief"
)

// widest is how many letters a line may have, on average: longer ones are hard to
// follow on a wall.
const widest = 62

// single lays one quotation out alone.
func (p *planner) single(parts []brief.Part, growth float32) []column {
	return p.stacked(parts, growth, 0)
}

// stacked lays quotations out below each other; each lane stands further in by
// step, so that its place tells it too.
func (p *planner) stacked(parts []brief.Part, growth, step float32) []column {
	c := column{x: p.side(), width: p.wide()}
	if most := widest * 0.5 * p.body(growth); c.width > most && step == 0 {
		c.x, c.width = p.side()+(c.width-most)/2, most
	}
	var items []item
	for i, part := range parts {
		in := step * float32(place(part.Lane))
		items = append(items, p.card(part, growth, in, c.width-in, i == 0))
	}
	p.fill(&c, items)
	return []column{c}
}

// place is which column of the reading view a lane has.
func place(l data.Lane) int {
	switch l {
	case data.Caveat:
		return 1
	case data.Reaction:
		return 2
	}
	return 0
}

// statement lays a statement out with what belongs to it: at its right where
// there is room, else below it.
func (p *planner) statement(parts []brief.Part, growth float32) []column {
	all := p.sideBySide(0.5, 0.5)
	if !p.roomy(all[1].width, growth) {
		return p.stacked(parts, growth, p.size.Height*0.05)
	}
	p.fill(&all[0], []item{p.card(parts[0], growth, 0, all[0].width, true)})
	var items []item
	for _, part := range parts[1:] {
		items = append(items, p.card(part, growth, 0, all[1].width, false))
	}
	p.fill(&all[1], items)
	return all
}

// beside lays a quotation out beside the report it stands in.
func (p *planner) beside(part brief.Part, growth float32) []column {
	all := p.sideBySide(0.5, 0.5)
	if part.Around == "" {
		return p.single([]brief.Part{part}, growth)
	}
	if !p.roomy(all[1].width, growth) {
		return p.stacked([]brief.Part{part}, growth, 0)
	}
	p.fill(&all[0], []item{p.card(part, growth, 0, all[0].width, true)})
	all[1].pages = [][]item{{p.excerpt(part, growth, all[1].width, p.room())}}
	return all
}

// original lays the report out around the spot that is quoted.
func (p *planner) original(out *plan, s brief.Slide) {
	part := s.Parts[0]
	if part.Around == "" { // all that is left of the report, or all of it
		p.kind(out, s)
		return
	}
	p.report(out, part)
	wide := min(p.wide(), 78*0.5*p.body(1))
	c := column{x: p.side() + (p.wide()-wide)/2, width: wide}
	c.pages = [][]item{{p.excerpt(part, 1, c.width, p.room())}}
	out.columns = []column{c}
}

// lanes lays the lanes of a report out side by side, or below each other.
func (p *planner) lanes(part brief.Part, growth float32) []column {
	byLane := make(map[data.Lane][]item)
	all := p.sideBySide(1.0/3, 1.0/3, 1.0/3)
	abreast := p.roomy(all[0].width*1.2, growth)
	if !abreast {
		all = []column{{x: p.side(), width: p.wide()}}
	}
	for _, q := range untitled(part) {
		in := float32(0)
		if !abreast {
			in = p.size.Height * 0.05 * float32(place(q.Lane))
		}
		it := p.card(brief.Part{Quote: q, Fate: part.Fate, Taken: part.Taken}, growth, in, all[0].width-in, false)
		byLane[q.Lane] = append(byLane[q.Lane], it)
	}
	for i, lane := range []data.Lane{data.Statement, data.Caveat, data.Reaction} {
		p.fill(&all[min(i, len(all)-1)], byLane[lane])
	}
	return all
}

// pair lays two reports out side by side, each under its title.
func (p *planner) pair(parts []brief.Part, growth float32) []column {
	all := p.sideBySide(0.5, 0.5)
	abreast := len(parts) > 1 && p.roomy(all[0].width, growth)
	if !abreast {
		all = []column{{x: p.side(), width: p.wide()}}
	}
	items := make([][]item, len(all))
	for i, part := range parts {
		at := min(i, len(all)-1)
		wide := all[at].width
		items[at] = append(items[at], p.title(part, growth, wide))
		for _, q := range untitled(part) {
			items[at] = append(items[at], p.card(brief.Part{Quote: q, Fate: part.Fate, Taken: part.Taken}, growth, 0, wide, false))
		}
	}
	for i := range all {
		p.fill(&all[i], items[i])
	}
	return all
}

// untitled are the passages of a report without its title, which stands above them.
func untitled(part brief.Part) []data.Quote {
	if len(part.Passages) > 1 && strings.TrimSpace(part.Passages[0].Words) == strings.TrimSpace(part.Title) {
		return part.Passages[1:]
	}
	return part.Passages
}

// report sets the title of a report, with its source, above the columns.
func (p *planner) report(out *plan, part brief.Part) {
	out.heading = []item{p.title(part, 0.9, p.wide())}
	p.spare = out.heading[0].height() + p.gap()
}

// title is a report's title, publisher and date.
func (p *planner) title(part brief.Part, growth, width float32) item {
	it := item{set: p.set, width: width, kind: heading}
	it.lines = p.set.Set(part.Title, p.body(growth), width, true)
	it.to = it.lines.Len()
	q := part.Quote
	q.Speaker = ""
	it.under = p.signed(q, p.foot(1), width)
	if fate := FateLine(part); fate != "" {
		it.fate = p.set.Set(fate, p.foot(1), width, true)
	}
	return it
}

// words lays a card or a note out.
func (p *planner) words(s brief.Slide, growth float32) []column {
	c := column{x: p.side() * 1.4, width: p.wide() - p.side()*0.8}
	var items []item
	if title := strings.TrimSpace(s.Title); title != "" {
		factor := float32(1.25)
		if s.Kind == data.TitleCard {
			factor = 1.5
		}
		it := item{set: p.set, width: c.width, kind: heading, lines: p.set.Set(title, p.body(growth*factor), c.width, true)}
		it.to = it.lines.Len()
		items = append(items, it)
	}
	if words := strings.TrimSpace(s.Words); words != "" {
		it := item{set: p.set, width: c.width, kind: plain, lines: p.set.Set(words, p.body(growth), c.width, false)}
		it.to = it.lines.Len()
		items = append(items, it)
	}
	p.fill(&c, items)
	return []column{c}
}
