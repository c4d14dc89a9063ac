package library

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"log/slog"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"lectern/data"
)

// older makes a library as the Lectern of some versions ago did, with a report in it.
func older(t *testing.T, path string, version int) {
	t.Helper()
	l, err := raw(path)
	if err != nil {
		t.Fatal(err)
	}
	defer l.release()
	if err := l.migrate(context.Background(), migrations()[:version], nil); err != nil {
		t.Fatal(err)
	}
	text := data.HashOf([]byte("Only this."))
	for _, do := range []string{
		`INSERT INTO texts (id, hash, body) VALUES (1, ?, 'Only this.')`,
		`INSERT INTO reports (id, uid, text_id, original, text, title, author, publisher, url, lang, entered, day, format,
			file_name, model, words, sample, read, statement, caveat, reaction, background)
			VALUES (1, randomblob(16), 1, ?1, ?1, 'One', '', '', '', 'en', 0, 0, 'text', 'one.txt', '', 2, 0, 0, 0, 0, 0, 0)`,
	} {
		if err := l.writer.Exec(do, text[:]).Error; err != nil {
			t.Fatal(err)
		}
	}
}

// raw is a library with its writer and nothing brought up to date.
func raw(path string) (*Library, error) {
	l := &Library{path: path, clock: time.Now, log: slog.New(slog.DiscardHandler)}
	var err error
	l.writer, err = l.connect(1, "mode=rwc", "_txlock=immediate")
	return l, err
}

func versionOf(t *testing.T, path string) int {
	t.Helper()
	v, err := (&Library{path: path}).look()
	if err != nil {
		t.Fatal(err)
	}
	return v
}

func TestALibraryFromThreeVersionsAgoIsBackedUpAndBroughtUpToDate(t *testing.T) {
	path := filepath.Join(t.TempDir(), "l.lectern")
	older(t, path, newest()-3)
	if !NeedsUpdate(path) {
		t.Fatal("it is not known as older")
	}
	var shares []float64
	l, err := Open(context.Background(), Config{Path: path, Updating: func(share float64) { shares = append(shares, share) }})
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	if r, err := l.Report(context.Background(), 1); err != nil || r.Title != "One" {
		t.Error("its report is not there:", err)
	}
	u := l.Updated()
	if u == nil || u.From != newest()-3 || versionOf(t, u.Backup) != newest()-3 || NeedsUpdate(path) {
		t.Fatalf("updated: %+v", u)
	}
	if len(shares) == 0 || shares[len(shares)-1] != 1 {
		t.Errorf("told of its progress: %v", shares)
	}
	// The backup is a library like any other.
	if again := opened(t, u.Backup); again.ReadOnly() {
		t.Error(again.Why())
	}
}

func TestOnlyTheLatestThreeBackupsOfUpdatesAreKept(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "l.lectern")
	older(t, path, newest()-1)
	others := []string{"l.backup-2099-01-01-v2.lectern", "l.backup-2026-01-02-v7.lectern", "l.backup-2026-01-01-v7.lectern",
		"l.backup-mine.lectern", "other.backup-2020-01-01-v1.lectern"}
	for _, name := range others {
		if err := os.WriteFile(filepath.Join(dir, name), nil, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	u := opened(t, path).Updated()
	want := []string{u.Backup, filepath.Join(dir, others[1]), filepath.Join(dir, others[2])}
	if got := UpdateBackups(path); !slices.Equal(got, want) {
		t.Errorf("kept %v", got)
	}
	for _, name := range others[3:] {
		if _, err := os.Stat(filepath.Join(dir, name)); err != nil {
			t.Error("somebody else's file is gone:", err)
		}
	}
}

func TestAMigrationThatFailsLeavesTheLibraryAsItWas(t *testing.T) {
	path := filepath.Join(t.TempDir(), "l.lectern")
	l := opened(t, path)
	id := oneReport(t, l)
	good := `CREATE TABLE extra (x INTEGER) STRICT; INSERT INTO extra VALUES (7);`
	bad := `ALTER TABLE extra ADD COLUMN y INTEGER; SELECT raise_no_such_function();`
	err := l.migrate(context.Background(), append(migrations(), good, bad), nil)
	if data.FaultOf(err).Code != data.FaultNotUpdated {
		t.Fatalf("a broken migration: %v", err)
	}
	var n int
	if err := l.writer.Raw(`SELECT count(*) FROM sqlite_schema WHERE name = 'extra'`).Scan(&n).Error; err != nil || n != 0 {
		t.Errorf("the step before the broken one stayed (%v)", err)
	}
	if v, _ := schemaVersion(l.writer); v != newest() {
		t.Errorf("version is %d", v)
	}
	copied := opened(t, UpdateBackups(path)[0])
	if d, err := copied.Document(context.Background(), id); err != nil || d.Body != "Only this." {
		t.Error("the copy from before is not whole:", err)
	}
}

func TestAMigrationWithoutRoomForACopyDoesNotBegin(t *testing.T) {
	path := filepath.Join(t.TempDir(), "l.lectern")
	l := opened(t, path)
	oneReport(t, l)
	// A folder stands where the copy should go.
	part := fmt.Sprintf("%s.backup-%s-v%d.lectern.part", stem(path), l.clock().Format("2006-01-02"), newest())
	if err := os.MkdirAll(filepath.Join(part, "x"), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := l.migrate(context.Background(), append(migrations(), `CREATE TABLE extra (x)`), nil); err == nil {
		t.Error("migrated without a copy")
	}
	if v, _ := schemaVersion(l.writer); v != newest() {
		t.Errorf("version is %d", v)
	}
}

// init lets the test binary play the program that is killed in the middle of
// bringing a library up to date: its last step takes for ever.
func init() {
	path := os.Getenv("LECTERN_TEST_MIGRATE")
	if path == "" {
		return
	}
	l, err := raw(path)
	if err == nil {
		fmt.Println("begun")
		err = l.migrate(context.Background(), append(migrations(), `CREATE TABLE half (x)`,
			`INSERT INTO half WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT randomblob(1000) FROM n`), nil)
	}
	fmt.Fprintln(os.Stderr, "not killed:", err)
	os.Exit(1)
}

func TestAKillInTheMiddleOfAMigrationLeavesTheLibraryAsItWas(t *testing.T) {
	path := filepath.Join(t.TempDir(), "l.lectern")
	from := newest() - 3
	older(t, path, from)
	child := exec.Command(os.Args[0])
	child.Env = append(os.Environ(), "LECTERN_TEST_MIGRATE="+path)
	child.Stderr = os.Stderr
	out, err := child.StdoutPipe()
	if err == nil {
		err = child.Start()
	}
	if err != nil {
		t.Fatal(err)
	}
	bufio.NewScanner(out).Scan()
	// The last step is under way when the file, or the log beside it, grows: only
	// when SQLite's cache is full, which takes a busy machine a while.
	for range 6000 {
		time.Sleep(10 * time.Millisecond)
		if grown(path) > 2_000_000 {
			break
		}
	}
	if grown(path) <= 2_000_000 {
		t.Error("it was killed before the last step had begun")
	}
	must(t, child.Process.Kill())
	child.Wait()
	if v := versionOf(t, path); v != from {
		t.Errorf("version is %d, was %d", v, from)
	}
	backups := UpdateBackups(path)
	if len(backups) != 1 || versionOf(t, backups[0]) != from {
		t.Fatalf("backups: %v", backups)
	}
	l := opened(t, path)
	if r, err := l.Report(context.Background(), 1); err != nil || r.Title != "One" {
		t.Error("its report is not there:", err)
	}
	var n int
	if err := l.reader.Raw(`SELECT count(*) FROM sqlite_schema WHERE name = 'half'`).Scan(&n).Error; err != nil || n != 0 {
		t.Errorf("half a step stayed (%v)", err)
	}
}

func grown(path string) (size int64) {
	for _, end := range []string{"", "-wal", "-journal"} {
		if info, err := os.Stat(path + end); err == nil {
			size += info.Size()
		}
	}
	return size
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		var f *data.Fault
		if errors.As(err, &f) {
			t.Fatal(f, f.Err)
		}
		t.Fatal(err)
	}
}
