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
	err = l.read(ctx, func(tx *gorm.DB) error {
		all, err := reports(tx, []data.ReportID{id})
		if err != nil {
			return err
		}
		if len(all) == 0 {
			return l.missing()
		}
		d.Report = all[0]
		var packed []byte
		err = pool(tx).QueryRow(`SELECT t.body, m.packed FROM reports r JOIN texts t ON t.id = r.text_id
			JOIN readings m ON m.report_id = r.id WHERE r.id = ?`, int64(id)).Scan(&d.Body, &packed)
		if err != nil {
			return err
		}
		var decided []decisionRow
		if err := tx.Where(`report_id = ?`, int64(id)).Find(&decided).Error; err != nil {
			return err
		}
		r, err := unpack(packed)
		if err != nil {
			l.log.Error("a reading is damaged", "report", id, "err", err)
		}
		d.Passages, d.Attributions = passages(id, d.Body, r, decided), r.Attributions
		return nil
	})
	return d, err
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
		return pool(tx).QueryRow(`SELECT id FROM reports WHERE removed = 0 AND original = ?
			UNION ALL SELECT id FROM reports WHERE removed = 0 AND text_id = (SELECT id FROM texts WHERE hash = ?)
			LIMIT 1`, original[:], text[:]).Scan(&id)
	})
	var none *data.Fault
	if errors.As(err, &none) && errors.Is(none.Err, sql.ErrNoRows) {
		return 0, false, nil
	}
	return id, err == nil, err
}
