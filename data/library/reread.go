package library

import (
	"context"
	"slices"

	"gorm.io/gorm"

	"lectern/data"
)

// Reread replaces what the machine made of a report, and nothing that a person
// did: a decision stays with its sentence where the new reading has the same
// words at the same place, and is marked astray where it has not. Themes and
// promises stay as they were found; Renew brings those along.
func (l *Library) Reread(ctx context.Context, id data.ReportID, r data.Reading) error {
	return l.write(ctx, func(tx *gorm.DB) ([]data.Change, error) {
		return changed(data.ReportChanged, []data.ReportID{id}), reread(tx, id, r)
	})
}

func reread(tx *gorm.DB, id data.ReportID, r data.Reading) error {
	var before []string
	var packed []byte
	err := pool(tx).QueryRow(`SELECT m.packed FROM readings m JOIN reports r ON r.id = m.report_id
		WHERE r.removed = 0 AND r.id = ?`, int64(id)).Scan(&packed)
	if err != nil {
		return err
	}
	if old, err := unpack(packed); err == nil {
		before = speakersIn(old)
	}
	if err := tx.Exec(`UPDATE readings SET packed = ? WHERE report_id = ?`, pack(r), int64(id)).Error; err != nil {
		return err
	}
	if err := update(tx, []data.ReportID{id}, "model", r.Model); err != nil {
		return err
	}
	after := speakersIn(r)
	if err := respeak(tx, id, before, after); err != nil {
		return err
	}
	if err := recount(tx, id); err != nil || slices.Equal(before, after) {
		return err
	}
	return reindex(tx, id)
}
