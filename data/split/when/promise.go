package when

import (
	"slices"
	"strings"
	"time"

	"lectern/data"
)

// vows are verbs by which somebody takes on to do something, before "to" or
// "that".
var vows = table(func(int) bool { return true },
	`promised promises pledged pledges agreed agrees undertook undertakes vowed vows committed guaranteed
	пообіцяв пообіцяла пообіцяли обіцяє обіцяють зобов'язався зобов'язалася зобов'язалися погодився погодилася погодилися
	пообещал пообещала пообещали обещает обещают обязался обязалась обязались согласился согласилась согласились`)

// Promises lists what statements of a reading say will be done by a certain
// time, at most one a sentence. What has no speaker is not a promise, nor is a
// question, a refusal or what hangs on a condition.
func Promises(text string, r data.Reading, published time.Time) []data.Expectation {
	if published.IsZero() {
		return nil
	}
	var all []data.Expectation
	for _, s := range r.Sentences {
		if s.Lane != data.Statement || s.Kind != data.Body && s.Kind != data.Item ||
			s.Attribution < 0 || s.Attribution >= len(r.Attributions) || r.Attributions[s.Attribution].Speaker == "" {
			continue
		}
		if slices.ContainsFunc(s.Hedges, func(h data.Hedge) bool { return h.Kind == data.Condition }) {
			continue
		}
		m, ok := promised(s.In(text), published)
		if !ok {
			continue
		}
		m.Start, m.End = m.Start+s.Start, m.End+s.Start
		all = append(all, data.Expectation{Passage: s.Span, Speaker: r.Attributions[s.Attribution].Speaker,
			When: m.Span, Due: m.Last, Precision: m.Precision})
	}
	return all
}

// promised finds the time by which a sentence promises something: the limit it
// sets, or else the first time to come that stands after the promise.
func promised(sentence string, published time.Time) (data.Moment, bool) {
	f := finder{toks: tokens(sentence), day: published}
	at, ok := f.vow()
	if !ok {
		return data.Moment{}, false
	}
	var found, earlier data.Moment
	ok = false
	for _, m := range Find(sentence, published) {
		words := strings.ToLower(m.In(sentence))
		switch {
		case hasPrefix(words, "until", "till"): // how long, not by when
		case !m.Last.After(published):
			if m.First == m.Last && m.Precision == data.ToTheDay && m.Last.Before(published) {
				earlier = m
			}
		case m.Limit && !(ok && found.Limit), !ok && m.Start > at:
			found, ok = m, true
		}
	}
	if !ok || !found.Limit || found.First != published {
		return found, ok
	}
	// Two weeks are counted from when they were promised.
	switch {
	case !earlier.First.IsZero():
		found.Last = found.Last.AddDate(0, 0, -int(published.Sub(earlier.First).Hours()/24))
	case f.retold(found.End):
		return data.Moment{}, false
	}
	return found, true
}

// retold tells whether words after the byte at say that something was said at
// another time: "she said after the first call".
func (f *finder) retold(at int) bool {
	for i, t := range f.toks {
		if t.Start >= at && tense(t.low) < 0 && f.is(i+1, "after", "before", "during", "when", "in", "then", "earlier", "після", "после") {
			return true
		}
	}
	return false
}

// vow is the byte where a sentence begins to promise.
func (f *finder) vow() (at int, ok bool) {
	for i, t := range f.toks {
		switch {
		case t.low == "?", f.refuses(i):
			return 0, false
		case ok:
		case f.will(i), vows[t.low] && (f.is(i+1, "to", "that") || t.low[0] >= 0x80):
			at, ok = t.Start, true
		}
	}
	return at, ok
}

// will tells whether token i is a verb of what is to come.
func (f *finder) will(i int) bool {
	t := f.toks[i]
	switch t.low {
	case "would":
		return !f.is(i+1, "need", "like", "have", "want", "prefer", "be") || f.is(i+2, "ready", "done", "handed", "open", "complete", "given")
	case "will", "shall":
		// Will is also a name, and a thing: "good will", "the will of the people".
		return !t.upper && !f.is(i-1, "the", "a", "good", "free", "political", "their", "his", "her", "our", "ill")
	case "we'll", "i'll", "he'll", "she'll", "they'll", "it'll":
		return true
	case "буде", "будуть", "будемо", "відбудеться", "відкриється", "відкриємо", "передамо", "покладемо", "надамо", "завершимо", "повернемо",
		"будет", "будут", "будем", "состоится", "откроется", "откроем", "передадим", "предоставим", "завершим", "вернём", "вернем":
		return true
	}
	return false
}

// refuses tells whether token i turns a promise into its opposite, or makes it
// hang on something.
func (f *finder) refuses(i int) bool {
	switch f.low(i) {
	case "won't", "wouldn't", "if", "unless", "unlikely", "doubt", "doubts", "doubted", "якщо", "навряд", "если", "вряд":
		return true
	case "not", "never", "neither":
		return f.is(i-1, "will", "would", "shall")
	case "не":
		return f.mayWill(i+1) || f.mayWill(i-1)
	}
	return false
}

// mayWill is will at a place that need not exist.
func (f *finder) mayWill(i int) bool { return i >= 0 && i < len(f.toks) && f.will(i) }
