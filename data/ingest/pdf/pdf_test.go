package pdf_test

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"lectern/data"
	"lectern/data/ingest"
	"lectern/data/ingest/pdf"
	"lectern/data/ingest/worker"
)

func TestMain(m *testing.M) {
	worker.BeChild(pdf.Readers)
	os.Exit(m.Run())
}

// pool reads in children, as the programs do. PDFium compiled is kept from one
// run of the tests to the next.
func pool(t *testing.T) *worker.Pool {
	p := worker.NewPool(worker.Config{Size: 1, Cache: filepath.Join(os.TempDir(), fmt.Sprintf("lectern-tests-%d", os.Getuid()))})
	t.Cleanup(p.Close)
	return p
}

func read(t *testing.T, p *worker.Pool, name string, b []byte) []ingest.Part {
	t.Helper()
	var parts []ingest.Part
	if err := p.Each(t.Context(), name, b, ingest.Options{}, func(one ingest.Part) error { parts = append(parts, one); return nil }); err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	return parts
}

// line is a line of words on a page, in points from the lower left corner.
type line struct {
	x, y  int
	words string
}

func content(lines ...line) string {
	var s strings.Builder
	for _, l := range lines {
		fmt.Fprintf(&s, "BT /F1 10 Tf %d %d Td (%s) Tj ET\n", l.x, l.y, l.words)
	}
	return s.String()
}

// written is a PDF of pages with these contents.
func written(contents ...string) []byte {
	objects := []string{"<</Type/Catalog/Pages 2 0 R>>", "", "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"}
	kids := ""
	for _, c := range contents {
		n := len(objects) + 1
		kids += fmt.Sprintf("%d 0 R ", n)
		objects = append(objects,
			fmt.Sprintf("<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 3 0 R>>>>/Contents %d 0 R>>", n+1),
			fmt.Sprintf("<</Length %d>>stream\n%s\nendstream", len(c), c))
	}
	objects[1] = fmt.Sprintf("<</Type/Pages/Kids[%s]/Count %d>>", kids, len(contents))
	return file("", objects...)
}

// file is a PDF of these objects, the first of them the catalogue.
func file(trailer string, objects ...string) []byte {
	var b bytes.Buffer
	b.WriteString("%PDF-1.4\n")
	var at []int
	for i, o := range objects {
		at = append(at, b.Len())
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", i+1, o)
	}
	start := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", len(objects)+1)
	for _, a := range at {
		fmt.Fprintf(&b, "%010d 00000 n \n", a)
	}
	fmt.Fprintf(&b, "trailer<</Size %d/Root 1 0 R%s>>\nstartxref\n%d\n%%%%EOF\n", len(objects)+1, trailer, start)
	return b.Bytes()
}

func TestColumnsAreReadOneAfterTheOther(t *testing.T) {
	var lines []line
	for i := range 12 {
		y := 700 - 12*i
		lines = append(lines, line{60, y, fmt.Sprintf("Left %d tells of the talks by the river and", i)}, line{320, y, fmt.Sprintf("Right %d tells of the trucks at the crossing", i)})
	}
	parts := read(t, pool(t), "columns.pdf", written(content(lines...)))
	if len(parts) != 1 || parts[0].Err != nil {
		t.Fatalf("%d parts, %v", len(parts), parts[0].Err)
	}
	text, last := parts[0].Document.Text, -1
	for _, side := range []string{"Left", "Right"} {
		for i := range 12 {
			at := strings.Index(text, fmt.Sprintf("%s %d ", side, i))
			if at <= last {
				t.Fatalf("%s %d stands at %d, after %d, in\n%s", side, i, at, last, text)
			}
			last = at
		}
	}
}

func TestHeadsFeetAndHyphensAreNoWords(t *testing.T) {
	var pages []string
	for i := range 4 {
		lines := []line{{60, 810, "The Lake Courier, weekly edition"}, {290, 30, fmt.Sprint(i + 1)}}
		town := []string{"Talvora", "Ostmere", "Lindhaven", "Brackwater"}[i]
		for n, words := range []string{"In " + town + " they waited for the delegations, and the streets of " + town + " were full.", "Nobody in " + town + " knew who had come, or what was on the table there.", "The two delegations left the lakeside hall on Tuesday evening after long negoti-", "ations about a joint paper, and nobody of those who were there spoke to anybody", "in the hall of " + town + " before the doors were shut.", "Outside " + town + " the trucks stood in a row, and more of them came.", "By night " + town + " was quiet, and its lamps were out."} {
			lines = append(lines, line{60, 700 - 12*n, words})
		}
		pages = append(pages, content(lines...))
	}
	parts := read(t, pool(t), "heads.pdf", written(pages...))
	if len(parts) != 1 || parts[0].Err != nil {
		t.Fatalf("%d parts, %v", len(parts), parts[0].Err)
	}
	doc := parts[0].Document
	if strings.Contains(doc.Text, "Lake Courier") || strings.Count(doc.Text, "long negotiations about") != 4 {
		t.Errorf("heads or hyphens are left in\n%s", doc.Text)
	}
	if len(doc.Pages) != 4 || !strings.HasPrefix(doc.Text[doc.Pages[3]:], "In Brackwater") {
		t.Errorf("pages begin at %v in\n%s", doc.Pages, doc.Text)
	}
}

func TestPagesThatAllSayTheSameAreNotEmpty(t *testing.T) {
	same := content(line{60, 700, "I saw the bridge open."}, line{60, 680, "Signed by hand"})
	parts := read(t, pool(t), "slips.pdf", written(same, same, same))
	if len(parts) != 1 || parts[0].Err != nil || strings.Count(parts[0].Document.Text, "bridge open") != 3 {
		t.Errorf("%d parts, %v, %q", len(parts), parts[0].Err, parts[0].Document.Text)
	}
}

func TestRightToLeftIsReadInTheOrderOfItsWords(t *testing.T) {
	b, err := os.ReadFile("../testdata/outside/files/05-nahr.libre.pdf")
	if err != nil {
		t.Fatal(err)
	}
	says, err := os.ReadFile("../testdata/outside/says/05-nahr.plain-utf16.txt.txt")
	if err != nil {
		t.Fatal(err)
	}
	parts := read(t, pool(t), "nahr.pdf", b)
	if len(parts) != 1 || parts[0].Err != nil {
		t.Fatalf("%d parts, %v", len(parts), parts[0].Err)
	}
	// Three words in a row, as often as the same report says them elsewhere.
	words, found, of := strings.Fields(string(says)), 0, 0
	got := strings.Join(strings.Fields(parts[0].Document.Text), " ")
	for i := 0; i+3 <= len(words); i++ {
		of++
		if strings.Contains(got, strings.Join(words[i:i+3], " ")) {
			found++
		}
	}
	if found*10 < of*8 {
		t.Errorf("%d of %d three words in a row are in\n%s", found, of, got)
	}
}

func TestHostilePDFsAreRefusedOrTamed(t *testing.T) {
	const page = "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 4 0 R>>/XObject<</X 6 0 R>>>>/Contents 5 0 R>>"
	const font = "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"
	const catalogue = "<</Type/Catalog/Pages 2 0 R>>"
	words := content(line{60, 700, "The envoys met on Thursday."})
	stream := func(dict, s string) string {
		return fmt.Sprintf("<<%s/Length %d>>stream\n%s\nendstream", dict, len(s), s)
	}
	var bomb bytes.Buffer
	z := zlib.NewWriter(&bomb)
	blank := bytes.Repeat([]byte(" "), 1<<20)
	for range 400 {
		_, _ = z.Write(blank)
	}
	_ = z.Close()
	form := stream("/Type/XObject/Subtype/Form/BBox[0 0 595 842]/Resources<</XObject<</X 6 0 R>>>>", "/X Do /X Do /X Do")
	counted := func(n string) []byte {
		return file("", catalogue, "<</Type/Pages/Kids[3 0 R]/Count "+n+">>", page, font, stream("", words), form)
	}
	bounded(t, 500)
	p := pool(t)
	read(t, p, "warm.pdf", written(words)) // PDFium may have to be compiled
	for _, c := range []struct {
		name string
		b    []byte
		want data.FaultCode // "" where it may also be read
	}{
		{"a page tree that holds itself", file("", catalogue, "<</Type/Pages/Kids[2 0 R]/Count 1>>"), ""},
		{"2147483648 pages", counted("2147483648"), ""},
		{"15000 pages", counted("15000"), ""},
		{"minus one page", counted("-1"), ""},
		{"a bomb", file("", catalogue, "<</Type/Pages/Kids[3 0 R]/Count 1>>", page, font, stream("/Filter/FlateDecode", bomb.String()), form), ""},
		{"a form in itself", file("", catalogue, "<</Type/Pages/Kids[3 0 R]/Count 1>>", page, font, stream("", words+"/X Do"), form), ""},
		{"a password", file("/Encrypt<</Filter/Standard/V 1/R 2/P -4/O("+strings.Repeat("o", 32)+")/U("+strings.Repeat("u", 32)+")>>/ID[(a)(a)]",
			catalogue, "<</Type/Pages/Kids[3 0 R]/Count 1>>", page, font, stream("", words), form), data.FaultLocked},
		{"a scan", written("0 0 595 842 re f"), data.FaultScan},
		{"half a file", written(words)[:300], ""},
		{"only a header", []byte("%PDF-1.7\n"), data.FaultBroken},
	} {
		started := time.Now()
		parts := read(t, p, c.name+".pdf", c.b)
		if took := time.Since(started); took > 10*time.Second {
			t.Errorf("%s: %v", c.name, took)
		}
		if len(parts) != 1 {
			t.Errorf("%s: %d parts", c.name, len(parts))
			continue
		}
		f := data.FaultOf(parts[0].Err)
		t.Logf("%-30s %8v  %v", c.name, time.Since(started).Round(time.Millisecond), parts[0].Err)
		switch {
		case f == nil && (c.want != "" || !strings.Contains(parts[0].Document.Text, "envoys met")):
			t.Errorf("%s: read as %q", c.name, parts[0].Document.Text)
		case f != nil && (f.Code == data.FaultInternal || c.want != "" && f.Code != c.want):
			t.Errorf("%s: %s (%v), want %s", c.name, f.Code, f.Err, c.want)
		}
	}
	if parts := read(t, p, "good.pdf", written(words)); len(parts) != 1 || parts[0].Err != nil || parts[0].Document.Text != "The envoys met on Thursday." {
		t.Errorf("after all that a good one is %+v", parts)
	}
}
