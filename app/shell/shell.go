// Package shell is the main window: it wires the screens together and carries
// what belongs to all of them: menus and keys, the look, undo, long jobs,
// notices and failures.
package shell

import (
	"context"
	"io/fs"
	"log/slog"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"lectern/app/brief"
	"lectern/app/help"
	"lectern/app/look"
	"lectern/app/original"
	"lectern/app/reading"
	"lectern/app/shelf"
	"lectern/app/stage"
	"lectern/app/task"
	"lectern/app/ui/page"
	"lectern/data"
	"lectern/data/desk"
)

// Config is what the main window is made of.
type Config struct {
	App     fyne.App
	Desk    *desk.Desk
	Samples fs.FS
	Brief   []byte           // one on the samples; nil for none
	Faces   page.Faces       // the reading type
	Painter original.Painter // of PDF pages; nil shows none
	Notices string           // the credits, as Markdown
	System  help.System      // what the self-check looks at; the shell adds what it knows itself
	Version string
	Log     *slog.Logger
	Window  fyne.Window // to show it in; nil makes one
	Program Program     // nil while there is no other library
}

// screen is what fills the window.
type screen interface {
	Content() fyne.CanvasObject
}

// Shell is the main window. It is used from the UI goroutine only.
type Shell struct {
	config   Config
	window   fyne.Window
	settings look.Settings

	ctx     context.Context
	cancel  context.CancelFunc
	jobs    *task.Jobs
	changes *task.Line // what a person changes, in order
	opener  *task.Slot
	stale   *task.Slot // looks whether reports are out of date
	cutOff  *task.Slot // looks for imports that were cut off
	drafts  *task.Slot // looks for what was not kept

	shelf   *shelf.Shelf
	reading *reading.View
	front   screen
	answers func() // shows those to the last list of searches; nil before one was run

	root    *fyne.Container
	stage   *fyne.Container // the screen in front
	notice  *notice
	offers  *offers
	jobBar  *jobBar
	popup   popup
	draft   string // the ID of the draft that the panel in front began with; "" for none
	unhook  func()
	closing bool

	presenting *stage.Stage  // nil while nothing is presented
	briefs     *brief.Editor // nil until it was opened
	used       data.BriefID  // the brief that something was added to last; 0 for none
	back       func()        // out of the open report, nil for the shelf
}

// New makes the main window of a library and shows its shelf.
func New(c Config) *Shell {
	s := &Shell{config: c, settings: look.Load(c.App.Preferences())}
	s.ctx, s.cancel = context.WithCancel(context.Background())
	s.changes, s.opener = task.NewLine(s.ctx), task.NewSlot(s.ctx)
	s.stale, s.cutOff, s.drafts = task.NewSlot(s.ctx), task.NewSlot(s.ctx), task.NewSlot(s.ctx)
	s.wearTheme()
	fresh := c.Window == nil
	if s.window = c.Window; fresh {
		s.window = c.App.NewWindow("Lectern")
	}
	s.notice, s.jobBar, s.offers = newNotice(), newJobBar(), newOffers()
	s.jobs = task.NewJobs(s.ctx, s.jobBar.show)
	s.shelf = shelf.New(shelf.Config{
		Context: s.ctx, Library: shelf.Of(c.Desk.Library()), Changes: s.changes, Versions: s.showVersions, Mark: s.askMarking, Add: s.addChosen,
		Open: func(id data.ReportID, at int) {
			var ready func()
			if s.shelf.Reviewing() && at < 0 {
				ready = func() { s.reading.NextToReview(1) }
			}
			s.open(reading.Place{Report: id, At: at, Find: s.shelf.Finder()}, ready)
		},
		Ways: s.showWays, Briefs: s.showBriefs, Looks: s.showLooks,
		Export: s.exportReport, ExportChosen: s.export, Cite: s.cite,
		Bring: s.pickFile, BringText: s.pasteText, BringSamples: s.bringSamples,
		Failed: s.fail, Say: s.say, Key: s.anyKey, Rune: s.anyRune, Review: s.review,
	})
	s.reading = reading.New(reading.Config{
		Context: s.ctx, Store: c.Desk.Library(), Changes: s.changes, Prefs: c.App.Preferences(), Faces: c.Faces,
		Back: s.leaveReport, Edit: s.edit, Looks: s.showLooks, Say: s.say, Failed: s.fail,
		Tell: s.tell, Review: s.review, NextReview: s.nextReview,
		Key: s.anyKey, Rune: s.anyRune, Menu: s.showMenu, Copy: c.App.Clipboard().SetContent, Mark: s.mark, Add: s.addReading, Kin: s.kin(), Original: s.showOriginal,
	})
	s.stage = container.NewStack()
	s.root = container.NewStack(
		container.NewBorder(container.NewVBox(s.banner(), s.offers.root), s.jobBar.root, nil, nil, s.stage),
		s.notice.root,
	)
	s.jobBar.onShape, s.offers.onShape = s.root.Refresh, s.root.Refresh
	s.window.SetContent(s.root)
	s.window.SetPadded(false)
	s.window.SetMainMenu(s.menu())
	s.window.SetOnDropped(func(_ fyne.Position, uris []fyne.URI) { s.dropped(uris) })
	s.window.SetCloseIntercept(s.Quit)
	if fresh {
		s.window.Resize(LastSize(c.App.Preferences()))
	}
	s.window.SetTitle("Lectern")
	s.window.Canvas().SetOnTypedKey(s.typedKey)
	s.window.Canvas().SetOnTypedRune(s.typedRune)
	s.addShortcuts()
	s.addBriefKeys()
	s.addHelpKeys()
	relay := task.NewRelay(s.changed)
	unsubscribe := c.Desk.Library().Subscribe(relay.Send)
	following := s // Fyne never lets a listener go
	c.App.Settings().AddListener(func(fyne.Settings) {
		if following != nil {
			following.followSystem()
		}
	})
	s.unhook = func() {
		unsubscribe()
		following = nil
	}
	s.show(s.shelf)
	s.focusSoon(s.shelf, s.shelf.FocusList)
	s.resume()
	s.catchUp()
	s.findFonts()
	s.offerCutOff()
	s.offerDrafts()
	return s
}

// Window is the main window, not yet shown.
func (s *Shell) Window() fyne.Window { return s.window }

// show brings a screen to the front.
func (s *Shell) show(next screen) {
	if open, ok := s.front.(interface{ Finish() }); ok { // what is typed there is kept
		open.Finish()
	}
	s.front = next
	s.stage.Objects = []fyne.CanvasObject{next.Content()}
	s.stage.Refresh()
	s.window.Canvas().Unfocus()
}

// focusSoon gives the keyboard to a screen once it is on the canvas: before it
// has been drawn, Fyne does not know where it belongs.
func (s *Shell) focusSoon(of screen, focus func()) {
	task.After(60*time.Millisecond, func() {
		if s.front == of && s.ctx.Err() == nil {
			focus()
		}
	})
}

// toShelf goes back to the library.
func (s *Shell) toShelf() {
	s.closePopup()
	s.back = nil
	s.window.SetTitle("Lectern")
	s.show(s.shelf)
	s.reading.Close()
	s.focusSoon(s.shelf, s.shelf.FocusList)
}

// Open shows a report in the reading view. at is a place in its text in bytes,
// or -1; ready, if not nil, is called once it is on screen.
func (s *Shell) Open(id data.ReportID, at int, ready func()) {
	s.open(reading.Place{Report: id, At: at}, ready)
}

func (s *Shell) open(at reading.Place, ready func()) {
	s.closePopup()
	s.back = nil
	s.reading.BackTo("")
	s.reading.Open(at, func() {
		s.window.SetTitle(s.reading.Report().Title + " – Lectern")
		s.show(s.reading)
		if ready != nil {
			ready()
		}
	})
}

// search puts the keyboard into the search box.
func (s *Shell) search() {
	if s.front != screen(s.shelf) {
		s.toShelf()
	}
	s.focusSoon(s.shelf, s.shelf.FocusSearch)
}

// changed passes news of the library on to the screens.
func (s *Shell) changed(news []data.Change) {
	for _, c := range news {
		s.shelf.Changed(c)
		if c.Kind == data.ThemesChanged {
			s.catchUp()
		}
		if s.front == screen(s.reading) {
			s.reading.Changed(c)
		}
		if open, ok := s.front.(interface{ Changed(data.Change) }); ok && s.front != screen(s.shelf) && s.front != screen(s.reading) {
			open.Changed(c)
		}
	}
}

const (
	keyWidth  = "window.width"
	keyHeight = "window.height"
)

// LastSize is the window's size when it was last closed.
func LastSize(p fyne.Preferences) fyne.Size {
	w := p.FloatWithFallback(keyWidth, 1280)
	h := p.FloatWithFallback(keyHeight, 800)
	return fyne.NewSize(float32(min(max(w, 640), 6000)), float32(min(max(h, 420), 4000)))
}

// Quit ends the program: what is being written is finished, then the library is
// closed. Nothing has to be asked, because every change is kept when it is made,
// and what a person has not kept yet becomes a draft.
func (s *Shell) Quit() { s.End(s.config.App.Quit) }

// End leaves the window as Quit does, and then, when nothing uses the library any
// more, does what follows. The second time it does nothing.
func (s *Shell) End(then func()) {
	if s.closing {
		return
	}
	s.closing = true
	s.closePopup()
	s.shelf.Close()
	size, p := s.window.Canvas().Size(), s.config.App.Preferences()
	if !s.window.FullScreen() {
		p.SetFloat(keyWidth, float64(size.Width))
		p.SetFloat(keyHeight, float64(size.Height))
	}
	if over, ok := s.front.(overForm); ok {
		s.front = over.form
	}
	if open, ok := s.front.(interface{ Finish() }); ok {
		open.Finish()
	}
	s.leaveOff()
	if s.presenting != nil {
		s.presenting.Close()
	}
	s.unhook()
	s.cancel()
	task.Load(task.NewSlot(context.Background()), func(context.Context) (struct{}, error) {
		s.changes.Wait(10 * time.Second)
		s.jobs.Wait(10 * time.Second)
		return struct{}{}, nil
	}, func(struct{}, error) { then() })
}
