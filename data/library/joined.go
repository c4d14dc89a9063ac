package library

import (
	"cmp"
	"context"
	"encoding/json"
	"slices"

	"gorm.io/gorm"

	"lectern/data"
)

// JoinSteps makes a step a part of one before it, so that both are undone and done
// again as one, told as the one that touched most. Where something else was changed between the two,
// each stays a step of its own.
func (l *Library) JoinSteps(ctx context.Context, first, then int64) error {
	return l.write(ctx, func(tx *gorm.DB) ([]data.Change, error) {
		var row stepRow
		if err := tx.Take(&row, then).Error; err != nil {
			return nil, err
		}
		var c change
		if err := json.Unmarshal([]byte(row.Change), &c); err != nil {
			return nil, err
		}
		c.Joins = first
		text, err := json.Marshal(c)
		if err != nil {
			return nil, err
		}
		return nil, tx.Model(&row).Update("change", string(text)).Error
	})
}

// together are a step and those that are undone, or done again, with it, in the order
// in which that is done.
func together(tx *gorm.DB, row stepRow, forward bool) ([]stepRow, error) {
	rows := []stepRow{row}
	for {
		var next []stepRow
		last := rows[len(rows)-1]
		q := tx.Where("undone = ? AND id < ?", false, last.ID).Order("id DESC")
		if forward {
			q = tx.Where("undone = ? AND id > ?", true, last.ID).Order("id")
		}
		if err := q.Limit(1).Find(&next).Error; err != nil || len(next) == 0 {
			return rows, err
		}
		earlier, later := next[0], last
		if forward {
			earlier, later = last, next[0]
		}
		joins, err := later.joins()
		if err != nil || joins != earlier.ID {
			return rows, err
		}
		rows = append(rows, next[0])
	}
}

// joins is the step that a step is a part of, 0 for none.
func (r stepRow) joins() (int64, error) {
	var c struct {
		Joins int64 `json:"joins"`
	}
	err := json.Unmarshal([]byte(r.Change), &c)
	return c.Joins, err
}

// told is what steps that go together are told as: the one that touched most.
func told(rows []stepRow) (Step, error) {
	most := slices.MaxFunc(rows, func(a, b stepRow) int {
		return cmp.Or(cmp.Compare(a.Count, b.Count), cmp.Compare(b.ID, a.ID)) // the first of those alike
	})
	var c change
	err := json.Unmarshal([]byte(most.Change), &c)
	return stepOf(most, c), err
}
