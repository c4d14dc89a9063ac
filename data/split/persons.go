package split

import (
	"slices"
	"sort"
	"strings"

	"lectern/data"
	"lectern/data/name"
)

// somebody is a person whom the report names.
type somebody struct {
	name   string // as the report first gives it in full
	gender gender
	sure   bool // beyond doubt a person: by given name, title or having spoken
	named  int  // how often in full
	role   data.SpeakerRole
	first  int // the sentence in which the name was first met, -1 before
}

// mention is a place where the report names a person, or, once it is read, speaks
// of one by a pronoun.
type mention struct {
	run
	sent   int
	who    int     // index in people.all
	full   bool    // more than a surname
	weight float64 // how much it draws the eye: what stands as a subject most
}

// people are those whom a report names, found before any of its acts is read, so
// that a surname in the headline finds its person too.
type people struct {
	all      []somebody
	mentions []mention // in the order of the text
	spoken   []mention // of those who spoke, in the order in which acts are read
	families map[string][]int
	givens   map[string][]int
	keys     map[string]string           // name.Key by word
	posts    map[string][]post           // by the head of the office, in the order of the text
	places   map[string]int              // by full name
	parts    map[string]data.SpeakerRole // of those who speak without being persons the census knows
	voices   []voiceless
	bodies   []mentionOfBody
	last     string // who spoke last
}

// none is no person.
const none = -1

func newPeople() people {
	return people{families: map[string][]int{}, givens: map[string][]int{}, posts: map[string][]post{}, places: map[string]int{},
		parts: map[string]data.SpeakerRole{}, keys: map[string]string{}}
}

// find is the person of a full name, nil where there is none.
func (p *people) find(name string) *somebody {
	if n, ok := p.places[name]; ok {
		return &p.all[n]
	}
	return nil
}

// roleOf is the part that a speaker was seen to play.
func (p *people) roleOf(name string) data.SpeakerRole {
	if x := p.find(name); x != nil {
		return x.role
	}
	return p.parts[name]
}

func (p *people) plays(name string, role data.SpeakerRole) {
	if x := p.find(name); x != nil {
		x.role = role
		return
	}
	p.parts[name] = role
}

// firstOf is the sentence in which a person was first named.
func (p *people) firstOf(name string) (int, bool) {
	if x := p.find(name); x != nil && x.first >= 0 {
		return x.first, true
	}
	return 0, false
}

// forget takes back what was learned by reading acts, and keeps who is named
// where.
func (p *people) forget() {
	p.spoken, p.voices, p.bodies, p.last = nil, nil, nil, ""
	p.parts = map[string]data.SpeakerRole{}
	for i := range p.all {
		p.all[i].role, p.all[i].first = data.UnknownRole, -1
	}
}

// between are the mentions inside the tokens [first, last).
func (p *people) between(first, last int) []mention {
	from := sort.Search(len(p.mentions), func(i int) bool { return p.mentions[i].first >= first })
	to := from
	for to < len(p.mentions) && p.mentions[to].last <= last {
		to++
	}
	return p.mentions[from:to]
}

// key is name.Key of one word, kept.
func (p *people) key(w string) string {
	k, ok := p.keys[w]
	if !ok {
		k = name.Key(w)
		p.keys[w] = k
	}
	return k
}

// ends are the keys of a name's first and last word.
func (p *people) ends(full string) (given, family string) {
	words := strings.Fields(full)
	if n := len(words) - 1; n > 1 && isDescent(words[n]) {
		return p.key(words[0]), p.key(words[n-1]) + " " + p.key(words[n])
	}
	return p.key(words[0]), p.key(words[len(words)-1])
}

func isDescent(w string) bool {
	switch strings.TrimSuffix(w, ".") {
	case "Jr", "Sr", "II", "III", "IV":
		return true
	}
	return false
}

// byWord finds the person whom a name means that stands at token at: a surname, a
// given name that only one bears, or the whole name. Of several the one is
// meant who was spoken of last.
func (p *people) byWord(surface string, so []mention, at int, g gender) int {
	words := strings.Fields(surface)
	if len(words) == 0 {
		return none
	}
	given, family := p.ends(surface)
	whose := p.families[family]
	if len(words) > 1 {
		for _, n := range whose {
			if first, _ := p.ends(p.all[n].name); first == given || len(given) == 1 && strings.HasPrefix(first, given) {
				return n
			}
		}
		return none
	}
	if len(whose) == 0 {
		if one := p.givens[family]; len(one) == 1 {
			return one[0]
		}
		return none
	}
	best, most := none, -1.0
	for _, n := range whose {
		if g != unsaid && p.all[n].gender != unsaid && g != p.all[n].gender {
			continue
		}
		score := 0.1 * float64(min(p.all[n].named, 9))
		for k := len(so) - 1; k >= 0 && k > len(so)-60; k-- {
			if so[k].who == n && so[k].first < at {
				score += so[k].weight / float64(len(so)-k)
			}
		}
		if score > most {
			best, most = n, score
		}
	}
	return best
}

// speaks puts a person on the reader's mind.
func (d *doc) speaks(who, at int) {
	p := &d.people
	k := sort.Search(len(p.spoken), func(i int) bool { return p.spoken[i].first > at })
	p.spoken = slices.Insert(p.spoken, k, mention{run: run{at, at + 1}, sent: d.sentOf(at), who: who, weight: 5})
	p.all[who].sure = true
}
