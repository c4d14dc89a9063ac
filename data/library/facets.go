package library

import (
	"context"
	"database/sql"
	"slices"

	"gorm.io/gorm"
)

// mostSpeakers is how many speakers a person can be offered to choose from.
const mostSpeakers = 500

// Publishers lists who published the reports, the most frequent first.
func (l *Library) Publishers(ctx context.Context) ([]Facet, error) {
	return l.facets(ctx, `SELECT publisher AS name, count(*) AS count FROM reports
		WHERE removed = 0 AND publisher <> '' GROUP BY publisher ORDER BY 2 DESC, 1`)
}

// Speakers lists the actors who speak in the reports, the most frequent first,
// and of those the first 500.
func (l *Library) Speakers(ctx context.Context) (all []Facet, err error) {
	err = l.read(ctx, func(tx *gorm.DB) error {
		var names []int
		err := each(tx, `SELECT actor, sum(reports), count(*) FROM speakers WHERE reports > 0
			GROUP BY actor ORDER BY 2 DESC, 1 LIMIT ?`, []any{mostSpeakers}, func(rows *sql.Rows) error {
			var f Facet
			var n int
			err := rows.Scan(&f.Name, &f.Count, &n)
			all, names = append(all, f), append(names, n)
			return err
		})
		for i := range all {
			if err == nil && names[i] > 1 { // a report may have two of the names
				all[i].Count, err = reportsOf(tx, all[i].Name)
			}
		}
		return err
	})
	slices.SortStableFunc(all, func(a, b Facet) int { return b.Count - a.Count })
	return all, err
}

// Tags lists the tags in use, the most frequent first.
func (l *Library) Tags(ctx context.Context) ([]Facet, error) {
	return l.facets(ctx, `SELECT t.name, count(*) AS count FROM tags t
		JOIN report_tags rt ON rt.tag_id = t.id JOIN reports r ON r.id = rt.report_id AND r.removed = 0
		GROUP BY t.id ORDER BY 2 DESC, 1`)
}

// Touched lists the themes that reports touch, and how many do, the most frequent
// first.
func (l *Library) Touched(ctx context.Context) ([]Facet, error) {
	return l.facets(ctx, `SELECT t.name, count(*) AS count FROM themes t
		JOIN report_themes rt ON rt.theme_id = t.id JOIN reports r ON r.id = rt.report_id AND r.removed = 0
		GROUP BY t.id ORDER BY 2 DESC, t.id`)
}

func (l *Library) facets(ctx context.Context, query string, args ...any) (all []Facet, err error) {
	err = l.read(ctx, func(tx *gorm.DB) error { return tx.Raw(query, args...).Scan(&all).Error })
	return all, err
}
