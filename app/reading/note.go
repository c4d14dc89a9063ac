package reading

import (
	"strings"

	"fyne.io/fyne/v2/lang"

	"lectern/app/look"
	"lectern/data"
)

// badgeOf says in a few words how firmly a passage speaks, and where its lane
// comes from.
func badgeOf(doc *data.Document, p data.Passage, review data.Review) string {
	var words []string
	if firm := firmnessWord(doc, p); firm != "" {
		words = append(words, firm)
	}
	switch {
	case p.Decision != nil && p.Decision.Astray:
		words = append(words, "? "+lang.L("check again"))
	case p.Decision != nil:
		words = append(words, lang.L("decided"))
	case p.Awaits(review):
		words = append(words, "? "+lang.L("to review"))
	case p.Score < data.ReviewMostBelow:
		words = append(words, lang.L("unsure"))
	}
	return strings.Join(words, " · ")
}

// Under these a passage is called hedged, and strongly hedged.
const (
	hedgedBelow   = 0.75
	stronglyBelow = 0.35
)

// firmnessWord is the report's own word of likelihood where it uses one, or how
// much the passage is hedged; "" where it is firm.
func firmnessWord(doc *data.Document, p data.Passage) string {
	if _, at := p.Likelihood(doc.Body); !at.Empty() {
		return look.Quoted(at.In(doc.Body))
	}
	switch firm := p.Firmness(); {
	case firm < stronglyBelow:
		return lang.L("strongly hedged")
	case firm < hedgedBelow:
		return lang.L("hedged")
	}
	return ""
}

// firmnessNote tells what makes a passage less firm, and what its word of
// likelihood stands for.
func firmnessNote(doc *data.Document, p data.Passage) []string {
	var lines []string
	if band, at := p.Likelihood(doc.Body); band != data.NoLikelihood {
		low, high := band.Band()
		lines = append(lines, lang.X("note.likelihood", "“{{.Word}}”: in ICD 203, {{.Low}}–{{.High}} %. The report may not have meant a number.",
			map[string]any{"Word": at.In(doc.Body), "Low": low, "High": high}))
	}
	firm := p.Firmness()
	if firm >= 1 {
		return lines
	}
	var hedges []string
	for _, h := range p.Hedges {
		hedges = append(hedges, look.Quoted(h.In(doc.Body))+" ("+hedgeName(h.Kind)+")")
	}
	return append(lines, lang.X("note.firmness", "Firmness {{.Tenths}} of 10: {{.Hedges}}.",
		map[string]any{"Tenths": max(1, int(firm*10+0.5)), "Hedges": strings.Join(hedges, ", ")}))
}

// hedgeName is what a kind of hedge is called.
func hedgeName(k data.HedgeKind) string {
	switch k {
	case data.Modal:
		return lang.L("possible")
	case data.Reporting:
		return lang.L("by report")
	case data.Condition:
		return lang.L("condition")
	case data.Approximator:
		return lang.L("roughly")
	case data.NotKnown:
		return lang.L("not known")
	}
	return lang.L("vague source")
}

// noteOf tells what the passage promises, why it stands in its lane, how firm it
// is and what else it does.
func noteOf(doc *data.Document, p data.Passage, review data.Review) string {
	var lines []string
	if p.Awaits(review) && p.Decision == nil {
		lines = append(lines, lang.X("note.review", "Is this right? A accepts {{.Lane}}; S, C, R or B puts it elsewhere; N goes on.",
			map[string]any{"Lane": look.LaneName(p.Lane)}))
	}
	for _, e := range doc.Expectations {
		if e.Passage.Overlaps(p.Span) {
			lines = append(lines, lang.X("note.promise", "Promised for {{.Day}}: “{{.Words}}”.",
				map[string]any{"Day": look.Day(e.Due), "Words": e.When.In(doc.Body)}))
		}
	}
	if d := p.Decision; d != nil && d.Astray {
		lines = append(lines, lang.X("note.astray",
			"The words here have changed since {{.By}} decided on {{.Day}}. Decide again.",
			map[string]any{"By": d.By, "Day": look.Day(d.At.Local())}))
	} else if d != nil {
		lines = append(lines, lang.X("note.decided", "Put here by {{.By}} on {{.Day}}. Lectern proposed {{.Lane}}.",
			map[string]any{"By": d.By, "Day": look.Day(d.At.Local()), "Lane": look.LaneName(p.Lane)}))
	}
	if named := namedHere(doc, p); named != "" {
		lines = append(lines, named)
	}
	lines = append(lines, reasonOf(p))
	lines = append(lines, firmnessNote(doc, p)...)
	if p.Secondary != data.NoLane && p.Secondary != p.Shown() {
		lines = append(lines, lang.X("note.secondary", "It could also be read under {{.Lane}}.",
			map[string]any{"Lane": look.LaneName(p.Secondary)}))
	}
	return strings.Join(lines, "\n")
}

// reasonOf is the machine's reason in words, with the words of the report that
// carried it and how often such a reason is right.
func reasonOf(p data.Passage) string {
	why := lang.X("reason."+p.Reason.Rule, p.Reason.Rule)
	if p.Reason.Evidence != "" {
		why = lang.X("note.evidence", "{{.Why}} See “{{.Words}}”.",
			map[string]any{"Why": why, "Words": p.Reason.Evidence})
	}
	return lang.X("note.score", "{{.Why}} Right in about {{.Times}} of 10 such cases.",
		map[string]any{"Why": why, "Times": max(1, min(9, int(p.Score*10+0.5)))})
}
