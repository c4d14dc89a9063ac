package library

import (
	"context"

	"gorm.io/gorm"
)

// Engine tells which SQLite the library is kept with, and the schema it has.
func (l *Library) Engine(ctx context.Context) (sqlite string, schema int, err error) {
	err = l.read(ctx, func(tx *gorm.DB) error {
		if err := tx.Raw("SELECT sqlite_version()").Scan(&sqlite).Error; err != nil {
			return err
		}
		return tx.Raw("PRAGMA user_version").Scan(&schema).Error
	})
	return sqlite, schema, err
}
