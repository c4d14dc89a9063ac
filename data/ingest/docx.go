package ingest

import (
	"context"
	"encoding/xml"
	"path"
	"strings"

	"lectern/data"
)

// isOOXML tells the documents of Word, Excel and PowerPoint, also ones cut short.
func isOOXML(f *file) bool {
	return hasEntry(f, "[Content_Types].xml")
}

// readDOCX reads a Word document: its text as it stands when every change is
// accepted, without comments, headers, footers and hidden text.
func readDOCX(ctx context.Context, b []byte) (Document, error) {
	doc := Document{From: map[Field]Origin{}}
	parts, err := openBundle(b)
	if err != nil {
		return doc, err
	}
	main, err := mainPart(ctx, parts)
	if err != nil {
		return doc, err
	}
	d := &docx{styles: map[string]docxStyle{}, lists: newDocxLists()}
	folder := path.Dir(main)
	// A document without styles or lists is still a document.
	for name, h := range map[string]xmlHandler{"styles.xml": &docxStyles{into: d}, "numbering.xml": &docxNumbering{lists: d.lists}} {
		if err := scanPart(ctx, parts, path.Join(folder, name), h); err != nil {
			return doc, err
		}
	}
	if err := scanPart(ctx, parts, main, d); err != nil {
		return doc, err
	}
	if err := d.readNotes(ctx, parts, folder); err != nil {
		return doc, err
	}
	d.out.fill(&doc)
	props := &xmlFields{fields: map[string]string{}}
	if err := scanPart(ctx, parts, "docProps/core.xml", props); err != nil {
		return doc, err
	}
	fillOffice(&doc, &d.out, officeFacts{
		title: props.fields["title"], author: props.fields["creator"],
		created: props.fields["created"], lang: orElse(props.fields["language"], d.lang),
	})
	return doc, nil
}

// scanPart reads a part where there is one.
func scanPart(ctx context.Context, parts *bundle, name string, h xmlHandler) error {
	if !parts.has(name) {
		return nil
	}
	in, err := parts.open(name)
	if err != nil {
		return err
	}
	defer in.Close()
	return scanXML(ctx, in, h)
}

// mainPart finds the document in its package; what is no Word document is refused.
func mainPart(ctx context.Context, parts *bundle) (string, error) {
	rels := &docxRelations{}
	if err := scanPart(ctx, parts, "_rels/.rels", rels); err != nil {
		return "", err
	}
	main := partName(rels.main)
	if main == "" || !parts.has(main) {
		main = "word/document.xml"
	}
	switch {
	case parts.has(main) && strings.HasSuffix(main, ".xml") && path.Dir(main) != "xl" && path.Dir(main) != "ppt":
		return main, nil
	case parts.has("xl/workbook.xml"), parts.has("xl/workbook.bin"), parts.has("ppt/presentation.xml"), parts.has("visio/document.xml"):
		return "", &data.Fault{Code: data.FaultUnsupported}
	}
	return "", &data.Fault{Code: data.FaultBroken, Err: errNoPart}
}

type docxRelations struct{ main string }

func (r *docxRelations) open(e xml.StartElement) bool {
	if e.Name.Local == "Relationship" && strings.HasSuffix(xmlAttr(e, "Type"), "/officeDocument") && r.main == "" {
		r.main = xmlAttr(e, "Target")
	}
	return true
}
func (r *docxRelations) close(xml.Name) {}
func (r *docxRelations) text(string)    {}
func (r *docxRelations) full() bool     { return false }

// docx is the reader of a document's text, and of its notes.
type docx struct {
	out    flow
	styles map[string]docxStyle
	lists  *docxLists
	lang   string // of the text unless it says otherwise
	paras  []*docxPara
	joined string   // the text of a paragraph whose end is deleted: it opens the next
	refs   []noteID // notes in the order of their marks
	note   noteID   // the note being read
	notes  map[noteID][]block
	toc    bool // inside of a content control that holds a table of contents
}

// noteID names a note: "footnote" or "endnote", and its number in the file.
type noteID struct{ kind, id string }

// docxPara is a paragraph being read. Text boxes hang in paragraphs and hold some
// themselves.
type docxPara struct {
	text            strings.Builder
	after           []block // of its text boxes
	style, num, lvl string
	inProps, hidden bool // in the paragraph's properties; in hidden text
	taken, endless  bool // inside of text; its end is deleted
}

func (d *docx) full() bool { return d.out.full() }

func (d *docx) para() *docxPara {
	if n := len(d.paras); n > 0 {
		return d.paras[n-1]
	}
	return nil
}

// docxLeftOut holds what is no part of the text: what was deleted or moved away,
// how things looked before a change, what fields are computed from, pronunciation,
// a second copy of what stands before it.
var docxLeftOut = set(`del moveFrom delText instrText delInstrText pPrChange rPrChange tblPrChange trPrChange tcPrChange sectPrChange
numberingChange tblGridChange tblPrExChange Fallback rt sectPr tblPr docPr cNvPr altChunk annotation commentRangeStart`)

func (d *docx) open(e xml.StartElement) bool {
	p := d.para()
	switch name := e.Name.Local; name {
	case "p":
		if !isWordprocessing(e.Name) {
			return false
		}
		d.paras = append(d.paras, &docxPara{})
	case "tbl":
		d.out.openTable()
	case "tc", "txbxContent":
		d.out.begin()
	case "docPartGallery":
		d.toc = d.toc || xmlAttr(e, "val") == "Table of Contents"
	case "sdt":
		d.toc = false
	case "sdtContent":
		if d.toc {
			d.toc = false
			return false
		}
	case "footnote", "endnote":
		switch xmlAttr(e, "type") {
		case "", "normal":
			d.note = noteID{name, xmlAttr(e, "id")}
			d.out.begin()
		default:
			return false
		}
	case "trPr":
		d.paras = append(d.paras, &docxPara{inProps: true}) // takes what is said of the row
	case "del", "hidden":
		if p != nil && p.inProps {
			p.endless = true
		}
		return name == "hidden"
	default:
		if docxLeftOut[name] {
			return false
		}
		if p != nil {
			d.inside(p, e)
		}
	}
	return true
}

// inside reads what belongs to a paragraph.
func (d *docx) inside(p *docxPara, e xml.StartElement) {
	switch e.Name.Local {
	case "pPr":
		p.inProps = true
	case "pStyle":
		p.style = xmlAttr(e, "val")
	case "numId":
		p.num = xmlAttr(e, "val")
	case "ilvl":
		p.lvl = xmlAttr(e, "val")
	case "r":
		p.hidden = false
	case "vanish":
		p.hidden = p.hidden || !p.inProps && xmlOn(e)
	case "rStyle":
		p.hidden = p.hidden || !p.inProps && d.style(xmlAttr(e, "val")).hidden
	case "t":
		p.taken = isWordprocessing(e.Name) || strings.Contains(e.Name.Space, "/math")
	case "tab", "ptab":
		if !p.inProps {
			p.write(" ")
		}
	case "br", "cr":
		p.write("\n")
	case "noBreakHyphen":
		p.write("\u2011")
	case "footnoteReference", "endnoteReference":
		if d.note.kind == "" && !p.hidden {
			d.refs = append(d.refs, noteID{strings.TrimSuffix(e.Name.Local, "Reference"), xmlAttr(e, "id")})
			p.write(noteMark(len(d.refs)))
		}
	}
}

func (p *docxPara) write(s string) {
	if !p.hidden {
		p.text.WriteString(s)
	}
}

func (d *docx) text(s string) {
	if p := d.para(); p != nil && p.taken {
		p.write(s)
		d.out.size += len(s)
	}
}

func (d *docx) close(name xml.Name) {
	p := d.para()
	switch name.Local {
	case "p":
		if p != nil {
			d.paras = d.paras[:len(d.paras)-1]
			d.finish(p)
		}
	case "pPr":
		if p != nil {
			p.inProps = false
		}
	case "t":
		if p != nil {
			p.taken = false
		}
	case "txbxContent":
		inside := d.out.end()
		if p != nil {
			p.after = append(p.after, inside...)
		}
	case "trPr":
		if p != nil && p.inProps {
			d.paras = d.paras[:len(d.paras)-1]
			if t := d.out.table(); t != nil {
				t.drop = t.drop || p.endless
			}
		}
	case "tc":
		d.out.cell(d.out.end())
	case "tr":
		d.out.closeRow()
	case "tbl":
		d.out.closeTable()
	case "footnote", "endnote":
		if d.note.kind == name.Local {
			d.notes[d.note] = d.out.end()
			d.note = noteID{}
		}
	}
}

// finish writes a paragraph that was read to its end.
func (d *docx) finish(p *docxPara) {
	text := d.joined + p.text.String()
	d.out.size -= p.text.Len()
	d.joined = ""
	if p.endless {
		d.joined = text
		d.out.blocks = append(d.out.blocks, p.after...)
		return
	}
	style := d.style(p.style)
	switch {
	case style.hidden, style.contents:
	case flowLines(text) == "":
	default:
		d.write(text, style, orElse(p.num, style.num), orElse(p.lvl, style.lvl))
	}
	d.out.blocks = append(d.out.blocks, p.after...)
}

func (d *docx) write(text string, style docxStyle, num, lvl string) {
	level, marker, listed := d.lists.next(num, lvl)
	switch {
	case style.title && d.out.titled == "":
		d.out.titled = flowLines(text)
		d.out.paragraph(text)
	case style.heading || style.title:
		d.out.heading = orElse(d.out.heading, flowLines(text))
		if marker == bulletMark {
			marker = ""
		}
		d.out.add(block{kind: paragraphBlock, prefix: itemPrefix(0, marker), text: text})
	case listed:
		d.out.item(level, marker, text)
	default:
		d.out.paragraph(text)
	}
}

// readNotes puts the notes that the text marks at its end, in the marks' order.
func (d *docx) readNotes(ctx context.Context, parts *bundle, folder string) error {
	if len(d.refs) == 0 {
		return nil
	}
	d.notes = map[noteID][]block{}
	for _, name := range []string{"footnotes.xml", "endnotes.xml"} {
		if err := scanPart(ctx, parts, path.Join(folder, name), d); err != nil {
			return err
		}
	}
	for _, ref := range d.refs {
		d.out.note(d.notes[ref])
	}
	return nil
}

func isWordprocessing(name xml.Name) bool {
	return name.Space == "w" || strings.Contains(name.Space, "wordprocessingml")
}

func orElse(a, b string) string {
	if a == "" {
		return b
	}
	return a
}
