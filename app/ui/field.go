package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Field is a one-line entry that lets its owner have the keys that a single line
// has no use for: Esc, Up, Down, and Enter with Ctrl or Cmd.
type Field struct {
	widget.Entry
	OnEscape  func() // the first Esc; nil lets it pass
	OnDown    func() // Down: into what stands below
	OnUp      func()
	OnConfirm func() // Ctrl or Cmd with Enter
	OnFocus   func(bool)
	OnKey     func(fyne.KeyName) bool // asked first; true when it has used the key

	focused bool
}

// Focused reports whether the keyboard is in the field.
func (f *Field) Focused() bool { return f.focused }

// AcceptsTab is for Fyne: Tab is a key of the field's own where somebody asks for
// keys, and goes on to the next thing unless it is used.
func (f *Field) AcceptsTab() bool { return f.OnKey != nil }

// NewField makes an empty field.
func NewField(hint string) *Field {
	f := &Field{}
	f.PlaceHolder = hint
	f.ExtendBaseWidget(f)
	return f
}

// CreateRenderer is for Fyne. A stock entry lays a scroll bar and a shadow over
// words that are longer than it is.
func (f *Field) CreateRenderer() fyne.WidgetRenderer {
	r := f.Entry.CreateRenderer()
	for _, o := range r.Objects() {
		hush(o, quiet{bars: true})
	}
	return r
}

// TypedKey is for Fyne.
func (f *Field) TypedKey(ev *fyne.KeyEvent) {
	if f.OnKey != nil && f.OnKey(ev.Name) {
		return
	}
	var do func()
	switch ev.Name {
	case fyne.KeyF1, fyne.KeyF5, fyne.KeyF11: // asked for anywhere
		do = func() { f.pass(ev) }
	case fyne.KeyTab:
		if c := fyne.CurrentApp().Driver().CanvasForObject(f); c != nil {
			do = c.FocusNext
		}
	case fyne.KeyEscape:
		do = f.OnEscape
	case fyne.KeyDown:
		do = f.OnDown
	case fyne.KeyUp:
		do = f.OnUp
	}
	if do != nil {
		do()
		return
	}
	f.Entry.TypedKey(ev)
}

// pass hands a key to the window that the field is in, as if nothing had the focus.
func (f *Field) pass(ev *fyne.KeyEvent) {
	for _, w := range fyne.CurrentApp().Driver().AllWindows() {
		c := w.Canvas()
		if c.Focused() != nil && c.OnTypedKey() != nil && f.focused {
			c.OnTypedKey()(ev)
			return
		}
	}
}

// TypedShortcut is for Fyne.
func (f *Field) TypedShortcut(s fyne.Shortcut) {
	if c, ok := s.(*desktop.CustomShortcut); ok && f.OnConfirm != nil &&
		c.Modifier&fyne.KeyModifierShortcutDefault != 0 &&
		(c.KeyName == fyne.KeyReturn || c.KeyName == fyne.KeyEnter) {
		f.OnConfirm()
		return
	}
	f.Entry.TypedShortcut(s)
}

// FocusGained is for Fyne.
func (f *Field) FocusGained() {
	f.Entry.FocusGained()
	f.focused = true
	if f.OnFocus != nil {
		f.OnFocus(true)
	}
}

// FocusLost is for Fyne.
func (f *Field) FocusLost() {
	f.Entry.FocusLost()
	f.focused = false
	if f.OnFocus != nil {
		f.OnFocus(false)
	}
}

// SearchBox is a field with a magnifying glass, and a cross that clears it. Esc
// clears it too; where there is nothing to clear, OnLeave is called.
type SearchBox struct {
	Field
	OnLeave func()
}

// NewSearchBox makes an empty search box.
func NewSearchBox(hint string, changed func(string)) *SearchBox {
	b := &SearchBox{}
	b.PlaceHolder = hint
	b.Icon = theme.SearchIcon()
	b.ExtendBaseWidget(b)
	clear := NewCross(func() { b.SetText("") })
	clear.Hide()
	b.ActionItem = clear
	b.OnChanged = func(words string) {
		if words == "" {
			clear.Hide()
		} else {
			clear.Show()
		}
		changed(words)
	}
	b.OnEscape = func() {
		if b.Text != "" {
			b.SetText("")
		} else if b.OnLeave != nil {
			b.OnLeave()
		}
	}
	return b
}
