package library

import (
	"context"
	"strings"
	"time"

	"gorm.io/gorm"

	"lectern/data"
	"lectern/data/library/imprint"
)

// Finds is what was found in a report beside its reading, and what it was worked
// out from. The zero value says that nobody has looked.
type Finds struct {
	Themes       []data.ThemeCount
	Expectations []data.Expectation
	Edition      int64     // of the themes looked for
	Published    time.Time // the day that times were resolved against
}

// Stale lists, in the order of their numbers, the reports whose themes, promises
// or imprints are out of date, because themes or a day of publication have changed;
// with a model, also those whose reading was made by another.
func (l *Library) Stale(ctx context.Context, model string) (ids []data.ReportID, err error) {
	err = l.read(ctx, func(tx *gorm.DB) error {
		now, err := themes(tx)
		if err != nil {
			return err
		}
		ids, err = list(tx, `SELECT r.id FROM reports r LEFT JOIN finds f ON f.report_id = r.id
			LEFT JOIN imprints p ON p.report_id = r.id
			WHERE r.removed = 0 AND (f.report_id IS NULL OR p.report_id IS NULL OR p.edition <> ? OR f.edition <> ? OR f.published IS NOT r.published
				OR ? <> '' AND r.model <> ?) ORDER BY r.id LIMIT -1`, []any{imprint.Edition, now.Edition(), model, model})
		return err
	})
	return ids, err
}

// Renewed is a report looked through again. A nil Reading leaves the one it has.
type Renewed struct {
	ID      data.ReportID
	Reading *data.Reading
	Finds   Finds
	Imprint imprint.Imprint // one without a Sketch leaves what there is
}

// Renew replaces what the machine made of reports, in one change, and nothing
// that a person did. Reports that have been removed meanwhile are left out.
func (l *Library) Renew(ctx context.Context, all []Renewed) error {
	return l.write(ctx, func(tx *gorm.DB) ([]data.Change, error) {
		var ids []data.ReportID
		for _, r := range all {
			var there bool
			if err := pool(tx).QueryRow(`SELECT EXISTS (SELECT 1 FROM reports WHERE id = ? AND removed = 0)`, int64(r.ID)).Scan(&there); err != nil {
				return nil, err
			}
			if !there {
				continue
			}
			if r.Reading != nil {
				if err := reread(tx, r.ID, *r.Reading); err != nil {
					return nil, err
				}
			}
			if err := countOld(tx, r); err != nil {
				return nil, err
			}
			if err := forgetFinds(tx, r.ID); err != nil {
				return nil, err
			}
			if err := putFinds(tx, int64(r.ID), r.Finds); err != nil {
				return nil, err
			}
			if err := renewImprint(tx, r.ID, r.Imprint); err != nil {
				return nil, err
			}
			ids = append(ids, r.ID)
		}
		return changed(data.ReportChanged, ids), nil
	})
}

// countOld counts what waits for review in a report that came in before that was
// counted; see migration 8. A new reading has been counted already.
func countOld(tx *gorm.DB, r Renewed) error {
	var counted bool
	err := pool(tx).QueryRow(`SELECT EXISTS (SELECT 1 FROM finds WHERE report_id = ? AND edition <> 0)`, int64(r.ID)).Scan(&counted)
	if err != nil || counted || r.Reading != nil {
		return err
	}
	return recount(tx, r.ID)
}

func forgetFinds(tx *gorm.DB, id data.ReportID) error {
	for _, table := range []string{"report_themes", "expectations", "finds"} {
		if _, err := pool(tx).Exec(`DELETE FROM `+table+` WHERE report_id = ?`, int64(id)); err != nil {
			return err
		}
	}
	return nil
}

// putFinds writes the finds of a report that has none.
func putFinds(tx *gorm.DB, id int64, f Finds) error {
	if f.Edition == 0 {
		return nil
	}
	if _, err := pool(tx).Exec(`INSERT INTO finds VALUES (?, ?, ?)`, id, f.Edition, nullable(dayOf(f.Published))); err != nil {
		return err
	}
	var args []any
	for _, t := range f.Themes {
		args = append(args, int64(t.Theme), id, t.Count)
	}
	if len(args) > 0 {
		_, err := pool(tx).Exec(`INSERT INTO report_themes VALUES `+strings.Repeat(",(?,?,?)", len(args)/3)[1:], args...)
		if err != nil {
			return err
		}
	}
	for _, e := range f.Expectations {
		_, err := pool(tx).Exec(`INSERT OR IGNORE INTO expectations VALUES (?,?,?,?,?,?,?,?)`, id, e.Passage.Start, e.Passage.End,
			e.Speaker, e.When.Start, e.When.End, nullable(dayOf(e.Due)), string(e.Precision))
		if err != nil {
			return err
		}
	}
	return nil
}

// expectationsOf lists what is promised in a report, in the order of its text.
// Those worked out for another day of publication are not told.
func expectationsOf(tx *gorm.DB, id data.ReportID) ([]data.Expectation, error) {
	var rows []expectationRow
	err := tx.Raw(`SELECT e.* FROM expectations e JOIN finds f ON f.report_id = e.report_id
		JOIN reports r ON r.id = e.report_id AND r.published IS f.published
		WHERE e.report_id = ? ORDER BY e.start`, int64(id)).Scan(&rows).Error
	var all []data.Expectation
	for _, r := range rows {
		all = append(all, r.expectation())
	}
	return all, err
}
