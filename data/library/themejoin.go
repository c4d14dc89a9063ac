package library

import (
	"context"
	"errors"
	"slices"
	"strings"

	"gorm.io/gorm"

	"lectern/data"
)

var errNoPhrases = errors.New("a theme would be left without phrases")

// JoinThemes makes one theme of several, with the phrases of all. It keeps the
// number of the first.
func (l *Library) JoinThemes(ctx context.Context, ids []data.ThemeID, name string) error {
	return l.write(ctx, func(tx *gorm.DB) ([]data.Change, error) {
		var c change
		if err := tx.Where(`id IN ?`, ids).Order("id").Find(&c.ThemesOut).Error; err != nil {
			return nil, err
		}
		if len(c.ThemesOut) < 2 {
			return nil, nil
		}
		var phrases []string
		for _, t := range c.ThemesOut {
			phrases = append(phrases, strings.Split(t.Phrases, "\n")...)
		}
		row, err := l.theme(data.Theme{ID: data.ThemeID(c.ThemesOut[0].ID), Name: name, Phrases: phrases})
		if err != nil {
			return nil, err
		}
		c.ThemesIn = []themeRow{row}
		return l.do(tx, StepThemeJoin, row.Name, len(c.ThemesOut), c)
	})
}

// SplitTheme takes phrases out of a theme and makes another of them.
func (l *Library) SplitTheme(ctx context.Context, id data.ThemeID, phrases []string, as string) error {
	return l.write(ctx, func(tx *gorm.DB) ([]data.Change, error) {
		var was themeRow
		if err := tx.Take(&was, int64(id)).Error; err != nil {
			return nil, err
		}
		gone := data.CleanPhrases(phrases)
		stays := slices.DeleteFunc(strings.Split(was.Phrases, "\n"), func(p string) bool { return slices.Contains(gone, p) })
		if len(stays) == 0 || len(gone) == 0 {
			return nil, errNoPhrases
		}
		next, err := nextTheme(tx)
		if err != nil {
			return nil, err
		}
		row, err := l.theme(data.Theme{ID: next, Name: as, Phrases: gone})
		if err != nil {
			return nil, err
		}
		left := themeRow{ID: was.ID, Name: was.Name, Phrases: strings.Join(stays, "\n")}
		return l.do(tx, StepThemeSplit, row.Name, 1, change{ThemesOut: []themeRow{was}, ThemesIn: []themeRow{left, row}})
	})
}

// nextTheme is the number of the next theme to be made.
func nextTheme(tx *gorm.DB) (id data.ThemeID, err error) {
	err = tx.Raw(`SELECT coalesce((SELECT seq FROM sqlite_sequence WHERE name = 'themes'), 0) + 1`).Scan(&id).Error
	return id, err
}
