package library

import (
	"context"

	"gorm.io/gorm"

	"lectern/data"
)

// marked tells which reports had a marking before it was changed.
type marked struct {
	Marking data.Marking `json:"marking,omitempty"`
	Reports ranges       `json:"reports"`
}

// Mark says how far reports may be passed on. Unmarked takes a marking off.
func (l *Library) Mark(ctx context.Context, ids []data.ReportID, as data.Marking) error {
	return l.write(ctx, func(tx *gorm.DB) ([]data.Change, error) {
		rows, err := l.there(tx, ids)
		if err != nil {
			return nil, err
		}
		c := change{Marking: as}
		at := make(map[string]int)
		for _, r := range rows {
			if data.Marking(r.Marking) == as {
				continue
			}
			i, ok := at[r.Marking]
			if !ok {
				i = len(c.Marked)
				at[r.Marking] = i
				c.Marked = append(c.Marked, marked{Marking: data.Marking(r.Marking)})
			}
			c.Marked[i].Reports.add([]data.ReportID{data.ReportID(r.ID)})
		}
		if len(c.Marked) == 0 {
			return nil, nil
		}
		return l.do(tx, StepMark, string(as), len(c.touched()), c)
	})
}

// setMarking marks reports anew, or as each was before.
func setMarking(tx *gorm.DB, was []marked, as data.Marking, forward bool) error {
	for _, m := range was {
		to := as
		if !forward {
			to = m.Marking
		}
		if err := update(tx, m.Reports.all(), "marking", string(to)); err != nil {
			return err
		}
	}
	return nil
}
