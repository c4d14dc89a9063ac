package library

import (
	"context"
	"database/sql"
	"errors"

	"gorm.io/gorm"

	"lectern/data"
)

// IDs lists the reports that pass the filter, newest first: by the day they were
// published, or entered where that is unknown, then by when they were entered.
// It loads numbers only, 100,000 in a few hundredths of a second; Reports gives
// the rows of those that are seen.
func (l *Library) IDs(ctx context.Context, f Filter) ([]data.ReportID, error) {
	where, args := f.where()
	var ids []data.ReportID
	err := l.read(ctx, func(tx *gorm.DB) (err error) {
		ids, err = list(tx, `SELECT id FROM reports WHERE `+where+` ORDER BY day DESC, id DESC LIMIT -1`, args)
		return err
	})
	return ids, err
}

// list runs a query for numbers and takes them out of SQLite as one string: row
// by row, 100,000 numbers take several times as long to pass the driver.
func list(tx *gorm.DB, query string, args []any) ([]data.ReportID, error) {
	var joined sql.NullString
	err := tx.Statement.ConnPool.QueryRowContext(tx.Statement.Context,
		`SELECT group_concat(id) FROM (`+query+`)`, args...).Scan(&joined)
	if err != nil {
		return nil, err
	}
	return numbers(joined.String)
}

// numbers reads numbers with commas between them; "" has none.
func numbers(joined string) ([]data.ReportID, error) {
	if joined == "" {
		return nil, nil
	}
	ids := make([]data.ReportID, 0, len(joined)/6+1)
	now := data.ReportID(0)
	for i := range len(joined) {
		switch c := joined[i]; {
		case c == ',':
			ids, now = append(ids, now), 0
		case c >= '0' && c <= '9':
			now = now*10 + data.ReportID(c-'0')
		default:
			return nil, errNumbers
		}
	}
	return append(ids, now), nil
}

var errNumbers = errors.New("SQLite gave a list that holds no plain numbers")

// Count counts the reports that pass the filter.
func (l *Library) Count(ctx context.Context, f Filter) (n int, err error) {
	where, args := f.where()
	err = l.read(ctx, func(tx *gorm.DB) error {
		return tx.Raw(`SELECT count(*) FROM reports WHERE `+where, args...).Scan(&n).Error
	})
	return n, err
}

// Reports gives what lists show of reports, in the order asked; those that are
// not there are left out.
func (l *Library) Reports(ctx context.Context, ids []data.ReportID) ([]data.Report, error) {
	var all []data.Report
	err := l.read(ctx, func(tx *gorm.DB) (err error) {
		all, err = reports(tx, ids)
		return err
	})
	return all, err
}

func reports(tx *gorm.DB, ids []data.ReportID) ([]data.Report, error) {
	byID := make(map[data.ReportID]data.Report, len(ids))
	for from := 0; from < len(ids); from += mostAsked {
		part := ids[from:min(from+mostAsked, len(ids))]
		var rows []reportRow
		if err := tx.Where(`+removed = 0 AND id IN ?`, part).Find(&rows).Error; err != nil {
			return nil, err
		}
		tags, err := tagsOf(tx, part)
		if err != nil {
			return nil, err
		}
		touched, err := themesOf(tx, part)
		if err != nil {
			return nil, err
		}
		versions, err := versionsOf(tx, rows)
		if err != nil {
			return nil, err
		}
		for i := range rows {
			r := rows[i].report()
			r.Tags, r.Themes = tags[r.ID], touched[r.ID]
			if n := versions[rows[i].Article]; n > 0 {
				r.Versions = n
			}
			byID[r.ID] = r
		}
	}
	all := make([]data.Report, 0, len(ids))
	for _, id := range ids {
		if r, ok := byID[id]; ok {
			all = append(all, r)
		}
	}
	return all, nil
}

// tagsOf finds the tags of reports, each list in alphabetical order.
func tagsOf(tx *gorm.DB, ids []data.ReportID) (map[data.ReportID][]string, error) {
	var rows []struct {
		ReportID data.ReportID
		Name     string
	}
	err := tx.Raw(`SELECT report_id, name FROM report_tags JOIN tags ON tags.id = tag_id
		WHERE report_id IN ? ORDER BY name`, ids).Scan(&rows).Error
	all := make(map[data.ReportID][]string)
	for _, r := range rows {
		all[r.ReportID] = append(all[r.ReportID], r.Name)
	}
	return all, err
}
