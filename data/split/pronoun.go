package split

import (
	"sort"
	"strings"
)

// pronoun resolves token i where it is one; ok tells that.
func (d *doc) pronoun(i int) (name string, known, ok bool) {
	t := d.toks[i]
	low := t.low
	if low == "" {
		// He’ll and I'm are one word here.
		if k := strings.IndexAny(d.text[t.start:t.end], "'’"); k > 0 {
			low = strings.ToLower(d.text[t.start : t.start+k])
		}
	}
	switch low {
	case "he", "his", "him", "himself", "він", "он", "його", "его":
		return d.meant(he, i), true, true
	case "she", "her", "hers", "herself", "вона", "она", "її", "ее", "её":
		return d.meant(she, i), true, true
	case "they", "their", "them", "вони", "они", "їх", "їхню", "їхнім", "їхніми", "их":
		return d.those(i), t.is(person), true
	case "it", "its":
		return d.that(i), false, true
	case "who", "which", "whom", "хто", "кто", "який", "яка", "які", "который", "которая", "которые":
		name := d.before(i)
		return name, name != "" || low == "who", true
	case "i", "we", "you", "us", "я", "ми", "мы":
		return "", true, true
	case "both", "each", "this", "these", "one", "none", "whose":
		return "", false, true
	}
	return "", false, false
}

// meantBy is the person a pronoun at token at means: of those whom the report spoke
// of just before and who can be he or she, the one it spoke of most prominently
// and last. none where no one stands out.
func (d *doc) meantBy(g gender, at int) int {
	p, s := &d.people, d.sentOf(at)
	best, most := none, faint
	tried := map[int]bool{}
	for _, list := range [...][]mention{p.spoken, p.mentions} {
		from := sort.Search(len(list), func(i int) bool { return list[i].first >= at })
		for k := from - 1; k >= 0 && k >= from-80 && s-list[k].sent <= 9; k-- {
			who := list[k].who
			if tried[who] {
				continue
			}
			tried[who] = true
			x := &p.all[who]
			if x.gender != unsaid && g != unsaid && x.gender != g {
				continue
			}
			score := p.salience(who, at, s)
			if x.gender == unsaid {
				score *= 0.8
			}
			if !x.sure {
				score *= 0.3
			}
			if score > most {
				best, most = who, score
			}
		}
	}
	return best
}

// meant is the name of whom a pronoun means.
func (d *doc) meant(g gender, at int) string {
	who := d.meantBy(g, at)
	if who == none {
		return ""
	}
	d.speaks(who, at)
	return d.people.all[who].name
}

// those is the last source of several, and never a body.
func (d *doc) those(at int) string {
	s := d.sentOf(at)
	for k := len(d.people.voices) - 1; k >= max(0, len(d.people.voices)-mostVoices); k-- {
		v := &d.people.voices[k]
		if v.plural && s-v.sent <= 2 && s >= v.sent {
			return v.words
		}
	}
	return ""
}

// that is the last body or paper that spoke.
func (d *doc) that(at int) string {
	s := d.sentOf(at)
	best, sent := "", -1
	for k := len(d.people.bodies) - 1; k >= max(0, len(d.people.bodies)-mostVoices); k-- {
		if b := d.people.bodies[k]; s-b.sent <= 2 && s >= b.sent {
			best, sent = b.name, b.sent
			break
		}
	}
	for k := len(d.people.voices) - 1; k >= max(0, len(d.people.voices)-mostVoices); k-- {
		if v := &d.people.voices[k]; v.thing && !v.plural && s-v.sent <= 2 && s >= v.sent && v.sent > sent {
			return v.words
		}
	}
	return best
}

// before is whom a relative pronoun means: the name that it follows.
func (d *doc) before(i int) string {
	end := i
	for end > 0 && (d.toks[end-1].kind == comma || d.toks[end-1].is(prep)) {
		end--
	}
	for _, m := range d.people.between(max(0, end-8), i) {
		if m.last == end {
			d.speaks(m.who, i)
			return d.people.all[m.who].name
		}
	}
	first := end
	for first > 0 && end-first < 6 && d.inSent[first-1] == d.inSent[i] && d.nameWord(first-1) {
		first--
	}
	if first < end && d.isBody(first, end) {
		return d.name(first, end) // the Tarn Council, which said
	}
	return ""
}
