package library

import (
	"context"
	"database/sql"
	"errors"
	"strconv"

	"gorm.io/gorm"

	"lectern/data"
)

// Lookup asks the search index, in one state of the library. Expressions are in
// the language of SQLite's FTS5, over folded words, with the columns title, text
// and speakers; package search writes them.
type Lookup struct{ tx *gorm.DB }

// Look runs work with the search index.
func (l *Library) Look(ctx context.Context, work func(Lookup) error) error {
	return l.read(ctx, func(tx *gorm.DB) error { return work(Lookup{tx}) })
}

// Count counts the reports that match, from the one called from on.
func (x Lookup) Count(expression string, from data.ReportID) (n int, err error) {
	err = x.row(`SELECT count(*) FROM search WHERE search MATCH ? AND rowid >= ?`, expression, int64(from)).Scan(&n)
	return n, err
}

// Nth is the n-th latest report that matches, counted from 1, and 0 where there
// are fewer.
func (x Lookup) Nth(expression string, n int) (id data.ReportID, err error) {
	err = x.row(`SELECT rowid FROM search WHERE search MATCH ? ORDER BY rowid DESC LIMIT 1 OFFSET ?`, expression, n-1).Scan(&id)
	if errors.Is(err, sql.ErrNoRows) {
		return 0, nil
	}
	return id, err
}

// Match lists the reports that match, from the one called from on, the latest to
// come in first, and no more than most; 0 lists all, in no order.
func (x Lookup) Match(expression string, from data.ReportID, most int) ([]data.ReportID, error) {
	if most <= 0 { // SQLite goes through its index forwards more quickly than backwards
		return list(x.tx, `SELECT rowid AS id FROM search WHERE search MATCH ? AND rowid >= ?`, []any{expression, int64(from)})
	}
	return list(x.tx, `SELECT rowid AS id FROM search WHERE search MATCH ? AND rowid >= ? ORDER BY rowid DESC LIMIT ?`,
		[]any{expression, int64(from), most})
}

const byWeight = ` ORDER BY bm25(search, 10, 1, 5), rowid DESC LIMIT -1`

// Rank lists the reports that match, from the one called from on, the best
// first: a word in the title weighs most, then a speaker's name.
func (x Lookup) Rank(expression string, from data.ReportID) ([]data.ReportID, error) {
	return list(x.tx, `SELECT rowid AS id FROM search WHERE search MATCH ? AND rowid >= ?`+byWeight, []any{expression, int64(from)})
}

// RankSome brings these reports into that order; they stand the latest first. One
// that does not match is left out.
func (x Lookup) RankSome(expression string, ids []data.ReportID) ([]data.ReportID, error) {
	if len(ids) == 0 {
		return nil, nil
	}
	// The plus keeps SQLite from asking the index once for each report.
	return list(x.tx, `SELECT rowid AS id FROM search WHERE search MATCH ? AND rowid >= ?
		AND +rowid IN (SELECT value FROM json_each(?))`+byWeight, []any{expression, int64(ids[len(ids)-1]), asJSON(ids)})
}

// Word is a word of the index, folded, and how many reports have it.
type Word struct {
	Folded  string
	Reports int
}

// Words lists the words of the index that begin so.
func (x Lookup) Words(prefix string, most int) (all []Word, err error) {
	err = each(x.tx, `SELECT term, doc FROM vocabulary WHERE term >= ? AND term < ? LIMIT ?`,
		[]any{prefix, prefix + "\U0010FFFF", most}, func(rows *sql.Rows) error {
			var w Word
			err := rows.Scan(&w.Folded, &w.Reports)
			all = append(all, w)
			return err
		})
	return all, err
}

// Having gives those of these words that are in the index.
func (x Lookup) Having(words []string) (all []Word, err error) {
	for _, word := range words {
		err := each(x.tx, `SELECT term, doc FROM vocabulary WHERE term = ?`, []any{word}, func(rows *sql.Rows) error {
			var w Word
			err := rows.Scan(&w.Folded, &w.Reports)
			all = append(all, w)
			return err
		})
		if err != nil {
			return nil, err
		}
	}
	return all, nil
}

func (x Lookup) row(query string, args ...any) *sql.Row {
	return x.tx.Statement.ConnPool.QueryRowContext(x.tx.Statement.Context, query, args...)
}

func asJSON(ids []data.ReportID) string {
	b := make([]byte, 0, 7*len(ids)+2)
	b = append(b, '[')
	for i, id := range ids {
		if i > 0 {
			b = append(b, ',')
		}
		b = strconv.AppendInt(b, int64(id), 10)
	}
	return string(append(b, ']'))
}
