package export_test

import (
	"bytes"
	"context"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"golang.org/x/net/html"
	"golang.org/x/text/unicode/norm"

	"lectern/data"
	"lectern/data/export"
	"lectern/data/library"
)

// What other programs make of exports. A test skips plainly where its program is
// not installed.

// program finds a program, or skips.
func program(t *testing.T, name string) string {
	t.Helper()
	path, err := exec.LookPath(name)
	if err != nil {
		t.Skipf("%s is not installed: nothing was read back by it", name)
	}
	return path
}

func output(t *testing.T, name string, args ...string) string {
	t.Helper()
	limited, cancel := context.WithTimeout(ctx, time.Minute)
	defer cancel()
	out, err := exec.CommandContext(limited, name, args...).Output()
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	return string(out)
}

// written exports to a file and says where.
func written(t *testing.T, l *library.Library, o export.Order) string {
	t.Helper()
	o.Words, o.Fonts, o.Now = export.English(), fonts(), day
	path := filepath.Join(t.TempDir(), "out."+string(o.Format))
	var first []byte
	for range 2 {
		var out bytes.Buffer
		if err := export.Write(ctx, l, o, &out); err != nil {
			t.Fatal(err)
		}
		if first != nil && !bytes.Equal(first, out.Bytes()) {
			t.Errorf("two exports to %s differ", o.Format)
		}
		first = out.Bytes()
	}
	if err := os.WriteFile(path, first, 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// scripts is a library with a report in four scripts, long enough for some pages.
func scripts(t *testing.T) (*library.Library, data.ReportID) {
	t.Helper()
	l, _, _ := valley(t)
	body := strings.Repeat("Долина відкриється в понеділок, сказала Її речниця.\n\nقال الوزير إن المحادثات ستبدأ يوم الاثنين.\n\nהשיחות ייפתחו ביום שני.\n\n", 30)
	added, err := l.Add(ctx, []library.NewReport{{Report: data.Report{Title: "Ґанок і «їжак»", Lang: "uk"}, Body: strings.TrimSpace(body)}})
	if err != nil {
		t.Fatal(err)
	}
	if err := l.Mark(ctx, []data.ReportID{added[0].ID}, data.Red); err != nil {
		t.Fatal(err)
	}
	return l, added[0].ID
}

func TestPopplerReadsEveryScriptOfAPDF(t *testing.T) {
	toText, fontsOf, info := program(t, "pdftotext"), program(t, "pdffonts"), program(t, "pdfinfo")
	l, id := scripts(t)
	path := written(t, l, export.Order{Format: export.PDF, Reports: []data.ReportID{id}, Page: export.Letter})

	pages := strings.Split(strings.TrimRight(output(t, toText, path, "-"), "\f"), "\f")
	if len(pages) < 2 {
		t.Fatalf("%d pages", len(pages))
	}
	for i, page := range pages {
		// Letters come as the shapes they are drawn in: the same by Unicode's own rules.
		page = norm.NFKC.String(strings.Map(func(r rune) rune {
			if r >= 0x202A && r <= 0x202E {
				return -1
			}
			return r
		}, page))
		if n := strings.Count(page, "TLP:RED"); n < 2 {
			t.Errorf("page %d carries its marking %d times", i+1, n)
		}
		if i > 0 && i < len(pages)-1 {
			for _, want := range []string{"Долина відкриється в понеділок, сказала Її речниця.", "قال الوزير إن المحادثات ستبدأ يوم الاثنين", "השיחות ייפתחו ביום שני"} {
				if !strings.Contains(page, want) {
					t.Errorf("page %d is read without %q:\n%s", i+1, want, page)
				}
			}
		}
	}
	for _, line := range strings.Split(strings.TrimSpace(output(t, fontsOf, path)), "\n")[2:] {
		if !regexp.MustCompile(`yes\s+(yes|no)\s+yes\s+\d+\s+0$`).MatchString(strings.TrimSpace(line)) {
			t.Errorf("a font is not embedded, or nobody can tell its letters: %s", line)
		}
	}
	facts := output(t, info, path)
	for _, want := range []string{"Title:           Ґанок і «їжак»", "612 x 792 pts (letter)", "Encrypted:       no"} {
		if !strings.Contains(facts, want) {
			t.Errorf("pdfinfo does not say %q:\n%s", want, facts)
		}
	}
}

func TestABrowserReadsThePageAndAsksForNothing(t *testing.T) {
	browser := program(t, "chromium")
	l, d, _ := valley(t)
	asked := make(chan struct{}, 100)
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Skip("no socket to listen on")
	}
	defer listener.Close()
	go func() {
		for {
			c, err := listener.Accept()
			if err != nil {
				return
			}
			asked <- struct{}{}
			c.Close()
		}
	}()
	// Words that would fetch something if they were taken for markup.
	at := "http://" + listener.Addr().String()
	evil := `"><img src="` + at + `/a.png"><script src="` + at + `/b.js"></script>`
	added, err := l.Add(ctx, []library.NewReport{{Report: data.Report{Title: "Evil " + evil, Author: evil, URL: at + "/c", Lang: "en"}, Body: "Words " + evil}})
	if err != nil {
		t.Fatal(err)
	}
	path := written(t, l, export.Order{Format: export.HTML, Reports: []data.ReportID{d.ID, added[0].ID}})
	limited, cancel := context.WithTimeout(ctx, 40*time.Second)
	defer cancel()
	browse := exec.CommandContext(limited, browser, "--headless", "--no-sandbox", "--disable-gpu", "--user-data-dir="+t.TempDir(), "--dump-dom", "file://"+path)
	browse.WaitDelay = time.Second
	dom, err := browse.Output()
	if err != nil {
		t.Skipf("chromium does not run here: %v", err)
	}
	select {
	case <-asked:
		t.Error("the page fetched something")
	default:
	}
	tree, err := html.Parse(bytes.NewReader(dom))
	if err != nil {
		t.Fatal(err)
	}
	seen, lang := map[string]int{}, ""
	for n := range tree.Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		seen[n.Data]++
		for _, a := range n.Attr {
			if n.Data == "html" && a.Key == "lang" {
				lang = a.Val
			}
		}
	}
	if lang != "en" || seen["main"] != 1 || seen["h1"] != 1 || seen["h2"] < 3 || seen["header"] != 1 || seen["footer"] != 1 || seen["img"]+seen["script"] != 0 {
		t.Errorf("lang %q, elements %v", lang, seen)
	}
}

func TestRISKeepsItsFormToTheLetter(t *testing.T) {
	l, d, _ := valley(t)
	raw, err := os.ReadFile(written(t, l, export.Order{Format: export.RIS, Reports: []data.ReportID{d.ID}}))
	if err != nil {
		t.Fatal(err)
	}
	// No program here reads RIS (pandoc does from 3.0 on), so its specification is checked.
	line := regexp.MustCompile(`^[A-Z][A-Z0-9]  - .*$`)
	var tags []string
	for i, l := range strings.Split(strings.TrimSuffix(string(raw), "\r\n\r\n"), "\r\n") {
		if !line.MatchString(l) || strings.ContainsAny(l, "\r\n") {
			t.Errorf("line %d is no line of RIS: %q", i+1, l)
		}
		tags = append(tags, l[:2])
	}
	if tags[0] != "TY" || tags[len(tags)-1] != "ER" || slices.Index(tags, "TY") != 0 {
		t.Errorf("tags %v", tags)
	}
	for _, want := range []string{"TI  - The valley {opens} & more\r\n", "DA  - 2026/03/04\r\n", "UR  - https://paper.example/valley\r\n"} {
		if !strings.Contains(string(raw), want) {
			t.Errorf("no %q in %q", want, raw)
		}
	}
}

func TestNothingAboveTheLevelLeaves(t *testing.T) {
	l, d, b := valley(t)
	id, err := l.AddBrief(ctx, b)
	if err != nil {
		t.Fatal(err)
	}
	for _, o := range []export.Order{{Reports: []data.ReportID{d.ID}}, {Brief: id}} {
		open, err := export.Look(ctx, l, o)
		if err != nil || open.Marking != data.Amber || open.Withheld != 0 || !slices.Equal(open.Reports, []data.ReportID{d.ID}) {
			t.Errorf("without a level: %+v, %v", open, err)
		}
		o.Level = data.Green
		narrow, err := export.Look(ctx, l, o)
		if err != nil || narrow.Marking != data.Unmarked || narrow.Withheld != 1 || len(narrow.Reports) != 0 {
			t.Errorf("up to TLP:GREEN: %+v, %v", narrow, err)
		}
		for _, o.Format = range []export.Format{export.HTML, export.Markdown, export.Table, export.RIS, export.CSLJSON} {
			raw, err := os.ReadFile(written(t, l, o))
			if err != nil || bytes.Contains(raw, []byte("valley")) {
				t.Errorf("%s tells of what is above the level: %s, %v", o.Format, raw, err)
			}
		}
	}
	for _, notes := range []bool{false, true} {
		raw, err := os.ReadFile(written(t, l, export.Order{Format: export.Markdown, Brief: id, Notes: notes}))
		if err != nil || bytes.Contains(raw, []byte("a private note")) != notes {
			t.Errorf("notes %t: %s, %v", notes, raw, err)
		}
	}
}
