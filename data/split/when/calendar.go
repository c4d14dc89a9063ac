package when

import (
	"strings"
	"time"

	"lectern/data"
)

// table turns lines of words, each with a value by its place, into a look-up.
func table[T any](value func(int) T, lines ...string) map[string]T {
	m := make(map[string]T)
	for i, line := range lines {
		for _, w := range strings.Fields(line) {
			m[w] = value(i)
		}
	}
	return m
}

var numbers = table(func(i int) int { return i + 1 },
	"a an one один одного одну одна одної одной",
	"two два двох дві две двух", "three три трьох трех трёх", "four чотири чотирьох четыре четырех четырёх",
	"five п'ять п'яти пять пяти", "six шість шести шесть", "seven сім семи семь", "eight вісім восьми восемь",
	"nine дев'ять дев'яти девять девяти", "ten десять десяти", "eleven", "twelve")

var months = table(func(i int) time.Month { return time.Month(i + 1) },
	"january jan січня січні января январе", "february feb лютого лютому февраля феврале",
	"march mar березня березні марта марте", "april apr квітня квітні апреля апреле",
	"may травня травні мая мае", "june jun червня червні июня июне", "july jul липня липні июля июле",
	"august aug серпня серпні августа августе", "september sept sep вересня вересні сентября сентябре",
	"october oct жовтня жовтні октября октябре", "november nov листопада листопаді ноября ноябре",
	"december dec грудня грудні декабря декабре")

var weekdays = table(func(i int) time.Weekday { return time.Weekday(i) },
	"sunday неділю неділі воскресенье воскресенья", "monday понеділок понеділка понедельник понедельника",
	"tuesday вівторок вівторка вторник вторника", "wednesday середу середи среду среды",
	"thursday четвер четверга четверг", "friday п'ятницю п'ятниці пятницу пятницы",
	"saturday суботу суботи субботу субботы")

// unit is what times are counted in.
type unit struct {
	precision          data.Precision
	days, moons, years int
}

var units = table(func(i int) unit {
	return [...]unit{{data.ToTheDay, 1, 0, 0}, {data.ToTheWeek, 7, 0, 0}, {data.ToTheWeek, 14, 0, 0}, {data.ToTheMonth, 0, 1, 0}, {data.ToTheYear, 0, 0, 1}}[i]
},
	"day days день дні днів дня дней", "week weeks тиждень тижні тижнів тижня неделя недели недель неделю неделе",
	"fortnight", "month months місяць місяці місяців місяця месяц месяца месяцев месяце",
	"year years рік роки років року год года лет году")

// after is n units after day.
func (u unit) after(day time.Time, n int) time.Time {
	return day.AddDate(n*u.years, n*u.moons, n*u.days)
}

// around is the whole week, month or year that day lies in, moved by n of them.
func (u unit) around(day time.Time, n int) (first, last time.Time) {
	switch u.precision {
	case data.ToTheWeek:
		monday := (int(day.Weekday()) + 6) % 7
		first = day.AddDate(0, 0, 7*n-monday)
		return first, first.AddDate(0, 0, 6)
	case data.ToTheMonth:
		first = date(day.Year(), day.Month()+time.Month(n), 1)
		return first, first.AddDate(0, 1, -1)
	case data.ToTheYear:
		return date(day.Year()+n, 1, 1), date(day.Year()+n, 12, 31)
	}
	day = day.AddDate(0, 0, n)
	return day, day
}

func date(year int, month time.Month, day int) time.Time {
	return time.Date(year, month, day, 0, 0, 0, 0, time.UTC)
}

// real reports whether a calendar has such a day.
func real(year int, month time.Month, day int) bool {
	return day >= 1 && month >= 1 && month <= 12 && date(year, month, day).Day() == day
}

func isYear(t token) bool { return t.digit && len(t.low) == 4 && t.num >= 1900 && t.num <= 2100 }

// yearOf picks the year of a day that is named without one, given in the year of
// publication: the next to come, the last that was, or the nearest of all.
func yearOf(published, day time.Time, lean int) int {
	// In days: a limit that has just run out is still that limit, and a day soon to
	// come is seldom one of last year.
	const half, grace, soon = 183, 14, 60
	away := int(day.Sub(published).Hours() / 24)
	switch {
	case lean > 0 && away < -grace, lean == 0 && away < -half:
		return published.Year() + 1
	case lean < 0 && away > soon, lean == 0 && away > half:
		return published.Year() - 1
	}
	return published.Year()
}

// starters are all words that the heart of an expression can begin with. Most
// words of a text are none, and are passed over at once.
var starters = startersOf()

func startersOf() map[string]bool {
	all := table(func(int) bool { return true }, `
		today tonight tomorrow yesterday сьогодні завтра вчора учора післязавтра сегодня вчера послезавтра
		the day end early late mid кінця кінці конца конце наприкінці
		within протягом упродовж впродовж течение через
		next last this coming наступного наступну минулого минулої минулу цього следующий следующую прошлый прошлую`)
	for w := range months {
		all[w] = true
	}
	for w := range weekdays {
		all[w] = true
	}
	for w := range moves {
		all[w] = true
	}
	for w := range numbers {
		all[w] = true
	}
	for w := range units {
		all[w] = true
	}
	return all
}
