package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestVersionsAndOriginsAreTold(t *testing.T) {
	dir := t.TempDir()
	body := "The two delegations left the lakeside hall on Tuesday without a joint paper, after nine hours of talks.\n\n" +
		"“We are close to a framework,” Anna Koval told reporters on the steps of the hall.\n\n" +
		"About 120 trucks waited at the northern crossing on Tuesday evening, the customs service said.\n\n" +
		"Farmers along the river had asked for a longer pause, so that the harvest could be brought in.\n"
	page := func(name, site, text string) string {
		path := filepath.Join(dir, name)
		html := `<html><head><title>Talks end without a paper</title><meta property="og:site_name" content="` + site +
			`"></head><body><article><h1>Talks end without a paper</h1><p>` + strings.ReplaceAll(text, "\n\n", "</p><p>") + `</p></article></body></html>`
		if err := os.WriteFile(path, []byte(html), 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	library := filepath.Join(dir, "l.lectern")
	first := page("1.html", "Lake Courier", body)
	second := page("2.html", "Lake Courier", strings.Replace(body, "close to", "far from", 1))
	copied := page("3.html", "Hill Herald", "Our own market report comes first today.\n\n"+body)
	got := call(t, "--library", library, "import", "--json", first, second, copied)
	if got.status != allDone || !strings.Contains(got.out, `"status":"version"`) {
		t.Fatal(got.status, got.out, got.errs)
	}
	out := call(t, "--library", library, "versions", "--json", "1").out
	lines := strings.Split(strings.TrimSpace(out), "\n")
	var newest struct {
		ID      int
		Newest  bool
		Changed struct{ Quotations int }
	}
	if err := json.Unmarshal([]byte(lines[0]), &newest); err != nil || len(lines) != 2 || newest.ID != 2 || !newest.Newest || newest.Changed.Quotations != 1 {
		t.Error(err, out)
	}
	out = call(t, "--library", library, "origins", "--json").out
	var story struct{ Reports, Origins int }
	if err := json.Unmarshal([]byte(out), &story); err != nil || story.Reports != 2 || story.Origins != 1 {
		t.Error(err, out)
	}
}
