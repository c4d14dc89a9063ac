package split

import "lectern/data"

// rate decides which part the speaker of an act plays, from the words around the
// source, from what was learned of the speaker before, and from where in the
// report the speaker comes in.
func (d *doc) rate(a *act) {
	p := &d.people
	role, why := d.wordsRole(a)
	if a.named {
		if known, ok := p.role[a.speaker]; ok && (role == data.UnknownRole || role == data.Party && known != data.Party) {
			a.role = known
			return
		}
	}
	if role == data.UnknownRole || role == data.Party {
		if w, ok := d.newcomer(a); ok {
			role, why = data.Responder, w
		}
	}
	a.role, a.why = role, why
	if a.named && role != data.UnknownRole && a.speaker != "" {
		p.role[a.speaker] = role
	}
}

// wordsRole reads the words of the source itself.
func (d *doc) wordsRole(a *act) (data.SpeakerRole, string) {
	var seen bits
	var outside, receive, office string
	scholar := false
	for _, r := range a.source {
		for i := r.first; i < r.last; i++ {
			t := d.toks[i]
			seen |= t.bits
			switch {
			case t.is(outsider) && outside == "":
				outside = t.low
			case t.is(official) && office == "":
				office = t.low
			case t.is(receiver) && receive == "":
				receive = t.low
			}
			switch t.low {
			case "university", "institute", "college", "school", "think", "foundation":
				scholar = scholar || t.low != "foundation" && t.low != "think"
			}
		}
	}
	switch {
	case outside != "" && (office == "" || office == "director" || office == "executive" || office == "source"):
		return data.Judge, outside
	case outside != "" && (outside == "strategist" || outside == "pollster" || outside == "professor"):
		return data.Party, office
	case scholar && a.named && (office == "director" || office == ""):
		return data.Judge, "university"
	case receive != "" && office == "":
		return data.Responder, receive
	case outside != "":
		return data.Judge, outside
	case office != "":
		return data.Party, office
	}
	return data.UnknownRole, ""
}

// newcomer tells whether a speaker comes in only to receive the news: first
// named after the report turned to its reception, or in feeling words late.
func (d *doc) newcomer(a *act) (string, bool) {
	if len(a.source) == 0 {
		return "", false
	}
	first, met := d.people.first[a.speaker]
	if !met {
		first = a.sentence
	}
	if d.turned > 0 && first >= d.turned && a.sentence < d.turnedTo {
		return d.turnedBy, true
	}
	if first < 4 || a.sentence < 5 {
		return "", false
	}
	for _, r := range a.content {
		for i := r.first; i < r.last; i++ {
			if d.toks[i].is(feels) {
				return d.toks[i].low, true
			}
		}
	}
	return "", false
}

// turn notes that sentence s brings the report to how the news was received.
func (d *doc) turn(s int, by string) {
	d.turned, d.turnedBy = s, by
	d.turnedTo = s + 9
	if d.sents[s].kind == data.Headline {
		d.turnedTo = len(d.sents)
		for n := s + 1; n < len(d.sents) && n < s+200; n++ {
			if d.sents[n].kind == data.Headline {
				d.turnedTo = n
				break
			}
		}
	}
}
