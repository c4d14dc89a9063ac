package library

import (
	"cmp"
	"context"
	"database/sql"

	"gorm.io/gorm"

	"lectern/data"
)

// Skimmed is what a search looks through of a report.
type Skimmed struct {
	ID       data.ReportID
	Lang     string
	Body     string
	Passages []data.Passage
}

// Skim opens reports only as far as a search needs them, several times as
// quickly as Documents: in the order asked, one by one. Those that are not there
// are left out. An error from use ends it.
func (l *Library) Skim(ctx context.Context, ids []data.ReportID, use func(Skimmed) error) error {
	var ended error // the caller's own, which is no fault of the library
	err := l.read(ctx, func(tx *gorm.DB) error {
		const part = 64
		for from := 0; from < len(ids); from += part {
			some := ids[from:min(from+part, len(ids))]
			texts, err := l.skimmed(tx, some)
			if err != nil {
				return err
			}
			for _, id := range some {
				if t, ok := texts[id]; ok {
					if ended = use(t); ended != nil {
						return nil
					}
				}
			}
		}
		return nil
	})
	return cmp.Or(err, ended)
}

func (l *Library) skimmed(tx *gorm.DB, ids []data.ReportID) (map[data.ReportID]Skimmed, error) {
	decided, err := decisionsOn(tx, ids)
	if err != nil {
		return nil, err
	}
	all := make(map[data.ReportID]Skimmed, len(ids))
	err = each(tx, `SELECT r.id, r.lang, t.body, m.packed FROM reports r JOIN texts t ON t.id = r.text_id
		JOIN readings m ON m.report_id = r.id WHERE +r.removed = 0 AND r.id IN (SELECT value FROM json_each(?))`,
		[]any{asJSON(ids)}, func(rows *sql.Rows) error {
			var t Skimmed
			var packed sql.RawBytes
			if err := rows.Scan(&t.ID, &t.Lang, &t.Body, &packed); err != nil {
				return err
			}
			reading, err := unpack(packed)
			if err != nil {
				l.log.Error("a reading is damaged", "report", t.ID, "err", err)
			}
			t.Passages = passages(t.ID, t.Body, reading, decided[int64(t.ID)])
			all[t.ID] = t
			return nil
		})
	return all, err
}
