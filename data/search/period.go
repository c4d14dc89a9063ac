package search

import (
	"strconv"
	"strings"
	"time"
)

// period reads days: 2025, 2025-08, 2025-08-14, A..B, A.., ..B. wrong is "" where
// nothing is wrong.
func period(text string) (from, to time.Time, wrong Want) {
	first, last, open := strings.Cut(text, "..")
	if !open {
		from, to, ok := days(first)
		if !ok {
			return from, to, WantDate
		}
		return from, to, ""
	}
	ok := first != "" || last != ""
	if first != "" {
		var good bool
		from, _, good = days(first)
		ok = ok && good
	}
	if last != "" {
		var good bool
		_, to, good = days(last)
		ok = ok && good
	}
	switch {
	case !ok:
		return from, to, WantDate
	case !from.IsZero() && !to.IsZero() && to.Before(from):
		return from, to, WantOrder
	}
	return from, to, ""
}

// days are the first and the last day of a year, a month or a day.
func days(text string) (first, last time.Time, ok bool) {
	parts := strings.Split(text, "-")
	n := [3]int{0, 1, 1}
	if len(parts) > 3 || len(parts[0]) != 4 {
		return first, last, false
	}
	for i, p := range parts {
		var err error
		if n[i], err = strconv.Atoi(p); err != nil || n[i] < 1 || len(p) > 4 || i > 0 && len(p) > 2 {
			return first, last, false
		}
	}
	first = time.Date(n[0], time.Month(n[1]), n[2], 0, 0, 0, 0, time.UTC)
	if first.Year() != n[0] || int(first.Month()) != n[1] || first.Day() != n[2] {
		return first, last, false
	}
	switch len(parts) {
	case 1:
		last = first.AddDate(1, 0, -1)
	case 2:
		last = first.AddDate(0, 1, -1)
	default:
		last = first
	}
	return first, last, true
}
