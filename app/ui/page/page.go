// Package page is Lectern's own widget for flowing text: paragraphs and cards
// with marked, selectable stretches, laid out as fast as a reader can scroll.
//
// Stock widgets take seconds for a long report and cannot mark or select across
// paragraphs. Here every line's place is known exactly, and only the lines in
// sight become canvas objects. All offsets are bytes of the report, always on
// rune borders. A Page is used from the UI goroutine only.
package page

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"lectern/data"
)

var (
	_ fyne.Widget            = (*Page)(nil)
	_ fyne.Scrollable        = (*Page)(nil)
	_ fyne.Focusable         = (*Page)(nil)
	_ fyne.Shortcutable      = (*Page)(nil)
	_ fyne.Tappable          = (*Page)(nil)
	_ fyne.SecondaryTappable = (*Page)(nil)
	_ fyne.Draggable         = (*Page)(nil)
	_ fyne.Accessible        = (*Page)(nil)
	_ desktop.Mouseable      = (*Page)(nil)
	_ desktop.Hoverable      = (*Page)(nil)
	_ desktop.Cursorable     = (*Page)(nil)
)

// Page shows blocks of text in one scrolling column.
type Page struct {
	widget.BaseWidget

	// Name is what a screen reader calls the page.
	Name string

	// Loose lets ScrollTo and ScrollToSpan leave room above the first block and
	// below the last, so that any block can be brought to any height.
	Loose bool

	// NoteOf gives the note of a block that has none of its own, when it is first
	// chosen: thousands of notes that nobody unfolds need not be written.
	NoteOf func(key int) string

	// OnTapped is told of a click on a block: its Key and the byte of the report
	// that was hit. A drag that selects text, a double click that selects a word,
	// and a shift click are no taps. OnTappedNothing is told of a click beside
	// all blocks.
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

	ruler *Ruler
	look  Look
	set   setting

	blocks []*laid
	given  []Block
	keys   map[int]int // block by key
	byBase []int       // blocks in the order of the report
	choice Choice
	spans  []data.Span // of the choice, in order

	extent float32
	offset float32
	held   anchor   // what stays in place until somebody scrolls
	slack  float32  // part of a wheel's turn that was less than a unit
	later  []func() // scrolling asked for before the page had a size

	objects []fyne.CanvasObject // what is painted, bottom to top
	shownAs map[viewKey]*slate
	spare   []*slate
	thumb   *canvas.Rectangle
	ring    *canvas.Rectangle
	paper   *canvas.Rectangle
	scratch []run
	pass    int

	selection selection
	pointer   pointer
	focused   bool
	now       func() time.Time
}

// New makes an empty page.
func New() *Page { return Sharing(NewRuler()) }

// Sharing makes an empty page that measures words with r, so that pages beside
// each other measure each word once.
func Sharing(r *Ruler) *Page {
	p := &Page{
		ruler: r, look: DefaultLook(), now: time.Now,
		shownAs: map[viewKey]*slate{},
		thumb:   canvas.NewRectangle(nil), ring: canvas.NewRectangle(nil), paper: canvas.NewRectangle(nil),
	}
	p.set = settingOf(p.look, 0)
	p.pointer.over = -1
	p.ExtendBaseWidget(p)
	return p
}

// SetBlocks shows blocks instead of what was shown. Blocks with a Text that was
// there before keep their layout, so small changes are cheap. The line at the
// top keeps its place where its block is still there, and so do choice and
// selection; use SetOffset(0) for a new report.
func (p *Page) SetBlocks(blocks []Block) {
	hold := p.hold()
	before := p.selection.remember(p)
	p.blocks = p.reuse(blocks)
	p.given = blocks
	p.index()
	p.selection.recall(p, before)
	p.pointer.over = -1
	p.applyChoice()
	p.layOut()
	p.keep(hold)
	p.changed()
}

// Blocks are the blocks shown; not to be changed.
func (p *Page) Blocks() []Block { return p.given }

// SetLook restyles the page at once, keeping the line at the top where it is.
func (p *Page) SetLook(l Look) {
	p.look = l.filled()
	p.restyle()
}

// Look is how the page is set, with no gaps.
func (p *Page) Look() Look { return p.look }

// restyle lays everything out again, and measures again where the type is another.
func (p *Page) restyle() {
	hold := p.hold()
	body, bold := p.set.body, p.set.bold
	p.set = settingOf(p.look, p.Size().Width)
	if p.set.body != body || p.set.bold != bold {
		for i, b := range p.blocks {
			p.blocks[i] = p.prepare(b.Block)
		}
		p.applyChoice()
	}
	p.layOut()
	p.keep(hold)
	p.changed()
}

// CreateRenderer is for Fyne.
func (p *Page) CreateRenderer() fyne.WidgetRenderer {
	p.ExtendBaseWidget(p)
	return &renderer{page: p}
}

// renderer shows what the page has painted.
type renderer struct {
	page *Page
	size fyne.Size
}

// Layout follows a new size: the line at the top stays.
func (r *renderer) Layout(size fyne.Size) {
	p := r.page
	if size == r.size {
		return
	}
	r.size = size
	hold := p.hold()
	p.layOut()
	p.keep(hold)
	if size.Width > 0 && size.Height > 0 {
		later := p.later
		p.later = nil
		for _, scroll := range later {
			scroll()
		}
	}
	p.changed()
}

func (r *renderer) MinSize() fyne.Size           { return fyne.NewSize(80, 60) }
func (r *renderer) Objects() []fyne.CanvasObject { return r.page.objects }
func (r *renderer) Refresh()                     { r.page.restyle() }
func (r *renderer) Destroy()                     {}

// AccessibilityLabel is the page's name, and the words of what is chosen.
func (p *Page) AccessibilityLabel() string {
	label := p.Name
	for _, key := range p.choice.Keys {
		if b := p.blockOf(key); b != nil {
			label += "\n" + b.Head + "\n" + b.Text
		}
	}
	return label
}

// AccessibilityRole is text.
func (p *Page) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }
