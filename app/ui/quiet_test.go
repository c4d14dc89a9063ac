package ui

import (
	"image/color"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"
)

// asked is a theme that counts what it is asked for.
type asked struct {
	fyne.Theme
	fonts, shadows int
}

func (a *asked) Font(s fyne.TextStyle) fyne.Resource {
	a.fonts++
	return a.Theme.Font(s)
}

func (a *asked) Color(n fyne.ThemeColorName, v fyne.ThemeVariant) color.Color {
	if n == theme.ColorNameShadow {
		a.shadows++
	}
	return a.Theme.Color(n, v)
}

// A theme around text has Fyne read all fonts anew at each refresh, and keep them.
func TestWhatIsQuietHasNoFontsOfItsOwn(t *testing.T) {
	test.NewTempApp(t)
	words := canvas.NewText("Words", color.Black)
	scroll := container.NewVScroll(container.NewVBox(words, NewField("hint")))
	a := &asked{Theme: test.Theme()}
	hush(scroll, a)
	w := test.NewTempWindow(t, scroll)
	w.Resize(fyne.NewSize(40, 30))
	w.Canvas().Capture()
	scroll.Refresh()
	w.Canvas().Capture()
	if a.fonts > 0 {
		t.Errorf("the theme around was asked for %d fonts", a.fonts)
	}
	if a.shadows == 0 {
		t.Error("the edges do not ask the theme around them")
	}
	if scroll.Content.(*fyne.Container).Objects[0] != words {
		t.Error("the content was not put back")
	}
}
