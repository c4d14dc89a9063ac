package export

import (
	"fmt"
	"io"
	"strings"
)

// writePPTX writes slides: a view each, with a real title for outlines and screen
// readers, the marking above and below, and private notes only where the views
// carry them. The same views give the same bytes.
func writePPTX(out io.Writer, p Paper, views []view) error {
	b := newBundle(out)
	notes := false
	for _, v := range views {
		notes = notes || v.notes != ""
	}
	list := []string{"ppt/presentation.xml", "presentation.main", "ppt/slideMasters/slideMaster1.xml", "slideMaster",
		"ppt/slideLayouts/slideLayout1.xml", "slideLayout", "ppt/theme/theme1.xml", "application/vnd.openxmlformats-officedocument.theme+xml"}
	if notes {
		list = append(list, "ppt/notesMasters/notesMaster1.xml", "notesMaster", "ppt/theme/theme2.xml", "application/vnd.openxmlformats-officedocument.theme+xml")
	}
	rels := []relation{{"rId1", "slideMaster", "slideMasters/slideMaster1.xml", false}, {"rId2", "theme", "theme/theme1.xml", false},
		{"rId3", "notesMaster", "notesMasters/notesMaster1.xml", false}}
	if !notes {
		rels = rels[:2]
	}
	var ids strings.Builder
	for i, v := range views {
		list = append(list, fmt.Sprintf("ppt/slides/slide%d.xml", i+1), "slide")
		if v.notes != "" {
			list = append(list, fmt.Sprintf("ppt/notesSlides/notesSlide%d.xml", i+1), "notesSlide")
		}
		rels = append(rels, relation{fmt.Sprintf("rId%d", i+10), "slide", fmt.Sprintf("slides/slide%d.xml", i+1), false})
		fmt.Fprintf(&ids, `<p:sldId id="%d" r:id="rId%d"/>`, 256+i, i+10)
	}
	b.put("[Content_Types].xml", kinds("presentationml", list...))
	b.put("_rels/.rels", relations([]relation{{"rId1", "officeDocument", "ppt/presentation.xml", false},
		{"rId2", "core-properties", "docProps/core.xml", false}, {"rId3", "extended-properties", "docProps/app.xml", false}}))
	b.properties(p.Title, p.Lang, string(p.Marking), p.Made)
	notesList := ""
	if notes {
		notesList = `<p:notesMasterIdLst><p:notesMasterId r:id="rId3"/></p:notesMasterIdLst>`
	}
	slides := ""
	if len(views) > 0 {
		slides = `<p:sldIdLst>` + ids.String() + `</p:sldIdLst>`
	}
	b.put("ppt/presentation.xml", xmlHead+`<p:presentation `+slideSpaces+`><p:sldMasterIdLst><p:sldMasterId id="2147483648" r:id="rId1"/></p:sldMasterIdLst>`+
		notesList+slides+`<p:sldSz cx="12192000" cy="6858000"/><p:notesSz cx="6858000" cy="9144000"/></p:presentation>`)
	b.put("ppt/_rels/presentation.xml.rels", relations(rels))
	b.master(notes)
	for i, v := range views {
		b.slide(i+1, v)
	}
	return b.close()
}

func (b *bundle) slide(n int, v view) {
	rels := []relation{{"rId1", "slideLayout", "../slideLayouts/slideLayout1.xml", false}}
	if v.notes != "" {
		rels = append(rels, relation{"rId2", "notesSlide", fmt.Sprintf("../notesSlides/notesSlide%d.xml", n), false})
		b.put(fmt.Sprintf("ppt/notesSlides/notesSlide%d.xml", n), xmlHead+`<p:notes `+slideSpaces+`><p:cSld><p:spTree>`+treeHead+
			`<p:sp><p:nvSpPr><p:cNvPr id="2" name="Slide"/><p:cNvSpPr><a:spLocks noGrp="1" noRot="1" noChangeAspect="1"/></p:cNvSpPr><p:nvPr><p:ph type="sldImg"/></p:nvPr></p:nvSpPr><p:spPr/></p:sp>`+
			`<p:sp><p:nvSpPr><p:cNvPr id="3" name="Notes"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="body" idx="1"/></p:nvPr></p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/><a:lstStyle/>`+
			slideText(v.notes, "", "")+`</p:txBody></p:sp></p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:notes>`)
		b.put(fmt.Sprintf("ppt/notesSlides/_rels/notesSlide%d.xml.rels", n), relations([]relation{
			{"rId1", "notesMaster", "../notesMasters/notesMaster1.xml", false}, {"rId2", "slide", fmt.Sprintf("../slides/slide%d.xml", n), false}}))
	}
	b.put(fmt.Sprintf("ppt/slides/_rels/slide%d.xml.rels", n), relations(rels))
	b.put(fmt.Sprintf("ppt/slides/slide%d.xml", n), xmlHead+`<p:sld `+slideSpaces+`><p:cSld><p:spTree>`+treeHead+drawView(v)+
		`</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sld>`)
}

// master writes what all slides share: the look, one layout with a title, and the
// notes' master where there are notes.
func (b *bundle) master(notes bool) {
	title := func(id int) string {
		return fmt.Sprintf(`<p:sp><p:nvSpPr><p:cNvPr id="%d" name="Title"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="title"/></p:nvPr></p:nvSpPr>`, id) +
			`<p:spPr>` + place(slideSide, 38, slideWidth-2*slideSide, 50) + `<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr>` +
			`<p:txBody><a:bodyPr lIns="0" tIns="0" rIns="0" bIns="0" anchor="ctr"/><a:lstStyle/><a:p><a:r><a:rPr lang="en"/><a:t>Title</a:t></a:r></a:p></p:txBody></p:sp>`
	}
	const mapping = `<p:clrMap bg1="dk1" tx1="lt1" bg2="dk2" tx2="lt2" accent1="accent1" accent2="accent2" accent3="accent3" accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"/>`
	levels := func(size int, bold string) string {
		return fmt.Sprintf(`<a:lvl1pPr algn="l"><a:spcBef><a:spcPts val="0"/></a:spcBef><a:buNone/><a:defRPr sz="%d"%s><a:solidFill><a:schemeClr val="tx1"/></a:solidFill><a:latin typeface="+mn-lt"/><a:cs typeface="+mn-cs"/></a:defRPr></a:lvl1pPr>`, size, bold)
	}
	b.put("ppt/slideMasters/slideMaster1.xml", xmlHead+`<p:sldMaster `+slideSpaces+`><p:cSld><p:bg><p:bgPr><a:solidFill><a:schemeClr val="bg1"/></a:solidFill><a:effectLst/></p:bgPr></p:bg><p:spTree>`+treeHead+title(2)+
		`</p:spTree></p:cSld>`+mapping+`<p:sldLayoutIdLst><p:sldLayoutId id="2147483649" r:id="rId1"/></p:sldLayoutIdLst>`+
		`<p:txStyles><p:titleStyle>`+levels(2800, ` b="1"`)+`</p:titleStyle><p:bodyStyle>`+levels(2400, "")+`</p:bodyStyle><p:otherStyle>`+levels(2400, "")+`</p:otherStyle></p:txStyles></p:sldMaster>`)
	b.put("ppt/slideMasters/_rels/slideMaster1.xml.rels", relations([]relation{{"rId1", "slideLayout", "../slideLayouts/slideLayout1.xml", false}, {"rId2", "theme", "../theme/theme1.xml", false}}))
	b.put("ppt/slideLayouts/slideLayout1.xml", xmlHead+`<p:sldLayout `+slideSpaces+` type="titleOnly" preserve="1"><p:cSld name="Lectern"><p:spTree>`+treeHead+title(2)+
		`</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>`)
	b.put("ppt/slideLayouts/_rels/slideLayout1.xml.rels", relations([]relation{{"rId1", "slideMaster", "../slideMasters/slideMaster1.xml", false}}))
	b.put("ppt/theme/theme1.xml", slideTheme)
	if !notes {
		return
	}
	b.put("ppt/theme/theme2.xml", slideTheme)
	b.put("ppt/notesMasters/_rels/notesMaster1.xml.rels", relations([]relation{{"rId1", "theme", "../theme/theme2.xml", false}}))
	b.put("ppt/notesMasters/notesMaster1.xml", xmlHead+`<p:notesMaster `+slideSpaces+`><p:cSld><p:bg><p:bgPr><a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill><a:effectLst/></p:bgPr></p:bg><p:spTree>`+treeHead+
		`<p:sp><p:nvSpPr><p:cNvPr id="2" name="Slide"/><p:cNvSpPr><a:spLocks noGrp="1" noRot="1" noChangeAspect="1"/></p:cNvSpPr><p:nvPr><p:ph type="sldImg" idx="2"/></p:nvPr></p:nvSpPr><p:spPr>`+place(54, 54, 432, 243)+`<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr></p:sp>`+
		`<p:sp><p:nvSpPr><p:cNvPr id="3" name="Notes"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="body" sz="quarter" idx="1"/></p:nvPr></p:nvSpPr><p:spPr>`+place(54, 330, 432, 330)+`<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr><p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:endParaRPr lang="en"/></a:p></p:txBody></p:sp>`+
		`</p:spTree></p:cSld><p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" accent3="accent3" accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"/>`+
		`<p:notesStyle><a:lvl1pPr><a:defRPr sz="1400"><a:solidFill><a:schemeClr val="tx1"/></a:solidFill></a:defRPr></a:lvl1pPr></p:notesStyle></p:notesMaster>`)
}

const slideSpaces = `xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" ` +
	`xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"`

const treeHead = `<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/>`

const slideTheme = xmlHead + `<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="Lectern"><a:themeElements>` +
	`<a:clrScheme name="Lectern"><a:dk1><a:srgbClr val="0B0E12"/></a:dk1><a:lt1><a:srgbClr val="F7F5EF"/></a:lt1><a:dk2><a:srgbClr val="171C23"/></a:dk2><a:lt2><a:srgbClr val="C3C8CE"/></a:lt2>` +
	`<a:accent1><a:srgbClr val="5AA0DC"/></a:accent1><a:accent2><a:srgbClr val="DBA23A"/></a:accent2><a:accent3><a:srgbClr val="CC73B2"/></a:accent3><a:accent4><a:srgbClr val="8B949D"/></a:accent4>` +
	`<a:accent5><a:srgbClr val="9CCBF5"/></a:accent5><a:accent6><a:srgbClr val="FFADA3"/></a:accent6><a:hlink><a:srgbClr val="9CCBF5"/></a:hlink><a:folHlink><a:srgbClr val="C3C8CE"/></a:folHlink></a:clrScheme>` +
	`<a:fontScheme name="Lectern"><a:majorFont><a:latin typeface="Georgia"/><a:ea typeface=""/><a:cs typeface="Times New Roman"/></a:majorFont><a:minorFont><a:latin typeface="Georgia"/><a:ea typeface=""/><a:cs typeface="Times New Roman"/></a:minorFont></a:fontScheme>` +
	`<a:fmtScheme name="Lectern"><a:fillStyleLst><a:solidFill><a:schemeClr val="phClr"/></a:solidFill><a:solidFill><a:schemeClr val="phClr"/></a:solidFill><a:solidFill><a:schemeClr val="phClr"/></a:solidFill></a:fillStyleLst>` +
	`<a:lnStyleLst><a:ln w="6350"><a:solidFill><a:schemeClr val="phClr"/></a:solidFill></a:ln><a:ln w="12700"><a:solidFill><a:schemeClr val="phClr"/></a:solidFill></a:ln><a:ln w="19050"><a:solidFill><a:schemeClr val="phClr"/></a:solidFill></a:ln></a:lnStyleLst>` +
	`<a:effectStyleLst><a:effectStyle><a:effectLst/></a:effectStyle><a:effectStyle><a:effectLst/></a:effectStyle><a:effectStyle><a:effectLst/></a:effectStyle></a:effectStyleLst>` +
	`<a:bgFillStyleLst><a:solidFill><a:schemeClr val="phClr"/></a:solidFill><a:solidFill><a:schemeClr val="phClr"/></a:solidFill><a:solidFill><a:schemeClr val="phClr"/></a:solidFill></a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>`
