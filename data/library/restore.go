package library

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"github.com/gofrs/flock"

	"lectern/data"
)

// Restore puts a copy of the backup at from in the place of the library at to,
// which must be closed. The copy is proved before anything is touched, and what
// stood there is kept beside it under the name that is returned; "" where there
// was nothing. On a failure all is as it was.
func Restore(ctx context.Context, from, to string, now time.Time, progress func(share float64)) (kept string, err error) {
	l := &Library{path: from}
	switch version, err := l.look(); {
	case err != nil:
		return "", named(err, from)
	case version > newest():
		return "", &data.Fault{Code: data.FaultNewer, Subject: l.name()}
	case version == 0:
		return "", missingFile(from)
	}
	unlock, err := alone(to)
	if err != nil {
		return "", err
	}
	defer unlock()
	fresh := to + ".restored"
	if err := copyFile(ctx, from, fresh, progress); err != nil {
		return "", err
	}
	if _, err := os.Stat(to); err == nil {
		kept = freeName(fmt.Sprintf("%s.replaced-%s", stem(to), now.Format("2006-01-02")), filepath.Ext(to))
		if err := keep(to, kept); err != nil {
			os.Remove(fresh)
			return "", named(err, to)
		}
	}
	if err := intoPlace(fresh, to); err != nil {
		if _, gone := os.Stat(to); gone != nil && kept != "" {
			err = errors.Join(err, rename(kept, to))
		}
		return "", named(err, to)
	}
	return kept, nil
}

// Move brings a library, which must be closed, to another place. Where that lies
// on another disk it is copied, and the old file goes when the copy is proved.
func Move(ctx context.Context, from, to string, progress func(share float64)) error {
	if _, err := os.Stat(to); err == nil {
		return &data.Fault{Code: data.FaultExists, Subject: filepath.Base(to)}
	}
	if version, err := (&Library{path: from}).look(); err != nil || version == 0 {
		return missingFile(from)
	}
	unlock, err := alone(from)
	if err != nil {
		return err
	}
	defer unlock()
	err = rename(from, to)
	if err == nil {
		return nil
	}
	if err := copyFile(ctx, from, to, progress); err != nil {
		return err
	}
	for _, end := range []string{"", "-wal", "-shm"} {
		_ = os.Remove(from + end) // the copy is whole; what is left here is only in the way
	}
	return nil
}

func missingFile(path string) error {
	return &data.Fault{Code: data.FaultNotFound, Subject: filepath.Base(path)}
}

// copyFile copies a library that nobody here has open.
func copyFile(ctx context.Context, from, to string, progress func(share float64)) error {
	l := &Library{path: from}
	mode := "mode=ro"
	if !l.writable() {
		mode = "immutable=1"
		if info, err := os.Stat(from + "-wal"); err == nil && info.Size() > 0 {
			return &data.Fault{Code: data.FaultNotAllowed, Subject: l.name(),
				Err: errors.New("write-protected, with changes still in its -wal file")}
		}
	}
	db, err := l.connect(1, mode)
	if err != nil {
		return named(err, from)
	}
	defer shut(db)
	return copyWhole(ctx, db, to, progress)
}

// alone makes sure that no Lectern has a library open for writing, and keeps it so
// until unlock is called.
func alone(path string) (unlock func(), err error) {
	lock := flock.New(path + ".lock")
	ours, err := lock.TryLock()
	switch {
	case err != nil:
		return nil, named(err, path)
	case !ours:
		return nil, &data.Fault{Code: data.FaultInUse, Subject: filepath.Base(path)}
	}
	return func() { _ = lock.Unlock() }, nil
}

// rename moves a library with the files that SQLite keeps beside it: a log left
// behind would be played into whatever comes to stand in its place.
func rename(from, to string) error {
	if err := os.Rename(from, to); err != nil {
		return err
	}
	for _, end := range []string{"-wal", "-shm"} {
		if err := os.Rename(from+end, to+end); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
	}
	return nil
}

// keep gives a library another name beside the one it has, so that whatever takes
// the old name over does so in one go. Where a file can have only one name, or still
// has a log beside it, it is renamed instead.
func keep(path, as string) error {
	info, err := os.Stat(path + "-wal")
	if err == nil && info.Size() > 0 || os.Link(path, as) != nil {
		return rename(path, as)
	}
	for _, end := range []string{"-wal", "-shm"} {
		if err := os.Remove(path + end); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
	}
	return nil
}

// freeName is a name that no file has: the one wanted, or with a number.
func freeName(stem, ending string) string {
	name := stem + ending
	for i := 2; ; i++ {
		if _, err := os.Stat(name); errors.Is(err, fs.ErrNotExist) {
			return name
		}
		name = fmt.Sprintf("%s-%d%s", stem, i, ending)
	}
}
