package help

import (
	"context"
	"os/user"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2/test"

	"lectern/data/library"
)

func TestSupportTextDoesNotTellWhoTheUserIs(t *testing.T) {
	test.NewTempApp(t)
	home := t.TempDir()
	t.Setenv("HOME", home)
	t.Setenv("USERPROFILE", home)
	path := filepath.Join(home, "Lectern", "library.lectern")
	u, err := user.Current()
	if err != nil {
		t.Skip(err)
	}
	mine := filepath.Join(t.TempDir(), u.Username, "mine.lectern")
	for _, p := range []string{path, mine} {
		all := RunCheck(t.Context(), System{Version: "1", Path: p, Opening: context.DeadlineExceeded}, Display{}, nil, nil)
		text := Text(all)
		if strings.Contains(text, home) || strings.Contains(text, string(filepath.Separator)+u.Username+string(filepath.Separator)) {
			t.Errorf("the text tells who it is from:\n%s", text)
		}
		if !strings.Contains(text, filepath.Base(p)) {
			t.Errorf("the text does not name the library:\n%s", text)
		}
	}
}

func TestPlacesHideTheUser(t *testing.T) {
	p := Places{home: "/home/anna", user: "anna"}
	for in, want := range map[string]string{
		"/home/anna/Lectern/x.lectern":    "~/Lectern/x.lectern",
		"/media/Anna/x.lectern":           "/media/…/x.lectern",
		"a · /mnt/anna: 3, annals intact": "a · /mnt/…: 3, annals intact",
	} {
		if got := p.Hide(in); got != want {
			t.Errorf("%q becomes %q, want %q", in, got, want)
		}
	}
}

func TestTheCheckTellsAWholeLibraryFromADamagedOne(t *testing.T) {
	test.NewTempApp(t)
	lib, err := library.Open(t.Context(), library.Config{Path: filepath.Join(t.TempDir(), "x.lectern"), Who: "T"})
	if err != nil {
		t.Fatal(err)
	}
	defer lib.Close()
	var heard int
	all := RunCheck(t.Context(), System{Library: lib, Path: lib.Path()}, Display{}, func(Finding) { heard++ }, nil)
	if heard != len(all) || all[len(all)-1].State != OK {
		t.Errorf("%d heard of %d, the last is %+v", heard, len(all), all[len(all)-1])
	}
	broken := func(context.Context, string, []byte) (string, error) { return "", context.DeadlineExceeded }
	for _, f := range RunCheck(t.Context(), System{Read: broken}, Display{}, nil, nil) {
		if f.State != OK && f.Do == "" {
			t.Errorf("%s: nothing is said to do", f.Name)
		}
		if f.Name == "Reading files" && f.State != Failed {
			t.Errorf("a reader that fails is %v", f.State)
		}
	}
}
