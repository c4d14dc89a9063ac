package export

import (
	"cmp"
	"fmt"
	"io"
	"strings"

	"lectern/data"
)

// docxWriter gathers the parts of a document that depend on the paper.
type docxWriter struct {
	paper Paper
	words Words
	body  strings.Builder
	links []relation // of the sources
}

// WriteDOCX writes a paper for word processors: headings that make an outline,
// bookmarks, a number with every quotation that leads to its source at the end, page
// numbers, the marking at the head and the foot of every page, and each paragraph in
// its own direction and language. The sources are paragraphs and no endnotes, because
// LibreOffice sets endnotes on pages that bear no marking. The same paper gives the
// same bytes.
func WriteDOCX(out io.Writer, p Paper, words Words) error {
	w := &docxWriter{paper: p, words: words}
	w.write()
	b := newBundle(out)
	b.put("[Content_Types].xml", kinds("wordprocessingml", "word/document.xml", "document.main", "word/styles.xml", "styles",
		"word/settings.xml", "settings", "word/header1.xml", "header", "word/footer1.xml", "footer"))
	b.put("_rels/.rels", relations([]relation{{"rId1", "officeDocument", "word/document.xml", false},
		{"rId2", "core-properties", "docProps/core.xml", false}, {"rId3", "extended-properties", "docProps/app.xml", false}}))
	b.properties(p.Title, p.Lang, string(p.Marking), p.Made)
	b.put("word/_rels/document.xml.rels", relations(append([]relation{{"rId1", "styles", "styles.xml", false}, {"rId2", "settings", "settings.xml", false},
		{"rId3", "header", "header1.xml", false}, {"rId4", "footer", "footer1.xml", false}}, w.links...)))
	b.put("word/document.xml", xmlHead+`<w:document `+wordSpaces+`><w:body>`+w.body.String()+
		`<w:sectPr><w:headerReference w:type="default" r:id="rId3"/><w:footerReference w:type="default" r:id="rId4"/>`+
		`<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1531" w:right="1418" w:bottom="1531" w:left="1418" w:header="680" w:footer="567" w:gutter="0"/></w:sectPr></w:body></w:document>`)
	b.put("word/header1.xml", xmlHead+`<w:hdr `+wordSpaces+`>`+markingParagraph(p.Marking)+`</w:hdr>`)
	b.put("word/footer1.xml", xmlHead+`<w:ftr `+wordSpaces+`><w:p><w:pPr><w:pStyle w:val="PageNumber"/></w:pPr>`+
		field("PAGE")+`<w:r><w:t xml:space="preserve"> / </w:t></w:r>`+field("NUMPAGES")+`</w:p>`+markingParagraph(p.Marking)+`</w:ftr>`)
	b.put("word/settings.xml", xmlHead+`<w:settings `+wordSpaces+`><w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>`)
	b.put("word/styles.xml", docxStyles(p.Lang))
	return b.close()
}

const wordSpaces = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" ` +
	`xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"`

func (w *docxWriter) write() {
	w.paragraph("Title", w.runs(w.paper.Title, ""), w.paper.Title)
	w.paragraph("Subtitle", w.runs(w.words.day(w.paper.Made), ""), "")
	for i, part := range w.paper.Parts {
		if part.Heading != "" {
			mark := fmt.Sprintf(`<w:bookmarkStart w:id="%d" w:name="part%d"/>%s<w:bookmarkEnd w:id="%d"/>`, i, i+1, w.runs(part.Heading, ""), i)
			w.paragraph("Heading1", mark, part.Heading)
		}
		for _, b := range part.Blocks {
			w.block(b)
		}
	}
	if len(w.paper.Sources) > 0 {
		w.paragraph("Heading1", w.runs(w.words.Sources, ""), w.words.Sources)
	}
	for i, s := range w.paper.Sources {
		w.source(i+1, s)
	}
}

func (w *docxWriter) block(b Block) {
	if !b.Quoted() {
		style := "Normal"
		if b.Label != "" {
			w.paragraph("Label", w.runs(b.Label, ""), b.Label)
			style = "Note"
		}
		for line := range strings.SplitSeq(b.Text, "\n") {
			if strings.TrimSpace(line) != "" {
				w.paragraph(style, w.runs(line, b.Lang), line)
			}
		}
		return
	}
	label := `<w:r><w:rPr><w:bdr w:val="single" w:sz="6" w:space="0" w:color="` + laneInk(b.Lane) + `"/></w:rPr><w:t xml:space="preserve"> ` + b.Lane.Letter() + ` </w:t></w:r>`
	about := []string{" " + b.Label}
	for _, more := range []string{b.Speaker, b.Firm} {
		if more != "" {
			about = append(about, more)
		}
	}
	w.paragraph("Label"+laneStyle(b.Lane), label+w.runs(leftToRight(strings.Join(about, " · ")), ""), "")
	lines := strings.Split(b.Text, "\n")
	for i, line := range lines {
		runs := w.runs(line, b.Lang)
		if i == len(lines)-1 {
			runs += reference(b.Source)
		}
		w.paragraph("Quote"+laneStyle(b.Lane), runs, b.Text)
	}
	s := w.paper.Sources[b.Source-1]
	where := []string{w.words.line(s)}
	for _, more := range []string{b.Place, b.Fate} {
		if more != "" {
			where = append(where, more)
		}
	}
	w.paragraph("Where", w.runs(leftToRight(strings.Join(where, ", ")), ""), "")
}

// laneStyle is the letter that a lane's styles end in; without a lane, that of the
// background.
func laneStyle(l data.Lane) string { return cmp.Or(l.Letter(), "B") }

// reference is the number of a source, small and high, that leads to it.
func reference(n int) string {
	return fmt.Sprintf(`<w:hyperlink w:anchor="source%d" w:history="1"><w:r><w:rPr><w:rStyle w:val="SourceNumber"/></w:rPr><w:t>%[1]d</w:t></w:r></w:hyperlink>`, n)
}

// source writes the n-th source down.
func (w *docxWriter) source(n int, s Source) {
	runs := fmt.Sprintf(`<w:bookmarkStart w:id="%d" w:name="source%d"/>`, len(w.paper.Parts)+n, n) +
		w.runs(leftToRight(fmt.Sprintf("%d.  %s. %s.", n, s.Title, w.words.line(s))), "") + fmt.Sprintf(`<w:bookmarkEnd w:id="%d"/>`, len(w.paper.Parts)+n)
	if s.URL != "" {
		id := fmt.Sprintf("rId%d", len(w.links)+10)
		address := `<w:r><w:rPr><w:rStyle w:val="Hyperlink"/></w:rPr><w:t>` + esc(s.URL) + `</w:t></w:r>`
		if strings.HasPrefix(s.URL, "http://") || strings.HasPrefix(s.URL, "https://") {
			w.links = append(w.links, relation{id, "hyperlink", s.URL, true})
			address = `<w:hyperlink r:id="` + id + `">` + address + `</w:hyperlink>`
		}
		runs += `<w:r><w:t xml:space="preserve"> </w:t></w:r>` + address
	}
	if s.Marking != data.Unmarked {
		runs += w.runs(" "+string(s.Marking), "")
	}
	w.paragraph("Source", runs, "")
}

// paragraph writes one; its direction is that of text.
func (w *docxWriter) paragraph(style, runs, text string) {
	w.body.WriteString(`<w:p><w:pPr><w:pStyle w:val="` + style + `"/>`)
	if rightToLeft(text) {
		if i := strings.TrimPrefix(style, "Quote"); i != style { // its edge stands where it begins
			w.body.WriteString(`<w:pBdr><w:left w:val="nil"/>` + laneEdge("right", i) + `</w:pBdr>`)
		}
		w.body.WriteString(`<w:bidi/>`)
	}
	w.body.WriteString(`</w:pPr>` + runs + `</w:p>`)
}

// runs is a text in stretches of one direction, with the language it is in where
// that is known.
func (w *docxWriter) runs(text, lang string) string {
	var out strings.Builder
	for _, s := range stretches(text) {
		props := ""
		if s.rtl {
			props += `<w:rtl/>`
		}
		switch {
		case lang != "" && s.rtl:
			props += `<w:lang w:bidi="` + esc(lang) + `"/>`
		case lang != "":
			props += `<w:lang w:val="` + esc(lang) + `"/>`
		}
		if props != "" {
			props = `<w:rPr>` + props + `</w:rPr>`
		}
		out.WriteString(`<w:r>` + props + `<w:t xml:space="preserve">` + esc(s.text) + `</w:t></w:r>`)
	}
	return out.String()
}

func field(name string) string {
	return `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> ` + name + ` </w:instrText></w:r>` +
		`<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`
}

// markingParagraph is a TLP label as FIRST wants it: its colour on black, 12 points
// or more, at the right.
func markingParagraph(m data.Marking) string {
	if m == data.Unmarked {
		return `<w:p/>`
	}
	return `<w:p><w:pPr><w:pStyle w:val="Marking"/></w:pPr><w:r><w:rPr><w:color w:val="` + m.Colour()[1:] + `"/></w:rPr><w:t>` + string(m) + `</w:t></w:r></w:p>`
}

// laneInk is the colour a lane is written in on white, RRGGBB.
func laneInk(l data.Lane) string {
	switch l {
	case data.Statement:
		return "1D5A8C"
	case data.Caveat:
		return "7C5200"
	case data.Reaction:
		return "862C66"
	}
	return "525B64"
}
