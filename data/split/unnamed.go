package split

import (
	"strings"

	"lectern/data"
)

// voiceless is a source without a name, in the report's own words.
type voiceless struct {
	office
	words  string
	plural bool
	thing  bool // a paper or a body, which "it" may mean
	sent   int
	known  bool // head and words could be told
}

// mostVoices bounds how far back words are taken up again.
const mostVoices = 40

// hear notes a source without a name of its own.
func (d *doc) hear(v voiceless) { d.people.voices = append(d.people.voices, v) }

// unnamed is the report's own words for a source that it does not name. "The
// official" is who was "a senior official" before, if only one was.
func (d *doc) unnamed(first, head int) string {
	if d.nobody(first, head) {
		return ""
	}
	words := strings.Join(strings.Fields(d.text[d.toks[first].start:d.toks[head-1].end]), " ")
	v := voiceless{words: words, sent: d.sentOf(first)}
	noun := d.nounOf(first, head)
	v.thing = d.toks[noun].is(paper|body|media|pollword) && !d.toks[noun].is(outsider|receiver)
	v.plural = d.plural(noun)
	v.office, v.known = d.describedAs(first, head)
	if v.known && d.toks[first].low == "the" {
		v.words = d.sameVoice(v)
	}
	if d.sents[v.sent].kind != data.Headline {
		d.hear(v)
	}
	return v.words
}

// sameVoice is how a source was described before that is now taken up with "the",
// in as many words or fewer; its words stay where several could be meant.
func (d *doc) sameVoice(v voiceless) string {
	same, equal := none, false
	for k := max(0, len(d.people.voices)-mostVoices); k < len(d.people.voices); k++ {
		w := &d.people.voices[k]
		if !w.known || w.words == v.words || w.plural != v.plural || !w.fits(v.office) {
			continue
		}
		e := w.equals(v.office)
		switch {
		case same == none || e && !equal:
			same, equal = k, e
		case e == equal && d.people.voices[same].words != w.words:
			return v.words
		}
	}
	if same == none {
		return v.words
	}
	return d.people.voices[same].words
}

// describedAs takes any noun phrase apart as officeOf does an office.
func (d *doc) describedAs(first, head int) (office, bool) {
	noun := d.nounOf(first, head)
	if d.toks[noun].kind != word || d.toks[noun].upper && noun > first {
		return office{}, false
	}
	o := office{head: d.stem(noun)}
	for i := first; i < head; i++ {
		if t := d.toks[i]; i != noun && t.kind == word && !t.is(det|prep) {
			o.words = append(o.words, strings.ToLower(d.text[t.start:t.end]))
		}
	}
	return o, true
}

// nounOf is the head noun of a phrase: the word before its first preposition.
func (d *doc) nounOf(first, head int) int {
	for i := first + 1; i < head; i++ {
		if t := d.toks[i]; t.is(prep) && !t.upper || t.kind != word || t.low == "who" || t.low == "familiar" || t.low == "close" {
			return i - 1
		}
	}
	return head - 1
}

// plural tells whether a noun means several.
func (d *doc) plural(i int) bool {
	t := d.toks[i]
	if d.cyrillic(i) {
		w := d.text[t.start:t.end]
		return strings.HasSuffix(w, "и") || strings.HasSuffix(w, "і") || strings.HasSuffix(w, "ы") || strings.HasSuffix(w, "ці") || strings.HasSuffix(w, "ів")
	}
	w := strings.ToLower(d.text[t.start:t.end])
	return strings.HasSuffix(w, "s") && !strings.HasSuffix(w, "ss") && !strings.HasSuffix(w, "us") || w == "people" || w == "police" || w == "women" || w == "men"
}
