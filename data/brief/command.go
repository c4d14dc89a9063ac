package brief

// Command is what a presenter can ask for.
type Command string

const (
	Forward   Command = "forward"
	Back      Command = "back"
	First     Command = "first"
	Last      Command = "last"
	Black     Command = "black"     // on and off
	Freeze    Command = "freeze"    // the room keeps what it sees while the presenter looks elsewhere
	Hide      Command = "hide"      // on and off
	Overview  Command = "overview"  // all steps, on the console
	Original  Command = "original"  // the report at that spot, and back
	Zoom      Command = "zoom"      // the quotation alone, as large as it fits
	Spotlight Command = "spotlight" // all but the quotation dimmed
	Leave     Command = "leave"     // the latest special state
)

// Do does what the presenter asks for, and reports whether anything changed. A
// step forward or back first ends what covers the screen, so that nobody moves on
// unseen.
func (s *Session) Do(c Command) bool {
	before, at, overview, frozen := s.Room(), s.at, s.overview, s.frozen
	switch c {
	case Forward, Back:
		s.step(c)
	case First:
		s.GoTo(0)
	case Last:
		s.GoTo(len(s.brief.Steps) - 1)
	case Black:
		s.black, s.hidden = !s.black, false
	case Hide:
		s.hidden, s.black = !s.hidden, false
	case Freeze:
		s.freeze()
	case Overview:
		s.overview = !s.overview
	case Original:
		s.original = s.quotes() && !s.original && s.answer == nil
		s.detail, s.details = 0, 1
	case Zoom:
		s.zoom = !s.zoom && s.words()
		s.detail, s.details = 0, 1
	case Spotlight:
		s.spotlight = !s.spotlight && s.words()
	case Leave:
		s.leave()
	}
	s.note()
	return before != s.Room() || at != s.at || overview != s.overview || frozen != s.frozen
}

func (s *Session) step(c Command) {
	switch {
	case s.black || s.hidden:
		s.black, s.hidden = false, false
		return
	case s.Detailed() && c == Forward && s.detail+1 < s.details:
		s.detail++
		return
	case s.Detailed() && c == Back && s.detail > 0:
		s.detail--
		return
	case s.answer != nil || s.original:
		s.answer, s.original, s.zoom, s.detail = nil, false, false, 0
		if c == Back {
			return
		}
	}
	to, ok := s.Next()
	if c == Back {
		to, ok = s.previous()
	}
	if ok {
		s.at, s.zoom, s.spotlight, s.detail = to, false, false, 0
	}
}

func (s *Session) freeze() {
	if s.frozen != nil {
		s.frozen = nil
		return
	}
	now := s.Preview()
	s.frozen = &now
}

// leave ends the latest special state: what is asked on the console first, then
// what changes the view, then what covers it.
func (s *Session) leave() {
	for _, on := range []*bool{&s.overview, &s.spotlight, &s.zoom} {
		if *on {
			*on = false
			s.detail = 0
			return
		}
	}
	switch {
	case s.answer != nil:
		s.answer, s.detail = nil, 0
	case s.original:
		s.original, s.detail = false, 0
	case s.black || s.hidden:
		s.black, s.hidden = false, false
	default:
		s.frozen = nil
	}
}

// quotes reports whether the step shown stands in a report.
func (s *Session) quotes() bool {
	return len(s.brief.Steps) > 0 && len(s.brief.Steps[s.at.Step].Quotes()) > 0
}

// words reports whether what is shown has a quotation to zoom or to light up:
// cards, notes and reports as a whole have none.
func (s *Session) words() bool {
	if s.answer != nil {
		return true
	}
	return s.quotes() && s.brief.Steps[s.at.Step].Main.Len() > 0
}

// GoTo goes to the beginning of a step, counted from 0. One that is not there is
// left alone.
func (s *Session) GoTo(step int) bool {
	if step < 0 || step >= len(s.brief.Steps) {
		return false
	}
	s.at = Place{Step: step}
	s.original, s.zoom, s.spotlight, s.overview, s.answer, s.detail = false, false, false, false, nil, 0
	s.note()
	return true
}

// Answer shows the room what somebody asked for. Leave returns to the exact
// place. It ends black and hide, and lets go of a freeze: who sends an answer
// wants it seen.
func (s *Session) Answer(a Answer) {
	s.answer, s.original, s.zoom, s.spotlight, s.detail, s.details = &a, false, false, false, 0, 1
	s.black, s.hidden, s.frozen, s.overview = false, false, nil, false
	s.note()
}

// Answering reports whether the room is shown an answer.
func (s *Session) Answering() bool { return s.answer != nil }

// Looking reports whether the presenter looks at the overview.
func (s *Session) Looking() bool { return s.overview }

// Frozen, Blacked and Covered report what the room is kept from.
func (s *Session) Frozen() bool  { return s.frozen != nil }
func (s *Session) Blacked() bool { return s.black }
func (s *Session) Covered() bool { return s.hidden }
