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

// promiseEach checks what holds of every part of every file; where a part is kept
// apart from its file, its bytes say the same again.
func promiseEach(t *testing.T, name string, b []byte, again bool) {
	start := time.Now()
	count := 0
	err := Each(context.Background(), name, b, Options{Limits: Limits{Parts: 500}}, func(p Part) error {
		if count++; count > 1000 {
			t.Fatal("parts without end")
		}
		if p.Name == "" && name != "" || !utf8.ValidString(p.Name) {
			t.Fatalf("a part without a proper name: %q", p.Name)
		}
		if p.Err != nil {
			var f *data.Fault
			if !errors.As(p.Err, &f) || f.Code == data.FaultInternal {
				t.Fatalf("an error without a plain sentence: %#v, %v", p.Err, errors.Unwrap(p.Err))
			}
			return nil
		}
		d := p.Document
		if !utf8.ValidString(d.Text) || !hasWords(d.Text) || d.Title == "" || d.Format == "" || d.Encoding == "" || len(p.Bytes) == 0 {
			t.Fatalf("something is missing: %+v", p)
		}
		if d.Title != CleanLine(d.Title) || d.Author != CleanLine(d.Author) || d.URL != "" && webAddress(d.URL) == "" {
			t.Fatalf("a fact that is not clean: %+v", d)
		}
		if again {
			same := false
			_ = Each(context.Background(), "1", p.Bytes, Options{}, func(q Part) error {
				same = same || q.Err == nil && q.Document.Text == d.Text
				return nil
			})
			if !same {
				t.Fatalf("%s: read again, its bytes do not say %q", p.Name, d.Text)
			}
		}
		return nil
	})
	if took := time.Since(start); err != nil || count == 0 || took > 10*time.Second {
		t.Fatalf("%d parts in %v, %v", count, took, err)
	}
}

func FuzzMail(f *testing.F) {
	f.Add([]byte("Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\nx\r\n--b\r\nContent-Disposition: attachment; filename=a.txt\r\nContent-Transfer-Encoding: base64\r\n\r\nd29yZA==\r\n--b--"))
	f.Add([]byte("Content-Type: text/plain; charset=koi8-r; format=flowed\r\n\r\n\xd0\xd2 \r\n\xc9"))
	f.Add([]byte("Content-Type: multipart/alternative; boundary=\"b\"\n\n--b\nContent-Type: text/html\n\n<p>x\n--b\nContent-Transfer-Encoding: quoted-printable\n\n=D0=\n--b--"))
	f.Fuzz(func(t *testing.T, b []byte) {
		promiseEach(t, "a.eml", append([]byte("From: A <a@b.example>\r\nDate: Sat, 14 Mar 2026 10:00:00 +0000\r\nMIME-Version: 1.0\r\n"), b...), true)
	})
}

func FuzzMailbox(f *testing.F) {
	f.Add([]byte("Subject: x\nContent-Length: 3\n\nyes\nFrom b Sat Mar 14 10:00:00 2026\nTo: c\n\n>From d"))
	f.Fuzz(func(t *testing.T, b []byte) {
		promiseEach(t, "a.mbox", append([]byte("From a Sat Mar 14 10:00:00 2026\n"), b...), false)
	})
}

func FuzzSavedPage(f *testing.F) {
	f.Add([]byte("Content-Type: multipart/related; boundary=b\n\n--b\nContent-Type: text/html\nContent-Location: http://a.example/\n\n<p>x</p>\n--b--"))
	f.Fuzz(func(t *testing.T, b []byte) {
		promiseEach(t, "a.mhtml", append([]byte("From: <Saved by Blink>\nMIME-Version: 1.0\n"), b...), true)
	})
}

func FuzzFeed(f *testing.F) {
	f.Add([]byte(rss))
	f.Add([]byte("<feed xmlns='http://www.w3.org/2005/Atom'><title>a</title><entry><title type='html'>&lt;b&gt;x</title><content type='xhtml'><div>y</div></content></entry></feed>"))
	f.Add([]byte(`{"version":"https://jsonfeed.org/version/1","title":"a","items":[{"id":1,"content_html":"<p>x"},{"title":"y"}]}`))
	f.Fuzz(func(t *testing.T, b []byte) { promiseEach(t, "a.xml", b, false) })
}

func FuzzTable(f *testing.F) {
	f.Add([]byte("title,text\na,\"b\nc\"\n,d\n"))
	f.Add([]byte("Дата;Текст\n14.03.2026;x\n"))
	f.Add([]byte(`{"title":"a","text":"b","c":{"d":[1,{"name":"e"}]}}` + "\n{\n"))
	f.Add([]byte(`[{"text":"a"},{"text":"b"}`))
	f.Fuzz(func(t *testing.T, b []byte) {
		promiseEach(t, "a.csv", b, false)
		if table, err := Columns(t.Context(), "a.csv", b); err == nil {
			for _, row := range table.Rows {
				if len(row) != len(table.Header) {
					t.Fatalf("a row of %d cells under %d names", len(row), len(table.Header))
				}
			}
		}
	})
}

func FuzzArchive(f *testing.F) {
	f.Add(zipped(f, "a.txt", "word", "b/c.html", "<p>x", "../d", "y"))
	f.Add(zipped(f, "a.zip", string(zipped(f, "b.txt", "word"))))
	f.Fuzz(func(t *testing.T, b []byte) { promiseEach(t, "a.zip", b, false) })
}
