// Package shelf is the screen that shows what is in the library: a list that
// stays smooth with any number of reports, a search box and filters.
package shelf

import (
	"context"
	"time"

	"fyne.io/fyne/v2"

	"lectern/app/task"
	"lectern/data"
	"lectern/data/library"
	"lectern/data/search"
)

// Config is what a shelf needs. Every function is called on the UI goroutine.
type Config struct {
	Context      context.Context // ends the shelf's work when it ends
	Library      Library
	Changes      *task.Line                     // what a person changes; nil for a line of its own
	Now          func() time.Time               // nil for the system's clock
	Open         func(id data.ReportID, at int) // at is a byte of the text to go to, -1 for its beginning
	Ways         func(beside fyne.CanvasObject) // offer the ways to bring something in
	Briefs       func()                         // show the briefs; nil has no button for it
	Looks        func(beside fyne.CanvasObject) // offer colours, type sizes and line widths
	Bring        func()                         // a person wants to bring in a file
	BringText    func()                         // or pasted text
	BringSamples func()                         // or the samples
	Key          func(*fyne.KeyEvent) bool      // keys that mean the same on every screen
	Rune         func(rune) bool                // and characters
	Review       func() data.Review             // how much to ask a person about; nil for all that is doubtful
	Export       func(data.Report)              // write it for other programs; may be nil
	ExportChosen func()                         // write all that are chosen for them; may be nil
	Cite         func(data.Report)              // copy it as a citation; may be nil
	Versions     func(data.ReportID)            // compare the versions of a report; may be nil
	Mark         func([]data.ReportID)          // ask how far they may be passed on; may be nil
	// Add puts reports or passages into a brief; ask asks into which, else it is the one
	// used last. It may be nil.
	Add    func(all []Place, ask bool)
	Say    func(words string) // something was changed that can be undone; may be nil
	Failed func(error)        // something could not be done; the shelf goes on
}

// Place is a report, or a stretch of its text.
type Place struct {
	Report data.ReportID
	At     data.Span // in bytes; empty for the report as a whole
}

// Shelf is the screen. Its methods are called on the UI goroutine.
type Shelf struct {
	c   Config
	end context.CancelFunc

	text      string              // the search as typed
	query     search.Query        // the search understood, empty for none
	filter    library.Filter      // what the side panel asks for
	found     search.Found        // what is listed
	order     library.Order       // as chosen; "" is best, or newest without words
	byPassage bool                // passages are listed, not reports
	through   int                 // how many reports to look through, for search.Ask
	passages  []search.Snippet    // those listed, a row each; nil while reports are
	suggested []search.Suggestion // other spellings, where nothing was found
	saved     []savedCount

	loaded bool   // whether anything was listed yet
	listed func() // told when that happens; nil for nobody

	list  follower // loads found
	sides follower // loads what the panel offers
	rows  *loader  // loads what the rows in sight show

	picked *picked // the reports chosen, where there are several

	warming *task.Slot
	view    *view
}

// New makes a shelf and starts to load what it shows.
func New(c Config) *Shelf {
	if c.Now == nil {
		c.Now = time.Now
	}
	s := &Shelf{c: c}
	s.c.Context, s.end = context.WithCancel(c.Context)
	if c.Changes == nil {
		s.c.Changes = task.NewLine(s.c.Context)
	}
	s.list = follower{slot: task.NewSlot(s.c.Context)}
	s.sides = follower{slot: task.NewSlot(s.c.Context)}
	s.warming = task.NewSlot(s.c.Context)
	s.rows = newLoader(s)
	s.picked = newPicked(s)
	s.view = newView(s)
	s.search(0, false)
	s.loadSides(0)
	return s
}

// Current is the report that the list stands on, 0 for none.
func (s *Shelf) Current() data.ReportID {
	if i := s.view.list.Current(); i >= 0 && i < len(s.found.IDs) {
		return s.found.IDs[i]
	}
	return 0
}

// Chosen is the report that the keyboard is on, as far as it is loaded.
func (s *Shelf) Chosen() (data.Report, bool) {
	i := s.view.list.Current()
	if i < 0 {
		return data.Report{}, false
	}
	e, ok := s.rows.entry(i)
	return e.Report, ok
}

// Listed are the reports listed, in their order, each once.
func (s *Shelf) Listed() (ids []data.ReportID) {
	seen := make(map[data.ReportID]bool, len(s.found.IDs))
	for _, id := range s.found.IDs {
		if !seen[id] {
			ids, seen[id] = append(ids, id), true
		}
	}
	return ids
}

// Searching tells whether words or filters narrow the list.
func (s *Shelf) Searching() bool { return !s.query.Empty() || s.filter != (library.Filter{}) }

// Content is what to put into a window.
func (s *Shelf) Content() fyne.CanvasObject { return s.view.root }

// Refresh looks at the whole library again, and takes on a new look.
func (s *Shelf) Refresh() {
	s.Changed(data.Change{})
	s.view.root.Refresh()
}

// OnListed calls ready once, when the list is on screen for the first time.
func (s *Shelf) OnListed(ready func()) {
	if s.loaded {
		ready()
		return
	}
	s.listed = ready
}

// Changed follows one change of the library.
func (s *Shelf) Changed(c data.Change) {
	s.rows.forget(c.Reports)
	decided := c.Reports != nil && c.Kind == data.PassageDecided // which changes no list but one by lanes
	if !decided || s.filter != (library.Filter{}) {
		s.list.again(func() { s.search(changeWait, true) })
	}
	s.sides.again(func() { s.loadSides(changeWait) })
}

// FocusSearch puts the keyboard into the search box, with its words selected.
func (s *Shelf) FocusSearch() {
	s.view.focus(s.view.searchBox)
	s.view.searchBox.TypedShortcut(&fyne.ShortcutSelectAll{})
}

// FoldOffers takes away what floats below the search box, as when something else
// is laid over the window.
func (s *Shelf) FoldOffers() { s.view.offers.hide() }

// FocusList puts the keyboard onto the list, as after closing a report.
func (s *Shelf) FocusList() {
	if len(s.found.IDs) > 0 { // an empty list is hidden, and would swallow every key
		s.view.focus(s.view.list)
	}
}

// SetSearch searches as if the words had been typed.
func (s *Shelf) SetSearch(words string) { s.view.searchBox.SetText(words) }

// open opens a report: at the words found in it, where a search is on.
func (s *Shelf) open(id data.ReportID) {
	at := -1
	if i := s.view.list.Current(); s.passages != nil && i >= 0 && i < len(s.passages) && s.passages[i].Report == id {
		at = s.passages[i].At.Start
	} else if found, ok := s.rows.snippets.get(id); ok && !s.query.Empty() {
		at = found.At.Start
	}
	s.c.Open(id, at)
}

// ToTop shows the beginning of the list at the next answer.
func (s *Shelf) ToTop() { s.search(0, false) }

// Finder finds the words of the search in a text, nil where no search is on.
func (s *Shelf) Finder() func(text, lang string) []data.Span {
	if s.query.Empty() {
		return nil
	}
	return s.query.In
}

// Close ends the shelf's work. It is not used afterwards.
func (s *Shelf) Close() { s.end() }

// ReviewChanged follows another way to review.
func (s *Shelf) ReviewChanged() {
	f := s.filter
	if f.Review != data.ReviewNone {
		f.Review = s.review()
	}
	s.filtered(f)
	s.view.panel.show()
	s.sides.again(func() { s.loadSides(0) })
}

// Reviewing tells whether only reports with something to review are listed.
func (s *Shelf) Reviewing() bool { return s.filter.Review != data.ReviewNone }

func (s *Shelf) review() data.Review {
	if s.c.Review == nil {
		return data.ReviewAll
	}
	return s.c.Review()
}

// current is the report that the keyboard is on.
func (s *Shelf) current() (data.ReportID, bool) {
	i := s.view.list.Current()
	if i < 0 {
		return 0, false
	}
	return s.found.IDs[i], true
}
