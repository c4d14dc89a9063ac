package library

import (
	"context"
	"database/sql"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"log/slog"
	"net/url"
	"os"
	"path/filepath"
	"strings"

	"github.com/glebarez/sqlite"
	"github.com/gofrs/flock"
	"gorm.io/gorm"
	"gorm.io/gorm/logger"

	"lectern/data"
)

// applicationID marks a SQLite file as a Lectern library: "Lect".
const applicationID = 0x4c656374

// settings stand in every connection's address, because a pool opens
// connections by itself. FULL syncs each commit: with NORMAL a power cut loses
// work that was acknowledged. The rest distrusts what a damaged or foreign file
// could make SQLite do.
var settings = []string{
	"foreign_keys(1)",
	"synchronous(FULL)",
	"trusted_schema(0)",
	"cell_size_check(1)",
	"mmap_size(0)",
	"temp_store(MEMORY)",
	"journal_size_limit(67108864)",
	"cache_size(-24576)",
}

const readers = 3 // connections in the reading pool

func (l *Library) open(ctx context.Context, readOnly bool, updating func(float64)) error {
	version, err := l.look()
	if err != nil {
		return err
	}
	switch {
	case version > newest():
		l.why = &data.Fault{Code: data.FaultNewer, Subject: l.name()}
	case readOnly:
		l.why = &data.Fault{Code: data.FaultReadOnly, Subject: l.name()}
	default:
		if l.why, err = l.take(); err != nil {
			return err
		}
	}
	if l.why == nil {
		if err := l.openWriter(ctx, updating); err != nil {
			return err
		}
	}
	return l.openReaders(ctx)
}

// name is the file's base name, for a person.
func (l *Library) name() string { return filepath.Base(l.path) }

// look reads the file's first page, by plain reading so that nothing of a
// foreign file is touched, and returns its schema version: 0 for a file that
// has yet to be made.
func (l *Library) look() (int, error) {
	f, err := os.Open(l.path)
	if errors.Is(err, fs.ErrNotExist) {
		return 0, nil
	}
	if err != nil {
		return 0, err
	}
	defer f.Close()
	foreign := &data.Fault{Code: data.FaultNotLibrary, Subject: l.name()}
	if info, err := f.Stat(); err != nil {
		return 0, err
	} else if info.IsDir() {
		return 0, foreign
	} else if info.Size() == 0 {
		return 0, nil // made, and cut off before the first page was written
	}
	page := make([]byte, 108)
	if _, err := io.ReadFull(f, page); err != nil || string(page[:16]) != "SQLite format 3\x00" {
		return 0, foreign
	}
	id, tables := binary.BigEndian.Uint32(page[68:]), binary.BigEndian.Uint16(page[103:])
	if id != applicationID && (id != 0 || tables != 0) {
		return 0, foreign
	}
	return int(binary.BigEndian.Uint32(page[60:])), nil
}

// take takes the lock that says who may write. The reason why not is returned
// as a fault that leaves the library readable.
func (l *Library) take() (why *data.Fault, err error) {
	if f, err := os.OpenFile(l.path, os.O_RDWR, 0); err == nil {
		f.Close()
	} else if !errors.Is(err, fs.ErrNotExist) {
		return &data.Fault{Code: data.FaultReadOnly, Subject: l.name(), Err: err}, nil
	}
	lock := flock.New(l.path + ".lock")
	ours, err := lock.TryLock()
	if err != nil {
		if _, missing := os.Stat(l.path); missing != nil {
			return nil, err // nothing to read, and no place to make it
		}
		return &data.Fault{Code: data.FaultReadOnly, Subject: l.name(), Err: err}, nil
	}
	if !ours {
		return &data.Fault{Code: data.FaultInUse, Subject: l.name()}, nil
	}
	l.lock = lock
	return nil, nil
}

func (l *Library) openWriter(ctx context.Context, updating func(float64)) (err error) {
	if l.writer, err = l.connect(1, "mode=rwc", "_txlock=immediate"); err != nil {
		return err
	}
	if err := l.migrate(ctx, migrations(), updating); err != nil {
		return err
	}
	if err := l.writer.WithContext(ctx).Exec("PRAGMA journal_mode = WAL").Error; err != nil {
		return err
	}
	// A bulk import that was cut off may have left the index tuned for it. On a
	// full disk it stays so: what is there can still be read.
	if err := l.tuneIndex(ctx, false); err != nil {
		l.log.Warn("the search index could not be set back", "path", l.path, "err", err)
	}
	return nil
}

func (l *Library) openReaders(ctx context.Context) (err error) {
	l.mode = "mode=ro"
	if l.why != nil && l.why.Code != data.FaultInUse && !l.writable() {
		// SQLite needs to write beside a library that it reads, unless told that
		// nobody will. With a log lying there that would show old data.
		if info, err := os.Stat(l.path + "-wal"); err == nil && info.Size() > 0 {
			return &data.Fault{Code: data.FaultNotAllowed, Subject: l.name(),
				Err: errors.New("write-protected, with changes still in its -wal file")}
		}
		l.mode = "immutable=1"
	}
	l.reader, err = l.connect(readers, l.mode, "_pragma=query_only(1)")
	if err != nil {
		return err
	}
	if l.why != nil && l.why.Code != data.FaultNewer {
		return l.upToDate(ctx)
	}
	return nil
}

// writable reports whether files can be made beside the library.
func (l *Library) writable() bool {
	f, err := os.CreateTemp(filepath.Dir(l.path), ".lectern-*")
	if err != nil {
		return false
	}
	f.Close()
	return os.Remove(f.Name()) == nil
}

// connect opens a pool of connections to the file.
func (l *Library) connect(most int, options ...string) (*gorm.DB, error) {
	address, err := address(l.path, options)
	if err != nil {
		return nil, err
	}
	pool, err := sql.Open(sqlite.DriverName, address)
	if err != nil {
		return nil, err
	}
	pool.SetMaxOpenConns(most)
	pool.SetMaxIdleConns(min(most, 2)) // a search uses two at once; one that idles keeps a cache of its own
	db, err := gorm.Open(&sqlite.Dialector{Conn: pool}, &gorm.Config{
		SkipDefaultTransaction: true,
		Logger:                 logger.NewSlogLogger(slog.New(slog.DiscardHandler), logger.Config{LogLevel: logger.Silent}),
	})
	if err != nil {
		pool.Close()
		return nil, err
	}
	return db, nil
}

// address writes the path as SQLite's URI, so that no character of a file's
// name is taken for an option.
func address(path string, options []string) (string, error) {
	path, err := filepath.Abs(path)
	if err != nil {
		return "", err
	}
	path = filepath.ToSlash(path)
	if !strings.HasPrefix(path, "/") {
		path = "/" + path // C:/Users/...
	}
	for _, s := range settings {
		options = append(options, "_pragma="+s)
	}
	return fmt.Sprintf("file://%s?%s", (&url.URL{Path: path}).EscapedPath(), strings.Join(options, "&")), nil
}
