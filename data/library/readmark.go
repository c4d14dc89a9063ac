package library

import (
	"context"

	"gorm.io/gorm"

	"lectern/data"
)

// MarkRead marks reports as read, or as new again, because a person said so. It
// can be undone. For a report that is merely being opened there is Opened.
func (l *Library) MarkRead(ctx context.Context, ids []data.ReportID, read bool) error {
	return l.write(ctx, func(tx *gorm.DB) ([]data.Change, error) {
		reports, err := l.there(tx, ids)
		if err != nil {
			return nil, err
		}
		c, n := change{}, 0
		for _, r := range reports {
			if r.Read != read {
				c.Reports.add([]data.ReportID{data.ReportID(r.ID)})
				n++
			}
		}
		if n == 0 {
			return nil, nil
		}
		kind := StepRead
		if !read {
			kind = StepUnread
		}
		return l.do(tx, kind, "", n, c)
	})
}

// Opened notes that a person has opened a report: it is not new any more. This
// is no step to undo; nobody who presses Undo wants to un-open a report. Where
// the library is read-only it does nothing.
func (l *Library) Opened(ctx context.Context, id data.ReportID) error {
	if l.why != nil {
		return nil
	}
	return l.write(ctx, func(tx *gorm.DB) ([]data.Change, error) {
		done := tx.Model(&reportRow{}).Where(`id = ? AND removed = 0 AND read = 0`, int64(id)).Update("read", true)
		if done.Error != nil || done.RowsAffected == 0 {
			return nil, done.Error
		}
		return changed(data.ReportChanged, []data.ReportID{id}), nil
	})
}

func setRead(tx *gorm.DB, ids []data.ReportID, read bool) error { return update(tx, ids, "read", read) }
