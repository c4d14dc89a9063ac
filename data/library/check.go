package library

import (
	"context"
	"database/sql"
	"fmt"

	"gorm.io/gorm"

	"lectern/data"
)

// Check looks whether the library is whole: SQLite's own checks of the file and
// of the search index, the SHA-256 of every text and every original, and that
// everything worked out from them agrees. It changes nothing. progress, which
// may be nil, hears how many of the texts and originals are done.
//
// The hashes matter most: of single damaged bits SQLite itself notices one in
// ten, and none of those inside a text.
func (l *Library) Check(ctx context.Context, progress func(done, total int)) ([]Problem, error) {
	if progress == nil {
		progress = func(int, int) {}
	}
	var c checker
	err := l.read(ctx, func(tx *gorm.DB) error {
		var texts, originals int
		if err := pool(tx).QueryRow(`SELECT (SELECT count(*) FROM texts), (SELECT count(*) FROM originals)`).
			Scan(&texts, &originals); err != nil {
			return err
		}
		c = checker{ctx: ctx, tx: tx, total: texts + originals, progress: progress}
		for _, step := range []func() error{c.file, c.texts, c.originals, c.reports, c.imprints, c.counts} {
			if err := step(); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil && codeOf(err) == data.FaultDamaged || isDamaged(err) {
		// So broken that it cannot be read to the end: that is a finding too.
		return append(c.found, Problem{Kind: ProblemFile, Detail: err.Error()}), nil
	}
	return c.found, err
}

func isDamaged(err error) bool {
	return err != nil && data.FaultOf(err).Code == data.FaultDamaged
}

type checker struct {
	ctx         context.Context
	tx          *gorm.DB
	done, total int
	progress    func(done, total int)
	found       []Problem
}

func (c *checker) add(kind ProblemKind, report int64, format string, args ...any) {
	c.found = append(c.found, Problem{Kind: kind, Report: data.ReportID(report), Detail: fmt.Sprintf(format, args...)})
}

// rows runs a query, stopping when the person has had enough.
func (c *checker) rows(query string, row func(*sql.Rows) error) error {
	return each(c.tx, query, nil, func(rows *sql.Rows) error {
		if err := c.ctx.Err(); err != nil {
			return err
		}
		return row(rows)
	})
}

// file has SQLite look at its pages, its indexes and the search index.
func (c *checker) file() error {
	err := c.rows(`PRAGMA integrity_check`, func(rows *sql.Rows) error {
		var line string
		if err := rows.Scan(&line); err != nil || line == "ok" {
			return err
		}
		c.add(ProblemFile, 0, "%s", line)
		return nil
	})
	if err != nil {
		return err
	}
	return c.rows(`SELECT "table", coalesce(rowid, 0), parent FROM pragma_foreign_key_check`, func(rows *sql.Rows) error {
		var table, parent string
		var row int64
		err := rows.Scan(&table, &row, &parent)
		c.add(ProblemFile, 0, "row %d of %s has lost its row in %s", row, table, parent)
		return err
	})
}

func (c *checker) texts() error {
	return c.rows(`SELECT t.hash, t.body, coalesce((SELECT min(id) FROM reports WHERE text_id = t.id), 0),
			coalesce((SELECT min(text) FROM reports WHERE text_id = t.id), t.hash) FROM texts t`,
		func(rows *sql.Rows) error {
			var hash, again []byte
			var body sql.RawBytes
			var report int64
			if err := rows.Scan(&hash, &body, &report, &again); err != nil {
				return err
			}
			if got := data.HashOf(body); got != hashOf(hash) || got != hashOf(again) {
				c.add(ProblemText, report, "the text's SHA-256 is %s and should be %x", got, hash)
			}
			c.step()
			return nil
		})
}

func (c *checker) originals() error {
	err := c.rows(`SELECT o.hash, o.bytes, coalesce((SELECT min(id) FROM reports WHERE original = o.hash), 0) FROM originals o`,
		func(rows *sql.Rows) error {
			var hash []byte
			var bytes sql.RawBytes
			var report int64
			if err := rows.Scan(&hash, &bytes, &report); err != nil {
				return err
			}
			if got := data.HashOf(bytes); got != hashOf(hash) {
				c.add(ProblemOriginal, report, "the original's SHA-256 is %s and should be %x", got, hash)
			}
			c.step()
			return nil
		})
	if err != nil {
		return err
	}
	return c.rows(`SELECT id FROM reports WHERE original <> text
			AND NOT EXISTS (SELECT 1 FROM originals WHERE hash = original)`,
		func(rows *sql.Rows) error {
			var report int64
			err := rows.Scan(&report)
			c.add(ProblemOriginal, report, "the original is missing")
			return err
		})
}

func (c *checker) step() {
	if c.done++; c.done%256 == 0 || c.done == c.total {
		c.progress(c.done, c.total)
	}
}

// reports unpacks every reading and compares it with what lists show of it.
func (c *checker) reports() error {
	return c.rows(`SELECT r.id, m.packed, r.statement, r.caveat, r.reaction, r.background, r.review, r.review_most,
			EXISTS (SELECT 1 FROM finds WHERE report_id = r.id AND edition <> 0),
			(SELECT length(cast(body AS BLOB)) FROM texts WHERE id = r.text_id),
			EXISTS (SELECT 1 FROM decisions WHERE report_id = r.id)
		FROM reports r LEFT JOIN readings m ON m.report_id = r.id`,
		func(rows *sql.Rows) error {
			var id int64
			var packed []byte
			var kept counts
			var size int
			var counted, decided bool
			lanes, review := &kept.lanes, &kept.review
			err := rows.Scan(&id, &packed, &lanes.Statement, &lanes.Caveat, &lanes.Reaction, &lanes.Background,
				&review.All, &review.Most, &counted, &size, &decided)
			if err != nil {
				return err
			}
			r, err := unpack(packed)
			if n := len(r.Sentences); err == nil && n > 0 && r.Sentences[n-1].End > size {
				err = errPacked
			}
			if err != nil {
				c.add(ProblemReading, id, "%v", err)
				return nil
			}
			now := count(passages(0, "", r, nil))
			if !counted { // an older library's, not yet looked through again
				now.review = kept.review
			}
			if !decided && now != kept {
				c.add(ProblemIndex, id, "the counts of its lanes do not agree with its passages")
			}
			return nil
		})
}

// counts compares the search index and the speakers with the reports.
func (c *checker) counts() error {
	return c.rows(`SELECT 'the search index holds ' || a || ' reports of ' || b FROM
			(SELECT (SELECT count(*) FROM search_docsize) AS a, (SELECT count(*) FROM reports WHERE removed = 0) AS b) WHERE a <> b
		UNION ALL SELECT 'report ' || id || ' is not in the search index' FROM reports
			WHERE removed = 0 AND NOT EXISTS (SELECT 1 FROM search_docsize d WHERE d.id = reports.id)
		UNION ALL SELECT 'the count of speaker ' || id || ' does not agree' FROM speakers
			WHERE reports <> (SELECT count(*) FROM report_speakers WHERE speaker_id = speakers.id)`,
		func(rows *sql.Rows) error {
			var line string
			err := rows.Scan(&line)
			c.add(ProblemIndex, 0, "%s", line)
			return err
		})
}
