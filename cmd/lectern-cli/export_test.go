package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"lectern/data/export"
	"lectern/data/ingest"
)

func TestEveryFormatIsExportedAndProjectsComeBackWithTheSameText(t *testing.T) {
	dir := t.TempDir()
	lib := filepath.Join(dir, "l.lectern")
	call(t, "--library", lib, "import", write(t, dir, "a.txt", call1))
	var shown string
	for _, r := range objects[struct{ Text string }](t, call(t, "--library", lib, "show", "--json", "1").out) {
		shown = r.Text
	}
	for _, f := range export.Formats() {
		out := filepath.Join(dir, "out."+string(f))
		if r := call(t, "--library", lib, "export", "--format", string(f), "--out", out, "--report", "1"); r.status != 0 {
			t.Errorf("%s: status %d, %s", f, r.status, r.errs)
		}
		if info, err := os.Stat(out); err != nil || info.Size() == 0 {
			t.Errorf("%s: nothing was written: %v", f, err)
		}
	}
	project, err := os.ReadFile(filepath.Join(dir, "out.qdpx"))
	if err != nil {
		t.Fatal(err)
	}
	var back []string
	if err := ingest.Each(t.Context(), "out.qdpx", project, ingest.Options{}, func(p ingest.Part) error {
		back = append(back, p.Document.Text)
		return p.Err
	}); err != nil || len(back) != 1 || shown == "" || back[0] != shown {
		t.Errorf("the project holds %q, not %q: %v", back, shown, err)
	}
	if r := call(t, "text", filepath.Join(dir, "out.docx")); r.status != 0 || !strings.Contains(r.out, strings.Split(shown, "\n")[0]) {
		t.Errorf("Lectern does not read its own DOCX: %+v", r)
	}
}
