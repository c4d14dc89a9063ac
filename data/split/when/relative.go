package when

import (
	"strings"
	"time"

	"lectern/data"
)

func hasPrefix(w string, beginnings ...string) bool {
	for _, b := range beginnings {
		if strings.HasPrefix(w, b) {
			return true
		}
	}
	return false
}

// near reads "tomorrow", "this week", "next month", "минулого року".
func (f *finder) near(i int, _ hint) (data.Moment, int) {
	if f.day.IsZero() {
		return data.Moment{}, i
	}
	switch f.low(i) {
	case "today", "tonight", "сьогодні", "сегодня":
		return oneDay(f.day), i + 1
	case "tomorrow", "завтра":
		return oneDay(f.day.AddDate(0, 0, 1)), i + 1
	case "yesterday", "вчора", "учора", "вчера":
		return oneDay(f.day.AddDate(0, 0, -1)), i + 1
	case "післязавтра", "послезавтра":
		return oneDay(f.day.AddDate(0, 0, 2)), i + 1
	}
	at := i
	if f.is(at, "the") {
		at++
	}
	if f.is(at, "day") && f.is(at+1, "after") && f.is(at+2, "tomorrow") {
		return oneDay(f.day.AddDate(0, 0, 2)), at + 3
	}
	n, ok := moves[f.low(at)]
	u, known := units[f.low(at+1)]
	if !ok || !known || u.precision == data.ToTheDay {
		return data.Moment{}, i
	}
	first, last := u.around(f.day, n)
	return data.Moment{First: first, Last: last, Precision: u.precision}, at + 2
}

// moves says how many weeks, months or years away a word points.
var moves = table(func(i int) int { return i - 1 },
	"last previous минулого минулому прошлой прошлом прошлого прошлую",
	"this цього цьому этой этом этого",
	"next coming наступного наступному следующей следующем следующего следующую")

// edge reads "the end of October", "the end of the month", "кінця року". It means
// the last day, told as exactly as what it is the end of.
func (f *finder) edge(i int, h hint) (data.Moment, int) {
	at := i
	if f.is(at, "the") {
		at++
	}
	switch {
	case f.is(at, "end") && f.is(at+1, "of"):
		at += 2
	case f.is(at, "кінця", "кінці", "конца", "конце", "наприкінці"):
		at++
	default:
		return data.Moment{}, i
	}
	whole := h
	whole.led, whole.lean = true, +1
	if f.is(at, "the", "this") || hasPrefix(f.low(at), "міс", "мес", "рок", "год", "тиж", "нед") {
		unitAt := at
		if f.is(at, "the", "this") {
			unitAt++
		}
		if u, ok := units[f.low(unitAt)]; ok && u.precision != data.ToTheDay && !f.day.IsZero() {
			_, last := u.around(f.day, 0)
			return data.Moment{First: last, Last: last, Precision: u.precision}, unitAt + 1
		}
	}
	for _, read := range [...]func(int, hint) (data.Moment, int){f.near, f.monthOf, f.year} {
		if at >= len(f.toks) {
			break
		}
		if m, next := read(at, whole); next > at && m.Precision != data.ToTheDay {
			m.First = m.Last
			return m, next
		}
	}
	return data.Moment{}, i
}

// counted reads "within two weeks", "in 10 days", "the next three months",
// "three days ago", "протягом двох тижнів".
func (f *finder) counted(i int, h hint) (data.Moment, int) {
	if f.day.IsZero() {
		return data.Moment{}, i
	}
	at := i
	within, behind := false, false
	switch {
	case f.is(at, "within", "протягом", "упродовж", "впродовж"):
		at, within = at+1, true
	case f.is(at, "течение") && h.led:
		at, within = at+1, true
	case f.is(at, "через"):
		at++
	case f.is(at, "the") && f.is(at+1, "next", "coming"):
		at, within = at+2, true
	case f.is(at, "the") && f.is(at+1, "last", "past"):
		at, behind = at+2, true
	case f.is(i-1, "in") && h.lean > 0 && !f.is(i-2, "time"): // "will follow in two weeks"
	default:
		if n, u, next := f.amount(at); n > 0 && f.is(next, "ago", "тому", "назад") {
			when := u.after(f.day, -n)
			return data.Moment{First: when, Last: when, Precision: u.precision}, next + 1
		}
		return data.Moment{}, i
	}
	n, u, next := f.amount(at)
	// "Within two weeks of the call" is counted from another day than ours.
	if n == 0 || f.is(next, "of", "after", "from", "before", "ago", "після", "після", "после", "від", "со", "з", "с") {
		return data.Moment{}, i
	}
	when := u.after(f.day, n)
	switch {
	case behind:
		return data.Moment{First: u.after(f.day, -n), Last: f.day, Precision: u.precision}, next
	case within:
		return data.Moment{First: f.day, Last: when, Precision: u.precision, Limit: true}, next
	}
	return data.Moment{First: when, Last: when, Precision: u.precision}, next
}

// amount reads a number and a unit, 0 where there is none.
func (f *finder) amount(i int) (n int, u unit, next int) {
	n = f.num(i)
	if n > 0 && n <= 400 {
		if u, ok := units[f.low(i+1)]; ok {
			return n, u, i + 2
		}
	}
	if u, ok := units[f.low(i)]; ok && f.is(i, "тижня", "місяця", "року", "недели", "месяца", "года", "тиждень", "місяць", "рік", "неделю", "месяц", "год") {
		return 1, u, i + 1 // "протягом тижня", "через місяць"
	}
	return 0, unit{}, i
}

// monthOf reads "October", "October 2026", "next March".
func (f *finder) monthOf(i int, h hint) (data.Moment, int) {
	at := i
	if f.is(at, "early", "late", "mid") {
		at, h.led = at+1, true
		if f.is(at, "-") {
			at++
		}
	}
	move := 0
	if n, ok := moves[f.low(at)]; ok && f.low(at)[0] < 0x80 {
		at, move, h.led = at+1, n, true
	}
	m := f.month(at)
	if m == 0 || at == i && i > 0 && (f.toks[i-1].digit || f.is(i-1, "on", "at")) { // "31 February", "on March Street"
		return data.Moment{}, i
	}
	year, next := f.yearAfter(at + 1)
	name := f.low(at)
	switch {
	case year != 0:
	case f.day.IsZero():
		return data.Moment{}, i
	case !h.led || len(name) <= 3 && name != "may":
		return data.Moment{}, i // "May I", "March on", "Jan": too often something else
	case move > 0 && m == f.day.Month(), move < 0 && m == f.day.Month():
		year = f.day.Year() + move
	case move != 0:
		h.lean = move
		fallthrough
	default:
		year = f.day.Year()
		if m != f.day.Month() {
			year = yearOf(f.day, date(year, m, 1), h.lean)
		}
	}
	first := date(year, m, 1)
	return data.Moment{First: first, Last: first.AddDate(0, 1, -1), Precision: data.ToTheMonth}, next
}

// year reads a year, which needs a word before it that says so: numbers of four
// digits are often something else.
func (f *finder) year(i int, h hint) (data.Moment, int) {
	if !isYear(f.toks[i]) || !h.led || f.is(i-1, "to", "at", "on", "на", "з", "с") {
		return data.Moment{}, i
	}
	year, next := f.yearAfter(i)
	if next < len(f.toks) && f.toks[next].low != "" && !f.yearMayEnd(next) {
		return data.Moment{}, i
	}
	return data.Moment{First: date(year, time.January, 1), Last: date(year, time.December, 31), Precision: data.ToTheYear}, next
}

// yearMayEnd reports whether token i can follow a year: "in 2000 people" is no
// year, "in 2027 and" may be one.
func (f *finder) yearMayEnd(i int) bool {
	t := f.toks[i]
	if t.upper || t.num < 0 && !hasLetter(t.low) {
		return t.low != "%"
	}
	return f.is(i, "and", "or", "when", "after", "before", "but", "to", "by", "with", "the", "a", "as", "that", "while", "for", "under", "he", "she", "it", "they", "on", "in", "at", "has", "have", "was", "were", "is",
		"і", "й", "та", "коли", "и", "когда", "на", "в", "у")
}

func hasLetter(s string) bool { return strings.ToLower(s) != strings.ToUpper(s) }

// How far around an expression its verb is looked for, in tokens.
const (
	lookBack  = 9
	lookAhead = 12
)

// lean tells whether the words around token i speak of what is to come (+1) or of
// what was (-1). Before it, the nearest verb counts ("said he will speak on
// Tuesday"); at the beginning of a sentence, the first one after it.
func (f *finder) lean(i int) int {
	began := true
	for k := i - 1; k >= 0 && i-k <= lookBack && !f.toks[k].ends(); k-- {
		t := tense(f.toks[k].low)
		if t < 0 && vows[f.low(k)] && f.is(k+1, "to") { // "agreed to meet on Friday"
			return +1
		}
		if t != 0 {
			return t
		}
		began = began && !hasLetter(f.toks[k].low)
	}
	if !began {
		return 0
	}
	for k := i + 1; k < len(f.toks) && k-i <= lookAhead && !f.toks[k].ends(); k++ {
		if t := tense(f.toks[k].low); t != 0 {
			return t
		}
	}
	return 0
}

// tense is +1 for a word that looks ahead and -1 for one that looks back.
func tense(w string) int {
	switch w {
	case "will", "would", "shall", "due", "plans", "planned", "scheduled", "expects", "intends", "hopes", "promises",
		"буде", "будуть", "будемо", "відбудеться", "запланували", "планує", "планують", "анонсувала", "анонсував", "анонсували", "має", "обіцяє",
		"будет", "будут", "будем", "состоится", "планирует", "планируют", "обещает":
		return +1
	case "said", "told", "was", "were", "had", "did", "wrote", "announced", "reported", "went", "came", "began", "ended", "met", "spoke", "called", "published", "opened", "closed", "took", "made", "held",
		"agreed", "promised", "pledged", "vowed", "undertook",
		"сказав", "сказала", "заявив", "заявила", "повідомив", "повідомила", "сказал", "заявил", "сообщил", "сообщила", "був", "була", "был", "была", "были":
		return -1
	}
	return 0
}
