//go:build !(((!gles && !arm && !arm64) || darwin) && !ci && !software)

package shell

import (
	"fyne.io/fyne/v2"

	"lectern/app/help"
)

// painter tells nothing where Fyne draws with OpenGL ES or in software.
func painter(fyne.Window) (renderer, version string, monitors []help.Monitor) { return "", "", nil }
