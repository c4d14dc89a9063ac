package desk

import (
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// Files in folders are taken by their names, because a folder holds much that
// nobody means by "these reports". A file that is named itself is always tried.
var (
	readable = []string{".txt", ".text", ".md", ".markdown", ".mdown", ".html", ".htm", ".xhtml", ""}
	// telling are documents that cannot be read yet: passing over them in
	// silence would look as if they had come in.
	telling = []string{".pdf", ".doc", ".docx", ".odt", ".rtf", ".epub", ".eml", ".msg", ".mht", ".mhtml", ".ppt", ".pptx", ".pages"}
)

// job is one file to bring in, or why a place could not be looked at.
type job struct {
	path string
	err  error
}

// findFiles lists the files that paths stand for, folders walked in the order
// of their names. What cannot be looked at is listed with the reason.
func findFiles(paths []string) []job {
	var jobs []job
	for _, path := range paths {
		info, err := os.Stat(path)
		switch {
		case err != nil:
			jobs = append(jobs, job{path, fileFault(filepath.Base(path), err)})
		case !info.IsDir():
			jobs = append(jobs, job{path, nil})
		default:
			jobs = append(jobs, walk(path)...)
		}
	}
	return jobs
}

func walk(root string) []job {
	if resolved, err := filepath.EvalSymlinks(root); err == nil {
		root = resolved // a named folder is followed; links inside it are not
	}
	var jobs []job
	_ = filepath.WalkDir(root, func(path string, e fs.DirEntry, err error) error {
		if err != nil {
			jobs = append(jobs, job{path, fileFault(filepath.Base(path), err)})
			if e != nil && e.IsDir() {
				return fs.SkipDir
			}
			return nil
		}
		if path == root {
			return nil
		}
		switch {
		case strings.HasPrefix(e.Name(), "."), e.IsDir() && isPageFolder(path):
			if e.IsDir() {
				return fs.SkipDir
			}
		case !e.IsDir() && wanted(e.Name()):
			jobs = append(jobs, job{path, nil})
		}
		return nil
	})
	return jobs
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
