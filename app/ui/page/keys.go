package page

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// takeFocus asks the canvas for the keyboard.
func (p *Page) takeFocus() {
	if c := fyne.CurrentApp().Driver().CanvasForObject(p); c != nil && c.Focused() != fyne.Focusable(p) {
		c.Focus(p)
	}
}

// FocusGained is for Fyne. A ring shows where the keyboard is, unless a click
// has put it there.
func (p *Page) FocusGained() { p.setFocus(true) }

// FocusLost is for Fyne.
func (p *Page) FocusLost() {
	p.setFocus(false)
	p.pointer.gaveFocus = false
}

func (p *Page) setFocus(on bool) {
	p.focused = on
	p.paint(!p.selection.empty())
	if p.OnFocus != nil {
		p.OnFocus(on)
	}
}

// TypedRune is for Fyne.
func (p *Page) TypedRune(r rune) {
	if p.OnRune != nil {
		p.OnRune(r)
	}
}

// TypedKey is for Fyne: what OnKey does not use may scroll.
func (p *Page) TypedKey(ev *fyne.KeyEvent) {
	switch ev.Name {
	case desktop.KeyShiftLeft, desktop.KeyShiftRight, desktop.KeyControlLeft, desktop.KeyControlRight,
		desktop.KeyAltLeft, desktop.KeyAltRight, desktop.KeySuperLeft, desktop.KeySuperRight, desktop.KeyCapsLock:
		return // half of a shortcut
	}
	if p.OnKey != nil && p.OnKey(ev) {
		return
	}
	screen := max(p.set.lead, p.Size().Height-2*p.set.lead)
	switch ev.Name {
	case fyne.KeyDown:
		p.SetOffset(p.offset + 2*p.set.lead)
	case fyne.KeyUp:
		p.SetOffset(p.offset - 2*p.set.lead)
	case fyne.KeyPageDown, fyne.KeySpace:
		p.SetOffset(p.offset + screen)
	case fyne.KeyPageUp:
		p.SetOffset(p.offset - screen)
	case fyne.KeyHome:
		p.SetOffset(0)
	case fyne.KeyEnd:
		p.SetOffset(p.extent)
	case fyne.KeyEscape:
		p.ClearSelection()
	}
}

// TypedShortcut is for Fyne: copy and select all are the page's; every other
// one goes on to the window, which would not see it otherwise.
func (p *Page) TypedShortcut(s fyne.Shortcut) {
	switch s.(type) {
	case *fyne.ShortcutCopy:
		p.Copy()
	case *fyne.ShortcutSelectAll:
		p.SelectAll()
	default:
		c := fyne.CurrentApp().Driver().CanvasForObject(p)
		if window, ok := c.(fyne.Shortcutable); ok {
			window.TypedShortcut(s)
		}
	}
}
