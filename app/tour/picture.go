// Package tour drives the real window through Lectern's main work, as a person
// would, and takes pictures of it.
package tour

import (
	"image/png"
	"os"
	"path/filepath"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/software"
)

// take writes what the window shows now as dir/name.png. It is drawn by Fyne's
// software painter, because reading back what OpenGL has drawn gives a black
// picture on some systems.
func take(w fyne.Window, dir, name string) error {
	c := software.NewCanvas()
	c.SetPadded(false)
	c.SetScale(1)
	content := w.Content()
	at, size := content.Position(), content.Size()
	c.Resize(size)
	c.SetContent(content)
	for _, over := range w.Canvas().Overlays().List() {
		c.Overlays().Add(over)
	}
	picture := c.Capture()
	for _, over := range w.Canvas().Overlays().List() {
		c.Overlays().Remove(over)
	}
	content.Move(at) // the window's menu bar stands above it there
	content.Resize(size)
	content.Refresh()

	file, err := os.Create(filepath.Join(dir, name+".png"))
	if err != nil {
		return err
	}
	if err := png.Encode(file, picture); err != nil {
		file.Close()
		return err
	}
	return file.Close()
}
