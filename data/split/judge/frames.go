package judge

import (
	"slices"
	"strconv"
	"strings"
)

// List is a list of words and phrases that tell something, by its name.
type List struct {
	Name    string
	Entries []string // in lower case, words parted by one space
}

// listing finds listed phrases: for the hash of each, a bit for every list it is in.
type listing map[uint64]uint8

// longest is how many words of a listed phrase count.
const longest = 4

func newListing(lists []List) listing {
	out := listing{}
	for n, l := range lists {
		for _, e := range l.Entries {
			var h uint64
			for i, w := range strings.Fields(e) {
				if i < longest {
					h = mix(h, hashWord(fold(w)))
				}
			}
			out[h] |= 1 << n
		}
	}
	return out
}

// listed adds the phrases of a sentence that the named lists have, with what
// comes after them, and how many they are.
func (f *facts) listed(p *page, ws []word, names ...string) {
	for n, l := range p.lists {
		if !slices.Contains(names, l.Name) {
			continue
		}
		name, count := hashWord(l.Name), 0
		for i := range ws {
			var h uint64
			for k := i; k < len(ws) && k < i+longest; k++ {
				h = mix(h, ws[k].hash)
				if p.listing[h]&(1<<n) == 0 {
					continue
				}
				count++
				f.add(patListed, name, h)
				if k+1 < len(ws) {
					f.add(patListedNext, name, h, hashWord(shape(ws[k+1])))
				}
			}
		}
		f.say(l.Name + " " + strconv.Itoa(min(count, 4)))
	}
}

// frames adds runs of two, three and four words in which only small words keep
// their spelling: "some *s *ed", "is *ly *ed as".
func (f *facts) frames(ws []word) {
	var last [4]uint64
	for i, w := range ws {
		k := w.hash
		if !w.mark && !small[w.low] {
			k = hashWord(shape(w))
		}
		last[0], last[1], last[2], last[3] = last[1], last[2], last[3], k
		f.add(patFrame, last[2], last[3])
		if i > 1 {
			f.add(patFrame, last[1], last[2], last[3])
		}
		if i > 2 {
			f.add(patFrame, last[0], last[1], last[2], last[3])
		}
	}
}

// shape is what is left of a word when its stem is forgotten.
func shape(w word) string {
	switch {
	case w.low[0] == '0':
		return "0"
	case w.upper:
		return "A"
	case len(w.low) < 4:
		return "*"
	case strings.HasSuffix(w.low, "ing"):
		return "*ing"
	}
	switch e := w.low[len(w.low)-2:]; e {
	case "ed", "ly", "en", "er", "al":
		return "*" + e
	}
	if w.low[len(w.low)-1] == 's' {
		return "*s"
	}
	return "*"
}

// small are the words that frames keep as they are.
var small = func() map[string]bool {
	m := map[string]bool{}
	for w := range strings.FieldsSeq(`the a an this that these those some any many most much more several few various
		numerous other others certain all both each every no not it he she they we you i one there who which what when where
		how why as at by for from in of on to with about into over than like if but and or nor so because although though
		while however also often usually generally sometimes commonly widely frequently typically mostly largely probably
		perhaps possibly likely unlikely apparently reportedly may might could would should can must will is are was were be
		been being has have had do does did say says said think thought believe believed considered regarded known seen
		called claimed suggest suggests suggested appear appears seem seems even very quite rather almost nearly still yet
		only just such same their his her its people critics experts scholars fans`) {
		m[w] = true
	}
	return m
}()
