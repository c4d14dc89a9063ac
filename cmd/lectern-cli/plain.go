package main

import (
	"context"
	"errors"
	"io/fs"
	"syscall"

	"lectern/data"
)

// plain gives an error of the system the sentence that people get for it
// everywhere in Lectern; other errors stay as they are.
func plain(err error) error {
	var fault *data.Fault
	var path *fs.PathError
	switch {
	case err == nil || errors.As(err, &fault):
		return err
	case errors.Is(err, context.Canceled):
		return &data.Fault{Code: data.FaultStopped, Err: err}
	case errors.As(err, &path):
		return fileFault(path.Path, err)
	}
	return err
}

// fileFault is what is wrong with a file, in the words for people.
func fileFault(path string, err error) error {
	code := data.FaultNotAllowed
	switch {
	case errors.Is(err, fs.ErrNotExist):
		code = data.FaultNotFound
	case errors.Is(err, syscall.ENOSPC):
		code = data.FaultDiskFull
	case errors.Is(err, syscall.EISDIR):
		code = data.FaultUnsupported
	}
	return &data.Fault{Code: code, Subject: path, Err: err}
}
