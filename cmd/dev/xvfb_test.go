package main

import (
	"context"
	"io"
	"os"
	"os/exec"
	"strings"
	"testing"
)

func TestVirtualScreenComesAndGoes(t *testing.T) {
	if _, err := exec.LookPath("Xvfb"); err != nil {
		if os.Getenv("CI") != "" {
			t.Fatal("setUp left CI without Xvfb")
		}
		t.Skip("no Xvfb here")
	}
	shop := workshop{out: io.Discard, here: thisMachine()}
	displays := map[string]func(){}
	for range 2 { // two at once get a number each
		env, end, err := shop.virtualScreen(context.Background())
		if err != nil {
			t.Fatal(err)
		}
		display, _ := strings.CutPrefix(env[0], "DISPLAY=")
		if !answersX11(display) {
			t.Errorf("nothing answers on %s", display)
		}
		displays[display] = end
	}
	if len(displays) != 2 {
		t.Errorf("two virtual displays share a number: %v", displays)
	}
	for display, end := range displays {
		end()
		if answersX11(display) {
			t.Errorf("%s is still there after its end", display)
		}
	}
}

// The whole way a headless `dev run` goes, with a shell script for Lectern.
func TestProgramSeesTheVirtualScreenAndNoSettingsOfThePerson(t *testing.T) {
	if _, err := exec.LookPath("Xvfb"); err != nil {
		t.Skip("no Xvfb here")
	}
	var out strings.Builder
	shop := workshop{out: &out, here: thisMachine()}
	dir := t.TempDir()
	script := `echo "at $DISPLAY in $(pwd) set $XDG_CONFIG_HOME wayland<$WAYLAND_DISPLAY>"`
	if err := shop.onVirtualScreen(context.Background(), &out, dir, "/bin/sh", "-c", script); err != nil {
		t.Fatal(err)
	}
	said := out.String()
	if !strings.Contains(said, "at :") || !strings.Contains(said, "in "+dir) || !strings.Contains(said, "lectern-dev-") || !strings.Contains(said, "wayland<>") {
		t.Errorf("the program saw: %s", said)
	}
	display, _, _ := strings.Cut(strings.TrimPrefix(said, "at "), " ")
	if answersX11(display) {
		t.Errorf("%s is still there after the program ended", display)
	}
	if err := shop.onVirtualScreen(context.Background(), io.Discard, dir, "/bin/sh", "-c", "exit 7"); exitCode(err, io.Discard) != 7 {
		t.Errorf("a failing program: %v", err)
	}
}
