package library_test

import (
	"context"
	"os"
	"path/filepath"
	"testing"
	"time"

	"lectern/data"
	"lectern/data/library"
)

var today = time.Date(2026, 11, 24, 9, 0, 0, 0, time.UTC)

func TestABackupHoldsEverythingAndCanBeRestored(t *testing.T) {
	dir := t.TempDir()
	path, copied := filepath.Join(dir, "l.lectern"), filepath.Join(dir, "copy.lectern")
	l := open(t, path)
	ids := add(t, l, some(0, 200)...)
	must(t, l.Tag(ctx, ids[:3], "kept"))
	last := 0.0
	must(t, l.Backup(ctx, copied, func(share float64) {
		if share < last || share > 1 {
			t.Errorf("%f done after %f", share, last)
		}
		last = share
	}))
	if last != 1 {
		t.Errorf("ended at %f", last)
	}
	wantFault(t, l.Backup(ctx, copied, nil), data.FaultExists)
	must(t, l.Remove(ctx, ids[:150]))
	// While it is open, nothing takes its place.
	_, err := library.Restore(ctx, copied, path, today, nil)
	wantFault(t, err, data.FaultInUse)
	must(t, l.Close())

	kept, err := library.Restore(ctx, copied, path, today, nil)
	must(t, err)
	l = open(t, path)
	if n, _ := l.Count(ctx, library.Filter{}); n != 200 {
		t.Errorf("%d reports came back", n)
	}
	if n, _ := l.Count(ctx, library.Filter{Tag: "kept"}); n != 3 {
		t.Errorf("%d reports have their tag", n)
	}
	sound(t, l)
	if filepath.Base(kept) != "l.replaced-2026-11-24.lectern" {
		t.Errorf("what it replaced is called %s", kept)
	}
	if n, _ := open(t, kept).Count(ctx, library.Filter{}); n != 50 {
		t.Errorf("what it replaced holds %d reports", n)
	}
}

func TestABackupThatIsStoppedOrDamagedLeavesNothingBehind(t *testing.T) {
	dir := t.TempDir()
	path, copied := filepath.Join(dir, "l.lectern"), filepath.Join(dir, "copy.lectern")
	l := open(t, path)
	add(t, l, some(0, 50)...)
	stopped, stop := context.WithCancel(ctx)
	stop()
	wantFault(t, l.Backup(stopped, copied, nil), data.FaultStopped)
	must(t, l.Close())
	raw(t, path, `DROP TRIGGER texts_are_evidence`, `UPDATE texts SET body = replace(body, 'a', 'o') WHERE id = 7`)
	l = open(t, path)
	wantFault(t, l.Backup(ctx, copied, nil), data.FaultDamaged)
	if left, _ := filepath.Glob(copied + "*"); len(left) != 0 {
		t.Errorf("left behind: %v", left)
	}
}

func TestWhatIsNoBackupReplacesNothing(t *testing.T) {
	dir := t.TempDir()
	path, other := filepath.Join(dir, "l.lectern"), filepath.Join(dir, "notes.txt")
	l := open(t, path)
	add(t, l, some(0, 5)...)
	newer := filepath.Join(dir, "newer.lectern")
	must(t, l.Backup(ctx, newer, nil))
	must(t, l.Close())
	raw(t, newer, `PRAGMA user_version = 99`)
	must(t, os.WriteFile(other, []byte("no library"), 0o600))
	for from, code := range map[string]data.FaultCode{
		other: data.FaultNotLibrary, newer: data.FaultNewer, filepath.Join(dir, "none"): data.FaultNotFound,
	} {
		_, err := library.Restore(ctx, from, path, today, nil)
		wantFault(t, err, code)
	}
	if n, _ := open(t, path).Count(ctx, library.Filter{}); n != 5 {
		t.Errorf("%d reports are left", n)
	}
}

func TestALibraryMovesWithAllThatBelongsToIt(t *testing.T) {
	dir := t.TempDir()
	path, to := filepath.Join(dir, "l.lectern"), filepath.Join(dir, "b", "moved.lectern")
	must(t, os.Mkdir(filepath.Dir(to), 0o755))
	l := open(t, path)
	add(t, l, some(0, 5)...)
	wantFault(t, library.Move(ctx, path, to, nil), data.FaultInUse)
	must(t, l.Close())
	must(t, library.Move(ctx, path, to, nil))
	if _, err := os.Stat(path); err == nil {
		t.Error("it is still where it was")
	}
	l = open(t, to)
	if n, _ := l.Count(ctx, library.Filter{}); n != 5 {
		t.Errorf("%d reports came along", n)
	}
	must(t, l.Close())
	wantFault(t, library.Move(ctx, to, to, nil), data.FaultExists)
	wantFault(t, library.Move(ctx, path, path+"2", nil), data.FaultNotFound)
}
