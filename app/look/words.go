package look

import (
	"time"

	"fyne.io/fyne/v2/lang"

	"lectern/data"
)

// LaneName is what a lane is called on screen: a column's heading.
func LaneName(l data.Lane) string {
	switch l {
	case data.Statement:
		return lang.L("Statements")
	case data.Caveat:
		return lang.L("Caveats")
	case data.Reaction:
		return lang.L("Reactions")
	case data.Background:
		return lang.L("Background")
	}
	return lang.L("No lane")
}

// LaneQuestion is the question that a lane answers, for people who meet it for
// the first time.
func LaneQuestion(l data.Lane) string {
	switch l {
	case data.Statement:
		return lang.L("What the parties themselves said")
	case data.Caveat:
		return lang.L("What limits, doubts or forecasts are attached")
	case data.Reaction:
		return lang.L("How others received it")
	case data.Background:
		return lang.L("Facts carried without speech or judgement")
	}
	return ""
}

// Day writes a day the way people of the interface's language do; "" for none.
func Day(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return lang.X("date.day", "{{.Day}} {{.Month}} {{.Year}}", map[string]any{
		"Day": t.Day(), "Month": month(t.Month()), "Year": t.Year(),
	})
}

// month is a month's short name, as it stands after a day.
func month(m time.Month) string {
	return [...]string{
		lang.L("Jan"), lang.L("Feb"), lang.L("Mar"), lang.L("Apr"), lang.L("May"), lang.L("Jun"),
		lang.L("Jul"), lang.L("Aug"), lang.L("Sep"), lang.L("Oct"), lang.L("Nov"), lang.L("Dec"),
	}[m-1]
}

// FaultText is the plain sentence of a failure in the interface's language.
func FaultText(err error) string {
	f := data.FaultOf(err)
	return lang.X("fault."+string(f.Code), data.FaultMessage(f.Code), map[string]any{"Subject": f.Subject})
}
