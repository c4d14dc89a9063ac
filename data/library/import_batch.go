package library

import (
	"context"

	"gorm.io/gorm"

	"lectern/data"
)

// BulkImport is Bulk for an import that was begun: each batch is kept in one
// transaction with what is written down about it, so that an import that is cut
// off at any moment goes on with nothing lost and nothing twice. What became of
// each item is returned in their order.
//
// An import that goes on later is still one undo step, unless that was undone.
func (l *Library) BulkImport(ctx context.Context, id ImportID, work func(keep func(ImportBatch) ([]ImportItem, error)) error) error {
	if l.why != nil {
		return l.why
	}
	i, err := l.Import(ctx, id)
	if err != nil {
		return err
	}
	b := &bulk{step: i.Step}
	if err := l.beginBulk(ctx, b); err != nil {
		return l.fault(err)
	}
	err = work(func(batch ImportBatch) ([]ImportItem, error) { return l.keepBatch(ctx, id, b, batch) })
	if e := l.endBulk(b); err == nil {
		err = l.fault(e)
	}
	return err
}

func (l *Library) keepBatch(ctx context.Context, id ImportID, b *bulk, batch ImportBatch) (items []ImportItem, err error) {
	step, grown := b.step, 0
	err = l.write(ctx, func(tx *gorm.DB) ([]data.Change, error) {
		var added []Added
		var fresh []data.ReportID
		var err error
		if len(batch.Reports) > 0 {
			if added, fresh, err = l.add(tx, batch.Reports); err != nil {
				return nil, err
			}
		}
		if grown = len(fresh); grown > 0 {
			if step, err = l.extend(tx, b.step, fresh); err != nil {
				return nil, err
			}
		}
		items = itemsOf(batch, added)
		return changed(data.ReportsAdded, fresh), writeItems(tx, id, step, batch, items)
	})
	if err != nil {
		return nil, err
	}
	b.step, b.added = step, b.added+grown
	return items, nil
}

func itemsOf(batch ImportBatch, added []Added) []ImportItem {
	items := make([]ImportItem, len(batch.Items))
	for i, it := range batch.Items {
		out := ImportItem{Name: it.Name, Err: it.Err}
		switch {
		case it.Err != nil:
			out.Status = ItemFailed
		case it.Report < 0:
			out.Status, out.Report = ItemKnown, it.Known
		default:
			out.Status, out.Report = added[it.Report].status(), added[it.Report].ID
		}
		items[i] = out
	}
	return items
}

// status is what an item says of a report that was added, or was there.
func (a Added) status() ItemStatus {
	if a.Known {
		return ItemKnown
	}
	if a.VersionOf != 0 {
		return ItemVersion
	}
	return ItemNew
}

func writeItems(tx *gorm.DB, id ImportID, step int64, batch ImportBatch, items []ImportItem) error {
	insert, err := pool(tx).Prepare(`INSERT INTO import_items (import_id, file_id, name, status, report_id, fault, subject) VALUES (?, ?, ?, ?, ?, ?, ?)`)
	if err != nil {
		return err
	}
	defer insert.Close()
	count, parts := map[ItemStatus]int{}, map[int64]int{}
	for i, it := range items {
		var fault, subject string
		if it.Err != nil {
			fault, subject = string(it.Err.Code), it.Err.Subject
		}
		count[it.Status]++
		parts[batch.Items[i].File]++
		if _, err := insert.Exec(int64(id), batch.Items[i].File, it.Name, string(it.Status), int64(it.Report), fault, subject); err != nil {
			return err
		}
	}
	update, err := pool(tx).Prepare(`UPDATE import_files SET parts = parts + ?, done = max(done, ?) WHERE id = ?`)
	if err != nil {
		return err
	}
	defer update.Close()
	for _, file := range batch.Done {
		if _, err := update.Exec(parts[file], 1, file); err != nil {
			return err
		}
		delete(parts, file)
	}
	for file, n := range parts {
		if _, err := update.Exec(n, 0, file); err != nil {
			return err
		}
	}
	return tx.Exec(`UPDATE imports SET step = ?, done = done + ?, fresh = fresh + ?, known = known + ?, newer = newer + ?, failed = failed + ? WHERE id = ?`,
		step, len(batch.Done), count[ItemNew], count[ItemKnown], count[ItemVersion], count[ItemFailed], int64(id)).Error
}

// RenewFile starts a file of an import over: it was changed since a part of its
// documents was kept. Those that are the same will be known.
func (l *Library) RenewFile(ctx context.Context, id ImportID, f ImportFile) error {
	return l.write(ctx, func(tx *gorm.DB) ([]data.Change, error) {
		return nil, tx.Exec(`UPDATE import_files SET size = ?, changed = ?, parts = 0 WHERE id = ? AND import_id = ?`,
			f.Size, nanoseconds(f.Changed), f.ID, int64(id)).Error
	})
}
