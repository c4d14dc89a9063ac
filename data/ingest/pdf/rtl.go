package pdf

import (
	"cmp"
	"math"
	"slices"
	"unicode"
)

func rightToLeft(r rune) bool {
	return r >= 0x590 && r < 0x900 || r >= 0xFB1D && r < 0xFE00 || r >= 0xFE70 && r < 0xFEFF
}

func rtlText(row []line) bool {
	n := 0
	for _, l := range row {
		for _, r := range l.text {
			switch {
			case rightToLeft(r):
				n++
			case unicode.IsLetter(r):
				n--
			}
		}
	}
	return n > 0
}

// cluster is a letter with the marks on it.
type cluster []glyph

// logical puts a line with letters of right-to-left scripts in the order it is
// read in: from what stands where on the page, whatever order the file has.
func logical(run []glyph) []glyph {
	visual := inPlace(run)
	rtl, ltr := 0, 0
	for _, c := range visual {
		switch {
		case rightToLeft(c[0].r):
			rtl++
		case unicode.IsLetter(c[0].r):
			ltr++
		}
	}
	if rtl >= ltr {
		slices.Reverse(visual)
		eachRun(visual, leftward, slices.Reverse[[]cluster])
	} else {
		eachRun(visual, func(c cluster) bool { return rightToLeft(c[0].r) }, func(part []cluster) {
			slices.Reverse(part)
			eachRun(part, leftward, slices.Reverse[[]cluster])
		})
	}
	var out []glyph
	for _, c := range visual {
		out = append(out, c...)
	}
	if rtl >= ltr {
		faceRight(out)
	}
	return out
}

// brackets are pairs, the opening one first.
const brackets = "()[]{}«»‹›"

// faceRight gives brackets in a line from right to left the side that they have in
// its order: many files name the sign that is painted, which is the other one.
func faceRight(run []glyph) {
	pairs := []rune(brackets)
	for i, g := range run {
		at := slices.Index(pairs, g.r)
		if at < 0 {
			continue
		}
		before, after := ' ', ' '
		if i > 0 {
			before = run[i-1].r
		}
		if i+1 < len(run) {
			after = run[i+1].r
		}
		starts, ends := unicode.IsSpace(before), unicode.IsSpace(after) || unicode.IsPunct(after)
		switch {
		case starts && !ends:
			run[i].r = pairs[at&^1]
		case ends && !starts:
			run[i].r = pairs[at|1]
		}
	}
}

// leftward tells what reads from left to right also within the other direction.
func leftward(c cluster) bool {
	r := c[0].r
	return !rightToLeft(r) && (unicode.IsLetter(r) || unicode.IsDigit(r)) || unicode.IsDigit(r)
}

// eachRun hands over each stretch that begins and ends with clusters that are in,
// with only what has no direction between them.
func eachRun(all []cluster, in func(cluster) bool, do func([]cluster)) {
	for i := 0; i < len(all); i++ {
		if !in(all[i]) {
			continue
		}
		end := i + 1
		for j := i + 1; j < len(all); j++ {
			if in(all[j]) {
				end = j + 1
			} else if r := all[j][0].r; unicode.IsLetter(r) || rightToLeft(r) {
				break
			}
		}
		do(all[i:end])
		i = end
	}
}

// inPlace gives the clusters of a line from left to right, with the blanks that
// the file has between its words.
func inPlace(run []glyph) []cluster {
	var all []cluster
	var marks, blanks []glyph
	blank, at := true, 0
	for _, g := range run {
		switch {
		case !g.placed() || unicode.IsSpace(g.r):
			if blank = true; len(all) > 0 {
				all[len(all)-1][0].edge = true
			}
			if at++; g.placed() || g.left > 0 {
				blanks = append(blanks, g)
			}
			continue
		case unicode.Is(unicode.Mn, g.r) && len(all) > 0:
			marks = append(marks, g)
			continue
		}
		g.at, g.edge = at, blank
		all = append(all, cluster{g})
		blank = false
		at++
	}
	if len(all) > 0 {
		all[len(all)-1][0].edge = true
	}
	slices.SortStableFunc(all, func(a, b cluster) int { return cmp.Compare(a[0].centre(), b[0].centre()) })
	slices.SortStableFunc(blanks, func(a, b glyph) int { return cmp.Compare(a.centre(), b.centre()) })
	for _, m := range marks {
		i := under(all, m)
		all[i] = append(all[i], m)
	}
	narrow := math.Inf(1) // a gap that is no blank
	for _, b := range blanks {
		if b.placed() {
			narrow = min(narrow, 0.7*(b.right-b.left))
		}
	}
	if math.IsInf(narrow, 1) { // blanks that PDFium made up, without a width
		narrow = 0.24 * height(all)
	}
	var out []cluster
	for i, c := range all {
		if i > 0 && (holdsBlank(&blanks, all[i-1][0], c[0], narrow) || parted(all[i-1], c, c[0].left-all[i-1][0].right, narrow)) {
			out = append(out, cluster{{r: ' '}})
		}
		out = append(out, c)
	}
	return out
}

// height is that of the highest letter.
func height(all []cluster) float64 {
	h := 0.0
	for _, c := range all {
		h = max(h, c[0].top-c[0].bottom)
	}
	return h
}

func (g glyph) centre() float64 { return (g.left + g.right) / 2 }

// under finds the letter that stands the closest to a mark; where it stands in the
// file says little.
func under(all []cluster, mark glyph) int {
	at, _ := slices.BinarySearchFunc(all, mark.centre(), func(c cluster, x float64) int { return cmp.Compare(c[0].centre(), x) })
	switch {
	case at == len(all):
		return at - 1
	case at > 0 && mark.centre()-all[at-1][0].centre() < all[at][0].centre()-mark.centre():
		return at - 1
	}
	return at
}

// holdsBlank tells whether a blank of the file is painted between neighbours. Blanks
// are taken in order, as their neighbours are.
func holdsBlank(blanks *[]glyph, a, b glyph, narrow float64) bool {
	for len(*blanks) > 0 {
		x := (*blanks)[0].centre()
		switch {
		case x < a.right && x < a.centre():
			*blanks = (*blanks)[1:]
			continue
		case x >= b.left:
			return false
		}
		blank := (*blanks)[0]
		*blanks = (*blanks)[1:]
		if x >= a.right && (blank.placed() || b.left-a.right > narrow || b.left-a.right > narrow/3 && !unicode.IsPunct(a.r) && !unicode.IsPunct(b.r)) {
			return true
		}
	}
	return false
}

// parted tells whether a blank belongs between neighbours on the page, gap apart:
// both stand at an end of their word, or one does and the gap is wide, and they are
// not beside each other in the file.
func parted(a, b cluster, gap, narrow float64) bool {
	next := b[0].at == a[0].at+1 || a[0].at == b[0].at+1
	ends := a[0].edge && b[0].edge || (a[0].edge || b[0].edge) && gap > 1.5*narrow
	return ends && !next && gap > narrow
}
