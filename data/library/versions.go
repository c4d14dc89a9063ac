package library

import (
	"context"
	"database/sql"
	"errors"
	"strings"

	"gorm.io/gorm"

	"lectern/data"
)

// An article is told by a number: that of its first report, or one below zero
// where somebody took a report out of another. 0 is a report that never had one.

// articleRow is a person's word on where a report belongs.
type articleRow struct {
	ReportID int64  `gorm:"primaryKey;autoIncrement:false" json:"report"`
	Article  int64  `json:"article"`
	Who      string `json:"who"`
	At       int64  `json:"at"`
}

func (articleRow) TableName() string { return "article_words" }

// placing is a report put into an article, or taken out, by a person.
type placing struct {
	Report int64       `json:"report"`
	From   int64       `json:"from"` // its article before and after
	To     int64       `json:"to"`
	Out    *articleRow `json:"out,omitempty"` // what a person had said before
	In     *articleRow `json:"in,omitempty"`
}

// Versions lists the versions of the article that a report is one of, the newest
// first. A report by itself is the only one.
func (l *Library) Versions(ctx context.Context, id data.ReportID) (all []data.Report, err error) {
	err = l.read(ctx, func(tx *gorm.DB) error {
		ids, err := list(tx, `SELECT r.id FROM reports o JOIN reports r ON r.id = o.id OR o.article <> 0 AND r.article = o.article
			WHERE o.id = ? AND +o.removed = 0 AND +r.removed = 0 ORDER BY r.day DESC, r.id DESC LIMIT -1`, []any{int64(id)})
		if err != nil {
			return err
		}
		all, err = reports(tx, ids)
		return err
	})
	if err == nil && len(all) == 0 {
		err = l.missing()
	}
	return all, err
}

var errVersionOfItself = errors.New("a report cannot be a version of itself")

// IsVersion says that a report is a version of the same article as another.
// Versions of its own stay where they are.
func (l *Library) IsVersion(ctx context.Context, id, of data.ReportID) error {
	if id == of {
		return l.fault(errVersionOfItself)
	}
	return l.write(ctx, func(tx *gorm.DB) ([]data.Change, error) {
		rows, err := l.there(tx, []data.ReportID{id, of})
		if err != nil {
			return nil, err
		}
		own, its := rows[0], rows[1]
		if own.ID != int64(id) {
			own, its = its, own
		}
		article := its.Article
		if article == 0 {
			article = its.ID
			if err := tx.Exec(`UPDATE reports SET article = ? WHERE id = ?`, article, its.ID).Error; err != nil {
				return nil, err
			}
		}
		if own.Article == article {
			return nil, nil
		}
		return l.place(tx, StepVersion, own, article)
	})
}

// NotVersion says that a report is an article of its own.
func (l *Library) NotVersion(ctx context.Context, id data.ReportID) error {
	return l.write(ctx, func(tx *gorm.DB) ([]data.Change, error) {
		rows, err := l.there(tx, []data.ReportID{id})
		if err != nil || rows[0].Article == 0 {
			return nil, err
		}
		var own int64
		err = pool(tx).QueryRow(`SELECT min(0, coalesce(min(article), 0)) - 1 FROM reports WHERE article <> 0`).Scan(&own)
		if err != nil {
			return nil, err
		}
		return l.place(tx, StepNotVersion, rows[0], own)
	})
}

// place has a person put a report into an article.
func (l *Library) place(tx *gorm.DB, kind StepKind, r reportRow, article int64) ([]data.Change, error) {
	p := placing{Report: r.ID, From: r.Article, To: article,
		In: &articleRow{ReportID: r.ID, Article: article, Who: l.who, At: l.now()}}
	var before articleRow
	switch err := tx.Take(&before, r.ID).Error; {
	case err == nil:
		p.Out = &before
	case !errors.Is(err, gorm.ErrRecordNotFound):
		return nil, err
	}
	c := change{Placing: &p}
	c.Reports.add([]data.ReportID{data.ReportID(r.ID)})
	return l.do(tx, kind, r.Title, 1, c)
}

// setArticle does what a placing says, forward or back.
func setArticle(tx *gorm.DB, p placing, forward bool) ([]data.ReportID, error) {
	out, in := turned(p.Out, p.In, forward)
	from, to := turned(p.From, p.To, forward)
	if out != nil {
		if err := tx.Delete(out).Error; err != nil {
			return nil, err
		}
	}
	if in != nil {
		if err := tx.Create(in).Error; err != nil {
			return nil, err
		}
	}
	if err := tx.Exec(`UPDATE reports SET article = ?, older = 0 WHERE id = ?`, to, p.Report).Error; err != nil {
		return nil, err
	}
	if err := settleArticles(tx, map[int64]bool{from: true, to: true}); err != nil {
		return nil, err
	}
	return list(tx, `SELECT id FROM reports WHERE article <> 0 AND article IN (?, ?) UNION SELECT ? LIMIT -1`, []any{from, to, p.Report})
}

// join puts a report into the article of the report that it was found to be a
// copy of, unless it stands in one, or a person has said otherwise.
func join(tx *gorm.DB, id, of data.ReportID) error {
	var article int64
	err := pool(tx).QueryRow(`SELECT iif(article <> 0, article, id) FROM reports WHERE id = ?`, int64(of)).Scan(&article)
	if err != nil {
		return err
	}
	for _, one := range []data.ReportID{of, id} {
		_, err := pool(tx).Exec(`UPDATE reports SET article = ? WHERE id = ? AND article = 0`, article, int64(one))
		if err != nil {
			return err
		}
	}
	return settleArticles(tx, map[int64]bool{article: true})
}

// settleArticles says anew which version of each article is the newest: by the day it
// was published, then by when it came in.
func settleArticles(tx *gorm.DB, articles map[int64]bool) error {
	for article := range articles {
		if article == 0 {
			continue
		}
		_, err := pool(tx).Exec(`UPDATE reports SET older = id <> (SELECT id FROM reports
				WHERE article = ?1 AND +removed = 0 ORDER BY day DESC, id DESC LIMIT 1)
			WHERE article = ?1 AND +removed = 0`, article)
		if err != nil {
			return err
		}
	}
	return nil
}

// resettle settles the articles of reports that were removed, came back or got
// another day.
func resettle(tx *gorm.DB, ids []data.ReportID) error {
	articles := map[int64]bool{}
	for from := 0; from < len(ids); from += mostAsked {
		part := ids[from:min(from+mostAsked, len(ids))]
		var some []int64
		if err := tx.Raw(`SELECT DISTINCT article FROM reports WHERE +article <> 0 AND id IN ?`, part).Scan(&some).Error; err != nil {
			return err
		}
		for _, a := range some {
			articles[a] = true
		}
	}
	return settleArticles(tx, articles)
}

// versionsOf counts the versions of articles.
func versionsOf(tx *gorm.DB, rows []reportRow) (map[int64]int, error) {
	var args []any
	for _, r := range rows {
		if r.Article != 0 {
			args = append(args, r.Article)
		}
	}
	counts := map[int64]int{}
	if len(args) == 0 {
		return counts, nil
	}
	err := each(tx, `SELECT article, count(*) FROM reports WHERE article <> 0 AND +removed = 0
		AND article IN (`+strings.Repeat(",?", len(args))[1:]+`) GROUP BY article`, args,
		func(rows *sql.Rows) error {
			var article int64
			var n int
			err := rows.Scan(&article, &n)
			counts[article] = n
			return err
		})
	return counts, err
}
