package stage

import (
	"fyne.io/fyne/v2"

	"lectern/app/ui/scene"
	"lectern/data"
	"lectern/data/brief"
)

// do does what the presenter asks for and shows it.
func (s *Stage) do(c brief.Command) bool {
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
// step it is at, those beside it, and what is shown instead of it.
func (s *Stage) count() {
	size := s.windows.roomSize()
	if s.counted == nil || s.countFor != size {
		s.counted, s.countFor = make(map[int]int), size
	}
	at := s.session.At().Step
	for i := at - 1; i <= at+1; i++ {
		if i < 0 || i >= len(s.slides) {
			continue
		}
		n, ok := s.counted[i]
		if !ok {
			n = scene.Count(s.setter, s.slides[i], size, scene.Options{Share: s.share})
			s.counted[i] = n
		}
		s.session.SetViews(i, n)
	}
	if s.session.Detailed() && len(s.slides) > 0 {
		slide, _, o := s.picture(s.session.Preview())
		s.session.SetDetails(scene.Count(s.setter, slide, size, o))
	}
}

// resize changes the share of the height that body type has.
func (s *Stage) resize(by float32) {
	s.share = min(max(s.share*by, scene.Floor), scene.Largest)
	s.counted = nil
	s.render()
}
