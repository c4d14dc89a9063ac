package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

func TestTheVersionIsThatOfFyneApp(t *testing.T) {
	file := filepath.Join(t.TempDir(), "FyneApp.toml")
	for text, want := range map[string]string{
		"[Details]\nName = \"Lectern\"\nVersion = \"1.20.3\"\n": "1.20.3",
		"Version = \"1.2\"\n":          "",
		"Version = \"v1.2.3-beta\"\n":  "",
		"# Version = \"1.2.3\"\n":      "",
		"Version = \"1.2.3\" # soon\n": "",
	} {
		if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		got, err := versionOf(file)
		if got != want || (err == nil) != (want != "") {
			t.Errorf("%q: version %q, %v; want %q", text, got, err, want)
		}
	}
}

func TestPackagesTellTheCommitsTimeUnlessAskedOtherwise(t *testing.T) {
	for _, c := range []struct{ asked, commit, want string }{
		{"", "1700000000", "2023-11-14T22:13:20Z"},
		{"86400", "1700000000", "1970-01-02T00:00:00Z"},
		{"yesterday", "1700000000", ""},
		{"-1", "1700000000", ""},
	} {
		got, err := epochOf(c.asked, c.commit)
		if c.want == "" {
			if err == nil {
				t.Errorf("%q is taken for a time: %v", c.asked, got)
			}
			continue
		}
		if err != nil || got.Format(time.RFC3339) != c.want {
			t.Errorf("asked %q, commit %q: %v, %v; want %s", c.asked, c.commit, got, err, c.want)
		}
	}
}

func TestSumsAreAsSha256sumReadsThem(t *testing.T) {
	dir := t.TempDir()
	for name, text := range map[string]string{"b.txt": "", "a.txt": "abc", sumsName: "old"} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Mkdir(filepath.Join(dir, "folder"), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := writeSums(dir); err != nil {
		t.Fatal(err)
	}
	got, err := os.ReadFile(filepath.Join(dir, sumsName))
	want := "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad  a.txt\n" +
		"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855  b.txt\n"
	if err != nil || string(got) != want {
		t.Errorf("sums: %v\n%s", err, got)
	}
}

func TestPackageRefusesWhatItDoesNotKnow(t *testing.T) {
	var out strings.Builder
	if code := dispatch(t.Context(), []string{"package", "amiga"}, &out); code == 0 || !strings.Contains(out.String(), `"amiga"`) {
		t.Errorf("status %d:\n%s", code, out.String())
	}
}
