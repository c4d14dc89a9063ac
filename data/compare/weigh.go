package compare

import (
	"slices"
	"strings"
	"unicode"

	"lectern/data"
)

// Class is what a change is about.
type Class string

// The classes, the weightiest first.
const (
	Quotation   Class = "quotation"   // words in quotation marks
	Attribution Class = "attribution" // who said it, or by which word
	Number      Class = "number"
	Headline    Class = "headline"
	Wording     Class = "wording" // all the rest
)

// Classes lists them, the weightiest first.
func Classes() []Class { return []Class{Quotation, Attribution, Number, Headline, Wording} }

var classWeights = map[Class]int{Quotation: 100, Attribution: 80, Number: 60, Headline: 40, Wording: 20}

// What was changed in place weighs a little more than what went, and that more
// than what came: a quotation rewritten tells more than a new one.
var kindWeights = map[Kind]int{Changed: 9, Removed: 5, Added: 0}

const movedWeight = 10

// weighed says what a change is about and how much it weighs.
func weighed(a, b *side, c Change) Change {
	switch c.Kind {
	case Same:
		return c
	case Moved:
		c.Touches, c.Weight = []Class{Wording}, movedWeight
		return c
	}
	found := map[Class]bool{}
	if c.Title {
		found[Headline] = true
		if changedNumber(c.Before, a.title) || changedNumber(c.After, b.title) {
			found[Number] = true
		}
	} else {
		a.touch(c.Before, c.After == nil, found)
		b.touch(c.After, c.Before == nil, found)
		if c.Kind == Changed && a.speaker(c.Before.Sentence) != b.speaker(c.After.Sentence) {
			found[Attribution] = true
		}
	}
	for _, class := range Classes() {
		if found[class] {
			c.Touches = append(c.Touches, class)
		}
	}
	if len(c.Touches) == 0 {
		c.Touches = []Class{Wording}
	}
	c.Weight = classWeights[c.Touches[0]] + kindWeights[c.Kind] + min(len(c.Touches)-1, 3)*2
	return c
}

// touch notes what the changed pieces of one side are about. Of a sentence that
// stands alone all is changed, so only a quotation, a headline or who speaks
// count: nearly every sentence has a number.
func (s *side) touch(one *Side, alone bool, found map[Class]bool) {
	if one == nil {
		return
	}
	if p := s.passage(one.Sentence); p != nil {
		if p.Kind == data.Headline {
			found[Headline] = true
		}
		for _, a := range s.said(one.Span) {
			if touches(one.Pieces, a.Source) || touches(one.Pieces, a.Cue) {
				found[Attribution] = true
			}
		}
	}
	if touches(one.Pieces, s.quoted) {
		found[Quotation] = true
	}
	if !alone && changedNumber(one, s.body) {
		found[Number] = true
	}
}

func (s *side) passage(i int) *data.Passage {
	if i < 0 || i >= len(s.doc.Passages) {
		return nil
	}
	return &s.doc.Passages[i]
}

// said are the attributions that touch a sentence.
func (s *side) said(span data.Span) (all []data.Attribution) {
	for _, a := range s.doc.Attributions {
		if slices.ContainsFunc(a.Source, span.Overlaps) || slices.ContainsFunc(a.Cue, span.Overlaps) {
			all = append(all, a)
		}
	}
	return all
}

// speaker is who speaks in a sentence.
func (s *side) speaker(i int) string {
	p := s.passage(i)
	if p == nil || p.Attribution < 0 || p.Attribution >= len(s.doc.Attributions) {
		return ""
	}
	return strings.ToLower(s.doc.Attributions[p.Attribution].Speaker)
}

func touches(pieces []Piece, spans []data.Span) bool {
	for _, p := range pieces {
		if p.Changed && slices.ContainsFunc(spans, p.Overlaps) {
			return true
		}
	}
	return false
}

func changedNumber(one *Side, text string) bool {
	for _, p := range one.Pieces {
		if p.Changed && hasNumber(p.In(text)) {
			return true
		}
	}
	return false
}

// numberWords are numbers and measures that are written out.
var numberWords = words(`two three four five six seven eight nine ten eleven twelve dozen dozens twenty thirty forty fifty
	sixty seventy eighty ninety hundred hundreds thousand thousands million millions billion billions percent half quarter third
	два дві три чотири п'ять шість сім вісім дев'ять десять двадцять тридцять сорок п'ятдесят сто двісті тисяча тисячі тисяч
	мільйон мільйони мільйонів мільярд мільярди мільярдів відсоток відсотки відсотків половина четверть
	две четыре пять шесть семь восемь девять тридцать пятьдесят двести тысяча тысячи тысяч миллион миллиона миллионов
	миллиард миллиарда миллиардов процент процента процентов`)

func words(list string) map[string]bool {
	all := map[string]bool{}
	for _, w := range strings.Fields(list) {
		all[w] = true
	}
	return all
}

func hasNumber(text string) bool {
	for _, t := range tokens(text, data.Span{End: len(text)}) {
		if numberWords[t.fold] || strings.ContainsFunc(t.fold, unicode.IsDigit) {
			return true
		}
	}
	return false
}

// quotations are the stretches of a report that stand in quotation marks, and
// those that the reading found to be a source's own words.
func quotations(d *data.Document) []data.Span {
	var all []data.Span
	for _, a := range d.Attributions {
		if a.Kind == data.Direct {
			all = append(all, a.Content...)
		}
	}
	open := -1
	for at, r := range d.Body {
		switch {
		case strings.ContainsRune("“„«", r) || r == '"' && open < 0:
			open = at
		case open >= 0 && (strings.ContainsRune("”»", r) || r == '"'):
			all = append(all, data.Span{Start: open, End: at + 1})
			open = -1
		case r == '\n':
			open = -1
		}
	}
	return all
}

// ByWeight lists what changed, the heaviest first; those of one weight stay in
// reading order. The numbers are indexes of Changes.
func (c Comparison) ByWeight() []int {
	var all []int
	for i, one := range c.Changes {
		if one.Kind != Same {
			all = append(all, i)
		}
	}
	slices.SortStableFunc(all, func(i, j int) int { return c.Changes[j].Weight - c.Changes[i].Weight })
	return all
}

// Summary counts what changed. A sentence in which two things changed counts for
// both; Added, Removed and Moved count sentences.
type Summary struct {
	Quotations, Attributions, Numbers, Headlines, Wordings int // changed in place
	Added, Removed, Moved                                  int
}

// None reports whether nothing changed.
func (s Summary) None() bool { return s == Summary{} }

// Summary counts what changed.
func (c Comparison) Summary() (s Summary) {
	for _, one := range c.Changes {
		switch one.Kind {
		case Added:
			s.Added++
		case Removed:
			s.Removed++
		case Moved:
			s.Moved++
		case Changed:
			for _, t := range one.Touches {
				switch t {
				case Quotation:
					s.Quotations++
				case Attribution:
					s.Attributions++
				case Number:
					s.Numbers++
				case Headline:
					s.Headlines = 1
				case Wording:
					s.Wordings++
				}
			}
		}
	}
	return s
}
