package scene

import (
	"strings"

	"fyne.io/fyne/v2"

	"lectern/app/ui/page"
	"lectern/data"
	"lectern/data/brief"
)

// Measures of a view, as shares of its height.
const (
	band   = 0.058 // the marking, at top and bottom
	label  = 0.034 // its type
	gutter = 0.045 // around what is shown, and between columns
)

// fewest is how many lines a view has of words that go on.
const fewest = 3

// small is the type of source lines, as a share of the body's.
const small = 0.68

// planner lays a slide out for a size.
type planner struct {
	set     *page.Setter
	size    fyne.Size
	options Options
	spare   float32 // height taken by a heading above the columns
	sources map[data.Quote]string
}

// source is the source line of a quotation. Passages of a report have few
// different ones, which are worth writing once.
func (p *planner) source(q data.Quote) string {
	key := data.Quote{Speaker: q.Speaker, Publisher: q.Publisher, Published: q.Published, Title: q.Title}
	words, ok := p.sources[key]
	if !ok {
		if p.sources == nil {
			p.sources = make(map[data.Quote]string)
		}
		words = Source(q)
		p.sources[key] = words
	}
	return words
}

// signed sets the source line of a quotation. Where it takes several lines, they break
// between its parts, and no line ends in what parts them.
func (p *planner) signed(q data.Quote, size, width float32) page.Lines {
	words := p.source(q)
	if p.set.Width(words, size, false) > width {
		words = broken(strings.Split(words, between), func(line string) bool { return p.set.Width(line, size, false) <= width })
	}
	return p.set.Set(words, size, width, false)
}

// broken puts as many parts on each line as fit it.
func broken(parts []string, fits func(line string) bool) string {
	lines := parts[:1:1]
	for _, part := range parts[1:] {
		last := len(lines) - 1
		if longer := lines[last] + between + part; fits(longer) {
			lines[last] = longer
		} else {
			lines = append(lines, part)
		}
	}
	return strings.Join(lines, "\n")
}

// plan is a slide laid out: columns beside each other, each with pages. A column
// with fewer pages than another keeps its last one in sight.
type plan struct {
	size    fyne.Size
	set     *page.Setter
	cover   Cover
	marking data.Marking
	heading []item // above the columns, on every view
	columns []column
	centred bool
}

type column struct {
	x, width float32
	pages    [][]item
}

func (p plan) views() int {
	n := 1
	for _, c := range p.columns {
		n = max(n, len(c.pages))
	}
	return n
}

func (p *planner) share() float32 {
	share := p.options.Share
	if share == 0 {
		share = Usual
	}
	return min(max(share, Floor), Largest)
}

// body is the size of body type in units, no larger than half a dozen words a
// line need. Whole sizes are drawn, so the floor is rounded up.
func (p *planner) body(growth float32) float32 {
	size := min(p.share()*growth*p.size.Height, p.wide()/10)
	return max(float32(int(size)), float32(int(Floor*p.size.Height+0.999)))
}

// foot is the size of source lines, which need not grow as words do.
func (p *planner) foot(growth float32) float32 {
	return min(p.body(growth)*small, Floor*p.size.Height)
}

func (p *planner) top() float32  { return (band + gutter*0.6) * p.size.Height }
func (p *planner) room() float32 { return p.size.Height - 2*p.top() - p.spare }
func (p *planner) side() float32 { return gutter * 1.25 * p.size.Height }
func (p *planner) wide() float32 { return p.size.Width - 2*p.side() }
func (p *planner) gap() float32  { return gutter * 0.8 * p.size.Height }

func (p *planner) plan(s brief.Slide) plan {
	out := plan{size: p.size, set: p.set, cover: p.options.Cover, marking: s.Marking}
	if p.size.Width < 16 || p.size.Height < 9 {
		return out
	}
	switch {
	case p.options.Cover == Black:
		return out
	case p.options.Cover == Titled:
		out.marking = data.Unmarked
		s = brief.Slide{Kind: data.TitleCard, Title: p.options.Heading}
		p.fitting(&out, []float32{2.2, 1.7, 1.3, 1}, func(growth float32) []column { return p.words(s, growth) })
	case p.options.Original && len(s.Parts) > 0:
		p.original(&out, s)
	case p.options.Zoom && len(s.Parts) > 0 && s.Parts[0].Words != "":
		one := s.Parts[:1]
		p.fitting(&out, []float32{3.2, 2.8, 2.4, 2.1, 1.8, 1.5, 1.25, 1}, func(growth float32) []column { return p.single(one, growth) })
	default:
		p.kind(&out, s)
	}
	return out
}

// kind lays a slide out as its kind asks for.
func (p *planner) kind(out *plan, s brief.Slide) {
	growths := []float32{1.6, 1.4, 1.2, 1.1, 1}
	switch {
	case len(s.Parts) == 0:
		if s.Kind == data.TitleCard {
			growths = append([]float32{2.2, 1.9}, growths...)
		}
		p.fitting(out, growths, func(growth float32) []column { return p.words(s, growth) })
	case s.Kind == data.LanesStep:
		p.report(out, s.Parts[0])
		p.fitting(out, grown(s), func(growth float32) []column { return p.lanes(s.Parts[0], growth) })
		out.centred = false
	case s.Kind == data.PairStep:
		p.fitting(out, grown(s), func(growth float32) []column { return p.pair(s.Parts, growth) })
		out.centred = false
	case s.Kind == data.QuotationStep:
		p.fitting(out, growths, func(growth float32) []column { return p.beside(s.Parts[0], growth) })
	case len(s.Parts) == 1:
		p.fitting(out, append([]float32{2, 1.8}, growths...), func(growth float32) []column { return p.single(s.Parts, growth) })
	default:
		p.fitting(out, growths, func(growth float32) []column { return p.statement(s.Parts, growth) })
	}
}

// grown is what to try for reports as a whole: those of many passages never fit
// one view.
func grown(s brief.Slide) []float32 {
	if len(s.Parts) > 0 && len(s.Parts[0].Passages) > 12 {
		return []float32{1}
	}
	return []float32{1.2, 1}
}

// fitting takes the largest growth at which all fits one view, and the last one
// where none does.
func (p *planner) fitting(out *plan, growths []float32, lay func(growth float32) []column) {
	for i, g := range growths {
		out.columns = lay(g)
		if out.views() == 1 || i == len(growths)-1 {
			break
		}
		if float32(out.views()) > g*g+2 { // far from fitting: no need to try every size
			out.columns = lay(growths[len(growths)-1])
			break
		}
	}
	out.centred = true
}

// roomy reports whether columns of this width hold lines that can be read.
func (p *planner) roomy(width float32, growth float32) bool {
	return width/(p.body(growth)*0.5) >= 24
}

// sideBySide are the places of n columns with these shares of the width.
func (p *planner) sideBySide(shares ...float32) []column {
	gap := gutter * p.size.Height
	wide := p.wide() - gap*float32(len(shares)-1)
	x, all := p.side(), make([]column, len(shares))
	for i, share := range shares {
		all[i] = column{x: x, width: float32(int(wide * share))}
		x += all[i].width + gap
	}
	return all
}

// fill puts items on the pages of a column, splitting those that are longer than
// a page.
func (p *planner) fill(c *column, items []item) {
	room, gap := p.room(), p.gap()
	left := room
	var now []item
	turn := func() {
		if len(now) > 0 {
			c.pages = append(c.pages, now)
		}
		now, left = nil, room
	}
	for _, it := range items {
		for {
			if it.height() <= left {
				now = append(now, it)
				left -= it.height() + gap
				break
			}
			n := it.fits(left)
			if len(now) > 0 && (n < 3 || it.height() <= room) {
				turn()
				continue
			}
			n = max(n, 1)
			if it.count() <= n { // its lines fit; what stands under them has to
				now = append(now, it)
				turn()
				break
			}
			if left := it.count() - n; left < fewest && it.count() >= 2*fewest {
				n = it.count() - fewest // no view of a word or two
			}
			head, rest := it.cut(n)
			now = append(now, head)
			turn()
			it = rest
		}
	}
	turn()
}
