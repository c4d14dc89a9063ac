package split

import "lectern/data"

// rate decides which part the speaker of an act plays, from the words around the
// source, from what was learned of the speaker before, and from where in the
// report the speaker comes in.
func (d *doc) rate(a *act) {
	role, why := d.wordsRole(a)
	if a.named {
		if known := d.people.roleOf(a.speaker); known != data.UnknownRole && (role == data.UnknownRole || role == data.Party && known != data.Party) {
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
		d.people.plays(a.speaker, role)
	}
}

// description is what the words of a source say about who it is.
type description struct {
	outside, office, receive, opposed string
	scholar                           bool // of a university or an institute
}

func (d *doc) describe(a *act) description {
	var x description
	first := func(s *string, w string) {
		if *s == "" {
			*s = w
		}
	}
	for _, r := range a.source {
		for i := r.first; i < r.last; i++ {
			t := d.toks[i]
			switch {
			case t.is(outsider):
				first(&x.outside, t.low)
			case t.is(official):
				first(&x.office, t.low)
			case t.is(receiver):
				first(&x.receive, t.low)
			}
			switch t.low {
			case "опозиція", "опозиції", "оппозиция", "оппозиции", "спілка", "профспілка", "профсоюз", "союзники",
				"shadow", "opposition", "caucus", "coalition", "union", "unions", "charity", "charities", "advocates", "activist", "campaigner":
				first(&x.opposed, t.low)
			case "university", "institute", "college", "school", "інститут", "інституту", "університет", "університету",
				"институт", "института", "университет", "университета":
				x.scholar = true
			case "chance", "odds", "forecast":
				if a.named {
					first(&x.outside, t.low) // who put the chance at one in three
				}
			case "там":
				first(&x.office, t.low)
			case "percent":
				first(&x.receive, t.low) // 63 percent said
			}
		}
	}
	return x
}

// wordsRole reads the words of the source itself.
func (d *doc) wordsRole(a *act) (data.SpeakerRole, string) {
	x := d.describe(a)
	leads := x.office == "director" || x.office == "executive" || x.office == "source"
	switch {
	case x.outside != "" && d.studied && !a.named:
		return data.Party, x.outside
	case x.opposed != "" && a.sentence > 2:
		return data.Responder, x.opposed
	case x.outside != "" && (x.office == "" || leads):
		return data.Judge, x.outside
	case x.outside == "strategist" || x.outside == "pollster" || x.outside == "professor":
		return data.Party, x.office // a campaign's own, a panel's chairman
	case x.scholar && a.named && (x.office == "" || x.office == "director"):
		return data.Judge, "university"
	case x.receive != "" && x.office == "":
		return data.Responder, x.receive
	case x.outside != "":
		return data.Judge, x.outside
	case x.office != "":
		return data.Party, x.office
	}
	return data.UnknownRole, ""
}

// newcomer tells whether a speaker comes in only to receive the news: first
// named after the report turned to its reception, or in feeling words late.
func (d *doc) newcomer(a *act) (string, bool) {
	first := a.sentence
	if len(a.source) > 0 {
		first = d.firstSeen(a)
	}
	if d.turned > 0 && first >= d.turned && a.sentence < d.turnedTo {
		return d.turnedBy, true
	}
	if first < 4 || a.sentence < 5 {
		return "", false
	}
	for _, r := range a.content {
		for i := r.first; i < r.last; i++ {
			if t := d.toks[i]; t.is(feels) || t.low == "criticism" || t.low == "backlash" || t.low == "outcry" {
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

// firstSeen is the sentence in which an act's source was first named.
func (d *doc) firstSeen(a *act) int {
	first := a.sentence
	if n, ok := d.people.firstOf(a.speaker); ok {
		first = min(first, n)
	}
	for i := a.source[0].first; i < a.source[0].last; i++ {
		if d.nameWord(i) && !d.toks[i].is(body|place|official) {
			if n, ok := d.mentioned[d.name(i, i+1)]; ok {
				first = min(first, n)
			}
		}
	}
	return first
}
