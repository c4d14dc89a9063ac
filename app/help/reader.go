package help

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"lectern/app/ui"
)

// reader lies behind the page and has the keyboard for it: arrows scroll, N and P
// go from link to link, Enter follows one.
type reader struct {
	widget.BaseWidget
	h       *Help
	focused bool
	edge    *canvas.Rectangle
}

func newReader(h *Help) *reader {
	r := &reader{h: h, edge: canvas.NewRectangle(color.Transparent)}
	r.ExtendBaseWidget(r)
	return r
}

// FocusGained is for Fyne.
func (r *reader) FocusGained() { r.focused = true; r.Refresh() }

// FocusLost is for Fyne.
func (r *reader) FocusLost() { r.focused = false; r.Refresh() }

// TypedRune is for Fyne.
func (r *reader) TypedRune(c rune) { r.h.TypedRune(c) }

// TypedKey is for Fyne.
func (r *reader) TypedKey(ev *fyne.KeyEvent) { r.h.TypedKey(ev) }

// Refresh is for Fyne.
func (r *reader) Refresh() {
	s := ui.Worn()
	r.edge.FillColor = color.Transparent
	if r.focused {
		r.edge.FillColor = s.Accent
	}
	r.BaseWidget.Refresh()
}

// CreateRenderer is for Fyne: a line at the left says where the keyboard is.
func (r *reader) CreateRenderer() fyne.WidgetRenderer { return &readerRenderer{r} }

type readerRenderer struct{ r *reader }

func (x *readerRenderer) Layout(size fyne.Size)        { x.r.edge.Resize(fyne.NewSize(3, size.Height)) }
func (x *readerRenderer) MinSize() fyne.Size           { return fyne.NewSize(1, 1) }
func (x *readerRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{x.r.edge} }
func (x *readerRenderer) Destroy()                     {}
func (x *readerRenderer) Refresh()                     { canvas.Refresh(x.r.edge) }

// TypedKey handles a key on the page.
func (h *Help) TypedKey(ev *fyne.KeyEvent) bool {
	line := ui.Worn().Body * 3
	switch ev.Name {
	case fyne.KeyEscape:
		h.c.Leave()
	case fyne.KeyDown:
		h.scrollBy(line)
	case fyne.KeyUp:
		h.scrollBy(-line)
	case fyne.KeyPageDown, fyne.KeySpace:
		h.scrollBy(h.scroll.Size().Height * 0.9)
	case fyne.KeyPageUp:
		h.scrollBy(-h.scroll.Size().Height * 0.9)
	case fyne.KeyHome:
		h.scroll.ScrollToTop()
	case fyne.KeyEnd:
		h.scroll.ScrollToBottom()
	case fyne.KeyLeft:
		focus(h.rows)
	case fyne.KeyBackspace:
		h.walk(-1)
	case fyne.KeyReturn, fyne.KeyEnter:
		return h.sheet.openLink()
	default:
		return h.c.Menu(ev)
	}
	return true
}

// TypedRune handles a character on the page or the contents.
func (h *Help) TypedRune(c rune) {
	switch ui.Letter(c) {
	case 'n':
		h.toLink(1)
	case 'p':
		h.toLink(-1)
	case '/':
		focus(h.box)
	case '?':
		h.Show(Keys)
	}
}

func (h *Help) toLink(by int) {
	top, bottom, ok := h.sheet.nextLink(by)
	if !ok {
		return
	}
	seen, high := h.scroll.Offset.Y, h.scroll.Size().Height
	switch {
	case top < seen:
		h.scrollBy(top - seen - high/4)
	case bottom > seen+high:
		h.scrollBy(bottom - seen - high*3/4)
	}
}

func (h *Help) scrollBy(y float32) {
	most := max(h.sheet.high-h.scroll.Size().Height, 0)
	h.scroll.ScrollToOffset(fyne.NewPos(0, min(max(h.scroll.Offset.Y+y, 0), most)))
}
