package split

import "lectern/data"

// genre tells what sort of report this is, from its own voice: an opinion piece
// argues, addresses its reader and quotes few; a report on a study has its
// researchers in the headline or the first sentence, where they are the party
// and not outside judges; an analysts' paper says how likely things are, and
// says "we".
func (d *doc) genre() {
	bodies, own, spoken, told := 0, 0, 0, 0
	early, likely := 0, 0
	for s, x := range d.sents {
		if x.kind == data.Notice {
			continue
		}
		if early++; early <= 2 {
			for i := x.first; i < x.last; i++ {
				if t := d.toks[i]; t.low == "scientists" || t.low == "researchers" || t.low == "study" || t.low == "scholars" {
					d.studied = true
				}
			}
		}
		bodies++
		likely += d.oddsIn(s)
		voice, quotes, says := d.voice(s)
		own += voice
		if quotes {
			spoken++
		}
		if says {
			told++
		}
	}
	d.assessment = bodies >= 8 && likely >= 4 && likely*25 >= bodies && own*8 >= bodies
	d.opinion = !d.assessment && bodies >= 8 && own*12 >= bodies*5 && (spoken+told)*3 <= bodies
}

// oddsIn counts what sentence s says, outside quotations, of how likely things are.
func (d *doc) oddsIn(s int) int {
	n := 0
	x := d.sents[s]
	for i := x.first; i < x.last; i++ {
		if hint, end := phraseAt(d.toks[:x.last], i); hint == odds && d.quoted[i] < 0 {
			n++
			i = end - 1
		}
	}
	return n
}

// voice counts the marks of an arguing voice in sentence s outside quotations,
// and tells whether anybody is quoted or retold in it.
func (d *doc) voice(s int) (own int, quotes, says bool) {
	x := d.sents[s]
	for i := x.first; i < x.last; i++ {
		t := d.toks[i]
		if q := d.quoted[i]; q >= 0 && d.quotes[q].spoken {
			quotes = true
			continue
		}
		switch t.low {
		case "i", "we", "our", "you", "your", "us", "my", "should", "must":
			own++
		}
		if t.is(values) && !t.upper || t.kind == stop && d.text[t.start] == '?' {
			own++
		}
		if t.is(aloud) && t.low != "tell" && t.low != "say" {
			says = true
		}
	}
	return own, quotes, says
}
