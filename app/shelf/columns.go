package shelf

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/widget"

	"lectern/app/look"
	"lectern/app/ui"
	"lectern/data"
)

// columns is where the columns of the list stand in a width. The header and
// every row ask for it, so that they can never differ.
type columns struct {
	left, title     float32 // where titles begin, and how wide they are
	publisher, date float32 // where these begin; 0 where they stand under the title
	publisherWidth  float32
	dateWidth       float32
	cells           [4]float32 // left edges of the lanes' cells
	cell            fyne.Size  // no width: there is no room for them
}

// columnsOf divides a width.
func columnsOf(s ui.Style, width float32) (c columns) {
	gap := s.Wide(18)
	right := width - s.Wide(18)
	if width >= s.Wide(480) {
		c.cell = ui.CellSize(s)
		for i := len(c.cells) - 1; i >= 0; i-- {
			right -= c.cell.Width
			c.cells[i] = right
			right -= s.Wide(4)
		}
		right -= gap - s.Wide(4)
	}
	if width >= s.Wide(760) {
		c.dateWidth = s.Wide(88)
		c.date = right - c.dateWidth
		c.publisherWidth = s.Wide(120) + (width-s.Wide(760))*0.15
		c.publisher = c.date - gap - c.publisherWidth
		right = c.publisher - gap
	}
	c.left = s.Wide(30)
	c.title = right - c.left
	return c
}

// header names the columns.
type header struct {
	widget.BaseWidget
	passages bool // passages are listed, which have no columns
}

func newHeader() *header {
	h := &header{}
	h.ExtendBaseWidget(h)
	return h
}

// CreateRenderer is for Fyne.
func (h *header) CreateRenderer() fyne.WidgetRenderer {
	h.ExtendBaseWidget(h)
	r := &headerRenderer{h: h, line: canvas.NewRectangle(nil)}
	r.objects = []fyne.CanvasObject{r.line}
	for i := range r.words {
		r.words[i] = canvas.NewText("", nil)
		r.words[i].TextStyle.Bold = true
		r.objects = append(r.objects, r.words[i])
	}
	return r
}

type headerRenderer struct {
	h       *header
	line    *canvas.Rectangle
	words   [7]*canvas.Text
	objects []fyne.CanvasObject
	size    fyne.Size
}

func (r *headerRenderer) Layout(size fyne.Size) {
	r.size = size
	s := ui.Worn()
	c, middle := columnsOf(s, size.Width), size.Height/2
	r.line.FillColor = s.Line
	r.line.Move(fyne.NewPos(0, size.Height-1))
	r.line.Resize(fyne.NewSize(size.Width, 1))
	first, alone := lang.L("Title"), r.h.passages
	if alone {
		first = lang.L("Passage, and its report")
	}
	ui.Write(r.words[0], first, s.Small, s.Dim, c.left, middle, c.title)
	r.words[1].Hidden, r.words[2].Hidden = alone || c.publisher == 0, alone || c.publisher == 0
	ui.Write(r.words[1], lang.L("Publisher"), s.Small, s.Dim, c.publisher, middle, c.publisherWidth)
	ui.Write(r.words[2], lang.L("Date"), s.Small, s.Dim, c.date, middle, c.dateWidth)
	for i, l := range data.Lanes() {
		t := r.words[3+i]
		t.Hidden = alone || c.cell.Width == 0
		wide := fyne.MeasureText(l.Letter(), s.Small, t.TextStyle).Width
		ui.Write(t, l.Letter(), s.Small, s.Lane(l).Ink, c.cells[i]+(c.cell.Width-wide)/2, middle, c.cell.Width)
	}
}

func (r *headerRenderer) MinSize() fyne.Size { return fyne.NewSize(100, ui.Worn().Wide(28)) }

func (r *headerRenderer) Refresh() {
	r.Layout(r.size)
	for _, o := range r.objects {
		o.Refresh()
	}
}

func (r *headerRenderer) Objects() []fyne.CanvasObject { return r.objects }
func (r *headerRenderer) Destroy()                     {}

// AccessibilityLabel explains the letters.
func (h *header) AccessibilityLabel() string {
	if h.passages {
		return lang.L("Passage, and its report")
	}
	words := lang.L("Title") + ", " + lang.L("Publisher") + ", " + lang.L("Date")
	for _, l := range data.Lanes() {
		words += ", " + look.LaneName(l)
	}
	return words
}

// AccessibilityRole is text.
func (h *header) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }
