package library

import (
	"context"
	"database/sql"
	"log/slog"
	"os"
	"sync"
	"sync/atomic"
	"time"

	"github.com/gofrs/flock"
	"gorm.io/gorm"

	"lectern/data"
)

// Config says which library to open, and in whose name.
type Config struct {
	Path     string           // the library's file; made where there is none
	Who      string           // whose name decisions carry; "" takes the system's user
	Clock    func() time.Time // nil is time.Now
	Log      *slog.Logger     // nil logs nothing
	ReadOnly bool             // change nothing, even where that would be possible
	// Updating, which may be nil, hears how far the backup of an older library is
	// before it is brought up to date, from 0 to 1; on any goroutine.
	Updating func(share float64)
}

// Library is one open library. It is safe for concurrent use: any number of
// readers, one writer at a time, and neither waits for the other.
type Library struct {
	path  string
	who   string
	clock func() time.Time
	log   *slog.Logger
	why   *data.Fault // nil while it can be written to

	mode    string  // how SQLite opens the file for reading
	updated *Update // nil where it was up to date already

	lock   *flock.Flock // held while it can be written to
	writer *gorm.DB     // one connection; nil when read-only
	reader *gorm.DB     // a pool that cannot write

	writing sync.Mutex // one change at a time, in the order they were asked for
	bulk    *bulk      // the bulk import under way; guarded by writing

	listeners   listeners
	cataloguing cataloguing
	lastStep    atomic.Int64
	trace       func(context.Context) ([]Storied, error) // nil for nobody
}

// LastStep is the step that the latest change made here was written down as, for
// UndoStep; 0 where nothing was changed since the library was opened. An import
// that adds to an earlier step does not count.
func (l *Library) LastStep() int64 { return l.lastStep.Load() }

// Open opens the library at c.Path, making it where there is no file, and
// bringing an older one up to date after a backup.
//
// Where the file cannot be written to, it opens for reading only and Why says
// the reason: another Lectern has it (FaultInUse), a newer one made it
// (FaultNewer), or its place is write-protected (FaultReadOnly). A file that is
// no library is left untouched: FaultNotLibrary.
func Open(ctx context.Context, c Config) (*Library, error) {
	l := &Library{path: c.Path, who: c.Who, clock: c.Clock, log: c.Log}
	if l.clock == nil {
		l.clock = time.Now
	}
	if l.log == nil {
		l.log = slog.New(slog.DiscardHandler)
	}
	if l.who == "" {
		l.who = systemUser()
	}
	if err := l.open(ctx, c.ReadOnly, c.Updating); err != nil {
		l.release()
		return nil, l.fault(err)
	}
	if l.why != nil {
		l.log.Info("library opened for reading only", "path", l.path, "why", l.why.Code)
	}
	return l, nil
}

// Path is the library's file.
func (l *Library) Path() string { return l.path }

// ReadOnly reports whether the library can only be read.
func (l *Library) ReadOnly() bool { return l.why != nil }

// Why says why the library can only be read, nil where it can be changed.
func (l *Library) Why() *data.Fault { return l.why }

// Close ends all use of the library and lets other programs write to it. What
// was acknowledged before is on the disk already.
func (l *Library) Close() error {
	l.writing.Lock()
	defer l.writing.Unlock()
	if l.writer != nil {
		// Leave one whole file behind: a stray -wal can be lost in a copy.
		for _, tidy := range []string{"PRAGMA optimize", "PRAGMA wal_checkpoint(TRUNCATE)"} {
			if err := l.writer.Exec(tidy).Error; err != nil {
				l.log.Warn("closing the library", "doing", tidy, "err", err)
			}
		}
	}
	return l.fault(l.release())
}

func (l *Library) release() error {
	// The readers go first, so that the writer is last out and cleans up.
	err := shut(l.reader)
	if e := shut(l.writer); err == nil {
		err = e
	}
	l.writer = nil // reader stays: who still reads gets an error from the closed pool
	if l.lock != nil {
		if e := l.lock.Unlock(); err == nil {
			err = e
		}
		l.lock = nil
	}
	return err
}

func shut(db *gorm.DB) error {
	if db == nil {
		return nil
	}
	pool, err := db.DB()
	if err != nil {
		return err
	}
	return pool.Close()
}

func systemUser() string {
	for _, name := range []string{"USER", "USERNAME", "LOGNAME"} {
		if who := os.Getenv(name); who != "" {
			return who
		}
	}
	return "?"
}

// read runs work in one consistent state of the library.
func (l *Library) read(ctx context.Context, work func(tx *gorm.DB) error) error {
	return l.fault(l.reader.WithContext(ctx).Transaction(work, &sql.TxOptions{ReadOnly: true}))
}

// write runs work as one change: all of it is kept, or nothing. What work
// returns is announced once it is safely kept. A change that has begun is not
// broken off, so ctx only counts before it.
func (l *Library) write(ctx context.Context, work func(tx *gorm.DB) ([]data.Change, error)) error {
	changes, err := l.writeQuietly(ctx, work)
	if err != nil {
		return l.fault(err)
	}
	l.cataloguing.note(changes)
	l.listeners.tell(changes)
	return nil
}

func (l *Library) writeQuietly(ctx context.Context, work func(tx *gorm.DB) ([]data.Change, error)) (changes []data.Change, err error) {
	if l.why != nil {
		return nil, l.why
	}
	l.writing.Lock()
	defer l.writing.Unlock()
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	if l.writer == nil {
		return nil, sql.ErrConnDone
	}
	err = l.writer.WithContext(context.WithoutCancel(ctx)).Transaction(func(tx *gorm.DB) error {
		changes, err = work(tx)
		return err
	})
	return changes, err
}

// now is the present moment as tables keep it.
func (l *Library) now() int64 { return l.clock().UnixMilli() }
