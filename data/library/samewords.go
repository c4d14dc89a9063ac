package library

import (
	"database/sql"
	"iter"

	"gorm.io/gorm"

	"lectern/data"
	"lectern/data/library/imprint"
)

// fewestWords is how long a text is at least that is known by its words: forms and
// short notes say the same without being the same.
const fewestWords = 30

// sameWords finds a report with the very words of a new one in their order, whatever
// its file, as a PDF print has those of its page. 0 is none. Another outlet's copy is
// a report of its own, and so is what came out at another address or on another day.
func sameWords(tx *gorm.DB, p prepared) (data.ReportID, error) {
	keys := p.Imprint.Sketch.Keys()
	if len(keys) == 0 {
		return 0, nil
	}
	rows, err := pool(tx).Query(`SELECT r.id, r.publisher, r.url, r.published, t.body FROM (
			SELECT report_id FROM imprint_keys WHERE key = ? ORDER BY report_id DESC LIMIT 32) k
		JOIN imprints i ON i.report_id = k.report_id AND i.sketch = ?
		JOIN reports r ON r.id = i.report_id AND r.removed = 0
		JOIN texts t ON t.id = r.text_id ORDER BY r.id`, int64(keys[0]), p.Imprint.Sketch.Pack())
	if err != nil {
		return 0, err
	}
	defer rows.Close()
	for rows.Next() {
		var id int64
		var publisher, url string
		var day sql.NullInt64
		var body sql.RawBytes
		if err := rows.Scan(&id, &publisher, &url, &day, &body); err != nil {
			return 0, err
		}
		otherDay := day.Valid && p.row.Published != nil && day.Int64 != *p.row.Published
		if other(publisher, p.Publisher) || other(imprint.Address(url), p.Imprint.URL) || otherDay {
			continue
		}
		if wordForWord(string(body), p.Body) {
			return data.ReportID(id), nil
		}
	}
	return 0, rows.Err()
}

// wordForWord tells whether two texts have the same words in the same order.
func wordForWord(a, b string) bool {
	next, stop := iter.Pull(imprint.Words(b))
	defer stop()
	n := 0
	for word := range imprint.Words(a) {
		if with, ok := next(); !ok || with != word {
			return false
		}
		n++
	}
	_, more := next()
	return !more && n >= fewestWords
}
