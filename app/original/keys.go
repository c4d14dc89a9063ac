package original

import (
	"fyne.io/fyne/v2"

	"lectern/app/ui"
)

// TypedKey handles a key without a character; it returns whether it used it.
func (v *View) TypedKey(ev *fyne.KeyEvent) bool {
	switch ev.Name {
	case fyne.KeyEscape:
		v.leave()
		return true
	case fyne.KeyDown:
		v.walk(1)
		return true
	case fyne.KeyUp:
		v.walk(-1)
		return true
	}
	if v.sheets != nil && v.turn(ev.Name) {
		return true
	}
	return v.c.Key != nil && v.c.Key(ev)
}

// turn handles the keys that turn pages.
func (v *View) turn(key fyne.KeyName) bool {
	switch key {
	case fyne.KeyPageDown:
		v.sheets.step(1)
	case fyne.KeyPageUp:
		v.sheets.step(-1)
	case fyne.KeyRight:
		v.sheets.turn(v.sheets.current() + 1)
	case fyne.KeyLeft:
		v.sheets.turn(v.sheets.current() - 1)
	case fyne.KeyHome:
		v.sheets.turn(0)
	case fyne.KeyEnd:
		v.sheets.turn(len(v.sheets.sizes) - 1)
	default:
		return false
	}
	return true
}

// TypedRune handles a character: V goes back as it came.
func (v *View) TypedRune(r rune) {
	if ui.Letter(r) == 'v' {
		v.leave()
		return
	}
	if v.c.Rune != nil {
		v.c.Rune(r)
	}
}

// Zoom shows the pages of a PDF a step larger or smaller, or with 0 as wide as
// there is room; it returns whether there are pages.
func (v *View) Zoom(by int) bool {
	if v.sheets == nil {
		return false
	}
	v.sheets.zoomBy(by)
	v.frame.count(v)
	return true
}
