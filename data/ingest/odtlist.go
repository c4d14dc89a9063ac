package ingest

import (
	"encoding/xml"
	"strconv"
	"strings"
)

// odtStyle is what a style says that matters to the text.
type odtStyle struct {
	base          string
	hidden, title bool
}

// odtLevel is how one level of a list counts.
type odtLevel struct {
	ordered        bool
	way            string // see numeral; "" counts without showing
	prefix, suffix string
	start, shown   int // the levels above that are shown too, with itself
}

// odtStyles gathers the styles of all parts; those of the text come last and win.
type odtStyles struct {
	styles    map[string]odtStyle
	lists     map[string]map[int]odtLevel
	now, list string
	lang      string
}

// maxStyles bounds what is kept of a document that is nothing but styles.
const maxStyles = 50_000

func (s *odtStyles) style(name string) odtStyle {
	one := s.styles[name]
	one.title = one.title || name == "Title"
	for base, n := one.base, 0; base != "" && n < 20; n++ {
		b := s.styles[base]
		one.hidden, one.title = one.hidden || b.hidden, one.title || base == "Title"
		base = b.base
	}
	return one
}

func (s *odtStyles) open(e xml.StartElement) bool {
	if len(s.styles)+len(s.lists) > maxStyles {
		return true
	}
	switch name := e.Name.Local; name {
	case "style":
		s.now = xmlAttr(e, "name")
		s.styles[s.now] = odtStyle{base: xmlAttr(e, "parent-style-name")}
	case "text-properties":
		if one, ok := s.styles[s.now]; ok && xmlAttr(e, "display") == "none" {
			one.hidden = true
			s.styles[s.now] = one
		}
		if s.now == "" && s.list == "" {
			s.lang = orElse(s.lang, xmlAttr(e, "language"))
		}
	case "list-style":
		s.list = xmlAttr(e, "name")
		s.lists[s.list] = map[int]odtLevel{}
	case "list-level-style-number", "list-level-style-bullet", "list-level-style-image":
		if levels := s.lists[s.list]; levels != nil {
			level := odtNumber(e, "level", 1)
			levels[level] = odtLevel{
				ordered: strings.HasSuffix(name, "number"), way: xmlAttr(e, "num-format"),
				prefix: short(xmlAttr(e, "num-prefix")), suffix: short(xmlAttr(e, "num-suffix")),
				start: odtNumber(e, "start-value", 1), shown: min(odtNumber(e, "display-levels", 1), odtDepth),
			}
		}
	}
	return true
}

func (s *odtStyles) close(name string) {
	switch name {
	case "style":
		s.now = ""
	case "list-style":
		s.list = ""
	}
}

func odtNumber(e xml.StartElement, attr string, missing int) int {
	n, err := strconv.Atoi(xmlAttr(e, attr))
	if err != nil || n < 0 || n > 1<<20 {
		return missing
	}
	return n
}

func short(s string) string { return s[:min(len(s), 40)] }

// odtDepth is how many levels of lists are counted.
const odtDepth = 11

// odtLists are the lists open at one place, and how far lists have counted.
type odtLists struct {
	stack  []odtOpen
	outer  [][]odtOpen // around cells, boxes and notes
	last   map[string]*[odtDepth]int
	latest *[odtDepth]int
}

// odtOpen is an open list.
type odtOpen struct {
	style   string
	counts  *[odtDepth]int
	pending bool // an item has begun and has no words yet
	start   int  // its own number, -1 of none
}

func (l *odtLists) begin() {
	l.outer = append(l.outer, l.stack)
	l.stack = nil
}

func (l *odtLists) end() {
	if n := len(l.outer); n > 0 {
		l.stack, l.outer = l.outer[n-1], l.outer[:n-1]
	}
}

func (l *odtLists) open(e xml.StartElement) {
	top := len(l.stack) - 1
	if e.Name.Local == "list-item" {
		if top >= 0 {
			l.stack[top].pending, l.stack[top].start = true, odtNumber(e, "start-value", -1)
		}
		return
	}
	one := odtOpen{style: xmlAttr(e, "style-name"), start: -1}
	switch {
	case top >= 0:
		one.style = orElse(one.style, l.stack[top].style)
		one.counts = l.stack[top].counts
	case xmlAttr(e, "continue-numbering") == "true" || xmlAttr(e, "continue-list") != "":
		if one.counts = l.last[one.style]; one.counts == nil {
			one.counts = l.latest
		}
	}
	if one.counts == nil {
		one.counts = &[odtDepth]int{}
	}
	l.last[one.style], l.latest = one.counts, one.counts
	l.stack = append(l.stack, one)
}

func (l *odtLists) close() {
	if n := len(l.stack); n > 0 {
		l.stack = l.stack[:n-1]
	}
}

// next gives the marker of the item that a paragraph opens.
func (l *odtLists) next(styles *odtStyles) (level int, marker string, ok bool) {
	top := len(l.stack) - 1
	if top < 0 || !l.stack[top].pending {
		return 0, "", false
	}
	one := &l.stack[top]
	one.pending = false
	level = min(top, odtDepth-2)
	levels := styles.lists[one.style]
	how, known := levels[level+1]
	if !known || !how.ordered {
		return level, bulletMark, true
	}
	switch {
	case one.start >= 0:
		one.counts[level] = one.start
	case one.counts[level] == 0:
		one.counts[level] = how.start
	default:
		one.counts[level]++
	}
	for i := level + 1; i < odtDepth; i++ {
		one.counts[i] = 0
	}
	var numbers []string
	for i := max(0, level+1-how.shown); i <= level; i++ {
		if at := levels[i+1]; at.way != "" {
			numbers = append(numbers, numeral(max(one.counts[i], 1), at.way))
		}
	}
	if len(numbers) == 0 {
		return level, "", true
	}
	return level, CleanLine(how.prefix + strings.Join(numbers, ".") + how.suffix), true
}
