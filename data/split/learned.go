package split

import (
	"sort"
	"strings"

	"lectern/data"
	"lectern/data/split/tag"
)

// Learned is the splitter that finds attributions in English reports with a
// model learned from annotated news, and leaves everything else to the rules.
type Learned struct {
	rules *Rules
	model *tag.Model
}

var _ Splitter = (*Learned)(nil)

// NewLearned reads the model of attributions (assets.AttributionModel). The
// error says that the bytes are no model that this program knows.
func NewLearned(attribution []byte) (*Learned, error) {
	m, err := tag.Load(attribution)
	if err != nil {
		return nil, err
	}
	return &Learned{NewRules(), m}, nil
}

// Model is "learned-2".
func (*Learned) Model() string { return "learned-2" }

// Split reads text; see Splitter. What is not English is read by the rules
// alone, and says so. Sentences are judged by what the rules found in them, which
// tells lanes and speech better; the attributions are the model's.
func (l *Learned) Split(text string, hints Hints) data.Reading {
	d := newDoc(text, hints, false)
	lang := d.languageOf(hints)
	d.attribute()
	if !english(lang) {
		return d.reading(l.rules.Model(), lang)
	}
	out := d.reading(l.Model(), lang)
	ruled := d.acts
	chances := d.relearn(l.find(d))
	out.Attributions = make([]data.Attribution, len(d.acts))
	for n := range d.acts {
		out.Attributions[n] = d.attribution(&d.acts[n])
		out.Attributions[n].Score = calibrated(chances[n])
	}
	owner := d.owners()
	for i := range out.Sentences {
		if a := &out.Sentences[i].Attribution; *a >= 0 {
			*a = closest(&ruled[*a], owner)
		}
	}
	return out
}

// calibrated turns the chance that the model gives an attribution into how often
// such ones were right on PolNeAR's development part, edges apart. The model
// thinks too well of itself in the middle.
func calibrated(chance float64) float64 {
	return float64(0.8*float64(chance*chance)) + float64(0.2*chance)
}

// owners tells for each token which act it belongs to, -1 for none.
func (d *doc) owners() []int {
	owner := make([]int, len(d.toks))
	for i := range owner {
		owner[i] = -1
	}
	for n := range d.acts {
		a := &d.acts[n]
		if a.inner {
			continue // the sentence is whose report it stands in
		}
		for _, runs := range [][]run{a.cue, a.content} {
			for _, r := range runs {
				for i := r.first; i < r.last; i++ {
					owner[i] = n
				}
			}
		}
	}
	return owner
}

// closest is the act that owns most of what a holds, -1 for none.
func closest(a *act, owner []int) int {
	best, most := -1, 0
	votes := map[int]int{}
	for _, runs := range [][]run{a.cue, a.content} {
		for _, r := range runs {
			for i := r.first; i < r.last; i++ {
				n := owner[i]
				if n < 0 {
					continue
				}
				if votes[n]++; votes[n] > most {
					best, most = n, votes[n]
				}
			}
		}
	}
	return best
}

func english(lang string) bool {
	return strings.EqualFold(lang, "en") || len(lang) > 2 && strings.EqualFold(lang[:3], "en-")
}

// find labels the paragraphs of a text and lists the spans of each.
func (l *Learned) find(d *doc) [][]found {
	blocks := tag.Blocks(d.text)
	if len(blocks) == 0 {
		return nil
	}
	var at []data.Span
	ends := make([]int, len(blocks)) // where each block's words end in at
	for i, b := range blocks {
		for _, t := range tag.Tokenize(d.text[b.Start:b.End]) {
			at = append(at, data.Span{Start: b.Start + t.Start, End: b.Start + t.End})
		}
		ends[i] = len(at)
	}
	clues := d.clues(at)
	words := make([]string, len(at))
	for i, s := range at {
		words[i] = s.In(d.text)
	}
	out := make([][]found, 0, len(blocks))
	from := 0
	for _, end := range ends {
		out = append(out, d.spell(l.model, words[from:end], clues[from:end], at[from:end]))
		from = end
	}
	return out
}

// mostWords is the longest stretch that is labelled at one go, so that a text
// without line ends takes no more room than others.
const mostWords = 1500

// spell labels one paragraph and finds the tokens of its spans.
func (d *doc) spell(m *tag.Model, words []string, clues [][]tag.Clue, at []data.Span) []found {
	var out []found
	for from := 0; from < len(words); from += mostWords {
		to := min(from+mostWords, len(words))
		p := tag.Paragraph{Words: words[from:to], Clues: clues[from:to]}
		runs, chances := m.Find(&p)
		for n, r := range runs {
			first, last := at[from+r.First], at[from+r.Last-1]
			x := found{run{
				sort.Search(len(d.toks), func(i int) bool { return d.toks[i].end > first.Start }),
				sort.Search(len(d.toks), func(i int) bool { return d.toks[i].start >= last.End }),
			}, r.Role, chances[n]}
			if n := len(out); n > 0 {
				x.first = max(x.first, out[n-1].last)
			}
			if !x.empty() {
				out = append(out, x)
			}
		}
	}
	return out
}

// Tokens labels pre-tokenised text; see Rules.Tokens.
func (l *Learned) Tokens(tokens []string) []string {
	p := tag.Paragraph{Words: tokens, Clues: wordClues(tokens)}
	labels := make([]string, len(tokens))
	for i := range labels {
		labels[i] = "O"
	}
	for _, r := range tag.Runs(l.model.Tag(&p)) {
		for i := r.First; i < r.Last; i++ {
			labels[i] = "I-" + r.Role.String()
		}
		labels[r.First] = "B-" + r.Role.String()
	}
	return labels
}
