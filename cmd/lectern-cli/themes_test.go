package main

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

const promise = "Bridge to open soon\n6 October 2026\nSource: Harbour Post\n\n" +
	"Foreign Minister Petra Vaszlin said that the crossing would open to humanitarian aid by 15 October. She spoke of a ceasefire and of a truce.\n"

func TestThemesAndPromisesOfAReportAreTold(t *testing.T) {
	dir := t.TempDir()
	lib := filepath.Join(dir, "l.lectern")
	in := objects[imported](t, call(t, "--library", lib, "import", "--json", write(t, dir, "p.txt", promise), write(t, dir, "c.txt", call1)).out)
	if len(in) != 2 {
		t.Fatalf("import: %+v", in)
	}
	themes := objects[wireTheme](t, call(t, "--library", lib, "themes", "--json").out)
	if len(themes) != 8 || themes[1].Name != "De-escalation" || themes[1].Reports != 1 || !slices.Contains(themes[1].Phrases, "ceasefire*") || themes[4].Reports != 0 {
		t.Errorf("themes: %+v", themes)
	}
	if r := call(t, "--library", lib, "themes"); !strings.Contains(r.out, "1\tDe-escalation\t") || r.status != 0 {
		t.Errorf("in words: %+v", r)
	}
	for _, l := range objects[wireReport](t, call(t, "--library", lib, "list", "--json").out) {
		if l.Themes == nil || l.ID == in[0].Report && (len(l.Themes) != 2 || l.Themes["De-escalation"] != 2 || l.Themes["Humanitarian access"] != 1) {
			t.Errorf("list: %+v", l.Themes)
		}
	}
	doc := objects[wireDocument](t, call(t, "--library", lib, "show", "--json", "1").out)[0]
	if len(doc.Themes) != 2 || len(doc.Expectations) != 1 {
		t.Fatalf("show: %+v, %+v", doc.Themes, doc.Expectations)
	}
	e, text := doc.Expectations[0], []rune(doc.Text)
	if e.Speaker != "Petra Vaszlin" || e.Due != "2026-10-15" || e.Precision != "day" || string(text[e.When[0]:e.When[1]]) != "by 15 October" ||
		!strings.HasPrefix(string(text[e.Start:e.End]), "Foreign Minister") {
		t.Errorf("promise: %+v", e)
	}
	if r := call(t, "--library", lib, "reread"); r.status != 0 || r.out != "" || !strings.Contains(r.errs, "0 reports brought up to date") {
		t.Errorf("reread: %+v", r)
	}
}
