package scene

import (
	"time"

	"lectern/data/brief"
)

// Lesson is words that are shown soon, to be measured beforehand: for words never set
// before, that is most of what laying a long report out takes.
type Lesson struct {
	plans  *Plans
	slides []brief.Slide
	words  []string // of the slide begun
}

// Lesson is the words of slides, from the first on.
func (p *Plans) Lesson(slides []brief.Slide) *Lesson { return &Lesson{plans: p, slides: slides} }

// Learn measures for so long, and reports whether there is more to measure.
func (l *Lesson) Learn(long time.Duration) (more bool) {
	for begun := time.Now(); time.Since(begun) < long; {
		if len(l.words) > 0 {
			l.plans.setter.Learn(l.words[0])
			l.words = l.words[1:]
			continue
		}
		if len(l.slides) == 0 || l.plans.setter.Full() {
			return false
		}
		l.words, l.slides = wordsOf(l.slides[0]), l.slides[1:]
	}
	return true
}

// wordsOf are all words of a slide that may be set in body type.
func wordsOf(s brief.Slide) (all []string) {
	for _, part := range s.Parts {
		all = append(all, part.Words, part.Around)
		for _, q := range part.Passages {
			all = append(all, q.Words)
		}
	}
	return append(all, s.Words)
}
