// Package reading is the reading view: one report's original text and its lanes
// side by side, where a person reads, checks and corrects.
package reading

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"lectern/app/look"
	"lectern/app/task"
	"lectern/app/ui/page"
	"lectern/data"
)

// Store is what the reading view needs of the library.
type Store interface {
	Document(ctx context.Context, id data.ReportID) (data.Document, error)
	Opened(ctx context.Context, id data.ReportID) error
	Decide(ctx context.Context, passages []data.PassageID, lane data.Lane) error
	Withdraw(ctx context.Context, passages []data.PassageID) error
}

// Config is what a reading view is made of.
type Config struct {
	Context    context.Context
	Store      Store
	Changes    *task.Line // what a person decides; nil for a line of its own
	Prefs      fyne.Preferences
	Faces      page.Faces                                     // the reading type
	Back       func()                                         // leave the report
	Original   func()                                         // open what the report came as; may be nil
	Edit       func(data.Report)                              // correct title, date and the like
	Add        func(what Adding, ask bool)                    // add it to a brief; may be nil
	Mark       func()                                         // say how far the report may be passed on; may be nil
	Looks      func(beside fyne.CanvasObject)                 // choose colours, type size and line width
	Say        func(words string)                             // tell of a change that can be undone
	Tell       func(words string)                             // tell of something else; may be nil
	Review     func() data.Review                             // what to ask a person about; nil for all that is doubtful
	NextReview func()                                         // go to the next report with something to review; may be nil
	Failed     func(error)                                    // tell of a failure
	Key        func(*fyne.KeyEvent) bool                      // keys that mean the same on every screen
	Rune       func(rune) bool                                // and characters
	Menu       func(items []*fyne.MenuItem, at fyne.Position) // show a menu at a place on the canvas
	Copy       func(words string)                             // put words on the clipboard
	Kin        Kin                                            // versions of the report, and who has the same words
}

// none is the choice of no passage.
const none = -1

// View is the reading view. It is used from the UI goroutine only.
type View struct {
	config  Config
	doc     data.Document
	columns map[columnID]*column
	arr     arrangement
	rows    *columns
	link    *link
	head    *head
	root    *fyne.Container

	opened Place       // what was opened
	found  []data.Span // what was searched for, in the text

	chosen int      // index in doc.Passages, or none
	from   columnID // the column in which it was chosen
	beside columnID // the lane shown where there is room for one only
	peek   columnID // a hidden lane that is shown while its passage is reviewed, "" for none
	shape  shape

	load *task.Slot
	kin  *task.Slot
}

// New makes a reading view without a report.
func New(c Config) *View {
	if c.Changes == nil {
		c.Changes = task.NewLine(c.Context)
	}
	v := &View{
		config: c, chosen: none, beside: columnOf(data.Statement), from: original,
		arr: loadArrangement(c.Prefs), rows: newColumns(), link: newLink(),
		columns: map[columnID]*column{},
		load:    task.NewSlot(c.Context),
		kin:     task.NewSlot(c.Context),
	}
	ruler := page.NewRuler()
	for _, s := range v.arr {
		v.columns[s.Column] = v.newColumn(s.Column, ruler)
	}
	v.head = newHead(v)
	v.rows.onResize, v.rows.onLaid = v.resize, v.laid
	body := container.NewStack(v.rows, v.link.box)
	v.root = container.NewBorder(v.head.root, nil, nil, nil, container.NewPadded(body))
	v.Restyle()
	return v
}

// newColumn makes a column whose page reports to the view.
func (v *View) newColumn(id columnID, ruler *page.Ruler) *column {
	c := newColumn(id, ruler, v.columnMenu)
	p := c.page
	p.Loose = true
	if id != original {
		p.NoteOf = func(key int) string { return noteOf(&v.doc, v.doc.Passages[key], v.review()) }
	}
	p.OnTapped = func(_, offset int) { v.tapped(id, offset) }
	p.OnTappedNothing = v.unchoose
	p.OnContext = func(_, offset int, at fyne.Position) { v.passageMenu(id, offset, at) }
	p.OnScrolled = v.drawLink
	p.OnCopy = v.withSource
	p.OnKey = v.TypedKey
	p.OnRune = v.TypedRune
	return c
}

// Content is what to show in the window.
func (v *View) Content() fyne.CanvasObject { return v.root }

// BackTo says where the way back leads; "" is the library.
func (v *View) BackTo(words string) {
	if words == "" {
		words = lang.L("Library")
	}
	v.head.back.SetWords("‹  " + words)
}

// Report is the report on screen; its ID is 0 while there is none.
func (v *View) Report() data.Report { return v.doc.Report }

// At is where in the text the chosen passage begins, -1 when none is chosen.
func (v *View) At() int {
	if v.chosen == none {
		return -1
	}
	return v.doc.Passages[v.chosen].Start
}

// Place says what to open and where to go in it.
type Place struct {
	Report data.ReportID
	At     int // a byte of the text to go to, -1 for its beginning
	// Find marks what was searched for: spans of the text, in order. It is called
	// off the UI goroutine; nil marks nothing.
	Find func(text, lang string) []data.Span
}

// opened is what loading a report brings.
type opened struct {
	doc   data.Document
	found []data.Span
}

// read loads the report at a place.
func (v *View) read(ctx context.Context, at Place) (opened, error) {
	doc, err := v.config.Store.Document(ctx, at.Report)
	if err != nil || at.Find == nil {
		return opened{doc: doc}, err
	}
	return opened{doc, at.Find(doc.Body, doc.Lang)}, nil
}

// Open shows a report. ready, if not nil, is called when it is on screen.
func (v *View) Open(at Place, ready func()) {
	task.Load(v.load, func(ctx context.Context) (opened, error) {
		got, err := v.read(ctx, at)
		if err == nil && !got.doc.Read {
			// A mark that cannot be made (a library open for reading only) must
			// not keep anyone from reading.
			_ = v.config.Store.Opened(ctx, at.Report)
		}
		return got, err
	}, func(got opened, err error) {
		if err != nil {
			v.config.Failed(err)
			return
		}
		v.opened = at
		v.show(got, at.At)
		if ready != nil {
			ready()
		}
	})
}

// show puts a freshly opened report on screen.
func (v *View) show(got opened, at int) {
	v.doc, v.found, v.chosen = got.doc, got.found, none
	v.fill()
	for _, c := range v.columns {
		c.page.SetOffset(0) // SetBlocks keeps places where reports share a text
		c.page.Settle()
	}
	v.choose(none, original)
	if at >= 0 {
		v.choose(v.passageAt(at), original)
		v.reveal()
	}
}

// Changed looks at the library again when the report on screen is concerned.
func (v *View) Changed(c data.Change) {
	if v.doc.ID == 0 || !concerns(c, v.doc.ID) {
		return
	}
	task.Load(v.load, func(ctx context.Context) (opened, error) {
		return v.read(ctx, v.opened)
	}, func(got opened, err error) {
		if data.FaultOf(err) != nil && data.FaultOf(err).Code == data.FaultNotFound {
			v.config.Back() // it was removed
			return
		}
		if err != nil {
			v.config.Failed(err)
			return
		}
		v.doc, v.found = got.doc, got.found
		v.chosen = min(v.chosen, len(v.doc.Passages)-1)
		v.fill()
		v.choose(v.chosen, v.from)
		v.align(original) // the card may have gone to another lane
	})
}

func concerns(c data.Change, id data.ReportID) bool {
	if len(c.Reports) == 0 {
		return true
	}
	for _, r := range c.Reports {
		if r == id {
			return true
		}
	}
	return false
}

// Close forgets the report and stops what is being loaded.
func (v *View) Close() {
	v.load.Cancel()
	v.kin.Cancel()
	v.doc, v.chosen = data.Document{}, none
	v.fill()
	v.link.hide()
}

// Restyle follows the look: colours, type size, line width, names.
func (v *View) Restyle() {
	t := look.Current()
	for _, c := range v.columns {
		c.dress(t, v.config.Faces)
	}
	v.head.dress(t)
	v.arrange()
	if v.doc.ID != 0 {
		v.fill()
	}
	v.rows.Refresh()
	if v.chosen != none {
		v.reveal()
	}
}

// fill sets the columns on screen from the report; the others follow when they
// are shown.
func (v *View) fill() {
	for _, c := range v.columns {
		c.stale = true
	}
	v.head.show(v.doc.Report)
	v.showKin()
	v.head.showReview(v.awaiting())
	v.arrange()
}

// fillStale sets those columns from the report that are about to be shown.
func (v *View) fillStale(ids []columnID) {
	pal := look.Current().Palette
	for _, id := range ids {
		c := v.columns[id]
		if !c.stale {
			continue
		}
		c.stale = false
		if l := id.lane(); l != data.NoLane {
			c.show(laneBlocks(&v.doc, v.found, l, pal, v.review()))
		} else {
			c.show(originalBlocks(&v.doc, v.found, pal, v.review()))
		}
	}
}
