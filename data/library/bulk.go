package library

import (
	"context"

	"gorm.io/gorm"

	"lectern/data"
)

// bulk is an import of thousands under way.
type bulk struct {
	step  int64 // its step in the journal, 0 before the first report
	added int
}

// Bulk runs work, whose calls of add are one import: each is kept by itself as
// soon as it returns, and all of them are undone in one step. The index is tuned
// for it, so add should get up to 2,000 reports at a time. Other changes can go
// on meanwhile; a second Bulk waits for nothing and is refused.
//
// What add returned stays, whatever work returns or however the program ends.
func (l *Library) Bulk(ctx context.Context, work func(add func([]NewReport) ([]Added, error)) error) error {
	if l.why != nil {
		return l.why
	}
	b := &bulk{}
	if err := l.beginBulk(ctx, b); err != nil {
		return l.fault(err)
	}
	err := work(func(reports []NewReport) ([]Added, error) { return l.addTo(ctx, b, reports) })
	if e := l.endBulk(b); err == nil {
		err = l.fault(e)
	}
	return err
}

func (l *Library) beginBulk(ctx context.Context, b *bulk) error {
	l.writing.Lock()
	defer l.writing.Unlock()
	if l.bulk != nil {
		return &data.Fault{Code: data.FaultBusy, Subject: l.name()}
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	if err := l.tuneIndex(ctx, true); err != nil {
		return err
	}
	l.bulk = b
	return nil
}

func (l *Library) addTo(ctx context.Context, b *bulk, reports []NewReport) ([]Added, error) {
	var added []Added
	step, grown := b.step, 0
	err := l.write(ctx, func(tx *gorm.DB) ([]data.Change, error) {
		var err error
		var fresh []data.ReportID
		if added, fresh, err = l.add(tx, reports); err != nil || len(fresh) == 0 {
			return nil, err
		}
		grown = len(fresh)
		step, err = l.extend(tx, b.step, fresh)
		return changed(data.ReportsAdded, fresh), err
	})
	if err != nil {
		return nil, err
	}
	b.step, b.added = step, b.added+grown
	return added, nil
}

// endBulk sets the index back. Where most of the library is new, the index is
// also brought together, which makes searches quicker. Nothing is lost when
// this fails: the next Open sets the index back.
func (l *Library) endBulk(b *bulk) error {
	l.writing.Lock()
	defer l.writing.Unlock()
	l.bulk = nil
	if l.writer == nil {
		return nil
	}
	ctx := context.Background()
	if err := l.tuneIndex(ctx, false); err != nil {
		return err
	}
	var all int
	db := l.writer.WithContext(ctx)
	if err := db.Raw(`SELECT count(*) FROM reports WHERE removed = 0`).Scan(&all).Error; err != nil {
		return err
	}
	if b.added >= 2000 && b.added > all/2 {
		if err := db.Exec(`INSERT INTO search (search) VALUES ('optimize')`).Error; err != nil {
			return err
		}
	}
	return db.Exec(`PRAGMA wal_checkpoint(TRUNCATE)`).Error
}
