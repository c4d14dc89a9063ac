package library

import (
	"context"
	"slices"

	"gorm.io/gorm"

	"lectern/data"
)

// Decide puts passages in a lane, in the name of the person at the program.
// Whatever was decided about them before, also astray, is replaced. Deciding
// what already stands decided changes nothing.
func (l *Library) Decide(ctx context.Context, passages []data.PassageID, lane data.Lane) error {
	if _, err := data.ParseLane(string(lane)); err != nil {
		return l.fault(err)
	}
	return l.judge(ctx, StepDecide, passages, lane)
}

// Withdraw takes back what people decided about passages: the machine's lane
// shows again.
func (l *Library) Withdraw(ctx context.Context, passages []data.PassageID) error {
	return l.judge(ctx, StepWithdraw, passages, data.NoLane)
}

func (l *Library) judge(ctx context.Context, kind StepKind, passages []data.PassageID, lane data.Lane) error {
	return l.write(ctx, func(tx *gorm.DB) ([]data.Change, error) {
		c, places, touched := change{}, placesByReport(passages), 0
		for _, id := range places.order {
			r, err := loadJudged(tx, id)
			if err != nil {
				return nil, err
			}
			for _, start := range places.starts[id] {
				s, ok := r.sentence(start)
				if !ok {
					return nil, l.missing()
				}
				out, in := r.replace(s, lane)
				if len(out) == 1 && len(in) == 1 && out[0].Lane == in[0].Lane && out[0].span() == in[0].span() {
					continue
				}
				if len(out)+len(in) == 0 {
					continue
				}
				for i := range in {
					in[i].Who, in[i].At = l.who, l.now()
				}
				c.Out, c.In = append(c.Out, out...), append(c.In, in...)
				touched++
			}
		}
		if touched == 0 {
			return nil, nil
		}
		return l.do(tx, kind, string(lane), touched, c)
	})
}

// places are passages sorted by report, each once.
type places struct {
	order  []data.ReportID
	starts map[data.ReportID][]int
}

func placesByReport(passages []data.PassageID) places {
	p := places{starts: make(map[data.ReportID][]int)}
	for _, passage := range passages {
		id, start := PlaceOf(passage)
		if p.starts[id] == nil {
			p.order = append(p.order, id)
		}
		if !slices.Contains(p.starts[id], start) {
			p.starts[id] = append(p.starts[id], start)
		}
	}
	return p
}

// judged is a report with all that decisions about it depend on.
type judged struct {
	row       reportRow
	body      string
	reading   data.Reading
	decisions []decisionRow
}

func loadJudged(tx *gorm.DB, id data.ReportID) (judged, error) {
	j := judged{}
	if err := tx.Where(`removed = 0`).Take(&j.row, int64(id)).Error; err != nil {
		return j, err
	}
	var packed []byte
	err := pool(tx).QueryRow(`SELECT t.body, m.packed FROM texts t, readings m WHERE t.id = ? AND m.report_id = ?`,
		j.row.TextID, j.row.ID).Scan(&j.body, &packed)
	if err != nil {
		return j, err
	}
	if j.reading, err = unpack(packed); err != nil {
		return j, err
	}
	return j, tx.Where(`report_id = ?`, j.row.ID).Find(&j.decisions).Error
}

func (j judged) sentence(start int) (data.Sentence, bool) {
	for _, s := range j.reading.Sentences {
		if s.Start == start {
			return s, true
		}
	}
	return data.Sentence{}, false
}

// replace lists the decisions that lie on s, and the one that shall; none for
// NoLane.
func (j judged) replace(s data.Sentence, lane data.Lane) (out, in []decisionRow) {
	for _, d := range j.decisions {
		if i, _ := settle(j.reading.Sentences, d, j.body); i >= 0 && j.reading.Sentences[i].Span == s.Span {
			out = append(out, d)
		}
	}
	if lane == data.NoLane {
		return out, nil
	}
	return out, []decisionRow{{ReportID: j.row.ID, Start: s.Start, Stop: s.End, Lane: string(lane), Words: s.In(j.body)}}
}

// exchange takes decisions out and puts others in, and counts the lanes again.
func exchange(tx *gorm.DB, reports []data.ReportID, out, in []decisionRow) error {
	for _, d := range out {
		if err := tx.Delete(&d).Error; err != nil {
			return err
		}
	}
	for _, d := range in {
		if err := tx.Create(&d).Error; err != nil {
			return err
		}
	}
	for _, id := range reports {
		if err := recount(tx, id); err != nil {
			return err
		}
	}
	return nil
}

// recount brings the counts that lists show in step with the report.
func recount(tx *gorm.DB, id data.ReportID) error {
	j, err := loadJudged(tx, id)
	if err != nil {
		return err
	}
	return setCounts(tx, id, count(passages(id, j.body, j.reading, j.decisions)))
}

func setCounts(tx *gorm.DB, id data.ReportID, c counts) error {
	return tx.Model(&reportRow{ID: int64(id)}).Updates(map[string]any{
		"statement": c.lanes.Statement, "caveat": c.lanes.Caveat, "reaction": c.lanes.Reaction, "background": c.lanes.Background,
		"review": c.review.All, "review_most": c.review.Most,
	}).Error
}
