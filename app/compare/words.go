package compare

import (
	"strings"

	"fyne.io/fyne/v2/lang"

	"lectern/app/look"
	"lectern/data"
	"lectern/data/compare"
)

// className is what a change is about.
func className(c compare.Class) string {
	switch c {
	case compare.Quotation:
		return lang.L("Quotation")
	case compare.Attribution:
		return lang.L("Who said it")
	case compare.Number:
		return lang.L("Number")
	case compare.Headline:
		return lang.L("Headline")
	}
	return lang.L("Wording")
}

// kindName is what became of a sentence.
func kindName(k compare.Kind) string {
	switch k {
	case compare.Added:
		return lang.L("Added")
	case compare.Removed:
		return lang.L("Removed")
	case compare.Moved:
		return lang.L("Moved")
	case compare.Changed:
		return lang.L("Changed")
	}
	return ""
}

// sign is the mark that goes with the word everywhere.
func sign(k compare.Kind) string {
	switch k {
	case compare.Added:
		return "+"
	case compare.Removed:
		return "−"
	case compare.Moved:
		return "→"
	case compare.Changed:
		return "≠"
	}
	return ""
}

// classNames are all that a change is about.
func classNames(all []compare.Class) string {
	var names []string
	for _, c := range all {
		names = append(names, className(c))
	}
	return strings.Join(names, ", ")
}

// summary says in a sentence what changed: "2 quotations, 1 number and the
// headline changed · 5 sentences added".
func summary(s compare.Summary) string {
	if s.None() {
		return lang.L("Both versions say the same.")
	}
	var changed, parts []string
	count := func(n int, words string, to *[]string) {
		if n > 0 {
			*to = append(*to, words)
		}
	}
	of := func(n int) map[string]any { return map[string]any{"Count": n} }
	count(s.Quotations, lang.XN("versions.quotations", "{{.Count}} quotations", s.Quotations, of(s.Quotations)), &changed)
	count(s.Attributions, lang.XN("versions.attributions", "{{.Count}} attributions", s.Attributions, of(s.Attributions)), &changed)
	count(s.Numbers, lang.XN("versions.numbers", "{{.Count}} numbers", s.Numbers, of(s.Numbers)), &changed)
	count(s.Headlines, lang.L("the headline"), &changed)
	count(s.Wordings, lang.XN("versions.wordings", "the wording of {{.Count}} sentences", s.Wordings, of(s.Wordings)), &changed)
	if len(changed) > 0 {
		parts = append(parts, lang.L("Changed: {{.What}}", map[string]any{"What": listed(changed)}))
	}
	count(s.Added, lang.XN("versions.added", "{{.Count}} sentences added", s.Added, of(s.Added)), &parts)
	count(s.Removed, lang.XN("versions.removed", "{{.Count}} sentences removed", s.Removed, of(s.Removed)), &parts)
	count(s.Moved, lang.XN("versions.moved", "{{.Count}} sentences moved", s.Moved, of(s.Moved)), &parts)
	return strings.Join(parts, "  ·  ")
}

// listed joins words as one says them: "a, b and c".
func listed(all []string) string {
	if len(all) == 1 {
		return all[0]
	}
	last := len(all) - 1
	return lang.L("{{.Some}} and {{.Last}}", map[string]any{"Some": strings.Join(all[:last], ", "), "Last": all[last]})
}

// dated says which version a report is: the day it was published, and when it
// came in.
func dated(r data.Report) string {
	entered := lang.L("came in {{.Day}}", map[string]any{"Day": look.Day(r.Entered.Local()) + r.Entered.Local().Format(" 15:04")})
	if r.Published.IsZero() {
		return entered
	}
	return look.Day(r.Published) + "  ·  " + entered
}
