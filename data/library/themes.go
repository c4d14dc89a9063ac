package library

import (
	"context"
	"errors"
	"strings"

	"gorm.io/gorm"

	"lectern/data"
)

var (
	errNoName   = errors.New("a theme has no name")
	errTwoNames = errors.New("two themes have one name")
)

// Themes lists the themes, in the order they were made.
func (l *Library) Themes(ctx context.Context) (all data.Themes, err error) {
	err = l.read(ctx, func(tx *gorm.DB) error {
		all, err = themes(tx)
		return err
	})
	return all, err
}

func themes(tx *gorm.DB) (data.Themes, error) {
	var rows []themeRow
	err := tx.Order("id").Find(&rows).Error
	all := make(data.Themes, len(rows))
	for i, r := range rows {
		all[i] = data.Theme{ID: data.ThemeID(r.ID), Name: r.Name, Phrases: data.CleanPhrases(strings.Split(r.Phrases, "\n"))}
	}
	return all, err
}

// AddTheme makes a theme. Reports are not found to touch it until they have been
// looked through again (Stale lists them); so it is with every change of phrases.
func (l *Library) AddTheme(ctx context.Context, t data.Theme) (data.ThemeID, error) {
	row, err := l.theme(t)
	if err != nil {
		return 0, err
	}
	err = l.write(ctx, func(tx *gorm.DB) ([]data.Change, error) {
		id, err := nextTheme(tx)
		if err != nil {
			return nil, err
		}
		row.ID = int64(id)
		return l.do(tx, StepThemeAdd, row.Name, 1, change{ThemeIn: &row})
	})
	return data.ThemeID(row.ID), err
}

// ChangeTheme gives the theme of that ID this name and these phrases.
func (l *Library) ChangeTheme(ctx context.Context, t data.Theme) error {
	row, err := l.theme(t)
	if err != nil {
		return err
	}
	return l.write(ctx, func(tx *gorm.DB) ([]data.Change, error) {
		var before themeRow
		if err := tx.Take(&before, int64(t.ID)).Error; err != nil {
			return nil, err
		}
		if before == row {
			return nil, nil
		}
		return l.do(tx, StepThemeChange, row.Name, 1, change{ThemeOut: &before, ThemeIn: &row})
	})
}

// RemoveTheme takes a theme away.
func (l *Library) RemoveTheme(ctx context.Context, id data.ThemeID) error {
	return l.write(ctx, func(tx *gorm.DB) ([]data.Change, error) {
		var row themeRow
		if err := tx.Take(&row, int64(id)).Error; err != nil {
			return nil, err
		}
		return l.do(tx, StepThemeRemove, row.Name, 1, change{ThemeOut: &row})
	})
}

// theme is t as tables keep it.
func (l *Library) theme(t data.Theme) (themeRow, error) {
	row := themeRow{ID: int64(t.ID), Name: strings.TrimSpace(t.Name), Phrases: strings.Join(data.CleanPhrases(t.Phrases), "\n")}
	if row.Name == "" {
		return row, l.fault(errNoName)
	}
	return row, nil
}

// setTheme puts in in the place of out; either may be nil.
func setTheme(tx *gorm.DB, out, in *themeRow) error {
	one := func(t *themeRow) []themeRow {
		if t == nil {
			return nil
		}
		return []themeRow{*t}
	}
	return setThemes(tx, one(out), one(in))
}

func setThemes(tx *gorm.DB, out, in []themeRow) error {
	for _, t := range out {
		if err := tx.Delete(&t).Error; err != nil {
			return err
		}
	}
	for _, t := range in {
		var same int64
		if err := tx.Model(&themeRow{}).Where(`name = ?`, t.Name).Count(&same).Error; err != nil {
			return err
		}
		if same > 0 {
			return errTwoNames
		}
		if err := tx.Create(&t).Error; err != nil {
			return err
		}
	}
	return nil
}

// seedThemes gives a library the themes it begins with.
func seedThemes(tx *gorm.DB) error {
	for _, t := range data.DefaultThemes() {
		if err := tx.Create(&themeRow{Name: t.Name, Phrases: strings.Join(t.Phrases, "\n")}).Error; err != nil {
			return err
		}
	}
	return nil
}

// themesOf finds which themes reports touch, the most often touched first.
func themesOf(tx *gorm.DB, ids []data.ReportID) (map[data.ReportID][]data.ThemeCount, error) {
	var rows []struct {
		ReportID data.ReportID
		ThemeID  data.ThemeID
		Name     string
		Count    int
	}
	err := tx.Raw(`SELECT report_id, theme_id, name, count FROM report_themes JOIN themes ON themes.id = theme_id
		WHERE report_id IN ? ORDER BY count DESC, theme_id`, ids).Scan(&rows).Error
	all := make(map[data.ReportID][]data.ThemeCount)
	for _, r := range rows {
		all[r.ReportID] = append(all[r.ReportID], data.ThemeCount{Theme: r.ThemeID, Name: r.Name, Count: r.Count})
	}
	return all, err
}
