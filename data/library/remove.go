package library

import (
	"context"

	"gorm.io/gorm"

	"lectern/data"
)

// Remove takes reports out of sight: no list, search or count shows them. They
// come back with Undo for as long as the journal remembers.
func (l *Library) Remove(ctx context.Context, ids []data.ReportID) error {
	return l.write(ctx, func(tx *gorm.DB) ([]data.Change, error) {
		there, err := l.there(tx, ids)
		if err != nil {
			return nil, err
		}
		c, subject := change{}, ""
		for _, r := range there {
			c.Reports.add([]data.ReportID{data.ReportID(r.ID)})
			subject = r.Title
		}
		if len(there) != 1 {
			subject = ""
		}
		return l.do(tx, StepRemove, subject, len(there), c)
	})
}

// there loads what a list shows of reports, in the order of their numbers, each
// once. One that is not there is a fault, and with it the whole change.
func (l *Library) there(tx *gorm.DB, ids []data.ReportID) ([]reportRow, error) {
	wanted := make(map[data.ReportID]bool, len(ids))
	for _, id := range ids {
		wanted[id] = true
	}
	var all []reportRow
	for from := 0; from < len(ids); from += mostAsked {
		var part []reportRow
		err := tx.Where(`+removed = 0 AND id IN ?`, ids[from:min(from+mostAsked, len(ids))]).Order("id").Find(&part).Error
		if err != nil {
			return nil, err
		}
		for _, r := range part {
			if id := data.ReportID(r.ID); wanted[id] {
				delete(wanted, id)
				all = append(all, r)
			}
		}
	}
	if len(wanted) > 0 || len(ids) == 0 {
		return nil, l.missing()
	}
	return all, nil
}

func hide(tx *gorm.DB, ids []data.ReportID) error {
	if err := unindexed(tx, ids); err != nil {
		return err
	}
	if err := update(tx, ids, "removed", true); err != nil {
		return err
	}
	return resettle(tx, ids)
}

func show(tx *gorm.DB, ids []data.ReportID) error {
	if err := update(tx, ids, "removed", false); err != nil {
		return err
	}
	if err := resettle(tx, ids); err != nil {
		return err
	}
	return indexed(tx, ids)
}

// update sets one column of many reports.
func update(tx *gorm.DB, ids []data.ReportID, column string, to any) error {
	for from := 0; from < len(ids); from += mostAsked {
		part := ids[from:min(from+mostAsked, len(ids))]
		if err := tx.Model(&reportRow{}).Where(`id IN ?`, part).Update(column, to).Error; err != nil {
			return err
		}
	}
	return nil
}
