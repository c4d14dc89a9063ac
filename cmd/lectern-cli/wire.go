package main

import (
	"time"
	"unicode/utf8"

	"lectern/data"
)

// The JSON shapes of contracts/split.md. Offsets on this wire are Unicode code
// points, while Lectern counts bytes: points converts.

type wireSentence struct {
	Start     int     `json:"start"`
	End       int     `json:"end"`
	Lane      string  `json:"lane"`
	Secondary string  `json:"secondary"`
	Score     float64 `json:"score"`
	Speech    bool    `json:"speech"`
	Uncertain bool    `json:"uncertain"`
	Kind      string  `json:"kind"`
	Reason    string  `json:"reason"`
	Evidence  string  `json:"evidence,omitempty"`
	Firmness  float64 `json:"firmness"`
	// Likelihood is there only where the report itself uses a word of ICD 203.
	Likelihood *wireLikelihood `json:"likelihood,omitempty"`
}

// wireLikelihood is a band of ICD 203, and the report's word for it.
type wireLikelihood struct {
	Band string `json:"band"` // "very likely"
	Low  int    `json:"low"`  // its ends in percent
	High int    `json:"high"`
	Word [2]int `json:"word"`
}

type wireAttribution struct {
	Kind    string   `json:"kind"`
	Source  [][2]int `json:"source"`
	Cue     [][2]int `json:"cue"`
	Content [][2]int `json:"content"`
	Speaker string   `json:"speaker"`
	Via     []string `json:"via,omitempty"` // through whom the report has it, the outermost first
	Role    string   `json:"role"`
	Score   float64  `json:"score"`
	Reason  string   `json:"reason"`
}

// wireExpectation is something promised by a certain time.
type wireExpectation struct {
	Start     int    `json:"start"` // of the sentence that promises it
	End       int    `json:"end"`
	Speaker   string `json:"speaker"`
	When      [2]int `json:"when"` // the words that say by when
	Due       string `json:"due"`
	Precision string `json:"precision"` // day, week, month or year
}

// points turns byte offsets of one text into code points, in one pass over the
// text for all of them. A byte that is not UTF-8 counts as one.
type points struct {
	text string
	at   []int32
}

func newPoints(text string) points {
	at := make([]int32, len(text)+1)
	n := int32(0)
	for i := 0; i < len(text); {
		_, size := utf8.DecodeRuneInString(text[i:])
		for k := 0; k < size; k++ {
			at[i+k] = n
		}
		i += size
		n++
	}
	at[len(text)] = n
	return points{text, at}
}

// count is how many code points the text has.
func (p points) count() int { return int(p.at[len(p.at)-1]) }

// of is the code point at a byte offset, which is taken into the text's bounds.
func (p points) of(offset int) int { return int(p.at[min(max(offset, 0), len(p.at)-1)]) }

func (p points) spans(spans []data.Span) [][2]int {
	out := make([][2]int, 0, len(spans))
	for _, s := range spans {
		out = append(out, [2]int{p.of(s.Start), p.of(s.End)})
	}
	return out
}

func (p points) sentences(sentences []data.Sentence) []wireSentence {
	out := make([]wireSentence, 0, len(sentences))
	for _, s := range sentences {
		lane := s.Lane
		if lane == data.NoLane {
			lane = data.Background // the contract knows four lanes
		}
		out = append(out, wireSentence{
			Start: p.of(s.Start), End: p.of(s.End), Lane: string(lane), Secondary: string(s.Secondary),
			Score: s.Score, Speech: s.Speech, Uncertain: s.Uncertain,
			Kind: string(s.Kind), Reason: s.Reason.Rule, Evidence: s.Reason.Evidence, Firmness: s.Firmness(), Likelihood: p.likelihood(s),
		})
	}
	return out
}

func (p points) likelihood(s data.Sentence) *wireLikelihood {
	band, at := s.Likelihood(p.text)
	if band == data.NoLikelihood {
		return nil
	}
	low, high := band.Band()
	return &wireLikelihood{string(band), low, high, [2]int{p.of(at.Start), p.of(at.End)}}
}

func (p points) attributions(attributions []data.Attribution) []wireAttribution {
	out := make([]wireAttribution, 0, len(attributions))
	for _, a := range attributions {
		out = append(out, wireAttribution{
			Kind: string(a.Kind), Source: p.spans(a.Source), Cue: p.spans(a.Cue), Content: p.spans(a.Content),
			Speaker: a.Speaker, Via: a.Via, Role: string(a.Role), Score: a.Score, Reason: a.Reason.Rule,
		})
	}
	return out
}

func (p points) expectations(expectations []data.Expectation) []wireExpectation {
	out := make([]wireExpectation, 0, len(expectations))
	for _, e := range expectations {
		out = append(out, wireExpectation{
			Start: p.of(e.Passage.Start), End: p.of(e.Passage.End), Speaker: e.Speaker,
			When: [2]int{p.of(e.When.Start), p.of(e.When.End)}, Due: e.Due.Format(time.DateOnly), Precision: string(e.Precision),
		})
	}
	return out
}
