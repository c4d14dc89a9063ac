package scene

import (
	"strings"

	"fyne.io/fyne/v2/lang"

	"lectern/app/look"
	"lectern/data"
	"lectern/data/brief"
)

// laneWord is what one passage of a lane is called.
func laneWord(l data.Lane) string {
	switch l {
	case data.Statement:
		return lang.L("Statement")
	case data.Caveat:
		return lang.L("Caveat")
	case data.Reaction:
		return lang.L("Reaction")
	case data.Background:
		return lang.L("Background")
	}
	return lang.L("From the report")
}

// between stands between the parts of a source line.
const between = "  ·  "

// Source is who said something, in what and when: it stands under everything
// that is quoted.
func Source(q data.Quote) string {
	day := strings.ReplaceAll(look.Day(q.Published), " ", "\u00a0") // a date stays on one line
	if day == "" {
		day = lang.L("undated")
	}
	var all []string
	for _, words := range []string{q.Speaker, q.Publisher, day} {
		if words != "" {
			all = append(all, words)
		}
	}
	if q.Publisher == "" && q.Title != "" {
		all = append(all[:len(all)-1], q.Title, day)
	}
	return strings.Join(all, between)
}

// FateLine is what a room must know of a quotation besides: that it is not in the
// library any more, or that there is a newer version. "" where there is nothing.
func FateLine(p brief.Part) string {
	switch p.Fate {
	case brief.Gone:
		return lang.L("as of {{.Day}}; no longer in the library", map[string]any{"Day": look.Day(p.Taken.Local())})
	case brief.Renewed:
		return lang.L("as of {{.Day}}; there is a newer version of this report", map[string]any{"Day": look.Day(p.Taken.Local())})
	}
	return ""
}
