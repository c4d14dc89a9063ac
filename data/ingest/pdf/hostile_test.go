package pdf_test

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"fmt"
	"net"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"lectern/data"
	"lectern/data/ingest"
)

// zipped is an archive of files, each a name and its content.
func zipped(t *testing.T, files ...string) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for i := 0; i < len(files); i += 2 {
		w, err := z.Create(files[i])
		if err == nil {
			_, err = w.Write([]byte(files[i+1]))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// claiming is an archive whose entries are packed, and claim to be of another size.
func claiming(t *testing.T, packed []byte, claims uint64, names ...string) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, name := range names {
		w, err := z.CreateRaw(&zip.FileHeader{Name: name, Method: zip.Deflate, CompressedSize64: uint64(len(packed)), UncompressedSize64: claims})
		if err == nil {
			_, err = w.Write(packed)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func zeros(megabytes int) []byte {
	var b bytes.Buffer
	w, _ := flate.NewWriter(&b, flate.BestSpeed)
	for block := make([]byte, 1<<20); megabytes > 0; megabytes-- {
		_, _ = w.Write(block)
	}
	_ = w.Close()
	return b.Bytes()
}

const (
	laughs = `<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "ha ha ha ha ha ha ha ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">` +
		`<!ENTITY d "&c;&c;&c;&c;&c;&c;&c;&c;"><!ENTITY e "&d;&d;&d;&d;&d;&d;&d;&d;"><!ENTITY f "&e;&e;&e;&e;&e;&e;&e;&e;"><!ENTITY g "&f;&f;&f;&f;&f;&f;&f;&f;">]>`
	types = `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
		`<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`
	rels = `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`
	word = `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>%s</w:t></w:r></w:p></w:body></w:document>`
)

func docx(t *testing.T, document string, more ...string) []byte {
	return zipped(t, append([]string{"[Content_Types].xml", types, "_rels/.rels", rels, "word/document.xml", document}, more...)...)
}

// Whatever a file holds, its child refuses or tames it in time and in its room, says
// so plainly, and the next file is read.
func TestHostileFilesCostNobodyElse(t *testing.T) {
	bomb := zeros(40)
	nested := claiming(t, bomb, 4<<30, "0.dll")
	for range 5 { // as 42.zip: sixteen of everything, five layers deep
		var files []string
		for i := range 16 {
			files = append(files, fmt.Sprintf("layer %d.zip", i), string(nested))
		}
		nested = zipped(t, files...)
	}
	deep := zipped(t, "a.txt", "The envoys met.")
	for range 60 {
		deep = zipped(t, "inner.zip", string(deep))
	}
	good := "The envoys met on Thursday."
	cut := docx(t, fmt.Sprintf(word, good))
	bounded(t, 500)
	p := pool(t)
	for name, b := range map[string][]byte{
		"42.zip":      nested,
		"claims.zip":  claiming(t, bomb, 10<<30, "ten gigabytes.txt"),
		"lies.zip":    claiming(t, bomb, 100, "a hundred bytes.txt"),
		"ratio.zip":   claiming(t, bomb, 40<<20, "a.txt", "b.txt", "c.txt"),
		"deep.zip":    deep,
		"paths.zip":   zipped(t, "../../../../etc/cron.d/x.txt", "root", "/etc/passwd", "root", `C:\autoexec.txt`, "root"),
		"bomb.docx":   docx(t, laughs+fmt.Sprintf(word, "&g;")),
		"short.docx":  cut[:len(cut)/2],
		"fat.docx":    claiming(t, bomb, 10<<30, "[Content_Types].xml", "word/document.xml"),
		"bomb.xml":    []byte(laughs + `<rss version="2.0"><channel><title>&g;</title><item><title>a</title><description>&g;</description></item></channel></rss>`),
		"deep.html":   []byte("<html>" + strings.Repeat("<div><b><a href=x>", 100_000) + "words"),
		"deep.json":   []byte(`{"title":"a","text":` + strings.Repeat(`[`, 1_000_000)),
		"deep.rtf":    []byte(`{\rtf1 ` + strings.Repeat(`{\b `, 1_000_000) + "words"),
		"wrong.pdf":   []byte("%PDF-1.7\n1 0 obj<</Length 4294967296/Type/Catalog/Pages 1 0 R>>stream\nendstream endobj trailer<</Root 1 0 R/Size 99999999>>"),
		"mangled.eml": []byte("From: a@b.c\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=x\n\n" + strings.Repeat("--x\nContent-Type: multipart/mixed; boundary=x\n\n", 50_000)),
	} {
		started, told := time.Now(), map[data.FaultCode]int{}
		for _, one := range read(t, p, name, b) {
			f := data.FaultOf(one.Err)
			switch {
			case f == nil:
				told["read"]++
			case f.Code == data.FaultInternal || f.Code == data.FaultCrashed || f.Error() == "":
				t.Errorf("%s: %v (%v)", name, f, f.Err)
			default:
				told[f.Code]++
			}
		}
		t.Logf("%-12s %7d bytes %8v  %v", name, len(b), time.Since(started).Round(time.Millisecond), told)
		if took := time.Since(started); took > 10*time.Second {
			t.Errorf("%s took %v", name, took)
		}
		if next := read(t, p, "good.txt", []byte(good)); len(next) != 1 || next[0].Err != nil || next[0].Document.Text != good {
			t.Errorf("after %s a good file is %+v", name, next)
		}
	}
	if _, err := os.Stat("/etc/cron.d/x.txt"); err == nil {
		t.Error("an archive wrote outside")
	}
}

func TestAFileOfFourGigabytesOfNothingIsRefusedUnread(t *testing.T) {
	p := pool(t)
	for _, name := range []string{"sparse.txt", "sparse.pdf", "sparse.zip"} {
		path := filepath.Join(t.TempDir(), name)
		if err := os.WriteFile(path, []byte(map[string]string{".pdf": "%PDF-1.7\n", ".zip": "PK\x03\x04"}[filepath.Ext(name)]), 0o600); err != nil {
			t.Fatal(err)
		}
		if err := os.Truncate(path, 4<<30); err != nil {
			t.Skip("no sparse files here: ", err)
		}
		started := time.Now()
		var parts []ingest.Part
		if err := p.EachFile(t.Context(), path, ingest.Options{}, func(one ingest.Part) error { parts = append(parts, one); return nil }); err != nil {
			t.Fatal(err)
		}
		f := (*data.Fault)(nil)
		if len(parts) == 1 {
			f = data.FaultOf(parts[0].Err)
		}
		if f == nil || f.Code == data.FaultInternal || f.Code == data.FaultCrashed || time.Since(started) > 10*time.Second {
			t.Errorf("%s: %+v after %v", name, parts, time.Since(started))
		}
	}
}

// Documents that ask for something from elsewhere are read, painted and shown
// without anybody asking there. The address is one where somebody would notice.
func TestNothingRemoteIsEverLoaded(t *testing.T) {
	trap, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Skip("no network to spring a trap on: ", err)
	}
	defer trap.Close()
	came := make(chan string, 100)
	go func() {
		for {
			c, err := trap.Accept()
			if err != nil {
				return
			}
			came <- c.RemoteAddr().String()
			_ = c.Close()
		}
	}()
	at := "http://" + trap.Addr().String()
	html := fmt.Sprintf(`<html><head><base href="%[1]s/"><link rel=stylesheet href="%[1]s/a.css"><link rel=preload href="%[1]s/b" as=font><meta http-equiv=refresh content="0;url=%[1]s/c">
		<style>@import "%[1]s/d.css"; p { background: url(%[1]s/e.png) }</style><script src="%[1]s/f.js"></script></head><body onload="fetch('%[1]s/g')">
		<p>The envoys met on Thursday.</p><img src="%[1]s/h.png"><iframe src="%[1]s/i"></iframe><object data="%[1]s/j"></object><embed src="%[1]s/k"><video src="%[1]s/l" poster="%[1]s/m"></video></body></html>`, at)
	svg := fmt.Sprintf(`<?xml version="1.0"?><?xml-stylesheet href="%[1]s/a.css"?><!DOCTYPE svg [<!ENTITY x SYSTEM "%[1]s/x"><!ENTITY %% y SYSTEM "%[1]s/y.dtd"> %%y;]>
		<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"><image xlink:href="%[1]s/i.png"/><use xlink:href="%[1]s/u.svg#a"/><script xlink:href="%[1]s/s.js"/><text>The envoys met &x;</text></svg>`, at)
	entity := fmt.Sprintf(`<?xml version="1.0"?><!DOCTYPE w [<!ENTITY x SYSTEM "%[1]s/x">]>`, at)
	external := fmt.Sprintf(`<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate" Target="%[1]s/t.dotm" TargetMode="External"/>
		<Relationship Id="r2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="%[1]s/i.png" TargetMode="External"/></Relationships>`, at)
	mhtml := "From: <Saved by Blink>\nMIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n--b\nContent-Type: text/html\nContent-Location: " + at + "/page\n\n" + html + "\n--b--\n"
	mail := "From: a@b.example\nSubject: x\nMIME-Version: 1.0\nContent-Type: message/external-body; access-type=URL; URL=\"" + at + "/body\"\n\nContent-Type: text/plain\n\n"
	epub := zipped(t, "mimetype", "application/epub+zip", "META-INF/container.xml", `<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="c.opf" media-type="application/oebps-package+xml"/></rootfiles></container>`,
		"c.opf", fmt.Sprintf(`<package xmlns="http://www.idpf.org/2007/opf" version="3.0"><metadata/><manifest><item id="a" href="a.xhtml" media-type="application/xhtml+xml"/><item id="b" href="%s/b.xhtml" media-type="application/xhtml+xml"/></manifest><spine><itemref idref="a"/><itemref idref="b"/></spine></package>`, at), "a.xhtml", html)
	feed := fmt.Sprintf(`<?xml version="1.0"?><rss version="2.0"><channel><title>a</title><link>%[1]s</link><item><title>b</title><link>%[1]s/item</link><enclosure url="%[1]s/e.mp3"/><description>The envoys met. &lt;img src="%[1]s/p.png"&gt;</description></item></channel></rss>`, at)
	reaching := func(action string) []byte {
		return file("", "<</Type/Catalog/Pages 2 0 R/OpenAction 6 0 R/AcroForm<</XFA 6 0 R>>>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>",
			"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 4 0 R>>>>/Contents 5 0 R/AA<</O 6 0 R>>/Annots[<</Type/Annot/Subtype/Link/Rect[0 0 595 842]/A 6 0 R>>]>>",
			"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>", fmt.Sprintf("<</Length 60/F<</FS/URL/F(%s/stream)>>>>stream\nBT /F1 10 Tf 60 700 Td (The envoys met on Thursday.) Tj ET\nendstream", at), action)
	}
	p := pool(t)
	for name, b := range map[string][]byte{
		"a.html": []byte(html), "a.svg": []byte(svg), "a.mhtml": []byte(mhtml), "a.eml": []byte(mail), "a.epub": epub, "a.xml": []byte(feed),
		"a.docx": docx(t, entity+fmt.Sprintf(word, "The envoys met &x;"), "word/_rels/document.xml.rels", external, "word/_rels/settings.xml.rels", external),
		"b.docx": docx(t, fmt.Sprintf(word, "The envoys met."), "word/_rels/document.xml.rels", external, "word/_rels/settings.xml.rels", external),
		"a.md":   []byte("# Talks\n\nThe envoys met.\n\n![a](" + at + "/a.png)\n"),
		"a.pdf":  reaching("<</S/URI/URI(" + at + "/uri)>>"),
		"b.pdf":  reaching("<</S/JavaScript/JS(app.launchURL\\('" + at + "/js'\\))>>"),
		"c.pdf":  reaching("<</S/SubmitForm/F(" + at + "/form)>>"),
		"d.pdf":  reaching("<</S/GoToR/F<</FS/URL/F(" + at + "/other.pdf)>>/D[0/Fit]>>"),
	} {
		said := ""
		for _, one := range read(t, p, name, b) {
			said += fmt.Sprint(one.Document.Text, one.Err)
		}
		t.Logf("%s: %.60q", name, said)
		if _, _, err := p.Words(t.Context(), b); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		if filepath.Ext(name) == ".pdf" {
			if _, err := p.Page(t.Context(), b, 0, 300); err != nil {
				t.Errorf("%s: %v", name, err)
			}
		}
	}
	time.Sleep(100 * time.Millisecond)
	select {
	case from := <-came:
		t.Errorf("somebody asked there, from %s", from)
	default:
	}
	// The trap works.
	c, err := net.Dial("tcp", trap.Addr().String())
	if err != nil {
		t.Fatal(err)
	}
	_ = c.Close()
	select {
	case <-came:
	case <-time.After(5 * time.Second):
		t.Error("the trap does not spring")
	}
}
