//go:build ((!gles && !arm && !arm64) || darwin) && !ci && !software

package shell

import (
	"fmt"

	"fyne.io/fyne/v2"
	"github.com/go-gl/gl/v2.1/gl"
	"github.com/go-gl/glfw/v3.4/glfw"

	"lectern/app/help"
)

// painter asks the window's own OpenGL what it is, and the system which displays
// there are. It asks through what Fyne's window offers, and a window that offers
// nothing (a test's) leaves all of it unknown.
func painter(w fyne.Window) (renderer, version string, monitors []help.Monitor) {
	inside, ok := w.(interface{ RunWithContext(func()) })
	if !ok {
		return "", "", nil
	}
	inside.RunWithContext(func() {
		renderer, version = told(gl.RENDERER), told(gl.VERSION)
	})
	for _, m := range glfw.GetMonitors() {
		if mode := m.GetVideoMode(); mode != nil {
			scale, _ := m.GetContentScale()
			monitors = append(monitors, help.Monitor{Size: fmt.Sprintf("%d × %d", mode.Width, mode.Height), Scale: scale})
		}
	}
	return renderer, version, monitors
}

// told is what OpenGL says of itself; "" where it says nothing.
func told(what uint32) string {
	words := gl.GetString(what)
	if words == nil {
		return ""
	}
	return gl.GoStr(words)
}
