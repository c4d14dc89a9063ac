package library

import (
	"context"
	"database/sql"
	"errors"
	"strconv"

	"gorm.io/gorm"

	"lectern/data"
)

// Search is what to ask of the search index.
type Search struct {
	// Expression is in the language of SQLite's FTS5, over folded words, with the
	// columns title, text and speakers. Package search writes it.
	Expression string
	Filter     Filter
	Most       int  // how many to list: the latest to come in
	Rank       bool // list the best of them first, not the latest
}

// Matches is what the search index answers.
type Matches struct {
	IDs    []data.ReportID
	Total  int  // how many reports match in all
	Capped bool // there are more than are listed
}

// Match asks the search index. To weigh all of 60,000 matches would take ten
// times as long as to find the latest 2,000 and weigh those.
func (l *Library) Match(ctx context.Context, s Search) (m Matches, err error) {
	err = l.read(ctx, func(tx *gorm.DB) error {
		var err error
		if s.Rank && s.Filter.empty() {
			m, err = rankLatest(tx, s)
		} else {
			m, err = matchAll(tx, s)
		}
		return err
	})
	return m, err
}

const byWeight = ` ORDER BY bm25(search, 10, 1, 5), rowid DESC LIMIT -1`

// rankLatest lets SQLite find where the latest matches begin, which is quick
// however many there are.
func rankLatest(tx *gorm.DB, s Search) (m Matches, err error) {
	err = pool(tx).QueryRow(`SELECT count(*) FROM search WHERE search MATCH ?`, s.Expression).Scan(&m.Total)
	if err != nil {
		return m, err
	}
	from := int64(0)
	if m.Capped = m.Total > s.Most; m.Capped {
		err := pool(tx).QueryRow(`SELECT rowid FROM search WHERE search MATCH ? ORDER BY rowid DESC LIMIT 1 OFFSET ?`,
			s.Expression, s.Most-1).Scan(&from)
		if err != nil && !errors.Is(err, sql.ErrNoRows) {
			return m, err
		}
	}
	m.IDs, err = list(tx, `SELECT rowid AS id FROM search WHERE search MATCH ? AND rowid >= ?`+byWeight, []any{s.Expression, from})
	return m, err
}

// matchAll takes all matches out and sifts them here: to ask SQLite for each
// match whether it passes the filter costs several times as much.
func matchAll(tx *gorm.DB, s Search) (m Matches, err error) {
	m.IDs, err = list(tx, `SELECT rowid AS id FROM search WHERE search MATCH ? ORDER BY rowid DESC LIMIT -1`, []any{s.Expression})
	if err != nil {
		return m, err
	}
	if !s.Filter.empty() {
		where, args := s.Filter.where()
		passing, err := list(tx, `SELECT id FROM reports WHERE `+where+` LIMIT -1`, args)
		if err != nil {
			return m, err
		}
		m.IDs = both(m.IDs, passing)
	}
	m.Total = len(m.IDs)
	if m.Capped = m.Total > s.Most; m.Capped {
		m.IDs = m.IDs[:s.Most]
	}
	if s.Rank && len(m.IDs) > 1 {
		// The plus keeps SQLite from asking the index once for each report.
		m.IDs, err = list(tx, `SELECT rowid AS id FROM search WHERE search MATCH ? AND rowid >= ?
			AND +rowid IN (SELECT value FROM json_each(?))`+byWeight,
			[]any{s.Expression, int64(m.IDs[len(m.IDs)-1]), asJSON(m.IDs)})
	}
	return m, err
}

// both keeps those of ids that are in other too.
func both(ids, other []data.ReportID) []data.ReportID {
	in := make(map[data.ReportID]struct{}, len(other))
	for _, id := range other {
		in[id] = struct{}{}
	}
	kept := ids[:0]
	for _, id := range ids {
		if _, ok := in[id]; ok {
			kept = append(kept, id)
		}
	}
	return kept
}

func asJSON(ids []data.ReportID) string {
	b := []byte{'['}
	for i, id := range ids {
		if i > 0 {
			b = append(b, ',')
		}
		b = strconv.AppendInt(b, int64(id), 10)
	}
	return string(append(b, ']'))
}
