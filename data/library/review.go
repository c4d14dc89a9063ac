package library

import (
	"context"
	"database/sql"
	"errors"

	"gorm.io/gorm"

	"lectern/data"
)

// NextToReview is the report that comes after this one in the order of IDs and has
// passages to review; after the last comes the first. It is 0 where no other has.
func (l *Library) NextToReview(ctx context.Context, after data.ReportID, r data.Review) (next data.ReportID, err error) {
	if r == data.ReviewNone {
		return 0, nil
	}
	where, args := Filter{Review: r}.where()
	err = l.read(ctx, func(tx *gorm.DB) error {
		for _, more := range []string{` AND (day, id) < (SELECT day, id FROM reports WHERE id = ?)`, ` AND id <> ?`} {
			err := pool(tx).QueryRowContext(ctx, `SELECT id FROM reports WHERE `+where+more+` ORDER BY day DESC, id DESC LIMIT 1`,
				append(args[:len(args):len(args)], int64(after))...).Scan(&next)
			if !errors.Is(err, sql.ErrNoRows) {
				return err
			}
		}
		return nil
	})
	return next, err
}
