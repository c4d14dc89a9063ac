package library

import (
	"sort"

	"lectern/data"
)

// A passage is named by its report and the byte it begins at. Texts never
// change, so the name stays good whatever a later model makes of the report, and
// passages need no rows of their own.
const placeBits = 28

// MostText is the longest text a report can have, in bytes.
const MostText = 1<<placeBits - 1

// PassageAt is the name of the passage of report that begins at the byte start.
func PassageAt(report data.ReportID, start int) data.PassageID {
	return data.PassageID(int64(report)<<placeBits | int64(start))
}

// PlaceOf takes a passage's name apart.
func PlaceOf(p data.PassageID) (report data.ReportID, start int) {
	return data.ReportID(p >> placeBits), int(p & MostText)
}

// passages lays people's decisions over the machine's reading.
func passages(report data.ReportID, body string, r data.Reading, decided []decisionRow) []data.Passage {
	all := make([]data.Passage, len(r.Sentences))
	for i, s := range r.Sentences {
		all[i] = data.Passage{ID: PassageAt(report, s.Start), Sentence: s}
		if s.Attribution >= 0 && s.Attribution < len(r.Attributions) {
			all[i].Speaker = r.Attributions[s.Attribution].Speaker
		}
	}
	for _, d := range decided {
		i, same := settle(r.Sentences, d, body)
		if i < 0 {
			continue
		}
		// Where several meet, the one made on these very words goes first, then
		// the latest.
		now := all[i].Decision
		if now == nil || (now.Astray && !same) && d.At > now.At.UnixMilli() || now.Astray && same {
			all[i].Decision = &data.Decision{Lane: data.Lane(d.Lane), By: d.Who, At: timeOf(d.At), Astray: !same}
		}
	}
	return all
}

// settle finds the sentence a decision belongs to, and whether it still has the
// very words the decision was made on. Otherwise it is the sentence where those
// words began, for a person to look at; -1 where there are no sentences at all.
func settle(sentences []data.Sentence, d decisionRow, body string) (at int, same bool) {
	at = sort.Search(len(sentences), func(i int) bool { return sentences[i].End > d.Start })
	if at == len(sentences) {
		return at - 1, false
	}
	return at, sentences[at].Span == d.span() && d.span().In(body) == d.Words
}

// counts is what lists show of a report's passages.
type counts struct {
	lanes  data.LaneCounts
	review data.ReviewCounts
}

// count counts the passages by the lane they are shown in, and those that wait
// for a person's eyes.
func count(all []data.Passage) counts {
	c := counts{review: data.Awaiting(all)}
	for _, p := range all {
		c.lanes.Add(p.Shown(), 1)
	}
	return c
}
