package library

import (
	"context"
	"encoding/json"
	"errors"
	"slices"
	"strings"

	"gorm.io/gorm"

	"lectern/data"
)

var errNoStep = errors.New("the brief has no such step")

// Briefs lists the briefs, the last changed first, each with its steps.
func (l *Library) Briefs(ctx context.Context) (all []data.Brief, err error) {
	err = l.read(ctx, func(tx *gorm.DB) error {
		var rows []briefRow
		if err := tx.Order("at DESC, id DESC").Find(&rows).Error; err != nil {
			return err
		}
		for _, r := range rows {
			b, err := stepped(tx, r)
			if err != nil {
				return err
			}
			all = append(all, b)
		}
		return nil
	})
	return all, err
}

// Brief opens one brief. FaultNotFound says that there is none of that number.
func (l *Library) Brief(ctx context.Context, id data.BriefID) (b data.Brief, err error) {
	err = l.read(ctx, func(tx *gorm.DB) error {
		row, err := l.briefRow(tx, id)
		if err != nil {
			return err
		}
		b, err = stepped(tx, row)
		return err
	})
	return b, err
}

func (l *Library) briefRow(tx *gorm.DB, id data.BriefID) (row briefRow, err error) {
	err = tx.Take(&row, int64(id)).Error
	if errors.Is(err, gorm.ErrRecordNotFound) {
		return row, &data.Fault{Code: data.FaultNotFound, Subject: "This brief"}
	}
	return row, err
}

// stepped is a brief with its steps, in their order.
func stepped(tx *gorm.DB, row briefRow) (data.Brief, error) {
	b := data.Brief{ID: data.BriefID(row.ID), Title: row.Title, Level: data.Marking(row.Level), Changed: timeOf(row.At)}
	var rows []briefStepRow
	if err := tx.Where(`brief_id = ?`, row.ID).Find(&rows).Error; err != nil {
		return b, err
	}
	bodies := make(map[int64]string, len(rows))
	for _, r := range rows {
		bodies[r.ID] = r.Body
	}
	order, err := row.order()
	if err != nil {
		return b, err
	}
	for _, id := range order {
		var s data.BriefStep
		if err := json.Unmarshal([]byte(bodies[id]), &s); err != nil {
			return b, err
		}
		s.ID = data.StepID(id)
		b.Steps = append(b.Steps, s)
	}
	return b, nil
}

// AddBrief makes a brief. Steps it comes with are numbered anew.
func (l *Library) AddBrief(ctx context.Context, b data.Brief) (id data.BriefID, err error) {
	err = l.write(ctx, func(tx *gorm.DB) ([]data.Change, error) {
		next, err := nextIn(tx, "briefs")
		if err != nil {
			return nil, err
		}
		id = data.BriefID(next)
		row := briefRow{ID: next, Title: strings.TrimSpace(b.Title), Level: string(b.Level), Who: l.who, At: l.now()}
		step, err := nextIn(tx, "brief_steps")
		if err != nil {
			return nil, err
		}
		c := change{}
		order := make([]int64, 0, len(b.Steps))
		for _, s := range b.Steps {
			body, err := bodyOf(s)
			if err != nil {
				return nil, err
			}
			c.BriefStepsIn = append(c.BriefStepsIn, briefStepRow{ID: step, BriefID: next, Body: body})
			order = append(order, step)
			step++
		}
		if err := row.setOrder(order); err != nil {
			return nil, err
		}
		c.BriefIn = &row
		return l.do(tx, StepBriefAdd, row.Title, 1, c)
	})
	return id, err
}

// RemoveBrief takes a brief away. What was shown of it stays in the minutes.
func (l *Library) RemoveBrief(ctx context.Context, id data.BriefID) error {
	return l.rebrief(ctx, StepBriefRemove, id, func(tx *gorm.DB, row briefRow, c *change) error {
		c.BriefIn = nil
		return tx.Where(`brief_id = ?`, row.ID).Find(&c.BriefStepsOut).Error
	})
}

// DescribeBrief gives a brief a title and the level of the room.
func (l *Library) DescribeBrief(ctx context.Context, id data.BriefID, title string, level data.Marking) error {
	return l.rebrief(ctx, StepBriefChange, id, func(_ *gorm.DB, _ briefRow, c *change) error {
		c.BriefIn.Title, c.BriefIn.Level = strings.TrimSpace(title), string(level)
		return nil
	})
}

// PutStep puts a new step into a brief, so that it is number at, counted from 0;
// below 0 or beyond the end it comes last.
func (l *Library) PutStep(ctx context.Context, brief data.BriefID, s data.BriefStep, at int) (data.StepID, error) {
	return l.PutSteps(ctx, brief, []data.BriefStep{s}, at)
}

// PutSteps puts several there, as one change, and gives the number of the first.
func (l *Library) PutSteps(ctx context.Context, brief data.BriefID, steps []data.BriefStep, at int) (id data.StepID, err error) {
	if len(steps) == 0 {
		return 0, errNoStep
	}
	err = l.rebrief(ctx, StepBriefChange, brief, func(tx *gorm.DB, row briefRow, c *change) error {
		next, err := nextIn(tx, "brief_steps")
		if err != nil {
			return err
		}
		order, err := row.order()
		if err != nil {
			return err
		}
		if at < 0 || at > len(order) {
			at = len(order)
		}
		id = data.StepID(next)
		for i, s := range steps {
			body, err := bodyOf(s)
			if err != nil {
				return err
			}
			c.BriefStepsIn = append(c.BriefStepsIn, briefStepRow{ID: next, BriefID: row.ID, Body: body})
			order = slices.Insert(order, at+i, next)
			next++
		}
		return c.BriefIn.setOrder(order)
	})
	return id, err
}

// ChangeStep replaces what the step of s.ID shows.
func (l *Library) ChangeStep(ctx context.Context, brief data.BriefID, s data.BriefStep) error {
	return l.rebrief(ctx, StepBriefChange, brief, func(tx *gorm.DB, row briefRow, c *change) error {
		was, err := briefStep(tx, row, s.ID)
		if err != nil {
			return err
		}
		body, err := bodyOf(s)
		if err != nil || body == was.Body {
			return err
		}
		c.BriefStepsOut, c.BriefStepsIn = []briefStepRow{was}, []briefStepRow{{ID: was.ID, BriefID: row.ID, Body: body}}
		return nil
	})
}

// MoveStep puts a step elsewhere in its brief, so that it is number to.
func (l *Library) MoveStep(ctx context.Context, brief data.BriefID, id data.StepID, to int) error {
	return l.rebrief(ctx, StepBriefChange, brief, func(_ *gorm.DB, row briefRow, c *change) error {
		order, at, err := row.find(id)
		if err != nil {
			return err
		}
		order = slices.Delete(order, at, at+1)
		return c.BriefIn.setOrder(slices.Insert(order, max(0, min(to, len(order))), int64(id)))
	})
}

// TakeStep takes a step out of its brief.
func (l *Library) TakeStep(ctx context.Context, brief data.BriefID, id data.StepID) error {
	return l.rebrief(ctx, StepBriefChange, brief, func(tx *gorm.DB, row briefRow, c *change) error {
		order, at, err := row.find(id)
		if err != nil {
			return err
		}
		was, err := briefStep(tx, row, id)
		if err != nil {
			return err
		}
		c.BriefStepsOut = []briefStepRow{was}
		return c.BriefIn.setOrder(slices.Delete(order, at, at+1))
	})
}

// rebrief changes a brief as one step of the journal, or not at all where it
// would stay as it is.
func (l *Library) rebrief(ctx context.Context, kind StepKind, id data.BriefID, work func(*gorm.DB, briefRow, *change) error) error {
	return l.write(ctx, func(tx *gorm.DB) ([]data.Change, error) {
		row, err := l.briefRow(tx, id)
		if err != nil {
			return nil, err
		}
		after := row
		c := change{BriefOut: &row, BriefIn: &after}
		if err := work(tx, row, &c); err != nil {
			return nil, err
		}
		if c.BriefIn != nil && after == row && len(c.BriefStepsIn) == 0 {
			return nil, nil
		}
		after.Who, after.At = l.who, l.now()
		return l.do(tx, kind, row.Title, 1, c)
	})
}

func briefStep(tx *gorm.DB, brief briefRow, id data.StepID) (row briefStepRow, err error) {
	err = tx.Where(`brief_id = ?`, brief.ID).Take(&row, int64(id)).Error
	if errors.Is(err, gorm.ErrRecordNotFound) {
		err = errNoStep
	}
	return row, err
}

// setBrief puts what comes in the place of what goes.
func setBrief(tx *gorm.DB, out, in *briefRow, stepsOut, stepsIn []briefStepRow) error {
	for _, s := range stepsOut {
		if err := tx.Delete(&s).Error; err != nil {
			return err
		}
	}
	if out != nil {
		if err := tx.Delete(out).Error; err != nil {
			return err
		}
	}
	if in != nil {
		if err := tx.Create(in).Error; err != nil {
			return err
		}
	}
	for _, s := range stepsIn {
		if err := tx.Create(&s).Error; err != nil {
			return err
		}
	}
	return nil
}

// nextIn is the number that the next row of a table will have. Numbers of rows
// that are gone are not used again.
func nextIn(tx *gorm.DB, table string) (id int64, err error) {
	err = tx.Raw(`SELECT coalesce((SELECT seq FROM sqlite_sequence WHERE name = ?), 0) + 1`, table).Scan(&id).Error
	return id, err
}
