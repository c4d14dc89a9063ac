package data

import "time"

// Precision says how exactly a time is told.
type Precision string

// From the exact to the vague.
const (
	ToTheDay   Precision = "day"
	ToTheWeek  Precision = "week"
	ToTheMonth Precision = "month"
	ToTheYear  Precision = "year"
)

// Moment is an expression of time in a report, resolved against the day the
// report was published.
type Moment struct {
	Span                  // the words
	First, Last time.Time // the days it may mean, in UTC at 00:00; the same for one day
	Precision   Precision
	Limit       bool // it says by when ("by", "until", "within"), not when
}

// Expectation is something that somebody in a report said would be done by a
// certain time.
type Expectation struct {
	Passage   Span // the sentence that says so
	Speaker   string
	When      Span      // the words that say by when
	Due       time.Time // the last day of it, in UTC at 00:00
	Precision Precision
}
