package help

import (
	"context"
	"io"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"lectern/app/look"
	"lectern/app/ui"
)

// Config is what the help needs. Its functions are called on the UI goroutine.
type Config struct {
	Context context.Context // ends with the window
	Keys    []KeyGroup      // the list of keys, part by part
	Notices string          // the credits, as Markdown
	System  System          // what the self-check looks at
	Search  func(query string)
	Copy    func(words string)
	Save    func(suggested string, write func(context.Context, io.Writer) error)
	Leave   func()
	Failed  func(error)
	Menu    func(ev *fyne.KeyEvent) bool // keys that mean the same everywhere
}

// Help is the screen.
type Help struct {
	c       Config
	all     []topic
	hits    []hit // while something is looked for
	at      int   // the topic shown
	path    []int // topics shown, for going back
	step    int   // where in path
	box     *ui.SearchBox
	rows    *ui.Rows
	sheet   *sheet
	scroll  *container.Scroll
	reader  *reader
	tools   *fyne.Container
	back    *ui.Button
	forward *ui.Button
	none    *ui.Line
	check   *checking
	content fyne.CanvasObject
}

// New makes the screen with a topic in front; an unknown one is the first.
func New(c Config, name string) *Help {
	h := &Help{c: c, at: -1, step: -1}
	all, err := topics(look.Spoken())
	if err != nil {
		c.Failed(err)
	}
	h.all = append(all, keysTopic(c.Keys), creditsTopic(c.Notices), topic{name: Check, title: lang.L("Self-check")})
	h.check = newChecking(h)
	h.build()
	h.Show(name)
	h.rows.SetOffset(0) // before it has a size, no row is in sight
	return h
}

// Content is what to put into a window.
func (h *Help) Content() fyne.CanvasObject { return h.content }

// Focus puts the keyboard into the search box.
func (h *Help) Focus() {
	focus(h.box)
	h.rows.SetCurrent(max(h.rowOf(h.at), 0)) // in sight, now that there is room
}

// Finish ends a check under way.
func (h *Help) Finish() { h.check.cancel() }

func focus(w fyne.Focusable) {
	if c := fyne.CurrentApp().Driver().CanvasForObject(w.(fyne.CanvasObject)); c != nil {
		c.Focus(w)
	}
}

func (h *Help) build() {
	h.box = ui.NewSearchBox(lang.L("Search the help"), func(string) { h.look() })
	h.box.OnDown = func() { focus(h.rows) }
	h.box.OnSubmitted = func(string) {
		if len(h.hits) > 0 {
			h.open(h.hits[0].topic)
		}
	}
	h.box.OnLeave = h.c.Leave
	h.sheet = newSheet(h.follow)
	h.reader = newReader(h)
	h.scroll = container.NewVScroll(container.NewStack(h.sheet))
	h.rows = h.list()
	h.none = ui.NewShortLine(ui.Quiet, "")
	h.tools = container.NewHBox()
	h.back = ui.NewButton(ui.Bare, lang.L("Back"), lang.L("Alt")+"+←", func() { h.walk(-1) })
	h.forward = ui.NewButton(ui.Bare, lang.L("Forward"), lang.L("Alt")+"+→", func() { h.walk(1) })
	done := ui.NewButton(ui.Bare, lang.L("Done"), lang.L("Esc"), h.c.Leave)
	top := container.NewBorder(nil, nil,
		container.NewHBox(container.NewCenter(ui.NewLine(ui.Title, lang.L("Help"))), ui.Inset(0, 0, 18, 0, container.NewHBox(h.back, h.forward))),
		container.NewCenter(container.NewHBox(h.tools, done)))
	left := container.NewBorder(ui.Inset(14, 8, 14, 14, h.box), nil, nil, nil,
		container.NewStack(h.rows, ui.Inset(12, 0, 16, 8, container.NewVBox(h.none))))
	page := container.New(&scrolled{sheet: h.sheet}, ui.WithoutShadow(h.scroll))
	h.content = container.NewBorder(
		container.NewStack(ui.NewGround(ui.Paper), ui.Inset(12, 10, 24, 20, top)), nil, nil, nil,
		container.New(&shelves{}, container.NewStack(ui.NewGround(ui.Paper), left),
			container.NewStack(ui.NewGround(ui.Sheet), h.reader, page)))
}

// look searches for what is typed.
func (h *Help) look() {
	typed := strings.TrimSpace(h.box.Text)
	h.hits = lookUp(h.all, typed)
	h.none.Set(ui.Quiet, "")
	if typed != "" && len(h.hits) == 0 {
		h.none.Set(ui.Quiet, lang.L("Nothing in the help has these words."))
	}
	h.rows.SetOffset(0)
	h.rows.SetCurrent(max(h.rowOf(h.at), 0))
	h.rows.Refresh()
	h.sheet.show(h.all[h.at], wordsOf(typed))
	h.scroll.Refresh()
}

// Show shows a topic by its name.
func (h *Help) Show(name string) {
	h.open(max(slices.IndexFunc(h.all, func(t topic) bool { return t.name == name }), 0))
}

// open shows a topic, and remembers the way there.
func (h *Help) open(i int) {
	if i == h.at {
		return
	}
	h.path = append(h.path[:h.step+1], i)
	h.step = len(h.path) - 1
	h.turn(i)
}

// walk goes back or forward on the way.
func (h *Help) walk(by int) {
	if to := h.step + by; to >= 0 && to < len(h.path) {
		h.step = to
		h.turn(h.path[to])
	}
}

// Walk goes back or forward, for the keys that the window hands over.
func (h *Help) Walk(by int) { h.walk(by) }

func (h *Help) turn(i int) {
	h.at = i
	h.check.cancel()
	h.tools.Objects = nil
	switch h.all[i].name {
	case Keys:
		h.tools.Objects = []fyne.CanvasObject{ui.NewButton(ui.Bare, lang.L("Save to print…"), "", h.printKeys)}
	case Check:
		h.tools.Objects = h.check.buttons()
	}
	h.sheet.show(h.all[i], wordsOf(h.box.Text))
	h.scroll.ScrollToTop()
	h.scroll.Refresh()
	h.rows.SetCurrent(max(h.rowOf(i), 0))
	h.rows.Refresh()
	h.back.Enable(h.step > 0)
	h.forward.Enable(h.step < len(h.path)-1)
	h.content.Refresh()
	if h.all[i].name == Check {
		h.check.start()
	}
}

// follow goes where a link leads.
func (h *Help) follow(target string) {
	if query, ok := strings.CutPrefix(target, find); ok {
		h.c.Search(query)
		return
	}
	h.Show(target)
}

// shelves lays the contents and the page out side by side.
type shelves struct{}

// MinSize is for Fyne.
func (shelves) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(400, 200) }

// Layout is for Fyne.
func (shelves) Layout(o []fyne.CanvasObject, size fyne.Size) {
	side := min(ui.Worn().Wide(290), size.Width*0.4)
	o[0].Resize(fyne.NewSize(side, size.Height))
	o[1].Move(fyne.NewPos(side, 0))
	o[1].Resize(fyne.NewSize(size.Width-side, size.Height))
}

// printKeys saves the list of keys as a page for any browser to print.
func (h *Help) printKeys() {
	page := printed(h.all[slices.IndexFunc(h.all, func(t topic) bool { return t.name == Keys })], look.Spoken())
	h.c.Save(lang.L("Keys")+".html", func(_ context.Context, to io.Writer) error {
		_, err := io.WriteString(to, page)
		return err
	})
}
