package main

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"github.com/adrg/xdg"
)

var _ fyne.Preferences = (*settingsFile)(nil)

func TestAMarkedProgramKeepsEverythingBesideItself(t *testing.T) {
	dir := t.TempDir()
	exe := filepath.Join(dir, "lectern.exe")
	if home := portableHome(exe); home != "" {
		t.Fatalf("without a mark it keeps things in %s", home)
	}
	if err := os.WriteFile(filepath.Join(dir, portableMark), []byte("x"), 0o600); err != nil {
		t.Fatal(err)
	}
	home := portableHome(exe)
	if home != filepath.Join(dir, "data") {
		t.Fatalf("it keeps things in %q", home)
	}
	for _, kind := range []string{"XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "LocalAppData"} {
		t.Setenv(kind, os.Getenv(kind)) // put back at the end
	}
	t.Cleanup(xdg.Reload)
	if err := carry(home); err != nil {
		t.Fatal(err)
	}
	for _, of := range []func(string) (string, error){xdg.DataFile, xdg.StateFile} {
		path, err := of("Lectern/library.lectern")
		if err != nil || !strings.HasPrefix(path, home) {
			t.Errorf("%s lies elsewhere (%v)", path, err)
		}
	}
}

func TestCarriedSettingsComeBackAfterARestart(t *testing.T) {
	file := filepath.Join(t.TempDir(), settingsName(false))
	before := fyne.CurrentApp()
	t.Cleanup(func() { fyne.SetCurrentApp(before) })
	prefs := carriedApp(test.NewTempApp(t), file).Preferences()
	told := 0
	prefs.AddChangeListener(func() { told++ })
	prefs.SetString("look.mode", "sepia")
	prefs.SetFloat("look.scale", 2)
	prefs.SetInt("window.width", 1280)
	prefs.SetBool("columns", true)
	prefs.SetStringList("library.recent", []string{"a", "b"})
	prefs.SetString("gone", "x")
	prefs.RemoveValue("gone")
	prefs.SetBool("columns", true) // no change
	if told != 7 {
		t.Errorf("listeners were told %d times of 7 changes", told)
	}
	again := carriedApp(test.NewTempApp(t), file).Preferences()
	if again.String("look.mode") != "sepia" || again.Float("look.scale") != 2 || again.Int("window.width") != 1280 ||
		!again.Bool("columns") || !slices.Equal(again.StringList("library.recent"), []string{"a", "b"}) {
		t.Errorf("after a restart: %s", must(os.ReadFile(file)))
	}
	if again.StringWithFallback("gone", "f") != "f" || again.IntWithFallback("look.mode", 7) != 7 {
		t.Error("a removed key, or one of another kind, does not give the fallback")
	}
}

func TestAScriptedRunLeavesCarriedSettingsAlone(t *testing.T) {
	home := t.TempDir()
	before := fyne.CurrentApp()
	t.Cleanup(func() { fyne.SetCurrentApp(before) })
	newApp(false, home).Preferences().SetString("look.mode", "sepia")
	scripted := newApp(true, home).Preferences()
	if mode := scripted.String("look.mode"); mode != "" {
		t.Errorf("a scripted run begins with the look %q", mode)
	}
	if mode := newApp(false, home).Preferences().String("look.mode"); mode != "sepia" {
		t.Errorf("after a scripted run the look is %q", mode)
	}
}

func must(words []byte, err error) string {
	if err != nil {
		return err.Error()
	}
	return string(words)
}
