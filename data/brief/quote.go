// Package brief works out what a brief shows: which caveats belong to a
// statement, what has become of what was quoted, what a room may see, and where a
// presentation stands.
package brief

import (
	"strings"
	"time"
	"unicode"

	"lectern/data"
)

// QuoteOf quotes a passage as it is now.
func QuoteOf(d data.Document, p data.Passage, now time.Time) data.Quote {
	q := Whole(d.Report, now)
	q.Span, q.Words = p.Span, d.Body[p.Start:p.End]
	q.Lane, q.Speaker = p.Shown(), p.Speaker
	return q
}

// QuoteWords quotes a stretch of a report as it is now, without the room around it.
// Where it goes over passages of several speakers or lanes, it is of none.
func QuoteWords(d data.Document, s data.Span, now time.Time) data.Quote {
	q := Whole(d.Report, now)
	words := d.Body[s.Start:s.End]
	s.Start += len(words) - len(strings.TrimLeftFunc(words, unicode.IsSpace))
	q.Words = strings.TrimSpace(words)
	q.Span = data.Span{Start: s.Start, End: s.Start + len(q.Words)}
	q.Lane, q.Speaker, _ = voiceOf(d, q.Span)
	return q
}

// voiceOf is the lane and the speaker of a stretch of a report; ok is false where it
// lies in no passage.
func voiceOf(d data.Document, s data.Span) (lane data.Lane, speaker string, ok bool) {
	for _, p := range d.Passages {
		if !p.Overlaps(s) {
			continue
		}
		if !ok {
			lane, speaker, ok = p.Shown(), p.Speaker, true
		}
		if p.Shown() != lane {
			lane = data.NoLane
		}
		if p.Speaker != speaker {
			speaker = ""
		}
	}
	return lane, speaker, ok
}

// Whole refers to a report as a whole, as it is now.
func Whole(r data.Report, now time.Time) data.Quote {
	return data.Quote{
		Report: r.ID, Text: r.Text, Title: r.Title, Publisher: r.Publisher, Published: r.Published,
		Marking: r.Marking, At: now.UTC(),
	}
}
