package look

import (
	"strings"
	"time"
)

// ParseDay reads a day typed as year-month-day, with or without noughts
// ("2026-1-3"). No words are no day; ok is false for anything else.
func ParseDay(words string) (day time.Time, ok bool) {
	words = strings.TrimSpace(words)
	if words == "" {
		return time.Time{}, true
	}
	day, err := time.Parse("2006-1-2", words)
	return day, err == nil
}

// DayField is a day as it is typed, "" for none.
func DayField(day time.Time) string {
	if day.IsZero() {
		return ""
	}
	return day.Format(time.DateOnly)
}
