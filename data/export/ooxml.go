package export

import (
	"archive/zip"
	"encoding/xml"
	"fmt"
	"io"
	"strings"
	"time"
	"unicode/utf8"

	"golang.org/x/text/unicode/bidi"
)

// bundle writes a ZIP file whose bytes depend on nothing but its parts. The first
// error stays; what comes after it is not written.
type bundle struct {
	zip *zip.Writer
	err error
}

func newBundle(out io.Writer) *bundle { return &bundle{zip: zip.NewWriter(out)} }

// madeAt is when every part says it was made: the earliest time a ZIP can say.
var madeAt = time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC)

// put adds a part.
func (b *bundle) put(name, content string) {
	if b.err != nil {
		return
	}
	var part io.Writer
	part, b.err = b.zip.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Deflate, Modified: madeAt})
	if b.err == nil {
		_, b.err = io.WriteString(part, content)
	}
}

// close ends the file.
func (b *bundle) close() error {
	if b.err != nil {
		return b.err
	}
	return b.zip.Close()
}

const xmlHead = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"

// esc is text within XML, or within an attribute's double quotes. What XML cannot
// hold becomes U+FFFD.
func esc(text string) string {
	var out strings.Builder
	for _, r := range text {
		switch {
		case r == '\t' || r == '\n':
			out.WriteRune(r)
		case r < ' ', r == 0xfffe, r == 0xffff:
			out.WriteRune('\uFFFD')
		case strings.ContainsRune(`<>&"`, r):
			_ = xml.EscapeText(&out, []byte(string(r))) // a Builder takes all
		default:
			out.WriteRune(r)
		}
	}
	return out.String()
}

// relation is a line of a part's list of relations; an outside one is an address.
type relation struct {
	id, kind, target string
	outside          bool
}

func relations(all []relation) string {
	var out strings.Builder
	out.WriteString(xmlHead + `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">`)
	for _, r := range all {
		kind := "http://schemas.openxmlformats.org/officeDocument/2006/relationships/" + r.kind
		if r.kind == "core-properties" {
			kind = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
		}
		fmt.Fprintf(&out, `<Relationship Id="%s" Type="%s" Target="%s"`, r.id, kind, esc(r.target))
		if r.outside {
			out.WriteString(` TargetMode="External"`)
		}
		out.WriteString("/>")
	}
	out.WriteString("</Relationships>")
	return out.String()
}

// kinds writes [Content_Types].xml: what kind each part is, parts and kinds in
// turn.
func kinds(office string, partsAndKinds ...string) string {
	var out strings.Builder
	out.WriteString(xmlHead + `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
		`<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
		`<Default Extension="xml" ContentType="application/xml"/>` +
		`<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>` +
		`<Override PartName="/docProps/app.xml" ContentType="application/vnd.openxmlformats-officedocument.extended-properties+xml"/>`)
	for i := 0; i+1 < len(partsAndKinds); i += 2 {
		kind := partsAndKinds[i+1]
		if !strings.Contains(kind, "/") {
			kind = "application/vnd.openxmlformats-officedocument." + office + "." + kind + "+xml"
		}
		fmt.Fprintf(&out, `<Override PartName="/%s" ContentType="%s"/>`, partsAndKinds[i], kind)
	}
	out.WriteString("</Types>")
	return out.String()
}

// properties writes what a document says of itself: no name of a person, as
// nobody asked to be named.
func (b *bundle) properties(title, lang, marking string, made time.Time) {
	b.put("docProps/core.xml", xmlHead+`<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" `+
		`xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">`+
		`<dc:title>`+esc(title)+`</dc:title><cp:keywords>`+esc(marking)+`</cp:keywords>`+
		`<dcterms:created xsi:type="dcterms:W3CDTF">`+made.UTC().Format("2006-01-02T15:04:05Z")+`</dcterms:created>`+
		`<dc:language>`+esc(lang)+`</dc:language></cp:coreProperties>`)
	b.put("docProps/app.xml", xmlHead+`<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>Lectern</Application></Properties>`)
}

// stretch is a part of a text that is written in one direction.
type stretch struct {
	text string
	rtl  bool
}

// stretches cuts a text where its direction changes. What has no direction of its
// own goes with the text as a whole, unless it stands within words of the other.
func stretches(text string) (all []stretch) {
	base := rightToLeft(text)
	from, rtl, end := 0, base, 0 // end of the last letter of the other direction
	cut := func(to int) {
		if to > from {
			all, from = append(all, stretch{text[from:to], rtl}), to
		}
	}
	for i, r := range text {
		side, strong := direction(r)
		switch {
		case !strong:
		case side != rtl && rtl == base:
			cut(i)
			rtl = side
		case side != rtl:
			cut(end)
			rtl = side
		}
		if strong {
			end = i + utf8.RuneLen(r)
		}
	}
	if rtl != base {
		cut(end)
		rtl = base
	}
	cut(len(text))
	return all
}

// rightToLeft reports whether a text's first letter is written from the right.
func rightToLeft(text string) bool {
	for _, r := range text {
		if rtl, strong := direction(r); strong {
			return rtl
		}
	}
	return false
}

func direction(r rune) (rtl, strong bool) {
	p, _ := bidi.LookupRune(r)
	switch p.Class() {
	case bidi.R, bidi.AL:
		return true, true
	case bidi.L:
		return false, true
	}
	return false, false
}

// leftToRight holds a line of Lectern's own in its order, where names in it are
// written from the right: a mark that nobody sees stands after each.
func leftToRight(text string) string {
	const mark = "\u200E"
	var out strings.Builder
	if rightToLeft(text) {
		out.WriteString(mark)
	}
	rtl := false
	for _, r := range text {
		if side, strong := direction(r); strong {
			rtl = side
		} else if rtl && strings.ContainsRune(",.·—|", r) {
			out.WriteString(mark)
			rtl = false
		}
		out.WriteRune(r)
	}
	return out.String()
}
