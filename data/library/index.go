package library

import (
	"context"
	"database/sql"
	"strings"

	"gorm.io/gorm"

	"lectern/data"
	"lectern/data/library/fold"
)

// indexer keeps the search index in step with the reports, inside the change
// that is being made. Triggers would do it by themselves, at nearly twice the
// cost.
type indexer struct {
	insert  *sql.Stmt
	scratch [3][]byte
}

func newIndexer(tx *gorm.DB) (*indexer, error) {
	// OR REPLACE drops the words that a report had before, if any.
	stmt, err := pool(tx).Prepare(`INSERT OR REPLACE INTO search (rowid, title, text, speakers) VALUES (?, ?, ?, ?)`)
	if err != nil {
		return nil, err
	}
	return &indexer{insert: stmt}, nil
}

func (x *indexer) close() {
	if x != nil {
		x.insert.Close()
	}
}

// put indexes one report.
func (x *indexer) put(id int64, title, body, lang string, speakers []string) error {
	f := fold.For(lang)
	for i, text := range []string{title, body, strings.Join(speakers, "\n")} {
		x.scratch[i] = f.Append(x.scratch[i][:0], text)
	}
	_, err := x.insert.Exec(id, string(x.scratch[0]), string(x.scratch[1]), string(x.scratch[2]))
	return err
}

// indexed brings reports into the index, and into the speakers' lists: all that
// is needed for a report to be found.
func indexed(tx *gorm.DB, ids []data.ReportID) error {
	x, err := newIndexer(tx)
	if err != nil {
		return err
	}
	defer x.close()
	speakers := make(speakerBatch)
	for _, id := range ids {
		s, err := source(tx, id)
		if err != nil {
			return err
		}
		speakers.add(int64(id), s.speakers)
		if err := x.put(int64(id), s.title, s.body, s.lang, s.speakers); err != nil {
			return err
		}
	}
	return speakers.write(tx, +1)
}

// unindexed takes reports out again.
func unindexed(tx *gorm.DB, ids []data.ReportID) error {
	speakers := make(speakerBatch)
	for _, id := range ids {
		if err := tx.Exec(`DELETE FROM search WHERE rowid = ?`, int64(id)).Error; err != nil {
			return err
		}
		s, err := source(tx, id)
		if err != nil {
			return err
		}
		speakers.add(int64(id), s.speakers)
	}
	return speakers.write(tx, -1)
}

// indexSource is what the index is made of.
type indexSource struct {
	title, body, lang string
	speakers          []string
}

func source(tx *gorm.DB, id data.ReportID) (s indexSource, err error) {
	var packed []byte
	err = pool(tx).QueryRow(`SELECT r.title, r.lang, t.body, m.packed FROM reports r
		JOIN texts t ON t.id = r.text_id JOIN readings m ON m.report_id = r.id WHERE r.id = ?`, int64(id)).
		Scan(&s.title, &s.lang, &s.body, &packed)
	if err != nil {
		return s, err
	}
	if reading, err := unpack(packed); err == nil { // a damaged one is Check's to tell
		s.speakers = speakersIn(reading)
	}
	return s, nil
}

// The settings of the index: SQLite's own, and those for thousands of reports at
// a time, which more than double its speed for 32 MiB of memory. They are kept
// in the file, so they are set back.
var (
	indexAtEase = [][2]any{{"hashsize", 1 << 20}, {"automerge", 4}}
	indexInBulk = [][2]any{{"hashsize", 32 << 20}, {"automerge", 8}}
)

func (l *Library) tuneIndex(ctx context.Context, bulk bool) error {
	want := indexAtEase
	if bulk {
		want = indexInBulk
	}
	db := l.writer.WithContext(ctx)
	for _, set := range want {
		var now int
		if err := db.Raw(`SELECT v FROM search_config WHERE k = ?`, set[0]).Scan(&now).Error; err != nil {
			return err
		}
		if now == set[1] || now == 0 && !bulk {
			continue
		}
		if err := db.Exec(`INSERT INTO search (search, rank) VALUES (?, ?)`, set[0], set[1]).Error; err != nil {
			return err
		}
	}
	return nil
}
