package library

import (
	"context"
	"database/sql"
	"sort"
	"strings"
	"time"

	"gorm.io/gorm"

	"lectern/data"
	"lectern/data/library/imprint"
)

// kin is what tells whether two reports are copies of one article.
type kin struct {
	id        data.ReportID
	publisher string // folded
	host      string
	lang      string
	day       int64 // published, or else entered
	imprint.Imprint
}

func kinOf(tx *gorm.DB, ids []any) ([]kin, error) {
	if len(ids) == 0 {
		return nil, nil
	}
	var all []kin
	err := each(tx, `SELECT r.id, r.publisher, r.url, r.lang, r.day, i.url, i.title, i.sketch
		FROM reports r JOIN imprints i ON i.report_id = r.id
		WHERE +r.removed = 0 AND r.id IN (`+strings.Repeat(",?", len(ids))[1:]+`)`, ids, func(rows *sql.Rows) error {
		var k kin
		var url string
		var packed []byte
		if err := rows.Scan(&k.id, &k.publisher, &url, &k.lang, &k.day, &k.URL, &k.Title, &packed); err != nil {
			return err
		}
		k.publisher, k.host = strings.ToLower(strings.TrimSpace(k.publisher)), imprint.Host(url)
		k.lang, _, _ = strings.Cut(strings.ToLower(k.lang), "-")
		s, err := imprint.Unpack(packed)
		if err == nil { // a damaged one is like nothing
			k.Sketch = s
			all = append(all, k)
		}
		return nil
	})
	return all, err
}

// How alike two copies of an article are at least. Sketches tell shares to
// about a twentieth, so nothing here asks for more.
const (
	daysApart  = 30   // between versions at different addresses
	someWords  = 0.1  // of one, to believe an address
	nearTitle  = 0.6  // words of two titles that are nearly the same
	underTitle = 0.5  // of the shorter, under such a title
	alikeTitle = 0.25 // of both together, under such a title
	alikeAlone = 0.6  // of both together, whatever the title
	alikeOther = 0.7  // of both together, at two addresses or on two days of a series
)

// sameArticle tells how surely two reports are versions of one article, 0 for
// not at all. Another outlet's copy is no version: it has an origin in common.
func sameArticle(a, b kin) float64 {
	if a.lang != "" && b.lang != "" && a.lang != b.lang {
		return 0
	}
	o := imprint.Compare(a.Sketch, b.Sketch)
	within, alike := max(o.OfA(), o.OfB()), o.Alike()
	title := imprint.NearTitle(a.Title, b.Title)
	if a.URL != "" && a.URL == b.URL {
		if within >= someWords || title >= nearTitle {
			return 2 + alike
		}
		return 0
	}
	if other(a.publisher, b.publisher) || a.publisher == "" && b.publisher == "" && other(a.host, b.host) {
		return 0
	}
	days := max(a.day-b.day, b.day-a.day)
	elsewhere := other(a.URL, b.URL)
	series := days > 0 && title >= nearTitle && imprint.OtherNumbers(a.Title, b.Title)
	switch {
	case days > daysApart:
		return 0
	case (elsewhere || series) && alike < alikeOther && (series || title < nearTitle || alike < underTitle):
		return 0
	case title >= nearTitle && within >= underTitle && alike >= alikeTitle, alike >= alikeAlone:
		return alike + title
	}
	return 0
}

// other tells whether two names are known and differ.
func other(a, b string) bool { return a != "" && b != "" && a != b }

func sortBy[T any](all []T, less func(a, b T) bool) {
	sort.Slice(all, func(i, j int) bool { return less(all[i], all[j]) })
}

// Kin is what is needed of a report to tell whose words it carries.
type Kin struct {
	ID        data.ReportID
	Article   int64  // reports with the same one are versions of an article; 0 for none
	Publisher string // as it is written
	Host      string // the site of its address, "" for none
	Day       time.Time
	Words     int
	Sketch    imprint.Sketch
}

// Kinship numbers the state of all that Kin tells: while it stays the same, so
// does Kin.
func (l *Library) Kinship(ctx context.Context) (edition int64, err error) {
	err = l.read(ctx, func(tx *gorm.DB) error {
		return pool(tx).QueryRow(`SELECT edition FROM kinship`).Scan(&edition)
	})
	return edition, err
}

// Kin tells of every report what is needed to find shared origins, in the order
// of their numbers.
func (l *Library) Kin(ctx context.Context) (all []Kin, err error) {
	err = l.read(ctx, func(tx *gorm.DB) error {
		return each(tx, `SELECT r.id, r.article, r.publisher, r.url, r.day, r.words, i.sketch
			FROM reports r JOIN imprints i ON i.report_id = r.id WHERE r.removed = 0 ORDER BY r.id`, nil,
			func(rows *sql.Rows) error {
				var k Kin
				var url string
				var day int64
				var packed sql.RawBytes
				if err := rows.Scan(&k.ID, &k.Article, &k.Publisher, &url, &day, &k.Words, &packed); err != nil {
					return err
				}
				k.Host, k.Day = imprint.Host(url), timeOfDay(&day)
				k.Sketch, _ = imprint.Unpack(packed) // a damaged one is like nothing
				all = append(all, k)
				return nil
			})
	})
	return all, err
}

// Bodies hands over the texts of reports one by one, in the order of their
// numbers; those that are not there are left out. An error from use ends it.
func (l *Library) Bodies(ctx context.Context, ids []data.ReportID, use func(id data.ReportID, body string) error) error {
	return l.read(ctx, func(tx *gorm.DB) error {
		for from := 0; from < len(ids); from += mostAsked {
			part := ids[from:min(from+mostAsked, len(ids))]
			err := each(tx, `SELECT r.id, t.body FROM reports r JOIN texts t ON t.id = r.text_id
				WHERE +r.removed = 0 AND r.id IN (SELECT value FROM json_each(?)) ORDER BY r.id`, []any{asJSON(part)},
				func(rows *sql.Rows) error {
					var id int64
					var body string
					if err := rows.Scan(&id, &body); err != nil {
						return err
					}
					return use(data.ReportID(id), body)
				})
			if err != nil {
				return err
			}
		}
		return nil
	})
}
