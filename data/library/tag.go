package library

import (
	"context"
	"errors"
	"strings"

	"gorm.io/gorm"
	"gorm.io/gorm/clause"

	"lectern/data"
)

var errNoTag = errors.New("a tag has no letters")

// Tag gives reports a tag; those that have it already keep it as it is.
func (l *Library) Tag(ctx context.Context, ids []data.ReportID, tag string) error {
	tag = strings.TrimSpace(tag)
	if tag == "" {
		return l.fault(errNoTag)
	}
	return l.write(ctx, func(tx *gorm.DB) ([]data.Change, error) {
		reports, err := l.there(tx, ids)
		if err != nil {
			return nil, err
		}
		has, err := tagged(tx, tag)
		if err != nil {
			return nil, err
		}
		c := change{Tag: tag}
		for _, r := range reports {
			if _, ok := has[r.ID]; !ok {
				c.Tags = append(c.Tags, tagRow{ReportID: r.ID, Who: l.who, At: l.now()})
			}
		}
		if len(c.Tags) == 0 {
			return nil, nil
		}
		return l.do(tx, StepTag, tag, len(c.Tags), c)
	})
}

// Untag takes a tag off reports; those without it are left as they are.
func (l *Library) Untag(ctx context.Context, ids []data.ReportID, tag string) error {
	tag = strings.TrimSpace(tag)
	return l.write(ctx, func(tx *gorm.DB) ([]data.Change, error) {
		has, err := tagged(tx, tag)
		if err != nil {
			return nil, err
		}
		c := change{Tag: tag}
		for _, id := range ids {
			if row, ok := has[int64(id)]; ok {
				c.Tags = append(c.Tags, row)
				delete(has, int64(id))
			}
		}
		if len(c.Tags) == 0 {
			return nil, nil
		}
		return l.do(tx, StepUntag, tag, len(c.Tags), c)
	})
}

// tagged finds the reports with a tag.
func tagged(tx *gorm.DB, tag string) (map[int64]tagRow, error) {
	var rows []tagRow
	err := tx.Where(`tag_id = (SELECT id FROM tags WHERE name = ?)`, tag).Find(&rows).Error
	has := make(map[int64]tagRow, len(rows))
	for _, r := range rows {
		has[r.ReportID] = r
	}
	return has, err
}

// setTags gives the tag to the reports of rows, or takes it off them. A tag that
// no report has any more is forgotten.
func setTags(tx *gorm.DB, tag string, rows []tagRow, on bool) error {
	if !on {
		for _, r := range rows {
			err := tx.Exec(`DELETE FROM report_tags WHERE report_id = ? AND tag_id = (SELECT id FROM tags WHERE name = ?)`,
				r.ReportID, tag).Error
			if err != nil {
				return err
			}
		}
		return tx.Exec(`DELETE FROM tags WHERE name = ? AND NOT EXISTS (SELECT 1 FROM report_tags WHERE tag_id = tags.id)`, tag).Error
	}
	var id int64
	err := tx.Raw(`INSERT INTO tags (name) VALUES (?) ON CONFLICT (name) DO UPDATE SET name = name RETURNING id`, tag).Scan(&id).Error
	if err != nil {
		return err
	}
	for i := range rows {
		rows[i].TagID = id
	}
	return tx.Clauses(clause.OnConflict{DoNothing: true}).CreateInBatches(rows, 100).Error
}
