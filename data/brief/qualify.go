package brief

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"lectern/data"
	"lectern/data/name"
	"lectern/data/split/theme"
)

// Tie says why a passage belongs to a statement. Screens translate it by the key
// "tie.<word>".
type Tie string

const (
	SameParagraph Tie = "paragraph" // stands in the same paragraph
	SameSpeaker   Tie = "speaker"   // is of the same speaker, or speaks of it
	SameTheme     Tie = "theme"     // touches the same theme
	SameWords     Tie = "words"     // shares its rarer words
	Headed        Tie = "headed"    // stands below the headline that the statement is
)

// Belonging is a caveat or a reaction that belongs to a statement.
type Belonging struct {
	Passage data.Passage
	Ties    []Tie // the strongest first, never none
	weight  float64
}

// mostBelonging is how many of each lane are proposed: more than a room can take.
const mostBelonging = 6

// mostHeaded is the same for a headline, to which all below it belongs in some way.
const mostHeaded = 3

// Belongings finds the caveats that qualify a statement and the reactions to it,
// in the order of the report. What is returned is a proposal for a person.
func Belongings(d data.Document, statement data.PassageID, themes data.Themes) (caveats, reactions []Belonging) {
	at := slices.IndexFunc(d.Passages, func(p data.Passage) bool { return p.ID == statement })
	if at < 0 {
		return nil, nil
	}
	w := newWeigher(d, d.Passages[at], themes)
	for i, p := range d.Passages {
		lane := p.Shown()
		if i == at || lane != data.Caveat && lane != data.Reaction {
			continue
		}
		b := w.weigh(p)
		switch {
		case len(b.Ties) == 0:
		case lane == data.Caveat:
			caveats = append(caveats, b)
		default:
			reactions = append(reactions, b)
		}
	}
	most := mostBelonging
	if w.heads.Len() > 0 {
		most = mostHeaded
	}
	return strongest(caveats, most), strongest(reactions, most)
}

// strongest keeps those with the strongest ties, in the order of the report.
func strongest(all []Belonging, most int) []Belonging {
	slices.SortStableFunc(all, func(a, b Belonging) int { return cmp.Compare(b.weight, a.weight) })
	all = all[:min(len(all), most)]
	slices.SortFunc(all, func(a, b Belonging) int { return a.Passage.Start - b.Passage.Start })
	return all
}

// weigher compares passages of one report with a statement of it.
type weigher struct {
	d         data.Document
	statement data.Passage
	paragraph data.Span
	heads     data.Span // what stands below a headline; empty of other statements
	speaker   string    // the last word of who speaks, folded, "" for nobody
	themes    map[int]bool
	finder    *theme.Finder
	words     map[string]bool // of the statement
	common    map[string]int  // how many passages have a word
}

func newWeigher(d data.Document, statement data.Passage, themes data.Themes) *weigher {
	w := &weigher{d: d, statement: statement, finder: theme.New(themes), common: make(map[string]int)}
	for _, p := range d.Passages {
		for word := range wordsOf(w.text(p)) {
			w.common[word]++
		}
	}
	w.paragraph = paragraphAt(d.Body, statement.Span)
	if statement.Kind == data.Headline {
		w.heads = headed(d, statement)
	}
	w.words = wordsOf(w.text(statement))
	w.themes = w.touched(statement)
	if statement.Speaker != "" {
		w.speaker = name.Last(statement.Speaker)
	}
	return w
}

func (w *weigher) text(p data.Passage) string { return w.d.Body[p.Start:p.End] }

func (w *weigher) weigh(p data.Passage) Belonging {
	b := Belonging{Passage: p}
	tie := func(t Tie, weight float64) {
		b.Ties = append(b.Ties, t)
		b.weight += weight
	}
	if p.Start >= w.paragraph.Start && p.End <= w.paragraph.End {
		tie(SameParagraph, 4)
	}
	if w.sameSpeaker(p) {
		tie(SameSpeaker, 3)
	}
	for id := range w.touched(p) {
		if w.themes[id] {
			tie(SameTheme, 2)
			break
		}
	}
	if shared := w.shared(p); shared >= 2 {
		tie(SameWords, min(float64(shared), 4)/2)
	}
	if p.Start >= w.heads.Start && p.End <= w.heads.End {
		tie(Headed, 1)
	}
	return b
}

// headed is the text that a headline stands above: of the report's own all of it, of
// a heading further down that up to the next.
func headed(d data.Document, headline data.Passage) data.Span {
	below := data.Span{Start: headline.End, End: len(d.Body)}
	if i := slices.IndexFunc(d.Passages, func(p data.Passage) bool { return p.Kind == data.Headline }); d.Passages[i].ID == headline.ID {
		return below
	}
	for _, p := range d.Passages {
		if p.Kind == data.Headline && p.Start >= headline.End {
			below.End = p.Start
			break
		}
	}
	return below
}

func (w *weigher) touched(p data.Passage) map[int]bool {
	ids := make(map[int]bool)
	for _, f := range w.finder.Find(w.text(p)) {
		ids[f.Theme] = true
	}
	return ids
}

func (w *weigher) sameSpeaker(p data.Passage) bool {
	if w.speaker == "" {
		return false
	}
	if p.Speaker != "" && name.Same(p.Speaker, w.statement.Speaker) {
		return true
	}
	for word := range strings.FieldsFuncSeq(w.text(p), notLetter) {
		if first, _ := firstRune(word); unicode.IsUpper(first) && name.Last(word) == w.speaker {
			return true
		}
	}
	return false
}

// shared counts the words that a passage has in common with the statement and
// with few others of the report.
func (w *weigher) shared(p data.Passage) (n int) {
	few := max(2, len(w.d.Passages)/6)
	for word := range wordsOf(w.text(p)) {
		if w.words[word] && w.common[word] <= few {
			n++
		}
	}
	return n
}

// paragraphAt is the stretch between empty lines that a span stands in.
func paragraphAt(body string, s data.Span) data.Span {
	p := data.Span{Start: 0, End: len(body)}
	if i := strings.LastIndex(body[:s.Start], "\n\n"); i >= 0 {
		p.Start = i + 2
	}
	if i := strings.Index(body[s.End:], "\n\n"); i >= 0 {
		p.End = s.End + i
	}
	return p
}

// shortest is how many letters a word must have to carry a meaning of its own.
const shortest = 5

func wordsOf(text string) map[string]bool {
	all := make(map[string]bool)
	for word := range strings.FieldsFuncSeq(text, notLetter) {
		if len([]rune(word)) >= shortest {
			all[strings.ToLower(word)] = true
		}
	}
	return all
}

func notLetter(r rune) bool { return !unicode.IsLetter(r) && r != '\'' && r != '’' }

func firstRune(s string) (rune, bool) {
	for _, r := range s {
		return r, true
	}
	return 0, false
}
