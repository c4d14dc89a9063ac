package export

import (
	"fmt"
	"strings"

	"lectern/data"
)

// docxStyles writes the styles of a document: each lane has one of its own, told
// apart by the edge's pattern as well as its colour.
func docxStyles(lang string) string {
	var out strings.Builder
	out.WriteString(xmlHead + `<w:styles ` + wordSpaces + `><w:docDefaults><w:rPrDefault><w:rPr>` +
		`<w:rFonts w:ascii="Georgia" w:hAnsi="Georgia" w:eastAsia="Georgia" w:cs="Times New Roman"/><w:sz w:val="22"/><w:szCs w:val="24"/>` +
		`<w:lang w:val="` + esc(lang) + `"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="140" w:line="288" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>`)
	paragraph := func(id, name, base, props, run string) {
		first := ""
		if id == "Normal" {
			first = ` w:default="1"`
		}
		if base != "" {
			base = `<w:basedOn w:val="` + base + `"/>`
		}
		fmt.Fprintf(&out, `<w:style w:type="paragraph"%s w:styleId="%s"><w:name w:val="%s"/>%s<w:qFormat/><w:pPr>%s</w:pPr><w:rPr>%s</w:rPr></w:style>`,
			first, id, name, base, props, run)
	}
	size := func(points int) string {
		return fmt.Sprintf(`<w:sz w:val="%d"/><w:szCs w:val="%d"/>`, 2*points, 2*points)
	}
	const sans = `<w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:cs="Arial"/>`
	paragraph("Normal", "Normal", "", "", "")
	paragraph("Title", "Title", "Normal", `<w:keepNext/><w:spacing w:before="0" w:after="80" w:line="252" w:lineRule="auto"/>`, `<w:b/><w:bCs/>`+size(26))
	paragraph("Subtitle", "Subtitle", "Normal", `<w:pBdr><w:bottom w:val="single" w:sz="6" w:space="8" w:color="B9B4A8"/></w:pBdr><w:spacing w:after="320"/>`, sans+`<w:color w:val="52606D"/>`)
	paragraph("Heading1", "heading 1", "Normal", `<w:keepNext/><w:keepLines/><w:spacing w:before="440" w:after="140" w:line="252" w:lineRule="auto"/><w:outlineLvl w:val="0"/>`, `<w:b/><w:bCs/>`+size(16))
	paragraph("Note", "Note", "Normal", `<w:shd w:val="clear" w:color="auto" w:fill="F4F2ED"/><w:ind w:left="284" w:right="284"/>`, "")
	paragraph("Where", "Where", "Normal", `<w:spacing w:before="0" w:after="260"/><w:ind w:left="284"/>`, sans+`<w:color w:val="52606D"/>`+size(10))
	paragraph("Label", "Label", "Normal", `<w:keepNext/><w:spacing w:before="200" w:after="60"/>`, sans+`<w:b/><w:bCs/>`+size(10))
	for _, lane := range data.Lanes() {
		paragraph("Label"+lane.Letter(), "Label "+string(lane), "Label", "", `<w:color w:val="`+laneInk(lane)+`"/>`)
		paragraph("Quote"+lane.Letter(), "Quote "+string(lane), "Normal", `<w:keepNext/><w:keepLines/><w:pBdr>`+laneEdge("left", lane.Letter())+`</w:pBdr><w:spacing w:after="60"/><w:ind w:left="284"/>`, size(12))
	}
	paragraph("Marking", "Marking", "Normal", `<w:shd w:val="clear" w:color="auto" w:fill="000000"/><w:spacing w:before="0" w:after="0"/><w:jc w:val="right"/>`, sans+`<w:b/><w:bCs/>`+size(12))
	paragraph("PageNumber", "Page Number Line", "Normal", `<w:spacing w:before="0" w:after="60"/><w:jc w:val="center"/>`, sans+`<w:color w:val="52606D"/>`+size(10))
	paragraph("Source", "Source", "Normal", `<w:keepLines/><w:spacing w:after="100" w:line="252" w:lineRule="auto"/><w:ind w:left="340" w:hanging="340"/>`, size(10))
	out.WriteString(`<w:style w:type="character" w:styleId="SourceNumber"><w:name w:val="Source number"/><w:rPr><w:color w:val="1D5A8C"/><w:vertAlign w:val="superscript"/></w:rPr></w:style>` +
		`<w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/><w:rPr><w:color w:val="1D5A8C"/><w:u w:val="single"/></w:rPr></w:style></w:styles>`)
	return out.String()
}

// laneEdge is the line beside a lane's quotations, by the lane's letter.
func laneEdge(side, letter string) string {
	for i, lane := range data.Lanes() {
		if lane.Letter() == letter {
			pattern := [...]string{"single", "dashed", "dotted", "double"}[i]
			return `<w:` + side + ` w:val="` + pattern + `" w:sz="18" w:space="10" w:color="` + laneInk(lane) + `"/>`
		}
	}
	return ""
}
