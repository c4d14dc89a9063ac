package desk

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"lectern/data/library"
)

// lookout is a scout with a clock of its own, and what it told of.
type lookout struct {
	*scout
	now  time.Time
	told []string // "folder: file, file", by base names
	gone []string
}

func newLookout(t *testing.T, d *Desk, folders ...string) *lookout {
	t.Helper()
	l := &lookout{now: time.Date(2026, 3, 14, 12, 0, 0, 0, time.UTC)}
	l.scout = newScout(d, Watching{
		Settled: func(folder string, files []string) {
			var names []string
			for _, path := range files {
				names = append(names, filepath.Base(path))
			}
			l.told = append(l.told, filepath.Base(folder)+": "+strings.Join(names, ", "))
		},
		Gone: func(folder string) { l.gone = append(l.gone, filepath.Base(folder)) },
	}, func() time.Time { return l.now })
	for _, folder := range folders {
		if err := d.Library().Watch(t.Context(), folder); err != nil {
			t.Fatal(err)
		}
	}
	return l
}

// pass lets time go by, half a second at a time.
func (l *lookout) pass(d time.Duration) []string {
	l.told = nil
	for ; d > 0; d -= watchTick {
		l.now = l.now.Add(watchTick)
		l.settle()
	}
	return l.told
}

func (l *lookout) scan(t *testing.T) {
	t.Helper()
	if err := l.rescan(t.Context()); err != nil {
		t.Fatal(err)
	}
}

func same(t *testing.T, what string, got []string, want ...string) {
	t.Helper()
	if !slices.Equal(got, want) {
		t.Errorf("%s: told of %q, want %q", what, got, want)
	}
}

func TestAFileIsToldOfOnceItIsFinished(t *testing.T) {
	d, dir := newDesk(t), filepath.Join(t.TempDir(), "in")
	write(t, dir, "deep/a.txt", story(1))
	write(t, dir, "picture.png", "x")
	write(t, dir, ".hidden/b.txt", story(2))
	write(t, dir, "page.html", "<p>A page</p>")
	write(t, dir, "page_files/c.html", "<p>An advertisement</p>")
	l := newLookout(t, d, dir)
	l.scan(t)
	same(t, "before it has settled", l.pass(1500*time.Millisecond))
	same(t, "after", l.pass(time.Second), "in: a.txt, page.html")
	l.scan(t)
	same(t, "a second time", l.pass(time.Minute))
}

func TestAFileThatGrowsIsWaitedFor(t *testing.T) {
	d, dir := newDesk(t), filepath.Join(t.TempDir(), "in")
	path := write(t, dir, "a.txt", story(1))
	l := newLookout(t, d, dir)
	l.scan(t)
	for i := range 4 {
		same(t, "while it grows", l.pass(1500*time.Millisecond))
		write(t, dir, "a.txt", strings.Repeat("x", 2000+i))
	}
	same(t, "once it is done", l.pass(3*time.Second), "in: a.txt")
	write(t, dir, "b.txt", story(2))
	l.scan(t)
	l.pass(time.Second)
	if err := os.Remove(filepath.Join(dir, "b.txt")); err != nil {
		t.Fatal(err)
	}
	same(t, "a file that went before it was done", l.pass(time.Minute))
	if err := os.Chtimes(path, time.Time{}, time.Now().Add(time.Hour)); err != nil {
		t.Fatal(err)
	}
	l.scan(t)
	same(t, "written again", l.pass(3*time.Second), "in: a.txt")
}

func TestWhatIsCopiedTogetherIsToldOfTogether(t *testing.T) {
	d, dir := newDesk(t), filepath.Join(t.TempDir(), "in")
	write(t, dir, "a.txt", story(1))
	l := newLookout(t, d, dir)
	l.scan(t)
	l.pass(1500 * time.Millisecond)
	write(t, dir, "b.txt", story(2))
	l.scan(t)
	same(t, "both", l.pass(4*time.Second), "in: a.txt, b.txt")
	// A file that is written to for ever holds up the others only for a while.
	write(t, dir, "c.txt", story(3))
	l.scan(t)
	for i := range 20 {
		l.pass(time.Second)
		write(t, dir, "log.txt", strings.Repeat("x", i+1))
		l.scan(t)
		if len(l.told) > 0 {
			same(t, "the finished one", l.told, "in: c.txt")
			return
		}
	}
	t.Error("a file that grows for ever held up another")
}

func TestAFolderThatGoesIsSaidOnceAndComesBack(t *testing.T) {
	d, parent := newDesk(t), t.TempDir()
	dir := filepath.Join(parent, "in")
	write(t, dir, "a.txt", story(1))
	l := newLookout(t, d, dir)
	l.scan(t)
	if err := os.Rename(dir, filepath.Join(parent, "out")); err != nil {
		t.Fatal(err)
	}
	if !l.moved() {
		t.Error("nobody noticed that the folder went")
	}
	l.scan(t)
	l.scan(t)
	same(t, "gone", l.gone, "in")
	same(t, "its files", l.pass(time.Minute))
	if err := os.Rename(filepath.Join(parent, "out"), dir); err != nil {
		t.Fatal(err)
	}
	if !l.moved() {
		t.Error("nobody noticed that the folder is back")
	}
	l.scan(t)
	same(t, "back", l.pass(3*time.Second), "in: a.txt")
	if err := d.Library().Unwatch(t.Context(), dir); err != nil {
		t.Fatal(err)
	}
	write(t, dir, "b.txt", story(2))
	l.scan(t)
	same(t, "no longer watched", l.pass(time.Minute))
}

func TestTheLibraryIsNoReport(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "in")
	if err := os.MkdirAll(dir, 0o700); err != nil {
		t.Fatal(err)
	}
	d := open(t, filepath.Join(dir, "own")) // a name that could be a report's
	write(t, dir, "a.txt", story(1))
	l := newLookout(t, d, dir)
	l.scan(t)
	if err := l.look(t.Context(), filepath.Join(dir, "own")); err != nil {
		t.Fatal(err)
	}
	same(t, "all but the library", l.pass(3*time.Second), "in: a.txt")
}

func TestAReadOnlyLibraryWatchesNothing(t *testing.T) {
	path := filepath.Join(t.TempDir(), "l.lectern")
	open(t, path)
	second := open(t, path)
	if err := second.Watch(t.Context(), Watching{}); err != nil {
		t.Error(err)
	}
}

// A file that is dropped into a watched folder comes in, what is changed becomes a
// newer version, and what could not be read is tried once.
func TestWhatIsDroppedIntoAWatchedFolderComesIn(t *testing.T) {
	d, dir := newDesk(t), filepath.Join(t.TempDir(), "in")
	write(t, dir, "there already.txt", story(1))
	if err := d.Library().Watch(t.Context(), dir); err != nil {
		t.Fatal(err)
	}
	ctx, end := context.WithCancel(t.Context())
	settled, over := make(chan []string, 10), make(chan error, 1)
	go func() {
		over <- d.Watch(ctx, Watching{Settled: func(_ string, files []string) { settled <- files }})
	}()
	defer func() {
		end()
		if err := <-over; err != nil {
			t.Error(err)
		}
	}()
	come := func(what string) library.Import {
		t.Helper()
		select {
		case files := <-settled:
			i, err := d.Import(t.Context(), Order{Paths: files, Watched: dir})
			if err != nil {
				t.Error(what, err)
			}
			return i
		case <-time.After(20 * time.Second):
			t.Fatal(what + ": nothing came")
			return library.Import{}
		}
	}
	if i := come("at the start"); i.New != 1 || !i.Watched || !slices.Equal(i.Roots, []string{dir}) {
		t.Errorf("at the start: %+v", i)
	}
	write(t, dir, "new folder/dropped.txt", story(2))
	write(t, dir, "new folder/broken.txt", "")
	if i := come("dropped"); i.New != 1 || i.Failed != 1 {
		t.Errorf("dropped: %+v", i)
	}
	write(t, dir, "new folder/dropped.txt", story(2)+"\nThe ministry later said that a second call was planned for Friday.\n")
	if i := come("changed"); i.Newer != 1 || i.New != 0 || i.Failed != 0 {
		t.Errorf("changed: %+v", i)
	}
	if again, err := d.Import(t.Context(), Order{Paths: []string{dir}, Watched: dir}); err != nil || again.ID != 0 {
		t.Errorf("what was seen came again: %+v, %v", again, err)
	}
}
