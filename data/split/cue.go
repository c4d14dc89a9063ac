package split

import (
	"strings"

	"lectern/data"
)

// cueRun is a cue with its helpers, and where its head stands.
type cueRun struct {
	run
	head int
	bits bits
}

// cueAt tells whether token i is used as a verb of saying, and what belongs to it.
func (d *doc) cueAt(s, i int) (cueRun, bool) {
	x := d.sents[s]
	t := d.toks[i]
	c := cueRun{run{i, i + 1}, i, t.bits}
	if t.upper && i > x.first && x.kind != data.Headline && d.toks[i-1].kind == word && d.toks[i-1].upper {
		return c, false // part of a name: the Post
	}
	if strings.HasPrefix(t.low, "point") {
		if i+1 >= x.last || d.toks[i+1].low != "out" {
			return c, false
		}
		c.last++
	}
	// Helpers and adverbs before the verb belong to it.
	k := i
	for k > x.first && d.toks[k-1].kind == word && (d.toks[k-1].is(adverb) || d.toks[k-1].is(helper) || d.toks[k-1].low == "to") &&
		!(d.toks[k-1].upper && d.toks[k-1].is(calendar)) {
		if d.toks[k-1].is(helper) {
			c.first = k - 1
		}
		k--
	}
	var prev token
	if k > x.first {
		prev = d.toks[k-1]
	} else {
		prev.kind = stop
	}
	helped := c.first < i
	direct := token{}
	if i > x.first {
		direct = d.toks[i-1]
	}
	if i+1 < x.last && (t.low == "asked" && d.toks[i+1].low == "not" || t.is(vow) && d.toks[i+1].low == "to" && i+2 < x.last && d.toks[i+2].low == "be") {
		return c, false // asked not to be named: how it was said, not what
	}
	if direct.low == "to" {
		return d.chained(s, c)
	}
	if t.is(ing) {
		if helped && !direct.is(ing) {
			return c, true
		}
		return c, prev.kind == comma || prev.kind == closes || prev.is(joins) || prev.kind == word && t.is(say) && !t.is(nounish)
	}
	if t.is(nounish) {
		if direct.kind == word && direct.is(det|prep) && !direct.is(pronoun&^det) || direct.kind == clitic || direct.kind == number {
			return c, false
		}
		// "the latest talks", "a press report": an unknown word before it makes it
		// a noun, unless what was said follows at once.
		says := i+1 < x.last && (d.toks[i+1].low == "that" || d.toks[i+1].kind == opens)
		if plain := direct.kind == word && direct.bits == 0 && !direct.upper; plain && !says &&
			(last(d.text, t) == 's' || t.is(base) && last(d.text, direct) != 's') {
			return c, false
		}
	}
	if t.is(base) && !helped {
		plural := prev.is(pronoun) || prev.kind == word && last(d.text, prev) == 's' || prev.is(receiver|outsider|official) || prev.low == "people" ||
			prev.kind == comma || prev.kind == closes || x.kind == data.Headline
		if !plural && !hasFinite(t) {
			return c, false
		}
	}
	if prev.kind == word && prev.is(prep|det) && !prev.is(pronoun) && k == i {
		return c, false
	}
	if d.passive(c, prev) {
		c.bits |= passive
	}
	return c, true
}

// passive tells whether a cue has a source after "by" or none at all: "was
// criticised by", "reported as".
func (d *doc) passive(c cueRun, prev token) bool {
	next := token{}
	if c.last < len(d.toks) {
		next = d.toks[c.last]
	}
	if prev.kind == comma && (next.low == "as" || next.low == "by") {
		return true
	}
	for k := c.first; k < c.head; k++ {
		switch d.toks[k].low {
		case "is", "are", "was", "were", "been", "being", "be":
			return d.toks[c.head].bits&(base|ing) == 0
		}
	}
	return false
}

// hasFinite tells whether a bare form is a past form too: read, put, forecast.
func hasFinite(t token) bool { return t.low == "forecast" || t.low == "read" }

// last is the final byte of a word, which only ASCII endings are asked of.
func last(text string, t token) byte {
	if t.end == 0 {
		return 0
	}
	return text[t.end-1]
}

// chained reads "went on to say", "declined to comment", "is expected to
// announce": the infinitive speaks when a verb of vowing or a motion carries it.
func (d *doc) chained(s int, c cueRun) (cueRun, bool) {
	k := c.head - 2
	if k <= d.sents[s].first {
		return c, false
	}
	if w := d.text[d.toks[k].start:d.toks[k].end]; w == "on" || w == "continued" || w == "continues" || w == "came" {
		c.first = k
		if w == "on" {
			c.first = k - 1
		}
		return c, true
	}
	return c, false
}
