package main

import (
	"os/exec"
	"syscall"
)

// dieWithParent has the system end c when dev is killed before it could.
func dieWithParent(c *exec.Cmd) {
	c.SysProcAttr = &syscall.SysProcAttr{Pdeathsig: syscall.SIGTERM}
}
