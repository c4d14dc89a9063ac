// Package tag learns, and then tells, which words of a paragraph are the source,
// the cue and the content of an attribution.
//
// A Model is a small ensemble of two-way recurrent networks over sparse features
// of each word, with a chain over the labels on top. Training is plain Go, seeded
// and gives the same weights on every platform; the weights are then rounded to
// eight bits, and reading a text with them uses integers and unfused float32
// alone, so that the same text has the same labels everywhere.
package tag

// Role is the part that a word plays in an attribution.
type Role uint8

// The roles. None is 0, so that the zero Label is outside.
const (
	None Role = iota
	Source
	Cue
	Content
	roleCount
)

// String is the role's word in the token contract, "" for None.
func (r Role) String() string { return [...]string{"", "source", "cue", "content"}[r] }

// Label is the place of a word in a span: outside of all, or beginning, inside,
// end or the only word of one, with the span's role.
type Label uint8

// Outside is the label of a word in no span.
const Outside Label = 0

// labelCount is Outside and four places in each of three spans.
const labelCount = 1 + 4*3

// place is where in a span a label stands.
type place uint8

const (
	begin place = iota
	inside
	end
	single
)

func label(r Role, p place) Label { return Label(1 + 4*(uint8(r)-1) + uint8(p)) }

// Role is the role of the span the label is in, None for Outside.
func (l Label) Role() Role {
	if l == Outside {
		return None
	}
	return Role(1 + (uint8(l)-1)/4)
}

func (l Label) place() place { return place((uint8(l) - 1) % 4) }

// open tells whether the label's span goes on with the next word.
func (l Label) open() bool { return l != Outside && (l.place() == begin || l.place() == inside) }

// starts tells whether a span starts with the label, or none is there.
func (l Label) starts() bool { return l == Outside || l.place() == begin || l.place() == single }

// mayFollow tells whether b can come after a: an open span goes on in its own
// role, a closed one does not.
func mayFollow(a, b Label) bool {
	if a.open() {
		return !b.starts() && a.Role() == b.Role()
	}
	return b.starts()
}

// Run is a span in words, Last not included.
type Run struct {
	First, Last int
	Role        Role
}

// Runs are the spans that labels spell, in order.
func Runs(labels []Label) []Run {
	var out []Run
	for i := 0; i < len(labels); {
		l := labels[i]
		k := i + 1
		if l != Outside {
			for k < len(labels) && !labels[k].starts() && labels[k].Role() == l.Role() {
				k++
			}
			out = append(out, Run{i, k, l.Role()})
		}
		i = k
	}
	return out
}

// Spell writes spans that do not overlap as the labels of n words.
func Spell(n int, runs []Run) []Label {
	labels := make([]Label, n)
	for _, r := range runs {
		for i := r.First; i < r.Last; i++ {
			p := inside
			switch {
			case r.Last-r.First == 1:
				p = single
			case i == r.First:
				p = begin
			case i == r.Last-1:
				p = end
			}
			labels[i] = label(r.Role, p)
		}
	}
	return labels
}

// Clue is something the caller knows about a word, by a number of its own below
// MaxClue: that a list has it, that it is quoted, what rules make of it.
type Clue uint16

// MaxClue bounds the numbers of clues.
const MaxClue = 256

// Paragraph is what is labelled at one go: words (see Tokenize), and for each
// the clues the caller has. Gold is set only for training.
type Paragraph struct {
	Words []string
	Clues [][]Clue
	Gold  []Label
	Doc   string
}
