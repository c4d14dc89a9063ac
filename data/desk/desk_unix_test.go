//go:build unix

package desk

import (
	"os"
	"path/filepath"
	"syscall"
	"testing"

	"lectern/data"
)

func TestAFolderWithoutPermissionDoesNotStopTheRest(t *testing.T) {
	if os.Geteuid() == 0 {
		t.Skip("root may read everything; cmd/lectern-cli tests this as another user")
	}
	d := newDesk(t)
	dir := t.TempDir()
	write(t, dir, "locked/a.txt", story(1))
	write(t, dir, "open/b.txt", story(2))
	file := write(t, dir, "open/c.txt", story(3))
	for _, path := range []string{filepath.Join(dir, "locked"), file} {
		if err := os.Chmod(path, 0); err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { os.Chmod(path, 0o700) })
	}
	outcomes, err := bring(t, d, dir)
	if err != nil || len(outcomes) != 3 {
		t.Fatal(outcomes, err)
	}
	for i, want := range []data.FaultCode{data.FaultNotAllowed, "", data.FaultNotAllowed} {
		if f := data.FaultOf(outcomes[i].Err); want == "" && f != nil || want != "" && (f == nil || f.Code != want) {
			t.Errorf("%s: %v, want %q", outcomes[i].Path, outcomes[i].Err, want)
		}
	}
}

func TestPipesAndDevicesAreRefusedWithoutWaiting(t *testing.T) {
	d := newDesk(t)
	pipe := filepath.Join(t.TempDir(), "pipe.txt")
	if err := syscall.Mkfifo(pipe, 0o600); err != nil {
		t.Skip("no pipes here: ", err)
	}
	for _, path := range []string{pipe, "/dev/zero", t.TempDir()} {
		if _, err := d.Propose(t.Context(), path); data.FaultOf(err) == nil || data.FaultOf(err).Code != data.FaultUnsupported {
			t.Errorf("%s: %v", path, err)
		}
	}
}
