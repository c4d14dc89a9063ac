package ingest

import (
	"regexp"
	"strconv"
	"strings"
	"time"
)

// months maps the first letters of a month's name in English, German,
// Ukrainian and Russian to its number. Longer openings stand before shorter ones in monthOf.
var months = map[string]time.Month{
	"jan": 1, "feb": 2, "mar": 3, "apr": 4, "may": 5, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "oct": 10, "nov": 11, "dec": 12,
	"січ": 1, "лют": 2, "бер": 3, "кві": 4, "тра": 5, "чер": 6, "лип": 7, "сер": 8, "вер": 9, "жов": 10, "лис": 11, "гру": 12,
	"jän": 1, "mär": 3, "mai": 5, "okt": 10, "dez": 12,
	"янв": 1, "фев": 2, "мар": 3, "апр": 4, "мая": 5, "май": 5, "июн": 6, "июл": 7, "авг": 8, "сен": 9, "окт": 10, "ноя": 11, "дек": 12,
}

const monthWord = `(jan(?:uary|\.)?|feb(?:ruary|\.)?|mar(?:ch|\.)?|apr(?:il|\.)?|may|june?\.?|july?\.?|aug(?:ust|\.)?|sept?(?:ember|\.)?|oct(?:ober|\.)?|nov(?:ember|\.)?|dec(?:ember|\.)?` +
	`|januar|jänner|jän\.|februar|märz|mär[.z]|mai|juni|juli|okt(?:ober|\.)?|dez(?:ember|\.)?` +
	`|січ(?:ня|ень)|лют(?:ого|ий)|берез(?:ня|ень)|квіт(?:ня|ень)|трав(?:ня|ень)|черв(?:ня|ень)|лип(?:ня|ень)|серп(?:ня|ень)|верес(?:ня|ень)|жовт(?:ня|ень)|листопада?|груд(?:ня|ень)` +
	`|январ[яь]|феврал[яь]|марта?|апрел[яь]|ма[яй]|июн[яь]|июл[яь]|августа?|сентябр[яь]|октябр[яь]|ноябр[яь]|декабр[яь])`

var (
	dayMonthYear = regexp.MustCompile(`(?i)(?:^|[^\d\p{L}])(\d{1,2})(?:st|nd|rd|th)?(?:\s+of)?[\s.-]+` + monthWord + `,?[\s-]+(\d{4})(?:\D|$)`)
	monthDayYear = regexp.MustCompile(`(?i)(?:^|[^\p{L}])` + monthWord + `\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})(?:\D|$)`)
	isoDate      = regexp.MustCompile(`(?:^|\D)(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:\D|$)`)
	numericDate  = regexp.MustCompile(`(?:^|\D)(\d{1,2})([./-])(\d{1,2})[./-](\d{4})(?:\D|$)`)
	compactDate  = regexp.MustCompile(`^(\d{4})(\d{2})(\d{2})(?:T|\s|$)`)
	urlDate      = regexp.MustCompile(`/(\d{4})[/-](\d{1,2}|[a-z]{3})[/-](\d{1,2})(?:[/-]|$)`)
)

// dateIn finds the first day named in s, as it is written there: a time zone
// does not move it. Zero when there is none, or when 03/04/2026 could be two
// days.
func dateIn(s string) time.Time {
	if len(s) > 400 {
		s = s[:400]
	}
	s = strings.TrimSpace(s)
	if m := isoDate.FindStringSubmatch(s); m != nil {
		return day(m[1], m[2], m[3])
	}
	if m := dayMonthYear.FindStringSubmatch(s); m != nil {
		return day(m[3], m[2], m[1])
	}
	if m := monthDayYear.FindStringSubmatch(s); m != nil {
		return day(m[3], m[1], m[2])
	}
	if m := numericDate.FindStringSubmatch(s); m != nil {
		first, _ := strconv.Atoi(m[1])
		second, _ := strconv.Atoi(m[3])
		switch {
		case m[2] == ".", first > 12, first == second: // dots are European
			return day(m[4], m[3], m[1])
		case second > 12:
			return day(m[4], m[1], m[3])
		}
		return time.Time{}
	}
	if m := compactDate.FindStringSubmatch(s); m != nil {
		return day(m[1], m[2], m[3])
	}
	return time.Time{}
}

// dateInURL reads the day many news addresses carry: /2026/03/14/.
func dateInURL(url string) time.Time {
	m := urlDate.FindStringSubmatch(strings.ToLower(url))
	if m == nil {
		return time.Time{}
	}
	return day(m[1], m[2], m[3])
}

// day builds a date of a year, a month's number or name, and a day; a day that
// no calendar has gives zero.
func day(year, month, dayOfMonth string) time.Time {
	y, _ := strconv.Atoi(year)
	d, _ := strconv.Atoi(dayOfMonth)
	m := monthOf(month)
	if y < 1800 || y > 2100 || m == 0 {
		return time.Time{}
	}
	t := time.Date(y, m, d, 0, 0, 0, 0, time.UTC)
	if t.Day() != d || t.Month() != m {
		return time.Time{}
	}
	return t
}

func monthOf(s string) time.Month {
	if n, err := strconv.Atoi(s); err == nil {
		if n < 1 || n > 12 {
			return 0
		}
		return time.Month(n)
	}
	letters := []rune(strings.ToLower(s))
	if len(letters) < 3 {
		return 0
	}
	return months[string(letters[:3])]
}
