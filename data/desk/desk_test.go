package desk

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"lectern/data"
	"lectern/data/ingest"
	"lectern/data/library"
	"lectern/data/split"
	"lectern/data/synth"
)

func open(t *testing.T, path string) *Desk {
	t.Helper()
	lib, err := library.Open(t.Context(), library.Config{Path: path, Who: "Tester"})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { lib.Close() })
	return New(Config{Library: lib, Splitter: split.NewRules()})
}

func newDesk(t *testing.T) *Desk { return open(t, filepath.Join(t.TempDir(), "l.lectern")) }

func write(t *testing.T, dir, name, text string) string {
	t.Helper()
	path := filepath.Join(dir, name)
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

var maker = synth.New(1)

// story is a report that begins like every other and then is its own.
func story(i int) string {
	own := strings.ReplaceAll(maker.Report(i, 1200).Body, "\n\n", " ")
	return fmt.Sprintf("Envoys hold call number %d\nBy Olena Marchuk\n\nPresident Taras Velm said on Tuesday that call %d was constructive. Analysts caution that details remain scarce.\n\n%s\n", i, i, own)
}

// bring imports paths and says what became of each document.
func bring(t *testing.T, d *Desk, paths ...string) ([]library.ImportItem, error) {
	t.Helper()
	return bringWith(t, d, Order{Paths: paths})
}

func bringWith(t *testing.T, d *Desk, o Order) (items []library.ImportItem, err error) {
	t.Helper()
	o.Kept = func(some []library.ImportItem) { items = append(items, some...) }
	i, err := d.Import(t.Context(), o)
	if kept, e := d.Library().ImportItems(t.Context(), i.ID, "", 0, 100_000); err == nil && (e != nil || len(kept) != len(items)) {
		t.Errorf("%d items were told of, the library knows of %d (%v)", len(items), len(kept), e)
	}
	return items, err
}

func count(t *testing.T, d *Desk) int {
	t.Helper()
	n, err := d.Library().Count(t.Context(), library.Filter{})
	if err != nil {
		t.Fatal(err)
	}
	return n
}

func TestAProposalIsLookedAtCorrectedAndKept(t *testing.T) {
	d := newDesk(t)
	path := write(t, t.TempDir(), "call.txt", story(1))
	p, err := d.Propose(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	if p.Title != "Envoys hold call number 1" || p.Author != "Olena Marchuk" || p.Known != 0 || p.Name != "call.txt" {
		t.Errorf("proposed %+v", p)
	}
	if count(t, d) != 0 {
		t.Error("proposing kept something")
	}
	p.Title, p.Published = "The call", time.Date(2026, 3, 14, 23, 0, 0, 0, time.FixedZone("", -7200))
	added, err := d.Keep(t.Context(), p)
	if err != nil || added.Known {
		t.Fatal(added, err)
	}
	doc, err := d.Library().Document(t.Context(), added.ID)
	if err != nil || doc.Title != "The call" || doc.Body != strings.TrimSpace(story(1)) || len(doc.Passages) < 2 || doc.FileName != "call.txt" ||
		!doc.Published.Equal(time.Date(2026, 3, 14, 0, 0, 0, 0, time.UTC)) {
		t.Errorf("kept %+v, %v", doc, err)
	}
	if original, err := d.Library().Original(t.Context(), added.ID); err != nil || string(original) != story(1) {
		t.Errorf("the original is %q, %v", original, err)
	}
	again, err := d.ProposeText(t.Context(), strings.ReplaceAll(story(1), "\n", "\r\n"))
	if err != nil || again.Known != added.ID {
		t.Errorf("the same text pasted is known as %d, want %d (%v)", again.Known, added.ID, err)
	}
	if kept, err := d.Keep(t.Context(), again); err != nil || !kept.Known || kept.ID != added.ID || count(t, d) != 1 {
		t.Errorf("the same text was kept twice: %+v, %v", kept, err)
	}
}

func TestAFolderComesInAndWhatFailsIsNamed(t *testing.T) {
	d := newDesk(t)
	dir := t.TempDir()
	write(t, dir, "a.txt", story(1))
	write(t, dir, "b/c.md", "# "+story(2))
	write(t, dir, "b/page.html", "<html><body><h1>A page</h1><p>The envoy said that it was the third.</p></body></html>")
	write(t, dir, "b/page_files/frame.html", "<html><body><p>An advertisement.</p></body></html>")
	write(t, dir, "copy of a.txt", story(1))
	write(t, dir, "empty.txt", "")
	write(t, dir, "picture.txt", "\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00")
	write(t, dir, "zeros.txt", "The president\x00 said")
	write(t, dir, "paper.pdf", "%PDF-1.7\n")
	write(t, dir, "photo.jpg", "\xff\xd8\xff")
	write(t, dir, ".hidden.txt", story(9))
	var last Progress
	outcomes, err := bringWith(t, d, Order{Paths: []string{dir, filepath.Join(dir, "not there.txt")}, Progress: func(p Progress) { last = p }})
	if err != nil {
		t.Fatal(err)
	}
	got := map[string]string{}
	for _, o := range outcomes {
		word := string(o.Status)
		if o.Err != nil {
			word = string(data.FaultOf(o.Err).Code)
		}
		if (o.Status == library.ItemFailed) != (o.Err != nil) || (o.Report == 0) != (o.Err != nil) {
			t.Errorf("an outcome that contradicts itself: %+v", o)
		}
		name, _ := filepath.Rel(dir, o.Path)
		got[filepath.ToSlash(name)] = word
	}
	want := map[string]string{"a.txt": "new", "b/c.md": "new", "b/page.html": "new", "copy of a.txt": "known", "empty.txt": "empty-file",
		"picture.txt": "not-text", "zeros.txt": "not-text", "paper.pdf": "unsupported", "not there.txt": "not-found"}
	if fmt.Sprint(got) != fmt.Sprint(want) {
		t.Errorf("got  %v\nwant %v", got, want)
	}
	if count(t, d) != 3 || last.Done != len(want) || last.Total != len(want) {
		t.Errorf("%d reports, last progress %+v", count(t, d), last)
	}
	again, err := bring(t, d, filepath.Join(dir, "b"))
	if err != nil || len(again) != 2 || again[0].Status != library.ItemKnown || again[1].Status != library.ItemKnown {
		t.Errorf("the second time: %+v, %v", again, err)
	}
	if step, err := d.Library().Undo(t.Context()); err != nil || step.Count != 3 || count(t, d) != 0 {
		t.Errorf("undo took back %+v, %v; %d reports are left", step, err, count(t, d))
	}
}

func TestAHugeFileIsRefusedUnread(t *testing.T) {
	d := newDesk(t)
	path := write(t, t.TempDir(), "huge.txt", "x")
	if err := os.Truncate(path, 1<<40); err != nil {
		t.Skip("no sparse files here: ", err)
	}
	if _, err := d.Propose(t.Context(), path); data.FaultOf(err) == nil || data.FaultOf(err).Code != data.FaultTooLarge {
		t.Errorf("got %v", err)
	}
}

func TestACancelledImportKeepsWhatWasFinished(t *testing.T) {
	d := newDesk(t)
	dir := t.TempDir()
	const files = 300
	for i := range files {
		write(t, dir, fmt.Sprintf("%04d.txt", i), story(i))
	}
	ctx, cancel := context.WithCancelCause(t.Context())
	defer cancel(nil)
	var outcomes []library.ImportItem
	i, err := d.Import(ctx, Order{Paths: []string{dir}, Kept: func(some []library.ImportItem) { outcomes = append(outcomes, some...) },
		Progress: func(p Progress) {
			if p.Done == 100 {
				cancel(&data.Fault{Code: data.FaultStopped})
			}
		}})
	if f := data.FaultOf(err); f == nil || f.Code != data.FaultStopped {
		t.Fatalf("got %v", err)
	}
	if len(outcomes) < 100 || len(outcomes) == files || count(t, d) != len(outcomes) {
		t.Errorf("%d outcomes, %d reports", len(outcomes), count(t, d))
	}
	for _, o := range outcomes {
		if doc, err := d.Library().Document(t.Context(), o.Report); err != nil || doc.Body == "" || len(doc.Passages) == 0 {
			t.Errorf("%s is not whole: %v", o.Path, err)
		}
	}
	if i.State != library.ImportStopped || i.Done != len(outcomes) || i.New != len(outcomes) {
		t.Errorf("the library says of it: %+v", i)
	}
	rest, err := bring(t, d, dir)
	if err != nil || len(rest) != files || count(t, d) != files {
		t.Errorf("going on: %d outcomes, %d reports, %v", len(rest), count(t, d), err)
	}
}

func TestReportsComeInTheOrderOfTheirFiles(t *testing.T) {
	d := newDesk(t)
	dir := t.TempDir()
	for i := range 120 {
		// The first are the longest, so that workers finish out of order.
		write(t, dir, fmt.Sprintf("%04d.txt", i), story(i)+strings.Repeat("\n\nThe minister said so "+fmt.Sprint(i)+".", (120-i)*4))
	}
	outcomes, err := bring(t, d, dir)
	if err != nil {
		t.Fatal(err)
	}
	for i, o := range outcomes {
		if o.Report != outcomes[0].Report+data.ReportID(i) {
			t.Fatalf("%s became report %d", o.Path, o.Report)
		}
	}
}

// brittle is a splitter that breaks on some texts.
type brittle struct{ split.Splitter }

func (b brittle) Split(text string, h split.Hints) data.Reading {
	if strings.Contains(text, "call 2 ") {
		panic("a mistake of ours")
	}
	return b.Splitter.Split(text, h)
}

func TestADocumentThatBreaksTheSplitterCostsNobodyElse(t *testing.T) {
	d := newDesk(t)
	d.splitter = brittle{split.NewRules()}
	dir := t.TempDir()
	for i := range 5 {
		write(t, dir, fmt.Sprintf("%d.txt", i), story(i))
	}
	outcomes, err := bring(t, d, dir)
	if err != nil || count(t, d) != 4 || data.FaultOf(outcomes[2].Err).Code != data.FaultInternal {
		t.Errorf("%+v, %v", outcomes, err)
	}
}

func TestALibraryInUseIsSaid(t *testing.T) {
	path := filepath.Join(t.TempDir(), "l.lectern")
	open(t, path)
	second := open(t, path)
	file := write(t, t.TempDir(), "a.txt", story(1))
	var f *data.Fault
	if _, err := second.Import(t.Context(), Order{Paths: []string{file}}); !errors.As(err, &f) || f.Code != data.FaultInUse {
		t.Errorf("import: %v", err)
	}
	p, err := second.Propose(t.Context(), file)
	if err != nil {
		t.Errorf("reading a file needs no writing: %v", err)
	}
	if _, err := second.Keep(t.Context(), p); !errors.As(err, &f) || f.Code != data.FaultInUse {
		t.Errorf("keep: %v", err)
	}
}

func TestSamplesComeAndGoInOneStep(t *testing.T) {
	d := newDesk(t)
	samples := fstest.MapFS{"1.txt": {Data: []byte(story(1))}, "deep/2.md": {Data: []byte("# " + story(2))}}
	if _, err := bring(t, d, write(t, t.TempDir(), "own.txt", story(3))); err != nil {
		t.Fatal(err)
	}
	for range 2 { // they can be asked for again after they were removed
		if fresh, err := d.AddSamples(t.Context(), samples); err != nil || fresh != 2 {
			t.Fatalf("%d new, %v", fresh, err)
		}
		if has, err := d.HasSamples(t.Context()); err != nil || !has || count(t, d) != 3 {
			t.Errorf("has samples: %v, %v", has, err)
		}
		if n, err := d.RemoveSamples(t.Context()); err != nil || n != 2 || count(t, d) != 1 {
			t.Errorf("removed %d, %v", n, err)
		}
		if has, err := d.HasSamples(t.Context()); err != nil || has {
			t.Errorf("has samples: %v, %v", has, err)
		}
	}
	if n, err := d.RemoveSamples(t.Context()); err != nil || n != 0 {
		t.Errorf("removed %d, %v", n, err)
	}
}

func TestTwoImportsAtOnceBothFinish(t *testing.T) {
	d := newDesk(t)
	done := make(chan error, 2)
	for i := range 2 {
		dir := t.TempDir()
		for k := range 50 {
			write(t, dir, fmt.Sprintf("%d.txt", k), story(100*i+k))
		}
		go func() {
			_, err := d.Import(t.Context(), Order{Paths: []string{dir}})
			done <- err
		}()
	}
	if err := errors.Join(<-done, <-done); err != nil || count(t, d) != 100 {
		t.Errorf("%d reports, %v", count(t, d), err)
	}
}

func TestLimitsAreThoseOfTheReader(t *testing.T) {
	d := newDesk(t)
	long := strings.Repeat("The president said that the call was constructive. ", 2<<20/51)
	start := time.Now()
	p, err := d.ProposeText(t.Context(), long)
	if err != nil {
		t.Fatal(err)
	}
	added, err := d.Keep(t.Context(), p)
	if err != nil {
		t.Fatal(err)
	}
	doc, err := d.Library().Document(t.Context(), added.ID)
	if err != nil || doc.Body != strings.TrimSpace(long) {
		t.Errorf("2 MB are not kept whole: %d bytes, %v", len(doc.Body), err)
	}
	t.Logf("2 MB proposed, split, kept and opened in %v", time.Since(start).Round(time.Millisecond))
	if _, err := d.ProposeText(t.Context(), strings.Repeat("x ", ingest.MaxFile)); data.FaultOf(err).Code != data.FaultTooLarge {
		t.Errorf("got %v", err)
	}
}
