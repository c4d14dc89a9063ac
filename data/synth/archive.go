package synth

import (
	"archive/zip"
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

// Archive says what lies in a folder that WriteArchive filled.
type Archive struct {
	Files     int
	Documents []string // the mark of each document that is new, once
	Newer     int      // of those, newer copies of another
	Known     int      // copies, byte for byte
	Broken    int      // files that nobody can read
	PDFs      int
}

// WriteArchive fills a folder with n files as an analyst's disk has them: text,
// pages, office documents, mail, archives, copies, newer copies, broken files. It
// makes the same files each time; pdf says whether PDFs are among them. Each
// document carries a mark that no other has.
func (m *Maker) WriteArchive(dir string, n int, pdf bool) (Archive, error) {
	a := &archive{Maker: m, dir: dir, withPDF: pdf}
	for i := range n {
		if err := a.file(i); err != nil {
			return a.Archive, err
		}
	}
	return a.Archive, nil
}

const archiveSize = 3 << 10 // of a document, in bytes

type archive struct {
	*Maker
	Archive
	dir     string
	withPDF bool
	last    []byte // an earlier file, to be copied
}

// story is one document: its mark stands in its text.
type story struct {
	mark, title, address string
	paragraphs           []string
}

func (a *archive) story(i int) story {
	r := a.Report(i, archiveSize)
	s := story{mark: fmt.Sprintf("zqx%07dzqx", i), title: r.Title, address: fmt.Sprintf("https://gazette.example/2025/%07d", i)}
	s.paragraphs = append(strings.Split(r.Body, "\n\n"), "The file is marked "+s.mark+", an editor said.")
	return s
}

// next is a story that is not on the disk yet.
func (a *archive) next(i, part int) story {
	s := a.story(i*100 + part)
	a.Documents = append(a.Documents, s.mark)
	return s
}

// file writes the i-th file; which kind it is follows from i.
func (a *archive) file(i int) error {
	kind := i % 20
	switch {
	case i%40 == 6:
		return a.print(i)
	case kind < 7:
		b := a.next(i, 0).text()
		a.last = b
		return a.write(i, "txt", b)
	case kind < 10:
		return a.write(i, "html", a.next(i, 0).page())
	case kind < 12:
		return a.write(i, "md", a.next(i, 0).markdown())
	case kind < 14:
		return a.write(i, "docx", a.next(i, 0).docx())
	case kind == 14:
		return a.write(i, "odt", a.next(i, 0).odt())
	case kind < 17:
		return a.write(i, "eml", a.next(i, 0).mail(i))
	case kind == 17:
		return a.write(i, "zip", pack("a.txt", a.next(i, 0).text(), "deep/b.html", a.next(i, 1).page(), "c.md", a.next(i, 2).markdown()))
	case kind == 18 && i%40 == 18:
		a.Known++
		return a.write(i, "txt", a.last)
	case kind == 18:
		a.Newer++
		return a.write(i, "html", a.newer(i))
	}
	return a.rare(i)
}

// rare is a mailbox, a PDF, or a file that is broken in one of three ways.
func (a *archive) rare(i int) error {
	switch i / 20 % 5 {
	case 0:
		var box bytes.Buffer
		for part := range 10 {
			fmt.Fprintf(&box, "From editor@gazette.example Mon Oct  6 10:00:00 2025\n%s\n\n", a.next(i, part).mail(i*100+part))
		}
		return a.write(i, "mbox", box.Bytes())
	case 1:
		return a.print(i)
	}
	a.Broken++
	switch i / 20 % 5 {
	case 2:
		return a.write(i, "txt", nil)
	case 3:
		return a.write(i, "txt", []byte("\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x10"))
	}
	whole := a.story(i * 100).docx()
	return a.write(i, "docx", whole[:len(whole)/2])
}

// print writes a PDF, each fifth of them of a dozen pages, or a page where there
// are to be none.
func (a *archive) print(i int) error {
	s := a.next(i, 0)
	if !a.withPDF {
		return a.write(i, "html", s.page())
	}
	a.PDFs++
	if a.PDFs%5 == 0 {
		long := a.Report(i*100, 12*archiveSize)
		s.paragraphs = append(strings.Split(long.Body, "\n\n"), s.paragraphs[len(s.paragraphs)-1])
	}
	return a.write(i, "pdf", s.pdf())
}

// newer is a later copy of the page some files before: a sentence more, at the
// same address.
func (a *archive) newer(i int) []byte {
	s := a.story((i - 31) * 100) // a page: its kind is 7
	s.mark = fmt.Sprintf("zqx%07dzqx", i*100)
	a.Documents = append(a.Documents, s.mark)
	s.paragraphs[len(s.paragraphs)-1] = "The file is marked " + s.mark + ", an editor said."
	s.paragraphs = append(s.paragraphs, "The talks go on, officials added later.")
	return s.page()
}

// write puts a file where a disk would have it, a hundred a folder.
func (a *archive) write(i int, ending string, b []byte) error {
	a.Files++
	path := filepath.Join(a.dir, fmt.Sprintf("%03d", i/100), fmt.Sprintf("file-%06d.%s", i, ending))
	if i%100 == 0 || a.Files == 1 {
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			return err
		}
	}
	return os.WriteFile(path, b, 0o600)
}

func (s story) text() []byte {
	return []byte(s.title + "\n\n" + strings.Join(s.paragraphs, "\n\n") + "\n")
}

func (s story) markdown() []byte {
	return []byte("# " + s.title + "\n\n" + strings.Join(s.paragraphs, "\n\n") + "\n")
}

func (s story) page() []byte {
	return fmt.Appendf(nil, "<!DOCTYPE html><html lang=en><head><title>%s</title><link rel=canonical href=%q></head>"+
		"<body><nav><a href=/>Home</a> <a href=/world>World</a></nav><article><h1>%s</h1><p>%s</p></article><footer>All rights reserved</footer></body></html>",
		s.title, s.address, s.title, strings.Join(s.paragraphs, "</p><p>"))
}

func (s story) mail(i int) []byte {
	return fmt.Appendf(nil, "From: Editor <editor@gazette.example>\nTo: desk@analysts.example\nSubject: %s\nDate: Mon, 06 Oct 2025 10:00:00 +0000\n"+
		"Message-ID: <%d@gazette.example>\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n\n%s\n", s.title, i, strings.Join(s.paragraphs, "\n\n"))
}

func (s story) docx() []byte {
	const w = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"`
	body := `<w:p><w:pPr><w:pStyle w:val="Title"/></w:pPr><w:r><w:t>` + s.title + `</w:t></w:r></w:p>`
	for _, p := range s.paragraphs {
		body += `<w:p><w:r><w:t xml:space="preserve">` + p + `</w:t></w:r></w:p>`
	}
	return pack(
		"[Content_Types].xml", []byte(`<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`),
		"_rels/.rels", []byte(`<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`),
		"word/document.xml", []byte(`<?xml version="1.0" encoding="UTF-8"?><w:document `+w+`><w:body>`+body+`</w:body></w:document>`))
}

func (s story) odt() []byte {
	body := `<text:h text:outline-level="1">` + s.title + `</text:h>`
	for _, p := range s.paragraphs {
		body += `<text:p>` + p + `</text:p>`
	}
	return pack("mimetype", []byte("application/vnd.oasis.opendocument.text"),
		"content.xml", []byte(`<?xml version="1.0" encoding="UTF-8"?><office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:version="1.3"><office:body><office:text>`+body+`</office:text></office:body></office:document-content>`),
		"META-INF/manifest.xml", []byte(`<?xml version="1.0" encoding="UTF-8"?><manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><manifest:file-entry manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.text"/><manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>`))
}

// pack puts files into a ZIP file: name, bytes, name, bytes. The first is stored
// as it is, as ODT asks for.
func pack(nameAndBytes ...any) []byte {
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	for i := 0; i < len(nameAndBytes); i += 2 {
		h := &zip.FileHeader{Name: nameAndBytes[i].(string), Method: zip.Deflate}
		if i == 0 {
			h.Method = zip.Store
		}
		w, err := z.CreateHeader(h)
		if err == nil {
			_, err = w.Write(nameAndBytes[i+1].([]byte))
		}
		if err != nil {
			panic(err) // memory does not refuse
		}
	}
	if err := z.Close(); err != nil {
		panic(err)
	}
	return out.Bytes()
}

// pdf is a page of lines, or as many as are needed.
func (s story) pdf() []byte {
	var lines []string
	for _, p := range append([]string{s.title}, s.paragraphs...) {
		line := ""
		for _, word := range strings.Fields(strings.NewReplacer("“", `"`, "”", `"`, "(", "", ")", "").Replace(p)) {
			if len(line)+len(word) > 85 {
				lines, line = append(lines, line), ""
			}
			line += word + " "
		}
		lines = append(lines, line, "")
	}
	var objects, kids []string
	objects = append(objects, "<</Type/Catalog/Pages 2 0 R>>", "", "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>")
	const aPage = 50
	for from := 0; from < len(lines); from += aPage {
		text := "BT /F1 11 Tf 14 TL 60 780 Td\n"
		for _, line := range lines[from:min(from+aPage, len(lines))] {
			text += "(" + line + ") Tj T*\n"
		}
		text += "ET"
		kids = append(kids, fmt.Sprintf("%d 0 R", len(objects)+1))
		objects = append(objects, fmt.Sprintf("<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 3 0 R>>>>/Contents %d 0 R>>", len(objects)+2),
			fmt.Sprintf("<</Length %d>>stream\n%s\nendstream", len(text), text))
	}
	objects[1] = fmt.Sprintf("<</Type/Pages/Kids[%s]/Count %d>>", strings.Join(kids, " "), len(kids))
	var out bytes.Buffer
	out.WriteString("%PDF-1.4\n")
	at := make([]int, len(objects))
	for i, o := range objects {
		at[i] = out.Len()
		fmt.Fprintf(&out, "%d 0 obj\n%s\nendobj\n", i+1, o)
	}
	start := out.Len()
	fmt.Fprintf(&out, "xref\n0 %d\n0000000000 65535 f \n", len(objects)+1)
	for _, offset := range at {
		fmt.Fprintf(&out, "%010d 00000 n \n", offset)
	}
	fmt.Fprintf(&out, "trailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n", len(objects)+1, start)
	return out.Bytes()
}
