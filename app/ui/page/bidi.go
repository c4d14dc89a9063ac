package page

import (
	"sort"

	"lectern/data/bidi"
)

// Fyne draws every string as if its paragraph ran from left to right. For
// paragraphs with right-to-left letters the page orders the stretches itself and
// lets Fyne draw them one by one.

// readWays finds which way a block's text runs.
func (b *laid) readWays() {
	b.rtl = bidi.FromRight(b.Text)
	b.ways = nil
	if b.rtl || bidi.Mixed(b.Text) {
		b.ways = bidi.Runs(b.Text, b.rtl)
	}
}

// waysOf adds the runs of a line to runs, in the order of reading. Words from the
// right stay apart: Fyne sets pieces in different fonts from left to right.
func (b *laid) waysOf(runs []run, start, end int) []run {
	if b.ways == nil {
		if end > start {
			runs = append(runs, run{start: start, end: end})
		}
		return runs
	}
	first := sort.Search(len(b.ways), func(i int) bool { return b.ways[i].End > start })
	for _, way := range b.ways[first:] {
		from, to := max(way.Start, start), min(way.End, end)
		if from >= to {
			break
		}
		if way.Level%2 == 0 {
			runs = append(runs, run{start: from, end: to, level: way.Level})
			continue
		}
		for _, w := range bidi.Words(b.Text[from:to]) {
			runs = append(runs, run{start: from + w.Start, end: from + w.End, level: way.Level, turn: !w.Letters})
		}
	}
	return runs
}
