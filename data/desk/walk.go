package desk

import (
	"context"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"lectern/data/library"
)

// Files in folders are taken by their names, because a folder holds much that
// nobody means by "these reports". A file that is named itself is always tried.
var (
	readable = []string{
		"", ".txt", ".text", ".md", ".markdown", ".mdown", ".html", ".htm", ".xhtml", ".mht", ".mhtml", ".pdf",
		".docx", ".docm", ".odt", ".rtf", ".epub", ".eml", ".mbox", ".mbx", ".rss", ".atom", ".xml", ".json", ".jsonl", ".ndjson",
		".csv", ".tsv", ".zip", ".qdpx",
	}
	// telling are documents that cannot be read: passing over them in silence
	// would look as if they had come in.
	telling = []string{".doc", ".msg", ".ppt", ".pptx", ".pages", ".odp", ".wpd", ".mobi", ".azw", ".djvu", ".7z", ".rar"}
)

// Endings are the ends of names of files that can be read.
func Endings() []string { return slices.Clone(readable[1:]) }

// found lists the files of an import, each once.
type found struct {
	ctx   context.Context
	files []library.ImportFile
	seen  map[string]bool
	tell  func(int)
	own   string // the library's file, and what lies beside it by its name
	// entered, which may be nil, is told of each folder that is walked.
	entered func(folder string)
}

// findFiles lists the files that paths stand for, folders walked in the order
// of their names. A place that cannot be looked at is listed as a file: reading
// it says why.
func (d *Desk) findFiles(ctx context.Context, paths []string, tell func(int)) ([]library.ImportFile, error) {
	own, _ := filepath.Abs(d.library.Path())
	f := &found{ctx: ctx, seen: make(map[string]bool), tell: tell, own: own}
	for _, path := range absolute(paths) {
		if info, err := os.Stat(path); err == nil && info.IsDir() {
			f.walk(path)
		} else {
			f.add(path, info)
		}
	}
	if ctx.Err() != nil {
		return nil, stopped(ctx)
	}
	return f.files, nil
}

func (f *found) add(path string, info fs.FileInfo) {
	if f.seen[path] {
		return
	}
	f.seen[path] = true
	file := library.ImportFile{Path: path}
	if info != nil && info.Mode().IsRegular() {
		file.Size, file.Changed = info.Size(), info.ModTime()
	}
	f.files = append(f.files, file)
	if f.tell != nil && len(f.files)%500 == 0 {
		f.tell(len(f.files))
	}
}

// walk lists what is in a folder. A named folder is followed where it is a link;
// links to folders inside it are not.
func (f *found) walk(root string) {
	resolved, err := filepath.EvalSymlinks(root)
	if err != nil {
		resolved = root
	}
	_ = filepath.WalkDir(resolved, func(path string, e fs.DirEntry, err error) error {
		if f.ctx.Err() != nil {
			return fs.SkipAll
		}
		shown := root + strings.TrimPrefix(path, resolved) // as the person named it
		switch {
		case err != nil:
			f.add(shown, nil)
			if e != nil && e.IsDir() {
				return fs.SkipDir
			}
		case path == resolved:
			f.enter(shown)
		case e.IsDir():
			if passedOver(path, e) {
				return fs.SkipDir
			}
			f.enter(shown)
		case !passedOver(path, e) && wanted(e.Name()) && !strings.HasPrefix(path, f.own):
			if info, err := os.Stat(path); err != nil || !info.IsDir() {
				f.add(shown, info)
			}
		}
		return nil
	})
}

func (f *found) enter(folder string) {
	if f.entered != nil {
		f.entered(folder)
	}
}

// passedOver are hidden files and folders, and what other programs keep beside
// a document.
func passedOver(path string, e fs.DirEntry) bool {
	name := e.Name()
	if strings.HasPrefix(name, ".") || strings.HasPrefix(name, "~$") || name == "__MACOSX" {
		return true
	}
	return e.IsDir() && isPageFolder(path)
}

func wanted(name string) bool {
	ext := strings.ToLower(filepath.Ext(name))
	return slices.Contains(readable, ext) || slices.Contains(telling, ext)
}

// isPageFolder reports the folder of pictures and scripts that a browser puts
// beside a page it saves.
func isPageFolder(path string) bool {
	for _, suffix := range []string{"_files", ".files"} {
		if page, ok := strings.CutSuffix(path, suffix); ok {
			for _, ext := range []string{".html", ".htm"} {
				if _, err := os.Stat(page + ext); err == nil {
					return true
				}
			}
		}
	}
	return false
}

func absolute(paths []string) []string {
	all := make([]string, len(paths))
	for i, path := range paths {
		if abs, err := filepath.Abs(path); err == nil {
			path = abs
		}
		all[i] = path
	}
	return all
}

// nameOfAll names what was to be brought in, for a person.
func nameOfAll(paths []string) string {
	names := make([]string, len(paths))
	for i, path := range absolute(paths) {
		names[i] = filepath.Base(path)
	}
	return strings.Join(names, ", ")
}
