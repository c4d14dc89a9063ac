package tour

import (
	"context"

	"fyne.io/fyne/v2"

	"lectern/app/task"
	"lectern/data"
)

// openBrief opens the brief on the samples at its third step, a statement.
func (g *guide) openBrief(ready func()) {
	task.Load(task.NewSlot(context.Background()), g.shell.NewestBrief, func(id data.BriefID, err error) {
		if err != nil || id == 0 {
			return
		}
		g.brief = id
		g.shell.ShowBrief(id, 0)
		task.After(2*pause, func() {
			g.shell.TypeKey(fyne.KeyDown)
			g.shell.TypeKey(fyne.KeyDown)
			g.shell.Hush()
			task.After(pause, ready)
		})
	})
}

// checkRoom takes the open brief to the stage, up to the room check.
func (g *guide) checkRoom(ready func()) {
	g.shell.Present(g.brief)
	task.After(2*pause, ready)
}

// rehearse begins the rehearsal, and goes on to the third step.
func (g *guide) rehearse(ready func()) {
	g.shell.OnStage().Rehearse()
	task.After(2*pause, func() {
		g.goTo('3')
		task.After(2*pause, ready)
	})
}

// goTo types what goes to a step: G, its number, Enter.
func (g *guide) goTo(step rune) {
	c := g.presenter().Canvas()
	for _, r := range []rune{'g', step} {
		c.OnTypedRune()(r)
	}
	c.OnTypedKey()(&fyne.KeyEvent{Name: fyne.KeyReturn})
}

// presenter is the window of the console.
func (g *guide) presenter() fyne.Window {
	w, _ := g.shell.OnStage().Windows()
	return w
}

// room is the window that the room sees.
func (g *guide) room() fyne.Window {
	_, w := g.shell.OnStage().Windows()
	return w
}
