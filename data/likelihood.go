package data

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Likelihood is one of the seven bands of ICD 203, named by its first-row term.
// It is only ever given where the report itself uses a word of the band; Lectern
// never makes one up, and a number is never turned into one.
type Likelihood string

// The bands with their ends in percent. Neighbours share an end.
const (
	NoLikelihood   Likelihood = ""
	AlmostNoChance Likelihood = "almost no chance"    // 1 to 5
	VeryUnlikely   Likelihood = "very unlikely"       // 5 to 20
	Unlikely       Likelihood = "unlikely"            // 20 to 45
	EvenChance     Likelihood = "roughly even chance" // 45 to 55
	Likely         Likelihood = "likely"              // 55 to 80
	VeryLikely     Likelihood = "very likely"         // 80 to 95
	AlmostCertain  Likelihood = "almost certain"      // 95 to 99
)

// Likelihoods lists the seven bands from the least likely to the most.
func Likelihoods() []Likelihood {
	return []Likelihood{AlmostNoChance, VeryUnlikely, Unlikely, EvenChance, Likely, VeryLikely, AlmostCertain}
}

// Band is the lowest and highest chance that a term stands for, in percent, and
// 0, 0 for NoLikelihood.
func (l Likelihood) Band() (low, high int) {
	ends := [...]int{1, 5, 20, 45, 55, 80, 95, 99}
	for i, x := range Likelihoods() {
		if x == l {
			return ends[i], ends[i+1]
		}
	}
	return 0, 0
}

// terms are the words of both rows, longer ones first where one holds another.
var terms = []struct {
	words string
	band  Likelihood
}{
	{"almost no chance", AlmostNoChance}, {"remote chance", AlmostNoChance}, {"remote possibility", AlmostNoChance}, {"chance is remote", AlmostNoChance}, {"chances are remote", AlmostNoChance},
	{"very unlikely", VeryUnlikely}, {"highly unlikely", VeryUnlikely}, {"highly improbable", VeryUnlikely},
	{"roughly even chance", EvenChance}, {"roughly even odds", EvenChance},
	{"very likely", VeryLikely}, {"highly likely", VeryLikely}, {"highly probable", VeryLikely},
	{"almost certain", AlmostCertain}, {"almost certainly", AlmostCertain}, {"nearly certain", AlmostCertain},
	{"unlikely", Unlikely}, {"improbable", Unlikely}, {"improbably", Unlikely},
	{"likely", Likely}, {"probable", Likely}, {"probably", Likely},
}

// FindLikelihood finds the first word of an ICD 203 band in a stretch of text and
// tells where it stands; NoLikelihood where there is none. "Not likely" and
// "likely voters" are none: the first is no term, the second says who votes.
func FindLikelihood(text string) (Likelihood, Span) {
	lower := strings.ToLower(text)
	if len(lower) != len(text) {
		return NoLikelihood, Span{} // a letter changed its size; offsets would lie
	}
	for i := range lower {
		for _, t := range terms {
			s := Span{i, i + len(t.words)}
			if strings.HasPrefix(lower[i:], t.words) && alone(lower, s) && asserted(lower, s) {
				return t.band, s
			}
		}
	}
	return NoLikelihood, Span{}
}

// asserted tells whether the word at s says how likely something is.
func asserted(text string, s Span) bool {
	if strings.HasSuffix(strings.TrimRight(text[:s.Start], " "), "not") {
		return false
	}
	after := strings.TrimLeft(text[s.End:], " ")
	return !strings.HasPrefix(after, "voter") && !strings.HasPrefix(after, "nominee")
}

// alone tells whether s is not a part of a longer word.
func alone(text string, s Span) bool {
	before, _ := utf8.DecodeLastRuneInString(text[:s.Start])
	after, _ := utf8.DecodeRuneInString(text[s.End:])
	return !unicode.IsLetter(before) && !unicode.IsLetter(after) && before != '-' && after != '-'
}

// Likelihood is the first word of an ICD 203 band in a sentence of text, and where
// in text it stands; NoLikelihood where the sentence uses none.
func (s Sentence) Likelihood(text string) (Likelihood, Span) {
	band, at := FindLikelihood(s.In(text))
	if band == NoLikelihood {
		return band, Span{}
	}
	return band, Span{Start: s.Start + at.Start, End: s.Start + at.End}
}
