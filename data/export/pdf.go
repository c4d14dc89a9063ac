package export

import (
	"cmp"
	"fmt"
	"io"
	"strconv"

	"codeberg.org/go-pdf/fpdf"

	"lectern/data"
)

// Fonts are the faces that a PDF carries within itself, TrueType, each covering
// the scripts that are to be read.
type Fonts struct {
	Serif, SerifBold, Sans, SansBold []byte
}

const (
	pdfMargin = 22.0 // millimetres, on all sides
	pdfBody   = 10.5 // points
	pdfLead   = 5.4  // millimetres from line to line
)

// pdfWriter lays a paper out on A4.
type pdfWriter struct {
	*fpdf.Fpdf
	paper Paper
	words Words
	links []int // to the endnotes
}

// WritePDF writes a paper on A4: embedded fonts, a bookmark for each part, page
// numbers, the marking at the head and the foot of every page, and endnotes that
// quotations lead to. The same paper gives the same bytes.
func WritePDF(out io.Writer, p Paper, words Words, fonts Fonts, size PageSize) error {
	w := &pdfWriter{Fpdf: fpdf.New("P", "mm", string(cmp.Or(size, A4)), ""), paper: p, words: words}
	w.SetCompression(true)
	w.SetCatalogSort(true)
	w.SetCreationDate(p.Made)
	w.SetModificationDate(p.Made)
	w.SetTitle(p.Title, true)
	w.SetProducer("Lectern", true)
	w.SetLang(p.Lang)
	w.AddUTF8FontFromBytes("serif", "", fonts.Serif)
	w.AddUTF8FontFromBytes("serif", "B", fonts.SerifBold)
	w.AddUTF8FontFromBytes("sans", "", fonts.Sans)
	w.AddUTF8FontFromBytes("sans", "B", fonts.SansBold)
	w.SetMargins(pdfMargin, pdfMargin+6, pdfMargin)
	w.SetAutoPageBreak(true, pdfMargin+6)
	w.SetHeaderFunc(func() { w.mark(10) })
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
	w.SetTextColor(0, 0, 0)
	w.SetXY(pdfMargin, pdfMargin+6)
}

func (w *pdfWriter) foot() {
	_, height := w.GetPageSize()
	w.mark(height - 18)
	w.SetFont("sans", "", 8.5)
	w.SetTextColor(90, 90, 90)
	w.SetXY(pdfMargin, height-17)
	w.CellFormat(0, 5, fmt.Sprintf("%d / {pages}", w.PageNo()), "", 0, "L", false, 0, "")
	w.SetTextColor(0, 0, 0)
}

func (w *pdfWriter) title() {
	w.SetFont("serif", "B", 20)
	w.MultiCell(0, 9, w.paper.Title, "", "L", false)
	w.SetFont("sans", "", 9)
	w.SetTextColor(90, 90, 90)
	w.MultiCell(0, 6, w.words.day(w.paper.Made), "", "L", false)
	w.SetTextColor(0, 0, 0)
}

func (w *pdfWriter) part(p Part) {
	w.Ln(6)
	if p.Heading != "" {
		w.keep(24)
		w.Bookmark(p.Heading, 0, -1)
		w.SetFont("serif", "B", 13.5)
		w.MultiCell(0, 7, p.Heading, "", "L", false)
		w.Ln(1)
	}
	for _, b := range p.Blocks {
		if b.Quoted() {
			w.quotation(b)
			continue
		}
		w.SetFont("serif", "", pdfBody)
		w.MultiCell(0, pdfLead, b.Text, "", "L", false)
		w.Ln(2)
	}
}

// keep begins a new page where less than this height is left.
func (w *pdfWriter) keep(height float64) {
	_, page := w.GetPageSize()
	if w.GetY()+height > page-pdfMargin-6 {
		w.AddPage()
	}
}

// quotation sets a quotation in: its lane and speaker above it, its source below.
func (w *pdfWriter) quotation(b Block) {
	w.keep(22)
	w.SetFont("sans", "B", 8.5)
	head := b.Lane.Letter() + "  " + b.Label
	if b.Speaker != "" {
		head += " · " + b.Speaker
	}
	w.MultiCell(0, 5, head, "", "L", false)
	left, _, _, _ := w.GetMargins()
	w.SetLeftMargin(left + 5)
	w.SetX(left + 5)
	w.SetFont("serif", "", pdfBody)
	w.MultiCell(0, pdfLead, b.Text, "", "L", false)
	w.SetFont("sans", "", 8.5)
	w.SetTextColor(70, 70, 70)
	note := "[" + strconv.Itoa(b.Source) + "]"
	w.CellFormat(w.GetStringWidth(note)+2, 5, note, "", 0, "L", false, w.links[b.Source-1], "")
	more := b.Place
	if b.Fate != "" {
		more += ", " + b.Fate
	}
	w.MultiCell(0, 5, more, "", "L", false)
	w.SetTextColor(0, 0, 0)
	w.SetLeftMargin(left)
	w.SetX(left)
	w.Ln(2.5)
}

func (w *pdfWriter) sources() {
	if len(w.paper.Sources) == 0 {
		return
	}
	w.Ln(6)
	w.keep(24)
	w.Bookmark(w.words.Sources, 0, -1)
	w.SetFont("serif", "B", 13.5)
	w.MultiCell(0, 7, w.words.Sources, "", "L", false)
	w.Ln(1)
	for i, s := range w.paper.Sources {
		w.keep(12)
		w.SetLink(w.links[i], w.GetY(), w.PageNo())
		line := fmt.Sprintf("%d.  %s. %s", i+1, s.Title, w.words.line(s))
		if s.URL != "" {
			line += ". " + s.URL
		}
		if s.Marking != "" {
			line += ". " + string(s.Marking)
		}
		w.SetFont("serif", "", 9.5)
		w.MultiCell(0, 5, line, "", "L", false)
		w.Ln(1)
	}
}

func rgb(colour string) (r, g, b int) {
	fmt.Sscanf(colour, "#%02X%02X%02X", &r, &g, &b)
	return r, g, b
}
