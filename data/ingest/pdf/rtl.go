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
	blank, at := true, 0
	for _, g := range run {
		switch {
		case !g.placed() || unicode.IsSpace(g.r):
			if blank = true; len(all) > 0 {
				all[len(all)-1][0].edge = true
			}
			at++
			continue
		case unicode.Is(unicode.Mn, g.r) && len(all) > 0:
			all[len(all)-1] = append(all[len(all)-1], g)
		default:
			g.at, g.edge = at, blank
			all = append(all, cluster{g})
		}
		blank = false
		at++
	}
	if len(all) > 0 {
		all[len(all)-1][0].edge = true
	}
	slices.SortStableFunc(all, func(a, b cluster) int {
		return cmp.Compare(a[0].left+a[0].right, b[0].left+b[0].right)
	})
	var out []cluster
	for i, c := range all {
		if i > 0 && parted(all[i-1], c) {
			out = append(out, cluster{{r: ' '}})
		}
		out = append(out, c)
	}
	return out
}

// parted tells whether a blank belongs between neighbours on the page: both stand
// at an end of their word, and not beside each other in the file.
func parted(a, b cluster) bool {
	next := b[0].at == a[0].at+len(a) || a[0].at == b[0].at+len(b)
	return a[0].edge && b[0].edge && !next
}
