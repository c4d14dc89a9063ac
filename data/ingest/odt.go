package ingest

import (
	"bytes"
	"context"
	"encoding/xml"
	"strings"

	"lectern/data"
)

// isODT tells texts of OpenDocument, templates among them.
func isODT(f *file) bool {
	return strings.HasPrefix(mimeOf(f), "application/vnd.oasis.opendocument.text")
}

// isFlatODT tells a text of OpenDocument that is one XML file.
func isFlatODT(f *file) bool {
	head := f.head[:min(len(f.head), 8192)]
	return bytes.Contains(head, []byte("<office:document")) && bytes.Contains(head, []byte(`opendocument.text"`))
}

// readODT reads a text of OpenDocument as it stands when every change is
// accepted, without comments, headers, footers and hidden text.
func readODT(ctx context.Context, b []byte) (Document, error) {
	parts, err := openBundle(b)
	if err != nil {
		return Document{}, err
	}
	sealed := &odtManifest{}
	if err := scanPart(ctx, parts, "META-INF/manifest.xml", sealed); err != nil {
		return Document{}, err
	}
	switch {
	case sealed.encrypted:
		return Document{}, &data.Fault{Code: data.FaultLocked, Err: errPassword}
	case !parts.has("content.xml"):
		return Document{}, &data.Fault{Code: data.FaultBroken, Err: errNoPart}
	}
	o := newODT()
	for _, name := range []string{"meta.xml", "styles.xml", "content.xml"} {
		if err := scanPart(ctx, parts, name, o); err != nil {
			return Document{}, err
		}
	}
	return o.document(), nil
}

func readFlatODT(ctx context.Context, b []byte) (Document, error) {
	o := newODT()
	if err := scanXML(ctx, bytes.NewReader(b), o); err != nil {
		return Document{}, err
	}
	return o.document(), nil
}

type odtManifest struct{ encrypted bool }

func (m *odtManifest) open(e xml.StartElement) bool {
	m.encrypted = m.encrypted || e.Name.Local == "encryption-data"
	return true
}
func (m *odtManifest) close(xml.Name) {}
func (m *odtManifest) text(string)    {}
func (m *odtManifest) full() bool     { return m.encrypted }

// odt reads every part of such a text; each element means the same in all.
type odt struct {
	out    flow
	styles odtStyles
	lists  odtLists
	paras  []*odtPara
	meta   bool
	fields xmlFields
}

// odtPara is a paragraph being read.
type odtPara struct {
	text    strings.Builder
	after   []block // of its text boxes
	heading bool
	title   bool
}

func newODT() *odt {
	return &odt{
		styles: odtStyles{styles: map[string]odtStyle{}, lists: map[string]map[int]odtLevel{}},
		lists:  odtLists{last: map[string]*[odtDepth]int{}}, fields: xmlFields{fields: map[string]string{}},
	}
}

func (o *odt) document() Document {
	doc := Document{From: map[Field]Origin{}}
	o.out.fill(&doc)
	known := o.fields.fields
	fillOffice(&doc, &o.out, officeFacts{
		title: known["title"], author: orElse(known["initial-creator"], known["creator"]),
		created: orElse(known["creation-date"], known["date"]), lang: orElse(known["language"], o.styles.lang),
	})
	return doc
}

// odtLeftOut holds what is no part of the text: tracked deletions, comments, what
// is at the edge of pages, lists of contents, forms, pronunciation.
var odtLeftOut = set(`tracked-changes annotation master-styles note-citation table-of-content illustration-index table-index object-index
user-index alphabetical-index hidden-text placeholder ruby-text forms covered-table-cell notes-configuration title-page
binary-data scripts settings font-face-decls number desc event-listeners`)

// odtBoxes hold paragraphs of their own beside the text.
var odtBoxes = set("text-box custom-shape rect ellipse polygon polyline line circle path connector caption measure")

func (o *odt) full() bool { return o.out.full() }

func (o *odt) para() *odtPara {
	if n := len(o.paras); n > 0 {
		return o.paras[n-1]
	}
	return nil
}

func (o *odt) open(e xml.StartElement) bool {
	name := e.Name.Local
	if o.meta {
		return o.fields.open(e)
	}
	p := o.para()
	switch {
	case name == "number" && !strings.Contains(e.Name.Space, "text"), name == "title" && p == nil:
		return true
	case odtLeftOut[name], name == "title":
		return false
	case name == "meta" && p == nil:
		o.meta = true
	case name == "p" || name == "h":
		style := o.styles.style(xmlAttr(e, "style-name"))
		if style.hidden {
			return false
		}
		o.paras = append(o.paras, &odtPara{heading: name == "h", title: style.title})
	case name == "span" && o.styles.style(xmlAttr(e, "style-name")).hidden:
		return false
	case name == "section" && xmlAttr(e, "display") == "none":
		return false
	case name == "s" || name == "tab":
		o.text(" ")
	case name == "line-break":
		o.text("\n")
	case name == "note-body", name == "table-cell", odtBoxes[name]:
		o.lists.begin()
		o.out.begin()
	case name == "table":
		o.out.openTable()
	case name == "list" || name == "list-item":
		o.lists.open(e)
	case p == nil:
		return o.styles.open(e)
	}
	return true
}

func (o *odt) text(s string) {
	if o.meta {
		o.fields.text(s)
	} else if p := o.para(); p != nil {
		p.text.WriteString(s)
		o.out.size += len(s)
	}
}

func (o *odt) close(name xml.Name) {
	if o.meta {
		o.meta = name.Local != "meta"
		o.fields.close(name)
		return
	}
	p := o.para()
	switch local := name.Local; {
	case local == "p" || local == "h":
		if p != nil {
			o.paras = o.paras[:len(o.paras)-1]
			o.finish(p)
		}
	case local == "note-body":
		o.lists.end()
		mark := o.out.note(o.out.end())
		if p != nil {
			p.text.WriteString(mark)
		}
	case odtBoxes[local]:
		o.lists.end()
		inside := o.out.end()
		if p != nil {
			p.after = append(p.after, inside...)
		} else {
			o.out.blocks = append(o.out.blocks, inside...)
		}
	case local == "table-cell":
		o.lists.end()
		o.out.cell(o.out.end())
	case local == "table-row":
		o.out.closeRow()
	case local == "table":
		o.out.closeTable()
	case local == "list":
		o.lists.close()
	default:
		o.styles.close(local)
	}
}

func (o *odt) finish(p *odtPara) {
	text := p.text.String()
	o.out.size -= len(text)
	level, marker, listed := 0, "", false
	if flowLines(text) != "" {
		level, marker, listed = o.lists.next(&o.styles)
	}
	switch {
	case p.title && o.out.titled == "":
		o.out.titled = flowLines(text)
		o.out.paragraph(text)
	case p.heading:
		o.out.heading = orElse(o.out.heading, flowLines(text))
		if marker == bulletMark {
			marker = ""
		}
		o.out.add(block{kind: paragraphBlock, prefix: itemPrefix(0, marker), text: text})
	case listed:
		o.out.item(level, marker, text)
	default:
		o.out.paragraph(text)
	}
	o.out.blocks = append(o.out.blocks, p.after...)
}
