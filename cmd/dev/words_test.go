package main

import (
	"io"
	"slices"
	"strings"
	"testing"
)

// Every on-screen word of this checkout is there in every language.
func TestEveryWordIsTranslated(t *testing.T) {
	shop, err := openWorkshop(io.Discard)
	if err != nil {
		t.Fatal(err)
	}
	said, wrong, err := shop.said()
	if err != nil {
		t.Fatal(err)
	}
	for _, lang := range languages {
		known, err := shop.translation(lang.code)
		if err != nil {
			t.Fatal(err)
		}
		wrong = append(wrong, lang.wrong(said, known)...)
	}
	if len(wrong) > 0 {
		t.Errorf("run `go run ./cmd/dev words`:\n%s", strings.Join(wrong, "\n"))
	}
}

func TestWordsIn(t *testing.T) {
	said, loose, err := wordsIn("app/x.go", []byte(`package x

import tr "fyne.io/fyne/v2/lang"

func f(n int, name, lane string) {
	tr.L("Open " + "a report")
	tr.X("menu.file", "File")
	tr.XN("reports.count", "{{.Count}} reports", n, nil)
	tr.X("lane."+lane, lane)
	tr.L(name)
	tr.SystemLocale()
	lang.L("another package's")
}
`))
	if err != nil {
		t.Fatal(err)
	}
	want := []word{
		{key: "Open a report", english: "Open a report", at: "app/x.go:6"},
		{key: "menu.file", english: "File", at: "app/x.go:7"},
		{key: "reports.count", english: "{{.Count}} reports", plural: true, at: "app/x.go:8"},
		{key: "lane.", prefix: true, at: "app/x.go:9"},
	}
	if !slices.Equal(said, want) {
		t.Errorf("got  %+v\nwant %+v", said, want)
	}
	if len(loose) != 1 || !strings.HasPrefix(loose[0], "app/x.go:10:") {
		t.Errorf("unchecked calls: %v", loose)
	}
}

func TestWrongTranslationsAreTold(t *testing.T) {
	said := []word{
		{key: "Open", english: "Open", at: "a:1"},
		{key: "fault.gone", english: "{{.Subject}} is gone.", at: "a:2"},
		{key: "n", english: "{{.Count}} reports", plural: true, at: "a:3"},
		{key: "lane.", prefix: true, at: "a:4"},
	}
	good := `{"Open":"Відкрити","fault.gone":"Немає: {{.Subject}}.","lane.x":"X",
		"n":{"one":"{{.Count}} звіт","few":"{{.Count}} звіти","many":"{{.Count}} звітів"}}`
	uk := languages[1]
	for _, c := range []struct{ from, to, tells string }{
		{"", "", ""},
		{`"Open":"Відкрити",`, ``, "is missing"},
		{`"Відкрити"`, `" "`, "lacks its form"},
		{`"few":"{{.Count}} звіти",`, ``, `lacks its form "few"`},
		{`{"one":"{{.Count}} звіт","few":"{{.Count}} звіти","many":"{{.Count}} звітів"}`, `"звіти"`, `lacks its form "one"`},
		{"{{.Subject}}", "{{.Name}}", "does not give it"},
		{"Немає: {{.Subject}}.", "Немає.", "leaves out"},
		{`"lane.x":"X",`, ``, "starts no key"},
	} {
		text := good
		if c.from != "" {
			text = strings.Replace(good, c.from, c.to, 1)
		}
		known, err := parseTranslation([]byte(text))
		if err != nil {
			t.Fatal(err)
		}
		wrong := strings.Join(uk.wrong(said, known), "\n")
		if c.tells == "" && wrong != "" || !strings.Contains(wrong, c.tells) {
			t.Errorf("%q for %q: told %q, want %q", c.to, c.from, wrong, c.tells)
		}
	}
	drifted := translation{"Open": {"": "Open it"}}
	if wrong := languages[0].wrong(said[:1], drifted); len(wrong) != 1 || !strings.Contains(wrong[0], "the code says") {
		t.Errorf("English that differs from the code: %v", wrong)
	}
}

func TestEnglishIsCompletedFromTheCode(t *testing.T) {
	dir := t.TempDir()
	shop := workshop{root: dir, out: io.Discard}
	said := []word{
		{key: "Open", english: "Open", at: "a:1"},
		{key: "n", english: "{{.Count}} <b>", plural: true, at: "a:2"},
		{key: "lane.", prefix: true, at: "a:3"},
	}
	if err := shop.writeEnglish(said); err != nil {
		t.Fatal(err)
	}
	known, err := shop.translation("en")
	if err != nil {
		t.Fatal(err)
	}
	if known["Open"][""] != "Open" || known["n"]["other"] != "{{.Count}} <b>" || len(known) != 2 {
		t.Errorf("written: %v", known)
	}
	known["n"]["one"], known["kept"] = "{{.Count}} <i>", map[string]string{"": "by hand"}
	if got, err := parseTranslation(known.json()); err != nil || got["n"]["one"] != "{{.Count}} <i>" || got["kept"][""] != "by hand" {
		t.Errorf("read back: %v, %v", got, err)
	}
}
