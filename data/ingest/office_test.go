package ingest

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"context"
	"encoding/binary"
	"errors"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"lectern/data"
)

// entry is a part of a document that a test builds.
type entry struct{ name, body string }

func packed(t testing.TB, entries ...entry) []byte {
	t.Helper()
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	z.RegisterCompressor(zip.Deflate, func(w io.Writer) (io.WriteCloser, error) { return flate.NewWriter(w, flate.BestSpeed) })
	for _, e := range entries {
		w, err := z.Create(e.name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write([]byte(e.body)); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

const (
	docxOpening = `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>`
	docxEnding  = `</w:body></w:document>`
	docxWords   = `<w:p><w:r><w:t>The envoy said that talks would go on.</w:t></w:r></w:p>`
	odtOpening  = `<office:document-content xmlns:office="o" xmlns:text="t"><office:body><office:text>`
)

func docxOf(t testing.TB, body string, more ...entry) []byte {
	return packed(t, append([]entry{{"[Content_Types].xml", `<Types/>`}, {"word/document.xml", body}}, more...)...)
}

func odtOf(t testing.TB, body string, more ...entry) []byte {
	return packed(t, append([]entry{{"mimetype", "application/vnd.oasis.opendocument.text"}, {"content.xml", body}}, more...)...)
}

func epubOf(t testing.TB, chapter string, more ...entry) []byte {
	return packed(t, append([]entry{
		{"mimetype", "application/epub+zip"}, {"META-INF/container.xml", `<container><rootfiles><rootfile full-path="OPS/book.opf"/></rootfiles></container>`},
		{"OPS/book.opf", `<package><metadata xmlns:dc="d"><dc:title>A book</dc:title></metadata><manifest><item id="a" href="a.xhtml"/></manifest><spine><itemref idref="a"/></spine></package>`},
		{"OPS/a.xhtml", chapter},
	}, more...)...)
}

// Hostile office files are refused or tamed within ten seconds and half a gigabyte.
func TestHostileOfficeFilesAreRefusedOrTamed(t *testing.T) {
	laughs := `<!DOCTYPE lolz [<!ENTITY lol "lol">` + strings.Repeat(`<!ENTITY lol1 "&lol;&lol;&lol;&lol;&lol;&lol;&lol;&lol;&lol;&lol;">`, 9) + `]>`
	good := docxOf(t, docxOpening+docxWords+docxEnding)
	bomb := strings.Repeat("word ", 20<<20) // 100 MiB, packed to 100 KiB
	deep := func(tag string, n int) string {
		return strings.Repeat("<"+tag+">", n) + strings.Repeat("</"+tag+">", n)
	}
	for _, c := range []struct {
		what  string
		bytes []byte
		want  data.FaultCode // "" is tamed
	}{
		{"a DOCX of one endless paragraph", docxOf(t, docxOpening+"<w:p><w:r><w:t>"+bomb+"</w:t></w:r></w:p>"+docxEnding), data.FaultTooMuch},
		{"an ODT of one endless paragraph", odtOf(t, odtOpening+"<text:p>"+bomb), data.FaultTooMuch},
		{"an EPUB of one endless chapter", epubOf(t, "<html><body><p>"+bomb), data.FaultTooMuch},
		{"a DOCX with endless styles", docxOf(t, docxOpening+docxWords+docxEnding, entry{"word/styles.xml", "<w:styles>" + bomb}), data.FaultTooMuch},
		{"a DOCX with entities that grow", docxOf(t, laughs+docxOpening+"<w:p><w:r><w:t>word &lol1;</w:t></w:r></w:p>"+docxEnding), ""},
		{"an ODT with entities that grow", odtOf(t, laughs+odtOpening+"<text:p>word &lol1;</text:p></office:text></office:body></office:document-content>"), ""},
		{"an ODT with an entity from elsewhere", odtOf(t, `<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]>`+odtOpening+"<text:p>word &f;</text:p></office:text></office:body></office:document-content>"), ""},
		{"a DOCX nested 100,000 deep", docxOf(t, docxOpening+deep("w:sdt", 100_000)+docxEnding), data.FaultBroken},
		{"a DOCX of tables in tables", docxOf(t, docxOpening+strings.Repeat("<w:tbl><w:tr><w:tc>", 600)+docxWords+strings.Repeat("</w:tc></w:tr></w:tbl>", 600)+docxEnding), ""},
		{"an ODT nested 100,000 deep", odtOf(t, odtOpening+deep("text:list", 100_000)), data.FaultBroken},
		{"an EPUB nested 100,000 deep", epubOf(t, "<html><body>"+strings.Repeat("<div>", 100_000)+"word"), ""},
		{"an RTF nested 100,000 deep", []byte(`{\rtf1 word ` + strings.Repeat("{", 100_000)), data.FaultBroken},
		{"an RTF of nothing but openings", []byte(`{\rtf1 word ` + strings.Repeat(`{\*`, 8<<20)), data.FaultBroken},
		{"an RTF that claims a binary without end", []byte(`{\rtf1 word \bin2147483647 x`), ""},
		{"an RTF with endless cells", []byte(`{\rtf1 word` + strings.Repeat(`\itap99999\nestcell `, 200_000) + "}"), ""},
		{"a DOCX with names that climb out", docxOf(t, docxOpening+docxWords+docxEnding, entry{"../../../../tmp/evil", "evil"}, entry{"/etc/passwd", "evil"}, entry{`C:\evil`, "evil"}), ""},
		{"an EPUB whose book lies elsewhere", packed(t, entry{"mimetype", "application/epub+zip"}, entry{"META-INF/container.xml", `<rootfile full-path="../../etc/passwd"/>`}), data.FaultBroken},
		{"a DOCX cut in half", good[:len(good)/2], data.FaultBroken},
		{"a DOCX whose document is cut", docxOf(t, docxOpening+docxWords), data.FaultBroken},
		{"a DOCX without a document", packed(t, entry{"[Content_Types].xml", "<Types/>"}), data.FaultBroken},
		{"a spreadsheet", packed(t, entry{"[Content_Types].xml", "<Types/>"}, entry{"xl/workbook.xml", "<workbook/>"}), data.FaultUnsupported},
		{"a DOCX that lies about sizes", lying(good), data.FaultBroken},
		{"a DOCX with 60,000 entries", docxOf(t, docxOpening+docxWords+docxEnding, make([]entry, 60_000)...), data.FaultTooMuch},
		{"a sealed ODT", odtOf(t, "\x01\x02", entry{"META-INF/manifest.xml", "<manifest><file-entry><encryption-data/></file-entry></manifest>"}), data.FaultLocked},
		{"a book under copy protection", epubOf(t, "\x01\x02", entry{"META-INF/encryption.xml", `<e><EncryptedData><EncryptionMethod Algorithm="http://www.w3.org/2001/04/xmlenc#aes128-cbc"/></EncryptedData></e>`}), data.FaultLocked},
		{"a Word file with a password", append([]byte(oleMark+strings.Repeat("\x00", 600)), wide("EncryptedPackage")...), data.FaultLocked},
		{"a Word file of 1997", append([]byte(oleMark+strings.Repeat("\x00", 600)), wide("WordDocument")...), data.FaultUnsupported},
	} {
		t.Run(c.what, func(t *testing.T) {
			peak, done := watchMemory()
			start := time.Now()
			doc, err := Read(context.Background(), "a.bin", c.bytes)
			took := time.Since(start)
			close(done)
			most := <-peak
			f := data.FaultOf(err)
			switch {
			case c.want == "" && (err != nil || !strings.Contains(doc.Text, "word") && !strings.Contains(doc.Text, "envoy")):
				t.Errorf("got %v, text %.80q", err, doc.Text)
			case c.want != "" && (f == nil || f.Code != c.want):
				t.Errorf("got %v (%v), want %q", err, errors.Unwrap(err), c.want)
			case strings.Contains(doc.Text, "root:"), strings.Count(doc.Text, "lol") > 10:
				t.Errorf("an entity was expanded: %.200q", doc.Text)
			}
			if took > 10*time.Second || most > 500<<20 {
				t.Errorf("took %v and %d MB", took, most>>20)
			}
		})
	}
}

// lying changes the sizes that a file's directory claims.
func lying(b []byte) []byte {
	b = bytes.Clone(b)
	for at := 0; ; at++ {
		i := bytes.Index(b[at:], []byte("PK\x01\x02"))
		if i < 0 {
			return b
		}
		at += i
		binary.LittleEndian.PutUint32(b[at+20:], 0x7FFFFFFF) // packed
		binary.LittleEndian.PutUint32(b[at+24:], 1)          // unpacked
	}
}

// watchMemory finds the most memory in use above what is in use now.
func watchMemory() (peak chan uint64, done chan struct{}) {
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	before := m.HeapAlloc
	peak, done = make(chan uint64, 1), make(chan struct{})
	go func() {
		var most uint64
		for {
			var m runtime.MemStats
			runtime.ReadMemStats(&m)
			if m.HeapAlloc > before {
				most = max(most, m.HeapAlloc-before)
			}
			select {
			case <-done:
				peak <- most
				return
			case <-time.After(20 * time.Millisecond):
			}
		}
	}()
	return peak, done
}

func TestRTFReadsItsCodePagesAndLeavesOutWhatIsNotText(t *testing.T) {
	for _, c := range []struct{ what, rtf, text string }{
		{"a code page", `{\rtf1\ansi\ansicpg1251 \'cf\'f0\'e5\'e7\'e8\'e4\'e5\'ed\'f2 said.}`, "Президент said."},
		{"a font's character set", `{\rtf1\ansi{\fonttbl{\f0\fcharset0 A;}{\f1\fcharset204 B;}}\f1 \'cf\'f0 \f0 \'e9t\'e9}`, "Пр été"},
		{"two-byte characters", `{\rtf1\ansi{\fonttbl{\f0\fcharset134 A;}}\f0 \'c4\'e3\'ba\'c3}`, "你好"},
		{"fallbacks", `{\rtf1\uc1 a\u8212?b\u8212\'97c {\uc2\u1055\'cf\'cf}d\uc0\u1056 e}`, "a—b—c ПdРe"},
		{"characters beyond 16 bits", `{\rtf1 x\u-10179?\u-8704? y}`, "x😀 y"},
		{"binaries", "{\\rtf1 before{\\pict\\bin5 }}}{{} after}", "before after"},
		{"what is not known", `{\rtf1{\*\strange never} seen{\info{\title A title}}{\header never}{\*\annotation never}{\v never}}`, "seen"},
		{"changes", `{\rtf1 It was {\deleted not }{\revised fully }done.\par}`, "It was fully done."},
		{"a table", `{\rtf1\trowd\cellx1\cellx2\pard\intbl one\cell two\cell\row\pard after\par}`, "one | two\n\nafter"},
		{"a note", `{\rtf1 Said.{\super\chftn}{\footnote\chftn In the note.} More.\par}`, "Said.[1] More.\n\n[1] In the note."},
	} {
		doc, err := Read(t.Context(), "a.rtf", []byte(c.rtf))
		if err != nil || doc.Text != c.text {
			t.Errorf("%s: %q, %v; want %q", c.what, doc.Text, err, c.text)
		}
	}
}

func TestAProjectGivesItsTexts(t *testing.T) {
	b := packed(t, entry{"project.qde", `<Project xmlns="urn:QDA-XML:project:1.0" name="River"><CodeBook><Codes/></CodeBook><Sources>
<TextSource guid="1" name="Interview 1" plainTextPath="internal://AAA.txt"><PlainTextSelection startPosition="0" endPosition="3"/></TextSource>
<TextSource guid="2" name="Notes"><PlainTextContent>The notes stand here.</PlainTextContent></TextSource>
<TextSource guid="3" name="Elsewhere" plainTextPath="relative://../x.txt"/>
<TextSource guid="4" name="Climber" plainTextPath="internal://../../etc/passwd"/>
<PictureSource guid="5" name="Picture" path="internal://p.png"/></Sources></Project>`}, entry{"sources/aaa.txt", "The captain said that the boat is ready."}, entry{"sources/p.png", "\x89PNG"})
	got := map[string]string{}
	err := Each(t.Context(), "river.qdpx", b, Options{}, func(p Part) error {
		if p.Err != nil {
			got[p.Name] = string(data.FaultOf(p.Err).Code)
		} else {
			got[p.Name] = p.Document.Text
		}
		return nil
	})
	want := map[string]string{
		"river.qdpx › Interview 1.txt": "The captain said that the boat is ready.", "river.qdpx › Notes": "The notes stand here.",
		"river.qdpx › Elsewhere": "not-found", "river.qdpx › Climber": "not-found",
	}
	for name, text := range want {
		if got[name] != text {
			t.Errorf("%s: %q, want %q", name, got[name], text)
		}
	}
	if err != nil || len(got) != len(want) {
		t.Errorf("%v: %q", err, got)
	}
}

// seedOf gives a fuzz target what outside programs wrote.
func seedOf(f *testing.F, pattern string) {
	paths, _ := filepath.Glob("testdata/outside/files/" + pattern)
	for _, p := range paths {
		f.Add(mustRead(f, p))
	}
}

// readSafely checks what holds of every reader: text or a plain fault, in time.
func readSafely(t *testing.T, read func(context.Context, []byte) (Document, error), b []byte) {
	start := time.Now()
	doc, err := read(context.Background(), b)
	if took := time.Since(start); took > 10*time.Second {
		t.Fatalf("%d bytes took %v", len(b), took)
	}
	var known *data.Fault
	switch {
	case err != nil && !errors.As(err, &known):
		t.Fatalf("no fault: %v", err)
	case err != nil && (known.Code == data.FaultInternal || data.FaultMessage(known.Code) == ""):
		t.Fatalf("no plain sentence: %v", err)
	case !utf8.ValidString(doc.Text) || strings.ContainsAny(doc.Text, "\r\x00"):
		t.Fatalf("text is not clean: %q", doc.Text)
	}
}

func FuzzRTF(f *testing.F) {
	seedOf(f, "*.rtf")
	f.Add([]byte(`{\rtf1\ansi{\fonttbl{\f0\fcharset134 A;}}\f0 \'c4\'e3{\footnote x}\trowd\intbl a\cell\itap2 b\nestcell{\shp{\*\shpinst{\shptxt c}}}\row}`))
	f.Fuzz(func(t *testing.T, b []byte) { readSafely(t, readRTF, append([]byte(`{\rtf1 `), b...)) })
}

// The XML of a document is what its reader sees; the ZIP around it is the library's.
func FuzzDOCX(f *testing.F) {
	f.Add([]byte(docxOpening+docxWords+docxEnding), []byte(`<w:numbering><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num></w:numbering>`))
	f.Add([]byte(docxOpening+`<w:tbl><w:tr><w:tc><w:p><w:pPr><w:numPr><w:ilvl w:val="9"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>a</w:t><w:footnoteReference w:id="2"/></w:r></w:p></w:tc></w:tr></w:tbl>`+docxEnding),
		[]byte(`<w:numbering><w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="lowerRoman"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum></w:numbering>`))
	f.Fuzz(func(t *testing.T, body, numbering []byte) {
		readSafely(t, readDOCX, docxOf(t, string(body), entry{"word/numbering.xml", string(numbering)}, entry{"word/footnotes.xml", string(body)}, entry{"word/styles.xml", string(numbering)}))
	})
}

func FuzzODT(f *testing.F) {
	f.Add([]byte(odtOpening + `<text:list><text:list-item><text:p>a<text:note><text:note-body><text:p>b</text:p></text:note-body></text:note></text:p></text:list-item></text:list></office:text></office:body></office:document-content>`))
	seedOf(f, "*.fodt")
	f.Fuzz(func(t *testing.T, b []byte) { readSafely(t, readFlatODT, b) })
}

func FuzzEPUB(f *testing.F) {
	f.Add([]byte(`<html><title/><body><p>a<a epub:type="noteref" href="#n">1</a></p><ol start="3" type="i"><li>b</li></ol><aside epub:type="footnote" id="n">c</aside>`), []byte(`<package><manifest><item id="a" href="a.xhtml"/></manifest><spine><itemref idref="a"/></spine></package>`))
	f.Fuzz(func(t *testing.T, chapter, book []byte) {
		readSafely(t, readEPUB, packed(t, entry{"mimetype", "application/epub+zip"}, entry{"META-INF/container.xml", `<rootfile full-path="b.opf"/>`}, entry{"b.opf", string(book)}, entry{"a.xhtml", string(chapter)}))
	})
}

// Seeds are as small as they can be: each try reads a whole file.
func FuzzOfficeZIP(f *testing.F) {
	f.Add(docxOf(f, docxOpening+docxWords+docxEnding))
	f.Add(packed(f, entry{"mimetype", "application/vnd.oasis.opendocument.text"},
		entry{"content.xml", odtOpening + `<text:p>The boat is ready.</text:p></office:text></office:body></office:document-content>`}))
	f.Add(packed(f, entry{"mimetype", "application/epub+zip"}, entry{"META-INF/container.xml", `<rootfile full-path="b.opf"/>`},
		entry{"b.opf", `<package><manifest><item id="a" href="a.xhtml"/></manifest><spine><itemref idref="a"/></spine></package>`},
		entry{"a.xhtml", `<html><body><p>The boat is ready.`}))
	f.Fuzz(func(t *testing.T, b []byte) { promise(t, "a.docx", b) })
}

func FuzzQDPX(f *testing.F) {
	f.Add([]byte(`<Project><Sources><TextSource name="a" plainTextPath="internal://a.txt"/><TextSource name="b"><PlainTextContent>c</PlainTextContent></TextSource></Sources></Project>`))
	f.Fuzz(func(t *testing.T, b []byte) {
		file := packed(t, entry{"project.qde", string(b)}, entry{"Sources/a.txt", "The captain said that the boat is ready."})
		err := Each(context.Background(), "a.qdpx", file, Options{}, func(p Part) error {
			if p.Err == nil && !utf8.ValidString(p.Document.Text) {
				t.Fatalf("text is not clean: %q", p.Document.Text)
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	})
}

func mustRead(t testing.TB, path string) []byte {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return b
}
