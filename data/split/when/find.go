package when

import (
	"time"

	"lectern/data"
)

// Find lists the expressions of time in text, in order and not overlapping, that
// can be resolved against the day of publication. Where that is zero, only those
// that name their year can.
func Find(text string, published time.Time) []data.Moment {
	f := finder{toks: tokens(text), day: published}
	var all []data.Moment
	for i := 0; i < len(f.toks); {
		m, next := f.at(i)
		if next == i {
			i++
			continue
		}
		m.Span = data.Span{Start: f.toks[i].Start, End: f.toks[next-1].End}
		all = append(all, m)
		i = next
	}
	return all
}

// finder reads the tokens of one text. Its methods answer with the index after
// what they read; the index they were given means that there is nothing.
type finder struct {
	toks []token
	day  time.Time // of publication; zero when unknown
}

func (f *finder) low(i int) string {
	if i < 0 || i >= len(f.toks) {
		return ""
	}
	return f.toks[i].low
}

func (f *finder) is(i int, words ...string) bool {
	low := f.low(i)
	for _, w := range words {
		if low == w {
			return true
		}
	}
	return false
}

func (f *finder) num(i int) int {
	if i < 0 || i >= len(f.toks) {
		return -1
	}
	return f.toks[i].num
}

// hint is what the words before an expression say about it.
type hint struct {
	limit bool // by, until, before
	led   bool // any preposition: what follows is a time rather than a name
	lean  int  // +1 where it lies after the publication, -1 before, 0 where nothing tells
}

// at reads an expression with its preposition.
func (f *finder) at(i int) (data.Moment, int) {
	from, h := f.lead(i)
	if from == i && i > 0 {
		// A word that belongs to no expression may still lead: "since May".
		h.led = f.is(i-1, "since", "from", "after", "of", "to", "through", "early", "late", "mid", "this", "next", "last", "від", "після", "з", "с", "от")
	}
	// Looking around costs more than reading, so it is done only where there is
	// something to read, for some of which the words around decide.
	h.lean = +1
	if _, next := f.core(from, h); next == from {
		return data.Moment{}, i
	}
	switch {
	case h.limit:
	case f.is(i-1, "since", "від", "з", "с"):
		h.lean = -1
	default:
		h.lean = f.lean(i)
	}
	m, next := f.core(from, h)
	if next == from {
		return data.Moment{}, i
	}
	m.Limit = m.Limit || h.limit
	return m, next
}

// lead reads the preposition before a time.
func (f *finder) lead(i int) (int, hint) {
	switch {
	case f.is(i, "no") && f.is(i+1, "later") && f.is(i+2, "than"):
		return i + 3, hint{limit: true, led: true}
	case f.is(i, "by", "until", "till", "before", "до"):
		return i + 1, hint{limit: true, led: true}
	case f.is(i, "on", "in", "during", "at", "у", "в", "во", "на"):
		return i + 1, hint{led: true}
	}
	return i, hint{}
}

// core reads the time itself.
func (f *finder) core(i int, h hint) (data.Moment, int) {
	if i >= len(f.toks) || !f.toks[i].digit && !starters[f.toks[i].low] && !numeral(f.toks[i].low) {
		return data.Moment{}, i
	}
	for _, read := range [...]func(int, hint) (data.Moment, int){
		f.numeric, f.calendarDay, f.weekday, f.edge, f.near, f.counted, f.monthOf, f.year,
	} {
		if m, next := read(i, h); next > i {
			return m, next
		}
	}
	return data.Moment{}, i
}

// numeral reports whether a token begins with a digit.
func numeral(low string) bool { return low != "" && '0' <= low[0] && low[0] <= '9' }

func oneDay(day time.Time) data.Moment {
	return data.Moment{First: day, Last: day, Precision: data.ToTheDay}
}

// numeric reads 2026-10-20 and 20.10.2026.
func (f *finder) numeric(i int, _ hint) (data.Moment, int) {
	t := f.toks[i]
	if n, ok := dotted(t.low); ok && n == len(t.low) {
		var d, m, y, part int
		for _, c := range t.low {
			if c == '.' {
				d, m, part = m, part, 0
				continue
			}
			part = part*10 + int(c-'0')
		}
		if y = part; real(y, time.Month(m), d) {
			return oneDay(date(y, time.Month(m), d)), i + 1
		}
		return data.Moment{}, i
	}
	if isYear(t) && i+4 < len(f.toks) && f.is(i+1, "-") && f.is(i+3, "-") && f.toks[i+1].near && f.toks[i+4].near {
		y, m, d := t.num, time.Month(f.num(i+2)), f.num(i+4)
		if real(y, m, d) {
			return oneDay(date(y, m, d)), i + 5
		}
	}
	return data.Moment{}, i
}

// calendarDay reads "20 October", "the 20th of October 2026", "Oct. 20, 2026",
// "26 жовтня 2026 року".
func (f *finder) calendarDay(i int, h hint) (data.Moment, int) {
	at := i
	if f.is(at, "the") {
		at++
	}
	day, month, next := 0, time.Month(0), i
	if at < len(f.toks) && f.toks[at].digit {
		day, next = f.num(at), at+1
		if f.is(next, "of") {
			next++
		}
		if month = f.month(next); month == 0 {
			return data.Moment{}, i
		}
		next = f.dot(next + 1)
	} else if month = f.month(i); month != 0 {
		next = f.dot(i + 1)
		if next >= len(f.toks) || !f.toks[next].digit || f.toks[next].num > 31 {
			return data.Moment{}, i
		}
		day = f.num(next)
		next++
	} else {
		return data.Moment{}, i
	}
	year, after := f.yearAfter(next)
	if year == 0 {
		if f.day.IsZero() {
			return data.Moment{}, i
		}
		year = yearOf(f.day, date(f.day.Year(), month, day), h.lean)
	}
	if !real(year, month, day) {
		return data.Moment{}, i
	}
	return oneDay(date(year, month, day)), after
}

// month is the month that token i names, 0 for none. English months are written
// with a capital.
func (f *finder) month(i int) time.Month {
	if i >= len(f.toks) {
		return 0
	}
	t := f.toks[i]
	m := months[t.low]
	if t.low != "" && t.low[0] < 0x80 && !t.upper {
		return 0
	}
	return m
}

// dot steps over the full stop of a month cut short: "Oct. 20".
func (f *finder) dot(i int) int {
	if f.is(i, ".") && f.toks[i].near && len(f.low(i-1)) <= 4 && f.num(i+1) >= 0 {
		return i + 1
	}
	return i
}

// yearAfter reads the year after a month, with the word for it in Ukrainian and
// Russian; 0 where there is none.
func (f *finder) yearAfter(i int) (year, next int) {
	at := i
	if f.is(at, ",") {
		at++
	}
	if at >= len(f.toks) || !isYear(f.toks[at]) {
		return 0, i
	}
	next = at + 1
	if f.is(next, "-") && f.is(next+1, "го", "му", "м") {
		next += 2
	}
	if f.is(next, "року", "році", "года", "году") {
		next++
	}
	return f.num(at), next
}

// weekday reads "Tuesday", "Saturday 17 October", "next Friday".
func (f *finder) weekday(i int, h hint) (data.Moment, int) {
	at := i
	which := f.low(i)
	if f.is(i, "next", "last", "this", "coming", "наступного", "наступну", "минулого", "минулої", "минулу", "цього", "следующий", "следующую", "прошлый", "прошлую") {
		at++
	}
	if at >= len(f.toks) {
		return data.Moment{}, i
	}
	t := f.toks[at]
	wanted, ok := weekdays[t.low]
	if !ok || t.low[0] < 0x80 && !t.upper || t.low[0] >= 0x80 && !h.led && at == i {
		return data.Moment{}, i
	}
	full := at + 1
	if f.is(full, ",") {
		full++
	}
	if full < len(f.toks) && f.is(i, t.low) {
		if m, next := f.calendarDay(full, h); next > full {
			return m, next
		}
	}
	if f.day.IsZero() {
		return data.Moment{}, i
	}
	back := (int(f.day.Weekday()) - int(wanted) + 7) % 7 // days since it was last
	switch {
	case at > i && (which[0] == 'l' || hasPrefix(which, "мин", "прош")):
		if back == 0 {
			back = 7
		}
	case at > i && which != "this" && which != "цього", h.lean > 0:
		back -= 7
	case at > i: // the one in the week of publication
		monday, _ := units["week"].around(f.day, 0)
		return oneDay(monday.AddDate(0, 0, (int(wanted)+6)%7)), at + 1
	}
	return oneDay(f.day.AddDate(0, 0, -back)), at + 1
}
