package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// press is what all of Lectern's buttons share: they can be pressed by pointer
// and by Space or Enter, and know whether the pointer or the keyboard is on them.
type press struct {
	widget.BaseWidget
	over, focused, disabled bool
	name                    string
	tapped                  func()
	keys                    func(*fyne.KeyEvent) bool
	onFocus                 func()
}

// Tapped is for Fyne.
func (p *press) Tapped(*fyne.PointEvent) {
	if p.tapped != nil && !p.disabled {
		p.tapped()
	}
}

// MouseIn is for Fyne.
func (p *press) MouseIn(*desktop.MouseEvent) { p.set(&p.over, true) }

// MouseMoved is for Fyne.
func (p *press) MouseMoved(*desktop.MouseEvent) {}

// MouseOut is for Fyne.
func (p *press) MouseOut() { p.set(&p.over, false) }

// FocusGained is for Fyne.
func (p *press) FocusGained() {
	p.set(&p.focused, true)
	if p.onFocus != nil {
		p.onFocus()
	}
}

// OnFocus has told called whenever the keyboard comes to it.
func (p *press) OnFocus(told func()) { p.onFocus = told }

// FocusLost is for Fyne.
func (p *press) FocusLost() { p.set(&p.focused, false) }

// OnKey asks used about each key before pressing; it returns true for those it has
// used. Esc means nothing here otherwise.
func (p *press) OnKey(used func(*fyne.KeyEvent) bool) { p.keys = used }

// TypedRune is for Fyne.
func (p *press) TypedRune(rune) {}

// TypedKey is for Fyne.
func (p *press) TypedKey(ev *fyne.KeyEvent) {
	if p.keys != nil && p.keys(ev) {
		return
	}
	switch ev.Name {
	case fyne.KeySpace, fyne.KeyReturn, fyne.KeyEnter:
		p.Tapped(nil)
	}
}

// Cursor is for Fyne.
func (p *press) Cursor() desktop.Cursor {
	if p.disabled {
		return desktop.DefaultCursor
	}
	return desktop.PointerCursor
}

// AccessibilityLabel says what pressing it does.
func (p *press) AccessibilityLabel() string { return p.name }

// AccessibilityRole is button.
func (p *press) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

func (p *press) set(flag *bool, to bool) {
	if *flag != to {
		*flag = to
		p.Refresh()
	}
}
