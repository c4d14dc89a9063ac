package export

import (
	"fmt"
	"strings"

	"lectern/data"
)

// place says where something lies, in points.
func place(x, y, width, height float64) string {
	const emu = 12700
	return fmt.Sprintf(`<a:xfrm><a:off x="%d" y="%d"/><a:ext cx="%d" cy="%d"/></a:xfrm>`, int(x*emu), int(y*emu), int(width*emu), int(height*emu))
}

// drawing gathers the shapes of a slide.
type drawing struct {
	strings.Builder
	shapes int
}

// shape draws one; fill is RRGGBB or "" for none.
func (d *drawing) shape(name, at, fill, body string) {
	d.shapes++
	paint := `<a:noFill/>`
	if fill != "" {
		paint = `<a:solidFill><a:srgbClr val="` + fill + `"/></a:solidFill>`
	}
	if body == "" {
		body = `<p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:endParaRPr lang="en"/></a:p></p:txBody>`
	}
	fmt.Fprintf(d, `<p:sp><p:nvSpPr><p:cNvPr id="%d" name="%s"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr>%s<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>%s<a:ln><a:noFill/></a:ln></p:spPr>%s</p:sp>`,
		d.shapes+1, esc(name), at, paint, body)
}

// box is the text of a shape, with its distance from the sides.
func box(side, top float64, anchor, paragraphs string) string {
	return fmt.Sprintf(`<p:txBody><a:bodyPr wrap="square" lIns="%d" tIns="%d" rIns="%d" bIns="0" anchor="%s"><a:noAutofit/></a:bodyPr><a:lstStyle/>%s</p:txBody>`,
		int(side*12700), int(top*12700), int(side*12700), anchor, paragraphs)
}

// slideText is a text as paragraphs, each in its own direction; style stands
// within the runs' properties, attributes and then elements, parted by "|".
func slideText(text, lang, style string) string {
	var out strings.Builder
	for line := range strings.SplitSeq(strings.TrimRight(text, "\n"), "\n") {
		out.WriteString(slideParagraph(line, slideRuns(line, lang, style), sizeOf(style)))
	}
	return out.String()
}

// slideParagraph sets lines at a distance of its own, whatever the font would have.
func slideParagraph(text, runs string, size float64) string {
	props := `<a:pPr>`
	if rightToLeft(text) {
		props = `<a:pPr algn="r" rtl="1">`
	}
	distance := `<a:lnSpc><a:spcPct val="100000"/></a:lnSpc>`
	if size > 0 {
		distance = fmt.Sprintf(`<a:lnSpc><a:spcPts val="%d"/></a:lnSpc>`, int(size*lead*100+0.5))
	}
	return `<a:p>` + props + distance + `</a:pPr>` + runs + `</a:p>`
}

// sizeOf is the size of type in a style, 0 where it says none.
func sizeOf(style string) (points float64) {
	var hundredths int
	if _, err := fmt.Sscanf(style, ` sz="%d"`, &hundredths); err != nil {
		return 0
	}
	return float64(hundredths) / 100
}

func slideRuns(text, lang, style string) string {
	if text == "" {
		return ""
	}
	attributes, elements, _ := strings.Cut(style, "|")
	if lang != "" {
		attributes = ` lang="` + esc(lang) + `"` + attributes
	}
	return `<a:r><a:rPr` + attributes + ` dirty="0">` + elements + `</a:rPr><a:t>` + esc(text) + `</a:t></a:r>`
}

// typed is a style of type: points, RRGGBB, bold or not, in the labels' face or
// that of the words.
func typed(size float64, colour string, bold, label bool) string {
	weight, face := "", `<a:latin typeface="Georgia"/><a:cs typeface="Times New Roman"/>`
	if bold {
		weight = ` b="1"`
	}
	if label {
		face = `<a:latin typeface="Calibri"/><a:cs typeface="Arial"/>`
	}
	return fmt.Sprintf(` sz="%d"%s|<a:solidFill><a:srgbClr val="%s"/></a:solidFill>%s`, int(size*100+0.5), weight, colour, face)
}

// The colours of slides stand at 7 to 1 or more on what they lie on, as on the
// stage.
const (
	slideInk = "F7F5EF"
	slideDim = "C3C8CE"
)

// laneLight is a lane's colours in a dark room: of its name, of what its words lie
// on, and of its edge.
func laneLight(l data.Lane) (ink, wash, edge string) {
	switch l {
	case data.Statement:
		return "A9D5FB", "142738", "5AA0DC"
	case data.Caveat:
		return "F8D187", "2D2410", "DBA23A"
	case data.Reaction:
		return "F5B9DF", "301C2C", "CC73B2"
	}
	return "D2D8DE", "1F252B", "8B949D"
}

// drawView draws a slide's shapes, in the order they are read aloud.
func drawView(v view) string {
	d := &drawing{}
	d.title(v)
	if v.card {
		if v.words != "" {
			d.shape("Words", place(slideSide, 214, slideWidth-2*slideSide, slideEnd-214), "", box(0, 0, "t", slideText(v.words, "", typed(v.size, slideDim, false, false))))
		}
	}
	for _, c := range v.columns {
		d.column(c, v.size)
	}
	if v.source != "" {
		d.shape("Source", place(slideSide, slideEnd+8, slideWidth-2*slideSide, 40), "", box(0, 0, "ctr", slideText(leftToRight(v.source), "", typed(footSize, slideDim, false, true))))
	}
	if v.marking != data.Unmarked {
		label := func() string {
			return box(slideSide, 0, "ctr", `<a:p><a:pPr algn="r"/>`+slideRuns(string(v.marking), "en", typed(16, v.marking.Colour()[1:], true, true))+`</a:p>`)
		}
		d.shape("Marking", place(0, 0, slideWidth, 28), "000000", label())
		d.shape("Marking below", place(0, slideHeight-28, slideWidth, 28), "000000", label())
	}
	return d.String()
}

// title draws a title as outlines know it; that of a card is large.
func (d *drawing) title(v view) {
	d.shapes++
	at, size := place(slideSide, 36, slideWidth-2*slideSide, 52), 28.0
	if v.card {
		at, size = place(slideSide, 76, slideWidth-2*slideSide, 112), 46
	}
	for size > slideFloor && float64(len(wrap(v.title, size, slideWidth-2*slideSide)))*size*lead > 112 {
		size -= 2
	}
	if !v.card && len(wrap(v.title, size, slideWidth-2*slideSide)) > 1 {
		size = slideFloor
	}
	anchor := "ctr"
	if v.card {
		anchor = "b"
		_, _, edge := laneLight(data.Statement)
		d.shape("Line", place(slideSide, 198, 120, 3), edge, "")
		d.shapes++
	}
	fmt.Fprintf(d, `<p:sp><p:nvSpPr><p:cNvPr id="%d" name="Title"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="title"/></p:nvPr></p:nvSpPr><p:spPr>%s</p:spPr>`+
		`<p:txBody><a:bodyPr lIns="0" rIns="0" anchor="%s"><a:noAutofit/></a:bodyPr><a:lstStyle/>%s</p:txBody></p:sp>`,
		d.shapes+1, at, anchor, slideText(oneLine(v.title), "", typed(size, slideInk, true, false)))
}

// column draws the head of a column and its cards.
func (d *drawing) column(c viewColumn, size float64) {
	top := slideTop + c.headHigh
	if c.head != "" {
		ink, _, edge := laneLight(c.lane)
		if c.lane == data.NoLane {
			ink = slideDim
		}
		d.shape("Column", place(c.x, slideTop-4, c.width, c.headHigh-4), "", box(0, 0, "b", slideText(c.head, "", typed(headSize, ink, true, true))))
		d.shape("Edge", place(c.x, top-8, c.width, 2), edge, "")
	}
	for _, k := range c.cards {
		d.card(k, c.x, top+k.y, c.width, size)
	}
}

func (d *drawing) card(k card, x, y, width, size float64) {
	ink, wash, edge := laneLight(k.block.Lane)
	lang := k.block.Lang
	var text string
	if k.context != [2]string{} {
		dim := typed(slideFloor, slideDim, false, false)
		text = inOriginal(k, lang, dim, typed(slideFloor, ink, true, false))
		wash = "10141A"
	} else {
		if k.label != "" {
			text += slideText(leftToRight(k.label), "", typed(labelSize, ink, true, true))
		}
		text += slideText(k.text, lang, typed(size, slideInk, false, false))
		if k.foot != "" {
			text += slideText(leftToRight(k.foot), "", typed(footSize, slideDim, false, true))
		}
	}
	d.shape("Passage", place(x, y, width, k.h), wash, box(cardSide, cardPad, "t", text))
	d.shape("Edge", place(x, y, 5, k.h), edge, "")
}

// inOriginal is a quotation within its report: what stands before it, itself, and
// what comes after, paragraph by paragraph.
func inOriginal(k card, lang, dim, strong string) string {
	var out, runs, line strings.Builder
	turn := func() {
		if line.Len() > 0 {
			out.WriteString(slideParagraph(line.String(), runs.String(), slideFloor))
		}
		line.Reset()
		runs.Reset()
	}
	for i, text := range []string{k.context[0], k.text, k.context[1]} {
		style := dim
		if i == 1 {
			style = strong
		}
		for n, piece := range strings.Split(text, "\n") {
			if n > 0 {
				turn()
			}
			line.WriteString(piece)
			runs.WriteString(slideRuns(piece, lang, style))
		}
	}
	turn()
	return out.String()
}
