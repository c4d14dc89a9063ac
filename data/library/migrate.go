package library

import (
	"context"
	"embed"
	"fmt"
	"io/fs"
	"os"
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

// migrate brings the file to the newest version, each step whole or not at all.
// A library that already holds something is copied first; a copy that cannot be
// made stops it.
func (l *Library) migrate(ctx context.Context, steps []string) error {
	db := l.writer.WithContext(ctx)
	version, err := schemaVersion(db)
	if err != nil {
		return err
	}
	if version > 0 && version < len(steps) {
		if err := l.backup(ctx, version); err != nil {
			return fmt.Errorf("backup before migration: %w", err)
		}
	}
	for ; version < len(steps); version++ {
		err := db.Transaction(func(tx *gorm.DB) error {
			for _, do := range []string{
				steps[version],
				fmt.Sprintf("PRAGMA user_version = %d", version+1),
				fmt.Sprintf("PRAGMA application_id = %d", applicationID),
			} {
				if err := tx.Exec(do).Error; err != nil {
					return err
				}
			}
			switch version + 1 {
			case withThemes:
				return seedThemes(tx)
			case withActors:
				return introduceAll(tx)
			}
			return nil
		})
		if err != nil {
			return fmt.Errorf("migration to version %d: %w", version+1, err)
		}
		l.log.Info("library migrated", "path", l.path, "version", version+1)
	}
	return nil
}

// backup copies the whole library beside itself as FILE.v1, FILE.v2 ...: the
// last state that the older program understood.
func (l *Library) backup(ctx context.Context, version int) error {
	to := fmt.Sprintf("%s.v%d", l.path, version)
	part := to + ".part"
	if err := os.Remove(part); err != nil && !os.IsNotExist(err) {
		return err
	}
	if err := l.writer.WithContext(ctx).Exec("VACUUM INTO ?", part).Error; err != nil {
		os.Remove(part)
		return err
	}
	return os.Rename(part, to)
}

func schemaVersion(db *gorm.DB) (version int, err error) {
	err = db.Raw("PRAGMA user_version").Scan(&version).Error
	return version, err
}

// upToDate refuses an older library that can only be read: its tables are not
// the ones this program asks for, and bringing them up to date is a change.
func (l *Library) upToDate(ctx context.Context) error {
	version, err := schemaVersion(l.reader.WithContext(ctx))
	if err != nil {
		return err
	}
	if version < newest() {
		if l.why.Code == data.FaultInUse {
			return l.why // the other one is just making it
		}
		return &data.Fault{Code: data.FaultNotAllowed, Subject: l.name(),
			Err: fmt.Errorf("schema version %d must become %d, and the file cannot be written to", version, newest())}
	}
	return nil
}
