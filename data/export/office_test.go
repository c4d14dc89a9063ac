package export_test

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"lectern/data"
	"lectern/data/export"
	"lectern/data/library"
)

// The tests named TestOutside… open exports with office programs, and skip where
// one is not installed. Run them with
//
//	LECTERN_OUTSIDE=/tmp/exports go test ./data/export -run Outside -v
//
// which also keeps what they wrote in that folder, to be looked at.

// folder is where such a test writes.
func folder(t *testing.T) string {
	t.Helper()
	dir := os.Getenv("LECTERN_OUTSIDE")
	if dir == "" {
		return t.TempDir()
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	return dir
}

// ordered writes what is ordered to memory.
func ordered(t *testing.T, l *library.Library, o export.Order) []byte {
	t.Helper()
	o.Words, o.Now, o.Fonts = export.English(), day, fonts()
	var out bytes.Buffer
	if err := export.Write(ctx, l, o, &out); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// kept keeps a brief of the tests in its library, to be ordered by number.
func kept(t *testing.T, l *library.Library, b data.Brief) data.BriefID {
	t.Helper()
	id, err := l.AddBrief(ctx, b)
	if err != nil {
		t.Fatal(err)
	}
	return id
}

// officeText is what LibreOffice makes of a file, as a PDF and then as text, page
// by page.
func officeText(t *testing.T, name string, content []byte) (pages []string) {
	t.Helper()
	office, reader := program(t, "soffice"), program(t, "pdftotext")
	dir := folder(t)
	path := filepath.Join(dir, name)
	if err := os.WriteFile(path, content, 0o644); err != nil {
		t.Fatal(err)
	}
	output(t, office, "-env:UserInstallation=file://"+t.TempDir(), "--headless", "--convert-to", "pdf", "--outdir", dir, path)
	for page := range strings.SplitSeq(output(t, reader, strings.TrimSuffix(path, filepath.Ext(path))+".pdf", "-"), "\f") {
		if page = strings.Join(strings.Fields(page), " "); page != "" {
			pages = append(pages, page)
		}
	}
	return pages
}

// inOrder checks that words follow each other in a text.
func inOrder(t *testing.T, text string, words ...string) {
	t.Helper()
	at := 0
	for _, w := range words {
		i := strings.Index(text[at:], w)
		if i < 0 {
			t.Errorf("%q is missing, or out of its order, in:\n%s", w, text)
			return
		}
		at += i + len(w)
	}
}

func TestOutsideLibreOfficeOpensDOCX(t *testing.T) {
	program(t, "soffice")
	l, _, b := chorus(t)
	pages := officeText(t, "brief.docx", ordered(t, l, export.Order{Format: export.Word, Brief: kept(t, l, b)}))
	text := strings.Join(pages, " ")
	inOrder(t, text, "TLP:AMBER", "The crossing at Tall Birch", "We will open the crossing", "Ми відкриємо перехід", "Left open", "Sources", "Mediators set a date")
	if strings.Contains(text, "breathe first") {
		t.Error("a private note is told")
	}
	for i, page := range pages {
		if n := strings.Count(page, "TLP:AMBER"); n < 2 {
			t.Errorf("page %d is not marked at its head and its foot: %s", i+1, page)
		}
	}
}

func TestOutsidePandocReadsDOCX(t *testing.T) {
	pandoc := program(t, "pandoc")
	l, _, b := chorus(t)
	read := exec.Command(pandoc, "-f", "docx", "-t", "markdown", "--wrap=none")
	read.Stdin = bytes.NewReader(ordered(t, l, export.Order{Format: export.Word, Brief: kept(t, l, b)}))
	text, err := read.Output()
	if err != nil {
		t.Fatal(err)
	}
	inOrder(t, string(text), "# ", "crossing at Tall Birch on Monday", "#source1", "قال إيليا مارين", "paragraph 1", "Mediators set a date", "https://paper.example/")
}

func TestOutsideLibreOfficeOpensPPTX(t *testing.T) {
	program(t, "soffice")
	l, _, b := chorus(t)
	pages := officeText(t, "slides.pptx", ordered(t, l, export.Order{Format: export.Slides, Brief: kept(t, l, b)}))
	text := strings.Join(pages, " ")
	inOrder(t, text, "The crossing at Tall Birch", "What was said", "S Statement", "We will open the crossing", "Ми відкриємо перехід", "Who pays for the bridge")
	if strings.Contains(text, "breathe first") {
		t.Error("a private note is told")
	}
}

func TestOutsideLibreOfficeOpensXLSX(t *testing.T) {
	program(t, "soffice")
	l, docs, _ := chorus(t)
	var ids []data.ReportID
	for _, d := range docs {
		ids = append(ids, d.ID)
	}
	text := strings.Join(officeText(t, "lanes.xlsx", ordered(t, l, export.Order{Format: export.Sheet, Reports: ids})), " ")
	for _, want := range []string{"TLP:AMBER", "2026-03-04", "Nora Feld", `=HYPERLINK("http://x.example","open")`, "Ілля Марен"} {
		if !strings.Contains(text, want) {
			t.Errorf("LibreOffice does not show %q in: %s", want, text)
		}
	}
}
