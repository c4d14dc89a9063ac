//go:build unix

package worker

import (
	"os"
	"os/exec"
	"syscall"
)

func unseen(*exec.Cmd) {}

// moreTime lets this process work for so many seconds from now; the system ends
// it after that, also when its parent is gone and it hangs where Go cannot
// interrupt it.
func moreTime(seconds int64) {
	var used syscall.Rusage
	if syscall.Getrusage(syscall.RUSAGE_SELF, &used) != nil {
		return
	}
	var limit syscall.Rlimit
	if syscall.Getrlimit(syscall.RLIMIT_CPU, &limit) == nil {
		limit.Cur = min(limit.Max, uint64(used.Utime.Sec)+uint64(used.Stime.Sec)+uint64(seconds)+1)
		_ = syscall.Setrlimit(syscall.RLIMIT_CPU, &limit)
	}
}

// spentItsTime tells whether the system ended a process for its CPU time.
func spentItsTime(state *os.ProcessState) bool {
	if state == nil {
		return false
	}
	status, ok := state.Sys().(syscall.WaitStatus)
	return ok && status.Signaled() && status.Signal() == syscall.SIGXCPU
}
