package split

import (
	"strings"

	"lectern/data"
	"lectern/data/wrap"
)

// sentence is a run of tokens, last not included.
type sentence struct {
	first, last int
	line        int
	kind        data.SentenceKind
	dateline    int // tokens of a dateline right before first: seen with the sentence, never read as a part of it
}

// doc is a text on its way through the rules.
type doc struct {
	text      string
	prose     bool // no line is a headline, a list item or a notice
	lines     []line
	toks      []token
	quoted    []int32 // for each token the outermost quotation it lies in, -1 for none
	quotes    []quotation
	sents     []sentence
	inSent    []int32 // for each token its sentence
	acts      []act
	forms     map[string]string // Cyrillic names by their other case forms
	people    people
	spellings *spellings // once asked for
	pending   int        // the first quotation that leftOver has not looked at
	// Where the report turned to its reception, by which word, and until where.
	turned, turnedTo int
	turnedBy         string
	mentioned        map[string]int // capitalised word -> sentence in which it was first seen
	opinion          bool           // the report is somebody's opinion piece
	assessment       bool           // the report is an analysts' paper
	studied          bool           // the report is about what researchers found
}

func newDoc(text string, h Hints, prose bool) *doc {
	d := &doc{text: text, prose: prose}
	d.lines, d.toks = scan(text)
	if !prose && !h.Lines {
		d.lines = flowing(d.lines, wrap.Breaks(text))
	}
	d.quoted = make([]int32, len(d.toks))
	for i := range d.quoted {
		d.quoted[i] = -1
	}
	d.pairLines()
	d.interjections()
	d.cut(h)
	return d
}

// flowing makes one line of those that only a printed width broke apart.
func flowing(lines []line, breaks []wrap.Break) []line {
	if len(breaks) == 0 {
		return lines
	}
	out := lines[:0]
	for _, l := range lines {
		for len(breaks) > 0 && breaks[0].End < l.start {
			breaks = breaks[1:]
		}
		if n := len(out); n > 0 && len(breaks) > 0 && breaks[0].Start < l.start {
			out[n-1].end, out[n-1].last = l.end, l.last
			continue
		}
		out = append(out, l)
	}
	return out
}

// pairLines pairs quotation marks line by line. A quotation goes on over lines
// until it closes, where no line on the way opens a new one: reports either close
// a paragraph's quotation or open the next paragraph with a mark.
func (d *doc) pairLines() {
	for i := 0; i < len(d.lines); {
		end := d.runsOn(i)
		d.pair(d.lines[i].first, d.lines[end-1].last)
		i = end
	}
}

// runsOn is the end of the lines that a quotation left open in line i runs over.
func (d *doc) runsOn(i int) int {
	open := false
	for k := d.lines[i].first; k < d.lines[i].last; k++ {
		if t := d.toks[k]; t.kind == opens && family(d.text, t) != 1 {
			open = true
		} else if t.kind == closes && family(d.text, t) != 1 {
			open = false
		}
	}
	for n := i + 1; open && n < len(d.lines) && n < i+maxQuoted; n++ {
		for k := d.lines[n].first; k < d.lines[n].last; k++ {
			if t := d.toks[k]; t.kind == opens && family(d.text, t) != 1 {
				return i + 1
			} else if t.kind == closes && family(d.text, t) != 1 {
				return n + 1
			}
		}
	}
	return i + 1
}

// cut finds the sentences and what part of the report each is.
func (d *doc) cut(h Hints) {
	d.sents = make([]sentence, 0, len(d.toks)/16+4)
	d.inSent = make([]int32, len(d.toks))
	opening := true
	for n, l := range d.lines {
		if l.first == l.last {
			if h.Lines {
				d.sents = append(d.sents, sentence{first: l.first, last: l.last, line: n, kind: data.Notice})
			}
			continue
		}
		k := d.kindOf(l, opening, h)
		opening = false
		from := len(d.sents)
		led := d.dateline(l, k)
		l.first += led
		switch {
		case h.Lines, k == data.Headline, k == data.Notice:
			d.sents = append(d.sents, sentence{first: l.first, last: l.last, line: n, kind: k})
		default:
			d.cutLine(n, l, k)
		}
		d.sents[from].dateline = led
	}
	for s, x := range d.sents {
		for i := x.first - x.dateline; i < x.last; i++ {
			d.inSent[i] = int32(s)
		}
	}
	for i := range d.quotes {
		d.quotes[i].sentence = int(d.inSent[d.quotes[i].first])
	}
}

func (d *doc) cutLine(n int, l line, k data.SentenceKind) {
	first := l.first
	for i := l.first; i < l.last; i++ {
		if t := d.toks[i]; t.kind != stop {
			// "in the U.S. The court ...": the full stop belongs to the word.
			if t.kind == word && d.text[t.end-1] == '.' && i+1 < l.last && d.toks[i+1].upper && d.toks[i+1].is(starter) {
				d.sents = append(d.sents, sentence{first: first, last: i + 1, line: n, kind: k})
				first = i + 1
			}
			continue
		}
		end := i + 1
		for end < l.last && (d.toks[end].kind == closes || d.toks[end].kind == right ||
			d.toks[end].kind == other && family(d.text, d.toks[end]) == 1) {
			end++
		}
		if end < l.last && d.ends(i, end, first) {
			d.sents = append(d.sents, sentence{first: first, last: end, line: n, kind: k})
			first = end
		}
		i = end - 1
	}
	if first < l.last {
		d.sents = append(d.sents, sentence{first: first, last: l.last, line: n, kind: k})
	}
}

// ends tells whether the full stop at token i ends a sentence whose next one
// would begin at token next.
func (d *doc) ends(i, next, first int) bool {
	after := d.toks[next]
	if after.start == d.toks[next-1].end && after.kind != opens && !after.upper {
		return false // no space: a file name, a time
	}
	switch after.kind {
	case comma, colon, closes, stop, clitic:
		return false
	case word:
		if !after.upper && !(after.bits == 0 && startsLikeName(d.text[after.start:after.end])) {
			return false
		}
	case dash:
		if next+1 < len(d.toks) && d.toks[next+1].kind == word && !d.toks[next+1].upper {
			return false
		}
	}
	if d.text[d.toks[i].start] != '.' || i == first {
		// “Really?” Vitter asked. Who speaks belongs to what was said.
		return !d.asks(i, next)
	}
	if next > i+1 {
		return true // a mark closes after it
	}
	before := d.toks[i-1]
	if before.kind == number && before.end-before.start <= 2 && i-1 == first {
		return false // "1. First"
	}
	if before.kind != word || before.end != d.toks[i].start {
		return true
	}
	switch {
	case before.is(abbrev):
		return false
	case before.is(shortened):
		return after.upper && after.is(starter)
	case before.upper && letters(d.text[before.start:before.end]) == 1:
		return after.is(starter) && after.low != "a" && i-2 >= first && !d.toks[i-2].upper
	}
	return true
}

// startsLikeName knows names that begin with a small letter: iPhone, eBay.
func startsLikeName(w string) bool {
	return len(w) > 2 && w[0] >= 'a' && w[0] <= 'z' && w[1] >= 'A' && w[1] <= 'Z'
}

// asks tells whether a name and a verb of saying follow the closing mark of a
// question or a cry.
func (d *doc) asks(i, next int) bool {
	if next == i+1 || d.toks[next-1].kind != closes {
		return false
	}
	for k := next; k < len(d.toks) && k < next+5; k++ {
		t := d.toks[k]
		if t.is(say|vow|tell) && !t.is(base|ing) && k > next {
			return k+1 >= len(d.toks) || d.toks[k+1].kind != opens
		}
		if t.kind != word || !t.upper && !t.is(honour) {
			return false
		}
	}
	return false
}

func letters(w string) int {
	n := 0
	for range w {
		n++
	}
	return n
}

// furniture opens lines that are no part of the story.
var furniture = []string{"image:", "photo:", "photos:", "video:", "audio:", "file photo", "credit:", "picture:", "source:",
	"sources:", "(reporting by", "reporting by", "(additional reporting", "editing by", "writing by", "(editing by", "slideshow",
	"copyright", "©", "read more", "read the rest", "related:", "see also", "follow us", "sign up", "subscribe", "published",
	"updated", "last updated", "correction:", "corrections:", "advertisement", "share this", "click here", "by-line", "caption:",
	"фото:", "джерело:", "источник:", "tags:", "topics:", "embargo", "for immediate release", "contact:"}

// kindOf tells what part of a report a line is.
func (d *doc) kindOf(l line, opening bool, h Hints) data.SentenceKind {
	if d.prose {
		return data.Body
	}
	s := d.text[l.start:l.end]
	t := d.toks[l.first:l.last]
	head := strings.ToLower(s[:min(len(s), 24)])
	for _, f := range furniture {
		if strings.HasPrefix(strings.TrimLeft(head, " \t"), f) {
			return data.Notice
		}
	}
	if strings.Count(s, "\t") >= 2 || strings.Count(s, " | ") >= 2 || strings.Count(s, "|") >= 3 {
		return data.Notice
	}
	if d.bare(t) {
		return data.Notice
	}
	if t[0].kind == dash && len(t) > 1 && t[0].end < t[1].start {
		return data.Item
	}
	if t[0].kind == other && strings.HasPrefix(d.text[t[0].start:], "#") {
		return data.Headline
	}
	if t[0].kind == number && len(t) > 2 && t[0].end-t[0].start <= 2 && (t[1].kind == right || t[1].kind == stop && t[1].end < t[2].start) {
		return data.Item
	}
	if strings.EqualFold(strings.TrimSpace(s), strings.TrimSpace(h.Title)) && h.Title != "" {
		return data.Headline
	}
	last := t[len(t)-1]
	if last.kind == closes && len(t) > 1 {
		last = t[len(t)-2]
	}
	finished := last.kind == stop && d.text[last.start] == '.' || last.kind == colon || last.kind == comma
	switch {
	case h.Lines && !opening:
		return data.Body
	case finished:
		if opening && len(t) <= 18 && !strings.Contains(s, ". ") && last.kind == stop && d.nextIsLonger(l) {
			return data.Headline
		}
		return data.Body
	case opening && len(t) <= 30, len(t) <= 14 && t[0].kind != opens && (t[0].upper || t[0].kind == number):
		return data.Headline
	}
	return data.Body
}

// nextIsLonger tells whether the line after l is a paragraph at least twice as
// long: then l, though it ends with a full stop, is a headline above it.
func (d *doc) nextIsLonger(l line) bool {
	for _, n := range d.lines {
		if n.first >= l.last && n.last > n.first {
			return n.end-n.start >= 2*(l.end-l.start)
		}
	}
	return false
}

// bare tells whether a line holds only a date, a byline or numbers.
func (d *doc) bare(t []token) bool {
	if t[0].low == "by" && t[0].upper && len(t) >= 2 && len(t) <= 8 && t[1].upper && t[len(t)-1].kind != stop {
		return true
	}
	dates, words := 0, 0
	for _, x := range t {
		switch {
		case x.is(calendar) && (x.upper || d.text[x.start] >= 0x80), x.kind == number:
			dates++
		case x.kind == word && !x.caps:
			words++
		}
	}
	return dates > 0 && words <= 1 && len(t) <= 10 || words == 0 && len(t) <= 3 && dates == 0 && !t[0].upper
}
