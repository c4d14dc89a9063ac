package library

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"gorm.io/gorm"

	"lectern/data"
)

// Backup writes a whole copy of the library to a file, which must not be there
// yet, and proves it by reading it: SQLite's own check of the copy, and the
// SHA-256 of every text and original in it. The library can be read and changed
// meanwhile. progress, which may be nil, hears how much is done, from 0 to 1.
// A copy that is not whole is taken away again.
func (l *Library) Backup(ctx context.Context, to string, progress func(share float64)) error {
	if _, err := os.Stat(to); err == nil {
		return &data.Fault{Code: data.FaultExists, Subject: filepath.Base(to)}
	}
	db, err := l.connect(1, l.mode)
	if err != nil {
		return l.fault(err)
	}
	defer shut(db)
	return l.fault(copyWhole(ctx, db, to, progress))
}

// copyWhole copies the library that db is connected to, beside the place first
// and into it when the copy has been proved.
func copyWhole(ctx context.Context, db *gorm.DB, to string, progress func(share float64)) error {
	if progress == nil {
		progress = func(float64) {}
	}
	part := to + ".part"
	if err := os.Remove(part); err != nil && !os.IsNotExist(err) {
		return err
	}
	began := time.Now()
	err := vacuumInto(ctx, db, part, func(share float64) { progress(share * copying) })
	if err == nil {
		err = prove(ctx, part, time.Since(began), func(share float64) { progress(copying + share*(1-copying)) })
	}
	if err == nil {
		err = intoPlace(part, to)
	}
	if err != nil {
		os.Remove(part)
		return named(err, to)
	}
	progress(1)
	return nil
}

// copying is about how much of a backup's time the copying takes, and checking how
// much of the rest SQLite's own check does.
const copying, checking = 0.25, 0.8

// named gives a failure the name of the file that was to be written.
func named(err error, path string) error {
	var known *data.Fault
	if errors.As(err, &known) {
		return known
	}
	return &data.Fault{Code: codeOf(err), Subject: filepath.Base(path), Err: err}
}

// vacuumInto has SQLite write the copy, and watches it grow.
func vacuumInto(ctx context.Context, db *gorm.DB, to string, progress func(share float64)) error {
	var size int64
	db = db.WithContext(ctx)
	if err := db.Raw(`SELECT (page_count - freelist_count) * page_size
		FROM pragma_page_count, pragma_freelist_count, pragma_page_size`).Scan(&size).Error; err != nil {
		return err
	}
	return watched(func() error { return db.Exec("VACUUM INTO ?", to).Error }, func(time.Duration) {
		if info, err := os.Stat(to); err == nil && size > 0 {
			progress(min(1, float64(info.Size())/float64(size)))
		}
	})
}

// watched does something that tells nothing of its progress; look is called ten times
// a second meanwhile, with how long it has taken.
func watched(do func() error, look func(time.Duration)) error {
	began := time.Now()
	stop, stopped := make(chan struct{}), make(chan struct{})
	go func() {
		defer close(stopped)
		tick := time.NewTicker(100 * time.Millisecond)
		defer tick.Stop()
		for {
			select {
			case <-stop:
				return
			case <-tick.C:
				look(time.Since(began))
			}
		}
	}()
	err := do()
	close(stop)
	<-stopped
	return err
}

// prove reads a copy, which took so long to write, from end to end. Nobody else has
// it open.
func prove(ctx context.Context, path string, written time.Duration, progress func(share float64)) error {
	l := &Library{path: path}
	db, err := l.connect(1, "immutable=1", "_pragma=query_only(1)")
	if err != nil {
		return err
	}
	defer shut(db)
	db = db.WithContext(ctx)
	var said string
	likely := written.Seconds() * checking * (1 - copying) / copying
	err = watched(func() error { return db.Raw(`PRAGMA quick_check(1)`).Scan(&said).Error }, func(taken time.Duration) {
		progress(checking * min(1, taken.Seconds()/likely))
	})
	if err != nil {
		return err
	}
	damaged := &data.Fault{Code: data.FaultDamaged, Subject: filepath.Base(path), Err: errors.New(said)}
	if said != "ok" {
		return damaged
	}
	var done, total int
	if err := db.Raw(`SELECT (SELECT count(*) FROM texts) + (SELECT count(*) FROM originals)`).Scan(&total).Error; err != nil {
		return err
	}
	for _, query := range []string{`SELECT hash, body FROM texts`, `SELECT hash, bytes FROM originals`} {
		err := each(db, query, nil, func(rows *sql.Rows) error {
			var hash []byte
			var body sql.RawBytes
			if err := rows.Scan(&hash, &body); err != nil {
				return err
			}
			if data.HashOf(body) != hashOf(hash) {
				damaged.Err = fmt.Errorf("something in it should have the SHA-256 %x and has not", hash)
				return damaged
			}
			if done++; done%64 == 0 {
				progress(checking + (1-checking)*float64(done)/float64(total))
			}
			return ctx.Err()
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// intoPlace brings a file that is whole to its place, and sees that both are on the
// disk: a power cut leaves the one before or this one.
func intoPlace(part, to string) error {
	f, err := os.OpenFile(part, os.O_RDWR, 0)
	if err != nil {
		return err
	}
	err = f.Sync()
	if closed := f.Close(); err == nil {
		err = closed
	}
	if err == nil {
		err = os.Rename(part, to)
	}
	if err != nil {
		return err
	}
	if dir, err := os.Open(filepath.Dir(to)); err == nil {
		_ = dir.Sync() // some systems cannot; they keep folders safe themselves
		dir.Close()
	}
	return nil
}
