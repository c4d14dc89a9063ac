package reading

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"lectern/app/look"
)

// gutter is the room between two columns, wide enough to catch with a mouse.
const gutter = 9

// columns lays parts side by side by their weights, with borders to drag
// between them.
type columns struct {
	widget.BaseWidget
	parts   []fyne.CanvasObject
	weights []float32
	borders []*border
	// onResize is told while the border right of part i is dragged: which share
	// of the two neighbours' width the left one gets.
	onResize func(i int, share float32)
	onLaid   func()
}

func newColumns() *columns {
	c := &columns{}
	c.ExtendBaseWidget(c)
	return c
}

// set shows parts with their weights.
func (c *columns) set(parts []fyne.CanvasObject, weights []float32) {
	c.parts, c.weights = parts, weights
	c.borders = c.borders[:0]
	for i := range max(0, len(parts)-1) {
		c.borders = append(c.borders, newBorder(func(dx float32) { c.drag(i, dx) }))
	}
	c.Refresh()
}

// drag moves the border right of part i by dx.
func (c *columns) drag(i int, dx float32) {
	left, right := c.parts[i].Size().Width, c.parts[i+1].Size().Width
	if both := left + right; both > 0 && c.onResize != nil {
		c.onResize(i, (left+dx)/both)
	}
}

// widths are the parts' widths in a row of total width.
func (c *columns) widths(total float32) []float32 {
	room := total - gutter*float32(max(0, len(c.parts)-1))
	sum := float32(0)
	for _, w := range c.weights {
		sum += w
	}
	out := make([]float32, len(c.parts))
	for i, w := range c.weights {
		out[i] = float32(int(room * w / sum))
	}
	return out
}

// CreateRenderer is for Fyne.
func (c *columns) CreateRenderer() fyne.WidgetRenderer {
	c.ExtendBaseWidget(c)
	return &columnsRenderer{c}
}

type columnsRenderer struct{ c *columns }

func (r *columnsRenderer) Layout(size fyne.Size) {
	x := float32(0)
	for i, w := range r.c.widths(size.Width) {
		if i == len(r.c.parts)-1 {
			w = size.Width - x // what rounding left over
		}
		r.c.parts[i].Move(fyne.NewPos(x, 0))
		r.c.parts[i].Resize(fyne.NewSize(w, size.Height))
		if i < len(r.c.borders) {
			r.c.borders[i].Move(fyne.NewPos(x+w, 0))
			r.c.borders[i].Resize(fyne.NewSize(gutter, size.Height))
		}
		x += w + gutter
	}
	if r.c.onLaid != nil {
		r.c.onLaid()
	}
}

func (r *columnsRenderer) MinSize() fyne.Size { return fyne.NewSize(200, 120) }

func (r *columnsRenderer) Objects() []fyne.CanvasObject {
	out := make([]fyne.CanvasObject, 0, 2*len(r.c.parts))
	out = append(out, r.c.parts...)
	for _, b := range r.c.borders {
		out = append(out, b)
	}
	return out
}

func (r *columnsRenderer) Refresh() {
	r.Layout(r.c.Size())
	for _, b := range r.c.borders {
		b.Refresh()
	}
	canvas.Refresh(r.c)
}

func (r *columnsRenderer) Destroy() {}

var (
	_ fyne.Draggable     = (*border)(nil)
	_ desktop.Hoverable  = (*border)(nil)
	_ desktop.Cursorable = (*border)(nil)
)

// border is the hairline between two columns; dragging it moves it.
type border struct {
	widget.BaseWidget
	moved func(dx float32)
	line  *canvas.Rectangle
	over  bool
}

func newBorder(moved func(dx float32)) *border {
	b := &border{moved: moved, line: canvas.NewRectangle(color.Transparent)}
	b.ExtendBaseWidget(b)
	return b
}

func (b *border) Dragged(ev *fyne.DragEvent)     { b.moved(ev.Dragged.DX) }
func (b *border) DragEnd()                       {}
func (b *border) MouseIn(*desktop.MouseEvent)    { b.over = true; b.Refresh() }
func (b *border) MouseMoved(*desktop.MouseEvent) {}
func (b *border) MouseOut()                      { b.over = false; b.Refresh() }
func (b *border) Cursor() desktop.Cursor         { return desktop.HResizeCursor }

// CreateRenderer is for Fyne.
func (b *border) CreateRenderer() fyne.WidgetRenderer {
	b.ExtendBaseWidget(b)
	return &borderRenderer{b}
}

type borderRenderer struct{ b *border }

func (r *borderRenderer) Layout(size fyne.Size) {
	w := float32(1)
	if r.b.over {
		w = 3
	}
	r.b.line.Move(fyne.NewPos((size.Width-w)/2, 0))
	r.b.line.Resize(fyne.NewSize(w, size.Height))
}

func (r *borderRenderer) MinSize() fyne.Size { return fyne.NewSize(gutter, 0) }

func (r *borderRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.b.line}
}

func (r *borderRenderer) Refresh() {
	pal := look.Current().Palette
	r.b.line.FillColor = pal.Line
	if r.b.over {
		r.b.line.FillColor = pal.Accent
	}
	r.Layout(r.b.Size())
	r.b.line.Refresh()
}

func (r *borderRenderer) Destroy() {}
