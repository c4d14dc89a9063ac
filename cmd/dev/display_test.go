package main

import "testing"

func TestScreenOf(t *testing.T) {
	alive := func(string) bool { return true }
	dead := func(string) bool { return false }
	for _, c := range []struct {
		name    string
		goos    string
		env     map[string]string
		answers func(string) bool
		want    screen
	}{
		{"nothing set", "linux", nil, alive, noDisplay},
		{"an X11 desktop", "linux", map[string]string{"DISPLAY": ":0"}, alive, desktop},
		{"Wayland with Xwayland", "linux", map[string]string{"DISPLAY": ":0", "WAYLAND_DISPLAY": "wayland-0"}, alive, desktop},
		{"Wayland alone", "linux", map[string]string{"WAYLAND_DISPLAY": "wayland-0"}, alive, noX11},
		{"a variable of an ended session", "linux", map[string]string{"DISPLAY": ":7"}, dead, noDisplay},
		{"Windows", "windows", nil, dead, desktop},
		{"macOS", "darwin", nil, dead, desktop},
	} {
		if got := screenOf(c.goos, func(key string) string { return c.env[key] }, c.answers); got != c.want {
			t.Errorf("%s: %d, want %d", c.name, got, c.want)
		}
	}
}

func TestNoServerAnswersOnAnUnusedDisplay(t *testing.T) {
	if answersX11(":31999") {
		t.Error("a display that nobody started answers")
	}
	if !answersX11("localhost:10.0") {
		t.Error("a display that ssh forwards is not believed")
	}
}

func TestTags(t *testing.T) {
	for _, c := range []struct{ goos, app, audit string }{
		{"linux", "x11,migrated_fynedo", "x11"},
		{"windows", "migrated_fynedo", ""},
		{"darwin", "migrated_fynedo", ""},
	} {
		if got := appTags(c.goos); got != c.app {
			t.Errorf("%s: %q, want %q", c.goos, got, c.app)
		}
		if got := auditTags(c.goos); got != c.audit {
			t.Errorf("%s, audit: %q, want %q", c.goos, got, c.audit)
		}
	}
}

func TestTourIsNotAskedForTwice(t *testing.T) {
	for arg, want := range map[string]bool{"--tour": true, "-tour=x": true, "--tour=x": true, "tour": false, "--tourist": false, "--library": false} {
		if isTour(arg) != want {
			t.Errorf("%q: %v", arg, !want)
		}
	}
}
