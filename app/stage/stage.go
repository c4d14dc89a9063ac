// Package stage presents a brief: the audience window that a room sees, and the
// console from which a presenter leads it. What is shown and where things stand is
// kept by data/brief's Session, so that a display that comes late or goes away
// loses neither place nor notes.
package stage

import (
	"context"
	"slices"
	"time"

	"fyne.io/fyne/v2"

	"lectern/app/task"
	"lectern/app/ui/page"
	"lectern/app/ui/scene"
	"lectern/data"
	"lectern/data/brief"
	"lectern/data/library"
)

// Config is what a presentation is made of.
type Config struct {
	App      fyne.App
	Context  context.Context
	Library  *library.Library
	Changes  *task.Line // keeps the minutes, one after another
	Brief    data.BriefID
	From     data.StepID      // where it begins; 0 is the first step
	Faces    page.Faces       // what the room reads
	Users    []string         // names of accounts that no room should see
	Clock    func() time.Time // nil is time.Now
	Displays Displays         // nil is those of the system
	Failed   func(error)
	Over     func() // the windows are closed
}

// Stage is one presentation with its windows. It is used on the UI goroutine.
type Stage struct {
	config Config
	ctx    context.Context
	cancel context.CancelFunc
	load   *task.Slot
	unhook func()

	brief    data.Brief // with the markings of now
	shown    data.Brief // without what the room is not shown
	slides   []brief.Slide
	answered brief.Slide
	session  *brief.Session // nil before it goes live
	practice bool           // it is a rehearsal
	minutes  int64
	kept     int // so many showings are kept
	keeping  bool
	wrote    time.Time // when they were written last

	share    float32
	height   float64 // of the picture on the wall, in metres
	counted  map[int]int
	countFor fyne.Size
	idle     func() // stops what is to be laid out ahead
	learning func() // stops the measuring of what is to be shown

	setter  *page.Setter
	plans   *scene.Plans
	console *console
	windows windows
	check   *roomCheck
	drawer  *drawer
	over    *overview
	keys    keyState
	stop    func() // of the clock
	closed  bool
}

// Open opens the console with the room check of a brief.
func Open(c Config) *Stage {
	if c.Clock == nil {
		c.Clock = time.Now
	}
	if c.Displays == nil {
		c.Displays = system{}
	}
	s := &Stage{config: c, share: scene.Usual, height: 1.5, setter: page.NewSetter(c.Faces), stop: func() {}, idle: func() {}, learning: func() {}}
	s.plans = scene.NewPlans(s.setter)
	s.ctx, s.cancel = context.WithCancel(c.Context)
	s.load = task.NewSlot(s.ctx)
	s.console, s.check, s.drawer, s.over = newConsole(s), newRoomCheck(s), newDrawer(s), newOverview(s)
	s.windows.open(s)
	relay := task.NewRelay(func([]data.Change) { s.Changed() })
	s.unhook = c.Library.Subscribe(relay.Send)
	s.look(s.check.show)
	return s
}

// looked is what the library says of a brief.
type looked struct {
	fresh, shown data.Brief
	slides       []brief.Slide
}

// look looks the brief up in the library.
func (s *Stage) look(then func()) {
	live := s.session != nil
	was := s.shown
	task.Load(s.load, func(ctx context.Context) (l looked, err error) {
		r := brief.NewResolver(s.config.Library)
		if l.shown = was; !live {
			if l.fresh, err = s.config.Library.Brief(ctx, s.config.Brief); err != nil {
				return l, err
			}
			if l.fresh, err = r.Fresh(ctx, l.fresh); err != nil {
				return l, err
			}
			l.shown, _ = brief.ForRoom(l.fresh)
		}
		for _, step := range l.shown.Steps {
			slide, err := r.Slide(ctx, step)
			if err != nil {
				return l, err
			}
			l.slides = append(l.slides, slide)
		}
		return l, nil
	}, func(l looked, err error) {
		if s.closed {
			return
		}
		if err != nil {
			s.config.Failed(err)
			return
		}
		if !live {
			s.brief = l.fresh
		}
		s.shown, s.slides, s.counted = l.shown, l.slides, nil
		s.learning()
		s.learn(s.plans.Lesson(s.slides[min(s.begins(), len(s.slides)):]))
		then()
	})
}

// Changed looks everything up again: what was removed or corrected meanwhile is
// shown as it is now. The steps stay those it went live with.
func (s *Stage) Changed() {
	if s.closed {
		return
	}
	if s.session == nil {
		s.look(s.check.show)
		return
	}
	s.look(s.render)
}

// GoLive begins the presentation.
func (s *Stage) GoLive() {
	if s.session != nil || s.closed || s.slides == nil && len(s.shown.Steps) > 0 {
		return
	}
	s.session = brief.NewSession(brief.SessionConfig{Brief: s.brief, Clock: s.config.Clock, Step: s.begins()})
	if !s.practice {
		s.config.Displays.Awake(true)
	}
	s.windows.live()
	s.tick()
	s.render()
}

// begins is the step, of those that the room is shown, at which the presentation
// begins: the one asked for, or where that is withheld the next one.
func (s *Stage) begins() int {
	from := slices.IndexFunc(s.brief.Steps, func(one data.BriefStep) bool { return one.ID == s.config.From })
	for ; from >= 0 && from < len(s.brief.Steps); from++ {
		id := s.brief.Steps[from].ID
		if at := slices.IndexFunc(s.shown.Steps, func(one data.BriefStep) bool { return one.ID == id }); at >= 0 {
			return at
		}
	}
	return 0
}

// Rehearse begins the presentation for the presenter alone: the room's view comes in
// a window beside the console, no display is filled, and nothing goes into the minutes.
func (s *Stage) Rehearse() {
	if s.session == nil {
		s.practice = true
		s.GoLive()
		s.practice = s.session != nil // there may have been nothing to show
	}
}

// Live reports whether a room is shown something: the presentation has begun, and is
// no rehearsal.
func (s *Stage) Live() bool { return s.session != nil && !s.practice }

// tick moves the clock on, and notices displays that come and go.
func (s *Stage) tick() {
	s.stop()
	s.stop = task.After(time.Second, func() {
		if s.closed || s.ctx.Err() != nil {
			return
		}
		s.windows.watch()
		s.console.time()
		s.keep(false)
		s.tick()
	})
}

// Show brings the console to the front.
func (s *Stage) Show() { s.windows.main.RequestFocus() }

// Close ends the presentation: what was shown is kept, the windows are closed.
func (s *Stage) Close() {
	if s.closed {
		return
	}
	s.closed = true
	s.stop()
	s.idle()
	s.learning()
	s.keep(true)
	s.unhook()
	s.cancel()
	if s.Live() {
		s.config.Displays.Awake(false)
	}
	s.windows.close()
	if s.config.Over != nil {
		s.config.Over()
	}
}

// unkept is how long what was shown may wait until it is in the minutes. They are
// written whole, which hurried steps shall not ask for each.
const unkept = 2 * time.Second

// keep keeps the minutes as far as they go. While they are being written, what
// comes up waits for the next time, so that hurried steps do not queue.
func (s *Stage) keep(last bool) {
	now := s.config.Clock()
	if !s.Live() || !last && now.Sub(s.wrote) < unkept {
		return
	}
	p := s.session.Minutes()
	p.Display = s.windows.display()
	if !last && (s.keeping || len(p.Showings) == s.kept) {
		return
	}
	s.kept, s.keeping, s.wrote = len(p.Showings), true, now
	task.Change(s.config.Changes, func(ctx context.Context) (struct{}, error) {
		p.ID = s.minutes // written and read on the line alone
		id, err := s.config.Library.KeepPresentation(ctx, p)
		if err == nil {
			s.minutes = id
		}
		return struct{}{}, err
	}, func(_ struct{}, err error) {
		s.keeping = false
		switch {
		case err != nil:
			s.config.Failed(err)
		case !s.closed:
			s.keep(false)
		}
	})
}
