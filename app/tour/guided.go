package tour

import (
	"context"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"fyne.io/fyne/v2"

	"lectern/app/shell"
	"lectern/app/task"
	"lectern/data"
)

const (
	pause = 500 * time.Millisecond // for the window to draw itself
	limit = 60 * time.Second       // for one step, on a slow machine
)

// guide drives one shell and numbers its pictures.
type guide struct {
	shell   *shell.Shell
	dir     string
	samples fs.FS
	brief   data.BriefID // the one on the samples
	acts    []task.Act
}

// Guided takes the tour that README shows: an empty library, a report brought
// in, the samples, reading, correcting, undoing, searching, and the brief on the
// samples, which ends on the stage. done is told on the UI goroutine when it is over.
func Guided(s *shell.Shell, dir string, samples fs.FS, done func(error)) {
	g := &guide{shell: s, dir: dir, samples: samples}
	g.at("01-first-start", func(ready func()) { ready() })
	g.at("02-bringing-in", g.bringOne)
	g.do("kept", func(ready func()) { s.KeepForm(); task.After(pause, ready) })
	g.do("samples", func(ready func()) { s.BringSamples(ready) })
	g.at("03-library", func(ready func()) { s.Leave(); task.After(pause, ready) })
	g.at("04-reading", g.openFirst)
	g.at("05-choosing", g.keys(fyne.KeyDown, fyne.KeyDown, fyne.KeyDown, fyne.KeyRight))
	g.at("06-correcting", g.runes('r'))
	g.at("07-undone", func(ready func()) { s.Undo(); task.After(pause, ready) })
	g.at("08-searching", func(ready func()) { s.Leave(); s.Search("prisoners"); task.After(2*pause, ready) })
	g.at("09-brief", func(ready func()) { s.Search(""); s.Leave(); g.openBrief(ready) })
	g.atOf("10-room-check", g.presenter, g.checkRoom)
	g.atOf("11-console", g.presenter, g.rehearse)
	g.atOf("12-on-the-stage", g.room, func(ready func()) { ready() })
	g.do("curtain", func(ready func()) { s.OnStage().Close(); task.After(pause, ready) })
	g.play(done)
}

// bringOne brings in the first sample as a file from outside.
func (g *guide) bringOne(ready func()) {
	names, err := fs.Glob(g.samples, "*")
	if err != nil || len(names) == 0 {
		return
	}
	words, err := fs.ReadFile(g.samples, names[0])
	if err != nil {
		return
	}
	dir, err := os.MkdirTemp("", "lectern-tour-")
	if err != nil {
		return
	}
	path := filepath.Join(dir, names[0])
	if os.WriteFile(path, words, 0o600) != nil {
		return
	}
	g.shell.Bring([]string{path})
	g.formUp(50, func() {
		os.RemoveAll(dir)
		task.After(pause, ready)
	})
}

// formUp calls ready once the document has been read and the form is shown, or
// after some tries.
func (g *guide) formUp(tries int, ready func()) {
	if g.shell.Asking() || tries == 0 {
		ready()
		return
	}
	task.After(pause/4, func() { g.formUp(tries-1, ready) })
}

// openFirst opens the oldest report: the first account of the call.
func (g *guide) openFirst(ready func()) {
	task.Load(task.NewSlot(context.Background()), g.shell.NewestReports, func(ids []data.ReportID, err error) {
		if err == nil && len(ids) > 0 {
			g.shell.Open(ids[len(ids)-1], -1, ready)
		}
	})
}

// keys presses keys as a person would.
func (g *guide) keys(names ...fyne.KeyName) func(func()) {
	return func(ready func()) {
		for _, name := range names {
			g.shell.TypeKey(name)
		}
		ready()
	}
}

// runes types characters as a person would.
func (g *guide) runes(words ...rune) func(func()) {
	return func(ready func()) {
		for _, r := range words {
			g.shell.TypeRune(r)
		}
		task.After(pause, ready)
	}
}

// do adds an act without a picture.
func (g *guide) do(name string, act func(func())) {
	g.acts = append(g.acts, task.Act{Name: name, Do: act})
}

// at adds an act and a picture of what it shows.
func (g *guide) at(name string, act func(func())) { g.atOf(name, g.shell.Window, act) }

// atOf does the same for what a window shows.
func (g *guide) atOf(name string, of func() fyne.Window, act func(func())) {
	g.acts = append(g.acts, task.Act{Name: name, Do: act, Then: func() error {
		return take(of(), g.dir, name)
	}})
}

// play performs the acts.
func (g *guide) play(done func(error)) {
	if err := os.MkdirAll(g.dir, 0o755); err != nil {
		done(err)
		return
	}
	task.Play(context.Background(), g.acts, pause, limit, done)
}
