package stage

import (
	"time"

	"fyne.io/fyne/v2"

	"lectern/app/task"
	"lectern/app/ui/scene"
	"lectern/data"
	"lectern/data/brief"
)

// do does what the presenter asks for and shows it.
func (s *Stage) do(c brief.Command) bool {
	if at := s.session.At(); c == brief.Back && at.View == 0 {
		s.countStep(at.Step - 1) // it is entered at its last view
	}
	changed := s.session.Do(c)
	s.render()
	return changed
}

// render shows what the session says: to the room and on the console.
func (s *Stage) render() {
	if s.session == nil || s.closed {
		return
	}
	s.count()
	room := s.session.Room()
	s.show(s.windows.room, room, fyne.Size{})
	s.console.show()
	s.over.show()
	s.windows.arrange()
	s.keep(false)
	s.idle()
	s.idle = task.After(pause, s.ahead)
}

// pause is how long after a step the next one is laid out: the frame with the
// step is drawn by then.
const pause = 40 * time.Millisecond

// ahead lays out what the presenter most likely asks for next, while nobody
// waits for it.
func (s *Stage) ahead() {
	if s.session == nil || s.closed || s.ctx.Err() != nil {
		return
	}
	at := s.session.At().Step
	s.countStep(at + 1)
	s.countStep(at - 1)
	s.console.coming()
}

// learn measures what is to be shown, so little at a time that nobody waits for it.
func (s *Stage) learn(l *scene.Lesson) {
	s.learning = task.After(12*time.Millisecond, func() {
		if !s.closed && l.Learn(3*time.Millisecond) {
			s.learn(l)
		}
	})
}

// show shows a scene; as is the size it is laid out for.
func (s *Stage) show(v *scene.View, at brief.Scene, as fyne.Size) {
	slide, view, o := s.picture(at)
	o.As = as
	v.Set(slide, view, o)
}

// picture is what a scene looks like.
func (s *Stage) picture(at brief.Scene) (slide brief.Slide, view int, o scene.Options) {
	o = scene.Options{Share: s.share, Zoom: at.Zoom, Spotlight: at.Spotlight, Heading: s.shown.Title}
	switch at.Kind {
	case brief.BlackScene:
		o.Cover = scene.Black
	case brief.HiddenScene, brief.EmptyScene:
		o.Cover = scene.Titled
	case brief.AnswerScene:
		slide, view = s.answered, at.Detail
	default:
		o.Original = at.Kind == brief.OriginalScene
		slide, view = s.slides[at.Place.Step], at.Place.View
		if o.Original || o.Zoom {
			view = at.Detail
		}
	}
	if s.tooHigh(slide.Marking) { // it was marked while the presentation went on
		o.Cover, o.Original, o.Zoom = scene.Titled, false, false
	}
	return slide, view, o
}

// tooHigh reports whether the room may not see what carries a marking.
func (s *Stage) tooHigh(m data.Marking) bool {
	return s.shown.Level != data.Unmarked && m.Above(s.shown.Level)
}

// count tells the session how many views things take on the room's display: the
// step it is at, and what is shown instead of it.
func (s *Stage) count() {
	s.countStep(s.session.At().Step)
	if s.session.Detailed() && len(s.slides) > 0 {
		slide, _, o := s.picture(s.session.Preview())
		s.session.SetDetails(s.plans.Count(slide, s.windows.roomSize(), o))
	}
}

// countStep tells the session how many views a step takes; one that is not there
// is left alone.
func (s *Stage) countStep(step int) {
	size := s.windows.roomSize()
	if s.counted == nil || s.countFor != size {
		s.counted, s.countFor = make(map[int]int), size
	}
	if step < 0 || step >= len(s.slides) {
		return
	}
	n, ok := s.counted[step]
	if !ok {
		slide, _, o := s.picture(brief.Scene{Kind: brief.StepScene, Place: brief.Place{Step: step}})
		n = s.plans.Count(slide, size, o)
		s.counted[step] = n
	}
	s.session.SetViews(step, n)
}

// resize changes the share of the height that body type has.
func (s *Stage) resize(by float32) {
	s.share = min(max(s.share*by, scene.Floor), scene.Largest)
	s.counted = nil
	s.render()
}
