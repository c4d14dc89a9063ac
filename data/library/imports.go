package library

import (
	"context"
	"database/sql"
	"encoding/json"
	"time"

	"gorm.io/gorm"

	"lectern/data"
)

// BeginImport writes down what is to be brought in, before any of it is.
func (l *Library) BeginImport(ctx context.Context, i Import, files []ImportFile) (Import, error) {
	roots, err := json.Marshal(i.Roots)
	if err != nil {
		return i, err
	}
	columns, err := json.Marshal(i.Columns)
	if err != nil {
		return i, err
	}
	row := importRow{Who: l.who, Began: l.now(), State: string(ImportGoing), Watched: i.Watched,
		Roots: string(roots), Columns: string(columns), Files: len(files)}
	err = l.write(ctx, func(tx *gorm.DB) ([]data.Change, error) {
		if err := tx.Create(&row).Error; err != nil {
			return nil, err
		}
		insert, err := pool(tx).Prepare(`INSERT INTO import_files (import_id, path, size, changed) VALUES (?, ?, ?, ?)`)
		if err != nil {
			return nil, err
		}
		defer insert.Close()
		for _, f := range files {
			if _, err := insert.Exec(row.ID, f.Path, f.Size, nanoseconds(f.Changed)); err != nil {
				return nil, err
			}
		}
		return nil, nil
	})
	return row.imported(), err
}

// EndImport says that an import is done, or that a person stopped it. One that
// was stopped can go on again: ImportGoing.
func (l *Library) EndImport(ctx context.Context, id ImportID, state ImportState) error {
	return l.write(ctx, func(tx *gorm.DB) ([]data.Change, error) {
		ended := any(l.now())
		if state == ImportGoing {
			ended = nil
		}
		return []data.Change{{Kind: data.ImportsChanged}},
			tx.Exec(`UPDATE imports SET state = ?, ended = ? WHERE id = ?`, string(state), ended, int64(id)).Error
	})
}

// Imports lists the imports, the latest first.
func (l *Library) Imports(ctx context.Context, most int) ([]Import, error) {
	return l.imports(ctx, `SELECT * FROM imports ORDER BY id DESC LIMIT ?`, most)
}

// CutOff lists the imports that were under way when their program ended, the
// latest first. While one is under way here it is among them.
func (l *Library) CutOff(ctx context.Context) ([]Import, error) {
	return l.imports(ctx, `SELECT * FROM imports WHERE state = ? ORDER BY id DESC`, string(ImportGoing))
}

// Import is one import as it stands.
func (l *Library) Import(ctx context.Context, id ImportID) (Import, error) {
	all, err := l.imports(ctx, `SELECT * FROM imports WHERE id = ?`, int64(id))
	if err == nil && len(all) == 0 {
		err = &data.Fault{Code: data.FaultNotFound, Subject: "This import"}
	}
	if err != nil {
		return Import{}, err
	}
	return all[0], nil
}

func (l *Library) imports(ctx context.Context, query string, args ...any) (all []Import, err error) {
	err = l.read(ctx, func(tx *gorm.DB) error {
		var rows []importRow
		if err := tx.Raw(query, args...).Scan(&rows).Error; err != nil {
			return err
		}
		for _, r := range rows {
			all = append(all, r.imported())
		}
		return nil
	})
	return all, err
}

// LeftFiles lists up to most files of an import that are not finished, in their
// order, after the one whose ID is after.
func (l *Library) LeftFiles(ctx context.Context, id ImportID, after int64, most int) (files []ImportFile, err error) {
	err = l.read(ctx, func(tx *gorm.DB) error {
		return each(tx, `SELECT id, path, size, changed, parts FROM import_files
			WHERE import_id = ? AND done = 0 AND id > ? ORDER BY id LIMIT ?`, []any{int64(id), after, most}, func(rows *sql.Rows) error {
			var f ImportFile
			var changed int64
			err := rows.Scan(&f.ID, &f.Path, &f.Size, &changed, &f.Parts)
			f.Changed = timeOfNano(changed)
			files = append(files, f)
			return err
		})
	})
	return files, err
}

// LeftBytes adds up the files of an import that are not finished, and counts them.
func (l *Library) LeftBytes(ctx context.Context, id ImportID) (files int, bytes int64, err error) {
	err = l.read(ctx, func(tx *gorm.DB) error {
		return pool(tx).QueryRow(`SELECT count(*), coalesce(sum(size), 0) FROM import_files
			WHERE import_id = ? AND done = 0`, int64(id)).Scan(&files, &bytes)
	})
	return files, bytes, err
}

// Unseen keeps of files those that no import has finished as they are now: the
// same path, size and time of the last change.
func (l *Library) Unseen(ctx context.Context, files []ImportFile) (unseen []ImportFile, err error) {
	err = l.read(ctx, func(tx *gorm.DB) error {
		seen, err := pool(tx).Prepare(`SELECT EXISTS (SELECT 1 FROM import_files WHERE path = ? AND size = ? AND changed = ? AND done = 1)`)
		if err != nil {
			return err
		}
		defer seen.Close()
		for _, f := range files {
			var is bool
			if err := seen.QueryRow(f.Path, f.Size, nanoseconds(f.Changed)).Scan(&is); err != nil {
				return err
			}
			if !is {
				unseen = append(unseen, f)
			}
		}
		return nil
	})
	return unseen, err
}

// ImportItems lists up to most items of an import in their order, from the one
// at place from; status "" takes all.
func (l *Library) ImportItems(ctx context.Context, id ImportID, status ItemStatus, from, most int) (items []ImportItem, err error) {
	where, args := `i.import_id = ?`, []any{int64(id)}
	if status != "" {
		where += ` AND i.status = ?`
		args = append(args, string(status))
	}
	err = l.read(ctx, func(tx *gorm.DB) error {
		return each(tx, `SELECT f.path, i.name, i.status, i.report_id, i.fault, i.subject
			FROM import_items i JOIN import_files f ON f.id = i.file_id
			WHERE `+where+` ORDER BY i.id LIMIT ? OFFSET ?`, append(args, most, from), func(rows *sql.Rows) error {
			var i ImportItem
			var fault, subject string
			err := rows.Scan(&i.Path, &i.Name, &i.Status, &i.Report, &fault, &subject)
			if fault != "" {
				i.Err = &data.Fault{Code: data.FaultCode(fault), Subject: subject}
			}
			items = append(items, i)
			return err
		})
	})
	return items, err
}

type importRow struct {
	ID      int64 `gorm:"primaryKey"`
	Who     string
	Began   int64
	Ended   *int64
	State   string
	Watched bool
	Roots   string
	Columns string
	Step    int64
	Files   int
	Done    int
	Fresh   int
	Known   int
	Newer   int
	Failed  int
}

func (importRow) TableName() string { return "imports" }

func (r importRow) imported() Import {
	i := Import{ID: ImportID(r.ID), Who: r.Who, Began: timeOf(r.Began), State: ImportState(r.State), Watched: r.Watched,
		Files: r.Files, Done: r.Done, Step: r.Step, New: r.Fresh, Known: r.Known, Newer: r.Newer, Failed: r.Failed}
	if r.Ended != nil {
		i.Ended = timeOf(*r.Ended)
	}
	_ = json.Unmarshal([]byte(r.Roots), &i.Roots) // a list that is damaged costs only its names
	_ = json.Unmarshal([]byte(r.Columns), &i.Columns)
	return i
}

func nanoseconds(t time.Time) int64 {
	if t.IsZero() {
		return 0
	}
	return t.UnixNano()
}

func timeOfNano(n int64) time.Time {
	if n == 0 {
		return time.Time{}
	}
	return time.Unix(0, n).UTC()
}
