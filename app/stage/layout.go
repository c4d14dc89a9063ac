package stage

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"lectern/app/ui"
	"lectern/app/ui/page"
)

// desk lays the console out: where the brief stands and the time above, what the
// room sees at the left with what comes next below it, notes at the right.
type desk struct{ c *console }

// MinSize is for Fyne.
func (d *desk) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(640, 420) }

// Layout is for Fyne.
func (d *desk) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	s, c := ui.Worn(), d.c
	m, top, foot, row := s.Wide(20), s.Wide(100), s.Wide(34), s.Wide(26)
	put := func(o fyne.CanvasObject, x, y, w, h float32) {
		o.Move(fyne.NewPos(x, y))
		o.Resize(fyne.NewSize(w, h))
	}
	left := float32(int((size.Width - 3*m) * 0.58))
	right := size.Width - 3*m - left
	put(c.title, m, s.Wide(14), left*0.7, row)
	put(c.place, m, s.Wide(44), left*0.7, row)
	put(c.withheld, m+left*0.72, s.Wide(44), left*0.28, row)
	x := 2*m + left
	put(c.clock, x, s.Wide(12), s.Wide(110), s.Wide(36))
	put(c.elapsed, x+s.Wide(120), s.Wide(12), s.Wide(140), s.Wide(36))
	put(c.pace, x, s.Wide(46), right, s.Wide(26))
	put(c.plan, x, s.Wide(72), right, s.Wide(20))

	room := d.c.stage.windows.roomSize()
	ratio := room.Height / room.Width
	high := size.Height - top - foot - 2*row - s.Wide(12)
	big := fyne.Min(left, high*0.68/ratio)
	put(c.frame, m-5, top-5, big+10, big*ratio+10)
	put(c.now, m, top, big, big*ratio)
	put(c.state, m, top+big*ratio+s.Wide(4), left, row)
	y := top + big*ratio + row + s.Wide(12)
	little := max(20, fyne.Min(big, (size.Height-foot-row-y)/ratio))
	put(c.next, m, y, little, little*ratio)
	put(c.after, m+little+s.Wide(12), y, max(0, left-little-s.Wide(12)), row)
	put(c.side, x, top, right, size.Height-top-foot)
	put(c.status, m, size.Height-foot+s.Wide(4), size.Width-2*m, s.Wide(24))
	c.dress()
}

// dress draws a frame around what is shown, a strong one while the room is kept
// from seeing it.
func (c *console) dress() {
	s, f := ui.Worn(), c.frame
	f.StrokeColor, f.StrokeWidth = s.Line, 1
	if session := c.stage.session; session != nil && (session.Frozen() || session.Blacked() || session.Covered()) {
		f.StrokeColor, f.StrokeWidth = s.Alarm, 5
	}
	f.Refresh()
}

// notes are the presenter's own words, large.
type notes struct {
	widget.BaseWidget
	setter *page.Setter
	words  string
	grow   float32
}

func newNotes(setter *page.Setter) *notes {
	n := &notes{setter: setter, grow: 1}
	n.ExtendBaseWidget(n)
	return n
}

func (n *notes) set(words string) {
	n.words = words
	n.Refresh()
}

// CreateRenderer is for Fyne.
func (n *notes) CreateRenderer() fyne.WidgetRenderer {
	n.ExtendBaseWidget(n)
	r := &notesRenderer{n: n}
	r.paint() // it may come to another window as large as it is: then nobody lays it out
	return r
}

type notesRenderer struct {
	n       *notes
	lines   page.Lines
	words   string
	wide    float32
	size    float32
	objects []fyne.CanvasObject
}

// set breaks the notes into lines where words, width or type are others.
func (r *notesRenderer) set() {
	size := 1.6 * ui.Worn().Body * r.n.grow
	wide := r.n.Size().Width - 2*theme.Padding()
	if r.words == r.n.words && r.wide == wide && r.size == size || wide < 20 {
		return
	}
	r.words, r.wide, r.size = r.n.words, wide, size
	r.lines = r.n.setter.Set(r.words, size, wide-theme.Padding()*2, false)
}

// Layout is for Fyne.
func (r *notesRenderer) Layout(fyne.Size) { r.paint() }

// MinSize is for Fyne.
func (r *notesRenderer) MinSize() fyne.Size {
	r.set()
	return fyne.NewSize(100, float32(r.lines.Len())*r.lines.Lead+8)
}

// Refresh is for Fyne.
func (r *notesRenderer) Refresh() {
	r.paint()
	canvas.Refresh(r.n)
}

func (r *notesRenderer) paint() {
	r.set()
	r.objects = nil
	for i := range r.lines.Len() {
		r.objects = append(r.objects, r.lines.Draw(i, theme.Padding(), float32(i)*r.lines.Lead, ui.Worn().Ink)...)
	}
}

// Objects is for Fyne.
func (r *notesRenderer) Objects() []fyne.CanvasObject { return r.objects }

// Destroy is for Fyne.
func (r *notesRenderer) Destroy() {}
