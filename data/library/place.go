package library

import (
	"errors"
	"os"
	"path/filepath"
	"strings"

	"lectern/data"
)

// Place is the file that a library of a name would have in a folder. A name that no
// file can have, a folder that is not there and a file that is are faults.
func Place(folder, name string) (string, error) {
	name = strings.TrimSpace(name)
	if !Called(name) {
		name += Ending
	}
	if name == Ending || strings.ContainsAny(name, `/\:*?"<>|`) || strings.ContainsFunc(name, func(r rune) bool { return r < ' ' }) || name[0] == '.' {
		return "", &data.Fault{Code: data.FaultBadName, Subject: strings.TrimSuffix(name, Ending)}
	}
	if info, err := os.Stat(folder); err != nil || !info.IsDir() {
		return "", &data.Fault{Code: data.FaultNotFound, Subject: folder, Err: err}
	}
	path := filepath.Join(folder, name)
	if _, err := os.Lstat(path); !errors.Is(err, os.ErrNotExist) {
		return "", &data.Fault{Code: data.FaultExists, Subject: name, Err: err}
	}
	return path, nil
}
