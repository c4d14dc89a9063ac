package main

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"strings"
)

// setUp installs what Lectern needs and this machine lacks, or says in one
// plain message what to do. It needs nothing itself but the go command.
func (w workshop) setUp(ctx context.Context, virtualDisplay bool) error {
	switch w.here.goos {
	case "windows":
		return adviseWindows(w.here)
	case "darwin":
		return adviseMac(w.here)
	}
	lack := missing(w.here, virtualDisplay)
	if len(lack) == 0 {
		return nil
	}
	w.say("This machine lacks %s.", whatOf(lack))
	steps := aptSteps(packagesOf(lack), thisPower(ctx, w.here))
	if steps == nil {
		return plain(byHand(packagesOf(lack), w.here.has("apt-get")))
	}
	for i, step := range steps {
		w.say("$ %s", strings.Join(step, " "))
		c := command(ctx, step[0], step[1:]...)
		c.Stdin, c.Stdout, c.Stderr = os.Stdin, w.out, w.out
		c.Env = append(os.Environ(), "DEBIAN_FRONTEND=noninteractive")
		// A stale list of one source must not stop the rest: only the last step counts.
		if err := c.Run(); err != nil && i == len(steps)-1 {
			return plain(fmt.Sprintf("%s failed (%v). What it printed stands above.", strings.Join(step, " "), err))
		}
	}
	if lack = missing(w.here, virtualDisplay); len(lack) > 0 {
		return plain("Installed, and yet this machine still lacks " + whatOf(lack) + ".")
	}
	return nil
}

// power is how dev may become root.
type power int

const (
	powerless power = iota // it may not
	sudoAsks               // sudo, which will ask the person for a password
	sudoFree               // sudo without a question
	isRoot
)

// thisPower finds out, without ever asking the person yet.
func thisPower(ctx context.Context, m machine) power {
	switch {
	case !m.has("apt-get"):
		return powerless
	case os.Geteuid() == 0:
		return isRoot
	case !m.has("sudo"):
		return powerless
	case exec.CommandContext(ctx, "sudo", "-n", "true").Run() == nil:
		return sudoFree
	case atTerminal(os.Stdin):
		return sudoAsks
	}
	return powerless
}

// aptSteps are the commands that install the packages; nil where dev may not.
func aptSteps(debs []string, p power) [][]string {
	prefix := map[power][]string{isRoot: {}, sudoFree: {"sudo", "-n"}, sudoAsks: {"sudo"}}
	before, ok := prefix[p]
	if !ok {
		return nil
	}
	apt := append(append([]string{}, before...), "apt-get", "-o", "DPkg::Lock::Timeout=300", "-o", "Acquire::Retries=3")
	update := append(append([]string{}, apt...), "update")
	install := append(append([]string{}, apt...), "install", "-y", "--no-install-recommends")
	return [][]string{update, append(install, debs...)}
}

// byHand is what a person is told to do where dev may not do it.
func byHand(debs []string, apt bool) string {
	names := strings.Join(debs, " ")
	if !apt {
		return "There is no apt-get here. Install these with your system's package manager (named as Debian names them) and try again:\n\n  " + names
	}
	return "dev may not install them itself. Run this line, then try again:\n\n" +
		"  sudo apt-get update && sudo apt-get install -y --no-install-recommends " + names
}

func whatOf(lack []need) string {
	names := make([]string, len(lack))
	for i, n := range lack {
		names[i] = n.what
	}
	return strings.Join(names, ", ")
}

func adviseWindows(m machine) error {
	if m.has(compiler()) || m.has("clang") {
		return nil
	}
	return plain(`Lectern needs a C compiler. Install one, open a new terminal and try again:

  winget install BrechtSanders.WinLibs.POSIX.UCRT

(or MSYS2 with its package mingw-w64-ucrt-x86_64-gcc; gcc.exe must be on the PATH)`)
}

func adviseMac(m machine) error {
	// /usr/bin/clang is there before the tools are: it only offers to install them.
	if m.knows("xcode-select", "-p") && m.has("clang") {
		return nil
	}
	return plain("Lectern needs Apple's command line tools. Install them and try again:\n\n  xcode-select --install")
}

// atTerminal tells whether a person can answer on f.
func atTerminal(f *os.File) bool {
	info, err := f.Stat()
	if err != nil || info.Mode()&os.ModeCharDevice == 0 {
		return false
	}
	null, err := os.Stat(os.DevNull)
	return err == nil && !os.SameFile(info, null)
}
