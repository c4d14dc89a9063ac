package main

import (
	"os"
	"path/filepath"
	"runtime"

	"fyne.io/fyne/v2"
	"github.com/adrg/xdg"
)

// portableMark beside the program makes it keep everything there.
const portableMark = "portable.txt"

// portableHome is the folder in which a program at path keeps its library,
// settings and log when it is carried about; "" when it keeps them in the
// person's account.
func portableHome(path string) string {
	dir := filepath.Dir(path)
	if info, err := os.Stat(filepath.Join(dir, portableMark)); err != nil || !info.Mode().IsRegular() {
		return ""
	}
	return filepath.Join(dir, "data")
}

// carriedHome is this program's portableHome, with all that would go to the
// person's account sent there.
func carriedHome() (string, error) {
	exe, err := os.Executable()
	if err != nil {
		return "", nil // then nothing lies beside it that could be found
	}
	home := portableHome(exe)
	if home == "" {
		return "", nil
	}
	return home, carry(home)
}

// carry sends to home all that would go to the person's account.
func carry(home string) error {
	kinds := []string{"XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME"}
	if runtime.GOOS == "windows" {
		kinds = append(kinds, "LocalAppData") // where the standard library puts caches
	}
	for _, kind := range kinds {
		if err := os.Setenv(kind, home); err != nil {
			return err
		}
	}
	xdg.Reload()
	return os.MkdirAll(home, 0o700)
}

// portableApp is the app with settings that lie beside the program.
type portableApp struct {
	fyne.App
	settings *settingsFile
}

func (a portableApp) Preferences() fyne.Preferences { return a.settings }

// settingsName is the file of a portable program's settings. A scripted run, which
// begins by forgetting, must not touch the person's.
func settingsName(scripted bool) string {
	if scripted {
		return "settings.scripted.json"
	}
	return "settings.json"
}

// carriedApp is a with its settings in the file.
func carriedApp(a fyne.App, file string) fyne.App {
	carried := portableApp{App: a, settings: openSettings(file)}
	fyne.SetCurrentApp(carried)
	return carried
}
