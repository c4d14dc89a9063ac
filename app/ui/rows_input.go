package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"lectern/app/look"
)

// TypedKey moves the current row, opens it, or gives the key to the owner.
func (r *Rows) TypedKey(ev *fyne.KeyEvent) {
	at := r.Current()
	if at < 0 {
		return
	}
	if ev.Name == fyne.KeyEscape && r.carry.on { // it stays where it was
		r.carry.held, r.carry.on = false, false
		if r.OnMove == nil {
			r.OnCarry(r.carry.at, CarriedBack)
		}
		r.paint(false)
		return
	}
	if r.OnKey != nil && r.OnKey(at, ev) {
		return
	}
	switch ev.Name {
	case fyne.KeyReturn, fyne.KeyEnter:
		r.open(at)
	case fyne.KeySpace:
		r.pick(PickOther, at)
	case fyne.KeyUp:
		if at == 0 && r.OnLeave != nil && !r.shift {
			r.OnLeave()
			return
		}
		r.walk(at, ev.Name)
	default:
		r.walk(at, ev.Name)
	}
}

// TypedRune gives letters to the owner.
func (r *Rows) TypedRune(c rune) {
	if at := r.Current(); at >= 0 && r.OnRune != nil {
		r.OnRune(at, c)
	}
}

// FocusGained is for Fyne.
func (r *Rows) FocusGained() { r.focused = true; r.paint(false) }

// FocusLost is for Fyne.
func (r *Rows) FocusLost() { r.focused, r.shift = false, false; r.paint(false) }

func (r *Rows) open(index int) {
	if r.OnOpen != nil {
		r.OnOpen(index)
	}
}

// rowAt is the row at a place, -1 for none.
func (r *Rows) rowAt(p fyne.Position) int {
	i := (r.offset + int(p.Y)) / r.height()
	if p.Y < 0 || i >= r.Length() || r.overThumb(p) {
		return -1
	}
	return i
}

// MouseDown takes the keyboard, and the thumb where it is under the pointer.
func (r *Rows) MouseDown(ev *desktop.MouseEvent) {
	r.held = ev.Modifier
	if c := fyne.CurrentApp().Driver().CanvasForObject(r); c != nil && !r.focused {
		c.Focus(r)
	}
	if r.overThumb(ev.Position) {
		top, high, _ := r.thumbPlace(r.Size())
		r.grip = ev.Position.Y - top
		if r.grip < 0 || r.grip > high {
			r.grip = high / 2
			r.drag(ev.Position.Y)
		}
	}
	r.grab(ev.Position)
}

// MouseUp lets go of the thumb.
func (r *Rows) MouseUp(*desktop.MouseEvent) { r.grip = -1 }

// DragEnd lets go of the thumb, or puts the carried row down.
func (r *Rows) DragEnd() {
	r.grip = -1
	r.putDown()
}

// Dragged moves the thumb, or carries a row.
func (r *Rows) Dragged(ev *fyne.DragEvent) {
	if r.grip >= 0 {
		r.drag(ev.Position.Y)
		return
	}
	if r.OnMove == nil && r.OnCarry != nil {
		r.carryOut(ev.AbsolutePosition)
		return
	}
	r.carryTo(ev.Position.Y)
}

// Tapped makes the row under the pointer current and opens it, or chooses it where
// Ctrl or Shift is held, or its tick was meant.
func (r *Rows) Tapped(ev *fyne.PointEvent) {
	held := r.held
	r.held = 0
	if i := r.rowAt(ev.Position); i >= 0 && !r.tapPick(i, ev.Position.X, held) {
		r.drop()
		r.SetCurrent(i)
		r.open(i)
	}
}

// TappedSecondary makes the row under the pointer current and asks for its menu.
func (r *Rows) TappedSecondary(ev *fyne.PointEvent) {
	r.held = 0
	if i := r.rowAt(ev.Position); i >= 0 {
		if r.Picks != nil && !r.Picks.Picked(i) {
			r.drop()
		}
		r.SetCurrent(i)
		if r.OnContext != nil {
			r.OnContext(i, ev.AbsolutePosition)
		}
	}
}

// MouseIn is for Fyne.
func (r *Rows) MouseIn(ev *desktop.MouseEvent) { r.MouseMoved(ev) }

// MouseMoved marks the row under the pointer.
func (r *Rows) MouseMoved(ev *desktop.MouseEvent) {
	was := r.onTick(r.overX)
	r.overX = ev.Position.X
	if r.Picks != nil && was != r.onTick(r.overX) {
		r.over = -1 // so that it is painted
	}
	r.hover(r.rowAt(ev.Position), r.overThumb(ev.Position))
}

// MouseOut is for Fyne.
func (r *Rows) MouseOut() { r.hover(-1, false) }

func (r *Rows) hover(index int, onBar bool) {
	if index != r.over || onBar != r.onBar {
		r.over, r.onBar = index, onBar
		r.paint(false)
	}
}

// Cursor is a hand over a row.
func (r *Rows) Cursor() desktop.Cursor {
	if r.over >= 0 && r.OnOpen != nil {
		return desktop.PointerCursor
	}
	return desktop.DefaultCursor
}

// Scrolled follows the wheel.
func (r *Rows) Scrolled(ev *fyne.ScrollEvent) { r.SetOffset(r.offset - int(ev.Scrolled.DY)) }

// barWidth is how near the right edge the scroll bar can be grasped.
const barWidth = 12

func (r *Rows) overThumb(p fyne.Position) bool {
	_, _, there := r.thumbPlace(r.Size())
	return there && p.X >= r.Size().Width-barWidth
}

func (r *Rows) thumbPlace(size fyne.Size) (top, high float32, there bool) {
	whole := float64(r.Length() * r.height())
	if whole <= float64(size.Height) {
		return 0, 0, false
	}
	high = max(float32(float64(size.Height)*float64(size.Height)/whole), 36)
	top = float32(float64(r.offset) / float64(r.most()) * float64(size.Height-high))
	return top, high, true
}

func (r *Rows) drag(y float32) {
	_, high, there := r.thumbPlace(r.Size())
	if room := r.Size().Height - high; there && room > 0 {
		r.SetOffset(int(float64(y-r.grip) / float64(room) * float64(r.most())))
	}
}

func (r *Rows) paintThumb(size fyne.Size) {
	top, high, there := r.thumbPlace(size)
	if !there {
		return
	}
	wide, share := float32(4), float32(0.5)
	if r.onBar || r.grip >= 0 {
		wide, share = 8, 0.8
	}
	r.thumb.FillColor, r.thumb.CornerRadius = look.Fade(look.Current().Palette.Dim, share), wide/2
	r.thumb.Resize(fyne.NewSize(wide, high-4))
	r.thumb.Move(fyne.NewPos(size.Width-wide-2, top+2))
	r.objects = append(r.objects, r.thumb)
}
