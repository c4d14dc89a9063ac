package main

import (
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"lectern/data/library"
)

// A program that is killed in the middle of an import leaves a library that
// opens, is sound, and holds every report whole or not at all.
func TestKilledImportsLeaveAWholeLibrary(t *testing.T) {
	rounds := 5
	if testing.Short() {
		rounds = 3
	}
	dir := t.TempDir()
	const files = 500
	for i := range files {
		write(t, dir, fmt.Sprintf("in/%03d.txt", i), fmt.Sprintf("Call %d\n\n", i)+strings.Repeat(fmt.Sprintf("The president said that call %d was constructive. ", i), 100))
	}
	start := time.Now()
	if r := call(t, "--rules", "--library", filepath.Join(dir, "whole.lectern"), "import", filepath.Join(dir, "in")); r.status != 0 {
		t.Fatalf("%+v", r)
	}
	whole := time.Since(start)
	cut := 0
	for round := range rounds {
		path := filepath.Join(dir, fmt.Sprintf("%d.lectern", round))
		cmd := program(t, "--rules", "--library", path, "import", filepath.Join(dir, "in"))
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		time.Sleep(whole/20 + rand.N(whole*17/20))
		_ = cmd.Process.Kill()
		_ = cmd.Wait()
		have := wholeReports(t, path, files)
		if have < files {
			cut++
		}
		t.Logf("round %d: %d of %d reports", round, have, files)
		if r := call(t, "--rules", "--library", path, "import", filepath.Join(dir, "in")); r.status != 0 {
			t.Fatalf("round %d: going on failed: %+v", round, r.errs)
		}
		if all := wholeReports(t, path, files); all != files {
			t.Fatalf("round %d: %d reports in the end", round, all)
		}
	}
	if cut == 0 {
		t.Error("every import finished before it was killed: nothing was tested")
	}
	t.Logf("%d of %d imports were cut off; a whole one takes %v", cut, rounds, whole.Round(time.Millisecond))
}

// wholeReports checks a library and counts its reports.
func wholeReports(t *testing.T, path string, most int) int {
	t.Helper()
	lib, err := library.Open(t.Context(), library.Config{Path: path})
	if err != nil {
		t.Fatal(err)
	}
	defer lib.Close()
	if problems, err := lib.Check(t.Context(), nil); err != nil || len(problems) > 0 {
		t.Fatalf("after a kill: %v, %v", problems, err)
	}
	ids, err := lib.IDs(t.Context(), library.Filter{})
	if err != nil || len(ids) > most {
		t.Fatal(len(ids), err)
	}
	for _, id := range ids {
		doc, err := lib.Document(t.Context(), id)
		if err != nil || len(doc.Passages) < 20 || !strings.Contains(doc.Body, doc.Title[len("Call "):]) {
			t.Fatalf("report %d is not whole: %v", id, err)
		}
	}
	return len(ids)
}

func TestAFullDiskIsSaidAndLosesNothing(t *testing.T) {
	disk := t.TempDir()
	if err := syscall.Mount("lectern-test", disk, "tmpfs", 0, "size=3m"); err != nil {
		t.Skip("no small disk to fill can be made here: ", err)
	}
	t.Cleanup(func() { _ = syscall.Unmount(disk, syscall.MNT_DETACH) })
	dir := t.TempDir()
	path := filepath.Join(disk, "l.lectern")
	write(t, dir, "first.txt", call1)
	if r := call(t, "--rules", "--library", path, "import", filepath.Join(dir, "first.txt")); r.status != 0 {
		t.Fatalf("%+v", r)
	}
	for i := range 200 {
		var b strings.Builder
		for k := range 3000 {
			fmt.Fprintf(&b, "word%d ", i*3000+k*7)
		}
		write(t, dir, fmt.Sprintf("in/%03d.txt", i), b.String())
	}
	r := call(t, "--rules", "--library", path, "import", filepath.Join(dir, "in"))
	if r.status != 1 || !strings.Contains(r.errs, "The disk is full") || strings.Contains(r.errs, "panic") {
		t.Errorf("status %d, %.500s", r.status, r.errs)
	}
	if r := call(t, "--library", path, "check"); r.status != 0 || r.out != "" {
		t.Errorf("the library is not whole afterwards: %+v", r)
	}
	if r := call(t, "--library", path, "search", "constructive"); !strings.Contains(r.out, "Envoys hold first call") {
		t.Errorf("what was there is not found: %+v", r)
	}
}

func TestAFolderWithoutPermissionIsNamedAndTheRestGoesOn(t *testing.T) {
	if os.Geteuid() != 0 {
		t.Skip("data/desk tests this for people who are not root")
	}
	dir, err := os.MkdirTemp("/tmp", "lectern-cli-test-*") // t.TempDir is closed to others
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { os.RemoveAll(dir) })
	write(t, dir, "in/locked/a.txt", call1)
	write(t, dir, "in/open/b.txt", call2)
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	copied := filepath.Join(dir, "lectern-cli")
	if out, err := exec.Command("cp", self, copied).CombinedOutput(); err != nil {
		t.Fatalf("%s: %v", out, err)
	}
	const nobody = 65534
	err = filepath.WalkDir(dir, func(p string, _ os.DirEntry, err error) error {
		if err == nil {
			err = os.Chmod(p, 0o755)
		}
		if err == nil {
			err = os.Chown(p, nobody, nobody)
		}
		return err
	})
	if err == nil {
		err = os.Chmod(filepath.Join(dir, "in", "locked"), 0)
	}
	if err != nil {
		t.Fatal(err)
	}
	cmd := program(t, "--library", filepath.Join(dir, "l.lectern"), "import", "--json", filepath.Join(dir, "in"))
	cmd.Path, cmd.Dir = copied, dir
	cmd.Env = append(cmd.Env, "HOME="+dir)
	cmd.SysProcAttr = &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: nobody, Gid: nobody}}
	r := finish(t, cmd)
	in := objects[imported](t, r.out)
	if r.status != 1 || len(in) != 2 || in[0].Code != "not-allowed" || in[1].Status != "new" || !strings.Contains(r.errs, "does not let Lectern open locked") {
		t.Errorf("%+v", r)
	}
}
