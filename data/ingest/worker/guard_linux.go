package worker

import (
	"bytes"
	"os"
	"strconv"
	"syscall"
)

// limitMemory has the system refuse private memory far beyond the limit: Go
// reserves more than it uses, so this is for what its own count does not see.
func limitMemory(bytes int64) {
	const reserved = 256 << 20
	limit := syscall.Rlimit{Cur: uint64(bytes) + reserved, Max: uint64(bytes) + reserved}
	_ = syscall.Setrlimit(syscall.RLIMIT_DATA, &limit)
}

// residentBytes is the memory a process has in use, 0 where it cannot be told.
func residentBytes(pid int) int64 {
	b, err := os.ReadFile("/proc/" + strconv.Itoa(pid) + "/statm")
	if err != nil {
		return 0
	}
	fields := bytes.Fields(b)
	if len(fields) < 3 {
		return 0
	}
	pages, _ := strconv.ParseInt(string(fields[1]), 10, 64)
	shared, _ := strconv.ParseInt(string(fields[2]), 10, 64)
	return (pages - shared) * int64(os.Getpagesize())
}
