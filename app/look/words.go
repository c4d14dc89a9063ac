package look

import (
	"strconv"
	"strings"
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
	parts := map[string]any{"Day": t.Day(), "Month": month(t.Month()), "Year": t.Year()}
	if t.Day() == 1 { // some count the first day of a month in another way: 1er mars
		return lang.X("date.first", "{{.Day}} {{.Month}} {{.Year}}", parts)
	}
	return lang.X("date.day", "{{.Day}} {{.Month}} {{.Year}}", parts)
}

// Moment writes a time as a person's clock shows it; "" for none.
func Moment(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	t = t.Local()
	return Day(t) + ", " + t.Format("15:04")
}

// Number writes a count with its thousands apart: 20,000 in English, with a space
// where a comma is the decimal sign. Translators write 20,000 as their readers do.
func Number(n int) string {
	digits := strconv.Itoa(n)
	between := strings.TrimSuffix(strings.TrimPrefix(lang.X("number.thousands", "20,000"), "20"), "000")
	for i := len(digits) - 3; i > 0 && digits[i-1] != '-'; i -= 3 {
		digits = digits[:i] + between + digits[i:]
	}
	return digits
}

// Tenths writes a number with one digit behind the point, or behind what readers of
// the interface's language have there.
func Tenths(v float64) string {
	return strings.Replace(strconv.FormatFloat(v, 'f', 1, 64), ".", lang.X("number.point", "."), 1)
}

// Percent writes a share of a hundred.
func Percent(n int) string {
	return lang.X("number.percent", "{{.Number}}%", map[string]any{"Number": Number(n)})
}

// Quoted puts words in the quotation marks of the interface's language.
func Quoted(words string) string {
	return lang.X("quoted", "“{{.Words}}”", map[string]any{"Words": words})
}

// TimeLeft says how long something will still take, no more exactly than anyone
// can know; "" for 0.
func TimeLeft(d time.Duration) string {
	count := func(n int) map[string]any { return map[string]any{"Count": n} }
	switch {
	case d <= 0:
		return ""
	case d < 10*time.Second:
		return lang.L("a few seconds left")
	case d < 55*time.Second:
		n := int((d+5*time.Second)/(10*time.Second)) * 10
		return lang.XN("left.seconds", "about {{.Count}} seconds left", n, count(n))
	case d < 55*time.Minute:
		n := int((d + 30*time.Second) / time.Minute)
		return lang.XN("left.minutes", "about {{.Count}} minutes left", n, count(n))
	}
	n := int((d + 30*time.Minute) / time.Hour)
	return lang.XN("left.hours", "about {{.Count}} hours left", n, count(n))
}

// month is a month's short name, as it stands after a day. Only the one that is
// asked for is looked up: a screen writes hundreds of days.
func month(m time.Month) string {
	switch m {
	case time.January:
		return lang.L("Jan")
	case time.February:
		return lang.L("Feb")
	case time.March:
		return lang.L("Mar")
	case time.April:
		return lang.L("Apr")
	case time.May:
		return lang.L("May")
	case time.June:
		return lang.L("Jun")
	case time.July:
		return lang.L("Jul")
	case time.August:
		return lang.L("Aug")
	case time.September:
		return lang.L("Sep")
	case time.October:
		return lang.L("Oct")
	case time.November:
		return lang.L("Nov")
	}
	return lang.L("Dec")
}

// FaultText is the plain sentence of a failure in the interface's language.
func FaultText(err error) string {
	f := data.FaultOf(err)
	return lang.X("fault."+string(f.Code), data.FaultMessage(f.Code), map[string]any{"Subject": f.Subject})
}
