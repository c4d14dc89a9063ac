package brief

import (
	"fyne.io/fyne/v2"

	"lectern/app/ui"
	"lectern/data"
)

// TypedKey handles a key that nothing has the focus for: the steps get it.
func (e *Editor) TypedKey(ev *fyne.KeyEvent) bool {
	if len(e.brief().Steps) == 0 {
		return e.stepKey(ev)
	}
	e.Focus()
	e.steps.rows.TypedKey(ev)
	return true
}

// Move moves the chosen step up or down, for the keys that the window hands over.
func (e *Editor) Move(by int) { e.move(by) }

// stepKey handles a key on the steps.
func (e *Editor) stepKey(ev *fyne.KeyEvent) bool {
	if e.index() < 0 {
		return e.bareKey(ev)
	}
	switch ev.Name {
	case fyne.KeyEscape:
		e.leave()
	case fyne.KeyDelete, fyne.KeyBackspace:
		e.remove()
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeyRight:
		e.side.focus()
	case fyne.KeyLeft:
		e.list.focus()
	case fyne.KeyInsert:
		e.addMenu(e.steps.add)
	case fyne.KeyF2:
		e.rename()
	case fyne.KeyUp, fyne.KeyDown, fyne.KeyHome, fyne.KeyEnd, fyne.KeyPageUp, fyne.KeyPageDown, fyne.KeySpace:
		return false
	default:
		return e.c.Key != nil && e.c.Key(ev)
	}
	return true
}

// bareKey handles a key while there is no brief: Enter makes one, as the only button
// there says.
func (e *Editor) bareKey(ev *fyne.KeyEvent) bool {
	switch ev.Name {
	case fyne.KeyEscape:
		e.leave()
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeyInsert:
		if e.loaded {
			e.newBrief()
		}
	default:
		return e.c.Key != nil && e.c.Key(ev)
	}
	return true
}

// TypedRune handles a character on the steps. Letters are those on the keys.
func (e *Editor) TypedRune(r rune) {
	letter := ui.Letter(r)
	if e.index() < 0 && letter != 'n' && letter != '+' { // the others need a brief
		letter = 0
	}
	switch letter {
	case 'n':
		e.newBrief()
	case 't':
		e.put(data.BriefStep{Kind: data.TitleCard}, true)
	case '+', '=':
		if e.index() < 0 {
			e.newBrief()
			return
		}
		e.addMenu(e.steps.add)
	case 'd':
		e.double()
	case 'e':
		e.rename()
	case 'o':
		e.original()
	case '<', ',':
		e.side.picture.turn(-1)
	case '>', '.':
		e.side.picture.turn(1)
	default:
		if e.c.Rune != nil {
			e.c.Rune(r)
		}
	}
}

// listKey handles a key on the list of briefs.
func (e *Editor) listKey(ev *fyne.KeyEvent) bool {
	switch ev.Name {
	case fyne.KeyDelete, fyne.KeyBackspace:
		e.removeBrief()
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeyRight:
		e.Focus()
	case fyne.KeyLeft:
	case fyne.KeyInsert:
		e.newBrief()
	default:
		return e.stepKey(ev)
	}
	return true
}

// listRune handles a character on the list of briefs.
func (e *Editor) listRune(r rune) {
	if ui.Letter(r) == 'd' {
		e.doubleBrief()
		return
	}
	e.TypedRune(r)
}

// leave keeps what is typed and leaves the screen.
func (e *Editor) leave() {
	e.Finish()
	e.c.Leave()
}
