package main

import (
	"slices"
	"strings"
	"testing"
)

// bare is a Debian 12 with nothing but Go on it.
func bare() machine {
	return machine{
		goos:  "linux",
		has:   func(string) bool { return false },
		finds: func(...string) bool { return false },
		links: func(string, string) bool { return false },
		knows: func(string, ...string) bool { return false },
	}
}

// complete has everything.
func complete() machine {
	return machine{
		goos:  "linux",
		has:   func(string) bool { return true },
		finds: func(...string) bool { return true },
		links: func(string, string) bool { return true },
		knows: func(string, ...string) bool { return true },
	}
}

func TestBareMachineIsToldEveryPackage(t *testing.T) {
	t.Setenv("SSL_CERT_FILE", "")
	t.Setenv("CC", "")
	got := packagesOf(missing(bare(), true))
	want := []string{
		"ca-certificates", "gcc", "libc6-dev", "pkg-config", "libgl-dev",
		"libx11-dev", "libxcursor-dev", "libxrandr-dev", "libxinerama-dev", "libxi-dev", "libxxf86vm-dev",
		"libgl1", "libgl1-mesa-dri", "xvfb",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got  %v\nwant %v", got, want)
	}
}

func TestOnlyWhatIsMissingIsInstalled(t *testing.T) {
	if lack := missing(complete(), true); len(lack) != 0 {
		t.Errorf("a complete machine lacks %s", whatOf(lack))
	}
	m := complete()
	m.links = func(_, lib string) bool { return lib != "Xi" }
	if got := packagesOf(missing(m, true)); !slices.Equal(got, []string{"libxi-dev"}) {
		t.Errorf("without Xi: %v", got)
	}
	m = complete()
	m.has = func(program string) bool { return program != "Xvfb" }
	if lack := missing(m, false); len(lack) != 0 {
		t.Errorf("a machine with a display is told to install %s", whatOf(lack))
	}
	if got := packagesOf(missing(m, true)); !slices.Equal(got, []string{"xvfb"}) {
		t.Errorf("without a display: %v", got)
	}
}

func TestAnotherCompilerCounts(t *testing.T) {
	t.Setenv("CC", "clang -O1")
	m := complete()
	m.has = func(program string) bool { return program != "gcc" }
	if lack := missing(m, true); len(lack) != 0 {
		t.Errorf("with CC=clang it lacks %s", whatOf(lack))
	}
}

func TestAptStepsFollowWhatDevMayDo(t *testing.T) {
	debs := []string{"gcc", "xvfb"}
	for _, c := range []struct {
		power power
		start string
	}{{isRoot, "apt-get "}, {sudoFree, "sudo -n apt-get "}, {sudoAsks, "sudo apt-get "}} {
		steps := aptSteps(debs, c.power)
		if len(steps) != 2 {
			t.Fatalf("power %d: %v", c.power, steps)
		}
		update, install := strings.Join(steps[0], " "), strings.Join(steps[1], " ")
		if !strings.HasPrefix(update, c.start) || !strings.HasSuffix(update, " update") {
			t.Errorf("power %d: %s", c.power, update)
		}
		if !strings.HasPrefix(install, c.start) || !strings.HasSuffix(install, " install -y --no-install-recommends gcc xvfb") {
			t.Errorf("power %d: %s", c.power, install)
		}
	}
	if steps := aptSteps(debs, powerless); steps != nil {
		t.Errorf("without a way to become root: %v", steps)
	}
}

func TestWithoutPowerThePersonGetsTheExactLine(t *testing.T) {
	line := "sudo apt-get update && sudo apt-get install -y --no-install-recommends gcc xvfb"
	if got := byHand([]string{"gcc", "xvfb"}, true); !strings.Contains(got, line) {
		t.Errorf("no line to run in %q", got)
	}
	got := byHand([]string{"gcc", "xvfb"}, false)
	if strings.Contains(got, "apt-get install") || !strings.Contains(got, "gcc xvfb") {
		t.Errorf("a system without apt is told %q", got)
	}
}

func TestWindowsAndMacAreToldWhatToInstall(t *testing.T) {
	m := bare()
	if err := adviseWindows(m); err == nil || !strings.Contains(err.Error(), "winget install") {
		t.Errorf("Windows without gcc: %v", err)
	}
	if err := adviseMac(m); err == nil || !strings.Contains(err.Error(), "xcode-select --install") {
		t.Errorf("macOS without clang: %v", err)
	}
	if err := adviseWindows(complete()); err != nil {
		t.Errorf("Windows with gcc: %v", err)
	}
	if err := adviseMac(complete()); err != nil {
		t.Errorf("macOS with clang: %v", err)
	}
}
