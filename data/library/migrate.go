package library

import (
	"context"
	"embed"
	"fmt"
	"io/fs"
	"path"

	"gorm.io/gorm"

	"lectern/data"
)

//go:embed migrations/*.sql
var embedded embed.FS

// migrations are the numbered steps from an empty file to today's schema: file
// n brings version n-1 to n. A file that has been released never changes.
func migrations() []string {
	names, err := fs.Glob(embedded, "migrations/*.sql")
	if err != nil {
		panic(err) // the pattern is wrong
	}
	steps := make([]string, len(names))
	for i, name := range names {
		b, err := embedded.ReadFile(name)
		if err != nil || path.Base(name)[:4] != fmt.Sprintf("%04d", i+1) {
			panic(fmt.Sprint("migration ", name, " is out of order: ", err))
		}
		steps[i] = string(b)
	}
	return steps
}

// What these versions brought is filled in by Go.
const (
	withThemes = 2
	withActors = 3
)

// newest is the schema version that this program makes and understands.
func newest() int { return len(migrations()) }

// migrate brings the file to the newest version: all steps together or none, so
// that what fails or is cut off leaves the library as it was. One that already
// holds something is copied first; a copy that cannot be made stops it.
func (l *Library) migrate(ctx context.Context, steps []string, progress func(float64)) error {
	db := l.writer.WithContext(ctx)
	version, err := schemaVersion(db)
	if err != nil || version >= len(steps) {
		return err
	}
	from := version
	var backup string
	if from > 0 {
		if backup, err = l.backupBefore(ctx, from, progress); err != nil {
			return fmt.Errorf("backup before migration: %w", err)
		}
	}
	err = db.Transaction(func(tx *gorm.DB) error {
		for ; version < len(steps); version++ {
			if err := step(tx, steps[version], version+1); err != nil {
				return fmt.Errorf("migration to version %d: %w", version+1, err)
			}
		}
		return nil
	})
	if code := codeOf(err); err != nil && from > 0 && (code == data.FaultInternal || code == data.FaultDamaged) {
		return &data.Fault{Code: data.FaultNotUpdated, Subject: l.name(), Err: err}
	}
	if err != nil {
		return err
	}
	if from > 0 {
		l.updated = &Update{From: from, Backup: backup}
	}
	l.log.Info("library migrated", "path", l.path, "from", from, "to", version, "backup", backup)
	return nil
}

// step does one migration.
func step(tx *gorm.DB, do string, version int) error {
	for _, do := range []string{
		do,
		fmt.Sprintf("PRAGMA user_version = %d", version),
		fmt.Sprintf("PRAGMA application_id = %d", applicationID),
	} {
		if err := tx.Exec(do).Error; err != nil {
			return err
		}
	}
	switch version {
	case withThemes:
		return seedThemes(tx)
	case withActors:
		return introduceAll(tx)
	}
	return nil
}

func schemaVersion(db *gorm.DB) (version int, err error) {
	err = db.Raw("PRAGMA user_version").Scan(&version).Error
	return version, err
}
