package ingest

import (
	"encoding/xml"
	"maps"
	"strconv"
	"strings"
)

// docxStyle is what a style says that matters to the text.
type docxStyle struct {
	name, base, num, lvl             string
	hidden, heading, title, contents bool
	outlined                         bool
}

// style resolves a style with those that it is based on.
func (d *docx) style(id string) docxStyle {
	s := d.styles[id]
	for base, n := s.base, 0; base != "" && n < 20; n++ {
		b := d.styles[base]
		s.num, s.lvl = orElse(s.num, b.num), orElse(s.lvl, b.lvl)
		s.hidden, s.outlined = s.hidden || b.hidden, s.outlined || b.outlined
		base = b.base
	}
	name := strings.ToLower(s.name)
	s.title = name == "title"
	s.heading = s.outlined || strings.HasPrefix(name, "heading ")
	s.contents = strings.HasPrefix(name, "toc ") || strings.HasPrefix(name, "contents ") && name != "contents heading"
	return s
}

// docxStyles reads styles.xml.
type docxStyles struct {
	into *docx
	id   string
	now  docxStyle
	on   bool // inside of a style
}

func (r *docxStyles) full() bool  { return len(r.into.styles) > 20_000 }
func (r *docxStyles) text(string) {}

func (r *docxStyles) open(e xml.StartElement) bool {
	switch e.Name.Local {
	case "style":
		r.id, r.now, r.on = xmlAttr(e, "styleId"), docxStyle{}, true
	case "name":
		r.now.name = xmlAttr(e, "val")
	case "basedOn":
		r.now.base = xmlAttr(e, "val")
	case "vanish":
		r.now.hidden = xmlOn(e)
	case "numId":
		r.now.num = xmlAttr(e, "val")
	case "ilvl":
		r.now.lvl = xmlAttr(e, "val")
	case "outlineLvl":
		r.now.outlined = xmlAttr(e, "val") != "9"
	case "lang":
		if !r.on {
			r.into.lang = orElse(r.into.lang, xmlAttr(e, "val"))
		}
	case "tblStylePr", "latentStyles":
		return false
	}
	return true
}

func (r *docxStyles) close(name xml.Name) {
	if name.Local == "style" {
		r.into.styles[r.id] = r.now
		r.on = false
	}
}

// docxLevel is how one level of a list counts.
type docxLevel struct {
	start  int
	format string // Word's name of the numerals, "bullet" or "none"
	text   string // "%1.%2)"
}

// docxLists are a document's lists and how far each has counted.
type docxLists struct {
	abstract map[string]map[int]docxLevel
	lists    map[string]docxList // by numId
	counts   map[string]*[9]int  // by abstract list
	started  map[string]bool     // lists whose own starts have been set
}

// docxList is a use of an abstract list, with starts of its own.
type docxList struct {
	abstract string
	starts   map[int]int
	levels   map[int]docxLevel // set anew for this use
}

// levels are how a list's levels count.
func (l *docxLists) levels(list docxList) map[int]docxLevel {
	base := l.abstract[list.abstract]
	if len(list.levels) == 0 {
		return base
	}
	levels := maps.Clone(base)
	if levels == nil {
		return list.levels
	}
	maps.Copy(levels, list.levels)
	return levels
}

func newDocxLists() *docxLists {
	return &docxLists{map[string]map[int]docxLevel{}, map[string]docxList{}, map[string]*[9]int{}, map[string]bool{}}
}

// next counts a list on and gives the marker of its next item.
func (l *docxLists) next(num, lvl string) (level int, marker string, ok bool) {
	list, known := l.lists[num]
	if !known {
		return 0, "", false
	}
	level, _ = strconv.Atoi(lvl)
	level = min(max(level, 0), 8)
	levels := l.levels(list)
	counts := l.counts[list.abstract]
	if counts == nil {
		counts = &[9]int{}
		for i := range counts {
			counts[i] = levels[i].start - 1
		}
		l.counts[list.abstract] = counts
	}
	if !l.started[num] {
		l.started[num] = true
		for i, start := range list.starts {
			counts[i] = start - 1
		}
	}
	counts[level]++
	for i := level + 1; i < 9; i++ {
		counts[i] = levels[i].start - 1
	}
	return level, l.marker(levels, counts, level), true
}

func (l *docxLists) marker(levels map[int]docxLevel, counts *[9]int, level int) string {
	at, known := levels[level]
	switch {
	case !known, at.format == "bullet":
		return bulletMark
	case at.format == "none":
		return ""
	}
	marker := at.text
	for i := 0; i <= level; i++ {
		if hole := "%" + strconv.Itoa(i+1); strings.Contains(marker, hole) {
			n := counts[i]
			if i < level {
				n = max(n, levels[i].start)
			}
			marker = strings.Replace(marker, hole, docxNumeral(n, levels[i].format), 1)
		}
	}
	return CleanLine(marker)
}

func docxNumeral(n int, format string) string {
	switch format {
	case "lowerLetter":
		return numeral(n, "a")
	case "upperLetter":
		return numeral(n, "A")
	case "lowerRoman":
		return numeral(n, "i")
	case "upperRoman":
		return numeral(n, "I")
	case "russianLower":
		return letters(n, 'а', 32)
	case "decimalZero":
		if n >= 0 && n < 10 {
			return "0" + strconv.Itoa(n)
		}
	}
	return strconv.Itoa(n)
}

// docxNumbering reads numbering.xml.
type docxNumbering struct {
	lists         *docxLists
	abstract, num string
	level         int
	now           docxLevel
	inLevel       bool
	n             int
}

func (r *docxNumbering) full() bool  { return r.n > 200_000 }
func (r *docxNumbering) text(string) {}

func (r *docxNumbering) open(e xml.StartElement) bool {
	r.n++
	value := xmlAttr(e, "val")
	number, _ := strconv.Atoi(value)
	switch e.Name.Local {
	case "abstractNum":
		r.abstract = xmlAttr(e, "abstractNumId")
		r.lists.abstract[r.abstract] = map[int]docxLevel{}
	case "num":
		r.num, r.abstract = xmlAttr(e, "numId"), ""
	case "abstractNumId":
		r.lists.lists[r.num] = docxList{abstract: value, starts: map[int]int{}, levels: map[int]docxLevel{}}
	case "lvl", "lvlOverride":
		level, _ := strconv.Atoi(xmlAttr(e, "ilvl"))
		r.level = min(max(level, 0), 8)
		if e.Name.Local == "lvl" {
			r.now, r.inLevel = docxLevel{start: 1, format: "decimal"}, true
		}
	case "startOverride":
		if list, ok := r.lists.lists[r.num]; ok {
			list.starts[r.level] = min(max(number, 0), 1<<20)
		}
	case "start":
		r.now.start = min(max(number, 0), 1<<20)
	case "numFmt":
		r.now.format = value
	case "lvlText":
		r.now.text = value[:min(len(value), 100)]
	case "rPr", "pPr":
		return false
	}
	return true
}

func (r *docxNumbering) close(name xml.Name) {
	if name.Local != "lvl" || !r.inLevel {
		return
	}
	r.inLevel = false
	levels := r.lists.abstract[r.abstract]
	if r.abstract == "" { // a level that one use of the list sets anew
		levels = r.lists.lists[r.num].levels
	}
	if levels != nil {
		levels[r.level] = r.now
	}
}
