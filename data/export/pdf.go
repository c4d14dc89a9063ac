package export

import (
	"cmp"
	"fmt"
	"io"

	"codeberg.org/go-pdf/fpdf"

	"lectern/data"
)

// Fonts are the faces that a PDF carries within itself, TrueType. Serif and Sans
// cover the scripts of Europe; Arabic and Hebrew may be left out where nothing is
// written in them.
type Fonts struct {
	Serif, SerifBold, Sans, SansBold       []byte
	Arabic, ArabicBold, Hebrew, HebrewBold []byte
	EastAsian                              []byte // Chinese, Japanese and Korean
}

const (
	pdfMargin = 25.0 // millimetres, at the left and the right
	pdfTop    = 30.0 // and above and below the text, where markings and numbers stand
)

// ink is the grey that words are set in, 0 for black.
type ink int

const (
	inkText  ink = 25
	inkQuiet ink = 95
)

// pdfWriter lays a paper out.
type pdfWriter struct {
	*fpdf.Fpdf
	paper Paper
	words Words
	links []int // to the endnotes
	has   map[script]bool

	eastAsian []byte
}

// WritePDF writes a paper on pages of a size: embedded fonts, a bookmark for each
// part, page numbers, the marking at the head and the foot of every page, and
// endnotes that quotations lead to. Text in Arabic and Hebrew is set from the
// right, Arabic letters joined; vowel signs stand where their font puts them. The
// same paper gives the same bytes.
func WritePDF(out io.Writer, p Paper, words Words, fonts Fonts, size PageSize) error {
	w := &pdfWriter{Fpdf: fpdf.New("P", "mm", string(cmp.Or(size, A4)), ""), paper: p, words: words, has: map[script]bool{}, eastAsian: fonts.EastAsian}
	w.SetCompression(true)
	w.SetCatalogSort(true)
	w.SetCreationDate(p.Made)
	w.SetModificationDate(p.Made)
	w.SetTitle(p.Title, true)
	w.SetProducer("Lectern", true)
	w.SetLang(p.Lang)
	w.SetDisplayMode("fullwidth", "SinglePage")
	w.addFonts(fonts)
	w.SetMargins(pdfMargin, pdfTop, pdfMargin)
	w.SetAutoPageBreak(false, pdfTop)
	w.SetHeaderFunc(w.head)
	w.SetFooterFunc(w.foot)
	w.AliasNbPages("{pages}")
	w.AddPage()
	w.title()
	for range p.Sources {
		w.links = append(w.links, w.AddLink())
	}
	for _, part := range p.Parts {
		w.part(part)
	}
	w.sources()
	if err := w.Output(out); err != nil {
		return fmt.Errorf("writing the PDF: %w", err)
	}
	return nil
}

func (w *pdfWriter) addFonts(f Fonts) {
	for _, face := range []struct {
		family, style string
		script        script
		font          []byte
	}{
		{"serif", "", european, f.Serif}, {"serif", "B", european, f.SerifBold},
		{"sans", "", european, f.Sans}, {"sans", "B", european, f.SansBold},
		{string(arabic), "", arabic, f.Arabic}, {string(arabic), "B", arabic, f.ArabicBold},
		{string(hebrew), "", hebrew, f.Hebrew}, {string(hebrew), "B", hebrew, f.HebrewBold},
	} {
		if len(face.font) > 0 {
			w.AddUTF8FontFromBytes(face.family, face.style, face.font)
			w.has[face.script] = true
		}
	}
}

// mark sets the marking at the right, in its colour on black.
func (w *pdfWriter) mark(y float64) {
	m := w.paper.Marking
	if m == data.Unmarked {
		return
	}
	w.SetFont("sans", "B", 12)
	width := w.GetStringWidth(string(m)) + 6
	page, _ := w.GetPageSize()
	w.SetXY(page-pdfMargin-width, y)
	w.SetFillColor(0, 0, 0)
	w.SetTextColor(rgb(m.Colour()))
	w.CellFormat(width, 7, string(m), "", 0, "C", true, 0, "")
}

// head stands above every page: the marking, and from the second on the title.
func (w *pdfWriter) head() {
	w.mark(12)
	if w.PageNo() > 1 {
		page, _ := w.GetPageSize()
		w.line(text{font: "sans", size: 8.5, ink: inkQuiet}, w.shorten(w.paper.Title, page-2*pdfMargin-50), pdfMargin, 16.8)
	}
	w.SetXY(pdfMargin, pdfTop)
}

// shorten cuts words that do not fit into a width.
func (w *pdfWriter) shorten(words string, width float64) string {
	w.SetFont("sans", "", 8.5)
	all := []rune(words)
	for len(all) > 1 && w.wide(text{font: "sans", size: 8.5}, string(all)) > width {
		all = append(all[:len(all)-2], '…')
	}
	return string(all)
}

func (w *pdfWriter) foot() {
	_, height := w.GetPageSize()
	w.mark(height - 19)
	w.SetFont("sans", "", 8.5)
	w.SetTextColor(int(inkQuiet), int(inkQuiet), int(inkQuiet))
	w.SetXY(pdfMargin-1, height-18)
	w.CellFormat(40, 5, fmt.Sprintf("%d / {pages}", w.PageNo()), "", 0, "L", false, 0, "")
}

func (w *pdfWriter) title() {
	w.set(text{font: "serif", bold: true, size: 21, lead: 9.5, ink: inkText, keep: 1}, w.paper.Title)
	w.down(1.5)
	w.set(text{font: "sans", size: 9, lead: 5, ink: inkQuiet, keep: 1}, w.words.day(w.paper.Made))
	w.down(3)
}

func (w *pdfWriter) heading(words string) {
	w.down(7)
	w.keep(28)
	w.SetFont("serif", "B", 14) // the bookmark's encoding is the font's
	w.Bookmark(words, 0, -1)
	w.set(text{font: "serif", bold: true, size: 14, lead: 6.6, ink: inkText, keep: 1}, words)
	w.down(2)
}

func (w *pdfWriter) part(p Part) {
	if p.Heading != "" {
		w.heading(p.Heading)
	} else {
		w.down(3)
	}
	body := text{font: "serif", size: 10.5, lead: 5.5, ink: inkText, keep: 2}
	for _, b := range p.Blocks {
		switch {
		case b.Quoted():
			w.quotation(b)
		case b.Label != "":
			w.keep(14)
			w.set(text{font: "sans", bold: true, size: 8.5, lead: 5, ink: inkQuiet, keep: 1}, b.Label)
			w.set(text{font: "sans", size: 9.5, lead: 5, ink: inkText, keep: 2}, b.Text)
			w.down(3)
		default:
			w.set(body, b.Text)
			w.down(2.6)
		}
	}
}

// down leaves room, but none at the head of a page.
func (w *pdfWriter) down(room float64) {
	if w.GetY() > pdfTop {
		w.SetY(w.GetY() + room)
	}
}

// quotation sets a quotation in: its lane and speaker above it, where it stands
// below, and a rule beside it.
func (w *pdfWriter) quotation(b Block) {
	w.keep(27)
	head := b.Lane.Letter() + "   " + b.Label
	if b.Speaker != "" {
		head += " · " + b.Speaker
	}
	w.set(text{font: "sans", bold: true, size: 8.5, lead: 5.2, colour: laneInk(b.Lane), keep: 1, indent: 6}, head)
	w.set(text{font: "serif", size: 10.5, lead: 5.5, ink: inkText, keep: 2, with: 5, indent: 6, rule: laneInk(b.Lane)}, b.Text)
	w.set(text{font: "sans", size: 8.5, lead: 5, ink: inkQuiet, keep: 1, indent: 6, link: w.links[b.Source-1]}, w.paper.Where(b, w.words))
	w.down(3.6)
}

func (w *pdfWriter) sources() {
	if len(w.paper.Sources) == 0 {
		return
	}
	w.heading(w.words.Sources)
	for i, s := range w.paper.Sources {
		line := fmt.Sprintf("%d.  %s. %s", i+1, s.Title, w.words.line(s))
		if s.URL != "" {
			line += ". " + s.URL
		}
		if s.Marking != "" {
			line += ". " + string(s.Marking)
		}
		w.keep(11)
		w.SetLink(w.links[i], w.GetY(), w.PageNo())
		w.set(text{font: "serif", size: 9.5, lead: 5, ink: inkText, keep: 2}, line)
		w.down(1.5)
	}
}

func rgb(colour string) (r, g, b int) {
	fmt.Sscanf(colour, "#%02X%02X%02X", &r, &g, &b)
	return r, g, b
}
