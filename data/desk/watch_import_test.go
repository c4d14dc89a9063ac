package desk

import (
	"os"
	"path/filepath"
	"testing"
	"time"

	"lectern/data/library"
)

// comeIn brings in what a lookout tells of, and counts what became of it.
func (l *lookout) comeIn(t *testing.T, d *Desk, dir string) (sum library.Import) {
	t.Helper()
	var files []string
	l.scout.tell.Settled = func(_ string, some []string) { files = append(files, some...) }
	l.scan(t)
	l.pass(4 * time.Second)
	if len(files) == 0 {
		return sum
	}
	sum, err := d.Import(t.Context(), Order{Paths: files, Watched: dir})
	if err != nil {
		t.Fatal(err)
	}
	return sum
}

// paperDOCX is a document of an office program.
func paperDOCX(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	if _, err := maker.WriteArchive(dir, 13, false); err != nil {
		t.Fatal(err)
	}
	b, err := os.ReadFile(filepath.Join(dir, "000", "file-000012.docx"))
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

func reports(t *testing.T, d *Desk, versions bool) int {
	t.Helper()
	n, err := d.Library().Count(t.Context(), library.Filter{Versions: versions})
	if err != nil {
		t.Fatal(err)
	}
	return n
}

func TestAWatchedFileThatIsRenamedDoesNotComeInTwice(t *testing.T) {
	d, dir := newDesk(t), filepath.Join(t.TempDir(), "in")
	path := write(t, dir, "a.txt", story(1))
	l := newLookout(t, d, dir)
	if i := l.comeIn(t, d, dir); i.New != 1 {
		t.Fatalf("%+v", i)
	}
	for _, to := range []string{"b.txt", "deep/c.txt"} {
		at := filepath.Join(dir, to)
		if err := os.MkdirAll(filepath.Dir(at), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.Rename(path, at); err != nil {
			t.Fatal(err)
		}
		path = at
		if i := l.comeIn(t, d, dir); i.New+i.Newer+i.Failed != 0 || reports(t, d, true) != 1 {
			t.Errorf("renamed to %s: %+v", to, i)
		}
	}
}

// A download that pauses for long looks finished. What was read of it gives way to
// the whole, and a document that cannot be read half is read when it is whole.
func TestAWatchedFileThatPausesComesInWhole(t *testing.T) {
	d, dir := newDesk(t), filepath.Join(t.TempDir(), "in")
	whole, paper := story(1), paperDOCX(t)
	write(t, dir, "a.txt", whole[:2*len(whole)/3])
	write(t, dir, "b.docx", paper[:len(paper)/2])
	l := newLookout(t, d, dir)
	if i := l.comeIn(t, d, dir); i.New != 1 || i.Failed != 1 {
		t.Fatalf("half: %+v", i)
	}
	if i := l.comeIn(t, d, dir); i.ID != 0 {
		t.Fatalf("nothing has changed: %+v", i)
	}
	write(t, dir, "a.txt", whole)
	write(t, dir, "b.docx", paper)
	if i := l.comeIn(t, d, dir); i.Newer != 1 || i.New != 1 || i.Failed != 0 {
		t.Fatalf("whole: %+v", i)
	}
	if n, all := reports(t, d, false), reports(t, d, true); n != 2 || all != 3 {
		t.Errorf("%d articles in %d versions", n, all)
	}
}

// Many programs write a new file and put it in the place of the old one.
func TestAWatchedFileThatIsReplacedIsANewerVersion(t *testing.T) {
	d, dir := newDesk(t), filepath.Join(t.TempDir(), "in")
	path := write(t, dir, "a.txt", story(1))
	l := newLookout(t, d, dir)
	l.comeIn(t, d, dir)
	part := write(t, dir, "a.txt.part", story(1)+"\nA second call is planned for Friday, the ministry added.\n")
	if i := l.comeIn(t, d, dir); i.ID != 0 {
		t.Errorf("what is being written came in: %+v", i)
	}
	if err := os.Rename(part, path); err != nil {
		t.Fatal(err)
	}
	if i := l.comeIn(t, d, dir); i.Newer != 1 || i.New != 0 || reports(t, d, false) != 1 {
		t.Errorf("replaced: %+v", i)
	}
}

func TestAWatchedFolderThatMayNotBeReadIsToldOf(t *testing.T) {
	d, dir := newDesk(t), filepath.Join(t.TempDir(), "in")
	write(t, dir, "a.txt", story(1))
	file := write(t, t.TempDir(), "file", "x")
	l := newLookout(t, d, dir, file) // a file in the place of a folder cannot be looked into either
	l.scan(t)
	same(t, "the folder", l.pass(3*time.Second), "in: a.txt")
	same(t, "a file that is watched", l.gone, "file")
	if os.Geteuid() == 0 {
		t.Log("root reads every folder: its rights were not tried")
		return
	}
	if err := os.Chmod(dir, 0); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { os.Chmod(dir, 0o700) })
	if !l.moved() {
		t.Error("nobody noticed that the folder may not be read")
	}
	l.scan(t)
	same(t, "not to be read", l.gone, "file", "in")
	if err := os.Chmod(dir, 0o700); err != nil {
		t.Fatal(err)
	}
	write(t, dir, "b.txt", story(2))
	l.scan(t)
	same(t, "to be read again", l.pass(3*time.Second), "in: b.txt")
}
