package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"lectern/app/look"
)

// Carried says what becomes of what is dragged out of a list.
type Carried int

// CarriedOn is still on its way, CarriedThere is put down, CarriedBack given up.
const (
	CarriedOn Carried = iota
	CarriedThere
	CarriedBack
)

// carrying is a row that the pointer carries to another place in its list.
type carrying struct {
	held bool // the button went down on a row
	on   bool // and the pointer has moved since
	from int
	gap  int           // before which row it would be put
	at   fyne.Position // on the canvas, of what is carried out of the list
	line *canvas.Rectangle
	knob *canvas.Rectangle
}

func newCarrying() carrying {
	return carrying{line: canvas.NewRectangle(nil), knob: canvas.NewRectangle(nil)}
}

// grab remembers the row under the button, where rows can be carried.
func (r *Rows) grab(at fyne.Position) {
	i := r.rowAt(at)
	r.carry.held, r.carry.from = (r.OnMove != nil || r.OnCarry != nil) && i >= 0 && r.grip < 0, i
}

// carryOut follows the pointer with what is dragged out of the list.
func (r *Rows) carryOut(at fyne.Position) {
	if !r.carry.held {
		return
	}
	if !r.carry.on {
		if r.Picks != nil && !r.Picks.Picked(r.carry.from) {
			r.drop()
		}
		r.SetCurrent(r.carry.from)
	}
	r.carry.on, r.carry.at = true, at
	r.OnCarry(at, CarriedOn)
}

// carryTo follows the pointer, and scrolls the list where it leaves it.
func (r *Rows) carryTo(y float32) {
	if !r.carry.held {
		return
	}
	high := r.height()
	switch {
	case y < float32(high)/3:
		r.offset -= high / 4
	case y > r.Size().Height-float32(high)/3:
		r.offset += high / 4
	}
	r.offset = max(min(r.offset, r.most()), 0)
	r.carry.on = true
	r.carry.gap = max(0, min((r.offset+int(y)+high/2)/high, r.Length()))
	r.over = -1
	r.paint(false)
}

// putDown ends the carrying; it tells of a row that is elsewhere now.
func (r *Rows) putDown() {
	c := r.carry
	r.carry.held, r.carry.on = false, false
	if !c.on {
		return
	}
	if r.OnMove == nil {
		r.OnCarry(c.at, CarriedThere)
		return
	}
	to := c.gap
	if to > c.from {
		to--
	}
	r.paint(false)
	if to != c.from && c.from < r.Length() {
		r.OnMove(c.from, to)
	}
}

// paintCarry steps the carried row back, and draws a line where it would go.
func (r *Rows) paintCarry(size fyne.Size) {
	if !r.carry.on || r.OnMove == nil {
		return
	}
	s := Worn()
	if strip := r.shown[r.carry.from]; strip != nil {
		strip.back.FillColor = look.Fade(s.Accent, 0.12)
	}
	y := float32(r.carry.gap*r.height() - r.offset)
	y = min(max(y, 4), size.Height-4)
	r.carry.line.FillColor, r.carry.knob.FillColor, r.carry.knob.CornerRadius = s.Accent, s.Accent, 4
	r.carry.line.Move(fyne.NewPos(8, y-1.5))
	r.carry.line.Resize(fyne.NewSize(size.Width-16, 3))
	r.carry.knob.Move(fyne.NewPos(4, y-4))
	r.carry.knob.Resize(fyne.NewSquareSize(8))
	r.objects = append(r.objects, r.carry.line, r.carry.knob)
}
