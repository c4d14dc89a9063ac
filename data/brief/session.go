package brief

import (
	"time"

	"lectern/data"
)

// Session is the state of a presentation: what the room sees, and what the
// presenter does. It knows nothing of windows, so that a display that comes late or
// goes away loses nothing. It is not safe for concurrent use.
type Session struct {
	brief    data.Brief // without what is withheld
	withheld int
	clock    func() time.Time
	began    time.Time
	views    []int // how many views each step takes at the size of the room's display

	from   int // the step it began at: the time of those before it is not asked for
	at     Place
	frozen *Scene // what the room sees meanwhile
	black  bool
	hidden bool

	original  bool
	overview  bool
	zoom      bool
	spotlight bool
	answer    *Answer
	detail    int // the view of what is shown instead of the step, and how many it takes
	details   int

	log  []data.Showing
	last Scene // what the log has last
}

// Place is a view of a step, both counted from 0.
type Place struct{ Step, View int }

// SceneKind says what kind of thing the room sees.
type SceneKind string

const (
	StepScene     SceneKind = "step"
	OriginalScene SceneKind = "original" // the report at the spot the step quotes
	AnswerScene   SceneKind = "answer"
	BlackScene    SceneKind = "black"  // nothing at all
	HiddenScene   SceneKind = "hidden" // the title of the brief and no more
	EmptyScene    SceneKind = "empty"  // a brief without steps
)

// Scene is what the room sees.
type Scene struct {
	Kind      SceneKind
	Place     Place
	Detail    int     // the view of an answer, the original or a zoom, counted from 0
	Answer    *Answer // of an AnswerScene
	Zoom      bool
	Spotlight bool
}

// Answer is what is shown because somebody asked.
type Answer struct {
	Question string
	Quotes   []data.Quote // the one asked for, then its caveats
}

// SessionConfig is what a session begins with.
type SessionConfig struct {
	Brief data.Brief
	Clock func() time.Time // nil is time.Now
	Step  int              // where it begins, counted from 0 among the steps that the room is shown
}

// NewSession begins a presentation. Steps above the brief's level are left out.
func NewSession(c SessionConfig) *Session {
	s := &Session{clock: c.Clock}
	if s.clock == nil {
		s.clock = time.Now
	}
	s.brief, s.withheld = ForRoom(c.Brief)
	s.views = make([]int, len(s.brief.Steps))
	for i := range s.views {
		s.views[i] = 1
	}
	s.from = max(0, min(c.Step, len(s.brief.Steps)-1))
	s.at.Step = s.from
	s.began = s.clock()
	s.note()
	return s
}

// ForRoom is a brief without the steps that its level keeps from the room, and
// how many those are.
func ForRoom(b data.Brief) (shown data.Brief, withheld int) {
	shown = b
	shown.Steps = nil
	for _, step := range b.Steps {
		if b.Level != data.Unmarked && step.Marking().Above(b.Level) {
			withheld++
			continue
		}
		shown.Steps = append(shown.Steps, step)
	}
	return shown, withheld
}

// Brief is what is presented, without what is withheld.
func (s *Session) Brief() data.Brief { return s.brief }

// Withheld is how many steps the room is not shown.
func (s *Session) Withheld() int { return s.withheld }

// At is where the presenter is; the room may be kept elsewhere by a freeze.
func (s *Session) At() Place { return s.at }

// Views is how many views a step takes.
func (s *Session) Views(step int) int { return s.views[step] }

// Began is when the presentation began.
func (s *Session) Began() time.Time { return s.began }

// SetViews tells how many views a step takes at the size of the room's display.
// The place in it is kept by its share.
func (s *Session) SetViews(step, n int) {
	n = max(n, 1)
	was := s.views[step]
	if was == n {
		return
	}
	s.views[step] = n
	if s.at.Step == step {
		s.at.View = min(s.at.View*n/was, n-1)
	}
}

// Detailed reports whether the presenter shows something other than a view of
// the step: an answer, the original, or the quotation alone.
func (s *Session) Detailed() bool { return s.answer != nil || s.original || s.zoom }

// SetDetails tells how many views that takes.
func (s *Session) SetDetails(n int) {
	s.details = max(n, 1)
	s.detail = min(s.detail, s.details-1)
}

// Detail is which view of it is shown, counted from 0.
func (s *Session) Detail() int { return s.detail }

// Room is what the room sees now.
func (s *Session) Room() Scene {
	switch {
	case s.black:
		return Scene{Kind: BlackScene}
	case s.hidden:
		return Scene{Kind: HiddenScene}
	case s.frozen != nil:
		return *s.frozen
	}
	return s.Preview()
}

// Preview is what the room would see without black, hide and freeze: what the
// presenter works on.
func (s *Session) Preview() Scene {
	switch {
	case s.answer != nil:
		return Scene{Kind: AnswerScene, Place: s.at, Detail: s.detail, Answer: s.answer, Zoom: s.zoom, Spotlight: s.spotlight}
	case len(s.brief.Steps) == 0:
		return Scene{Kind: EmptyScene}
	case s.original:
		return Scene{Kind: OriginalScene, Place: s.at, Detail: s.detail, Zoom: s.zoom, Spotlight: s.spotlight}
	}
	return Scene{Kind: StepScene, Place: s.at, Detail: s.detail, Zoom: s.zoom, Spotlight: s.spotlight}
}

// Next is the view after the one shown; ok is false at the end.
func (s *Session) Next() (p Place, ok bool) {
	p = s.at
	switch {
	case len(s.brief.Steps) == 0:
		return p, false
	case p.View+1 < s.views[p.Step]:
		return Place{p.Step, p.View + 1}, true
	case p.Step+1 < len(s.brief.Steps):
		return Place{p.Step + 1, 0}, true
	}
	return p, false
}

// previous is the view before the one shown.
func (s *Session) previous() (p Place, ok bool) {
	p = s.at
	switch {
	case p.View > 0:
		return Place{p.Step, p.View - 1}, true
	case p.Step > 0:
		return Place{p.Step - 1, s.views[p.Step-1] - 1}, true
	}
	return p, false
}

// Pace is how time runs now.
func (s *Session) Pace() Pace {
	minutes := make([]int, len(s.brief.Steps))
	for i, step := range s.brief.Steps {
		if i >= s.from {
			minutes[i] = step.Minutes
		}
	}
	return PaceAt(minutes, s.at.Step, s.clock().Sub(s.began))
}
