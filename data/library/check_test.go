package library_test

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"lectern/data"
	"lectern/data/library"
)

// damage flips one bit wherever the file holds what: a database may keep a stale
// copy in a page's free space.
func damage(t *testing.T, path string, what []byte) {
	t.Helper()
	b, err := os.ReadFile(path)
	must(t, err)
	whole := bytes.Clone(what)
	what[len(what)/2] ^= 4
	damaged := bytes.ReplaceAll(b, whole, what)
	if bytes.Equal(b, damaged) {
		t.Fatal("there is nothing to damage")
	}
	must(t, os.WriteFile(path, damaged, 0o644))
}

func TestOneDamagedBitOfEvidenceIsFoundAndNamed(t *testing.T) {
	reports := some(0, 5)
	reports[1].Source = nil // its text is its original, and kept once
	reports[3].Source = bytes.Repeat([]byte("original "), 30)
	for name, c := range map[string]struct {
		what string
		kind library.ProblemKind
		id   data.ReportID
	}{
		"text":     {reports[1].Body[200:260], library.ProblemText, 2},
		"original": {string(reports[3].Source[:100]), library.ProblemOriginal, 4},
	} {
		t.Run(name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "l.lectern")
			l := open(t, path)
			add(t, l, reports...)
			sound(t, l)
			must(t, l.Close())
			damage(t, path, []byte(c.what))
			problems, err := open(t, path).Check(ctx, nil)
			must(t, err)
			if len(problems) != 1 || problems[0].Kind != c.kind || problems[0].Report != c.id {
				t.Errorf("found %+v", problems)
			}
		})
	}
}

func TestWhatFollowsFromEvidenceCanBeMadeAnew(t *testing.T) {
	path := filepath.Join(t.TempDir(), "l.lectern")
	l := open(t, path)
	add(t, l, some(0, 5)...)
	p := shown(t, l, 2, 0)
	must(t, l.Decide(ctx, []data.PassageID{p.ID}, other(p)))
	want, _ := l.Speakers(ctx)
	must(t, l.Close())
	raw(t, path, `DELETE FROM search WHERE rowid = 3`, `UPDATE reports SET caveat = 77 WHERE id = 4`,
		`DELETE FROM report_speakers`, `UPDATE readings SET packed = x'0102' WHERE report_id = 5`)

	l = open(t, path)
	problems, err := l.Check(ctx, nil)
	must(t, err)
	kinds := make(map[library.ProblemKind]int)
	for _, p := range problems {
		kinds[p.Kind]++
	}
	if kinds[library.ProblemIndex] < 4 || kinds[library.ProblemReading] != 1 || len(kinds) != 2 {
		t.Errorf("found %+v", problems)
	}
	if d, err := l.Document(ctx, 5); err != nil || d.Body == "" || len(d.Passages) != 0 {
		t.Error("a text whose reading is damaged does not open:", err)
	}
	must(t, l.Reread(ctx, 5, some(4, 1)[0].Reading))
	must(t, l.Reindex(ctx, nil))
	sound(t, l)
	if got, _ := l.Speakers(ctx); len(got) != len(want) {
		t.Errorf("%d speakers, want %d", len(got), len(want))
	}
	if now := shown(t, l, 2, 0); now.Decision == nil || now.Shown() != other(p) {
		t.Error("a person's decision was touched")
	}
}

func TestATruncatedLibraryIsSaidToBeDamaged(t *testing.T) {
	path := filepath.Join(t.TempDir(), "l.lectern")
	l := open(t, path)
	add(t, l, some(0, 50)...)
	must(t, l.Close())
	info, err := os.Stat(path)
	must(t, err)
	for _, part := range []int64{3, 2} {
		short := filepath.Join(t.TempDir(), "short.lectern")
		clonePart(t, path, short, info.Size()/part)
		l, err := library.Open(ctx, library.Config{Path: short})
		if err != nil {
			wantFault(t, err, data.FaultDamaged)
			continue
		}
		problems, err := l.Check(ctx, nil)
		must(t, err)
		if len(problems) == 0 {
			t.Errorf("a library cut to 1/%d was found sound", part)
		}
		l.Close()
	}
}

func clonePart(t *testing.T, from, to string, size int64) {
	t.Helper()
	b, err := os.ReadFile(from)
	must(t, err)
	must(t, os.WriteFile(to, b[:size], 0o644))
}
