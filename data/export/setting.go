package export

import (
	"strings"

	"lectern/data/bidi"
)

// text is how a paragraph is set in a PDF: sizes in points, lengths in millimetres.
type text struct {
	font   string
	bold   bool
	size   float64
	lead   float64 // from line to line
	ink    ink
	indent float64 // at the left
	colour string  // of words and rule in place of the ink, "RRGGBB"
	rule   string  // the colour of a rule at the left, "" for none
	keep   int     // so many lines at least stand together
	with   float64 // the height that has to follow on the same page
	link   int     // where the paragraph leads, 0 for nowhere
}

func (t text) style() string {
	if t.bold {
		return "B"
	}
	return ""
}

// room is how much of the page is left, in millimetres.
func (w *pdfWriter) room() float64 {
	_, page := w.GetPageSize()
	return page - pdfTop - w.GetY()
}

// keep begins a new page where less than this height is left.
func (w *pdfWriter) keep(height float64) {
	if w.room() < height {
		w.AddPage()
	}
}

// set sets a paragraph, on as many pages as it takes. No line of it stands alone
// at the foot of a page or at the head of one.
func (w *pdfWriter) set(t text, words string) {
	for line := range strings.SplitSeq(words, "\n") {
		w.setLine(t, line)
	}
}

// setLine sets what stands between two breaks that its writer made, from the side
// that its first letter reads from.
func (w *pdfWriter) setLine(t text, words string) {
	page, _ := w.GetPageSize()
	left, width := pdfMargin+t.indent, page-2*pdfMargin-t.indent
	fromRight := bidi.FromRight(words)
	lines := w.breakUp(t, words, width)
	for len(lines) > 0 {
		n := t.fit(len(lines), w.room())
		if n == 0 {
			w.AddPage()
			n = max(1, t.fit(len(lines), w.room()))
		}
		y := w.GetY()
		if t.rule != "" {
			w.SetFillColor(rgb("#" + t.rule))
			w.Rect(left-3.4, y+0.6, 0.6, float64(n)*t.lead-0.8, "F")
		}
		for i, line := range lines[:n] {
			at := left
			if fromRight {
				at = left + width - w.wide(t, line)
			}
			w.lineIn(t, line, at, y+float64(i)*t.lead, fromRight)
		}
		if t.link != 0 {
			w.Link(left, y, width, float64(n)*t.lead, t.link)
		}
		w.SetXY(pdfMargin, y+float64(n)*t.lead)
		lines = lines[n:]
	}
}

// fit is how many of so many lines stand in a room, so that none is left alone.
func (t text) fit(lines int, room float64) int {
	n := min(lines, int(room/t.lead+0.01))
	if n == lines && float64(n)*t.lead+t.with > room+0.01 {
		n--
	}
	if n < lines && lines-n < t.keep {
		n = lines - t.keep
	}
	if n < lines && n < t.keep {
		return 0
	}
	return max(n, 0)
}

// breakUp cuts a paragraph into lines of a width, at its spaces where it can.
func (w *pdfWriter) breakUp(t text, words string, width float64) (lines []string) {
	line := ""
	for _, word := range strings.Fields(words) {
		longer := strings.TrimSpace(line + " " + word)
		if w.wide(t, longer) <= width {
			line = longer
			continue
		}
		if line != "" {
			lines = append(lines, line)
		}
		for w.wide(t, word) > width { // an address, or a script without spaces
			n := w.fitting(t, []rune(word), width)
			lines, word = append(lines, string([]rune(word)[:n])), string([]rune(word)[n:])
		}
		line = word
	}
	if line != "" {
		lines = append(lines, line)
	}
	return lines
}

// fitting is how many letters of a word stand in a width, one at least.
func (w *pdfWriter) fitting(t text, word []rune, width float64) int {
	low, high := 1, len(word)
	for low < high {
		if middle := (low + high + 1) / 2; w.wide(t, string(word[:middle])) <= width {
			low = middle
		} else {
			high = middle - 1
		}
	}
	return low
}

// wide is the width of a line in millimetres.
func (w *pdfWriter) wide(t text, line string) (width float64) {
	for _, r := range visual(line, false) {
		w.face(t, r.script)
		width += w.GetStringWidth(r.text)
	}
	return width
}

// line draws a line of a left-to-right paragraph.
func (w *pdfWriter) line(t text, words string, x, y float64) { w.lineIn(t, words, x, y, false) }

// lineIn draws a line with its upper left corner at x and y.
func (w *pdfWriter) lineIn(t text, words string, x, y float64, fromRight bool) {
	w.SetTextColor(int(t.ink), int(t.ink), int(t.ink))
	if t.colour != "" {
		w.SetTextColor(rgb("#" + t.colour))
	}
	base := y + t.lead*0.5 + t.size*0.3528*0.36
	for _, r := range visual(words, fromRight) {
		w.face(t, r.script)
		w.Text(x, base, r.text)
		x += w.GetStringWidth(r.text)
	}
}

// face takes the font for a script, as far as it was given. The large one of East Asia
// is taken in when the first letters come that need it.
func (w *pdfWriter) face(t text, of script) {
	if of == eastAsian && !w.has[of] && len(w.eastAsian) > 0 {
		w.AddUTF8FontFromBytes(string(of), "", w.eastAsian)
		w.AddUTF8FontFromBytes(string(of), "B", w.eastAsian)
		w.has[of] = true
	}
	family := t.font
	if of != european && w.has[of] {
		family = string(of)
	}
	w.SetFont(family, t.style(), t.size)
}
