package library

import (
	"context"
	"path/filepath"
	"time"

	"gorm.io/gorm"

	"lectern/data"
)

// WatchedFolder is a folder whose new and changed files are brought in by
// themselves.
type WatchedFolder struct {
	Path  string
	Who   string
	Since time.Time // UTC
}

type folderRow struct {
	Path string `gorm:"primaryKey" json:"path"`
	Who  string `json:"who"`
	At   int64  `json:"at"`
}

func (folderRow) TableName() string { return "watched_folders" }

// Watched lists the watched folders by their paths.
func (l *Library) Watched(ctx context.Context) (all []WatchedFolder, err error) {
	err = l.read(ctx, func(tx *gorm.DB) error {
		var rows []folderRow
		if err := tx.Order("path").Find(&rows).Error; err != nil {
			return err
		}
		for _, r := range rows {
			all = append(all, WatchedFolder{Path: r.Path, Who: r.Who, Since: timeOf(r.At)})
		}
		return nil
	})
	return all, err
}

// Watch has a folder watched from now on. One that is watched stays so.
func (l *Library) Watch(ctx context.Context, path string) error {
	return l.write(ctx, func(tx *gorm.DB) ([]data.Change, error) {
		row := folderRow{Path: filepath.Clean(path), Who: l.who, At: l.now()}
		var same int64
		if err := tx.Model(&row).Where(`path = ?`, row.Path).Count(&same).Error; err != nil || same > 0 {
			return nil, err
		}
		return l.do(tx, StepWatch, filepath.Base(row.Path), 1, change{Folder: &row})
	})
}

// Unwatch has a folder watched no longer. What it brought in stays.
func (l *Library) Unwatch(ctx context.Context, path string) error {
	return l.write(ctx, func(tx *gorm.DB) ([]data.Change, error) {
		var row folderRow
		if err := tx.Take(&row, `path = ?`, filepath.Clean(path)).Error; err != nil {
			return nil, err
		}
		return l.do(tx, StepUnwatch, filepath.Base(row.Path), 1, change{Folder: &row})
	})
}

func setWatched(tx *gorm.DB, row folderRow, watched bool) error {
	if watched {
		return tx.Create(&row).Error
	}
	return tx.Delete(&row).Error
}
