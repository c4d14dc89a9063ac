package export

import (
	"strconv"

	"lectern/data"
)

// Passages is the table of a report's passages, a row each under a row of
// headings.
func Passages(d data.Document, words Words) [][]string {
	rows := [][]string{{"report", "title", "publisher", "published", "lane", "speaker", "words", "place", "start", "end"}}
	published := ""
	if !d.Published.IsZero() {
		published = d.Published.Format("2006-01-02")
	}
	for _, p := range d.Passages {
		rows = append(rows, []string{strconv.FormatInt(int64(d.ID), 10), d.Title, d.Publisher, published, string(p.Shown()), p.Speaker,
			d.Body[p.Start:p.End], words.place(d.Body, p.Start), strconv.Itoa(p.Start), strconv.Itoa(p.End)})
	}
	return rows
}
