package library

import (
	"context"
	"database/sql"
	"strings"

	"gorm.io/gorm"

	"lectern/data"
	"lectern/data/library/imprint"
)

// putImprint keeps the imprint of a report that has none, and looks whether it
// is another copy of an article: the answer is that copy, 0 for none.
func putImprint(tx *gorm.DB, id data.ReportID, p imprint.Imprint) (data.ReportID, error) {
	_, err := pool(tx).Exec(`INSERT INTO imprints (report_id, edition, url, title, sketch) VALUES (?,?,?,?,?)`,
		int64(id), imprint.Edition, p.URL, p.Title, p.Sketch.Pack())
	if err != nil {
		return 0, err
	}
	of, err := copyOf(tx, id, p)
	if err != nil {
		return 0, err
	}
	if keys := p.Sketch.Keys(); len(keys) > 0 {
		args := make([]any, 0, 2*len(keys))
		for _, k := range keys {
			args = append(args, int64(k), int64(id))
		}
		_, err = pool(tx).Exec(`INSERT OR IGNORE INTO imprint_keys VALUES `+strings.Repeat(",(?,?)", len(keys))[1:], args...)
	}
	if err != nil || of == 0 {
		return of, err
	}
	_, err = pool(tx).Exec(`UPDATE imprints SET version_of = ? WHERE report_id = ?`, int64(of), int64(id))
	return of, err
}

// forgetImprint takes away what a report is known again by.
func forgetImprint(tx *gorm.DB, id data.ReportID) error {
	var packed []byte
	err := pool(tx).QueryRow(`SELECT sketch FROM imprints WHERE report_id = ?`, int64(id)).Scan(&packed)
	if err == sql.ErrNoRows {
		return nil
	}
	if err != nil {
		return err
	}
	if s, err := imprint.Unpack(packed); err == nil { // keys of a damaged one find nothing
		for _, k := range s.Keys() {
			if _, err := pool(tx).Exec(`DELETE FROM imprint_keys WHERE key = ? AND report_id = ?`, int64(k), int64(id)); err != nil {
				return err
			}
		}
	}
	_, err = pool(tx).Exec(`DELETE FROM imprints WHERE report_id = ?`, int64(id))
	return err
}

// renewImprint takes the imprint of a report again, unless it is up to date. A
// report that stands in no article yet may find its own.
func renewImprint(tx *gorm.DB, id data.ReportID, p imprint.Imprint) error {
	var fresh bool
	err := pool(tx).QueryRow(`SELECT EXISTS (SELECT 1 FROM imprints WHERE report_id = ? AND edition = ? AND url = ? AND title = ?)`,
		int64(id), imprint.Edition, p.URL, p.Title).Scan(&fresh)
	if err != nil || fresh || p.Sketch == nil {
		return err
	}
	return putImprintAgain(tx, id, p)
}

func putImprintAgain(tx *gorm.DB, id data.ReportID, p imprint.Imprint) error {
	if err := forgetImprint(tx, id); err != nil {
		return err
	}
	of, err := putImprint(tx, id, p)
	if err != nil || of == 0 {
		return err
	}
	return join(tx, id, of)
}

// RenewImprint puts the imprint of a report in the place of the one it has,
// whatever that is. A report that is not there is left alone.
func (l *Library) RenewImprint(ctx context.Context, id data.ReportID, p imprint.Imprint) error {
	return l.write(ctx, func(tx *gorm.DB) ([]data.Change, error) {
		var there bool
		err := pool(tx).QueryRow(`SELECT EXISTS (SELECT 1 FROM reports WHERE id = ? AND removed = 0)`, int64(id)).Scan(&there)
		if err != nil || !there {
			return nil, err
		}
		return changed(data.ReportChanged, []data.ReportID{id}), putImprintAgain(tx, id, p)
	})
}

// copyOf finds the report that a new one is another copy of, 0 for none.
func copyOf(tx *gorm.DB, id data.ReportID, p imprint.Imprint) (data.ReportID, error) {
	near, err := nearby(tx, id, p)
	if err != nil || len(near) == 0 {
		return 0, err
	}
	own, err := kinOf(tx, []any{int64(id)})
	if err != nil || len(own) == 0 {
		return 0, err
	}
	others, err := kinOf(tx, near)
	if err != nil {
		return 0, err
	}
	best, most := data.ReportID(0), 0.0
	for _, o := range others {
		if how := sameArticle(own[0], o); how > most || how == most && how > 0 && o.id > best {
			best, most = o.id, how
		}
	}
	return best, nil
}

// mostNear is how many reports are looked at closely.
const mostNear = 24

// nearby lists reports that may be copies: of the same address or title, or with
// the same keys. A key that very many share, as the words under every text of an
// outlet are, gives its latest.
func nearby(tx *gorm.DB, id data.ReportID, p imprint.Imprint) ([]any, error) {
	var query strings.Builder
	var args []any
	part := func(sql string, value any) {
		if query.Len() > 0 {
			query.WriteString(` UNION ALL `)
		}
		query.WriteString(`SELECT * FROM (` + sql + `)`)
		args = append(args, value, int64(id))
	}
	if p.URL != "" {
		part(`SELECT report_id, 100 FROM imprints WHERE url = ? AND url <> '' AND report_id <> ? ORDER BY report_id DESC LIMIT 8`, p.URL)
	}
	if p.Title != "" {
		part(`SELECT report_id, 10 FROM imprints WHERE title = ? AND title <> '' AND report_id <> ? ORDER BY report_id DESC LIMIT 8`, p.Title)
	}
	for _, k := range p.Sketch.Keys() {
		part(`SELECT report_id, 1 FROM imprint_keys WHERE key = ? AND report_id <> ? ORDER BY report_id DESC LIMIT 32`, int64(k))
	}
	if query.Len() == 0 {
		return nil, nil
	}
	votes := map[int64]int{}
	err := each(tx, query.String(), args, func(rows *sql.Rows) error {
		var other int64
		var vote int
		err := rows.Scan(&other, &vote)
		votes[other] += vote
		return err
	})
	return most(votes, mostNear), err
}

// most are the n with most votes, the latest first where they have as many.
func most(votes map[int64]int, n int) []any {
	all := make([]int64, 0, len(votes))
	for id := range votes {
		all = append(all, id)
	}
	sortBy(all, func(a, b int64) bool { return votes[a] > votes[b] || votes[a] == votes[b] && a > b })
	out := make([]any, 0, n)
	for _, id := range all[:min(n, len(all))] {
		out = append(out, id)
	}
	return out
}

// Near lists reports that may be copies of one, by their address, title or words,
// the likeliest first.
func (l *Library) Near(ctx context.Context, id data.ReportID) (ids []data.ReportID, err error) {
	err = l.read(ctx, func(tx *gorm.DB) error {
		own, err := kinOf(tx, []any{int64(id)})
		if err != nil || len(own) == 0 {
			return err
		}
		near, err := nearby(tx, id, own[0].Imprint)
		for _, n := range near {
			ids = append(ids, data.ReportID(n.(int64)))
		}
		return err
	})
	return ids, err
}

// Titled lists the newest reports whose title holds these words as they are
// written, older versions left aside.
func (l *Library) Titled(ctx context.Context, words string, most int) (ids []data.ReportID, err error) {
	part := imprint.Title(words)
	err = l.read(ctx, func(tx *gorm.DB) error {
		ids, err = list(tx, `SELECT r.id FROM reports r JOIN imprints i ON i.report_id = r.id
			WHERE r.removed = 0 AND r.older = 0 AND instr(i.title, ?) > 0 ORDER BY r.day DESC, r.id DESC LIMIT ?`, []any{part, most})
		return err
	})
	return ids, err
}
