package split

import (
	"slices"
	"strings"
)

// bits is the set of parts that a word can play. A word may play several
// ("report" is a document and a way of saying); the words around it decide.
type bits uint64

const (
	say       bits = 1 << iota // takes a clause: said, argued, warned that
	tell                       // takes a listener, then a clause: told, assured
	judge                      // takes a thing spoken of: called, criticised, praised
	vow                        // takes "to": promised, refused, agreed
	think                      // a thought or wish: believes, hopes, wants
	show                       // a paper or a poll speaks: shows, found, suggests
	quiet                      // not speech by itself, even with a source
	ing                        // a form in -ing: hangs on another cue's source
	base                       // a bare form: needs a plural, a pronoun or a helper
	nounish                    // is as often a noun: claims, reports, calls
	helper                     // is, has, did, will, would
	adverb                     // also, later, repeatedly
	prep                       // in, on, at, of
	det                        // the, a, his, some
	pronoun                    // he, she, they, who: can be a source
	joins                      // and, or
	sub                        // but, because, while, after: opens a clause
	honour                     // Mr, President, Sen: stands before a name
	abbrev                     // a full stop after it ends no sentence
	shortened                  // a full stop after it rarely ends a sentence: Inc, Jan
	starter                    // a capital in it after a full stop means a new sentence
	outsider                   // analyst, expert, professor
	receiver                   // critics, residents, voters
	official                   // minister, spokesman, department
	paper                      // statement, letter, report, poll
	pollword                   // poll, survey, respondents
	calendar                   // Monday, January
	modal                      // may, might, could
	doubt                      // likely, unclear: doubt in the report's own voice
	approx                     // about, some, nearly
	weasel                     // reportedly, widely, allegedly
	ifword                     // if, unless, depends
	seems                      // seems, appears, suggests
	unknown                    // unclear, unknown, undisclosed
	greets                     // protest, backlash, cheered: a reception without words
	values                     // stunning, crucial, worst: the report's own judgement
	feels                      // disappointed, welcome, outrage: in a receiver's mouth
	body                       // Department, Committee, University: ends the name of no person
	person                     // he, she, I
	place                      // Washington, Kyiv: a government, or where it sits
	media                      // Reuters, Times, News: carries others' words
	aloud                      // spoken words beyond doubt: said, told, added
	toOnly                     // speaks only before "to": offered to, sought to
	loose                      // a thought that tells little: saw, knew, plans
	passive                    // set on a cue in its place, never in a list
)

// cue is every way of saying or thinking.
const cue = say | tell | judge | vow | think | show

// kind is what a token is made of.
type kind uint8

const (
	word   kind = iota
	number      // begins with a digit
	clitic      // 's, ’s
	opens       // an opening quotation mark
	closes      // a closing quotation mark
	stop        // . ! ? …
	comma
	colon // : and ;
	dash  // – — or a hyphen that stands alone
	left  // ( [
	right // ) ]
	other
)

// token is a word or mark of the text; start and end are bytes.
type token struct {
	start, end int
	kind       kind
	upper      bool   // begins with a capital letter
	caps       bool   // longer than one letter and all capitals
	bits       bits   // 0 for a word that no list has
	low        string // lower-case spelling, only for words of the lists
}

func (t token) is(b bits) bool { return t.bits&b != 0 }

// entry is a word of the lists.
type entry struct {
	low  string
	bits bits
}

// lexicon is every word of the lists by its lower-case spelling, built once.
var lexicon = buildLexicon()

func buildLexicon() map[string]entry {
	m := make(map[string]entry, 4096)
	add := func(list string, b bits) {
		for _, w := range strings.Fields(list) {
			e := m[w]
			e.low, e.bits = w, e.bits|b
			m[w] = e
		}
	}
	for _, l := range slices.Concat(wordLists, slavicWords, slavicPast()) {
		add(l.words, l.bits)
	}
	for _, l := range verbLists {
		for _, v := range strings.Fields(l.words) {
			f := inflect(v)
			add(f.finite, l.bits)
			add(f.bare, l.bits|base)
			add(f.ing, l.bits|ing)
		}
	}
	for _, p := range slices.Concat(phraseLists, slavicPhrases) {
		for _, line := range strings.Split(strings.TrimSpace(p.phrases), "\n") {
			add(line, 0)
		}
	}
	return m
}

// forms are the spellings of a verb.
type forms struct{ bare, finite, ing string }

// inflect spells out a regular verb. "admit+" doubles its last letter; an
// irregular verb gives its forms itself: "say/says/said/saying".
func inflect(v string) forms {
	if p := strings.Split(v, "/"); len(p) >= 4 {
		return forms{p[0], strings.Join(p[1:len(p)-1], " "), p[len(p)-1]}
	}
	stem, double := strings.CutSuffix(v, "+")
	root, s := stem, stem+"s"
	switch {
	case double:
		root = stem + stem[len(stem)-1:]
	case strings.HasSuffix(stem, "e"):
		root = stem[:len(stem)-1]
	case strings.HasSuffix(stem, "y") && !strings.ContainsRune("aeou", rune(stem[len(stem)-2])):
		return forms{stem, stem[:len(stem)-1] + "ies " + stem[:len(stem)-1] + "ied", stem + "ing"}
	case strings.HasSuffix(stem, "sh"), strings.HasSuffix(stem, "ch"), strings.HasSuffix(stem, "ss"):
		s = stem + "es"
	}
	return forms{stem, s + " " + root + "ed", root + "ing"}
}

// phrase is a run of words that plays one part together.
type phrase struct {
	rest []string // the words after the first
	bits bits
	hint phraseHint
}

// phraseHint names what a phrase does.
type phraseHint uint8

const (
	accordingTo     phraseHint = iota + 1 // the source comes after it
	accordingToThem                       // the source stands in it: на його думку
	unclear                               // nothing is known: a caveat
	reserve                               // the report's own doubt or forecast: a caveat
	reception                             // how it was received: a reaction
	vague                                 // "some say", "it is believed"
	odds                                  // how likely an analyst holds something to be
)

// phrases holds every phrase by its first word.
var phrases = buildPhrases()

func buildPhrases() map[string][]phrase {
	m := map[string][]phrase{}
	for _, p := range slices.Concat(phraseLists, slavicPhrases) {
		for _, line := range strings.Split(strings.TrimSpace(p.phrases), "\n") {
			w := strings.Fields(line)
			if len(w) > 0 {
				m[w[0]] = append(m[w[0]], phrase{w[1:], 0, p.hint})
			}
		}
	}
	return m
}

// phraseAt returns the longest phrase that begins at token i and the index
// after it, or 0 where there is none.
func phraseAt(toks []token, i int) (phraseHint, int) {
	var hint phraseHint
	end := 0
	if toks[i].low == "" {
		return hint, end
	}
	for _, p := range phrases[toks[i].low] {
		n := i + 1 + len(p.rest)
		if n > len(toks) || n <= end {
			continue
		}
		ok := true
		for k, w := range p.rest {
			if toks[i+1+k].low != w {
				ok = false
				break
			}
		}
		if ok {
			hint, end = p.hint, n
		}
	}
	return hint, end
}
