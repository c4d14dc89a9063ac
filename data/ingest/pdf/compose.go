package pdf

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// compose makes a text of paragraphs, and says at which byte each page begins. A
// paragraph that goes on over a page's end stays one.
func compose(pages []page) (text string, starts []int) {
	w := &writer{known: words(pages)}
	for _, p := range pages {
		w.fresh = true
		starts = append(starts, -1)
		for _, column := range p.columns {
			w.column(column)
			for i := len(starts) - 1; i >= 0 && starts[i] < 0 && w.begun >= 0; i-- {
				starts[i] = w.begun
			}
		}
	}
	text = strings.TrimRight(w.out.String(), " \n")
	for i := len(starts) - 1; i >= 0; i-- {
		if starts[i] < 0 || starts[i] > len(text) {
			starts[i] = len(text)
			if i+1 < len(starts) {
				starts[i] = starts[i+1]
			}
		}
	}
	return text, starts
}

// writer joins lines into paragraphs.
type writer struct {
	out   strings.Builder
	known map[string]bool // words of the document that stand within a line
	last  line            // written last
	open  bool            // whether last may go on
	fresh bool            // nothing of this page is written yet
	begun int             // where this page begins, -1 before
}

func (w *writer) column(lines []line) {
	if w.fresh {
		w.begun = -1
	}
	if len(lines) == 0 {
		return
	}
	left, right, pitch := measure(lines)
	for i, l := range lines {
		switch {
		case w.out.Len() == 0:
		case i == 0 && w.goesOnOver(l, left), i > 0 && goesOn(lines[i-1], l, left, right, pitch):
			w.glue(l)
		default:
			w.out.WriteString("\n\n")
		}
		if w.fresh {
			w.begun, w.fresh = w.out.Len(), false
		}
		w.out.WriteString(l.text)
		w.last = l
		w.open = l.right > right-0.12*(right-left)
	}
}

// goesOnOver tells whether a paragraph goes on in another column or on another
// page: in the middle of a sentence, at the same size.
func (w *writer) goesOnOver(l line, left float64) bool {
	if !w.open || endsSentence(w.last.text) || l.left > left+1.5*l.size+4 && !startsSmall(l.text) {
		return false
	}
	if ratio := l.size / max(w.last.size, 1); ratio > 1.25 || ratio < 0.8 {
		return false
	}
	return startsSmall(l.text) || strings.HasSuffix(w.last.text, "\u00AD") || strings.HasSuffix(w.last.text, "-") || strings.HasSuffix(w.last.text, ",")
}

// glue writes what stands between the last line and l of the same paragraph. A
// hyphen there divides a word unless the document has it, or nothing without it,
// elsewhere.
func (w *writer) glue(l line) {
	text := w.out.String()
	stem, hyphen := strings.CutSuffix(text, "\u00AD")
	soft := hyphen
	if !hyphen {
		stem, hyphen = strings.CutSuffix(text, "-")
	}
	last, _ := utf8.DecodeLastRuneInString(stem)
	if !hyphen || !unicode.IsLetter(last) {
		if soft {
			w.cut(stem + "-")
		}
		w.out.WriteByte(' ')
		return
	}
	head, tail := lastWord(stem), firstWord(l.text)
	switch {
	case !startsSmall(l.text) || !w.known[head+tail] && w.known[head+"-"+tail]:
		w.cut(stem + "-")
	default:
		w.cut(stem)
	}
}

// cut makes text, which is a little less than what was written, the text.
func (w *writer) cut(text string) {
	w.out.Reset()
	w.out.WriteString(text)
}

// goesOn tells whether b goes on with the paragraph of a, in the same column.
func goesOn(a, b line, left, right, pitch float64) bool {
	width := right - left
	step := a.middle() - b.middle()
	switch {
	case step > 1.32*pitch && step > 1.5*max(a.size, b.size), step < 0:
		return false
	case ratio(a.size, b.size) > 1.45:
		return false
	case strings.Contains(a.text, "   ") || strings.Contains(b.text, "   "): // a table's rows
		return false
	case bullet(b.text):
		return false
	case strings.HasSuffix(a.text, "\u00AD"):
		return true
	case rtlText([]line{a}):
		return a.left < left+0.15*width
	case b.left > a.left+0.8*b.size && b.left < a.left+6*b.size && b.left > left+0.8*b.size && !bullet(a.text): // an indent
		return false
	}
	if a.right < right-0.12*width-a.size { // a short line
		return startsSmall(b.text) && !endsSentence(a.text) && a.right > left+0.5*width
	}
	return true
}

func ratio(a, b float64) float64 { return max(a, b) / max(min(a, b), 0.1) }

// measure finds a column's edges and the step from line to line, as most of its
// lines have it.
func measure(lines []line) (left, right, pitch float64) {
	lefts, rights, steps := []float64{}, []float64{}, []float64{}
	for i, l := range lines {
		lefts, rights = append(lefts, l.left), append(rights, l.right)
		if step := 0.0; i > 0 {
			if step = lines[i-1].middle() - l.middle(); step > 0 {
				steps = append(steps, step)
			}
		}
	}
	slices.Sort(lefts)
	slices.Sort(rights)
	slices.Sort(steps)
	pitch = 1.2 * lines[0].size
	if len(steps) > 0 {
		pitch = steps[len(steps)*2/5]
	}
	return lefts[len(lefts)/10], rights[(len(rights)-1)*9/10], pitch
}

func endsSentence(s string) bool {
	s = strings.TrimRight(s, "”’»“\"')]0123456789¹²³")
	r, _ := utf8.DecodeLastRuneInString(s)
	return strings.ContainsRune(".!?…:؟۔", r)
}

func startsSmall(s string) bool {
	r, _ := utf8.DecodeRuneInString(strings.TrimLeft(s, "“‘«„\"'(["))
	return unicode.IsLetter(r) && !unicode.IsUpper(r) && !unicode.IsTitle(r)
}

func bullet(s string) bool {
	first, _, more := strings.Cut(s, " ")
	if !more {
		return false
	}
	switch first {
	case "•", "●", "▪", "◦", "‣", "–", "—", "-", "*", "·", "■", "○", "➢", "\uF0B7", "\uF0A7":
		return true
	}
	core := strings.TrimRight(strings.TrimLeft(first, "("), ".)")
	return core != first && len(core) > 0 && len(core) <= 2 && strings.IndexFunc(core, func(r rune) bool { return r < '0' || r > '9' }) < 0
}

func lastWord(s string) string {
	i := strings.LastIndexFunc(s, func(r rune) bool { return !unicode.IsLetter(r) && r != '-' })
	if i >= 0 {
		_, n := utf8.DecodeRuneInString(s[i:])
		s = s[i+n:]
	}
	return strings.ToLower(s)
}

func firstWord(s string) string {
	if i := strings.IndexFunc(s, func(r rune) bool { return !unicode.IsLetter(r) && r != '-' }); i >= 0 {
		s = s[:i]
	}
	return strings.ToLower(s)
}

// words are the words of a document that no line's end divides.
func words(pages []page) map[string]bool {
	known := map[string]bool{}
	for _, p := range pages {
		for _, lines := range p.columns {
			for _, l := range lines {
				all := strings.FieldsFunc(l.text, func(r rune) bool { return !unicode.IsLetter(r) && r != '-' })
				for i, word := range all {
					if i > 0 && i < len(all)-1 {
						known[strings.ToLower(word)] = true
					}
				}
			}
		}
	}
	return known
}
