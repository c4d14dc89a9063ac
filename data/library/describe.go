package library

import (
	"context"
	"reflect"
	"strings"

	"gorm.io/gorm"

	"lectern/data"
	"lectern/data/library/imprint"
)

// Describe corrects what is known about a report. Its text and original stay as
// they came.
func (l *Library) Describe(ctx context.Context, id data.ReportID, d Details) error {
	return l.write(ctx, func(tx *gorm.DB) ([]data.Change, error) {
		rows, err := l.there(tx, []data.ReportID{id})
		if err != nil {
			return nil, err
		}
		r := rows[0]
		before := details{Title: r.Title, Author: r.Author, Publisher: r.Publisher, URL: r.URL, Lang: r.Lang, Published: r.Published}
		after := details{
			Title: strings.TrimSpace(d.Title), Author: strings.TrimSpace(d.Author),
			Publisher: strings.TrimSpace(d.Publisher), URL: strings.TrimSpace(d.URL),
			Lang: strings.TrimSpace(d.Lang), Published: dayOf(d.Published),
		}
		if reflect.DeepEqual(before, after) {
			return nil, nil
		}
		c := change{Before: &before, After: &after}
		c.Reports.add([]data.ReportID{id})
		return l.do(tx, StepDescribe, after.Title, 1, c)
	})
}

func describe(tx *gorm.DB, id data.ReportID, d details) error {
	var r reportRow
	if err := tx.Select("id", "title", "lang", "entered").Take(&r, int64(id)).Error; err != nil {
		return err
	}
	day := d.Published
	if day == nil {
		day = dayOf(timeOf(r.Entered))
	}
	err := tx.Model(&r).Updates(map[string]any{
		"title": d.Title, "author": d.Author, "publisher": d.Publisher, "url": d.URL,
		"lang": d.Lang, "published": d.Published, "day": *day,
	}).Error
	if err != nil {
		return err
	}
	err = tx.Exec(`UPDATE imprints SET url = ?, title = ? WHERE report_id = ?`,
		imprint.Address(d.URL), imprint.Title(d.Title), int64(id)).Error
	if err != nil {
		return err
	}
	if err := resettle(tx, []data.ReportID{id}); err != nil {
		return err
	}
	return reindex(tx, id)
}

// reindex brings what the search index knows of one report up to date.
func reindex(tx *gorm.DB, id data.ReportID) error {
	x, err := newIndexer(tx)
	if err != nil {
		return err
	}
	defer x.close()
	s, err := source(tx, id)
	if err != nil {
		return err
	}
	return x.put(int64(id), s.title, s.body, s.lang, s.speakers)
}
