package brief

import (
	"context"
	"slices"
	"strings"

	"fyne.io/fyne/v2/lang"

	"lectern/app/task"
	"lectern/data"
)

// change changes the library, tells of it where there is something to tell, and
// looks again.
func (e *Editor) change(said string, do func(context.Context) error) {
	e.made(said, func(ctx context.Context) (func(), error) { return nil, do(ctx) })
}

// made does the same for what makes something: show is called before the screen
// looks again.
func (e *Editor) made(said string, do func(context.Context) (show func(), err error)) {
	e.pending++
	e.begun++
	task.Change(e.c.Changes, do, func(show func(), err error) {
		e.pending--
		switch {
		case err != nil:
			e.c.Failed(err)
		case said != "":
			e.c.Said(said)
		}
		if err == nil && show != nil {
			show()
		}
		e.reload()
	})
}

// put puts a new step below the chosen one and chooses it.
func (e *Editor) put(s data.BriefStep, write bool) {
	into, at := e.at, e.below()
	s.ID = 0
	e.made("", func(ctx context.Context) (func(), error) {
		id, err := e.c.Library.PutStep(ctx, into, s, at)
		return func() { e.on, e.typing = id, write }, err
	})
}

// below is where a new step goes: below the chosen one.
func (e *Editor) below() int {
	if at := e.chosen(); at >= 0 {
		return at + 1
	}
	return -1
}

// move moves the chosen step up or down.
func (e *Editor) move(by int) {
	at := e.chosen()
	if to := at + by; at >= 0 && to >= 0 && to < len(e.brief().Steps) {
		e.carry(at, to)
	}
}

// carry puts a step elsewhere. It is shown there at once, so that keys that
// follow quickly move it on from there.
func (e *Editor) carry(from, to int) {
	i := e.index()
	if i < 0 || from == to {
		return
	}
	e.side.keep()
	b := &e.all[i]
	s := b.Steps[from]
	b.Steps = slices.Insert(slices.Delete(slices.Clone(b.Steps), from, from+1), to, s)
	e.on = s.ID
	e.steps.show()
	e.side.show()
	into := e.at
	e.change("", func(ctx context.Context) error { return e.c.Library.MoveStep(ctx, into, s.ID, to) })
}

// remove takes the chosen step out.
func (e *Editor) remove() {
	s, ok := e.step()
	if !ok {
		return
	}
	e.side.keep()
	into := e.at
	e.change(lang.L("Step removed"), func(ctx context.Context) error { return e.c.Library.TakeStep(ctx, into, s.ID) })
}

// double puts a copy of the chosen step below it.
func (e *Editor) double() {
	e.side.keep()
	if s, ok := e.step(); ok {
		e.put(s, false)
	}
}

// edit replaces what a step shows.
func (e *Editor) edit(s data.BriefStep, said string) {
	i, into := e.index(), e.at
	if i < 0 {
		return
	}
	at := slices.IndexFunc(e.all[i].Steps, func(one data.BriefStep) bool { return one.ID == s.ID })
	if at < 0 {
		return
	}
	e.all[i].Steps = slices.Clone(e.all[i].Steps)
	e.all[i].Steps[at] = s
	e.steps.show()
	e.change(said, func(ctx context.Context) error { return e.c.Library.ChangeStep(ctx, into, s) })
}

// add makes a brief and opens it.
func (e *Editor) add(b data.Brief, said string) {
	e.side.keep()
	b.ID, b.Title = 0, strings.TrimSpace(b.Title)
	e.made(said, func(ctx context.Context) (func(), error) {
		id, err := e.c.Library.AddBrief(ctx, b)
		return func() { e.at, e.on = id, 0 }, err
	})
}

// describe gives the open brief a title and the level of the room.
func (e *Editor) describe(title string, level data.Marking) {
	id := e.at
	e.change("", func(ctx context.Context) error { return e.c.Library.DescribeBrief(ctx, id, title, level) })
}

// doubleBrief makes a copy of the open brief.
func (e *Editor) doubleBrief() {
	e.side.keep()
	b := e.brief()
	if b.ID == 0 {
		return
	}
	b.Title = lang.L("{{.Title}} (copy)", map[string]any{"Title": b.Title})
	e.add(b, lang.L("Brief copied"))
}

// removeBrief takes the open brief away.
func (e *Editor) removeBrief() {
	id := e.at
	if e.index() < 0 {
		return
	}
	e.side.keep()
	e.change(lang.L("Brief removed"), func(ctx context.Context) error { return e.c.Library.RemoveBrief(ctx, id) })
}
