package library

import (
	"context"
	"database/sql"
	"errors"

	"gorm.io/gorm"

	"lectern/data"
)

// Report gives what is known about one report.
func (l *Library) Report(ctx context.Context, id data.ReportID) (data.Report, error) {
	all, err := l.Reports(ctx, []data.ReportID{id})
	if err != nil {
		return data.Report{}, err
	}
	if len(all) == 0 {
		return data.Report{}, l.missing()
	}
	return all[0], nil
}

// Document opens a report for reading: its text, its passages with people's
// decisions laid over them, and who is quoted where. A reading that the disk has
// damaged leaves the text without passages, and Check tells.
func (l *Library) Document(ctx context.Context, id data.ReportID) (d data.Document, err error) {
	there := false
	err = l.Documents(ctx, []data.ReportID{id}, func(one data.Document) error {
		d, there = one, true
		return nil
	})
	if err == nil && !there {
		err = l.missing()
	}
	return d, err
}

// Documents opens several reports, in the order asked, and hands them over one
// by one; those that are not there are left out. An error from use ends it.
func (l *Library) Documents(ctx context.Context, ids []data.ReportID, use func(data.Document) error) error {
	return l.read(ctx, func(tx *gorm.DB) error {
		all, err := reports(tx, ids)
		if err != nil {
			return err
		}
		decided, err := decisionsOn(tx, ids)
		if err != nil {
			return err
		}
		for _, r := range all {
			if err := ctx.Err(); err != nil {
				return err
			}
			d := data.Document{Report: r}
			var packed []byte
			err := pool(tx).QueryRow(`SELECT t.body, m.packed FROM reports r JOIN texts t ON t.id = r.text_id
				JOIN readings m ON m.report_id = r.id WHERE r.id = ?`, int64(r.ID)).Scan(&d.Body, &packed)
			if err != nil {
				return err
			}
			reading, err := unpack(packed)
			if err != nil {
				l.log.Error("a reading is damaged", "report", r.ID, "err", err)
			}
			d.Passages, d.Attributions = passages(r.ID, d.Body, reading, decided[int64(r.ID)]), reading.Attributions
			if d.Expectations, err = expectationsOf(tx, r.ID); err != nil {
				return err
			}
			if err := use(d); err != nil {
				return err
			}
		}
		return nil
	})
}

func decisionsOn(tx *gorm.DB, ids []data.ReportID) (map[int64][]decisionRow, error) {
	all := make(map[int64][]decisionRow)
	for from := 0; from < len(ids); from += mostAsked {
		var rows []decisionRow
		if err := tx.Where(`report_id IN ?`, ids[from:min(from+mostAsked, len(ids))]).Find(&rows).Error; err != nil {
			return nil, err
		}
		for _, d := range rows {
			all[d.ReportID] = append(all[d.ReportID], d)
		}
	}
	return all, nil
}

// Original gives the bytes a report came as.
func (l *Library) Original(ctx context.Context, id data.ReportID) (b []byte, err error) {
	err = l.read(ctx, func(tx *gorm.DB) error {
		// An original that is its own text is kept once, as the text.
		return pool(tx).QueryRow(`SELECT coalesce(
				(SELECT bytes FROM originals WHERE hash = r.original),
				(SELECT cast(body AS BLOB) FROM texts WHERE hash = r.original))
			FROM reports r WHERE r.id = ? AND r.removed = 0`, int64(id)).Scan(&b)
	})
	return b, err
}

// Known tells whether a document is in the library already, by its original or
// by the text found in it. A zero hash is not looked for.
func (l *Library) Known(ctx context.Context, original, text data.Hash) (id data.ReportID, known bool, err error) {
	err = l.read(ctx, func(tx *gorm.DB) error {
		err := pool(tx).QueryRow(`SELECT id FROM reports WHERE +removed = 0 AND original = ?
			UNION ALL SELECT id FROM reports WHERE +removed = 0 AND text_id = (SELECT id FROM texts WHERE hash = ?)
			LIMIT 1`, original[:], text[:]).Scan(&id)
		if errors.Is(err, sql.ErrNoRows) {
			return nil
		}
		known = err == nil
		return err
	})
	return id, known, err
}
