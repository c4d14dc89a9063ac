package ui

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"

	"lectern/app/look"
)

// Picking keeps which rows of a list are chosen, where several may be. Rows count
// from 0.
type Picking interface {
	Picked(index int) bool
	Any() bool
	Pick(how Pick, first, last int) // the rows from first to last, both included
}

// Pick is a way to choose rows.
type Pick int

const (
	PickNone  Pick = iota // none is chosen any more
	PickOnly              // these, and no others
	PickAlso              // these beside the others
	PickOther             // what was chosen is not, and the other way round
)

// pickRoom is how wide at the left of a row its tick is, at 100 %.
const pickRoom = 30

func (r *Rows) onTick(x float32) bool { return r.Picks != nil && x < Worn().Wide(pickRoom) }

// pick chooses one row.
func (r *Rows) pick(how Pick, index int) {
	if r.Picks != nil {
		r.Picks.Pick(how, index, index)
		r.anchor = index
		r.paint(false)
	}
}

// drop lets go of what is chosen.
func (r *Rows) drop() {
	if r.Picks != nil && r.Picks.Any() {
		r.Picks.Pick(PickNone, 0, 0)
		r.paint(false)
	}
}

// stretch chooses from where the stretch began up to a row.
func (r *Rows) stretch(how Pick, to int) {
	from := min(r.anchor, r.Length()-1)
	r.move(to)
	r.Picks.Pick(how, min(from, r.current), max(from, r.current))
	r.paint(false)
}

// tapPick does what a click on a row means with these keys held, and reports
// whether it chose.
func (r *Rows) tapPick(index int, x float32, held fyne.KeyModifier) bool {
	also := held&fyne.KeyModifierShortcutDefault != 0
	switch {
	case r.Picks == nil:
		return false
	case held&fyne.KeyModifierShift != 0 && also:
		r.stretch(PickAlso, index)
	case held&fyne.KeyModifierShift != 0:
		r.stretch(PickOnly, index)
	case also || r.onTick(x):
		r.move(index)
		r.pick(PickOther, index)
	default:
		return false
	}
	return true
}

// walk follows a key that moves the current row: with Shift it chooses all on the
// way, alone it lets go of what is chosen.
func (r *Rows) walk(at int, key fyne.KeyName) {
	to, ok := r.target(at, key)
	switch {
	case !ok:
	case r.shift && r.Picks != nil:
		r.stretch(PickOnly, to)
	default:
		r.drop()
		r.SetCurrent(to)
	}
}

func (r *Rows) target(at int, key fyne.KeyName) (to int, ok bool) {
	page := max(int(r.Size().Height)/r.height()-1, 1)
	switch key {
	case fyne.KeyDown:
		return at + 1, true
	case fyne.KeyUp:
		return at - 1, true
	case fyne.KeyPageDown:
		return at + page, true
	case fyne.KeyPageUp:
		return at - page, true
	case fyne.KeyHome:
		return 0, true
	case fyne.KeyEnd:
		return r.Length() - 1, true
	}
	return 0, false
}

// KeyDown is for Fyne, which tells of Shift in no other way.
func (r *Rows) KeyDown(ev *fyne.KeyEvent) { r.hold(ev.Name, true) }

// KeyUp is for Fyne.
func (r *Rows) KeyUp(ev *fyne.KeyEvent) { r.hold(ev.Name, false) }

func (r *Rows) hold(key fyne.KeyName, down bool) {
	if key == desktop.KeyShiftLeft || key == desktop.KeyShiftRight {
		r.shift = down
	}
}

// TypedShortcut chooses all rows, moves without letting go of what is chosen, and
// gives every other shortcut to the window.
func (r *Rows) TypedShortcut(s fyne.Shortcut) {
	at := r.Current()
	if r.Picks != nil && at >= 0 {
		if _, all := s.(*fyne.ShortcutSelectAll); all {
			r.Picks.Pick(PickOnly, 0, r.Length()-1)
			r.paint(false)
			return
		}
		if c, ok := s.(*desktop.CustomShortcut); ok && c.Modifier == fyne.KeyModifierShortcutDefault {
			if c.KeyName == fyne.KeySpace {
				r.pick(PickOther, at)
				return
			}
			if to, ok := r.target(at, c.KeyName); ok {
				r.move(to)
				return
			}
		}
	}
	if window, ok := fyne.CurrentApp().Driver().CanvasForObject(r).(fyne.Shortcutable); ok {
		window.TypedShortcut(s)
	}
}

// tick is the little box at the left of a row that can be chosen.
type tick struct {
	box  *canvas.Rectangle
	mark *canvas.Text
}

func newTick() tick { return tick{canvas.NewRectangle(nil), newText(true)} }

func (t tick) objects() []fyne.CanvasObject { return []fyne.CanvasObject{t.box, t.mark} }

// show draws the box beside a row's first line.
func (t tick) show(visible, picked, over bool) {
	t.box.Hidden, t.mark.Hidden = !visible, !visible || !picked
	if !visible {
		return
	}
	s := Worn()
	side, x, y := s.Wide(16), s.Wide(17), s.Wide(19)
	t.box.FillColor, t.box.StrokeColor, t.box.StrokeWidth, t.box.CornerRadius = color.Color(s.Sheet), look.Fade(s.Dim, 0.7), 1, s.Wide(4)
	switch {
	case picked:
		t.box.FillColor, t.box.StrokeColor = s.Accent, s.Accent
	case over:
		t.box.StrokeColor, t.box.StrokeWidth = s.Accent, 2
	}
	t.box.Resize(fyne.NewSquareSize(side))
	t.box.Move(fyne.NewPos(x-side/2, y-side/2))
	wide := fyne.MeasureText("✓", s.Small, t.mark.TextStyle).Width
	Write(t.mark, "✓", s.Small, s.OnAcc, x-wide/2, y, side)
}
