//go:build !linux

package main

import "os/exec"

// dieWithParent has no counterpart here; c is ended when dev ends it.
func dieWithParent(*exec.Cmd) {}
