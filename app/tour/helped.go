package tour

import (
	"io/fs"
	"time"

	"fyne.io/fyne/v2"

	"lectern/app/look"
	"lectern/app/shell"
	"lectern/app/task"
)

// helpSize is the window in the help's pictures: they show in their own size
// beside the contents in a window of 1280 by 800.
var helpSize = fyne.NewSize(920, 575)

// HelpPictures takes the pictures of the help, in the light look and English.
func HelpPictures(s *shell.Shell, dir string, samples fs.FS, done func(error)) {
	g := &guide{shell: s, dir: dir, samples: samples}
	g.do("look", func(ready func()) {
		s.Wear(look.Settings{Mode: look.Light, Scale: 100, Measure: 75})
		s.Window().Resize(helpSize)
		ready()
	})
	g.do("samples", func(ready func()) { s.BringSamples(ready) })
	g.do("settled", func(ready func()) { s.Leave(); s.Hush(); task.After(4*pause, ready) })
	g.do("opened", g.openFirst)
	g.at("reading", func(ready func()) {
		for _, key := range []fyne.KeyName{fyne.KeyDown, fyne.KeyDown, fyne.KeyDown, fyne.KeyRight} {
			s.TypeKey(key)
		}
		s.Hush()
		task.After(2*pause, ready)
	})
	g.at("searching", func(ready func()) {
		s.Leave()
		s.Search("prisoners")
		task.After(3*pause, func() { s.Window().Canvas().Unfocus(); task.After(pause, ready) }) // a cursor that blinks is not the same twice
	})
	g.at("brief", func(ready func()) { s.Search(""); s.Leave(); g.openBrief(ready) })
	g.do("checked", g.checkRoom)
	g.do("rehearsed", g.rehearse)
	g.atOf("stage", g.room, func(ready func()) {
		g.room().Resize(helpSize)
		task.After(2*time.Second, ready)
	})
	g.do("curtain", func(ready func()) { s.OnStage().Close(); task.After(pause, ready) })
	g.play(done)
}
