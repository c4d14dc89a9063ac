package tour

import (
	"fmt"
	"io/fs"

	"fyne.io/fyne/v2"

	"lectern/app/look"
	"lectern/app/shell"
	"lectern/app/task"
)

// Pictures takes a picture of every screen in the light, dark and projector
// looks, at two sizes of window and the smallest and largest type.
func Pictures(s *shell.Shell, dir string, samples fs.FS, done func(error)) {
	g := &guide{shell: s, dir: dir, samples: samples}
	g.looks("empty", func(ready func()) { ready() })
	g.looks("bringing", g.bringOne)
	g.do("samples", func(ready func()) { s.Leave(); s.BringSamples(ready) })
	g.do("settled", func(ready func()) { task.After(2*pause, ready) })
	g.looks("library", func(ready func()) { s.Leave(); ready() })
	g.looks("searching", func(ready func()) { s.Search("prisoners"); task.After(2*pause, ready) })
	g.looks("reading", g.openFirst)
	g.looks("choosing", g.keys(fyne.KeyDown, fyne.KeyDown, fyne.KeyDown, fyne.KeyRight))
	g.looks("keys", func(ready func()) { s.TypeRune('?'); ready() })
	g.play(done)
}

// looks takes a screen in every look.
func (g *guide) looks(name string, act func(func())) {
	g.do(name, act)
	for _, mode := range []look.Mode{look.Light, look.Dark, look.Projector} {
		scale := 100
		if mode == look.Projector {
			scale = 150
		}
		g.at(fmt.Sprintf("%s-%s", name, mode), g.wearing(mode, scale, fyne.NewSize(1280, 800)))
	}
	g.at(name+"-80-percent", g.wearing(look.Light, 80, fyne.NewSize(1280, 800)))
	g.at(name+"-200-percent", g.wearing(look.Light, 200, fyne.NewSize(1280, 800)))
	g.at(name+"-wide", g.wearing(look.Light, 100, fyne.NewSize(1920, 1080)))
	g.do("as before", g.wearing(look.Light, 100, fyne.NewSize(1280, 800)))
}

// wearing takes on a look and a size of window.
func (g *guide) wearing(mode look.Mode, scale int, size fyne.Size) func(func()) {
	return func(ready func()) {
		g.shell.Wear(look.Settings{Mode: mode, Scale: scale, Measure: 75})
		g.shell.Window().Resize(size)
		ready()
	}
}
