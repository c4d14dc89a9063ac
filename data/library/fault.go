package library

import (
	"context"
	"database/sql"
	"errors"
	"io/fs"
	"syscall"

	sqlite "github.com/glebarez/go-sqlite"
	"gorm.io/gorm"

	"lectern/data"
)

// SQLite's result codes that mean something to a person (sqlite.org/rescode).
const (
	codePerm      = 3
	codeBusy      = 5
	codeLocked    = 6
	codeReadOnly  = 8
	codeInterrupt = 9
	codeCorrupt   = 11
	codeFull      = 13
	codeCantOpen  = 14
	codeNotADB    = 26

	codeShmSize = 4874 // no room for the shared memory file
)

// fault turns any error into one with a plain sentence, and logs what has no
// better name than our own mistake.
func (l *Library) fault(err error) error {
	if err == nil {
		return nil
	}
	var known *data.Fault
	if errors.As(err, &known) {
		return known
	}
	f := &data.Fault{Code: codeOf(err), Subject: l.name(), Err: err}
	if errors.Is(err, gorm.ErrRecordNotFound) || errors.Is(err, sql.ErrNoRows) {
		return l.missing() // it is a report that is not there, not the library
	}
	if f.Code == data.FaultInternal || f.Code == data.FaultDamaged {
		l.log.Error("library", "path", l.path, "fault", f.Code, "err", err)
	}
	return f
}

func codeOf(err error) data.FaultCode {
	var s *sqlite.Error
	switch {
	case errors.Is(err, context.Canceled), errors.Is(err, context.DeadlineExceeded):
		return data.FaultStopped
	case errors.Is(err, gorm.ErrRecordNotFound), errors.Is(err, sql.ErrNoRows), errors.Is(err, fs.ErrNotExist):
		return data.FaultNotFound
	case errors.Is(err, errPacked):
		return data.FaultDamaged
	case errors.Is(err, syscall.ENOSPC):
		return data.FaultDiskFull
	case errors.Is(err, syscall.EROFS), errors.Is(err, fs.ErrPermission):
		return data.FaultNotAllowed
	case !errors.As(err, &s):
		return data.FaultInternal
	case s.Code() == codeShmSize:
		return data.FaultDiskFull
	}
	switch s.Code() & 0xff {
	case codeFull:
		return data.FaultDiskFull
	case codeReadOnly:
		return data.FaultReadOnly
	case codeBusy, codeLocked:
		return data.FaultInUse
	case codeInterrupt:
		return data.FaultStopped
	case codeCorrupt, codeNotADB:
		return data.FaultDamaged
	case codeCantOpen, codePerm:
		return data.FaultNotAllowed
	}
	return data.FaultInternal
}

// missing is the fault for a report that is not there, or not any more.
func (l *Library) missing() error {
	return &data.Fault{Code: data.FaultNotFound, Subject: "This report"}
}
