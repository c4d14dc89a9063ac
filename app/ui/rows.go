package ui

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"lectern/app/look"
)

var (
	_ fyne.Scrollable        = (*Rows)(nil)
	_ fyne.Focusable         = (*Rows)(nil)
	_ fyne.Tappable          = (*Rows)(nil)
	_ fyne.SecondaryTappable = (*Rows)(nil)
	_ fyne.Draggable         = (*Rows)(nil)
	_ fyne.Accessible        = (*Rows)(nil)
	_ desktop.Mouseable      = (*Rows)(nil)
	_ desktop.Hoverable      = (*Rows)(nil)
	_ desktop.Cursorable     = (*Rows)(nil)
	_ desktop.Keyable        = (*Rows)(nil)
	_ fyne.Shortcutable      = (*Rows)(nil)
)

// Row draws one row of Rows. It is asked again whenever what it shows, its size
// or the look may have changed, and moves its objects within size.
type Row interface {
	Objects() []fyne.CanvasObject
	Show(index int, size fyne.Size)
}

// Rows is a list of any length of rows of one height. Only the rows in sight are
// drawn, and places are kept in whole units, so that the millionth row stands
// as exactly as the first. One row is current: arrow keys move it, Enter opens
// it, and a click makes a row current and opens it.
type Rows struct {
	widget.BaseWidget

	Name   string           // what a screen reader calls the list
	Length func() int       // how many rows there are
	Create func() Row       // makes a row to be shown anywhere
	Height func() float32   // of every row, with the line under it
	Label  func(int) string // what a screen reader calls a row; may be nil

	OnOpen    func(index int)
	OnCurrent func(index int)                         // another row is current
	OnContext func(index int, at fyne.Position)       // secondary click; at is on the canvas
	OnSeen    func(first, end int)                    // other rows are in sight
	OnLeave   func()                                  // Up on the first row
	OnKey     func(index int, ev *fyne.KeyEvent) bool // before the list uses it; true when used
	OnRune    func(index int, r rune)
	OnMove    func(from, to int) // a row was dragged elsewhere; nil where none can be
	// OnCarry is told while a row, and with it all that are chosen, is dragged out of
	// the list, at a place on the canvas, and then that it is put down there, or no
	// longer carried. Rows that can be moved are not carried out.
	OnCarry func(at fyne.Position, how Carried)

	Picks Picking // which rows are chosen, where several may be; nil where one may

	anchor  int // where a stretch of chosen rows begins
	shift   bool
	held    fyne.KeyModifier // with the button of the mouse
	overX   float32          // where in its row the pointer is
	offset  int              // of the top of what is seen, in units
	current int
	over    int // row under the pointer, -1 for none
	focused bool
	onBar   bool
	grip    float32 // where the thumb is held; below 0 while it is not

	shown   map[int]*strip
	spare   []*strip
	first   int
	end     int
	objects []fyne.CanvasObject
	thumb   *canvas.Rectangle
	carry   carrying
}

// strip is a row with what the list itself draws around it.
type strip struct {
	row             Row
	back, bar, line *canvas.Rectangle
	tick            tick
	box             *fyne.Container
}

// NewRows makes a list; set its fields before it is shown.
func NewRows() *Rows {
	r := &Rows{shown: map[int]*strip{}, over: -1, grip: -1, thumb: canvas.NewRectangle(nil), carry: newCarrying()}
	r.ExtendBaseWidget(r)
	return r
}

// Current is the current row; -1 when there are none.
func (r *Rows) Current() int { return min(r.current, r.Length()-1) }

// SetCurrent makes a row current and brings it into view.
func (r *Rows) SetCurrent(index int) {
	r.move(index)
	r.anchor = r.current
}

// Follow does the same where the rows have moved below the person's hands: a
// stretch of chosen rows goes on from where it began.
func (r *Rows) Follow(index int) {
	by := index - r.current
	r.move(index)
	r.anchor = max(0, r.anchor+by)
}

func (r *Rows) move(index int) {
	was := r.current
	r.current = max(min(index, r.Length()-1), 0)
	r.reveal(r.current)
	r.paint(false)
	if r.current != was && r.OnCurrent != nil {
		r.OnCurrent(r.current)
	}
}

// Seen is the range of rows in sight, the end not included.
func (r *Rows) Seen() (first, end int) { return r.first, r.end }

// Offset is the distance scrolled, in units.
func (r *Rows) Offset() int { return r.offset }

// SetOffset scrolls to a distance, as far as there are rows.
func (r *Rows) SetOffset(offset int) {
	offset = max(min(offset, r.most()), 0)
	if offset != r.offset {
		r.offset = offset
		r.paint(false)
	}
}

// ShowAgain asks the row at index to show itself, if it is in sight.
func (r *Rows) ShowAgain(index int) {
	if s, ok := r.shown[index]; ok {
		r.fill(s, index)
		r.repaint()
	}
}

func (r *Rows) height() int { return max(int(r.Height()), 1) }

func (r *Rows) most() int { return max(r.Length()*r.height()-int(r.Size().Height), 0) }

// reveal scrolls as little as needed to have the whole row in view.
func (r *Rows) reveal(index int) {
	top, high := index*r.height(), r.height()
	switch {
	case top < r.offset:
		r.offset = top
	case top+high > r.offset+int(r.Size().Height):
		r.offset = top + high - int(r.Size().Height)
	}
	r.offset = max(min(r.offset, r.most()), 0)
}

// paint places the rows in sight. fresh asks them to show themselves again;
// otherwise only those that were not seen before do.
func (r *Rows) paint(fresh bool) {
	size := r.Size()
	if size.Width <= 0 || size.Height <= 0 || r.Length == nil {
		return
	}
	r.offset = max(min(r.offset, r.most()), 0)
	high := r.height()
	first := r.offset / high
	end := min((r.offset+int(size.Height)+high-1)/high, r.Length())
	for i, s := range r.shown {
		if i < first || i >= end {
			delete(r.shown, i)
			r.spare = append(r.spare, s)
		}
	}
	r.objects = r.objects[:0]
	for i := first; i < end; i++ {
		s, known := r.shown[i]
		if !known {
			s = r.take()
			r.shown[i] = s
		}
		if !known || fresh {
			r.fill(s, i)
		}
		r.dress(s, i)
		s.box.Move(fyne.NewPos(0, float32(i*high-r.offset)))
		r.objects = append(r.objects, s.box)
	}
	r.paintCarry(size)
	r.paintThumb(size)
	if r.first != first || r.end != end {
		r.first, r.end = first, end
		if r.OnSeen != nil {
			r.OnSeen(first, end)
		}
	}
	r.repaint()
}

func (r *Rows) take() *strip {
	if n := len(r.spare); n > 0 {
		s := r.spare[n-1]
		r.spare = r.spare[:n-1]
		return s
	}
	s := &strip{
		row: r.Create(), back: canvas.NewRectangle(nil), bar: canvas.NewRectangle(nil), line: canvas.NewRectangle(nil), tick: newTick(),
	}
	s.box = &fyne.Container{Objects: append([]fyne.CanvasObject{s.back, s.line, s.bar}, s.row.Objects()...)}
	s.box.Objects = append(s.box.Objects, s.tick.objects()...)
	return s
}

func (r *Rows) fill(s *strip, index int) {
	size := fyne.NewSize(r.Size().Width, float32(r.height()))
	s.box.Resize(size)
	s.back.Resize(fyne.NewSize(size.Width, size.Height-1))
	s.bar.Resize(fyne.NewSize(3, size.Height-1))
	s.line.Resize(fyne.NewSize(size.Width, 1))
	s.line.Move(fyne.NewPos(0, size.Height-1))
	s.row.Show(index, size)
}

// dress colours a row by whether it is current and under the pointer. The bar
// tells the current row without colour, and is full while the list has the keys.
func (r *Rows) dress(s *strip, index int) {
	p := look.Current().Palette
	s.line.FillColor = p.Line
	s.back.FillColor, s.bar.FillColor = color.Transparent, color.Transparent
	s.bar.Hidden = index != r.current
	picked := r.Picks != nil && r.Picks.Picked(index)
	s.tick.show(r.Picks != nil && (index == r.over || r.Picks.Any()), picked, index == r.over && r.onTick(r.overX))
	switch {
	case index == r.current && r.focused:
		s.back.FillColor, s.bar.FillColor = look.Fade(p.Select, 0.8), p.Accent // dim words stay readable
	case index == r.current:
		s.back.FillColor, s.bar.FillColor = look.Fade(p.Select, 0.4), look.Fade(p.Accent, 0.5)
	case picked:
		s.back.FillColor = look.Fade(p.Select, 0.55)
	case index == r.over:
		s.back.FillColor = look.Fade(p.Ink, 0.04)
	}
}

// repaint asks for a new frame without throwing away what is on the graphics card.
func (r *Rows) repaint() {
	c := fyne.CurrentApp().Driver().CanvasForObject(r)
	if d, ok := c.(interface{ SetDirty() }); ok {
		d.SetDirty()
	} else if c != nil {
		canvas.Refresh(r.thumb)
	}
}

// CreateRenderer is for Fyne.
func (r *Rows) CreateRenderer() fyne.WidgetRenderer {
	r.ExtendBaseWidget(r)
	return &rowsRenderer{r}
}

type rowsRenderer struct{ r *Rows }

func (x *rowsRenderer) Layout(fyne.Size)             { x.r.paint(true) }
func (x *rowsRenderer) MinSize() fyne.Size           { return fyne.NewSize(120, 80) }
func (x *rowsRenderer) Objects() []fyne.CanvasObject { return x.r.objects }
func (x *rowsRenderer) Refresh()                     { x.r.paint(true) }
func (x *rowsRenderer) Destroy()                     {}

// AccessibilityLabel names the list and its current row.
func (r *Rows) AccessibilityLabel() string {
	if i := r.Current(); i >= 0 && r.Label != nil {
		if r.Picks != nil && r.Picks.Picked(i) {
			return r.Name + ": ✓ " + r.Label(i)
		}
		return r.Name + ": " + r.Label(i)
	}
	return r.Name
}

// AccessibilityRole is container.
func (r *Rows) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleContainer }
