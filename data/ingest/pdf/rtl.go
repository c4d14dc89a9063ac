package pdf

import (
	"cmp"
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
	return out
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
			if at++; g.placed() {
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
	narrow := 0.0 // a gap that is no blank, where the file's blanks have a width
	for i, b := range blanks {
		if w := 0.7 * (b.right - b.left); i == 0 || w < narrow {
			narrow = w
		}
	}
	var out []cluster
	for i, c := range all {
		if i > 0 && (parted(all[i-1], c) && (len(blanks) == 0 || c[0].left-all[i-1][0].right > narrow) || holdsBlank(&blanks, all[i-1][0], c[0])) {
			out = append(out, cluster{{r: ' '}})
		}
		out = append(out, c)
	}
	return out
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
func holdsBlank(blanks *[]glyph, a, b glyph) bool {
	for len(*blanks) > 0 {
		x := (*blanks)[0].centre()
		switch {
		case x < a.right && x < a.centre():
			*blanks = (*blanks)[1:]
			continue
		case x >= b.left:
			return false
		}
		*blanks = (*blanks)[1:]
		if x >= a.right {
			return true
		}
	}
	return false
}

// parted tells whether a blank belongs between neighbours on the page: both stand
// at an end of their word, and not beside each other in the file.
func parted(a, b cluster) bool {
	next := b[0].at == a[0].at+1 || a[0].at == b[0].at+1
	return a[0].edge && b[0].edge && !next
}
