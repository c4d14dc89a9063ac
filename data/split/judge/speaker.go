package judge

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"lectern/data"
)

// speaker adds what is known of who speaks.
func (v *view) speaker(x *saying, i int, add func(string, float64)) {
	n := x.Attribution
	if n < 0 && len(x.acts) > 0 {
		n = x.acts[0]
	}
	if n < 0 || n >= len(v.r.Attributions) {
		add("nobody speaks", 1)
		add("nobody speaks, uncertain", v.uncertain[i])
		add("nobody speaks, report argues", v.own)
		return
	}
	a := &v.r.Attributions[n]
	role := string(a.Role)
	if a.Role == data.UnknownRole {
		role = "unknown"
	}
	if x.Attribution >= 0 {
		add("decided by words", 1)
	}
	add("role "+role, 1)
	add("form "+a.Reason.Rule, 1)
	add("words "+string(a.Kind), 1)
	if a.Speaker == "" {
		add("speaker unknown", 1)
		return
	}
	first := v.first[a.Speaker]
	add("speaker first seen late", float64(first)/float64(len(v.says)))
	add("speaker seen at the head", max(0, 1-float64(first)/4))
	add("speaker heard often", float64(v.turns[a.Speaker])/float64(len(v.r.Attributions)))
	if v.turns[a.Speaker] <= 2 {
		add("speaker heard once", 1)
	}
	add("role "+role+", first seen late", float64(first)/float64(len(v.says)))
}

// source adds how the report describes who speaks, here and elsewhere, by which
// word he speaks, and whether the report opens with him.
func (v *view) source(x *saying, add func(string, float64)) {
	n := x.Attribution
	if n < 0 && len(x.acts) > 0 {
		n = x.acts[0]
	}
	if n < 0 || n >= len(v.r.Attributions) {
		return
	}
	a := &v.r.Attributions[n]
	for _, c := range a.Cue {
		add("cue "+fold(c.In(v.text)), 0.5)
	}
	if a.Speaker == "" {
		for _, w := range v.describe(nil, a) {
			add("source "+w, 0.7)
		}
		return
	}
	for _, w := range v.described[a.Speaker] {
		add("source "+w, 0.7)
	}
	lead, all := 0, 0
	for _, w := range strings.Fields(a.Speaker) {
		if r, _ := utf8.DecodeRuneInString(w); !unicode.IsUpper(r) {
			continue
		}
		w = fold(w)
		lead = max(lead, v.leads[w])
		all = max(all, v.heard[w])
	}
	switch {
	case all == 0:
		add("speaker without a name", 1)
	case lead == 0:
		add("speaker named after the lead", 1)
	default:
		add("speaker named in the lead", 1)
		add("speaker named in the lead often", min(1, float64(lead)/3))
	}
	add("speaker named often", min(1, float64(all)/8))
}

// mostDescribed is how many words that describe one speaker count.
const mostDescribed = 40

// describe adds to words those of an attribution's source that are not among
// them.
func (v *view) describe(words []string, a *data.Attribution) []string {
	for _, s := range a.Source {
		for w := range strings.FieldsFuncSeq(s.In(v.text), func(r rune) bool { return !unicode.IsLetter(r) && r != '-' && r != '\'' }) {
			if w = fold(w); len(w) > 2 && len(words) < mostDescribed && !slices.Contains(words, w) {
				words = append(words, w)
			}
		}
	}
	return words
}
