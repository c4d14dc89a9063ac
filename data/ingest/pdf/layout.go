package pdf

import (
	"cmp"
	"math"
	"slices"
	"strings"
	"unicode"

	"github.com/klippa-app/go-pdfium/responses"
)

// glyph is a character with the box it is painted in, in points from the page's
// lower left corner.
type glyph struct {
	r                        rune
	left, bottom, right, top float64
	slant                    bool // painted at an angle, as stamps and watermarks are
	at                       int  // among the characters of its run that are no blanks
	edge                     bool // a blank stands beside it in the file's order
}

func (g glyph) placed() bool { return g.right > g.left || g.top > g.bottom }

// glyphs takes over what PDFium found, in its order.
func glyphs(chars []*responses.GetPageTextStructuredChar) []glyph {
	out := make([]glyph, 0, len(chars))
	for _, c := range chars {
		for _, r := range c.Text {
			p := c.PointPosition
			out = append(out, glyph{r: r, left: onPage(p.Left), bottom: onPage(p.Bottom), right: onPage(p.Right), top: onPage(p.Top), slant: math.Abs(math.Sin(c.Angle)) > 0.2})
			break
		}
	}
	return out
}

// onPage keeps to where a page may be at all: files also say 1e30 and less sense.
func onPage(x float64) float64 {
	const far = 20_000
	if math.IsNaN(x) {
		return 0
	}
	return max(-far, min(x, far))
}

// line is a piece of a line: characters that belong together, left to right.
type line struct {
	text                     string
	left, bottom, right, top float64
	size                     float64 // height of its letters
	at                       int     // among the page's pieces, in the file's order
}

func (l line) width() float64  { return l.right - l.left }
func (l line) middle() float64 { return (l.top + l.bottom) / 2 }

// beside tells whether two pieces stand in the same row.
func (l line) beside(m line) bool {
	return min(l.top, m.top)-max(l.bottom, m.bottom) > 0.5*min(l.top-l.bottom, m.top-m.bottom)
}

// page is a page's lines in reading order, in columns that each read from the top
// to the bottom.
type page struct {
	columns [][]line
}

// layOut finds the lines of a page and their order.
func layOut(chars []glyph) page {
	return page{columns: inOrder(pieces(chars))}
}

// pieces cuts the characters into pieces of lines: where PDFium ends a line and
// where a wide gap stands within one, as between columns.
func pieces(chars []glyph) []line {
	var out []line
	var run []glyph
	size := 0.0
	flush := func() {
		if l, ok := lineOf(run); ok {
			l.at = len(out)
			out = append(out, l)
		}
		run, size = run[:0], 0
	}
	var last glyph
	for _, g := range chars {
		switch {
		case g.r == '\r' || g.r == '\n':
			flush()
			continue
		case g.slant:
			continue
		case g.placed() && !unicode.IsSpace(g.r):
			if len(run) > 0 && apart(last, g, size) {
				flush()
			}
			last = g
			size = max(size, g.top-g.bottom)
		}
		run = append(run, g)
	}
	flush()
	return out
}

// apart tells whether b does not go on where a ends: a column's gap to the right,
// or another row.
func apart(a, b glyph, size float64) bool {
	gap := max(b.left-a.right, a.left-b.right)
	if gap > 2.5*max(size, 4) && !rightToLeft(a.r) && !rightToLeft(b.r) {
		return true
	}
	return b.bottom > a.top+size || b.top < a.bottom-size
}

func lineOf(run []glyph) (line, bool) {
	l := line{}
	first := true
	letters := []float64{}
	hebrew := false
	for _, g := range run {
		if !g.placed() || unicode.IsSpace(g.r) {
			continue
		}
		if first {
			l.left, l.bottom, l.right, l.top, first = g.left, g.bottom, g.right, g.top, false
		}
		l.left, l.bottom, l.right, l.top = min(l.left, g.left), min(l.bottom, g.bottom), max(l.right, g.right), max(l.top, g.top)
		hebrew = hebrew || rightToLeft(g.r)
		if unicode.IsLetter(g.r) {
			letters = append(letters, g.top-g.bottom)
		}
	}
	if hebrew {
		run = logical(run)
	}
	var text strings.Builder
	for _, g := range run {
		writeRune(&text, g.r)
	}
	l.text = strings.Join(strings.FieldsFunc(text.String(), unicode.IsSpace), " ")
	l.size = l.top - l.bottom
	if len(letters) > 0 {
		slices.Sort(letters)
		l.size = letters[len(letters)*3/4]
	}
	return l, l.text != "" && !first
}

// writeRune writes a character as it is meant: ligatures in their letters, signs
// for a divided word as a soft hyphen, and nothing of what is no character.
func writeRune(w *strings.Builder, r rune) {
	switch {
	case r >= 0xFB00 && r <= 0xFB06:
		w.WriteString([]string{"ff", "fi", "fl", "ffi", "ffl", "st", "st"}[r-0xFB00])
	case r == 0x02, r == 0xFFFE, r == 0xAD:
		w.WriteRune('\u00AD')
	case r == 0, r == 0xFFFF:
	case r < ' ', r == 0x7F:
		w.WriteByte(' ')
	default:
		w.WriteRune(r)
	}
}

// columns puts pieces in reading order: where a gutter runs between two halves,
// the left one before the right one, and what crosses it before what stands below.
func columns(all []line, depth int) [][]line {
	slices.SortStableFunc(all, func(a, b line) int { return cmp.Compare(b.middle(), a.middle()) })
	gutter, ok := 0.0, false
	if depth < 3 {
		gutter, ok = findGutter(all)
	}
	if !ok {
		if len(all) == 0 {
			return nil
		}
		return [][]line{rows(all)}
	}
	var out [][]line
	var across, left, right []line
	flush := func() {
		if len(across) > 0 {
			out = append(out, rows(across))
			across = nil
		}
	}
	halves := func() {
		if prose(left) && prose(right) {
			flush()
			out = append(append(out, columns(left, depth+1)...), columns(right, depth+1)...)
		} else {
			across = append(append(across, left...), right...)
		}
		left, right = nil, nil
	}
	for _, l := range all {
		switch {
		case l.right <= gutter+1:
			left = append(left, l)
		case l.left >= gutter-1:
			right = append(right, l)
		default:
			halves()
			across = append(across, l)
		}
	}
	halves()
	flush()
	return out
}

// prose tells a column of text from a few words or cells of a table.
func prose(lines []line) bool {
	if len(lines) == 0 {
		return true
	}
	if len(lines) < 2 {
		return len(lines[0].text) > 12
	}
	widths := make([]float64, len(lines))
	size := 0.0
	for i, l := range lines {
		widths[i], size = l.width(), max(size, l.size)
	}
	slices.Sort(widths)
	return widths[len(widths)/2] > 9*size
}

// findGutter looks for an empty strip that divides most of the pieces.
func findGutter(all []line) (x float64, ok bool) {
	if len(all) < 6 {
		return 0, false
	}
	left, right := all[0].left, all[0].right
	for _, l := range all {
		left, right = min(left, l.left), max(right, l.right)
	}
	fewest := len(all)
	var best []float64
	for x := left + (right-left)*0.2; x < right-(right-left)*0.2; x += max(1.5, (right-left)/500) {
		crossed, before, after := 0, 0, 0
		for _, l := range all {
			switch {
			case l.right <= x:
				before++
			case l.left >= x:
				after++
			default:
				crossed++
			}
		}
		if before < 3 || after < 3 || crossed*2 > min(before, after)*3 {
			continue
		}
		switch {
		case crossed < fewest:
			fewest, best = crossed, []float64{x}
		case crossed == fewest:
			best = append(best, x)
		}
	}
	if len(best) == 0 {
		return 0, false
	}
	x = best[len(best)/2]
	var l, r []line
	for _, one := range all {
		if one.right <= x {
			l = append(l, one)
		} else if one.left >= x {
			r = append(r, one)
		}
	}
	return x, prose(l) && prose(r) && overlap(l, r)
}

// overlap tells whether two halves stand beside each other, for the most part.
func overlap(l, r []line) bool {
	lt, lb := extent(l)
	rt, rb := extent(r)
	return min(lt, rt)-max(lb, rb) > 0.3*min(lt-lb, rt-rb)
}

func extent(lines []line) (top, bottom float64) {
	top, bottom = lines[0].top, lines[0].bottom
	for _, l := range lines {
		top, bottom = max(top, l.top), min(bottom, l.bottom)
	}
	return top, bottom
}

// rows joins the pieces that stand in the same row, from the top to the bottom.
func rows(all []line) []line {
	slices.SortStableFunc(all, func(a, b line) int { return cmp.Compare(b.middle(), a.middle()) })
	var out []line
	for i := 0; i < len(all); {
		j := i + 1
		for j < len(all) && all[j].beside(all[i]) {
			j++
		}
		row := all[i:j]
		slices.SortStableFunc(row, func(a, b line) int { return cmp.Compare(a.left, b.left) })
		if rtlText(row) {
			slices.Reverse(row)
		}
		one := row[0]
		for _, l := range row[1:] {
			between := " "
			if l.left-one.right > 2.5*max(one.size, 4) {
				between = "   "
			}
			one.text += between + l.text
			one.left, one.right = min(one.left, l.left), max(one.right, l.right)
			one.top, one.bottom, one.size = max(one.top, l.top), min(one.bottom, l.bottom), max(one.size, l.size)
		}
		out = append(out, one)
		i = j
	}
	return out
}
