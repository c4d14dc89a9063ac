package bidi

import (
	"unicode/utf8"

	"golang.org/x/text/unicode/bidi"
)

// Run is a stretch of text of one level: even from left to right, odd from right
// to left.
type Run struct {
	Start, End int
	Level      int
}

// Runs takes a paragraph apart by level, in the order of reading. They cover all
// of it. At a line's end, white space that goes into the margin has to be cut off
// before they are put in order.
func Runs(paragraph string, fromRight bool) []Run {
	p := read(paragraph, fromRight)
	p.weak()
	p.brackets()
	p.neutral()
	var runs []Run
	add := func(start, end, level int) {
		if n := len(runs); n > 0 && runs[n-1].Level == level {
			runs[n-1].End = end
			return
		}
		runs = append(runs, Run{start, end, level})
	}
	for i := range p.is {
		end := len(paragraph)
		if i+1 < len(p.is) {
			end = p.at[i+1]
		}
		start := p.at[i]
		if i == 0 && start > 0 {
			add(0, start, p.base)
		}
		add(start, end, p.level(i))
	}
	if len(p.is) == 0 && paragraph != "" {
		add(0, len(paragraph), p.base)
	}
	return runs
}

// paragraph is one while its levels are found: its letters without those that the
// algorithm passes over, with the class each has so far. The names of the rules
// are those of UAX 9.
type paragraph struct {
	base  int
	side  bidi.Class // the class of the paragraph's direction
	runes []rune
	at    []int
	was   []bidi.Class
	is    []bidi.Class
}

func read(text string, fromRight bool) *paragraph {
	n := utf8.RuneCountInString(text)
	p := &paragraph{side: bidi.L, runes: make([]rune, 0, n), at: make([]int, 0, n), was: make([]bidi.Class, 0, n)}
	if fromRight {
		p.base, p.side = 1, bidi.R
	}
	for i, r := range text {
		c := class(r)
		switch c {
		case bidi.BN, bidi.LRE, bidi.RLE, bidi.LRO, bidi.RLO, bidi.PDF, bidi.LRI, bidi.RLI, bidi.FSI, bidi.PDI:
			continue // goes with what is before it
		}
		p.runes, p.at, p.was = append(p.runes, r), append(p.at, i), append(p.was, c)
	}
	p.is = append([]bidi.Class(nil), p.was...)
	return p
}

// weak settles numbers and what belongs to them: W1 to W7.
func (p *paragraph) weak() {
	is := p.is
	before, strong := p.side, p.side
	for i, c := range is {
		switch {
		case c == bidi.NSM:
			is[i] = before
		case c == bidi.EN && strong == bidi.AL:
			is[i] = bidi.AN
		}
		before = is[i]
		if c == bidi.L || c == bidi.R || c == bidi.AL {
			strong = c
		}
	}
	for i, c := range is {
		if c == bidi.AL {
			is[i] = bidi.R
		}
		if (c == bidi.ES || c == bidi.CS) && i > 0 && i+1 < len(is) && is[i-1] == is[i+1] {
			if is[i-1] == bidi.EN || c == bidi.CS && is[i-1] == bidi.AN {
				is[i] = is[i-1]
			}
		}
	}
	p.stretches(func(c bidi.Class) bool { return c == bidi.ET }, func(from, to int) {
		as := bidi.ON
		if from > 0 && is[from-1] == bidi.EN || to < len(is) && is[to] == bidi.EN {
			as = bidi.EN
		}
		p.set(from, to, as)
	})
	strong = p.side
	for i, c := range is {
		switch {
		case c == bidi.ES || c == bidi.CS:
			is[i] = bidi.ON
		case c == bidi.EN && strong == bidi.L:
			is[i] = bidi.L
		case c == bidi.L || c == bidi.R:
			strong = c
		}
	}
}

// neutral gives what has no direction that of its neighbours where they agree, and
// the paragraph's where they do not: N1 and N2. Numbers count as from the right.
func (p *paragraph) neutral() {
	p.stretches(isNeutral, func(from, to int) {
		before, after := p.side, p.side
		if from > 0 {
			before = sideOf(p.is[from-1])
		}
		if to < len(p.is) {
			after = sideOf(p.is[to])
		}
		if before != after {
			before = p.side
		}
		p.set(from, to, before)
	})
}

func isNeutral(c bidi.Class) bool {
	return c == bidi.ON || c == bidi.WS || c == bidi.S || c == bidi.B
}

// sideOf is the direction that a letter or number lends its neighbours.
func sideOf(c bidi.Class) bidi.Class {
	if c == bidi.L {
		return bidi.L
	}
	return bidi.R
}

// level is I1 and I2.
func (p *paragraph) level(i int) int {
	switch p.is[i] {
	case bidi.L:
		return p.base * 2
	case bidi.R:
		return 1
	}
	return 2 // a number
}

func (p *paragraph) set(from, to int, c bidi.Class) {
	for i := from; i < to; i++ {
		p.is[i] = c
	}
}

// stretches calls do for each stretch of letters whose class is one of those.
func (p *paragraph) stretches(one func(bidi.Class) bool, do func(from, to int)) {
	for i := 0; i < len(p.is); i++ {
		if !one(p.is[i]) {
			continue
		}
		from := i
		for i < len(p.is) && one(p.is[i]) {
			i++
		}
		do(from, i)
	}
}
