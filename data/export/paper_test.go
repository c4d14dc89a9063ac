package export_test

import (
	"bytes"
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"golang.org/x/net/html"

	"lectern/assets"
	"lectern/data"
	"lectern/data/brief"
	"lectern/data/export"
	"lectern/data/library"
)

var (
	ctx = context.Background()
	day = time.Date(2026, 11, 23, 10, 0, 0, 0, time.UTC)
)

const body = `The valley opens on Monday, Ілля Марен said.

Analysts *warn* that <such> openings & promises were made before.`

// valley is a library with one report of two passages, and a brief on it.
func valley(t *testing.T) (*library.Library, data.Document, data.Brief) {
	t.Helper()
	l, err := library.Open(ctx, library.Config{Path: filepath.Join(t.TempDir(), "l.lectern"), Who: "Vera"})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { l.Close() })
	r := library.NewReport{Report: data.Report{Title: "The valley {opens} & more", Author: "A. Reporter", Publisher: "The Paper_1",
		URL: "https://paper.example/valley", Lang: "en", Published: time.Date(2026, 3, 4, 0, 0, 0, 0, time.UTC)}, Body: body}
	first := strings.Index(body, "\n")
	r.Reading = data.Reading{Model: "made", Attributions: []data.Attribution{{Content: []data.Span{{Start: 0, End: 26}}, Speaker: "Ілля Марен"}},
		Sentences: []data.Sentence{
			{Span: data.Span{Start: 0, End: first}, Lane: data.Statement, Attribution: 0},
			{Span: data.Span{Start: first + 2, End: len(body)}, Lane: data.Caveat, Attribution: -1},
		}}
	added, err := l.Add(ctx, []library.NewReport{r})
	if err != nil {
		t.Fatal(err)
	}
	if err := l.Mark(ctx, []data.ReportID{added[0].ID}, data.Amber); err != nil {
		t.Fatal(err)
	}
	d, err := l.Document(ctx, added[0].ID)
	if err != nil {
		t.Fatal(err)
	}
	return l, d, data.Brief{Title: "The call", Steps: []data.BriefStep{
		{Kind: data.TitleCard, Title: "Welcome", Words: "Ten minutes", Notes: "a private note"},
		{Kind: data.StatementStep, Main: brief.QuoteOf(d, d.Passages[0], day), With: []data.Quote{brief.QuoteOf(d, d.Passages[1], day)}, Notes: "a private note"},
	}}
}

func fonts() export.Fonts {
	return export.Fonts{Serif: assets.ReadingRegular, SerifBold: assets.ReadingBold, Sans: assets.SansRegular, SansBold: assets.SansBold,
		Arabic: assets.ArabicRegular, ArabicBold: assets.ArabicBold, Hebrew: assets.HebrewRegular, HebrewBold: assets.HebrewBold, EastAsian: assets.EastAsian}
}

func TestEveryQuotationCarriesSpeakerSourceDateAndPlace(t *testing.T) {
	l, d, b := valley(t)
	p, err := export.OfBrief(ctx, l, b, export.English(), day)
	if err != nil {
		t.Fatal(err)
	}
	quoted := p.Parts[1].Blocks[0]
	if quoted.Text != d.Body[:strings.Index(d.Body, "\n")] || quoted.Speaker != "Ілля Марен" || quoted.Source != 1 || quoted.Place != "paragraph 1" {
		t.Errorf("quotation: %+v", quoted)
	}
	if p.Parts[1].Blocks[1].Place != "paragraph 2" || p.Marking != data.Amber || len(p.Sources) != 1 || p.Sources[0].Published.IsZero() {
		t.Errorf("paper: %+v", p)
	}
	for name, write := range map[string]func(*bytes.Buffer) error{
		"md":   func(out *bytes.Buffer) error { return export.WriteMarkdown(out, p, export.English()) },
		"html": func(out *bytes.Buffer) error { return export.WriteHTML(out, p, export.English()) },
	} {
		var out bytes.Buffer
		if err := write(&out); err != nil {
			t.Fatal(name, err)
		}
		if strings.Contains(out.String(), "private note") {
			t.Errorf("%s tells a private note", name)
		}
		for _, want := range []string{"Ілля Марен", "4 March 2026", "paragraph 2", "TLP:AMBER"} {
			if !strings.Contains(out.String(), want) {
				t.Errorf("%s does not say %q:\n%s", name, want, out.String())
			}
		}
	}
	if err := l.Remove(ctx, []data.ReportID{d.ID}); err != nil {
		t.Fatal(err)
	}
	p, err = export.OfBrief(ctx, l, b, export.English(), day)
	if err != nil || p.Parts[1].Blocks[0].Fate != "as of 23 November 2026; no longer in the library" {
		t.Errorf("of a report removed: %+v, %v", p.Parts[1].Blocks[0], err)
	}
}

func TestAPageOfHTMLHoldsTheWordsAndNothingElse(t *testing.T) {
	l, d, _ := valley(t)
	p, err := export.OfReports(ctx, l, []data.ReportID{d.ID}, export.English(), day)
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	if err := export.WriteHTML(&out, p, export.English()); err != nil {
		t.Fatal(err)
	}
	tree, err := html.Parse(bytes.NewReader(out.Bytes()))
	if err != nil {
		t.Fatal(err)
	}
	quoted := ""
	for n := range tree.Descendants() {
		if n.Type == html.ElementNode {
			for _, a := range n.Attr {
				if a.Key == "src" || strings.HasPrefix(a.Key, "on") || n.Data == "script" {
					t.Errorf("<%s %s> in the page", n.Data, a.Key)
				}
			}
		}
		if n.Type == html.TextNode && n.Parent.Parent.Data == "blockquote" {
			quoted += n.Data + "\n"
		}
	}
	if want := d.Body[:strings.Index(d.Body, "\n")] + "\n" + d.Body[strings.Index(d.Body, "\n")+2:] + "\n"; quoted != want {
		t.Errorf("quoted:\n%s\nwant:\n%s", quoted, want)
	}
}

func TestAPDFHasItsFontsBookmarksAndWords(t *testing.T) {
	l, _, b := valley(t)
	p, err := export.OfBrief(ctx, l, b, export.English(), day)
	if err != nil {
		t.Fatal(err)
	}
	write := func() []byte {
		var out bytes.Buffer
		if err := export.WritePDF(&out, p, export.English(), fonts(), export.A4); err != nil {
			t.Fatal(err)
		}
		return out.Bytes()
	}
	got := write()
	if !bytes.Equal(got, write()) {
		t.Error("two PDFs of one paper differ")
	}
	for _, want := range []string{"%PDF-", "/Outlines", "/FontFile2", "/ToUnicode"} {
		if !bytes.Contains(got, []byte(want)) {
			t.Errorf("the PDF has no %s", want)
		}
	}
	outside, err := exec.LookPath("pdftotext")
	if err != nil {
		t.Skip("poppler's pdftotext is not here to read the PDF back")
	}
	path := filepath.Join(t.TempDir(), "x.pdf")
	if err := os.WriteFile(path, got, 0o600); err != nil {
		t.Fatal(err)
	}
	text, err := exec.Command(outside, "-layout", path, "-").Output()
	if err != nil {
		t.Fatal(err)
	}
	flat := strings.Join(strings.Fields(string(text)), " ")
	for _, want := range []string{"Welcome", "The valley opens on Monday, Ілля Марен said.", "Sources", "TLP:AMBER", "paragraph 2"} {
		if !strings.Contains(flat, want) {
			t.Errorf("pdftotext does not find %q in %q", want, flat)
		}
	}
	if strings.Index(flat, "Welcome") > strings.Index(flat, "The valley") {
		t.Error("steps are out of order")
	}
}

func TestCitationsAreReadBackByPandoc(t *testing.T) {
	l, d, _ := valley(t)
	reports, err := l.Reports(ctx, []data.ReportID{d.ID})
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		format string
		write  func(*bytes.Buffer) error
	}{
		{"biblatex", func(out *bytes.Buffer) error { return export.WriteBibTeX(out, reports) }},
		{"ris", func(out *bytes.Buffer) error { return export.WriteRIS(out, reports) }},
		{"csljson", func(out *bytes.Buffer) error { return export.WriteCSL(out, reports) }},
	} {
		var out bytes.Buffer
		if err := c.write(&out); err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(out.String(), "https://paper.example/valley") || !strings.Contains(out.String(), "2026") {
			t.Errorf("%s: %s", c.format, out.String())
		}
		pandoc, err := exec.LookPath("pandoc")
		if err != nil {
			continue
		}
		if known, _ := exec.Command(pandoc, "--list-input-formats").Output(); !strings.Contains(string(known), c.format+"\n") {
			t.Logf("this pandoc does not read %s: it was not read back", c.format)
			continue
		}
		read := exec.Command(pandoc, "-f", c.format, "-t", "csljson")
		read.Stdin = &out
		back, err := read.Output()
		if err != nil {
			t.Errorf("pandoc does not read the %s: %v", c.format, err)
		}
		for _, want := range []string{"The valley {opens} & more", "A. Reporter", "The Paper_1", "2026"} {
			if !strings.Contains(string(back), want) {
				t.Errorf("pandoc reads the %s without %q: %s", c.format, want, back)
			}
		}
	}
}
