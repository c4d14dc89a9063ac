package library

import (
	"context"
	"database/sql"

	"gorm.io/gorm"

	"lectern/data"
)

// Matches is what the search index answers.
type Matches struct {
	IDs    []data.ReportID // the best first
	Total  int             // how many reports match in all
	Capped bool            // only the latest of them were ranked
}

// Match asks the search index. expression is in the language of SQLite's FTS5,
// over folded words, with the columns title, text and speakers; package search
// writes it. Of more than ranked matches only the latest to come in are ranked:
// to weigh 60,000 takes ten times as long as to find the newest 2,000 of them.
func (l *Library) Match(ctx context.Context, expression string, f Filter, ranked int) (m Matches, err error) {
	within, args := "", []any{expression}
	if !f.empty() {
		where, values := f.where()
		// The plus keeps SQLite from asking the index once for each report.
		within, args = ` AND +rowid IN (SELECT id FROM reports WHERE `+where+`)`, append(args, values...)
	}
	err = l.read(ctx, func(tx *gorm.DB) error {
		pool := pool(tx)
		if err := pool.QueryRow(`SELECT count(*) FROM search WHERE search MATCH ?`+within, args...).Scan(&m.Total); err != nil {
			return err
		}
		newest := ""
		if m.Capped = m.Total > ranked; m.Capped {
			var from int64
			err := pool.QueryRow(`SELECT rowid FROM search WHERE search MATCH ?`+within+
				` ORDER BY rowid DESC LIMIT 1 OFFSET ?`, append(args[:len(args):len(args)], ranked-1)...).Scan(&from)
			if err != nil && err != sql.ErrNoRows {
				return err
			}
			newest, args = ` AND rowid >= ?`, append(args, from)
		}
		m.IDs, err = list(tx, `SELECT rowid AS id FROM search WHERE search MATCH ?`+within+newest+
			` ORDER BY bm25(search, 10, 1, 5), rowid DESC LIMIT -1`, args)
		return err
	})
	return m, err
}
