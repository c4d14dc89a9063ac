package library

import (
	"cmp"
	"database/sql"
	"slices"
	"sort"
	"strings"

	"gorm.io/gorm"

	"lectern/data"
)

// speakerBatch gathers who speaks in which reports, to write it at once: a
// handful of rows for each report would cost more one by one than all the rest.
type speakerBatch map[string][]int64

func (b speakerBatch) add(report int64, speakers []string) {
	for _, name := range speakers {
		b[name] = append(b[name], report)
	}
}

// write enters the batch (by is +1) or takes it out (-1).
func (b speakerBatch) write(tx *gorm.DB, by int) error {
	names := make([]string, 0, len(b))
	for name := range b {
		names = append(names, name)
	}
	sort.Strings(names)
	var pairs [][2]int64
	fresh := make(map[int64]string)
	for from := 0; from < len(names); from += mostAsked {
		part := names[from:min(from+mostAsked, len(names))]
		args := make([]any, 0, 2*len(part))
		for _, name := range part {
			args = append(args, name, by*len(b[name]))
		}
		err := each(tx, `INSERT INTO speakers (name, reports) VALUES `+strings.Repeat(",(?,?)", len(part))[1:]+`
			ON CONFLICT (name) DO UPDATE SET reports = reports + excluded.reports RETURNING id, name, actor`, args,
			func(rows *sql.Rows) error {
				var id int64
				var name, actor string
				err := rows.Scan(&id, &name, &actor)
				if actor == "" {
					fresh[id] = name
				}
				for _, report := range b[name] {
					pairs = append(pairs, [2]int64{id, report})
				}
				return err
			})
		if err != nil {
			return err
		}
	}
	if err := introduce(tx, fresh); err != nil {
		return err
	}
	return writePairs(tx, pairs, by)
}

func writePairs(tx *gorm.DB, pairs [][2]int64, by int) error {
	// In the order of the table, neighbours share a page.
	slices.SortFunc(pairs, func(a, b [2]int64) int { return cmp.Or(cmp.Compare(a[0], b[0]), cmp.Compare(a[1], b[1])) })
	do, end := `INSERT OR IGNORE INTO report_speakers (speaker_id, report_id) VALUES `, ""
	if by < 0 {
		do, end = `DELETE FROM report_speakers WHERE (speaker_id, report_id) IN (VALUES `, ")"
	}
	for from := 0; from < len(pairs); from += mostAsked {
		part := pairs[from:min(from+mostAsked, len(pairs))]
		args := make([]any, 0, 2*len(part))
		for _, p := range part {
			args = append(args, p[0], p[1])
		}
		if _, err := pool(tx).Exec(do+strings.Repeat(",(?,?)", len(part))[1:]+end, args...); err != nil {
			return err
		}
	}
	return nil
}

// respeak replaces the speakers of one report.
func respeak(tx *gorm.DB, id data.ReportID, before, after []string) error {
	out, in := make(speakerBatch), make(speakerBatch)
	out.add(int64(id), before)
	in.add(int64(id), after)
	if err := out.write(tx, -1); err != nil {
		return err
	}
	return in.write(tx, +1)
}
