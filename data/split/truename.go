package split

import (
	"strings"

	"lectern/data"
)

// spellings tell in which ways a report writes the words that stand where every
// word has a capital.
type spellings struct {
	inner map[string]bool // with a capital inside a sentence
	small map[string]bool // in small letters
}

// spelled reads all of the report once, when first asked.
func (d *doc) spelled() *spellings {
	if d.spellings != nil {
		return d.spellings
	}
	s := &spellings{map[string]bool{}, map[string]bool{}}
	for i, t := range d.toks {
		switch w := d.text[t.start:t.end]; {
		case t.kind != word || t.caps && len(w) > longestAcronym:
		case !t.upper:
			s.small[w] = true
		case !d.opensClause(i):
			s.inner[w] = true
		}
	}
	d.spellings = s
	return s
}

// longestAcronym bounds what may be one: UNESCO is, CORRECTION is not.
const longestAcronym = 6

// opensClause tells whether any word has a capital at token i: first in its
// sentence, in a heading, and after a mark.
func (d *doc) opensClause(i int) bool {
	x := d.sents[d.inSent[i]]
	if i <= x.first || x.kind != data.Body {
		return true
	}
	switch d.toks[i-1].kind {
	case opens, colon, stop, dash, left:
		return true
	}
	return false
}

// trueName tells whether a single word with a capital is a name, and not an
// ordinary word that opens its sentence or shouts.
func (d *doc) trueName(i int) bool {
	t := d.toks[i]
	w := d.text[t.start:t.end]
	low := strings.ToLower(w)
	switch {
	case t.is(calendar) || countWord(low):
		return false
	case t.is(place | media | body):
		return true
	case givenNames[low] != unsaid, d.spelled().inner[w]:
		return true
	case t.caps && len(w) > longestAcronym:
		return false
	case d.spelled().small[low]:
		return false
	case !d.opensClause(i):
		return true
	}
	return t.bits == 0 && (t.caps || !ordinary(low))
}

// ordinary tells of a word in small letters that is no name by its look.
func ordinary(w string) bool {
	for _, e := range [...]string{"ing", "ly", "tion", "tions", "ment", "ments", "ness", "ists", "ers", "ants", "ents", "ians", "ives", "ors", "ees"} {
		if strings.HasSuffix(w, e) && len(w) > len(e)+2 {
			return true
		}
	}
	return labels[w] || describing[w]
}

// countWord tells whether a word in small letters is a number.
func countWord(w string) bool {
	w, _, _ = strings.Cut(w, "-")
	switch w {
	case "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen",
		"seventeen", "eighteen", "nineteen", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety", "hundred", "hundreds", "dozen",
		"dozens", "thousands", "millions", "half", "two-thirds":
		return true
	}
	return false
}

func wordSet(list string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(list) {
		m[w] = true
	}
	return m
}

// labels stand before a colon and speak for nobody.
var labels = wordSet(`analysis breaking clarification correction corrected editorial exclusive explainer factbox fact feature gallery graphic health
	live latest live-blog news note opinion photos podcast profile quiz recap related review summary timeline update updated video watch weather
	q a faq disclaimer disclosure advertisement sponsored topics tags source-box`)

// describing words say how something is, and who speaks is never one alone.
var describing = wordSet(`big small new old good bad great high low long short early late more less most least other another such same different next last
	first second third best worst better worse much many-fold free full open clear sure true false real right wrong ready hard easy possible likely
	here there now then why how when where what unlike like meanwhile however instead still yet thus also even only just maybe perhaps`)

// nobody tells whether a source of one word is no one who speaks: a label, a
// number, a day, a word that only describes.
func (d *doc) nobody(first, head int) bool {
	t := d.toks[first]
	low := strings.ToLower(d.text[t.start:t.end])
	switch low {
	case "my", "your", "our", "that", "any", "such", "what":
		return head == first+1
	case "whose":
		return true
	}
	if e := d.toks[head-1].low; e == "whom" || e == "whose" {
		return true // many of whom
	}
	if head > first+1 && t.is(det) {
		first++ // The Latest
	}
	if head != first+1 {
		return false
	}
	t = d.toks[first]
	low = strings.ToLower(d.text[t.start:t.end])
	if t.is(calendar) || describing[low] || t.kind != word {
		return true
	}
	named := head < len(d.toks) && d.toks[head].kind == colon
	return named && !t.is(outsider|official|receiver|pollword) && (labels[low] || t.caps && !d.trueName(first))
}
