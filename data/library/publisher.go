package library

import (
	"context"
	"errors"
	"strings"

	"gorm.io/gorm"

	"lectern/data"
)

// published tells which reports had a publisher's name before it was changed.
type published struct {
	Name    string `json:"name"`
	Reports ranges `json:"reports"`
}

var errNoPublisher = errors.New("a publisher has no name")

// JoinPublishers gives all reports of these publishers one publisher's name. One
// publisher by itself is renamed.
func (l *Library) JoinPublishers(ctx context.Context, publishers []string, into string) error {
	return l.republish(ctx, into, func(tx *gorm.DB, into string) (was []published, err error) {
		for _, name := range publishers {
			if name == into {
				continue
			}
			p := published{Name: name}
			ids, err := list(tx, `SELECT id FROM reports WHERE removed = 0 AND publisher = ? ORDER BY id LIMIT -1`, []any{name})
			if err != nil {
				return nil, err
			}
			if p.Reports.add(ids); len(ids) > 0 {
				was = append(was, p)
			}
		}
		return was, nil
	})
}

// SplitPublisher gives some reports another publisher's name.
func (l *Library) SplitPublisher(ctx context.Context, ids []data.ReportID, as string) error {
	return l.republish(ctx, as, func(tx *gorm.DB, as string) (was []published, err error) {
		rows, err := l.there(tx, ids)
		if err != nil {
			return nil, err
		}
		at := make(map[string]int)
		for _, r := range rows {
			if r.Publisher == as {
				continue
			}
			i, ok := at[r.Publisher]
			if !ok {
				i = len(was)
				at[r.Publisher] = i
				was = append(was, published{Name: r.Publisher})
			}
			was[i].Reports.add([]data.ReportID{data.ReportID(r.ID)})
		}
		return was, nil
	})
}

func (l *Library) republish(ctx context.Context, to string, find func(tx *gorm.DB, to string) ([]published, error)) error {
	to = strings.TrimSpace(to)
	if to == "" {
		return l.fault(errNoPublisher)
	}
	return l.write(ctx, func(tx *gorm.DB) ([]data.Change, error) {
		was, err := find(tx, to)
		if err != nil || len(was) == 0 {
			return nil, err
		}
		c := change{Published: was, Publisher: to}
		return l.do(tx, StepPublisher, to, len(c.touched()), c)
	})
}

// setPublisher gives reports their new publisher, or back the one each had.
func setPublisher(tx *gorm.DB, was []published, to string, forward bool) error {
	for _, p := range was {
		name := to
		if !forward {
			name = p.Name
		}
		if err := update(tx, p.Reports.all(), "publisher", name); err != nil {
			return err
		}
	}
	return nil
}
