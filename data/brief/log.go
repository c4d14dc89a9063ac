package brief

import "lectern/data"

// note writes down what the room sees, once for each step or answer.
func (s *Session) note() {
	now := s.Room()
	if now.Kind != StepScene && now.Kind != AnswerScene && now.Kind != OriginalScene {
		return
	}
	if now.Place.Step == s.last.Place.Step && now.Answer == s.last.Answer && len(s.log) > 0 {
		return
	}
	s.last = now
	if a := now.Answer; a != nil {
		s.log = append(s.log, data.Showing{At: s.clock().UTC(), Question: a.Question, Quotes: a.Quotes, Title: title(a.Quotes)})
		return
	}
	step := s.brief.Steps[now.Place.Step]
	shown := data.Showing{At: s.clock().UTC(), Step: step.ID, Number: now.Place.Step + 1, Kind: step.Kind, Quotes: step.Quotes(),
		Title: step.Title}
	if len(shown.Quotes) == 0 {
		shown.Words = step.Words
	}
	if shown.Title == "" {
		shown.Title = title(shown.Quotes)
	}
	s.log = append(s.log, shown)
}

func title(quotes []data.Quote) string {
	if len(quotes) == 0 {
		return ""
	}
	return quotes[0].Title
}

// Minutes is what the room has been shown so far, in order. On what it saw it is
// for the stage to say.
func (s *Session) Minutes() data.Presentation {
	return data.Presentation{Brief: s.brief.ID, Title: s.brief.Title, Began: s.began.UTC(), Ended: s.clock().UTC(),
		Withheld: s.withheld, Showings: s.log}
}
