//go:build !windows

package main

// warnIfNoOpenGL is for Windows: elsewhere the system brings OpenGL or its
// absence is told on standard error.
func warnIfNoOpenGL() (fine bool) { return true }

// showFailure is for Windows, where a program with windows has no standard error.
func showFailure(error) {}
