package desk

import (
	"context"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/fsnotify/fsnotify"

	"lectern/data/library"
)

// How long a scout waits.
const (
	settleTime  = 2 * time.Second  // a file that nobody has written to for so long is finished
	settleMost  = 10 * time.Second // a finished file waits no longer for others of its folder
	mostSettled = 5000             // files told of together
)

// scout knows which files of the watched folders are new or changed, and which of
// those are finished. It is used from one goroutine.
type scout struct {
	desk    *Desk
	tell    Watching
	clock   func() time.Time
	ear     *fsnotify.Watcher // nil where the system does not tell of changes
	folders []string
	gone    map[string]bool
	waiting map[string]*waiting // files by their paths
	seen    map[string]stamp    // files that were told of, or that an import has finished
}

// stamp is a file as it is at one moment.
type stamp struct {
	size    int64
	changed time.Time
}

// waiting is a file that may be still written to.
type waiting struct {
	stamp
	folder string
	since  time.Time // it has been as it is
}

func newScout(d *Desk, w Watching, clock func() time.Time) *scout {
	return &scout{desk: d, tell: w, clock: clock, gone: make(map[string]bool),
		waiting: make(map[string]*waiting), seen: make(map[string]stamp)}
}

// rescan looks which folders are watched, and at all that is in them.
func (s *scout) rescan(ctx context.Context) error {
	all, err := s.desk.library.Watched(ctx)
	if err != nil {
		return err
	}
	s.folders = s.folders[:0]
	for _, f := range all {
		s.folders = append(s.folders, f.Path)
	}
	for path, one := range s.waiting {
		if !slices.Contains(s.folders, one.folder) {
			delete(s.waiting, path)
		}
	}
	for folder := range s.gone {
		if !slices.Contains(s.folders, folder) {
			delete(s.gone, folder)
		}
	}
	if s.ear != nil {
		for _, path := range s.ear.WatchList() {
			if s.folderOf(path) == "" && !s.watched(filepath.Dir(path)) {
				_ = s.ear.Remove(path) // it may have gone with its folder
			}
		}
	}
	for _, folder := range s.folders {
		if !isThere(folder) {
			s.missing(folder)
			continue
		}
		delete(s.gone, folder)
		if err := s.look(ctx, folder); err != nil {
			return err
		}
	}
	return nil
}

// moved reports whether a folder has gone, or is back, as a drive that is taken
// out and put in again.
func (s *scout) moved() bool {
	return slices.ContainsFunc(s.folders, func(folder string) bool { return isThere(folder) == s.gone[folder] })
}

// isThere reports a folder that can be looked into; one that may not be read is as
// good as gone.
func isThere(folder string) bool {
	f, err := os.Open(folder)
	if err != nil {
		return false
	}
	defer f.Close()
	_, err = f.Readdirnames(1)
	return err == nil || errors.Is(err, io.EOF)
}

func (s *scout) missing(folder string) {
	if s.gone[folder] {
		return
	}
	s.gone[folder] = true
	for path, one := range s.waiting {
		if one.folder == folder {
			delete(s.waiting, path)
		}
	}
	if s.tell.Gone != nil {
		s.tell.Gone(folder)
	}
}

// watched reports whether path is a watched folder.
func (s *scout) watched(path string) bool { return slices.Contains(s.folders, path) }

// folderOf is the watched folder that path lies in or is, the innermost where
// one lies in another; "" for none.
func (s *scout) folderOf(path string) (folder string) {
	for _, one := range s.folders {
		if (path == one || strings.HasPrefix(path, strings.TrimSuffix(one, string(filepath.Separator))+string(filepath.Separator))) && len(one) > len(folder) {
			folder = one
		}
	}
	return folder
}

// look looks at a file, or at all in a folder, that lies in a watched folder.
func (s *scout) look(ctx context.Context, path string) error {
	folder := s.folderOf(path)
	if folder == "" {
		return nil
	}
	own, _ := filepath.Abs(s.desk.library.Path())
	f := &found{ctx: ctx, seen: make(map[string]bool), own: own, entered: s.hear}
	info, err := os.Stat(path)
	switch {
	case err != nil || s.outside(folder, path, info):
		return nil
	case info.IsDir():
		f.walk(path)
	case wanted(info.Name()) && !strings.HasPrefix(path, own):
		f.add(path, info)
	}
	if ctx.Err() != nil {
		return ctx.Err()
	}
	return s.await(ctx, folder, f.files)
}

// outside reports a path that a walk of its folder would not come to.
func (s *scout) outside(folder, path string, info fs.FileInfo) bool {
	if path != folder && passedOver(path, fs.FileInfoToDirEntry(info)) {
		return true
	}
	for dir := filepath.Dir(path); len(dir) > len(folder); dir = filepath.Dir(dir) {
		if in, err := os.Stat(dir); err != nil || passedOver(dir, fs.FileInfoToDirEntry(in)) {
			return true
		}
	}
	return false
}

// hear has the system tell of what happens in a folder.
func (s *scout) hear(folder string) {
	if s.ear == nil {
		return
	}
	if err := s.ear.Add(folder); err != nil { // too many of them: looking again every few minutes has to do
		s.desk.log.Warn("the system does not tell of changes in a folder", "folder", folder, "err", err)
	}
}

// await waits until those of files that are new or changed are finished.
func (s *scout) await(ctx context.Context, folder string, files []library.ImportFile) error {
	var fresh []library.ImportFile
	for _, f := range files {
		now := stamp{f.Size, f.Changed}
		if known, ok := s.seen[f.Path]; ok && known.is(now) || f.Changed.IsZero() {
			continue
		}
		fresh = append(fresh, f)
	}
	unseen, err := s.desk.library.Unseen(ctx, fresh)
	if err != nil {
		return err
	}
	for _, f := range fresh {
		s.seen[f.Path] = stamp{f.Size, f.Changed}
	}
	for _, f := range unseen {
		delete(s.seen, f.Path)
		now := stamp{f.Size, f.Changed}
		if one := s.waiting[f.Path]; one == nil || !one.is(now) {
			s.waiting[f.Path] = &waiting{now, folder, s.clock()}
		}
	}
	return nil
}

// settle tells of the files that are finished. It waits a little for others of
// their folder, so that what is copied together comes in together.
func (s *scout) settle() {
	now := s.clock()
	ready, growing := map[string][]string{}, map[string]bool{}
	late := map[string]bool{}
	for path, one := range s.waiting {
		info, err := os.Stat(path)
		if err != nil || !info.Mode().IsRegular() {
			delete(s.waiting, path)
			continue
		}
		if at := (stamp{info.Size(), info.ModTime()}); !one.is(at) {
			one.stamp, one.since = at, now
		}
		age := now.Sub(one.since)
		if age < settleTime {
			growing[one.folder] = true
			continue
		}
		ready[one.folder] = append(ready[one.folder], path)
		late[one.folder] = late[one.folder] || age >= settleMost
	}
	for folder, files := range ready {
		if growing[folder] && !late[folder] {
			continue
		}
		slices.Sort(files)
		for part := range slices.Chunk(files, mostSettled) {
			for _, path := range part {
				s.seen[path] = s.waiting[path].stamp
				delete(s.waiting, path)
			}
			s.tell.Settled(folder, part)
		}
	}
}

func (a stamp) is(b stamp) bool { return a.size == b.size && a.changed.Equal(b.changed) }
