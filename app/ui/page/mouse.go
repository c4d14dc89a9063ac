package page

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// doing is what the pressed pointer does.
type doing int

const (
	nothing doing = iota
	selecting
	draggingBar
)

// pointer is what is known of the mouse.
type pointer struct {
	doing     doing
	at        fyne.Position
	over      int  // the block under it, -1 for none
	onBar     bool // over the scroll bar
	gaveFocus bool // the focus came by a click, so no ring is needed
	grip      float32
	pressed   time.Time // the last press, for double clicks
	pressedAt fyne.Position
	clicks    int
	noTap     bool // the release ends something other than a tap
	glide     *fyne.Animation
}

// doubleClick is how long after a click a second one selects a word.
const doubleClick = 400 * time.Millisecond

// MouseDown is for Fyne: it takes the focus and begins a selection.
func (p *Page) MouseDown(ev *desktop.MouseEvent) {
	p.pointer.gaveFocus = true
	p.takeFocus()
	if ev.Button != desktop.MouseButtonPrimary {
		return
	}
	p.pointer.noTap = false
	if p.overBar(ev.Position) {
		p.pressBar(ev.Position)
		return
	}
	if len(p.blocks) == 0 {
		return
	}
	p.countClick(ev.Position)
	at := p.nearest(ev.Position)
	p.pointer.doing = selecting
	switch {
	case ev.Modifier&fyne.KeyModifierShift != 0 && p.selection.set:
		p.pointer.noTap = true
		p.setSelection(p.selection.from, at)
	case p.pointer.clicks == 2:
		p.pointer.noTap = true
		p.setSelection(p.wordAt(at))
	case p.pointer.clicks > 2:
		p.pointer.noTap = true
		p.setSelection(spot{at.block, 0}, spot{at.block, len(p.blocks[at.block].Text)})
	default:
		p.setSelection(at, at)
	}
}

func (p *Page) countClick(pos fyne.Position) {
	now := p.now()
	d := pos.Subtract(p.pointer.pressedAt)
	if now.Sub(p.pointer.pressed) > doubleClick || d.X*d.X+d.Y*d.Y > 25 {
		p.pointer.clicks = 0
	}
	p.pointer.clicks++
	p.pointer.pressed, p.pointer.pressedAt = now, pos
}

// MouseUp is for Fyne.
func (p *Page) MouseUp(*desktop.MouseEvent) { p.release() }

// DragEnd is for Fyne.
func (p *Page) DragEnd() { p.release() }

func (p *Page) release() {
	p.stopGliding()
	was := p.pointer.doing
	p.pointer.doing = nothing
	if was == draggingBar {
		p.paint(false)
	}
}

// Dragged is for Fyne: it selects, or moves the scroll bar.
func (p *Page) Dragged(ev *fyne.DragEvent) {
	p.pointer.at = ev.Position
	switch p.pointer.doing {
	case draggingBar:
		p.dragThumb(ev.Position.Y - p.pointer.grip)
	case selecting:
		p.follow()
		if ev.Position.Y < 0 || ev.Position.Y > p.Size().Height {
			p.glide()
		} else {
			p.stopGliding()
		}
	}
}

// follow moves the selection's end to the pointer.
func (p *Page) follow() {
	p.setSelection(p.selection.from, p.nearest(p.pointer.at))
}

// glide scrolls for as long as a selection is drawn beyond the page, faster the
// farther away the pointer is.
func (p *Page) glide() {
	if p.pointer.glide != nil {
		return
	}
	p.pointer.glide = fyne.NewAnimation(time.Second, func(float32) {
		if p.pointer.doing != selecting {
			return
		}
		beyond := p.pointer.at.Y
		if beyond > 0 {
			beyond = max(0, beyond-p.Size().Height)
		}
		p.SetOffset(p.offset + max(-60, min(60, beyond/4)))
		p.follow()
	})
	p.pointer.glide.RepeatCount = fyne.AnimationRepeatForever
	p.pointer.glide.Start()
}

func (p *Page) stopGliding() {
	if p.pointer.glide != nil {
		p.pointer.glide.Stop()
		p.pointer.glide = nil
	}
}

func (p *Page) overBar(pos fyne.Position) bool {
	_, _, ok := p.thumbPlace()
	return ok && pos.X >= p.Size().Width-barRoom
}

// pressBar takes hold of the thumb, or brings it under the pointer.
func (p *Page) pressBar(pos fyne.Position) {
	p.pointer.doing, p.pointer.noTap = draggingBar, true
	top, height, _ := p.thumbPlace()
	p.pointer.grip = pos.Y - top
	if pos.Y < top || pos.Y > top+height {
		p.pointer.grip = height / 2
		p.dragThumb(pos.Y - p.pointer.grip)
	}
	p.paint(false)
}

// Tapped is for Fyne: a click that selected nothing.
func (p *Page) Tapped(ev *fyne.PointEvent) {
	if p.pointer.noTap {
		p.pointer.noTap = false
		return
	}
	key, offset, ok := p.At(ev.Position)
	switch {
	case ok && p.OnTapped != nil:
		p.OnTapped(key, offset)
	case !ok && p.OnTappedNothing != nil:
		p.OnTappedNothing()
	}
}

// TappedSecondary is for Fyne: the other mouse button.
func (p *Page) TappedSecondary(ev *fyne.PointEvent) {
	if key, offset, ok := p.At(ev.Position); ok && p.OnContext != nil {
		p.OnContext(key, offset, ev.AbsolutePosition)
	}
}

// MouseIn is for Fyne.
func (p *Page) MouseIn(ev *desktop.MouseEvent) { p.MouseMoved(ev) }

// MouseMoved is for Fyne: it shows what lies under the pointer.
func (p *Page) MouseMoved(ev *desktop.MouseEvent) {
	p.pointer.at = ev.Position
	over := -1
	if key, _, ok := p.At(ev.Position); ok {
		over = p.keys[key]
	}
	p.hover(over, p.overBar(ev.Position))
}

// MouseOut is for Fyne.
func (p *Page) MouseOut() { p.hover(-1, false) }

func (p *Page) hover(over int, onBar bool) {
	if over == p.pointer.over && onBar == p.pointer.onBar {
		return
	}
	moved := over != p.pointer.over
	p.pointer.over, p.pointer.onBar = over, onBar
	p.paint(moved)
	if !moved || p.OnHovered == nil {
		return
	}
	if over < 0 {
		p.OnHovered(0, false)
		return
	}
	p.OnHovered(p.blocks[over].Key, true)
}

// Cursor is for Fyne: a hand over cards, a text cursor over other words.
func (p *Page) Cursor() desktop.Cursor {
	switch {
	case p.pointer.onBar, p.pointer.over < 0:
		return desktop.DefaultCursor
	case p.blocks[p.pointer.over].Kind == Card && p.OnTapped != nil:
		return desktop.PointerCursor
	}
	return desktop.TextCursor
}
