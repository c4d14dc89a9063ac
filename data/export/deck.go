package export

import (
	"fmt"
	"slices"
	"strings"

	"lectern/data"
	"lectern/data/brief"
)

// A slide is 13⅓ by 7½ inches. Words are never set smaller than a twenty-fourth
// of its height; what takes more room takes more slides.
const (
	slideWidth  = 960.0
	slideHeight = 540.0
	slideFloor  = slideHeight / 24
	slideSide   = 44.0
	slideTop    = 98.0  // where the columns begin
	slideEnd    = 462.0 // where they end
	columnGap   = 18.0
)

// sizes of words on slides, the largest that fits is taken.
func slideSizes() []float64 { return []float64{34, 30, 27, 24, slideFloor} }

// view is one slide: what of a step fits on it at once.
type view struct {
	step    int
	card    bool // a title or a note, with nobody else's words
	title   string
	words   string
	size    float64
	columns []viewColumn
	source  string
	marking data.Marking
	notes   string
}

type viewColumn struct {
	x, width float64
	head     string
	lane     data.Lane // of the head; NoLane where it is a report's
	cards    []card
	headHigh float64 // the room for the head
}

// deck is a paper's like on slides. All are marked alike, as the pages of a paper
// are: with the highest of what any shows.
func (w *writer) deck(b data.Brief) (views []view, err error) {
	w.paper.Title = b.Title
	for i, step := range b.Steps {
		some, err := w.views(step)
		if err != nil {
			return nil, err
		}
		for k := range some {
			some[k].step = i
			if w.notes {
				some[k].notes = step.Notes
			}
			if len(some) > 1 {
				some[k].source += fmt.Sprintf("  ·  %d / %d", k+1, len(some))
			}
		}
		views = append(views, some...)
		w.progress(i+1, len(b.Steps))
	}
	for i := range views {
		views[i].marking = w.paper.Marking
	}
	return views, w.ctx.Err()
}

func (w *writer) views(step data.BriefStep) ([]view, error) {
	if len(step.Quotes()) == 0 {
		return noteViews(step), nil
	}
	v := view{title: step.Title}
	var columns []viewColumn
	var sources []string
	for i, q := range step.Quotes() {
		found, err := w.resolver.Resolve(w.ctx, q)
		if err != nil {
			return nil, err
		}
		block, heading, err := w.quote(q)
		if err != nil {
			return nil, err
		}
		if v.title == "" {
			v.title = heading
			if step.Kind == data.PairStep { // each report's title stands above its column
				v.title = w.paper.Title
			}
		}
		s := w.paper.Sources[w.numbers[found.Now.Report]-1]
		line := w.words.line(s)
		if s.Title != v.title && step.Kind != data.PairStep {
			line = s.Title + " — " + line
		}
		if !slices.Contains(sources, line) {
			sources = append(sources, line)
		}
		switch {
		case !block.Quoted():
			more, err := w.laneColumns(found, block, step.Kind == data.PairStep)
			if err != nil {
				return nil, err
			}
			columns = append(columns, more...)
		case step.Kind == data.PairStep || i == 0:
			columns = append(columns, viewColumn{cards: []card{w.card(block)}})
			if step.Kind == data.QuotationStep && found.Document != nil {
				around := original(block, *found.Document)
				if around.head == v.title {
					around.head = ""
				}
				columns = append(columns, around)
			}
		case len(columns) < 2:
			columns = append(columns, viewColumn{cards: []card{w.card(block)}})
		default:
			columns[1].cards = append(columns[1].cards, w.card(block))
		}
	}
	v.source = strings.Join(sources, "  |  ")
	return v.fill(columns), nil
}

// card puts a quotation on a card.
func (w *writer) card(b Block) card {
	parts := []string{}
	for _, part := range []string{b.Lane.Letter() + "  " + b.Label, b.Speaker, b.Firm} {
		if part = strings.TrimSpace(part); part != "" {
			parts = append(parts, part)
		}
	}
	foot := strings.Join(slices.DeleteFunc([]string{b.Place, b.Fate}, func(s string) bool { return s == "" }), ", ")
	return card{block: b, label: strings.Join(parts, " · "), foot: foot, text: b.Text}
}

// laneColumns are the lanes of a report, a column each; or one column for all,
// where another report is to stand beside it.
func (w *writer) laneColumns(found brief.Resolved, whole Block, together bool) (columns []viewColumn, err error) {
	if found.Document == nil {
		return []viewColumn{{head: whole.Text, cards: []card{{block: whole, text: whole.Fate}}}}, nil
	}
	d := *found.Document
	for _, lane := range data.Lanes()[:3] {
		c := viewColumn{head: lane.Letter() + "  " + w.words.lane(lane), lane: lane}
		for _, p := range d.Passages {
			if p.Shown() != lane {
				continue
			}
			block, _, err := w.quote(brief.QuoteOf(d, p, found.Was.At))
			if err != nil {
				return nil, err
			}
			k := w.card(block)
			if !together {
				k.label = strings.TrimPrefix(strings.TrimPrefix(k.label, c.head), " · ")
			}
			c.cards = append(c.cards, k)
		}
		switch {
		case len(c.cards) == 0:
		case together && len(columns) > 0:
			columns[0].cards = append(columns[0].cards, c.cards...)
		default:
			columns = append(columns, c)
		}
	}
	if together && len(columns) > 0 {
		columns[0].head, columns[0].lane = d.Title, data.NoLane
	}
	if len(columns) == 0 {
		columns = []viewColumn{{head: d.Title}}
	}
	return columns, nil
}

// original is the report about a quotation.
func original(b Block, d data.Document) viewColumn {
	return viewColumn{head: d.Title, cards: []card{{block: b, text: b.Text, context: [2]string{d.Body[:b.quote.Start], d.Body[b.quote.End:]}}}}
}

// noteViews are the slides of a title card or a note.
func noteViews(step data.BriefStep) (views []view) {
	size := 30.0
	lines := wrap(step.Words, size, slideWidth-2*slideSide)
	most := int((slideEnd - 214) / (size * lead))
	for first := true; first || len(lines) > 0; first = false {
		n := min(most, len(lines))
		views = append(views, view{card: true, title: step.Title, words: strings.TrimRight(strings.Join(lines[:n], ""), "\n"), size: size})
		lines = lines[n:]
	}
	return views
}

// fill lays columns out side by side, at the largest size at which all fits on
// one slide, or else on several at the smallest.
func (v view) fill(columns []viewColumn) []view {
	width := (slideWidth - 2*slideSide - columnGap*float64(len(columns)-1)) / float64(len(columns))
	lines := 0
	for i := range columns {
		columns[i].head = atMost(headLines, columns[i].head, headSize, width)
		lines = max(lines, columns[i].lines(width))
	}
	for i := range columns { // cards begin at one height
		columns[i].headHigh = 30 + float64(max(lines, 1)-1)*headSize*lead
		if lines == 0 {
			columns[i].headHigh = 0
		}
	}
	var pages [][][]card
	most := 0
	for _, v.size = range slideSizes() {
		pages, most = nil, 1
		for _, c := range columns {
			var laid [][]card
			if len(c.cards) == 1 && c.cards[0].context != [2]string{} {
				laid = besides(c, pages[0], width)
			} else {
				laid = column(c.cards, v.size, width, slideEnd-slideTop-c.headHigh)
			}
			pages, most = append(pages, laid), max(most, len(laid))
		}
		if most == 1 {
			break
		}
	}
	views := make([]view, most)
	for i := range views {
		views[i] = v
		for k, c := range columns {
			c.x, c.width = slideSide+float64(k)*(width+columnGap), width
			c.cards = pages[k][min(i, len(pages[k])-1)] // one that is at its end stays
			views[i].columns = append(views[i].columns, c)
		}
	}
	return views
}

// The heads of columns: their type, and how many lines they may take.
const (
	headSize  = 18.0
	headLines = 2
)

// lines is how many lines the head of a column takes.
func (c viewColumn) lines(width float64) int {
	if c.head == "" {
		return 0
	}
	return len(wrap(c.head, headSize, width))
}

// atMost cuts a text that takes more lines than that.
func atMost(most int, text string, size, width float64) string {
	text = oneLine(text)
	lines := wrap(text, size, width)
	if len(lines) <= most {
		return text
	}
	last := []rune(strings.TrimSpace(lines[most-1]))
	for len(last) > 1 && measure(string(last)+"…", size) > width {
		last = last[:len(last)-1]
	}
	return strings.Join(lines[:most-1], "") + strings.TrimSpace(string(last)) + "…"
}

// besides is the original beside each piece of a quotation, with as much of what
// stands around it as there is room for.
func besides(c viewColumn, pieces [][]card, width float64) (pages [][]card) {
	const size = slideFloor
	whole := c.cards[0]
	inner := width - 2*cardSide
	room := int((slideEnd - slideTop - c.headHigh - 2*cardPad) / (size * lead))
	at := 0
	for _, piece := range pieces {
		text := piece[0].text
		before := wrap(whole.context[0]+whole.text[:at], size, inner)
		after := wrap(whole.text[at+len(text):]+whole.context[1], size, inner)
		at += len(text)
		left := max(0, room-len(wrap(text, size, inner))-1)
		above := min(len(before), left/2)
		below := min(len(after), left-above)
		above = min(len(before), left-below)
		k := whole
		k.text, k.h = text, slideEnd-slideTop-c.headHigh
		k.context = [2]string{strings.Join(before[len(before)-above:], ""), strings.Join(after[:below], "")}
		pages = append(pages, []card{k})
	}
	return pages
}
