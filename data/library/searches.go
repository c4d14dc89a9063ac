package library

import (
	"context"
	"errors"
	"strings"
	"time"

	"gorm.io/gorm"

	"lectern/data"
)

// SearchID names a saved search inside one library.
type SearchID int64

// SavedSearch is a query that a person wants to come back to.
type SavedSearch struct {
	ID    SearchID
	Name  string
	Query string // in the language of package search
	By    string
	At    time.Time // UTC
}

var (
	errNoSearch       = errors.New("a saved search has no name or no query")
	errSameSearchName = errors.New("two saved searches have one name")
)

// searchRow is a saved search as tables and journal keep it.
type searchRow struct {
	ID    int64  `gorm:"primaryKey" json:"id"`
	Name  string `json:"name"`
	Query string `json:"query"`
	Who   string `json:"who"`
	At    int64  `json:"at"`
}

func (searchRow) TableName() string { return "searches" }

// Searches lists the saved searches, by name.
func (l *Library) Searches(ctx context.Context) (all []SavedSearch, err error) {
	err = l.read(ctx, func(tx *gorm.DB) error {
		var rows []searchRow
		err := tx.Order("name").Find(&rows).Error
		for _, r := range rows {
			all = append(all, SavedSearch{ID: SearchID(r.ID), Name: r.Name, Query: r.Query, By: r.Who, At: timeOf(r.At)})
		}
		return err
	})
	return all, err
}

// SaveSearch keeps a query under a name. One kept under that name before is
// replaced.
func (l *Library) SaveSearch(ctx context.Context, name, query string) error {
	row := searchRow{Name: strings.TrimSpace(name), Query: strings.TrimSpace(query), Who: l.who}
	if row.Name == "" || row.Query == "" {
		return l.fault(errNoSearch)
	}
	return l.write(ctx, func(tx *gorm.DB) ([]data.Change, error) {
		row.At = l.now()
		var before searchRow
		err := tx.Where(`name = ?`, row.Name).Take(&before).Error
		switch {
		case err == nil && before.Query == row.Query:
			return nil, nil
		case err == nil:
			row.ID = before.ID
			return l.do(tx, StepSearchChange, row.Name, 1, change{SearchOut: &before, SearchIn: &row})
		case !errors.Is(err, gorm.ErrRecordNotFound):
			return nil, err
		}
		if err := tx.Raw(`SELECT coalesce((SELECT seq FROM sqlite_sequence WHERE name = 'searches'), 0) + 1`).Scan(&row.ID).Error; err != nil {
			return nil, err
		}
		return l.do(tx, StepSearchSave, row.Name, 1, change{SearchIn: &row})
	})
}

// RenameSearch gives a saved search another name.
func (l *Library) RenameSearch(ctx context.Context, id SearchID, name string) error {
	name = strings.TrimSpace(name)
	if name == "" {
		return l.fault(errNoSearch)
	}
	return l.write(ctx, func(tx *gorm.DB) ([]data.Change, error) {
		var before searchRow
		if err := tx.Take(&before, int64(id)).Error; err != nil || before.Name == name {
			return nil, err
		}
		after := before
		after.Name = name
		return l.do(tx, StepSearchChange, name, 1, change{SearchOut: &before, SearchIn: &after})
	})
}

// RemoveSearch takes a saved search away.
func (l *Library) RemoveSearch(ctx context.Context, id SearchID) error {
	return l.write(ctx, func(tx *gorm.DB) ([]data.Change, error) {
		var row searchRow
		if err := tx.Take(&row, int64(id)).Error; err != nil {
			return nil, err
		}
		return l.do(tx, StepSearchRemove, row.Name, 1, change{SearchOut: &row})
	})
}

// setSearch puts in in the place of out; either may be nil.
func setSearch(tx *gorm.DB, out, in *searchRow) error {
	if out != nil {
		if err := tx.Delete(out).Error; err != nil {
			return err
		}
	}
	if in == nil {
		return nil
	}
	var same int64
	if err := tx.Model(&searchRow{}).Where(`name = ?`, in.Name).Count(&same).Error; err != nil {
		return err
	}
	if same > 0 {
		return errSameSearchName
	}
	return tx.Create(in).Error
}
