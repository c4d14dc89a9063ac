package library_test

import (
	"bytes"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"syscall"
	"testing"

	"lectern/data"
	"lectern/data/library"
)

// withOwnDisks runs the test again in a process that may mount what it likes
// without anyone else seeing it, and reports whether this is that process.
func withOwnDisks(t *testing.T) bool {
	t.Helper()
	if os.Getenv("LECTERN_TEST_OWN_DISKS") != "" {
		return true
	}
	again := exec.Command(os.Args[0], "-test.run=^"+t.Name()+"$", "-test.v")
	again.Env = append(os.Environ(), "LECTERN_TEST_OWN_DISKS=1")
	again.SysProcAttr = &syscall.SysProcAttr{Cloneflags: syscall.CLONE_NEWNS}
	if uid := os.Getuid(); uid != 0 {
		again.SysProcAttr.Cloneflags |= syscall.CLONE_NEWUSER
		again.SysProcAttr.UidMappings = []syscall.SysProcIDMap{{ContainerID: 0, HostID: uid, Size: 1}}
		again.SysProcAttr.GidMappings = []syscall.SysProcIDMap{{ContainerID: 0, HostID: os.Getgid(), Size: 1}}
	}
	out, err := again.CombinedOutput()
	if _, ran := err.(*exec.ExitError); err != nil && !ran {
		t.Skip("this system lets nobody mount a disk for a test:", err)
	}
	if err != nil {
		t.Errorf("%v\n%s", err, out)
	}
	return false
}

// disk is a small disk of its own, in memory.
func disk(t *testing.T, size string) string {
	t.Helper()
	dir := t.TempDir()
	if err := syscall.Mount("none", "/", "", syscall.MS_REC|syscall.MS_PRIVATE, ""); err != nil {
		t.Skip("this system lets nobody mount a disk for a test:", err)
	}
	if err := syscall.Mount("tmpfs", dir, "tmpfs", 0, "size="+size); err != nil {
		t.Skip("this system lets nobody mount a disk for a test:", err)
	}
	t.Cleanup(func() { syscall.Unmount(dir, syscall.MNT_DETACH) })
	return dir
}

func TestAFullDiskStopsAnImportAndLosesNothing(t *testing.T) {
	if !withOwnDisks(t) {
		return
	}
	for _, size := range []string{"2m", "3m", "5m", "9m"} {
		path := filepath.Join(disk(t, size), "l.lectern")
		l, err := library.Open(ctx, library.Config{Path: path})
		must(t, err)
		all := some(0, 3000)
		safe := 0
		err = l.Bulk(ctx, func(add func([]library.NewReport) ([]library.Added, error)) error {
			for ; safe < len(all); safe += 100 {
				if _, err := add(all[safe : safe+100]); err != nil {
					return err
				}
			}
			return nil
		})
		wantFault(t, err, data.FaultDiskFull)
		if n, _ := l.Count(ctx, library.Filter{}); n != safe {
			t.Errorf("%s: %d reports are there of %d that were safe", size, n, safe)
		}
		sound(t, l)
		// A person's decision is refused in the same plain way, or kept.
		if safe > 0 {
			p := shown(t, l, 1, 0)
			if err := l.Decide(ctx, []data.PassageID{p.ID}, other(p)); err != nil {
				wantFault(t, err, data.FaultDiskFull)
			}
		}
		must(t, l.Close())
		l = open(t, path)
		if n, _ := l.Count(ctx, library.Filter{}); n != safe {
			t.Errorf("%s: opened again, %d reports are there of %d", size, n, safe)
		}
		sound(t, l)
		must(t, l.Close())
	}
}

func TestALibraryIsNotBegunWhereThereIsNoRoomForIt(t *testing.T) {
	if !withOwnDisks(t) {
		return
	}
	path := filepath.Join(disk(t, "64k"), "l.lectern")
	_, err := library.Open(ctx, library.Config{Path: path})
	wantFault(t, err, data.FaultDiskFull)
}

func TestALibraryOnAWriteProtectedDiskCanBeRead(t *testing.T) {
	if !withOwnDisks(t) {
		return
	}
	dir := disk(t, "32m")
	path := filepath.Join(dir, "l.lectern")
	l := open(t, path)
	id := add(t, l, some(0, 1)...)[0]
	// What a stick holds that was pulled out: the file, and changes beside it.
	pulled := filepath.Join(dir, "pulled.lectern")
	clone(t, path, pulled)
	clone(t, path+"-wal", pulled+"-wal")
	must(t, l.Close())
	must(t, syscall.Mount("", dir, "", syscall.MS_REMOUNT|syscall.MS_RDONLY, ""))

	l = open(t, path)
	if l.Why() == nil || l.Why().Code != data.FaultReadOnly {
		t.Fatalf("why: %v", l.Why())
	}
	if d, err := l.Document(ctx, id); err != nil || d.Body == "" {
		t.Error("it cannot be read:", err)
	}
	wantFault(t, l.Remove(ctx, []data.ReportID{id}), data.FaultReadOnly)
	sound(t, l)

	// Reading past the changes would show an old library as if it were today's.
	_, err := library.Open(ctx, library.Config{Path: pulled})
	wantFault(t, err, data.FaultNotAllowed)
	_, err = library.Open(ctx, library.Config{Path: filepath.Join(dir, "new.lectern")})
	wantFault(t, err, data.FaultNotAllowed)
}

func clone(t *testing.T, from, to string) {
	t.Helper()
	in, err := os.Open(from)
	must(t, err)
	defer in.Close()
	out, err := os.Create(to)
	must(t, err)
	defer out.Close()
	_, err = io.Copy(out, in)
	must(t, err)
}

func TestAnOlderLibraryIsLeftAsItIsWhereTheDiskHasNoRoomForItsBackup(t *testing.T) {
	if !withOwnDisks(t) {
		return
	}
	dir := disk(t, "8m")
	path := filepath.Join(dir, "l.lectern")
	raw(t, path, version1)
	before, err := os.ReadFile(path)
	must(t, err)
	fill := filepath.Join(dir, "fill")
	_ = os.WriteFile(fill, make([]byte, 16<<20), 0o600) // until the disk is full
	_, err = library.Open(ctx, library.Config{Path: path})
	wantFault(t, err, data.FaultDiskFull)
	after, _ := os.ReadFile(path)
	if !bytes.Equal(before, after) || len(library.UpdateBackups(path)) != 0 {
		t.Error("something was changed, or half a backup left")
	}
	must(t, os.Remove(fill))
	if l := open(t, path); l.ReadOnly() || l.Updated() == nil {
		t.Error("with room again it is not brought up to date:", l.Why())
	}
}
