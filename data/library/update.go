package library

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"lectern/data"
)

// NeedsUpdate reports whether the file is a library of an older Lectern, which
// opening it will first back up and then bring up to date. That can take some
// seconds. It only looks.
func NeedsUpdate(path string) bool {
	version, err := (&Library{path: path}).look()
	return err == nil && version > 0 && version < newest()
}

// Update is what opening an older library did to it.
type Update struct {
	From   int    // the schema version that it had
	Backup string // the file that holds it as it was
}

// Updated tells what was done when the library was opened; nil where it was up
// to date already.
func (l *Library) Updated() *Update { return l.updated }

// backupBefore copies the whole library beside itself before it is brought up to
// date, as LIBRARY.backup-DAY-vVERSION.lectern: the last state that the older
// program understood. The latest three of these are kept.
func (l *Library) backupBefore(ctx context.Context, version int, progress func(float64)) (string, error) {
	to := fmt.Sprintf("%s.backup-%s-v%d%s", stem(l.path), l.clock().Format("2006-01-02"), version, filepath.Ext(l.path))
	if err := copyWhole(ctx, l.writer, to, progress); err != nil {
		return "", err
	}
	all := UpdateBackups(l.path)
	for _, old := range all[min(keptBackups, len(all)):] {
		if old == to {
			continue
		}
		if err := os.Remove(old); err != nil {
			l.log.Warn("an old backup could not be removed", "path", old, "err", err)
		}
	}
	return to, nil
}

const keptBackups = 3

// stem is a library's path without the ending of its name.
func stem(path string) string { return strings.TrimSuffix(path, filepath.Ext(path)) }

var updateBackup = regexp.MustCompile(`^\.backup-(\d{4}-\d\d-\d\d)-v(\d+)$`)

// UpdateBackups are the backups that were made beside a library before it was
// brought up to date, the latest first: that is the highest version, because a
// clock can be wrong.
func UpdateBackups(path string) []string {
	entries, err := os.ReadDir(filepath.Dir(path))
	if err != nil {
		return nil
	}
	type backup struct {
		path, day string
		version   int
	}
	var all []backup
	for _, e := range entries {
		full := filepath.Join(filepath.Dir(path), e.Name())
		rest, ours := strings.CutPrefix(stem(full), stem(path))
		m := updateBackup.FindStringSubmatch(rest)
		if !ours || m == nil || filepath.Ext(full) != filepath.Ext(path) {
			continue
		}
		version, _ := strconv.Atoi(m[2])
		all = append(all, backup{full, m[1], version})
	}
	slices.SortFunc(all, func(a, b backup) int {
		if a.version != b.version {
			return b.version - a.version
		}
		return strings.Compare(b.day, a.day)
	})
	paths := make([]string, len(all))
	for i, b := range all {
		paths[i] = b.path
	}
	return paths
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
		return &data.Fault{Code: data.FaultOlder, Subject: l.name(),
			Err: fmt.Errorf("schema version %d must become %d, and the file cannot be written to", version, newest())}
	}
	return nil
}

// Ending is what the names of libraries end in.
const Ending = ".lectern"

// Called reports whether a path is called as a library is.
func Called(path string) bool { return strings.EqualFold(filepath.Ext(path), Ending) }
