package judge

import (
	"slices"
	"strconv"

	"lectern/data"
)

// The patterns of the hashed features. Their numbers are part of a model file:
// add at the end, change none.
const (
	patWord = iota + 1
	patPair
	patFirst
	patFirstTwo
	patStem
	patEnding
	patFact
	patBefore
	patAfter
	patLast
	patFrame
	patListed
	patListedNext
)

// facts collects a sentence's hashed features.
type facts struct{ out []uint64 }

func (f *facts) add(pattern uint64, parts ...uint64) {
	h := mix(parts...)
	f.out = append(f.out, mix(pattern, h))
}

func (f *facts) say(s string) { f.add(patFact, hashWord(s)) }

// wording adds the words and pairs of a sentence, its beginning, and stems that
// join the forms of a word.
func (f *facts) wording(ws []word) {
	const edge = 0x5bd1e995
	for i, w := range ws {
		f.add(patWord, w.hash)
		before := uint64(edge)
		if i > 0 {
			before = ws[i-1].hash
		}
		f.add(patPair, before, w.hash)
		if len(w.low) > 5 {
			f.add(patStem, hashWord(w.low[:5]))
			f.add(patEnding, hashWord(w.low[len(w.low)-3:]))
		}
	}
	if len(ws) > 0 {
		f.add(patFirst, ws[0].hash)
		f.add(patLast, ws[len(ws)-1].hash)
	}
	if len(ws) > 1 {
		f.add(patFirstTwo, ws[0].hash, ws[1].hash)
	}
}

// alone is what a sentence by itself tells about how sure it is.
func (p *page) alone(i int) []uint64 {
	x := &p.says[i]
	f := facts{make([]uint64, 0, 8*len(x.words)+16)}
	f.wording(x.words)
	f.frames(x.words)
	f.listed(p, x.words, "hedges", "weasels")
	f.read(x)
	n := min(len(x.Hedges), 3)
	f.say("hedges " + strconv.Itoa(n))
	for _, h := range x.Hedges {
		f.say("hedge " + string(h.Kind))
		f.say("hedge " + fold(h.In(p.text)))
	}
	slices.Sort(f.out)
	f.out = slices.Compact(f.out)
	if len(x.words) > 0 {
		f.say("length " + strconv.Itoa(min(len(x.words)/8, 6)))
	}
	return f.out
}

// read adds what the splitter below made of the sentence.
func (f *facts) read(x *saying) {
	f.say("rule " + x.Reason.Rule)
	f.say("speech " + strconv.FormatBool(x.Speech))
	f.say("uncertain " + strconv.FormatBool(x.Uncertain))
	f.say("quotes " + quoteShape(x))
}

// quoteShape tells how much of a sentence stands in quotation marks.
func quoteShape(x *saying) string {
	s := "none"
	switch {
	case x.inQuotes > 0.95:
		s = "all"
	case x.inQuotes > 0.4:
		s = "most"
	case x.inQuotes > 0.12:
		s = "some"
	case x.inQuotes > 0:
		s = "few"
	}
	if x.begins {
		s = "into " + s
	}
	if x.ends {
		s += " onward"
	}
	return s
}

// together is what a sentence tells with those around it and the attributions in it.
func (p *page) together(i int) []uint64 {
	x := &p.says[i]
	f := facts{make([]uint64, 0, 8*len(x.words)+48)}
	f.wording(x.words)
	f.listed(p, x.words, "verbs")
	f.read(x)
	for _, n := range x.acts {
		a := &p.r.Attributions[n]
		f.say("form " + a.Reason.Rule)
		f.say("kind " + string(a.Kind))
		f.say("role " + string(a.Role))
		for _, c := range a.Cue {
			if x.Overlaps(c) {
				f.say("cue " + fold(c.In(p.text)))
				f.say("cue " + a.Reason.Rule + " " + fold(c.In(p.text)))
			}
		}
		if len(a.Content) > 0 && !overlaps(x.Span, a.Cue) {
			f.say("content runs on")
		}
	}
	if len(x.acts) == 0 {
		f.say("nobody speaks")
	}
	f.say("place " + place(i, len(p.says)))
	f.around(p, i-1, "before ")
	f.around(p, i+1, "after ")
	return f.out
}

func overlaps(s data.Span, spans []data.Span) bool {
	for _, o := range spans {
		if s.Overlaps(o) {
			return true
		}
	}
	return false
}

// place is where in the report a sentence stands, roughly.
func place(i, n int) string {
	switch {
	case i < 4:
		return "first " + strconv.Itoa(i)
	case i >= n-2:
		return "end"
	}
	return "part " + strconv.Itoa(4*i/n)
}

// around adds what is known of a neighbour.
func (f *facts) around(p *page, i int, where string) {
	if i < 0 || i >= len(p.says) {
		f.say(where + "none")
		return
	}
	x := &p.says[i]
	f.say(where + "rule " + x.Reason.Rule)
	f.say(where + "speech " + strconv.FormatBool(x.Speech))
	f.say(where + "quotes " + quoteShape(x))
	if len(x.words) > 0 {
		f.add(patBefore, hashWord(where), x.words[0].hash)
	}
}
