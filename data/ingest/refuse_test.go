package ingest

import (
	"bytes"
	"context"
	"errors"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"lectern/data"
)

// noise is binary that no encoding makes a text of, the same on every run.
func noise(n int) []byte {
	r := rand.New(rand.NewPCG(1, 2))
	b := make([]byte, n)
	for i := range b {
		b[i] = byte(r.Uint32())
	}
	return b
}

func TestWhatIsNoTextIsRefusedWithAPlainFault(t *testing.T) {
	for _, c := range []struct {
		what, name string
		bytes      []byte
		want       data.FaultCode
	}{
		{"an empty file", "a.txt", nil, data.FaultEmptyFile},
		{"only white space", "a.txt", []byte(" \n\t\r\n  "), data.FaultNoText},
		{"only a mark", "a.txt", []byte("\xEF\xBB\xBF"), data.FaultNoText},
		{"only signs", "a.txt", []byte("--- *** ---"), data.FaultNoText},
		{"a PNG named txt", "a.txt", append([]byte("\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR"), noise(3000)...), data.FaultNotText},
		{"a JPEG named html", "a.html", append([]byte("\xFF\xD8\xFF\xE0\x00\x10JFIF"), noise(3000)...), data.FaultNotText},
		{"a program", "a.md", append([]byte("\x7FELF\x02\x01\x01\x00"), noise(3000)...), data.FaultNotText},
		{"noise", "a.txt", noise(20000), data.FaultNotText},
		{"text with zero bytes", "a.txt", []byte("The president said\x00 that the talks would go on.\x00\n"), data.FaultNotText},
		{"zero bytes only", "a.txt", make([]byte, 5000), data.FaultNotText},
		{"a PDF", "a.txt", append([]byte("%PDF-1.7\n%\xE2\xE3\xCF\xD3\n"), noise(100)...), data.FaultUnsupported},
		{"half a DOCX", "a.docx", append([]byte("PK\x03\x04\x14\x00\x06\x00"), noise(100)...), data.FaultBroken},
		{"an old Word file", "a.doc", append([]byte("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"), noise(100)...), data.FaultUnsupported},
		{"an RTF without words", "a.rtf", []byte(`{\rtf1\ansi {\*\generator Hello}}`), data.FaultNoText},
		{"an empty mail", "a.eml", []byte("From: a@b.c\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=x\n\n--x\n"), data.FaultNoText},
		{"too large", "a.txt", bytes.Repeat([]byte("word "), MaxFile/5+1), data.FaultTooLarge},
		{"too much text", "a.txt", bytes.Repeat([]byte("word "), MaxText/5+1), data.FaultTooLarge},
		{"a page with nothing but a script", "a.html", []byte("<html><head><script>var word = 1</script></head><body></body></html>"), data.FaultNoText},
	} {
		doc, err := Read(t.Context(), c.name, c.bytes)
		var f *data.Fault
		if !errors.As(err, &f) || f.Code != c.want {
			t.Errorf("%s: got %v (text %.60q), want fault %q", c.what, err, doc.Text, c.want)
			continue
		}
		if f.Subject != c.name {
			t.Errorf("%s: the fault is about %q, want %q", c.what, f.Subject, c.name)
		}
	}
}

// Hostile documents must end, in time, as text or as a fault.
func TestHostileDocumentsEndInTime(t *testing.T) {
	deep := func(tag string, n int) []byte {
		return []byte("<html><body>" + strings.Repeat("<"+tag+">", n) + "the last word" + strings.Repeat("</"+tag+">", n))
	}
	words := strings.Repeat("The envoy said that talks would go on. ", 50)
	for _, c := range []struct {
		what, name string
		bytes      []byte
	}{
		{"deep divs", "a.html", deep("div", 100_000)},
		{"deep tables", "a.html", deep("table><tr><td", 50_000)},
		{"deep formatting", "a.html", deep("b><i><font", 50_000)},
		{"deep links", "a.html", deep("a href=x", 200_000)},
		// Twice the tags that a tree is built of: read from its tokens alone.
		{"many paragraphs", "a.html", []byte("<html><body>" + strings.Repeat("<p>word</p>", maxTags))},
		{"many paragraphs below the tree's limit", "a.html", []byte("<html><body>" + strings.Repeat("<p>word</p>", 140_000))},
		{"many nested lists", "a.html", []byte("<html><body>" + strings.Repeat("<ul><li>"+strings.Repeat("<ul><li>word", 100)+strings.Repeat("</ul>", 101), 100))},
		{"many attributes", "a.html", []byte("<html><body><p " + strings.Repeat("a b=c ", 500_000) + ">" + words)},
		{"one endless tag", "a.html", []byte("<html><body><p>word<a " + strings.Repeat("x", 20<<20))},
		{"one endless comment", "a.html", []byte("<html><body>word<!--" + strings.Repeat("-", 20<<20))},
		{"unclosed formatting", "a.html", []byte("<html><body>" + strings.Repeat("<p><b><i><u>word", 20_000))},
		{"entities", "a.html", []byte("<html><body><p>word" + strings.Repeat("&amp;&#x41;&nosuch;", 500_000))},
		{"deep JSON-LD", "a.html", []byte(`<html><head><script type="application/ld+json">` + strings.Repeat(`{"@graph":[`, 50_000) + `</script></head><body><p>` + words)},
		{"deep quotes", "a.md", []byte("word\n\n" + strings.Repeat(">", 100_000) + " word\n")},
		{"many deep quotes", "a.md", []byte(strings.Repeat(strings.Repeat("> ", 30)+"word\n", 20_000))},
		{"deep lists", "a.md", []byte(strings.Repeat("- ", 100_000) + "word\n")},
		{"many brackets", "a.md", []byte("word " + strings.Repeat("[", 200_000))},
		{"many link openings", "a.md", []byte(strings.Repeat("[a](<b", 50_000))},
		{"many emphasis marks", "a.md", []byte(strings.Repeat("*a **b ", 60_000))},
		{"many backticks", "a.md", []byte(backticks(1500))},
		{"front matter without end", "a.md", []byte("---\n" + strings.Repeat("title: x\n", 300_000))},
		{"one endless line", "a.txt", bytes.Repeat([]byte("word "), 3<<20)},
		{"endless lines", "a.txt", bytes.Repeat([]byte("\n"), 16<<20-1)},
		{"endless byline", "a.txt", append([]byte("By "), bytes.Repeat([]byte("Name "), 1<<20)...)},
		{"broken UTF-8", "a.txt", bytes.Repeat([]byte("word \xd0"), 1<<20)},
	} {
		t.Run(c.what, func(t *testing.T) {
			start := time.Now()
			doc, err := Read(context.Background(), c.name, c.bytes)
			took := time.Since(start)
			var f *data.Fault
			if err != nil && !errors.As(err, &f) {
				t.Errorf("an error that is no fault: %v", err)
			}
			if err == nil && !hasWords(doc.Text) {
				t.Errorf("the words are gone: %.80q", doc.Text)
			}
			if took > 20*time.Second {
				t.Errorf("took %v", took)
			}
			t.Logf("%v, %d bytes of text, %v", took.Round(time.Millisecond), len(doc.Text), err)
		})
	}
}

// backticks are code span openings of ever different lengths, none closed.
func backticks(n int) string {
	var b strings.Builder
	for i := 1; i < n; i++ {
		b.WriteString("e")
		b.WriteString(strings.Repeat("`", i))
	}
	return b.String()
}

func TestTwoMegabytesAreReadQuickly(t *testing.T) {
	para := strings.Repeat("The president said on Tuesday that the call with the two envoys had been constructive. ", 6) + "\n\n"
	text := strings.Repeat(para, 2<<20/len(para))
	start := time.Now()
	doc, err := Read(t.Context(), "long.txt", []byte(text))
	if err != nil {
		t.Fatal(err)
	}
	if took := time.Since(start); took > 2*time.Second {
		t.Errorf("took %v", took)
	}
	if want := strings.TrimSpace(strings.ReplaceAll(text, " \n", "\n")); doc.Text != want {
		t.Errorf("kept %d bytes of %d", len(doc.Text), len(want))
	}
}

func TestACancelledReadStops(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	_, err := Read(ctx, "a.html", []byte("<html><body><p>word</p>"))
	if f := data.FaultOf(err); f == nil || f.Code != data.FaultStopped {
		t.Errorf("got %v, want %q", err, data.FaultStopped)
	}
}
