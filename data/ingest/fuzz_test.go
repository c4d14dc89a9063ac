package ingest

import (
	"context"
	"errors"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"lectern/data"
)

// promise checks what holds of every Document, whatever the bytes.
func promise(t *testing.T, name string, b []byte) {
	start := time.Now()
	doc, err := Read(context.Background(), name, b)
	if took := time.Since(start); took > 10*time.Second {
		t.Fatalf("%d bytes took %v", len(b), took)
	}
	if err != nil {
		var f *data.Fault
		if !errors.As(err, &f) || f.Code == data.FaultInternal || f.Error() == "" {
			t.Fatalf("an error without a plain sentence: %#v", err)
		}
		return
	}
	if !utf8.ValidString(doc.Text) || strings.ContainsAny(doc.Text, "\r\x00\u2028\u2029") {
		t.Fatalf("text is not clean: %q", doc.Text)
	}
	if !hasWords(doc.Text) || doc.Title == "" || doc.Format == "" || doc.Encoding == "" {
		t.Fatalf("something is missing: %+v", doc)
	}
	for _, s := range []string{doc.Title, doc.Author, doc.Publisher} {
		if s != CleanLine(s) || strings.ContainsAny(s, "\n\u202E\u200B") {
			t.Fatalf("a name that is not clean: %q", s)
		}
	}
	if doc.URL != "" && webAddress(doc.URL) == "" {
		t.Fatalf("an address that is none: %q", doc.URL)
	}
	again, err := Read(context.Background(), name, b)
	if err != nil || again.Text != doc.Text || again.Title != doc.Title {
		t.Fatalf("read differently the second time: %v", err)
	}
}

func FuzzText(f *testing.F) {
	f.Add([]byte("Title\nBy A B\n14 March 2026\n\nThe text."))
	f.Add([]byte("\xFF\xFEa\x00b\x00 \x00c\x00"))
	f.Add([]byte("\xCF\xF0\xE5\xE7\xE8\xE4\xE5\xED\xF2"))
	f.Add([]byte("PORT, March 3 (Wire) - He said \xE2\x80"))
	f.Fuzz(func(t *testing.T, b []byte) { promise(t, "a.txt", b) })
}

func FuzzHTML(f *testing.F) {
	f.Add([]byte(page))
	f.Add([]byte(`<html><meta charset=koi8-u><p>x<script type="application/ld+json">{"@type":"Report","headline":["a"]}</script>`))
	f.Add([]byte("<html><table><tr><td>a<td>b<li><p>c<br><br>d<pre>\n e</pre><svg><title>t"))
	f.Fuzz(func(t *testing.T, b []byte) { promise(t, "a.html", append([]byte("<html>"), b...)) })
}

func FuzzMarkdown(f *testing.F) {
	f.Add([]byte("---\ntitle: x\n---\n# h\n\n- a\n- b\n\n| a | b |\n|---|---|\n| c | d |\n"))
	f.Add([]byte("> [a](<b> \"c\") `d` ![e](f)\n\n<div>g</div>\n\n\tcode"))
	f.Fuzz(func(t *testing.T, b []byte) { promise(t, "a.md", b) })
}
