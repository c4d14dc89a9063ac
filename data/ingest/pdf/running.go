package pdf

import (
	"math"
	"regexp"
	"strconv"
	"strings"
	"unicode"
)

// edge is how many rows at a page's top and bottom may be a running head or foot.
const edge = 3

// pageNumber knows "12", "- 12 -", "Page 3 of 9", "Стор. 3 з 9".
var pageNumber = regexp.MustCompile(`(?i)^[\s\-–—|·•\[(]*(?:page|p\.|стор(?:інка|\.)?|с\.|стр(?:аница|\.)?)?\s*(?:\d{1,4}|[ivxl]{1,6})(?:\s*(?:/|of|з|із|из|\|)\s*\d{1,4})?[\s\-–—|·•\])]*$`)

// place is a row that may be part of a head or foot.
type place struct {
	page, column, line int
}

// dropRunning takes out running heads, running feet and page numbers: what stands
// at the same height on many pages and says the same, numbers apart.
func dropRunning(pages []page) {
	if len(pages) < 2 {
		return
	}
	seen := map[string][]place{}
	for p := range pages {
		for _, at := range outermost(pages[p]) {
			at.page = p
			l := pages[p].columns[at.column][at.line]
			key := saidAt(l)
			if len(seen[key]) == 0 || seen[key][len(seen[key])-1].page != p {
				seen[key] = append(seen[key], at)
			}
		}
	}
	drop := map[place]bool{}
	for _, places := range seen {
		first := pages[places[0].page].columns[places[0].column][places[0].line].text
		enough := max(3, len(pages)/4)
		if pageNumber.MatchString(first) {
			enough = 2
		}
		if len(places) >= min(enough, len(pages)) && (len(pages) > 2 || pageNumber.MatchString(first)) {
			for _, at := range places {
				drop[at] = true
			}
		}
	}
	left, words := make([][][]line, len(pages)), false
	for p := range pages {
		for c, lines := range pages[p].columns {
			kept := lines[:0:0]
			for i, l := range lines {
				if !drop[place{p, c, i}] {
					kept = append(kept, l)
					words = words || strings.ContainsFunc(l.text, unicode.IsLetter)
				}
			}
			left[p] = append(left[p], kept)
		}
	}
	if !words {
		return // pages that all say the same, as forms and slips do, are no heads
	}
	for p := range pages {
		copy(pages[p].columns, left[p])
	}
}

// outermost finds the rows nearest to a page's top and bottom.
func outermost(p page) []place {
	var out []place
	for c, lines := range p.columns {
		for i, l := range lines {
			above, below := 0, 0
			for _, others := range p.columns {
				for _, o := range others {
					if o.bottom > l.top-0.3*l.size {
						above++
					} else if o.top < l.bottom+0.3*l.size {
						below++
					}
				}
				if above >= edge && below >= edge {
					break
				}
			}
			if above < edge || below < edge {
				out = append(out, place{column: c, line: i})
			}
		}
	}
	return out
}

// saidAt is what a row says with its numbers made alike, and at what height.
func saidAt(l line) string {
	var out strings.Builder
	digit := false
	for _, r := range l.text {
		if unicode.IsDigit(r) {
			if !digit {
				out.WriteByte('#')
			}
			digit = true
			continue
		}
		digit = false
		out.WriteRune(unicode.ToLower(r))
	}
	out.WriteByte('@')
	out.WriteString(strconv.Itoa(int(math.Round(l.middle() / 6))))
	return out.String()
}
