package brief

import (
	"context"
	"slices"
	"time"

	"fyne.io/fyne/v2"

	"lectern/app/task"
	"lectern/app/ui/page"
	"lectern/data"
	briefs "lectern/data/brief"
	"lectern/data/library"
)

// Config is what the screen needs. Its functions are called on the UI goroutine.
type Config struct {
	Context context.Context // ends with the window
	Library *library.Library
	Changes *task.Line
	Faces   page.Faces // what the room reads

	Menu   func(items []*fyne.MenuItem, at fyne.Position)
	Popup  func(body fyne.CanvasObject) // shows a small form over the screen
	Fit    func()                       // the form has another size
	Close  func()                       // takes the form away
	Roomy  func(width, height float32, body fyne.CanvasObject) fyne.CanvasObject
	Report func(question string, but data.ReportID, chosen func(data.ReportID)) // lets a person choose one

	Open        func(id data.ReportID, at int) // goes to a place in a report, and can come back
	Present     func()                         // presents what is open
	PresentFrom func()                         // from the chosen step on
	Export      func()
	Minutes     func(b data.Brief) // what was shown of it, and when
	Leave       func()
	Said        func(words string) // tells what was done, and offers to undo it
	Failed      func(error)
	Key         func(*fyne.KeyEvent) bool // keys that mean the same on every screen
	Rune        func(rune) bool
}

// Editor is the screen where briefs are put together. It is used from the UI
// goroutine only.
type Editor struct {
	c   Config
	all []data.Brief // the last changed first
	at  data.BriefID // the one that is open; 0 for none
	on  data.StepID  // the step that is chosen; 0 for none

	seen    map[data.StepID]seen // steps looked up in the library
	pending int                  // changes on their way
	begun   int                  // changes ever asked for
	loaded  bool
	typing  bool // the fields of the chosen step are to have the keyboard once it is there

	list   *list
	steps  *steps
	side   *side
	frame  *frame
	load   *task.Slot
	lookup *task.Slot
	news   func() // forgets news that rests
}

// seen is a step with what the library says of it now.
type seen struct {
	step  data.BriefStep
	slide briefs.Slide
}

// New makes the screen and opens a brief; 0 is the one changed last.
func New(c Config, id data.BriefID) *Editor {
	e := &Editor{c: c, at: id, seen: map[data.StepID]seen{}, load: task.NewSlot(c.Context), lookup: task.NewSlot(c.Context), news: func() {}}
	e.list, e.steps, e.side = newList(e), newSteps(e), newSide(e)
	e.frame = newFrame(e)
	e.reload()
	return e
}

// Content is what to put into a window.
func (e *Editor) Content() fyne.CanvasObject { return e.frame.root }

// Brief is the brief that is open, 0 while there is none. What is typed is kept
// first: whoever asks means to show it.
func (e *Editor) Brief() data.BriefID {
	e.Finish()
	return e.brief().ID
}

// Step is the step that is chosen, 0 while there is none.
func (e *Editor) Step() data.StepID { return e.on }

// Open goes to a brief, and to a step of it; 0 is its first.
func (e *Editor) Open(id data.BriefID, step data.StepID) {
	e.Finish()
	e.at, e.on = id, step
	e.reload()
}

// Focus puts the keyboard onto the steps.
func (e *Editor) Focus() { e.steps.focus() }

// Finish keeps what is typed and not kept yet.
func (e *Editor) Finish() { e.side.keep() }

// Restyle follows the look.
func (e *Editor) Restyle() { e.show() }

// Changed looks again after news of the library.
func (e *Editor) Changed(c data.Change) {
	switch c.Kind {
	case data.BriefsChanged, "":
		e.again(c.Kind == "")
	case data.ReportsAdded, data.ReportsRemoved, data.ReportChanged, data.PassageDecided:
		e.news()
		e.news = task.After(pause, func() { e.again(true) })
	}
}

// pause is how long news of reports has to rest before all that is quoted is
// looked up again: an import brings thousands.
const pause = 300 * time.Millisecond

// again reloads; all looks everything up, too, that was looked up before.
func (e *Editor) again(all bool) {
	if all {
		e.seen = map[data.StepID]seen{}
	}
	e.reload()
}

// brief is the open brief, empty while there is none.
func (e *Editor) brief() data.Brief {
	if i := e.index(); i >= 0 {
		return e.all[i]
	}
	return data.Brief{}
}

func (e *Editor) index() int {
	return slices.IndexFunc(e.all, func(b data.Brief) bool { return b.ID == e.at })
}

// chosen is where in the brief the chosen step stands, -1 for none.
func (e *Editor) chosen() int {
	return slices.IndexFunc(e.brief().Steps, func(s data.BriefStep) bool { return s.ID == e.on })
}

// step is the chosen step; ok is false where there is none.
func (e *Editor) step() (s data.BriefStep, ok bool) {
	if i := e.chosen(); i >= 0 {
		return e.brief().Steps[i], true
	}
	return data.BriefStep{}, false
}

// reload lists the briefs anew. While a change is on its way nothing is shown of
// what may be older than it: it reloads when it is done.
func (e *Editor) reload() {
	begun, quiet := e.begun, e.pending == 0
	task.Load(e.load, func(ctx context.Context) ([]data.Brief, error) { return e.c.Library.Briefs(ctx) }, func(all []data.Brief, err error) {
		if err != nil {
			e.c.Failed(err)
			return
		}
		if !quiet || begun != e.begun {
			if e.pending == 0 {
				e.reload()
			}
			return
		}
		was, at := e.chosen(), e.at
		e.all, e.loaded = all, true
		if e.index() < 0 && len(all) > 0 {
			e.at = all[0].ID
		}
		if n := len(e.brief().Steps); e.chosen() < 0 && n > 0 { // it was removed: the one in its place
			if at != e.at || was < 0 {
				was = 0
			}
			e.on = e.brief().Steps[min(was, n-1)].ID
		}
		e.show()
		e.lookUp()
	})
}

// show shows what is loaded.
func (e *Editor) show() {
	e.list.show()
	e.steps.show()
	e.side.show()
	e.frame.show()
	if e.typing && e.loaded {
		e.typing = false
		e.side.focus()
	}
}

// lookUp looks the open brief's steps up in the library, those that it has not
// seen as they are now.
func (e *Editor) lookUp() {
	todo := e.brief().Steps
	known := e.seen
	task.Load(e.lookup, func(ctx context.Context) (map[data.StepID]seen, error) {
		r, now := briefs.NewResolver(e.c.Library), make(map[data.StepID]seen, len(todo))
		for _, s := range todo {
			if old, ok := known[s.ID]; ok && alike(old.step, s) {
				now[s.ID] = old
				continue
			}
			slide, err := r.Slide(ctx, s)
			if err != nil {
				return nil, err
			}
			now[s.ID] = seen{s, slide}
		}
		return now, nil
	}, func(now map[data.StepID]seen, err error) {
		if err != nil {
			e.c.Failed(err)
			return
		}
		e.seen = now
		e.steps.show()
		e.side.preview()
		e.frame.show()
	})
}

// alike reports whether two states of a step show the same.
func alike(a, b data.BriefStep) bool {
	return a.Kind == b.Kind && a.Title == b.Title && a.Words == b.Words && quoteEqual(a.Main, b.Main) &&
		slices.EqualFunc(a.With, b.With, quoteEqual)
}

func quoteEqual(a, b data.Quote) bool {
	return same(a, b) && a.Report == b.Report && a.Marking == b.Marking && a.At.Equal(b.At)
}

// marking is how far a step may be passed on, by what its reports are marked now.
func (e *Editor) marking(s data.BriefStep) data.Marking {
	if known, ok := e.seen[s.ID]; ok {
		return data.Highest(known.slide.Marking, s.Marking())
	}
	return s.Marking()
}

// withheld reports whether the room is not shown a step.
func (e *Editor) withheld(s data.BriefStep) bool {
	level := e.brief().Level
	return level != data.Unmarked && e.marking(s).Above(level)
}

// highest is how far the open brief may be passed on as a whole.
func (e *Editor) highest() data.Marking {
	all := []data.Marking{}
	for _, s := range e.brief().Steps {
		all = append(all, e.marking(s))
	}
	return data.Highest(all...)
}

// choose chooses a step of the open brief.
func (e *Editor) choose(i int) {
	all := e.brief().Steps
	if i < 0 || i >= len(all) || all[i].ID == e.on {
		return
	}
	e.side.keep()
	e.on = all[i].ID
	e.side.show()
}

// turn opens another brief.
func (e *Editor) turn(id data.BriefID) {
	if id == e.at {
		return
	}
	e.side.keep()
	e.at, e.on = id, 0
	if all := e.brief().Steps; len(all) > 0 {
		e.on = all[0].ID
	}
	e.steps.top()
	e.show()
	e.lookUp()
}
