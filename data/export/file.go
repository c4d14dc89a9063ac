package export

import (
	"bufio"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"

	"lectern/data"
)

// ToFile writes a file beside its place and puts it there once it is whole: what
// was there before stays until then, and nothing half-written is left. Its error
// is a *data.Fault where the system's disk or rights were in the way.
func ToFile(path string, write func(io.Writer) error) error {
	f, err := os.CreateTemp(filepath.Dir(path), ".lectern-*")
	if err != nil {
		return fileFault(err, filepath.Dir(path))
	}
	defer os.Remove(f.Name()) // gone already where all went well
	out := bufio.NewWriterSize(f, 1<<16)
	err = write(out)
	for _, finish := range []func() error{out.Flush, f.Sync, f.Close} {
		if e := finish(); err == nil {
			err = e
		}
	}
	if err == nil {
		err = os.Chmod(f.Name(), 0o644)
	}
	if err == nil {
		err = os.Rename(f.Name(), path)
	}
	return fileFault(err, filepath.Base(path))
}

// fileFault says what the system had against a file, in a sentence for people.
func fileFault(err error, subject string) error {
	for cause, code := range map[error]data.FaultCode{
		syscall.ENOSPC: data.FaultDiskFull, fs.ErrPermission: data.FaultNotAllowed, fs.ErrNotExist: data.FaultNotFound,
	} {
		var known *data.Fault
		if errors.Is(err, cause) && !errors.As(err, &known) {
			return &data.Fault{Code: code, Subject: subject, Err: err}
		}
	}
	return err
}
