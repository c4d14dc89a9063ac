package main

import (
	"bufio"
	"context"
	"fmt"
	"net"
	"os"
	"strings"
	"syscall"
	"time"
)

// screen is where windows will open.
type screen int

const (
	desktop   screen = iota // the person's own
	noDisplay               // none: a virtual one has to be started
	noX11                   // a Wayland session without X11 windows
)

// screenOf decides from the environment. answers tells whether an X server is
// behind a DISPLAY: a variable left over from an ended session counts as none.
func screenOf(goos string, getenv func(string) string, answers func(string) bool) screen {
	switch {
	case !usesX11(goos):
		return desktop
	case getenv("DISPLAY") != "" && answers(getenv("DISPLAY")):
		return desktop
	case getenv("WAYLAND_DISPLAY") != "":
		return noX11
	}
	return noDisplay
}

// thisScreen decides for this process.
func thisScreen(goos string) screen { return screenOf(goos, os.Getenv, answersX11) }

// answersX11 tries the local socket of ":1" or ":1.0"; a display of another
// form ("host:10.0", as ssh sets it) is believed.
func answersX11(display string) bool {
	number, local := strings.CutPrefix(display, ":")
	if !local {
		return true
	}
	number, _, _ = strings.Cut(number, ".")
	for _, place := range []string{"/tmp/.X11-unix/X", "@/tmp/.X11-unix/X"} {
		if c, err := net.DialTimeout("unix", place+number, time.Second); err == nil {
			c.Close()
			return true
		}
	}
	return false
}

// virtualScreen starts Xvfb on a free display number and gives the environment
// that sends windows there, and the function that ends it.
func (w workshop) virtualScreen(ctx context.Context) (env []string, end func(), err error) {
	read, write, err := os.Pipe()
	if err != nil {
		return nil, nil, err
	}
	defer read.Close()
	// Not tied to ctx: what runs on the display is ended first.
	c := command(context.WithoutCancel(ctx), "Xvfb", "-displayfd", "3", "-screen", "0", "1280x800x24", "-nolisten", "tcp", "-dpi", "96")
	c.ExtraFiles = []*os.File{write}
	dieWithParent(c)
	if err := c.Start(); err != nil {
		write.Close()
		return nil, nil, fmt.Errorf("starting Xvfb: %w", err)
	}
	write.Close()
	end = func() {
		// Asked politely first, so that it removes its lock and socket in /tmp.
		_ = c.Process.Signal(syscall.SIGTERM)
		kill := time.AfterFunc(5*time.Second, func() { _ = c.Process.Kill() })
		_ = c.Wait()
		kill.Stop()
	}
	_ = read.SetReadDeadline(time.Now().Add(30 * time.Second))
	number, err := bufio.NewReader(read).ReadString('\n')
	if err != nil {
		end()
		return nil, nil, plain("Xvfb did not start: it gave no display number.")
	}
	return []string{"DISPLAY=:" + strings.TrimSpace(number), "WAYLAND_DISPLAY=", "LIBGL_ALWAYS_SOFTWARE=1"}, end, nil
}
