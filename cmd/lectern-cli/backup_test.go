package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestABackupIsMadeAndRestored(t *testing.T) {
	dir := t.TempDir()
	lib, copied, report := filepath.Join(dir, "l.lectern"), filepath.Join(dir, "copy.lectern"), filepath.Join(dir, "one.txt")
	if err := os.WriteFile(report, []byte("One headline\n\nThe bridge is long, he said.\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	if r := call(t, "--library", lib, "import", report); r.status != 0 {
		t.Fatal(r)
	}
	if r := call(t, "--library", lib, "backup", copied); r.status != 0 {
		t.Fatal(r)
	}
	if r := call(t, "--library", lib, "backup", copied); r.status == 0 || !strings.Contains(r.errs, "there already") {
		t.Errorf("a second backup to the same place: %+v", r)
	}
	if err := os.Remove(lib); err != nil {
		t.Fatal(err)
	}
	if r := call(t, "--library", lib, "restore", copied); r.status != 0 {
		t.Fatal(r)
	}
	if r := call(t, "--library", lib, "list"); r.status != 0 || !strings.Contains(r.out, "One headline") {
		t.Errorf("%+v", r)
	}
	if r := call(t, "--library", lib, "restore", copied); r.status != 0 || !strings.Contains(r.errs, "l.replaced-") {
		t.Errorf("%+v", r)
	}
	if r := call(t, "--library", lib, "restore", report); r.status == 0 || !strings.Contains(r.errs, "not a Lectern library") {
		t.Errorf("a text restored: %+v", r)
	}
}
