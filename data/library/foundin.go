package library

import (
	"context"
	"database/sql"
	"strconv"

	"gorm.io/gorm"

	"lectern/data"
)

// ByPerson is the place of a detail that a person has given.
const ByPerson = "person"

// FoundIn tells where each detail of a report was found, by the detail's name:
// title, author, publisher, url, lang, published. The place is what NewReport.From
// said, or ByPerson where the detail says something else today. Details whose
// place nobody noted are not in it.
func (l *Library) FoundIn(ctx context.Context, id data.ReportID) (map[string]string, error) {
	all := make(map[string]string)
	err := l.read(ctx, func(tx *gorm.DB) error {
		var r reportRow
		if err := tx.Take(&r, int64(id)).Error; err != nil {
			return err
		}
		now := r.found()
		return each(tx, `SELECT field, place, value FROM found_in WHERE report_id = ?`, []any{int64(id)}, func(rows *sql.Rows) error {
			var field, place, value string
			err := rows.Scan(&field, &place, &value)
			if value != now[field] {
				place = ByPerson
			}
			if now[field] != "" {
				all[field] = place
			}
			return err
		})
	})
	return all, err
}

// found are the details of a report that can be found in an original.
func (r *reportRow) found() map[string]string {
	day := ""
	if r.Published != nil {
		day = strconv.FormatInt(*r.Published, 10)
	}
	return map[string]string{"title": r.Title, "author": r.Author, "publisher": r.Publisher,
		"url": r.URL, "lang": r.Lang, "published": day}
}

func putFoundIn(tx *gorm.DB, id int64, r *reportRow, from map[string]string) error {
	for field, value := range r.found() {
		place, noted := from[field]
		if !noted {
			continue
		}
		if _, err := pool(tx).Exec(`INSERT INTO found_in VALUES (?,?,?,?)`, id, field, place, value); err != nil {
			return err
		}
	}
	return nil
}
