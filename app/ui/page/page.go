// Package page is Lectern's own widget for flowing text: paragraphs and cards
// with marked, selectable stretches, laid out as fast as a reader can scroll.
//
// Stock widgets take seconds for a long report and cannot mark or select across
// paragraphs. Here every line's place is known exactly, and only the lines in
// sight become canvas objects. All offsets are bytes of the report, always on
// rune borders. A Page is used from the UI goroutine only.
package page

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"lectern/data"
)

// Page shows blocks of text in one scrolling column.
type Page struct {
	widget.BaseWidget

	// Name is what a screen reader calls the page.
	Name string

	// OnTapped is told of a click on a block: its Key and the byte of the report
	// that was hit. A drag that selects text, and a shift click, are no taps.
	// Nothing is told of a click beside all blocks but OnTappedNothing.
	OnTapped        func(key, offset int)
	OnTappedNothing func()
	// OnContext is told of a secondary click; at is on the canvas.
	OnContext func(key, offset int, at fyne.Position)
	// OnHovered is told when the pointer enters another block; ok is false when
	// it is over none.
	OnHovered func(key int, ok bool)
	// OnScrolled is told whenever blocks may have moved in the viewport: by
	// scrolling, resizing, restyling, choosing or new blocks.
	OnScrolled func()
	// OnSelected is told when the selection changed; an empty span when it went.
	OnSelected func(data.Span)
	// OnCopy may change what goes to the clipboard, to add a source line.
	OnCopy func(text string, span data.Span) string
	// OnKey gets each key typed while the page has the focus, before the page
	// itself uses it to scroll; it returns whether it used the key.
	OnKey func(*fyne.KeyEvent) bool
	// OnRune gets each character typed while the page has the focus.
	OnRune func(rune)
	// OnFocus is told when the page gets or loses the keyboard.
	OnFocus func(bool)
}

// New makes an empty page.
func New() *Page { return Sharing(NewRuler()) }

// Sharing makes an empty page that measures words with r, so that pages beside
// each other measure each word once.
func Sharing(r *Ruler) *Page {
	p := &Page{}
	p.ExtendBaseWidget(p)
	return p
}

// Ruler measures words and remembers their widths.
type Ruler struct{}

// NewRuler makes a ruler that knows no words yet.
func NewRuler() *Ruler { return &Ruler{} }

// SetBlocks shows blocks instead of what was shown. Blocks with a Text that was
// there before keep their layout, so small changes are cheap. The place in the
// text is kept where the block at the top of the viewport is still there, and
// so are choice and selection; use SetOffset(0) for a new report.
func (p *Page) SetBlocks(blocks []Block) {}

// Blocks are the blocks shown; not to be changed.
func (p *Page) Blocks() []Block { return nil }

// SetLook restyles the page at once, keeping the line at the top where it is.
func (p *Page) SetLook(l Look) {}

// Look is how the page is set, with no gaps.
func (p *Page) Look() Look { return Look{} }

// Choose makes c stand out and dims the rest. The chosen block keeps its place
// in the viewport while notes fold and unfold.
func (p *Page) Choose(c Choice) {}

// Chosen is what stands out.
func (p *Page) Chosen() Choice { return Choice{} }

// Offset is how far the page is scrolled, from 0 to Extent minus the page's height.
func (p *Page) Offset() float32 { return 0 }

// SetOffset scrolls there, or as far as there is text.
func (p *Page) SetOffset(y float32) {}

// Extent is the height of everything on the page.
func (p *Page) Extent() float32 { return 0 }

// ScrollTo scrolls until the block's top is at y in the viewport, or as near as
// the ends of the page allow.
func (p *Page) ScrollTo(key int, y float32) {}

// ScrollToSpan does the same for the line in which a span of the report begins.
func (p *Page) ScrollToSpan(span data.Span, y float32) {}

// Reveal scrolls as little as needed to bring the block into sight.
func (p *Page) Reveal(key int) {}

// RevealSpan scrolls as little as needed to bring a span of the report into sight.
func (p *Page) RevealSpan(span data.Span) {}

// Where is the place of a block in the viewport: its top may be negative or
// below the page. visible tells whether any of it is in sight; top and height
// are right also when it is not, and 0 when there is no such block.
func (p *Page) Where(key int) (top, height float32, visible bool) { return }

// WhereSpan is the place of the lines that a span of the report stands in.
func (p *Page) WhereSpan(span data.Span) (top, height float32, visible bool) { return }

// At is what stands at a position of the viewport: the block's key and the
// nearest rune border, as a byte of the report. ok is false beside all blocks.
func (p *Page) At(pos fyne.Position) (key, offset int, ok bool) { return }

// Selection is the selected stretch of the report and its words. Where it goes
// over several blocks, the span covers all of them and the words stand block by
// block, in the order of the page.
func (p *Page) Selection() (data.Span, string) { return data.Span{}, "" }

// SelectAll selects everything on the page.
func (p *Page) SelectAll() {}

// ClearSelection selects nothing.
func (p *Page) ClearSelection() {}

// Copy puts the selection on the clipboard, after OnCopy; without a selection
// it leaves the clipboard alone.
func (p *Page) Copy() {}

// CreateRenderer is for Fyne.
func (p *Page) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(widget.NewLabel(""))
}
