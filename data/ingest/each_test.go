package ingest

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"context"
	"encoding/base64"
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"golang.org/x/text/encoding/charmap"

	"lectern/data"
)

// partsOf reads a file and holds every part to what Each promises.
func partsOf(t testing.TB, name string, b []byte, o Options) []Part {
	t.Helper()
	var parts []Part
	if err := Each(context.Background(), name, b, o, func(p Part) error {
		parts = append(parts, p)
		return nil
	}); err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	if len(parts) == 0 {
		t.Fatalf("%s: neither a document nor a reason", name)
	}
	return parts
}

// brief is what a person sees of parts: a line for each.
func brief(parts []Part) string {
	var out strings.Builder
	for _, p := range parts {
		if p.Err != nil {
			fmt.Fprintf(&out, "%s ! %s\n", p.Name, data.FaultOf(p.Err).Code)
			continue
		}
		d := p.Document
		day := ""
		if !d.Published.IsZero() {
			day = d.Published.Format(time.DateOnly)
		}
		fmt.Fprintf(&out, "%s | %s | %s | %s | %s | %s | %s | %s | %s\n", p.Name, d.Format, d.Title, d.Author, d.Publisher, day, d.URL, d.Lang, strings.ReplaceAll(d.Text, "\n", "⏎"))
	}
	return out.String()
}

func checkParts(t *testing.T, name string, b []byte, o Options, want string) []Part {
	t.Helper()
	parts := partsOf(t, name, b, o)
	if got := brief(parts); got != strings.TrimLeft(want, "\n") {
		t.Errorf("%s:\n got\n%s\nwant\n%s", name, got, want)
	}
	return parts
}

// zipped makes an archive of names and contents, in their order.
func zipped(t testing.TB, entries ...string) []byte {
	t.Helper()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	w.RegisterCompressor(zip.Deflate, nil)
	for i := 0; i < len(entries); i += 2 {
		e, err := w.Create(entries[i])
		if err == nil {
			_, err = e.Write([]byte(entries[i+1]))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

const said = "The envoy said that the talks would go on, and that nothing was signed."

func TestASingleDocumentIsOnePart(t *testing.T) {
	parts := checkParts(t, "/home/me/a talk.txt", []byte(said), Options{}, `
a talk.txt | txt | a talk |  |  |  |  | en | `+said+"\n")
	if string(parts[0].Bytes) != said {
		t.Errorf("kept %q", parts[0].Bytes)
	}
	checkParts(t, "a.png", append([]byte("\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR"), noise(3000)...), Options{}, "a.png ! not-text\n")
}

func TestAnArchiveGivesItsDocumentsAndPassesOverLitter(t *testing.T) {
	inner := zipped(t, "deep.txt", said)
	b := zipped(t,
		"news/one.txt", said, "news/", "", "__MACOSX/news/._one.txt", "x", ".DS_Store", "x", "Thumbs.db", "x",
		`win\two.txt`, said, "page.html", page, "page_files/style.txt", "never a report", "photo.jpg", "\xFF\xD8\xFF\xE0\x00\x10JFIF\x00\x01",
		"inner.zip", string(inner), "wrongly-named.pdf", said, "empty.txt", "", "../climbs.txt", said, "/root.txt", said, `C:\boot.txt`, said, `..\..\up.txt`, said)
	got := strings.Split(brief(partsOf(t, "a.zip", b, Options{})), "\n")
	want := []string{
		"a.zip › news/one.txt | txt | one | ", "a.zip › win/two.txt | txt | two | ", "a.zip › page.html | html | Envoys hold",
		"a.zip › inner.zip › deep.txt | txt | deep | ", "a.zip › wrongly-named.pdf | txt | wrongly named |", "a.zip › empty.txt ! empty-file",
		"a.zip › ../climbs.txt ! bad-path", "a.zip › /root.txt ! bad-path", "a.zip › C:/boot.txt ! bad-path", "a.zip › ../../up.txt ! bad-path", "",
	}
	if len(got) != len(want) {
		t.Fatalf("got %d lines:\n%s", len(got), strings.Join(got, "\n"))
	}
	for i := range want {
		if !strings.HasPrefix(got[i], want[i]) {
			t.Errorf("line %d:\n got %s\nwant %s", i, got[i], want[i])
		}
	}
	doc, err := Read(t.Context(), "inner.zip", inner)
	if err != nil || doc.Text != said {
		t.Errorf("an archive of one document: %q, %v", doc.Text, err)
	}
	if _, err := Read(t.Context(), "a.zip", b); data.FaultOf(err).Code != data.FaultSeveral {
		t.Errorf("an archive of several where one was expected: %v", err)
	}
}

func TestOldArchivesHaveNamesInTheirCodePage(t *testing.T) {
	name, err := charmap.CodePage866.NewEncoder().String("Новини/звіт.txt")
	if err != nil {
		name, _ = charmap.CodePage866.NewEncoder().String("Новости/отчет.txt")
	}
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	e, _ := w.CreateHeader(&zip.FileHeader{Name: name, NonUTF8: true, Method: zip.Deflate})
	_, _ = e.Write([]byte(said))
	_ = w.Close()
	if p := partsOf(t, "a.zip", b.Bytes(), Options{})[0]; !strings.Contains(p.Name, "ов") || p.Err != nil {
		t.Errorf("got %q, %v", p.Name, p.Err)
	}
}

func TestLockedAndStrangeEntriesAreNamed(t *testing.T) {
	b := zipped(t, "locked.txt", said, "open.txt", said)
	b[6] |= 1 // in the local header, and below in the directory
	at := bytes.Index(b, []byte("PK\x01\x02"))
	b[at+8] |= 1
	checkParts(t, "a.zip", b, Options{}, `
a.zip › locked.txt ! locked
a.zip › open.txt | txt | open |  |  |  |  | en | `+said+"\n")
}

func TestTheErrorOfUseStopsEach(t *testing.T) {
	enough := errors.New("enough")
	n := 0
	err := Each(t.Context(), "a.zip", zipped(t, "a.txt", said, "b.txt", said), Options{}, func(Part) error { n++; return enough })
	if err != enough || n != 1 {
		t.Errorf("%v after %d", err, n)
	}
	ctx, stop := context.WithCancel(t.Context())
	err = Each(ctx, "a.zip", zipped(t, "a.txt", said, "b.txt", said), Options{}, func(Part) error { stop(); return nil })
	if data.FaultOf(err) == nil || data.FaultOf(err).Code != data.FaultStopped {
		t.Errorf("cancelled: %v", err)
	}
}

// bombs are files that would fill a disk or a day.
func bombs(t testing.TB) map[string][]byte {
	zeros := func(n int) []byte {
		var b bytes.Buffer
		w, _ := flate.NewWriter(&b, flate.BestCompression)
		block := make([]byte, 1<<20)
		for range n {
			_, _ = w.Write(block)
		}
		_ = w.Close()
		return b.Bytes()
	}
	raw := func(packed []byte, claims uint64, names ...string) []byte {
		var b bytes.Buffer
		w := zip.NewWriter(&b)
		for _, name := range names {
			e, err := w.CreateRaw(&zip.FileHeader{Name: name, Method: zip.Deflate, CompressedSize64: uint64(len(packed)), UncompressedSize64: claims})
			if err != nil {
				t.Fatal(err)
			}
			_, _ = e.Write(packed)
		}
		_ = w.Close()
		return b.Bytes()
	}
	small := zeros(40)
	nested := raw(small, 4<<30, "0.dll")
	for range 5 { // as 42.zip: sixteen of everything, five layers deep
		var entries []string
		for i := range 16 {
			entries = append(entries, fmt.Sprintf("layer %d.zip", i), string(nested))
		}
		nested = zipped(t, entries...)
	}
	endless := zipped(t, "a.txt", said)
	for range 50 {
		endless = zipped(t, "inner.zip", string(endless))
	}
	many := make([]string, 0, 60000)
	for i := range 30000 {
		many = append(many, fmt.Sprint(i, ".txt"), "")
	}
	return map[string][]byte{
		"nested.zip":    nested,
		"endless.zip":   endless,
		"claims.zip":    raw(small, 10<<30, "ten gigabytes.txt"),
		"lies.zip":      raw(small, 100, "a hundred bytes.txt"),
		"ratio.zip":     raw(small, 40<<20, "a.txt", "b.txt", "c.txt", "d.txt"),
		"manyratio.zip": raw(small, 40<<20, strings.Fields(strings.Repeat("x ", 200))...),
		"overlap.zip":   overlapped(t, small),
		"many.zip":      zipped(t, many...),
	}
}

// overlapped is an archive whose entries all share the same packed bytes.
func overlapped(t testing.TB, packed []byte) []byte {
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for i := range 200 {
		e, err := w.CreateRaw(&zip.FileHeader{Name: fmt.Sprintf("%03d", i), Method: zip.Deflate, CompressedSize64: uint64(len(packed)), UncompressedSize64: 4 << 20})
		if err != nil {
			t.Fatal(err)
		}
		if i == 0 {
			_, _ = e.Write(packed)
		}
	}
	_ = w.Close()
	// Every entry of the directory is made to point at the first.
	out := b.Bytes()
	for at := bytes.Index(out, []byte("PK\x01\x02")); at >= 0 && at+46 < len(out); {
		copy(out[at+42:at+46], make([]byte, 4))
		next := bytes.Index(out[at+4:], []byte("PK\x01\x02"))
		if next < 0 {
			break
		}
		at += 4 + next
	}
	return out
}

func TestBombsAreTamed(t *testing.T) {
	for name, b := range bombs(t) {
		t.Run(name, func(t *testing.T) {
			start := time.Now()
			n, size := 0, 0
			last := ""
			if err := Each(t.Context(), name, b, Options{}, func(p Part) error {
				n++
				size += len(p.Bytes)
				if p.Err == nil {
					t.Errorf("%s gave a document of %d bytes", p.Name, len(p.Document.Text))
				} else if code := data.FaultOf(p.Err).Code; code == data.FaultInternal {
					t.Errorf("%s: %v", p.Name, p.Err.(*data.Fault).Err)
				} else {
					last = p.Err.Error()
				}
				return nil
			}); err != nil {
				t.Fatal(err)
			}
			took := time.Since(start)
			if took > 10*time.Second || size > 100<<20 || name != "many.zip" && n > 50 {
				t.Errorf("%d parts, %d bytes, %v", n, size, took)
			}
			t.Logf("%d bytes: %d parts in %v; %s", len(b), n, took.Round(time.Millisecond), last)
		})
	}
}

// sparse answers any place with zeros and counts what is asked of it.
type sparse struct{ read int64 }

func (s *sparse) ReadAt(p []byte, at int64) (int, error) {
	s.read += int64(len(p))
	clear(p)
	return len(p), nil
}

func TestASparseFileIsRefusedWithoutBeingRead(t *testing.T) {
	in := &sparse{}
	var got Part
	if err := EachIn(t.Context(), "disk.img", in, 4<<30, Options{}, func(p Part) error { got = p; return nil }); err != nil {
		t.Fatal(err)
	}
	if data.FaultOf(got.Err).Code != data.FaultTooLarge || in.read > 1<<20 || got.Bytes != nil {
		t.Errorf("%v after %d bytes", got.Err, in.read)
	}
}

func encoded(s string) string {
	var out strings.Builder
	b := base64.StdEncoding.EncodeToString([]byte(s))
	for len(b) > 76 {
		out.WriteString(b[:76] + "\r\n")
		b = b[76:]
	}
	return out.String() + b + "\r\n"
}
