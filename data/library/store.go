package library

import (
	"database/sql"
	"strings"

	"gorm.io/gorm"

	"lectern/data"
)

// store writes new reports inside one transaction. It goes past gorm: these are
// the statements that decide how quickly a folder of reports comes in.
type store struct {
	tx                            *gorm.DB
	text, source, report, reading *sql.Stmt
	index                         *indexer
	speakers                      speakerBatch
}

func newStore(tx *gorm.DB) (*store, error) {
	s := &store{tx: tx, speakers: make(speakerBatch)}
	var err error
	for _, p := range []struct {
		to  **sql.Stmt
		sql string
	}{
		{&s.text, `INSERT INTO texts (hash, body) VALUES (?, ?)`},
		{&s.source, `INSERT INTO originals (hash, bytes) VALUES (?, ?) ON CONFLICT DO NOTHING`},
		{&s.report, `INSERT INTO reports (uid, title, author, publisher, url, lang, published, entered, day, format,
			file_name, original, text, text_id, model, words, sample, read, statement, caveat, reaction, background,
			review, review_most)
			VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)`},
		{&s.reading, `INSERT INTO readings (report_id, packed) VALUES (?, ?)`},
	} {
		if *p.to, err = pool(tx).Prepare(p.sql); err != nil {
			s.close()
			return nil, err
		}
	}
	s.index, err = newIndexer(tx)
	return s, err
}

func (s *store) close() {
	for _, stmt := range []*sql.Stmt{s.text, s.source, s.report, s.reading} {
		if stmt != nil {
			stmt.Close()
		}
	}
	s.index.close()
}

// put writes one report. textID is where its text stands already, 0 where it
// does not: a report that was removed and comes again shares it.
func (s *store) put(p prepared, textID int64) (data.ReportID, error) {
	var err error
	if textID == 0 {
		if textID, err = insert(s.text, p.text[:], p.Body); err != nil {
			return 0, err
		}
	}
	if p.original != p.text {
		if _, err = s.source.Exec(p.original[:], p.Source); err != nil {
			return 0, err
		}
	}
	r := &p.row
	id, err := insert(s.report, r.UID, r.Title, r.Author, r.Publisher, r.URL, r.Lang, nullable(r.Published),
		r.Entered, r.Day, r.Format, r.FileName, r.Original, r.Text, textID, r.Model, r.Words, r.Sample, r.Read,
		r.Statement, r.Caveat, r.Reaction, r.Background, r.Review, r.ReviewMost)
	if err != nil {
		return 0, err
	}
	if _, err = s.reading.Exec(id, p.packed); err != nil {
		return 0, err
	}
	if err = putFoundIn(s.tx, id, r, p.From); err != nil {
		return 0, err
	}
	if err = putFinds(s.tx, id, p.Finds); err != nil {
		return 0, err
	}
	s.speakers.add(id, p.speakers)
	return data.ReportID(id), s.index.put(id, r.Title, p.Body, r.Lang, p.speakers)
}

// finish writes what was gathered over all reports.
func (s *store) finish() error { return s.speakers.write(s.tx, +1) }

func insert(stmt *sql.Stmt, values ...any) (int64, error) {
	done, err := stmt.Exec(values...)
	if err != nil {
		return 0, err
	}
	return done.LastInsertId()
}

func nullable(n *int64) any {
	if n == nil {
		return nil
	}
	return *n
}

// seen is what the library already has of a batch.
type seen struct {
	byOriginal, byText map[data.Hash]data.ReportID
	texts              map[data.Hash]int64 // also of reports that were removed
}

func (s seen) report(p prepared) (data.ReportID, bool) {
	if id, ok := s.byOriginal[p.original]; ok {
		return id, true
	}
	id, ok := s.byText[p.text]
	return id, ok
}

const mostAsked = 500 // values in one IN (...)

// The plus before removed, here and elsewhere, keeps SQLite from walking the
// whole list of reports that are not removed where it could look up a few.

func seenBefore(tx *gorm.DB, batch []prepared) (seen, error) {
	s := seen{make(map[data.Hash]data.ReportID), make(map[data.Hash]data.ReportID), make(map[data.Hash]int64)}
	for from := 0; from < len(batch); from += mostAsked {
		part := batch[from:min(from+mostAsked, len(batch))]
		originals, texts := make([]any, len(part)), make([]any, len(part))
		for i := range part {
			originals[i], texts[i] = part[i].original[:], part[i].text[:]
		}
		marks := strings.Repeat(",?", len(part))[1:]
		err := each(tx, `SELECT original, id FROM reports WHERE +removed = 0 AND original IN (`+marks+`)`, originals,
			func(rows *sql.Rows) error {
				var hash []byte
				var id int64
				err := rows.Scan(&hash, &id)
				s.byOriginal[hashOf(hash)] = data.ReportID(id)
				return err
			})
		if err != nil {
			return s, err
		}
		err = each(tx, `SELECT t.hash, t.id, r.id FROM texts t
			LEFT JOIN reports r ON r.text_id = t.id AND +r.removed = 0 WHERE t.hash IN (`+marks+`)`, texts,
			func(rows *sql.Rows) error {
				var hash []byte
				var text int64
				var id sql.NullInt64
				err := rows.Scan(&hash, &text, &id)
				s.texts[hashOf(hash)] = text
				if id.Valid {
					s.byText[hashOf(hash)] = data.ReportID(id.Int64)
				}
				return err
			})
		if err != nil {
			return s, err
		}
	}
	return s, nil
}

// each runs a query past gorm and hands over its rows one by one.
func each(tx *gorm.DB, query string, args []any, row func(*sql.Rows) error) error {
	rows, err := tx.Statement.ConnPool.QueryContext(tx.Statement.Context, query, args...)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		if err := row(rows); err != nil {
			return err
		}
	}
	return rows.Err()
}
