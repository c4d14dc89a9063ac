package library_test

import (
	"bytes"
	"database/sql"
	_ "embed"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"lectern/data"
	"lectern/data/library"
)

// raw looks into a library's file from outside, as no part of Lectern does.
func raw(t testing.TB, path string, do ...string) {
	t.Helper()
	db, err := sql.Open("sqlite", path)
	must(t, err)
	defer db.Close()
	for _, s := range do {
		if _, err := db.Exec(s); err != nil {
			t.Fatalf("%v: %.80s", err, s)
		}
	}
}

func rawValue(t testing.TB, path, query string) (v string) {
	t.Helper()
	db, err := sql.Open("sqlite", path)
	must(t, err)
	defer db.Close()
	must(t, db.QueryRow(query).Scan(&v))
	return v
}

func TestSQLiteIsNewEnoughToKeepALibraryWhole(t *testing.T) {
	// Before 3.54.0 it has faults that lose work or let a crafted file in.
	v := rawValue(t, filepath.Join(t.TempDir(), "x"), `SELECT sqlite_version()`)
	if v < "3.54.0" || len(v) != len("3.54.0") {
		t.Errorf("SQLite is %s", v)
	}
}

func TestTheFileSaysWhatItIsAndEvidenceCannotBeEdited(t *testing.T) {
	path := filepath.Join(t.TempDir(), "l.lectern")
	l := open(t, path)
	add(t, l, some(0, 1)...)
	for query, want := range map[string]string{
		`PRAGMA application_id`: "1281713012",
		`PRAGMA user_version`:   "11",
		`PRAGMA journal_mode`:   "wal",
	} {
		if got := rawValue(t, path, query); got != want {
			t.Errorf("%s is %s", query, got)
		}
	}
	db, err := sql.Open("sqlite", path)
	must(t, err)
	defer db.Close()
	for _, edit := range []string{
		`UPDATE texts SET body = 'changed'`,
		`UPDATE originals SET bytes = x'00'`,
		`PRAGMA foreign_keys = 1; DELETE FROM texts`,
	} {
		if _, err := db.Exec(edit); err == nil {
			t.Errorf("%q was let through", edit)
		}
	}
}

func TestASecondLecternReadsAndSaysWhyItCannotWrite(t *testing.T) {
	path := filepath.Join(t.TempDir(), "l.lectern")
	first := open(t, path)
	id := add(t, first, some(0, 1)...)[0]
	second := open(t, path)
	if !second.ReadOnly() || second.Why().Code != data.FaultInUse {
		t.Fatalf("why: %v", second.Why())
	}
	if d, err := second.Document(ctx, id); err != nil || d.Body == "" {
		t.Error("the second cannot read:", err)
	}
	wantFault(t, second.Remove(ctx, []data.ReportID{id}), data.FaultInUse)
	must(t, second.Opened(ctx, id))
	// It sees what the first one does.
	add(t, first, some(1, 1)...)
	if n, _ := second.Count(ctx, library.Filter{}); n != 2 {
		t.Errorf("the second sees %d reports", n)
	}
	must(t, second.Close())
	must(t, first.Close())
	if third := open(t, path); third.ReadOnly() {
		t.Error("the lock outlived its holder:", third.Why())
	}
}

func TestWhatIsNotALibraryIsLeftAsItIs(t *testing.T) {
	dir := t.TempDir()
	db := filepath.Join(dir, "other.db")
	raw(t, db, `CREATE TABLE t (x); INSERT INTO t VALUES (1)`)
	text := filepath.Join(dir, "notes.txt")
	must(t, os.WriteFile(text, []byte(strings.Repeat("Not a library.\n", 40)), 0o644))
	for _, path := range []string{db, text} {
		before, _ := os.ReadFile(path)
		_, err := library.Open(ctx, library.Config{Path: path})
		wantFault(t, err, data.FaultNotLibrary)
		after, _ := os.ReadFile(path)
		if !bytes.Equal(before, after) {
			t.Errorf("%s was changed", path)
		}
	}
	_, err := library.Open(ctx, library.Config{Path: dir})
	wantFault(t, err, data.FaultNotLibrary)
	if left, _ := filepath.Glob(filepath.Join(dir, "*")); len(left) != 2 {
		t.Errorf("files were left: %v", left)
	}
	_, err = library.Open(ctx, library.Config{Path: filepath.Join(dir, "missing", "l.lectern")})
	wantFault(t, err, data.FaultNotFound)
}

func TestALibraryOfANewerLecternOpensForReadingOnly(t *testing.T) {
	path := filepath.Join(t.TempDir(), "l.lectern")
	l := open(t, path)
	id := add(t, l, some(0, 1)...)[0]
	must(t, l.Close())
	raw(t, path, `PRAGMA user_version = 99`)
	l = open(t, path)
	if l.Why() == nil || l.Why().Code != data.FaultNewer {
		t.Fatalf("why: %v", l.Why())
	}
	if _, err := l.Report(ctx, id); err != nil {
		t.Error(err)
	}
	wantFault(t, l.Remove(ctx, []data.ReportID{id}), data.FaultNewer)
}

// version1 is a library as the first Lectern made it, kept as text. Each released
// version gets such a file, and it never changes.
//
//go:embed testdata/version1.sql
var version1 string

func TestLibrariesOfEveryOlderVersionOpen(t *testing.T) {
	for name, text := range map[string]string{"version 1": version1} {
		t.Run(name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "old.lectern")
			raw(t, path, text)
			l := open(t, path)
			if l.ReadOnly() {
				t.Fatal(l.Why())
			}
			d, err := l.Document(ctx, 1)
			must(t, err)
			if d.Title != "Envoys meet in Orlova" || len(d.Passages) != 2 || d.Passages[1].Shown() != data.Caveat ||
				d.Passages[0].Speaker != "Ilya Maren" || len(d.Tags) != 1 {
				t.Errorf("got %+v", d)
			}
			if themes, err := l.Themes(ctx); err != nil || len(themes) != len(data.DefaultThemes()) {
				t.Errorf("%d themes, %v", len(themes), err)
			}
			if stale, err := l.Stale(ctx, ""); err != nil || !slices.Equal(stale, []data.ReportID{1}) {
				t.Errorf("nobody has looked for themes in it, and stale are %v, %v", stale, err)
			}
			if u := l.Updated(); u == nil || u.From != 1 || rawValue(t, u.Backup, `PRAGMA user_version`) != "1" {
				t.Errorf("no copy from before: %+v", u)
			}
			if step, ok := l.NextUndo(ctx); !ok || step.Kind != library.StepTag {
				t.Errorf("next undo: %+v", step)
			}
			sound(t, l)
		})
	}
}
