package library

import (
	"context"

	"gorm.io/gorm"

	"lectern/data"
)

// Reindex makes everything anew that follows from texts, readings and decisions:
// the search index, the speakers and the counts of lanes. It mends what Check
// reports as ProblemIndex, and touches no evidence and nobody's work. Reports
// whose reading is damaged keep their counts until they are reread.
func (l *Library) Reindex(ctx context.Context, progress func(done, total int)) error {
	if progress == nil {
		progress = func(int, int) {}
	}
	return l.write(ctx, func(tx *gorm.DB) ([]data.Change, error) {
		// The index is thrown away whole. FTS5's own 'delete-all' was seen to leave
		// marks of deleted rows behind that its next check calls corrupt.
		var create string
		if err := tx.Raw(`SELECT sql FROM sqlite_schema WHERE name = 'search'`).Scan(&create).Error; err != nil {
			return nil, err
		}
		for _, do := range []string{
			`DROP TABLE search`,
			create,
			`DELETE FROM report_speakers`,
			`UPDATE speakers SET reports = 0`,
		} {
			if err := tx.Exec(do).Error; err != nil {
				return nil, err
			}
		}
		if err := introduceAll(tx); err != nil {
			return nil, err
		}
		ids, err := list(tx, `SELECT id FROM reports WHERE removed = 0 ORDER BY id LIMIT -1`, nil)
		if err != nil {
			return nil, err
		}
		const part = 500
		for from := 0; from < len(ids); from += part {
			if err := ctx.Err(); err != nil {
				return nil, err
			}
			some := ids[from:min(from+part, len(ids))]
			if err := indexed(tx, some); err != nil {
				return nil, err
			}
			for _, id := range some {
				if err := recount(tx, id); err != nil && codeOf(err) != data.FaultDamaged {
					return nil, err
				}
			}
			progress(from+len(some), len(ids))
		}
		return []data.Change{{Kind: data.ReportChanged}}, nil
	})
}
