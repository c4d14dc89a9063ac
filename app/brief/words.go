package brief

import (
	"strings"
	"time"
	"unicode/utf8"

	"fyne.io/fyne/v2/lang"

	"lectern/app/look"
	"lectern/data"
	briefs "lectern/data/brief"
)

// kindName is what a kind of step is called.
func kindName(k data.BriefStepKind) string {
	switch k {
	case data.TitleCard:
		return lang.L("Title card")
	case data.NoteCard:
		return lang.L("Note")
	case data.LanesStep:
		return lang.L("Lanes of a report")
	case data.StatementStep:
		return lang.L("Statement")
	case data.PairStep:
		return lang.L("Two reports")
	}
	return lang.L("Quotation")
}

// kindAbout says what a room sees of a kind of step.
func kindAbout(k data.BriefStepKind) string {
	switch k {
	case data.LanesStep:
		return lang.L("The report's statements, caveats and reactions, side by side")
	case data.StatementStep:
		return lang.L("The words, with the caveats and reactions that belong to them")
	case data.PairStep:
		return lang.L("Both reports, side by side")
	}
	return lang.L("The words beside the place in the report where they stand")
}

// tieNames say why a passage belongs to a statement.
func tieNames(ties []briefs.Tie) string {
	if len(ties) == 0 {
		return lang.L("you added it")
	}
	names := make([]string, len(ties))
	for i, t := range ties {
		names[i] = tieName(t)
	}
	return strings.Join(names, ", ")
}

func tieName(t briefs.Tie) string {
	switch t {
	case briefs.SameParagraph:
		return lang.X("tie.paragraph", "same paragraph")
	case briefs.SameSpeaker:
		return lang.X("tie.speaker", "same speaker")
	case briefs.SameTheme:
		return lang.X("tie.theme", "same theme")
	case briefs.Headed:
		return lang.X("tie.headed", "below this headline")
	}
	return lang.X("tie.words", "same words")
}

// fateName says what has become of a quotation; "" where it is as it was.
func fateName(p briefs.Part) string {
	day := map[string]any{"Day": look.Day(p.Taken.Local())}
	switch p.Fate {
	case briefs.Gone:
		return lang.X("fate.gone", "report removed: shown as of {{.Day}}", day)
	case briefs.Corrected:
		return lang.X("fate.corrected", "corrected since {{.Day}}", day)
	case briefs.Moved:
		return lang.X("fate.moved", "report brought in again since {{.Day}}", day)
	case briefs.Renewed:
		return lang.X("fate.renewed", "there is a newer version of the report", day)
	}
	return ""
}

// sourceLine is who said something, where and when.
func sourceLine(q data.Quote) string {
	return joined(q.Speaker, publisherOf(q), dayOf(q.Published))
}

func publisherOf(q data.Quote) string {
	if q.Publisher != "" || q.Len() == 0 {
		return q.Publisher
	}
	return q.Title
}

func dayOf(t time.Time) string {
	if t.IsZero() {
		return lang.L("undated")
	}
	return look.Day(t)
}

// joined puts what there is side by side.
func joined(all ...string) string {
	kept := all[:0]
	for _, one := range all {
		if one != "" {
			kept = append(kept, one)
		}
	}
	return strings.Join(kept, "  ·  ")
}

// oneLine is words without line breaks.
func oneLine(words string) string { return strings.Join(strings.Fields(words), " ") }

// quoted is words in quotation marks.
func quoted(words string) string {
	words = oneLine(words)
	if first, _ := utf8.DecodeRuneInString(words); strings.ContainsRune("\"'“”„«‘", first) {
		return words // it has its own
	}
	return lang.X("brief.quoted", "“{{.Words}}”", map[string]any{"Words": words})
}

func stepCount(n int) string {
	return lang.XN("brief.steps", "{{.Count}} steps", n, map[string]any{"Count": n})
}

func minuteCount(n int) string {
	return lang.XN("brief.minutes", "{{.Count}} min", n, map[string]any{"Count": n})
}

// caption is what a step is about, in a line.
func caption(s data.BriefStep) string {
	words := ""
	switch s.Kind {
	case data.TitleCard, data.NoteCard:
		words = oneLine(s.Title)
		if words == "" {
			words = oneLine(s.Words)
		}
		if words == "" {
			words = lang.L("Nothing written yet")
		}
	case data.LanesStep:
		words = s.Main.Title
	case data.PairStep:
		words = s.Main.Title
		if len(s.With) > 0 {
			words = lang.X("brief.pair", "{{.One}}  |  {{.Other}}", map[string]any{"One": s.Main.Title, "Other": s.With[0].Title})
		}
	default:
		words = quoted(s.Main.Words)
	}
	return words
}

// company says in how many caveats and reactions a statement comes.
func company(s data.BriefStep) string {
	if s.Kind != data.StatementStep {
		return ""
	}
	caveats, reactions := 0, 0
	for _, q := range s.With {
		if q.Lane == data.Reaction {
			reactions++
		} else {
			caveats++
		}
	}
	var all []string
	if caveats > 0 {
		all = append(all, lang.XN("brief.caveats", "{{.Count}} caveats", caveats, map[string]any{"Count": caveats}))
	}
	if reactions > 0 {
		all = append(all, lang.XN("brief.reactions", "{{.Count}} reactions", reactions, map[string]any{"Count": reactions}))
	}
	return strings.Join(all, ", ")
}

// leftOut says that caveats were left out knowingly; "" where none was.
func leftOut(s data.BriefStep) string {
	n := len(s.Left)
	if n == 0 {
		return ""
	}
	return lang.XN("brief.left", "{{.Count}} caveats left out", n, map[string]any{"Count": n})
}

// newTitle is what a new brief is called until somebody gives it a name.
func newTitle(now time.Time) string {
	return lang.L("Brief of {{.Day}}", map[string]any{"Day": look.Day(now)})
}
